import type { EducationLevel } from '../../model/requirement.ts';
import { matchesAtWords, type Sentence } from './sentence.ts';
import { BEGINS } from './topics.ts';

/** A level of education named in a text; offsets are UTF-16 into that text. */
export interface EducationMention {
  readonly level: EducationLevel;
  readonly start: number;
  readonly end: number;
  /** Fields of study named with it, as written. */
  readonly fields: readonly string[];
}

/** "Degree in nursing": of what level is not said. */
export interface BareDegree {
  readonly start: number;
  readonly end: number;
}

/** Order matters only for readability: the leftmost, then the first alternative of this list wins. */
const LEVELS: readonly (readonly [EducationLevel, string])[] = [
  [
    'none',
    "no (?:formal |specific |college |particular |special )?(?:education|degree|diploma|schooling|qualifications?)(?: (?:or|and) (?:degree|diploma|education))?(?: (?:is |are |or experience |of any kind )?(?:required|needed|necessary|requirements?|either)| necessary)|(?:do not|don't|does not|doesn't) (?:need|require) (?:an? |any )?(?:college |formal )?(?:education|degree|diploma)(?: or (?:an? )?(?:degree|diploma))?|(?:an? )?(?:degree|diploma|formal education) is not (?:required|needed|necessary)",
  ],
  [
    'high_school',
    String.raw`(?:high[- ]?school|hs|h\.s\.|secondary(?: school)?)(?: |/)(?:level )?(?:diploma|graduat(?:e|ion)|degree|equivalen(?:t|cy)|education|or equivalent|or ged|ged)|\bg\.?e\.?d\b\.?|hiset|general educat(?:ion|ional) (?:degree|diploma|development)|secondary school|(?:twelfth|12th) grade|high[- ]school\b(?! (?:students?|teachers?|level|age))`,
  ],
  [
    'certificate',
    String.raw`(?:certificate|certification|coding|training|approved|accredited) (?:of completion )?(?:from|of|in|training)? ?(?:an? )?(?:(?!master|bachelor|associate|doctor)\w+ ){0,3}(?:certificate )?(?:program(?:me)?s?|school)(?! (?:manager|director|coordinator))|diploma (?:in|of) nursing|(?:nursing|rn|registered nurse|nurse) diploma|diploma degree|(?:vocational|technical|trade|business)(?:/\w+)? (?:school|training|program|certificate|diploma)|(?:post[- ]?secondary|college|coding|medical coding|him) certificate|post[- ](?:high[- ]school|secondary) (?:diploma|certificate|program|training|education)|(?:graduat(?:ed?|es|ion) (?:of|from)|complet(?:ed|ion of)|finished) (?:an? |the |your )?(?:(?!bachelor|associate|master|degree|high|bsn|adn|asn|college|university|four|two|orientation|training|onboarding)[\w'-]+ ){0,5}?(?:program|school of (?:nursing|practical|vocational)|course \(certificate\)|(?<=(?:nursing|technician|vocational|trade) )school)(?! (?:degree|manag|director))|diploma(?= (?:from|program)|,? (?:or )?(?:associate|bachelor))`,
  ],
  [
    'associate',
    String.raw`associates?'?s?'?(?:/\w+)?(?:'s)?(?: (?:degrees?|level|diploma)|(?=/bach| or bach|/diploma| in [A-Z]| or [a-z]+'s degree))|associate'?s'?(?= ?\(|,| of (?:arts?|science|applied))|associate'?s?,? (?:bachelor|master)'?s?|(?:two|2)[- ]year(?:s'?)?(?: [a-z-]{3,20}){0,2} (?:degree|program|college)|a\.?a\.?s?\.? degree|a\.s\.|a\.a\.s?\.?|\b(?:aas|adn|asn)\b|\b(?:aa|as)(?=/(?:as|aa|bs|ba)| (?:or|and) (?:aa|as|aas|bs|ba)\b| degree| in [A-Z])|associate(?=,? (?:or )?(?:baccalaureate|bachelor))|60 (?:college |semester )(?:credits?|hours)|associate'?s?(?= (?:is )?(?:preferred|required))|associate's?'?(?= ?(?:and|with|plus|\+|/|\|) ?(?:\d|one|two|three|four|five|six|seven|eight|ten))`,
  ],
  [
    'bachelor',
    String.raw`a?bach?elor(?:'?s'?)?(?:/master'?s)?(?: of (?:arts?|science|nursing|business(?: administration)?|engineering|health(?: sciences?)?|social work|accountancy))?(?:[- ](?:degree|level))?|baccalaureate(?: degree)?|b\.?s\.?/b\.?a\.?|b\.?a\.?/b\.?s\.?|\bb\.?s\.?c?\.?(?=(?:'?s)? (?:degree|in [A-Z]|or |/|from|required|preferred|is |nursing)|/(?:m\.?s|m\.?a|mba|ph))|\bb\.?a\.?(?= (?:degree|in [A-Z]|or [BM])|/(?:m\.?a|mba|ph))|\b(?:bsn|bsw|bba|bsc|bhim|b\.s\.n\.?|b\.com|b\.?tech)\b|(?:four|4)[- ]year(?:s'?)?(?: [a-z-]{3,20}){0,2} (?:degree|program|college|university)|under-?graduate degree|university degree|college degree|college graduate|undergrad degree|graduation(?= in)|any graduat(?:e|ion)|degree from (?:an? )?(?:accredited|four)`,
  ],
  [
    'master',
    String.raw`master(?:'s|s'|s)?(?: of (?:arts?|science|business administration|public health|social work|health(?:care)? administration|nursing|education|health)| of (?=[A-Z]))?(?:[- ](?:degree|level|prepared)|(?= in [A-Z]| or |'s| of | required| preferred| is required| is preferred))|master's|masters(?= (?:preferred|required|degree)|\)|,)|m\.?s\.?(?= (?:degree|in [A-Z]|or ph))|m\.?a\.?(?= (?:degree|in [A-Z]))|\b(?:mba|mha|mph|msn|msw|mhi|mhsa|m\.ed|med(?= degree)|msc|m\.s\.n?\.?|m\.b\.a\.?|m\.h\.a\.?)\b|(?<!under)graduate degree|advanced degree|post[- ]?graduate degree|post graduation`,
  ],
  [
    'doctorate',
    String.raw`ph\.? ?d\b\.?|doctora(?:l|te)(?: degree| level)?|doctor of (?:pharmacy|medicine|education|nursing|physical|philosophy|jurisprudence|veterinary|dental|psychology|osteopath)\w*|pharm\.? ?d\b\.?|juris doctor(?:ate)?|\bj\.?d\b\.?(?= (?:degree|from|required|preferred|or|and|with|in)|,|;|$)|\bd\.?d\.?s\b\.?(?=$|[ .,/)])|\bd\.?m\.?d\b\.?|\bd\.?v\.?m\b\.?|\bedd\b|\bdnp\b|\bdpt\b|law degree|medical degree|\bm\.?d\b\.?(?=/?,? ?(?:or |/|and )?d\.?o\b\.?[ ,/a-z]{0,20}(?:degree|\)))|(?:advanced |clinical |doctoral |terminal )+degree(?= \(m\.?d)`,
  ],
];
/** One capturing group a level, in the order of the list; the sources capture nothing themselves. */
const ALL = new RegExp(`(?<![\\w.])(?:${LEVELS.map(([, source]) => `(${source})`).join('|')})`, 'iy');
const LEVEL_NAMES = LEVELS.map(([level]) => level);

