import type { Segment } from './sentences.ts';

/** What a part of an advertisement is about, by its heading. `open` is text before any heading. */
export type SectionKind =
  | 'open'
  | 'requirements'
  | 'preferred'
  | 'duties'
  | 'benefits'
  | 'about'
  | 'pay'
  | 'schedule'
  | 'physical'
  | 'eeo';

/** What kind of demand a heading announces: "Licensure/Certification:" makes a bare list a demand. */
export type Topic = 'education' | 'experience' | 'credentials' | 'skills' | 'mixed';

/** A sentence with the section it stands in; headings themselves carry `heading`. */
export interface PlacedSegment extends Segment {
  readonly section: SectionKind;
  readonly topic: Topic | null;
  readonly heading: boolean;
}

interface Heading {
  readonly kind: SectionKind | null;
  readonly topic: Topic | null;
  /** "Preferred:" alone: it holds until the next heading of any kind. */
  readonly bare: boolean;
  /** It says in words that what follows is required: "Required Education". */
  readonly explicit: boolean;
}

const LABEL_MAX = 80;

/** First match wins: a heading may hold words of several kinds ("Minimum Qualifications and Duties"). */
const KINDS: readonly (readonly [RegExp, SectionKind])[] = [
  [
    /\bphysical|mental (?:requirements|demands)|working conditions|work(?:ing)? environment|travel requirements?|ability to relocate|background check|vaccin|covid/,
    'physical',
  ],
  [
    /equal (?:employment )?opportunity|\beeo|disclaimer|accommodation|privacy|pay transparency|drug[- ]free|disability|diversity|^note\b|please note|application (?:process|deadline)|how to apply|to apply/,
    'eeo',
  ],
  [
    /\bbenefits?\b|perks|what we offer|we offer|what's in it for you|^working (?:here|at|with us)|^life at|why (?:join|work|choose|you)|total rewards|our promise|we provide|what you(?:'ll| will)? (?:get|receive|enjoy)|tuition|time off|compensation and benefits/,
    'benefits',
  ],
  [
    /^(?:(?:min|max)(?:imum)? (?:salary|pay|wage|rate)|base |pay |salary|compensation|wage|hourly|hiring range|annual|expected (?:pay|salary))|\b(?:pay|salary|wage|compensation) (?:range|scale|rate|details|information)/,
    'pay',
  ],
  [
    /prefer|desir|nice[- ]to[- ]have|bonus (?:points|skills|if)|pluses|^plus(?:es)?$|ideal(?:ly)? (?:qualifications|have)|additional (?:preferences|qualifications desired)|even better|stand out|good to have|great to have|optional/,
    'preferred',
  ],
  [
    /require|qualif|must[- ]haves?|minimum|what you(?:'ll| will)? (?:need|bring|have)|who you are|^about you$|to be considered|you(?:'ll| will)? (?:have|bring|need)\b|looking for|eligib|entrance|basic|essential (?:skills|criteria)|expertise|eligibility|ideal candidate|candidate profile|your (?:background|profile|experience)|what it takes|credentials|licens|licenc|certif|education|^(?:work |relevant )?experience|experience (?:and|&)|skills|knowledge|competenc|abilities|background/,
    'requirements',
  ],
  [
    /responsib|dut(?:y|ies)\b|what you(?:'ll| will)? do|essential functions|job functions?|day[- ]to[- ]day|in this role|the role|accountabilit|role (?:description|summary|overview)|job (?:description|summary|overview)|position (?:summary|overview|purpose|description)|purpose|scope|summary|your impact|key (?:tasks|activities)|value you'll bring/,
    'duties',
  ],
  [
    /schedule|shift|\bhours|job type|employment type|position type|work (?:location|setting|type|model)|location|status|\bfte\b/,
    'schedule',
  ],
  [
    /about|who we are|our (?:mission|values|culture|story|company|team)|company|overview|introduction|background on/,
    'about',
  ],
];
const TOPICS: readonly (readonly [RegExp, Topic])[] = [
  [
    /educat.*(?:experien|licen|certif|credential)|(?:experien|licen|certif).*educat|experien.*(?:licen|certif)/,
    'mixed',
  ],
  [/educat|degree|academic/, 'education'],
  [/licen[sc]|certif|credential|registration/, 'credentials'],
  [/experience/, 'experience'],
  [/skill|knowledge|abilit|competenc/, 'skills'],
];

