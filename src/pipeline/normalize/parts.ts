import type { Cue, Grace } from './cues.ts';
import type { Mark } from './marks.ts';

/** What may stand between two demands of one sentence. */
const SEPARATOR = /[,;|\n)]|\s[-–—]+\s|\s(?:and|but|with|plus|then)\b|\s&\s/i;
const JOINED_BY_OR = /\bor\b|^\s*\//i;
const JOINED = /\bor\b|^\s*\/|^ (?:and|&) (?:an? )?$/i;
/** "…, must obtain CCS", "and have a degree": a verb of its own begins a demand of its own. */
const OWN_VERB =
  /(?:[,;|]|\b(?:and|but|with|then)\b)[\s\w]{0,12}?\b(?:must|shall|obtain|obtaining|earn|achieve|acquire|attain|pass|hold|have|possess|complete)\b/i;
/** "CPC required; CCS-P is also accepted" widens the demand before it. */
const ACCEPTED =
  /^[\s)]*(?:(?:is|are|also|may be|will be|certification|credentials?)\s+)*(?:accepted|acceptable(?! \w+ )|considered)\b/i;

/**
 * The part of the sentence, counted from 0, that each mark belongs to. A part is a demand of its own: it begins
 * after a comma, a semicolon, "and" or "with" where the words before have got their own strength or grace ("RHIT
 * required, CCS …"), or where the words after bring theirs ("RHIA or RHIT, CCS within 12 months"). What is joined
 * by "or" is never parted, and a bare list ("RHIA, RHIT, CCS within 12 months") is one list.
 */
export function partsOf(
  sentence: string,
  start: number,
  marks: readonly Mark[],
  cues: readonly Cue[],
  graces: readonly Grace[],
): number[] {
  const parts: number[] = [];
  let part = 0;
  for (const [position, mark] of marks.entries()) {
    const before = marks[position - 1];
    if (before !== undefined && begins(sentence, start, marks, position, before, mark, cues, graces)) part += 1;
    parts.push(part);
  }
  return parts;
}

function begins(
  sentence: string,
  start: number,
  marks: readonly Mark[],
  position: number,
  before: Mark,
  mark: Mark,
  cues: readonly Cue[],
  graces: readonly Grace[],
): boolean {
  if (mark.kind === 'equivalent' || (mark.id !== undefined && mark.id === before.id)) return false;
  const from = before.end - start;
  const to = mark.start - start;
  const closed = closedAt(from, to, cues, graces);
  const tail = sentence.slice(closed ?? from, to);
  const joining = tail.slice(Math.max(tail.lastIndexOf(','), tail.lastIndexOf(';')) + 1);
  if (JOINED_BY_OR.test(joining) || ACCEPTED.test(sentence.slice(mark.end - start, mark.end - start + 30)))
    return false;
  if (closed !== undefined && SEPARATOR.test(tail)) return true;
  if (OWN_VERB.test(tail)) return true;
  const pair = before.kind === 'credential' && mark.kind === 'credential' && /^[\s)]*[,;|–—-]\s*$/.test(tail);
  const earlier = pair ? marks[position - 2] : undefined;
  const listEnded =
    earlier?.kind === 'credential' && JOINED_BY_OR.test(sentence.slice(earlier.end - start, before.start - start));
  const wished = cues.some((cue) => cue.strength === 'preferred' && cue.side === 'after' && cue.start > to);
  if (!wished && !listEnded) return false;
  const [own, until] = ownWords(sentence, start, marks, position);
  const brings = cues.filter((cue) => cue.side === 'after' && cue.start >= own && cue.end <= until);
  const wish = brings.find((cue) => cue.strength === 'preferred');
  if (wish !== undefined && isWishApart(sentence, start, marks, position, cues, wish)) return true;
  return listEnded && (brings.length > 0 || graces.some((grace) => grace.start >= own && grace.end <= until));
}