/** Degrees that are not asked of the applicant: money for studies, other people's degrees, plain words. */
const NOT_ASKED =
  /tuition|at no cost|free of charge|debt-free|scholarship|reimburse|high degree of|degree of (?:accuracy|confidentiality|independence|care|professionalism|difficulty)|continuing education|master(?:'s)? (?:data|schedule|file|patient index|list|agreement)|degrees? (?:fahrenheit|celsius)|patient education|career (?:path|ladder)|free college|student loan/i;

/** The words that a name of a level can begin with, in small letters and without dots. */
export const FIRST_OF_DEGREE: readonly string[] =
  `no do don't does doesn't a an degree diploma formal high hs h secondary g ged hiset general twelfth 12th certificate
  certification coding training approved accredited nursing rn registered nurse vocational technical trade business post
  postsecondary college medical him graduate graduates graduated graduation completed completion finished associate
  associates associate's associates' two 2 aas adn asn aa as 60 bachelor bachelors bachelor's bacelor bacelors bacelor's
  abachelor abachelors abachelor's baccalaureate b bs bsc ba bsn bsw bba bhim btech four 4 under undergraduate
  university undergrad any master masters master's m ms ma mba mha mph msn msw mhi mhsa med msc advanced postgraduate ph
  phd doctoral doctorate doctor pharm pharmd juris j jd d dds dmd dvm edd dnp dpt law md clinical terminal school`.split(
    /\s+/,
  );

/**
 * Reads the levels of education in one sentence, left to right. A field of study ends where one of `stops` (offsets
 * of credentials named in the sentence) begins.
 */
export function readEducation(one: Sentence, stops: readonly number[] = []): EducationMention[] {
  const { start, end } = one;
  const sentence = one.words.replaceAll('’', "'").replaceAll('`', "'");
  const mentions: EducationMention[] = [];
  const matches = matchesAtWords(one, sentence, ALL, BEGINS.degree);
  for (const [position, match] of matches.entries()) {
    const level = LEVEL_NAMES.find((_name, at) => match[at + 1] !== undefined);
    if (level === undefined) continue;
    const matched = match[0].trimEnd();
    if (isPlainWord(level, matched, sentence, match.index)) continue;
    if (COLLEAGUES.test(sentence.slice(Math.max(0, match.index - 50), match.index))) continue;
    if (level === 'certificate' && isGivenHere(matched, sentence, match.index)) continue;
    const after = match.index + matched.length;
    const last = mentions.at(-1);
    if (level === 'certificate' && isWhereEarned(sentence, match.index, last, start)) continue;
    const earlier = last === undefined ? stops.findLast((stop) => stop < start + match.index) : last.end;
    if (earlier !== undefined && isSchool(matched, sentence, match.index, earlier - start)) continue;
    const until = Math.min(
      (stops.find((stop) => stop >= start + after) ?? end) - start,
      matches[position + 1]?.index ?? sentence.length,
    );
    mentions.push({
      level,
      start: start + match.index,
      end: start + after,
      fields: fieldsAfter(sentence.slice(after, until)),
    });
  }
  return mentions.length > 0 && NOT_ASKED.test(sentence)
    ? mentions.filter((mention) => !moneyFor(sentence, mention.start - start))
    : mentions;
}

const BARE =
  /(?:^\W*|[;:.|] ?|\b(?:must have|have|hold|requires|possess|with) )(?:[Aa]n? )?(?:relevant |related |completed |accredited |recogni[sz]ed |appropriate |suitable )*\b([Dd]egree in (?!progress\b|its\b|their\b|lieu\b|place\b)[A-Za-z][\w&/-]+(?: (?!with\b|plus\b|and (?:\d|an?\b|at\b)|required|preferred|is\b|or equivalent|experience)[\w&/-]+){0,6})/;

/** "Degree in nursing", where no level of education stands before it. Offsets are UTF-16 into the whole text. */
export function bareDegree(
  { words, start }: Sentence,
  levels: readonly EducationMention[],
  stops: readonly number[],
): BareDegree | undefined {
  if (!/egree in /.test(words)) return undefined;
  const match = BARE.exec(words);
  const named = match?.[1];
  if (match === null || named === undefined || NOT_ASKED.test(words)) return undefined;
  const from = start + match.index + match[0].length - named.length;
  const fields = named.slice(0, Math.min(...stops.filter((stop) => stop > from)) - from);
  const end = from + Math.min(named.length, fields.replace(/[\W\d]*(?:\b(?:and|or|an?|with)\W*)*$/, '').length);
  return levels.some((level) => level.start < end) ? undefined : { start: from, end };
}

/** "Associate degree from an accredited program": the program is no demand beside its degree, nor is being enrolled in one. */
function isWhereEarned(sentence: string, at: number, degree: EducationMention | undefined, start: number): boolean {
  const before = sentence.slice(Math.max(0, at - 40), at);
  if (/\b(?:enrolled|enrollment|student|attending|admitted)\b/i.test(before)) return true;
  if (degree === undefined) return false;
  const gap = sentence.slice(degree.end - start, at);
  return (
    gap.length < 120 &&
    !/;/.test(gap) &&
    !/[,]|\bor\b(?! [A-Z]{3,6}\b)/.test(gap.slice(Math.max(0, gap.search(WHERE)))) &&
    /\b(?:from|through|at|of|in|by|via)(?: an?| the)?(?: [\w-]+){0,3}[ -]*$/i.test(gap)
  );
}

/** "Must complete our Technician Training Program": the employer gives it. */
const TO_COMPLETE =
  /\b(?:complete|attend|undergo|participate in|finish|pass|enroll in)(?: (the|this|all|any|an?))?(?: (?!(?:accredited|approved|recognized|college|vocational|technical|trade|high|post|state)\b)[\w'’-]+){0,5} ?$/i;
const OF_EMPLOYER =
  /\b(?:our|company|in-?house|internal|corporate|employer|orientation|onboarding|on-the-job)(?:['’]s)?(?: (?!(?:an?|graduat\w*|complet\w*|candidates?|applicants?|team)\b)[\w'’-]+){0,4} ?$/i;
/** "As a new technician you will complete a training program". */
const AFTER_HIRE = /\b(?:new|will|hired?|within|during|first|upon|after)\b/i;

/** Is it a programme that comes after hire? "Completed", "completion of" and "graduate of" speak of the time before. */
function isGivenHere(matched: string, sentence: string, at: number): boolean {
  if (!/program|training|course/i.test(matched) || /accredited|approved|certificate|vocational|trade/i.test(matched))
    return false;
  const before = sentence.slice(Math.max(0, at - 70), at);
  if (OF_EMPLOYER.test(before) || /\b(?:our|company|in-?house|internal|onboarding|orientation)\b/i.test(matched))
    return true;
  const task = TO_COMPLETE.exec(before);
  if (task === null) return false;
  if (/^(?:the|this|all)$/i.test(task[1] ?? '') && /training/i.test(matched)) return true;
  return AFTER_HIRE.test(sentence.slice(Math.max(0, at - 120), at + matched.length + 60));
}

/** "MBA or LLM degree from an accredited school", "RN from an accredited school": where the leaf that ends or begins at `from` is earned. */
function isSchool(matched: string, sentence: string, at: number, from: number): boolean {
  if (!SCHOOL.test(matched)) return false;
  const gap = sentence.slice(from, at);
  if (gap.length > 90 || /[;,.]\s/.test(gap)) return false;
  // "Diploma or degree from an accredited college" names a degree of its own.
  return /^degree from/i.test(matched)
    ? !/(?:[,/|]|\b(?:or|and|plus|with|an?))\s*$/i.test(gap)
    : /\b(?:from|at|of|by) (?:an? |the )?(?:[\w-]+ ){0,3}$/i.test(gap);
}

/** A level that is named by its school alone. */
const SCHOOL =
  /^(?:degree from|(?:four|4|two|2)[- ]year|accredited|approved|(?:vocational|technical|trade|business)\b.{0,12} school)/i;
/** Where a degree is earned begins here. */
const WHERE = /\b(?:from|through|at|by|via)\b(?!.*\b(?:from|through|at|by|via)\b)/i;
/** "Most of them with a BSN": what colleagues have. */
const COLLEAGUES =
  /\b(?:most|some|many|half|all|several)(?: of (?:them|us|our|whom|these))?(?: \w+)? (?:with|have|has|hold|holding) (?:an? )?$/i;

function moneyFor(sentence: string, at: number): boolean {
  return NOT_ASKED.test(sentence.slice(Math.max(0, at - 60), at + 70));
}

/** Short forms are degrees only in their own letters: "as", "ba", "ms", "jd" are words or names otherwise. */
function isPlainWord(level: EducationLevel, matched: string, sentence: string, at: number): boolean {
  const letters = matched.replaceAll('.', '');
  if (letters.length <= 3 && !/^ph/i.test(letters) && /[a-z]/.test(letters.slice(0, 2))) return true;
  // An employer's staff are "associates"; a title may hold "Associate".
  if (level === 'associate' && /^associates?$/i.test(matched.replace(/ (?:or|level|in .*)$/i, '')))
    return !/degree|bachelor|master|diploma|associate'?s? of (?:arts?|(?:applied )?science)/i.test(
      sentence.slice(at, at + 60),
    );
  return false;
}

/** Words that end a list of fields: a strength, another demand, a substitute, a sentence's verb. */
const FIELD_STOP =
  /[|\d]|\b(?:required|preferred|desired|with|from|or equivalent|and (?:\d|at least|a minimum)|plus|is|must|degree|experience|years?|highly|strongly|who|that|including|through|program|effective|ability|current|hire|hiring|date|completion|completed|finished|in progress|in (?:its|their|the) place|in lieu|currently|enrolled|pursuing|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?= (?:\w+ )?(?:years?|months?)\b|['’]|\s*$)|may|can|will|considered|accepted|shows?)\b/i;
const FIELDS =
  /^(?:(?!\b(?:with|or|and|years?|experience|plus|listed|described|noted|stated|outlined)\b)[^.;:(),\d]){0,24}?\b(?:in|of)\s+(?!(?:its|their|lieu|place|the place)\b)((?:an?\s+)?[A-Za-z][^.;:()]{2,160})/i;

function fieldsAfter(tail: string): string[] {
  const words = FIELDS.exec(tail)?.[1];
  if (words === undefined) return [];
  // Only what follows at once: "degree in X", "degree required in X".
  let list = words.split(FIELD_STOP)[0] ?? '';
  // "Degree in HIM or coding experience": what the experience is in is no field of study.
  if (/^experience/i.test(words.slice(list.length))) list = list.replace(/,? (?:and\/)?or (?:[\w/&.-]+ ){0,4}$/i, '');
  return list
    .split(/,|\/|\bor\b|\band\b(?! (?:information|management|administration))/i)
    .map((field) => field.replace(/^\s*(?:an?|the|any|other)\s+/i, '').trim())
    .filter(
      (field) =>
        field.length > 2 &&
        field.length < 60 &&
        field.split(' ').length < 7 &&
        !/\d/.test(field) &&
        !/^(?:related|relevant|similar|equiv|equivalent|other|field|lieu|a |one|two|three|four|five|six|seven|eight|ten)\b/i.test(
          field,
        ),
    )
    .slice(0, 8);
}
