const INNER_HEADING =
  /(?:(?:MINIMUM|REQUIRED|PREFERRED|DESIRED|BASIC) (?:QUALIFICATIONS?|REQUIREMENTS?|SKILLS|EXPERIENCE|EDUCATION)(?![a-z])|(?:Minimum|Required|Preferred|Desired|Basic) (?:Qualifications|Requirements)(?![ ,]*[a-z])|(?:QUALIFICATIONS|REQUIREMENTS|EDUCATION|EXPERIENCE|KNOWLEDGE|CERTIFICATIONS?|LICENSES?|LICENSURE)(?: (?:&|AND|\/) [A-Z]{4,}){0,2}:|(?:(?:Minimum|Required|Preferred|Desired|Basic|Additional|Work|Job) ){0,2}(?:Education|Experience|Licensure|Licen[sc]es?|Certifications?|Skills|Benefits|Salary|Compensation|Location|Schedule|Type|Requirements|Qualifications|Responsibilities)(?:(?: (?:and|&) |\/)[A-Z][a-z]{3,20})?:|(?:What [Yy]ou(?:['’]ll| [Ww]ill)? [A-Za-z]{3,10}|What [Ww]e(?:['’]re)? (?:[Oo]ffer|[Aa]sk|[Nn]eed|[Ll]ook)|Nice [Tt]o [Hh]ave|Who [Yy]ou [Aa]re|Physical (?:Requirements|Demands)|Equal Opportunity|(?:Job|Position) (?:Summary|Description|Requirements|Duties|Responsibilities|Qualifications)|Essential (?:Functions|Duties)|Key Responsibilities|(?:Minimum|Required|Preferred|Desired|Basic) (?:Education|Experience|Skills))(?![ ,]*[a-z]))/y;
/** What stands before a heading that is only spoken of: "as listed in Minimum Qualifications", "Preferred Education:". */
const SPOKEN_OF =
  /(?:^|\b)(?:in|under|of|the|all|our|these|this|meets?|above|and|or|with|to|for|[A-Z][\w'’-]{0,20}|[&/–-]) $/;
/** For each pair of ASCII characters, whether `INNER_HEADING` can begin with it. */
const HEADING_STARTS = new Uint8Array(128 * 128);
for (const pair of 'Mi Re Pr De Ba Qu Ed Ex Kn Ce Li Lo Sk Be Sa Sc Co Ty Ad Wo Jo Wh Ni Ph Eq Po Es Ke'.split(' '))
  for (const start of [pair, pair.toUpperCase()]) HEADING_STARTS[(start.charCodeAt(0) << 7) | start.charCodeAt(1)] = 1;
/**
 * Does a heading begin behind the blank at `at`, in the middle of a line: "… partners PREFERRED QUALIFICATIONS
 * Bachelor's"? `pair` are the two UTF-16 units behind the blank; nothing before `start` is looked at.
 */
export function beginsHeading(text: string, at: number, start: number, pair: readonly [number, number]): boolean {
  const [first, second] = pair;
  if (first > 127 || second > 127 || HEADING_STARTS[(first << 7) | second] !== 1) return false;
  INNER_HEADING.lastIndex = at + 1;
  return INNER_HEADING.test(text) && !SPOKEN_OF.test(text.slice(Math.max(start, at - 24), at + 1));
}
