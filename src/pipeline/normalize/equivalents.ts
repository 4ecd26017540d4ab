import type { Mark } from './marks.ts';
import { quote } from './quotes.ts';

const EQUIVALENT =
  /(?:\bor |\band ?\/ ?or |, |\()?(?:an? |the |any |other )?(?:\bequivalent (?:combination|mix|blend|work|years|professional|job|industry|relevant|related|practical|on-the-job|training|military|clinical|experience|amount)[\w /,-]{0,60}|\bcombination of (?:relevant |related |applicable |appropriate )?(?:education|training|experience|work)[\w /,-]{0,50}|\bcommensurate (?:work )?experience|\bcomparable experience|\bequivalent\b(?! (?:and|with|plus)\b)[\w ]{0,20}\bexperience|\b(?:relevant |related |work |additional |direct )*experience (?:may|can|could|will|to) (?:be )?(?:substitut|considered|accepted|used|count)\w*[\w ]{0,30}|\bexperience in lieu of|\bexperience in place of|\bsubstitut\w+ (?:of experience )?for (?:the |a )?(?:\w+ )?(?:degree|education)|\b(?:in (?:lieu|place|(?:the )?absence)|instead) of (?:an? |the )?(?:[\w'’]+ ){0,3}(?:degree|education|diploma))|\bor (?:an? )?(?:(?:comparable|practical|professional|relevant|related|work|job|industry|hands-on|proven|demonstrated|extensive|significant|real-world|commensurate|equal|life|field) ){1,3}experience|(?:accept\w+|consider\w*|used|taken|count\w*)? ?in (?:its|their) (?:place|stead)|(?:without|lacking) (?:an? |the |this )degree|\bor (?:currently |presently |actively )?(?:enrolled|pursuing|working towards?)\b[^.;,]{0,50}|\bor (?:an)?other (?:[\w/-]+ ){0,3}(?:certification|credential|licen[sc]e|designation)s?\b|(?:\bor |\/)(?:an? |the |other |its |(?!or\b|and\b)\w{2,12}(?:\/\w{2,12})? ){0,2}(?:similar|equivalent|comparable)\b(?! (?:\w+ ){0,3}experience)(?: (?:certification|credential|licen[sc]e|degree|education))?/gi;

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
      /experience|combination|training|lieu|absence|place of|instead|(?:its|their) (?:place|stead)|without|lacking|substitut|work|years/i.test(
        match[0],
      );
    if (ITS_PLACE.test(match[0])) {
      // "Puts every record in its place".
      const idle = before === undefined && /\w+\W+\w+\W+\w/.test(text.slice(start, at));
      if (idle || before?.kind === 'credential' || namesBothSides(text, marks, at)) continue;
    }
    // "diploma or equivalent" is the GED, already part of the level.
    if (before === undefined && !experience) continue;
    const of = experience ? 'experience' : before?.kind === 'credential' ? 'credential' : 'education';
    if (!experience && before?.kind === 'experience') continue;
    if (/\bnot (?:be )?$/i.test(text.slice(Math.max(start, at - 12), at))) continue;
    const within = marks.filter((mark) => mark.start < stop && at < mark.end);
    // Said already: "or coding experience".
    if (within.some((mark) => mark.kind === 'equivalent')) continue;
    const overlapped = within.length > 0;
    if (overlapped && !experience) continue;
    found.push({
      start: at,
      end: stop,
      kind: 'equivalent',
      nodes: [{ kind: 'equivalent', of, evidence: quote(text, at, stop) }],
    });
  }
  // "Degree preferred, or experience in lieu of the degree" names it twice.
  const degree = marks.find((mark) => mark.kind === 'education');
  const named = marks.filter(
    (mark) =>
      degree === undefined ||
      mark === degree ||
      !isReplaced(text, mark) ||
      !/\bor\b|;|required|preferred/i.test(text.slice(degree.end, mark.start)),
  );
  return substituting(
    text,
    [...named, ...found].sort((a, b) => a.start - b.start || b.end - a.end),
  );
}

const REPLACED =
  /\b(?:in (?:lieu|place|absence|the absence) of|instead of|substitut\w+ (?:of experience )?for|without|lacking) (?:an? |the |this |required )*$/i;

/** "In lieu of a [bachelor's degree]": the degree that is spoken of, not one that is offered. */
export function isReplaced(text: string, mark: Mark): boolean {
  return mark.kind === 'education' && REPLACED.test(text.slice(Math.max(0, mark.start - 60), mark.start));
}

/** "In its place": another way to meet what was said before, in this sentence or in the last one. */
const ITS_PLACE = /\b(?:its|their) (?:place|stead)\b/i;

/** "One year of experience, or an associate degree in its place": the "or" before `at` says it all, and no other sentence is spoken of. */
export function namesBothSides(text: string, marks: readonly Mark[], at: number): boolean {
  const position = marks.findLastIndex((mark) => mark.end <= at);
  const [left, right] = [marks[position - 1], marks[position]];
  if (left === undefined || right === undefined) return false;
  const gap = text.slice(left.end, right.start);
  return /\bor\b/i.test(gap) && !/[;.]/.test(gap) && (left.kind !== right.kind || /,\s*or\b/i.test(gap));
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
