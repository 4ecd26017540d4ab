import { DigestView } from '../../model/digest.ts';

/** The view as indented JSON with a final line end: members in the model's order, the same bytes for the same view. */
export function renderJson(view: DigestView): string {
  return `${JSON.stringify(DigestView.parse(view), null, 2)}\n`;
}
