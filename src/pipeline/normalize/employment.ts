import { EmploymentType, type Reading } from '../../model/reading.ts';
import { quote } from './quotes.ts';
import type { PlacedSegment } from './sections.ts';

const TYPE =
  /(?<full_time>\bfull[- ]?time\b|\bft\b(?=\/pt| position)|\b(?:1\.0|0\.9) ?fte\b)|(?<part_time>\bpart[- ]?time\b|\b0\.[1-7]\d? ?fte\b)|(?<per_diem>\bper[- ]diem\b|\bprn\b|\bpool position\b|\bas[- ]needed basis\b)|(?<internship>\binternship\b|\bintern\b(?= position| program|ship))|(?<temporary>\btemporary\b|\btemp\b(?=[- ]to| position| role| assignment)|\bseasonal\b)|(?<contract>\bindependent contractor\b|\(contractor\)|\bcontract(?=[- ](?:role|position|job|basis|opportunity|assignment|to[- ]hire|to[- ]perm|attorney|hire)|\s*\(|$)|\b(?:1099|w2|c2c)(?= contract)|\bfixed[- ]term\b|\b(?:3|6|9|12|13|18|24)[- ](?:month|week) contract\b|\b(?:remote|term|travel) contract\b|(?<=(?:type|term|status): ?)contract\b)|(?<volunteer>\bvolunteer (?:position|role|opportunity)\b)/gi;
/** Sentences about benefits, other staff or history speak of types without stating this job's own. */
const NOT_OWN =
  /benefit|eligible|employees\b|colleagues|team members (?:who|with)|insurance|coverage|paid time|vacation|holiday|accru|experience\b|years? of|equivalent|retirement|\bmay be|if you|contract(?:or|ing) compan|regular employees|live and work full|placement solutions|conversion|students?|enroll|before beginning|pro-?rated|\bvarious\b/i;

/** Reads the employment types that a posting states of itself, each once, in reading order. */
export function readEmployment(
  title: string,
  text: string,
  segments: readonly PlacedSegment[],
): Reading['employmentTypes'] {
  const found = new Map<EmploymentType, Reading['employmentTypes'][number]>();
  for (const segment of segments) {
    if (segment.end - segment.start > 600) continue;
    const from = segment.start;
    const sentence = text.slice(from, segment.end);
    const own = segment.section !== 'benefits' && segment.section !== 'eeo';
    for (const match of sentence.matchAll(TYPE)) {
      const type = nameOf(match);
      if (type === undefined || found.has(type)) continue;
      const around = sentence.slice(Math.max(0, match.index - 60), match.index + match[0].length + 60);
      const labelled =
        sentence.length < 60 ||
        /(?:type|schedule|status|shift|time|position)\W{0,6}$/i.test(sentence.slice(0, match.index)) ||
        segment.section === 'schedule';
      if (!own && !labelled) continue;
      if (
        NOT_OWN.test(around) &&
        !(labelled && !/benefit|employees|experience|eligible|equivalent|pro-?rated/i.test(around))
      )
        continue;
      if (type === 'temporary' && !labelled && /or permanent|contract, temporary/i.test(around)) continue;
      found.set(type, { type, evidence: quote(text, from + match.index, from + match.index + match[0].length) });
    }
  }
  for (const match of title.matchAll(TYPE)) {
    const type = nameOf(match);
    if (type !== undefined && !found.has(type)) found.set(type, { type });
  }
  if (/\bintern(?:ship)?\b/i.test(title) && !found.has('internship')) found.set('internship', { type: 'internship' });
  if (/\(contractor\)|\bcontractor$|[-–(] ?contract\b/i.test(title) && !found.has('contract'))
    found.set('contract', { type: 'contract' });
  return [...found.values()];
}

function nameOf(match: RegExpMatchArray): EmploymentType | undefined {
  const groups = match.groups ?? {};
  return EmploymentType.options.find((type) => groups[type] !== undefined);
}

/** An employment type in a vendor's words or codes ("FULL_TIME", "PRN", "Vollzeit", "Per Diem"); first by code, then by word. */
export function employmentTypeOf(words: string): EmploymentType | undefined {
  const folded = words.toLowerCase().replace(/[_-]+/g, ' ').trim();
  if (/^(?:full|ft\b)|full ?time|vollzeit|temps plein|^regular$|^permanent$/.test(folded)) return 'full_time';
  if (/^(?:pt\b)|part ?time|teilzeit|temps partiel/.test(folded)) return 'part_time';
  if (/per ?diem|\bprn\b|on call|casual|as needed/.test(folded)) return 'per_diem';
  if (/intern|trainee|praktikum|apprentice/.test(folded)) return 'internship';
  if (/volunt/.test(folded)) return 'volunteer';
  if (/temp|seasonal|limited/.test(folded)) return 'temporary';
  return /contract|freelance|fixed term|travel/.test(folded) ? 'contract' : undefined;
}
