import type { Mark } from './marks.ts';
import type { PlacedSegment } from './sections.ts';

const HOLDS = /^(?:must |should )?(?:hold|maintain|possess|have|be) |\bmust (?:hold|have|be|possess|maintain)/i;
const OUR_OWN =
  /\b(?:we|our|us|company|founded|firm has|practice has|serving|organization has|leader in|established|built on|backed by|boasts|draws? on|drawing on)\b/i;

/** "5+ years of …" is how a demand begins, wherever it stands. */
const PLUS_YEARS = /^\W*(?:(?:at least|minimum(?: of)?|over)\W+)?\d{1,2} ?\+ ?(?:years|yrs)\b/i;

/** What a bare leaf means in its section; `null` drops it unless its own sentence says how strongly it is asked. */
export function defaultStrength(
  segment: PlacedSegment,
  sentence: string,
  marks: readonly Mark[],
): 'required' | 'preferred' | null {
  const { section } = segment;
  if (section === 'preferred') return 'preferred';
  if (section === 'requirements') return 'required';
  if (
    section === 'unneeded' ||
    section === 'benefits' ||
    section === 'eeo' ||
    section === 'pay' ||
    section === 'physical'
  )
    return null;
  if (OUR_OWN.test(sentence) && !/\byou\b|candidate|applicant|looking for|seeking/i.test(sentence)) return null;
  const years = marks.some((mark) => mark.kind === 'experience');
  const degree = marks.some((mark) => mark.kind === 'education');
  const credential = marks.some((mark) => mark.kind === 'credential');
  if (years && PLUS_YEARS.test(sentence) && (segment.bullet || section === 'duties')) return 'required';
  if (section === 'duties' && credential && sentence.length < 140 && HOLDS.test(sentence)) return 'required';
  // A long history in open text is the employer's own.
  if (years && marks.some((mark) => mark.nodes.some((node) => node.kind === 'experience' && node.years > 12)))
    return null;
  if ((years && /experience/i.test(sentence)) || (degree && /degree|diploma/i.test(sentence)))
    return section === 'duties' && !segment.bullet ? null : 'required';
  if (credential && section !== 'duties' && /\blicen[sc]e|certif|credential/i.test(sentence) && sentence.length < 160)
    return 'required';
  return null;
}
