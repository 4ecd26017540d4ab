import { EmploymentType, type Reading } from '../../model/reading.ts';
import { quote } from './quotes.ts';
import type { PlacedSegment } from './sections.ts';

// Each alternative begins a word or with a bracket: said once, nothing else is tried inside of words.
const TYPE =
  /(?:\b|(?=\())(?:(?<full_time>\bfull[- ]?time\b|\bft\b(?=\/pt| position)|\b(?:1\.0|0\.9) ?fte\b)|(?<part_time>\bpart[- ]?time\b|\b0\.[1-7]\d? ?fte\b)|(?<per_diem>(?<!(?:meal|travel|lodging|expenses?|daily) )\bper[- ]diem\b(?! (?:of|for|rate|allowance|pay\b|is|and lodging|\$))|\bprn\b|\bpool position\b|\bas[- ]needed basis\b)|(?<internship>\binternship\b|\bintern\b(?= position| program|ship))|(?<temporary>\btemporary\b|\btemp\b(?=[- ]to| position| role| assignment)|\bseasonal\b(?= (?:position|role|job|employment|assignment|opportunity|work\b|hire|help)|[,.;:)]|\s*$|\s*\n))|(?<contract>\bindependent contractor\b|\(1099\)|\b1099 (?:contract|position|role|basis|independent|opportunity)|\(contractor\)|\bcontract(?=[- ](?:role|position|job|basis|opportunity|assignment|to[- ]hire|to[- ]perm|attorney|hire|with\b|through)|\s*\(|$)|\b(?:w-?2|c2c)(?= contract)|\bfixed[- ]term\b|\b\d{1,2}[- ](?:month|week)s?(?: w-?2)? contract\b|\b(?:remote|term|travel) contract\b|(?<=(?:type|term|status|duration): ?)contract\b)|(?<volunteer>\bvolunteer (?:position|role|opportunity)\b|\b(?:looking for|seeking|need) (?:an? )?volunteers?\b))/gi;
/** Sentences about benefits, other staff or history speak of types without stating this job's own. */
const NOT_OWN =
  /benefit|eligible|employees\b|colleagues|team members\b|associates (?:are|have|enjoy|receive)|caregivers (?:are|have)|insurance|coverage|paid time|vacation|holiday|accru|experience\b|years? of|equivalent|retirement|\bmay be|if you|contract(?:or|ing) compan|regular employees|live and work full|placement solutions|conversion|students?|enroll|before beginning|pro-?rated|\bvarious\b|who work\b|own postings|\[insert|full[- ]time salary/i;
/** Even where a label or "this position" stands. */
const PLAINLY_OTHER = /benefit|employees|experience|eligible|equivalent|pro-?rated|\[insert|salary|who work/i;
const LABELLED = /(?:type|schedule|status|shift|time|position)\W{0,6}$/i;
/** "Supervises two full-time coders". */
const LEADS = /\b(?:supervis|manag|oversee|direct|lead|mentor)\w*\b/i;
/** Words by which a sentence of any section speaks of this very job. */
const THIS_JOB =
  /^(?:this (?:is|position|role|job|opportunity)|we(?:['’]re| are) (?:looking|hiring|seeking)|(?:full|part)[- ]?time(?:[,.;:]|$| W-?2)|we hire|job types?|position|schedule|permanent\b)|\bcontract of employment\b|\bindependent contractor\b|\(1099\)/i;
/** A contract that has no end is none of this kind. */
const PERMANENT = /\bpermanent\b[\w ,-]{0,30}$|\b(?:no|not an?|union|under|service|vendor|the|our|your|by) $/i;

/** A stretch of a word that each alternative of `TYPE` and of `TITLES` needs: without any, no type is named. */
const NAMES_TYPE =
  /(?:full|part)[- ]?time|ft(?:\/| p)|fte|diem|prn|pool p|as[- ]needed|intern|temp|season|contract|1099|fixed[- ]term|volunteer/i;

/** Reads the employment types that a posting states of itself, each once, in reading order. */
export function readEmployment(
  title: string,
  text: string,
  segments: readonly PlacedSegment[],
): Reading['employmentTypes'] {
  const found = new Map<EmploymentType, Reading['employmentTypes'][number]>();
  for (const segment of segments) {
    if (segment.end - segment.start > 600) continue;
    const sentence = text.slice(segment.start, segment.end);
    if (!NAMES_TYPE.test(sentence)) continue;
    TYPE.lastIndex = 0;
    let next = TYPE.exec(sentence);
    while (next !== null) {
      const match = next;
      next = TYPE.exec(sentence);
      const type = nameOf(match);
      if (type === 'contract' && segment.heading) continue;
      if (type === undefined || found.has(type) || isNamedOnly(sentence, match, next)) continue;
      if (!isOwn(sentence, match, type, segment)) continue;
      const at = segment.start + match.index;
      found.set(type, { type, evidence: quote(text, at, at + match[0].length) });
    }
  }
  if (!NAMES_TYPE.test(title) && !SHORT.test(title)) return [...found.values()];
  TYPE.lastIndex = 0;
  for (let match = TYPE.exec(title); match !== null; match = TYPE.exec(title)) {
    const type = nameOf(match);
    if (type !== undefined && !found.has(type)) found.set(type, { type });
  }
  for (const type of shortTypes(title)) if (!found.has(type)) found.set(type, { type });
  for (const [type, pattern] of TITLES) if (pattern.test(title) && !found.has(type)) found.set(type, { type });
  return [...found.values()];
}

const TITLES: readonly (readonly [EmploymentType, RegExp])[] = [
  ['internship', /\bintern(?:ship)?\b/i],
  ['contract', /\(contractor\)|\bcontractor$|[-–(] ?contract\b/i],
  [
    'volunteer',
    /\bvolunteer\b(?! (?:coordinat|manage|service|director|engagement|program|specialist|recruit))|\(volunteer\)/i,
  ],
];

/** "FT" and "PT", or "F/T" and "P/T", in capitals. */
const SHORT = /\b[FP]\/?T\b/;
/** What a title goes on with behind such letters: its end, a new part, a shift; "FT WORTH" is a town. */
const GOES_ON = String.raw`(?= ?(?:$|[,;:|/&+)\]–—-])| (?:[–—-]|\d|(?i:days?|nights?|eves?|evenings?|mornings?|afternoons?|mids?|nocs?|overnights?|shifts?|weekends?|weekdays?|rotating|variable|first|second|third|benefits?|benefitted|position|employee|remote|hybrid|or|and|per|prn|perm\w*|temp\w*|exempt|mon\w*|am|pm)\b))`;
const SHORT_FULL = new RegExp(String.raw`(?<!\d[’'"-]? ?)\bF\/?T\b${GOES_ON}`);
/** Not at the head, nor behind an hour or "remote", where it is a time zone. */
const SHORT_PART = new RegExp(
  String.raw`\bP\/T\b${GOES_ON}|(?=PT\b)(?<=\w.{0,200}[ ,(|/:–—-])(?<!(?:\d|[ap]m|\b[CEM]T|[Rr]emote)\W{0,4})PT\b(?! (?:hours|time|zone))${GOES_ON}`,
);
const BOTH_SHORT = /\bF\/?T ?(?:[/,&]|or|and) ?P\/?T\b|\bP\/?T ?(?:[/,&]|or|and) ?F\/?T\b/;
/** Beside one of these, "PT" is as likely the physical therapist. */
const THERAPY =
  /therap|physical|rehab|\b(?:OT|ST|SLP|PTA|DPT|COTA)\b|home (?:health|care)|travel|allied|clinician|out-?patient|in-?patient|acute|ortho|sports|\bsnf\b|skilled nursing|pediatric/i;

/** "Coder - FT Days", "Clerk (PT)"; "PT" at the head, beside words of therapy or as a time zone is none. */
function shortTypes(title: string): EmploymentType[] {
  const found: EmploymentType[] = [];
  if (!SHORT.test(title)) return found;
  const both = BOTH_SHORT.test(title);
  if (both || SHORT_FULL.test(title)) found.push('full_time');
  if (both || (SHORT_PART.test(title) && (title.includes('P/T') || !THERAPY.test(title)))) found.push('part_time');
  return found;
}

/** "Full / Part time: Full-time": what the label names is not yet said. */
function isNamedOnly(sentence: string, match: RegExpExecArray, next: RegExpExecArray | null): boolean {
  if (next === null) return false;
  const colon = sentence.indexOf(':', match.index + match[0].length);
  return colon !== -1 && colon < 40 && colon < next.index;
}

function isOwn(sentence: string, match: RegExpExecArray, type: EmploymentType, segment: PlacedSegment): boolean {
  const before = sentence.slice(0, match.index);
  const labelled = sentence.length < 60 || segment.section === 'schedule' || LABELLED.test(before);
  const said = THIS_JOB.test(sentence);
  const other = segment.section === 'benefits' || segment.section === 'eeo' || segment.section === 'unneeded';
  if (other && !labelled && !said) return false;
  if (said && /^(?:full|part)[- ]?time[,.;:]/i.test(sentence)) return true;
  if (before !== '' && /\b(?:an?|one|two|three|four)(?: \w+)? $/i.test(before) && LEADS.test(before)) return false;
  if (type === 'contract' && PERMANENT.test(before.slice(-40))) return false;
  const around = sentence.slice(Math.max(0, match.index - 60), match.index + match[0].length + 60);
  if (type === 'temporary' && !labelled && /or permanent|contract, temporary/i.test(around)) return false;
  return !NOT_OWN.test(around) || ((labelled || said) && !PLAINLY_OTHER.test(around));
}

function nameOf({ groups }: RegExpExecArray): EmploymentType | undefined {
  if (groups === undefined) return undefined;
  for (const type of EmploymentType.options) if (groups[type] !== undefined) return type;
  return undefined;
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
