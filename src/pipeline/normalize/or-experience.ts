import type { Mark } from './marks.ts';
import { quote } from './quotes.ts';
import type { Sentence } from './sentence.ts';

/** "… or experience", "… or coding experience": without years it is for the employer to say what is enough. */
const OR_EXPERIENCE =
  /,? (?:and ?\/ ?)?or ((?:(?:equiv\w*\.?|comparable|commensurate) (?:years|amount|level) of )?(?:(?!(?:and|or|with|plus|years?|yrs?|months?|mos?|no|not|knowledge|skills?|training)\b|\d)[\w./&’'-]+ ){0,4}?experience\b)(?! (?:levels?|requirements?)\b)/i;
/** What may stand between a degree or credential and its "or". */
const OWN =
  /^(?:['’]s)?(?: (?:degree|diploma|certification|certificate|certified|credential|licen[sc]e|licensure|program))?(?: ?\([^()]{1,40}\))?(?: (?:in|of) [^;.:()]{2,90})?(?: (?:is )?required)?$/i;
const OTHER_SUBJECT =
  /\b(?:knowledge|training|skills?|familiar\w*|abilit\w+|understanding|proficien\w+|coursework|interest|and|with|plus|years?)\b/i;
const WISHED = /^[^.;,]{0,40}\b(?:prefer|plus|desir|helpful|asset)/i;
/** "Experience or an associate degree", "Experience, an associate degree, or …". */
const LEADS =
  /^(?:either )?(?:an? |some )?(?:(?!(?:no|not|or|and|with|years?|months?)\b)[a-z/-]+ ){0,3}experience((?: (?:in|with|as|of) [\w /&'’-]{1,50}?)?)(,| or) (?:an? |the |your )?(?:active |current |valid |completed )?$/i;
const BARE = /^(?:(?:relevant|related|prior|previous|work|job) ){0,2}experience$/i;

/** Experience without years that a sentence takes in place of a degree or credential: "RAC-CT or experience with the MDS". */
export function experienceInstead({ text, words, start, end }: Sentence, marks: readonly Mark[]): Mark[] {
  if (!(words.includes('or ') || words.includes('OR ')) || !/experience/i.test(words)) return [];
  const leaves = marks.toSorted((a, b) => a.start - b.start);
  const found: Mark[] = [];
  for (const [position, mark] of leaves.entries()) {
    if (mark.kind === 'experience' || asksNothing(mark)) continue;
    const next = leaves[position + 1]?.start ?? end;
    const after = text.slice(mark.end, Math.min(end, mark.end + 160));
    const other = OR_EXPERIENCE.exec(after);
    if (other?.[1] === undefined) continue;
    const gap = after.slice(0, other.index);
    const to = mark.end + other.index + other[0].length;
    if (to > next || !OWN.test(gap) || OTHER_SUBJECT.test(gap) || WISHED.test(gap)) continue;
    // "Degree in HIM, coding or billing experience": the "or" is that of the experience.
    if (gap.includes(',') && !other[0].startsWith(',') && !BARE.test(other[1])) continue;
    if (/required$/i.test(gap) && WISHED.test(after.slice(other.index + other[0].length))) continue;
    found.push(standIn(text, mark.end + other.index + other[0].search(/\S/), to));
  }
  const lead = leadingExperience(text, start, leaves);
  return lead === undefined ? found : [lead, ...found];
}

function leadingExperience(text: string, start: number, [first, second]: readonly Mark[]): Mark | undefined {
  if (first === undefined || first.kind === 'experience' || asksNothing(first)) return undefined;
  const words = LEADS.exec(text.slice(start, first.start));
  if (words === null) return undefined;
  const to = start + words[0].toLowerCase().indexOf('experience') + 'experience'.length;
  if (words[2] === ',') {
    // A list of demands looks the same up to its "or".
    const listed = second !== undefined && /, or\b/i.test(text.slice(first.end, second.start));
    if (words[1] !== '' || first.kind !== 'education' || !listed || !BARE.test(text.slice(start, to))) return undefined;
  }
  return { ...standIn(text, start, to), orNext: true };
}

function standIn(text: string, start: number, end: number): Mark {
  const evidence = quote(text, start, end);
  return { start, end, kind: 'equivalent', nodes: [{ kind: 'equivalent', of: 'experience', evidence }] };
}

function asksNothing(mark: Mark): boolean {
  return mark.nodes.some((node) => node.kind === 'education' && node.level === 'none');
}
