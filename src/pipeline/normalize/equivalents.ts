import type { Mark } from './marks.ts';
import { quote } from './quotes.ts';

const EQUIVALENT =
  /(?:\bor |\band ?\/ ?or |, |\()?(?:an? |the |any |other )?(?:\bequivalent (?:combination|mix|blend|work|years|professional|job|industry|relevant|related|practical|on-the-job|training|military|clinical|experience|amount)[\w /,-]{0,60}|\bcombination of (?:relevant |related |applicable |appropriate )?(?:education|training|experience|work)[\w /,-]{0,50}|\bcommensurate (?:work )?experience|\bcomparable experience|\bequivalent\b[\w ]{0,20}\bexperience|\b(?:relevant |related |work |additional |direct )*experience (?:may|can|could|will|to) (?:be )?(?:substitut|considered|accepted|used|count)\w*[\w ]{0,30}|\bexperience in lieu of|\bexperience in place of|\bsubstitut\w+ (?:of experience )?for (?:the |a )?(?:\w+ )?(?:degree|education)|\bin (?:lieu|place|(?:the )?absence) of (?:an? |the )?(?:[\w'’]+ ){0,3}(?:degree|education|diploma))|\bor (?:an? )?(?:(?:comparable|practical|professional|relevant|related|work|job|industry|hands-on|proven|demonstrated|extensive|significant|real-world|commensurate|equal|life|field) ){1,3}experience|(?:accept\w+|consider\w*|used|taken|count\w*)? ?in (?:its|their) (?:place|stead)|(?:without|lacking) (?:an? |the |this )degree|\bor (?:currently |presently |actively )?(?:enrolled|pursuing|working towards?)\b[^.;,]{0,50}|\bor (?:an)?other (?:[\w/-]+ ){0,3}(?:certification|credential|licen[sc]e|designation)s?\b|(?:\bor |\/)(?:an? |the |other |its |(?!or\b|and\b)\w{2,12}(?:\/\w{2,12})? ){0,2}(?:similar|equivalent|comparable)\b(?! (?:\w+ ){0,3}experience)(?: (?:certification|credential|licen[sc]e|degree|education))?/gi;

/** Adds the wordings that let something else stand in for a leaf ("or equivalent experience") to the leaves of a sentence. */
export function withEquivalents(text: string, start: number, sentence: string, marks: Mark[]): Mark[] {
  const found: Mark[] = [];
  for (const match of sentence.matchAll(EQUIVALENT)) {
    if (match.index === undefined) continue;
    const at = start + match.index;
    const before = marks.filter((mark) => mark.start < at).at(-1);
    const stop = at + ownLength(match[0], (marks.find((mark) => mark.start > at)?.start ?? Infinity) - at);
    const studies = /enrolled|pursuing|working toward/i.test(match[0]);
    // "…, or currently enrolled in a BSN program" names its degree.
    if (studies && marks.some((mark) => mark.kind === 'education' && mark.start >= at && mark.start - at < 80))
      continue;
    const experience =
      !studies &&
      /experience|combination|training|lieu|absence|place of|(?:its|their) (?:place|stead)|without|lacking|substitut|work|years/i.test(
        match[0],
      );
    // "diploma or equivalent" is the GED, already part of the level.
    if (before === undefined && !experience) continue;
    const of = experience ? 'experience' : before?.kind === 'credential' ? 'credential' : 'education';
    if (!experience && before?.kind === 'experience') continue;
    if (/\bnot (?:be )?$/i.test(text.slice(Math.max(start, at - 12), at))) continue;
    const overlapped = marks.some((mark) => mark.start < stop && at < mark.end);
    if (overlapped && !experience) continue;
    found.push({
      start: at,
      end: stop,
      kind: 'equivalent',
      nodes: [{ kind: 'equivalent', of, evidence: quote(text, at, stop) }],
    });
  }
  return substituting(
    text,
    [...marks, ...found].sort((a, b) => a.start - b.start || b.end - a.end),
  );
}

/** "8 years of experience will be accepted in place of a degree": the years are what stands in. */
function substituting(text: string, marks: readonly Mark[]): Mark[] {
  const joined: Mark[] = [];
  for (const mark of marks) {
    const last = joined.at(-1);
    const [stands] = mark.nodes;
    if (
      last?.kind === 'experience' &&
      mark.kind === 'equivalent' &&
      stands?.kind === 'equivalent' &&
      stands.of === 'experience' &&
      mark.start - last.end < 80 &&
      !/[;.]/.test(text.slice(last.end, mark.start)) &&
      /substitut|place|lieu|stead|count/i.test(text.slice(mark.start, mark.end + 30))
    ) {
      const evidence = quote(text, last.start, Math.max(last.end, mark.end));
      joined[joined.length - 1] = {
        start: last.start,
        end: evidence.end,
        kind: 'equivalent',
        nodes: last.nodes.map((node) => ({ ...node, evidence })),
      };
    } else joined.push(mark);
  }
  return joined;
}

/** Length of "or equivalent experience …" without what only stands behind it: another demand, or a new part. */
function ownLength(words: string, next: number): number {
  const comma = words.indexOf(',', 2);
  return words.slice(0, Math.min(next, comma === -1 ? Infinity : comma)).trimEnd().length;
}