/** A heading that runs straight into its text: "Minimum Qualifications A bachelor's …", "QUALIFICATIONS 2+ years". */
const LEAD_HEADING =
  /^(?:(?:Minimum|Required|Preferred|Desired|Basic|Additional|MINIMUM|REQUIRED|PREFERRED|DESIRED|BASIC|ADDITIONAL) (?:(?:Job|JOB|Education|EDUCATION) )?(?:Qualifications?|QUALIFICATIONS?|Requirements?|REQUIREMENTS?|Skills|SKILLS|Experience|EXPERIENCE|Education|EDUCATION)|(?:QUALIFICATIONS|REQUIREMENTS|EDUCATION|Qualifications|Requirements)) (?=[A-Z][a-z' ]|\d)(?!(?:And|Of|For|In|Or)\b)/;

/** Words a line without a colon may consist of to be taken for a heading. */
const VOCABULARY = new Set(
  `a about additional also an and any applicant etc applicants are as at background basic be benefits both bonus bring
  candidate candidates certificate certificates certification certifications certs company competencies compensation
  core credential credentials criteria culture day days demands description desirable desired details do does duties
  education educational eligibility employment environment essential expect experience experiences expertise
  for from full function functions general good have hours how ideal if in information is it it's job join key
  knowledge license licenses licensure licence licences list location looking main make minimum mission must must-have
  must-haves need needed nice of offer on opportunity or other our overview pay perks physical plus points position
  preference preferences preferred primary profile purpose qualification qualifications qualities range registration
  registrations required requirement requirements responsibilities responsible responsibility role salary schedule
  scope shift skill skills specific status succeed success summary technical that the this time to training type us
  values we we're what what's where who why will with work working you you'll you're your abilities ability
  accountabilities activities wage rate entrance special minimal professional personal strongly highly advantageous`.split(
    /\s+/,
  ),
);
const STRONG_HEADING =
  /\b(?:qualifications?|requirements?|responsibilit(?:y|ies)|duties|benefits|perks|overview|summary|description|education|experience|skills|licensure|licen[sc]es?|certifications?|credentials?|preferred|required|desired|schedule|salary|compensation|location|shift|knowledge|about us|who you are|what you(?:'ll| will)? (?:do|need|bring)|we offer|must[- ]haves?|nice to haves?|looking for|who we are|purpose|preferences)\b/;

/**
 * Places each sentence in its section, by the headings before it. A label at the head of a line ("Education:
 * Bachelor's") is split off as a heading of its own. Linear.
 */
export function placeSegments(text: string, segments: readonly Segment[]): PlacedSegment[] {
  const placed: PlacedSegment[] = [];
  let section: SectionKind = 'open';
  let topic: Topic | null = null;
  /** What holds again when a bare "Preferred:" ends. */
  let outer: SectionKind = 'open';
  /** Line of a bare "Preferred: X" with its content beside it: it speaks of that line alone. */
  let bareLine = -1;
  let bareBullet = false;
  for (const [position, segment] of segments.entries()) {
    let start = segment.start;
    const opensList = !segment.bullet && segments[position + 1]?.bullet === true;
    if (bareLine !== -1 && segment.line > bareLine && (!segment.bullet || bareBullet)) {
      section = outer;
      bareLine = -1;
    }
    // A line may carry two labels: "Licensure: Required: RN".
    for (let round = 0; round < 3; round += 1) {
      const label = labelAt(text, start, segment.end, segment, round === 0, opensList);
      if (label === undefined) break;
      const { heading, end } = label;
      if (heading.bare) section = heading.kind ?? section;
      else if (heading.kind === null || isTopicOnly(heading, outer)) section = outer;
      else {
        section = heading.kind;
        outer = heading.kind;
      }
      topic = heading.topic ?? (heading.bare ? topic : null);
      placed.push({ ...segment, start, end: Math.min(end, segment.end), section, topic, heading: true });
      start = skipBlank(text, end, segment.end);
      bareLine = heading.bare && start < lineEnd(text, segment.end) ? segment.line : -1;
      bareBullet = segment.bullet;
      if (start >= segment.end) break;
    }
    if (start < segment.end) placed.push({ ...segment, start, section, topic, heading: false });
  }
  return placed;
}

/** "Education:" below "Preferred Qualifications" stays preferred; below anything else it opens requirements. */
function isTopicOnly(heading: Heading, outer: SectionKind): boolean {
  return (
    heading.kind === 'requirements' &&
    heading.topic !== null &&
    !heading.bare &&
    outer === 'preferred' &&
    !heading.explicit
  );
}

function labelAt(text: string, start: number, end: number, segment: Segment, first: boolean, opensList: boolean) {
  const colon = text.indexOf(':', start);
  if (
    colon !== -1 &&
    colon < end &&
    text.lastIndexOf('(', colon) <= text.lastIndexOf(')', colon) &&
    colon - start <= LABEL_MAX &&
    text.charAt(colon + 1) !== '/'
  ) {
    const words = fold(text.slice(start, colon));
    const heading = words.split(' ').length <= 9 ? classify(words) : undefined;
    if (heading !== undefined && !/[.;]/.test(words)) return { heading, end: colon + 1 };
  }
  const lead = LEAD_HEADING.exec(text.slice(start, Math.min(end, start + 60)));
  if (lead !== null && start + lead[0].length < end) {
    const heading = classify(fold(lead[0]));
    if (heading !== undefined) return { heading, end: start + lead[0].length };
  }
  if (end - start > LABEL_MAX) return undefined;
  const words = fold(text.slice(start, end)).replace(/[.;]+$/, '');
  const parts = words.split(/[ /,&()-]+/).filter(Boolean);
  if (parts.length === 0 || parts.length > 9) return undefined;
  const known = parts.every((word) => VOCABULARY.has(word));
  const marked = first && segment.first && text.charAt(segment.start - 1) === '#';
  const shouted = first && segment.first && parts.length <= 6 && /^[A-Z &/,()-]{8,}$/.test(text.slice(start, end));
  // A short line above a list needs no known words to be its heading.
  const heads = opensList && first && parts.length <= 5 && !/[.,;]/.test(words);
  if (!known && !marked && !shouted && !heads) return undefined;
  if (known && parts.length > 2 && /^(?:no|not)\b/.test(words)) return undefined;
  const heading = classify(words);
  return heading === undefined ? undefined : { heading, end };
}

function classify(words: string): Heading | undefined {
  if (words === '' || !/[a-z]{3}/.test(words)) return undefined;
  const bare =
    /^(?:strongly |highly )?(?:preferred|required|desired|minimum|preferred but not required|nice to have|plus)$/.test(
      words,
    );
  const kind = KINDS.find(([pattern]) => pattern.test(words))?.[1];
  if (kind === undefined) return undefined;
  if (/^must[- ]haves?$/.test(words)) return { kind: 'requirements', topic: null, bare: false, explicit: true };
  // A label with figures or a sentence's verb is content: "3 years of experience required: …".
  if (/\d/.test(words) || (!STRONG_HEADING.test(words) && words.split(' ').length > 6)) return undefined;
  if (
    /\b(?:must (?:have|be|possess)|is required|are required|following|such as|including|bachelor|degree in|one of)\b/.test(
      words,
    )
  )
    return undefined;
  const topic = TOPICS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
  return { kind, topic, bare, explicit: /required|minimum|requirements|must/.test(words) };
}

function fold(words: string): string {
  return words
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^a-z0-9'&/,().; -]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Where the content of a line ends. */
function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  const end = newline === -1 ? text.length : newline;
  return end - from > 400 ? end : from + text.slice(from, end).trimEnd().length;
}

function skipBlank(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /[\s*_:–—-]/.test(text.charAt(at))) at += 1;
  return at;
}
