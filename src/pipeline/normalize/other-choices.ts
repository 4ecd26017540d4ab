import type { Mark } from './marks.ts';
import { quote } from './quotes.ts';

/** A credential that no row of the catalogue knows, by its letters: "CASCC", "EMT-P". */
const LETTERS = '[A-Z][A-Z0-9]{1,6}(?:-[A-Z]{1,3})?';
const NEXT = new RegExp(String.raw`^(?:,? (?:or|and\/or) (?:an? )?|, ?|\/)(${LETTERS})(?![\w-])(?=\W|$)`);
const BEFORE = new RegExp(
  String.raw`(?<![\w/-])(${LETTERS})(?: certification| credential)?(?:,? (?:or|and\/or) (?:an? )?|, ?|\/)$`,
);
/** "RN, or physician trained abroad": an alternative in words. */
const WORDS = /^,? or (?:an? )?([a-z][a-z'’-]+(?: [\w'’/-]+){0,6})/i;
/** Words after "or" that speak of the same demand, of its time or of its level, and name no other way to meet it. */
const SAME =
  /^(?:licen[sc]\w*|compact|multi-?state|higher|above|greater|more|better|to|must|be|able|will|eligib\w*|currently|in|at|for|with|when|if|as|obtain\w*|earn\w*|ability|within|certif\w*|credential\w*|upon|by|from|of|on|the|has|have|is|are|required|preferred|related|similar|equivalent|comparable|other|another|any|after|before|working|willing\w*|registered|registration|hybrid|remote|onsite|advanced|degree|field|an?|one|its|their|you|who|should|may|can|not|no)\b/i;
/** Letters that stand beside credentials and are none. */
const NONE = new Set(
  'AHIMA AAPC ACDIS HIM HIT CDI EHR EMR ICD CPT DRG HCC PRN USA US GED OR AND IN OF TO FT PT AM PM EST PST CST HR IT QA MS BS BA AS AA AAS BSN MSN MBA MHA MPH ADN PHD JD II III IV HIPAA HEDIS ROI EPIC NCRA NAHQ HIMSS AHA CMS'.split(
    ' ',
  ),
);

/**
 * Alternatives of a list of credentials that cannot be read ("RHIT or CASCC"). They become leaves that are
 * `unread`: whoever lacks the others may still have this one.
 */
export function readOthers(text: string, start: number, end: number, marks: readonly Mark[]): Mark[] {
  const found: Mark[] = [];
  // In shouted text every word looks like letters.
  if (!/[a-z]{2}/.test(text.slice(start, end))) return found;
  const taken = (from: number, to: number) => [...marks, ...found].some((mark) => mark.start < to && from < mark.end);
  const add = (from: number, words: string) => {
    const to = from + words.length;
    if (to > end || NONE.has(words) || taken(from, to)) return;
    found.push({
      start: from,
      end: to,
      kind: 'credential',
      nodes: [{ kind: 'unread', evidence: quote(text, from, to) }],
    });
  };
  const credentials = marks.filter((mark) => mark.kind === 'credential');
  for (const mark of credentials) {
    const left = text.slice(Math.max(start, mark.start - 40), mark.start);
    const before = BEFORE.exec(left);
    if (before?.[1] !== undefined) add(mark.start - left.length + before.index, before[1]);
    const right = text.slice(mark.end, Math.min(end, mark.end + 80));
    const next = NEXT.exec(right);
    if (next?.[1] !== undefined) add(mark.end + next[0].length - next[1].length, next[1]);
    else {
      const words = WORDS.exec(right);
      if (words?.[1] !== undefined && !SAME.test(words[1])) addWords(mark, words, add);
    }
  }
  return found;
}

function addWords(mark: Mark, words: RegExpExecArray, add: (from: number, words: string) => void): void {
  const named = words[1] ?? '';
  // Only up to where a strength is stated.
  const own =
    named.split(/ (?:is|are|required|preferred|desired|a plus|strongly|highly|with|within|and|or)\b/i)[0] ?? '';
  if (own !== '') add(mark.end + words[0].length - named.length, own);
}