/** A comma and what may stand behind it before a wish of its own. */
const WISH_APART = /[,;|–—]\s*(?:(and) |but |while |with )?(?:an? |the |also )?$/i;
const OFFERS = /\b(?:one|any|either)\b/i;

/** "Must hold RHIT, CCS a plus", "minimum 1 year, 3 years preferred": the wish takes nothing that is asked for before its comma. */
function isWishApart(
  sentence: string,
  start: number,
  marks: readonly Mark[],
  position: number,
  cues: readonly Cue[],
  wish: Cue,
): boolean {
  const [earlier, before, mark] = [marks[position - 2], marks[position - 1], marks[position]];
  if (before === undefined || mark === undefined) return false;
  const apart = WISH_APART.exec(sentence.slice(before.end - start, mark.start - start));
  if (apart === null) return false;
  const own = sentence.slice(mark.end - start, wish.end);
  // "RHIT, CCS, and CDIP preferred" is one list; "… , and CDIP is preferred" is not.
  if (apart[1] !== undefined && !/\b(?:is|are|would|will)\b/i.test(own)) return false;
  // "Bachelor's, master's preferred" are two; "associate's, bachelor's or master's preferred" is one list.
  if (before.kind === mark.kind && before.kind !== 'credential') {
    const listed =
      earlier?.kind === mark.kind && !JOINED_BY_OR.test(sentence.slice(earlier.end - start, before.start - start));
    return !listed && !JOINED_BY_OR.test(own) && !sameLevel(before, mark);
  }
  return cues.some((cue) => {
    const between = sentence.slice(cue.end, before.start - start);
    if (cue.strength !== 'required' || cue.end > before.start - start || /;|\.\s/.test(between)) return false;
    // "RN required with two years of experience, BSN preferred".
    if (cue.side === 'after') return /^\W*(?:with|plus|including)\b[^,]*$/i.test(between);
    // "At least one of RHIA, RHIT, CCS preferred" is one choice.
    return !OFFERS.test(between);
  });
}

/** "High school diploma, GED preferred". */
function sameLevel(left: Mark, right: Mark): boolean {
  const [one] = left.nodes;
  const [other] = right.nodes;
  return one?.kind === 'education' && other?.kind === 'education' && one.level === other.level;
}

/** Where the last wording ends that speaks of what stands before it, between two offsets of the sentence. */
function closedAt(from: number, to: number, cues: readonly Cue[], graces: readonly Grace[]): number | undefined {
  let closed: number | undefined;
  for (const cue of cues) if (cue.side === 'after' && cue.start >= from && cue.end <= to) closed = cue.end;
  for (const grace of graces) {
    if (grace.start >= from && grace.end <= to && grace.end > (closed ?? 0)) closed = grace.end;
  }
  return closed;
}

/** The stretch behind a mark, and behind what "or" or "and" hangs on it, up to the next demand. */
function ownWords(sentence: string, start: number, marks: readonly Mark[], position: number): [number, number] {
  let last = position;
  for (; last + 1 < marks.length; last += 1) {
    const gap = sentence.slice((marks[last]?.end ?? start) - start, (marks[last + 1]?.start ?? start) - start);
    if (gap.length > 20 || !JOINED.test(gap)) break;
  }
  const from = (marks[last]?.end ?? start) - start;
  const next = marks[last + 1];
  return [from, next === undefined ? sentence.length : next.start - start];
}

/** Where, between two offsets of a sentence, the words of one demand end and those of the next begin. */
export function cutBetween(
  sentence: string,
  from: number,
  to: number,
  cues: readonly Cue[],
  graces: readonly Grace[],
): number {
  const closed = closedAt(from, to, cues, graces);
  const gap = sentence.slice(closed ?? from, to);
  const first = SEPARATOR.exec(gap);
  if (first !== null) return (closed ?? from) + first.index + (first[0] === ')' ? 1 : 0);
  return closed ?? to;
}
