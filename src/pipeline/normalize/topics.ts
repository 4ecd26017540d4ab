import type { PlacedSegment } from './sections.ts';
import { GAP, type Tokens } from './tokens.ts';

/**
 * What the words of a sentence can be about, as bits: a reader skips the sentences without its bit. `BEGINS` and
 * `LANGUAGE_BIT` take the bits above, so that one number holds all that is known of a word.
 */
export const TOPIC = {
  education: 1,
  span: 2,
  stand: 4,
  credential: 8,
  list: 16,
  type: 32,
  workplace: 64,
  figure: 128,
  /** A length of time, or a moment that ends one. */
  time: 256,
  /** A wording of `EXEMPT`. */
  exempt: 512,
  /** A denial. */
  denial: 1024,
  /** A condition. */
  condition: 2048,
  schedule: 4096,
  travel: 8192,
  sponsorship: 16384,
  closing: 32768,
} as const;
const TOPICS = 0xffff;
/** What a word can be the first of: a reader tries its pattern at these words only. */
export const BEGINS = { degree: 1 << 16, cue: 1 << 17, grace: 1 << 18 } as const;
/** The lowest of the bits that say of which languages a word is. */
export const LANGUAGE_BIT = 1 << 19;

const WORDS: readonly (readonly [number, string])[] = [
  [
    TOPIC.education,
    `degree degrees diploma diplomas bachelor bachelors bachelor's bachelors' baccalaureate master masters master's masters' doctor
    doctoral doctorate phd ged school schools graduate graduates graduated graduation college university certificate certificates
    vocational associate associates associate's associates' bsn bs ba bsc bsw bba bhim ms ma msn msw msc mba mha mph mhi mhsa med
    adn asn aas aa as jd pharmd dds dmd dvm edd dnp dpt juris education schooling hiset program programs programme credits undergraduate
    undergrad postgraduate grade qualification qualifications btech bcom hs undergraduates`,
  ],
  [TOPIC.span, "year years year's years' yr yrs month months mo mos experience experienced day days week weeks"],
  [
    TOPIC.stand,
    `equivalent equivalency lieu place combination absence substitute substituted substitutes substitution substituting comparable similar
    commensurate considered count accepted mix blend enrolled pursuing`,
  ],
  [
    TOPIC.credential,
    `certified certification certifications certificate license licenses licensed licensure licence licences licenced credential credentials
    credentialed registered registration`,
  ],
  [TOPIC.list, 'following below'],
  [
    TOPIC.time,
    "years year year's years' yr yrs month months month's months' mo mos day days days' week weeks anniversary",
  ],
  [
    TOPIC.schedule,
    `shift shifts day days daytime evening evenings night nights overnight overnights weekend weekends rotating rotation
    rotations rotate rotates rotational call morning mornings afternoon afternoons swing graveyard noc monday mon tuesday tue
    tues wednesday wed thursday thu thurs friday fri saturday saturdays sat sunday sundays sun noon midnight hours
    hrs weekly fte biweekly am pm 7a 7p`,
  ],
  [TOPIC.travel, 'travel travels traveling travelling traveled travelled'],
  [TOPIC.sponsorship, 'sponsor sponsors sponsoring sponsorship sponsorships sponsored visa visas h1b 1b'],
  [
    TOPIC.closing,
    `closing closes closed deadline deadlines apply applications filing until through thru expires expire expiry expiration
    expired submit accepted advertised advert vacancy`,
  ],
  [TOPIC.exempt, 'exempt waived waiver encourage interviewing reviewing apply'],
  [
    TOPIC.denial,
    "no not none nor without exclude excluded excludes excluding except other cannot can't don't doesn't won't unable need",
  ],
  [
    TOPIC.condition,
    'if where when as may those certain specific select selected designated specialty some various based per according depending elect',
  ],
  [
    TOPIC.type,
    `full fulltime full-time part parttime diem prn intern internship temporary temp seasonal contract contractor volunteer fte ft pool
    needed 1099 w2 c2c term`,
  ],
  [
    TOPIC.workplace,
    `remote remotely hybrid site onsite person home telecommute telecommuting telecommuter virtual virtually office in-person reside resides
    residing resident residents live living located based states only anywhere campus telework teleworking office offices within outside remotely days us usa us-based`,
  ],
];
/** The topics of each word, as bits. */
export const TOPIC_MARKS: ReadonlyMap<string, number> = marksOf(WORDS);

function marksOf(lists: readonly (readonly [number, string])[]): Map<string, number> {
  const marks = new Map<string, number>();
  for (const [bit, words] of lists)
    for (const word of words.split(/\s+/)) marks.set(word, (marks.get(word) ?? 0) | bit);
  return marks;
}

/** What the words of each sentence are about, and where in the list of words each sentence begins and ends. */
export interface Topics {
  readonly bits: Uint16Array;
  readonly first: Uint32Array;
  readonly last: Uint32Array;
}

/** The topics of each sentence, by one pass over the words of the text. */
export function topicsOf(text: string, tokens: Tokens, segments: readonly PlacedSegment[]): Topics {
  const topics = new Uint16Array(segments.length);
  const starts = new Uint32Array(segments.length);
  const ends = new Uint32Array(segments.length);
  const count = tokens.starts.length;
  let cursor = 0;
  for (let position = 0; position < segments.length; position += 1) {
    const segment = segments[position];
    if (segment === undefined) break;
    let bits = 0;
    while (cursor < count && (tokens.starts[cursor] ?? 0) < segment.start) cursor += 1;
    starts[position] = cursor;
    for (; cursor < count; cursor += 1) {
      const start = tokens.starts[cursor] ?? 0;
      if (start >= segment.end) break;
      const end = tokens.ends[cursor] ?? 0;
      const topic = (tokens.marks[cursor] ?? 0) & TOPICS;
      const first = text.charCodeAt(start);
      // "AS", "MS", "BA" are degrees in capitals only.
      if (topic !== TOPIC.education || end - start > 2 || isCapital(first)) bits |= topic;
      if (first >= 48 && first <= 57)
        bits |= TOPIC.figure | (isLetter(text.charCodeAt(end - 1)) ? TOPIC.span | TOPIC.time | TOPIC.schedule : 0);
      // B.S., A.A.S., Ph.D.
      if (tokens.gaps[cursor] === GAP.dot && end - start <= 2) bits |= TOPIC.education;
    }
    topics[position] = bits;
    ends[position] = cursor;
  }
  return { bits: topics, first: starts, last: ends };
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || isCapital(code);
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}
