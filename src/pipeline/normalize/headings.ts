/** What a part of an advertisement is about, by its heading. `open` is text before any heading, `unneeded` lists what nobody has to have. */
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
  | 'eeo'
  | 'unneeded';

/** What kind of demand a heading announces: "Licensure/Certification:" makes a bare list a demand. */
export type Topic = 'education' | 'experience' | 'credentials' | 'skills' | 'mixed';

/** What a heading or label says of the words behind it. */
export interface Heading {
  readonly kind: SectionKind | null;
  readonly topic: Topic | null;
  /** "Preferred:" alone: it holds until the next heading of any kind. */
  readonly bare: boolean;
  /** It says in words that what follows is required: "Required Education". */
  readonly explicit: boolean;
}

/** A longer line is no heading. */
export const LABEL_MAX = 80;
/** The headings of postings repeat: what was once told apart is kept, up to this many. */
const MAX_SEEN = 5_000;
const seen = new Map<string, Heading | null>();

/** First match wins: a heading may hold words of several kinds ("Minimum Qualifications and Duties"). */
const KINDS: readonly (readonly [RegExp, SectionKind])[] = [
  [
    /^(?:what )?(?:you|we|they)?(?: do| will)?(?: ?n[o']t| won't) (?:need|require|ask|have to have)|^(?:also )?not (?:needed|required|necessary|a (?:requirement|must))(?!.*(?:prefer|plus|desir|help))|^no need for/,
    'unneeded',
  ],
  [
    /\bphysical|mental (?:requirements|demands)|working conditions|work(?:ing)? environment|travel requirements?|ability to relocate|background check|vaccin|covid/,
    'physical',
  ],
  [
    /equal (?:employment )?opportunity|\beeo|disclaimer|accommodation|privacy|pay transparency|drug[- ]free|disability|diversity|^note\b|please note|application (?:process|deadline)|how to apply|to apply/,
    'eeo',
  ],
  [
    /\bbenefits?\b|perks|what we offer|we offer|what's in it for you|^rewards$|^(?:our |the )?(?:offer|deal|perks)$|we(?:'ll| will)? give|(?:do|can) we (?:give|offer)|you(?:'ll| will)? (?:get|receive|enjoy)$|^working (?:here|at|with us)|^life at|why (?:join|work|choose|you)|total rewards|our promise|we provide|what you(?:'ll| will)? (?:get|receive|enjoy)|tuition|time off|compensation and benefits/,
    'benefits',
  ],
  [
    /^(?:what|how) (?:we|you) (?:pay|earn|make)$|^money$|^(?:(?:min|max)(?:imum)? (?:salary|pay|wage|rate)|base |pay |salary|compensation|wage|hourly|hiring range|annual|expected (?:pay|salary))|\b(?:pay|salary|wage|compensation) (?:range|scale|rate|details|information)/,
    'pay',
  ],
  [
    /prefer|desir|nice[- ]to[- ]have|bonus (?:points|skills|if)|pluses|^plus(?:es)?$|ideal qualifications|^ideally\b|additional (?:preferences|qualifications desired)|even better|stand out|good to have|great to have|optional|(?:'d|would) (?:\w+ )?(?:love|like|help|be (?:\w+ )?(?:handy|glad|great|useful|nice|good))|be glad of|\bhelps?\b if|^(?:also )?helpful|handy|^a (?:big )?plus$|^(?:a )?bonus(?:es)?$|(?:set|sets) you apart|might also (?:have|bring)|nice extras|great if you|top of the pile|extra credit|^assets?$|recommended|^(?:big |added )?(?:beneficial|advantageous|bonus|plus+es)$|would be a plus|a plus if you|competitive candidates/,
    'preferred',
  ],
  [
    /^mandatory\b|prerequisite|to be successful|successful candidates?|you should (?:have|bring)|need to apply|non-?negotiables?|need-to-haves?|^(?:also )?needed$|what (?:we|they|it|(?:the|our) \w+)(?:'re| are| is)?(?: really)? (?:asks?|wants?|needs?|expects?|seeks?|seeking|takes)\b|what we look for|(?:hopes?|wants?|likes?) to see|(?:be|be a|a good|a great|the right) (?:fit|match)\b|you(?:'ve| have) got$|who (?:are you|can apply|should apply|you(?:'ll| will)? be)|^the (?:ideal |right |successful )?(?:candidate|person)$|^you(?:'ll| will)? (?:need|have|hold|bring)$|^bring (?:this|these|with you)$|\bessential\b(?! (?:\w+ )?(?:functions?|dut|responsib))|require|reqiure|requier|qual\w{0,2}f|must[- ]haves?|minimum|what you(?:'ll| will)? (?:need|bring|have)|who you are|^about you$|to be considered|you(?:'ll| will)? (?:have|bring|need)\b|looking for|eligib|entrance|basic|essential (?:skills|criteria)|expertise|eligibility|ideal candidate|candidate profile|your (?:background|profile|experience)|what it takes|credentials|licens|licenc|certif|education|^(?:work |relevant )?experience|experience (?:and|&)|skills|knowledge|competenc|abilities|background/,
    'requirements',
  ],
  [
    /responsib|dut(?:y|ies)\b|what you(?:'ll| will)? do|essential functions|job functions?|day[- ]to[- ]day|in this role|the role|accountabilit|role (?:description|summary|overview)|job (?:description|summary|overview)|position (?:summary|overview|purpose|description)|purpose|scope|summary|^(?:the |your )?(?:opportunity|work|job|mandate|day)$|^(?:a |your )?(?:typical )?(?:day|week)\b|^(?:you will|what it is|what happens)$|your impact|key (?:tasks|activities)|value you'll bring/,
    'duties',
  ],
  [
    /schedule|shift|^where\b|^when\b|^(?:the )?(?:details|terms)$|\bhours|job type|employment type|position type|work (?:location|setting|type|model)|location|status|\bfte\b/,
    'schedule',
  ],
  [
    /about|who we are|^the (?:team|company|organi[sz]ation|firm)$|^how we (?:work|choose|hire)|^what else$|our (?:mission|values|culture|story|company|team)|company|overview|introduction|background on/,
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
  accountabilities activities ask asks not no never require want wants client see need-to-haves nice-to-haves haves love loved helps help earn get
  give apply can don't won't hold handy glad extras else money rewards deal terms non-negotiables bonuses might set apart you'd
  we'd would stand done money when happens it you're top pile great recommended assets extra beneficial mandatory prerequisites prerequisite successful should apply you've got even better could be details here's here ideally wage rate entrance special minimal professional personal strongly highly advantageous`.split(
    /\s+/,
  ),
);
const STRONG_HEADING =
  /\b(?:qualifications?|requirements?|responsibilit(?:y|ies)|duties|benefits|perks|overview|summary|description|education|experience|skills|licensure|licen[sc]es?|certifications?|credentials?|preferred|required|desired|schedule|salary|compensation|location|shift|knowledge|about us|who you are|what you(?:'ll| will)? (?:do|need|bring)|we offer|must[- ]haves?|nice to haves?|looking for|good fit|be a fit|great fit|you've got|stand out|who we are|purpose|preferences)\b/;

/** What the folded words of a label or a short line announce; nothing when they are no heading. */
export function classify(words: string): Heading | undefined {
  if (words.length > LABEL_MAX) return undefined;
  const known = seen.get(words);
  if (known !== undefined) return known ?? undefined;
  const heading = headingOf(words);
  if (seen.size >= MAX_SEEN) seen.clear();
  seen.set(words, heading ?? null);
  return heading;
}

function headingOf(words: string): Heading | undefined {
  if (words === '' || !/[a-z]{3}/.test(words)) return undefined;
  const bare =
    /^(?:the |our |top \d |top |also |strongly |highly )?(?:preferred|required|desired|desirable|minimum|preferred but not required|nice[- ]to[- ]haves?|pluse?s?|a (?:big )?plus|must[- ]haves?|needed)$/.test(
      words,
    );
  const kind = KINDS.find(([pattern]) => pattern.test(words))?.[1];
  if (kind === undefined) return undefined;
  if (/^(?:the |our |top \d+ )?must[- ]haves?$/.test(words))
    return { kind: 'requirements', topic: null, bare: false, explicit: true };
  if (kind === 'unneeded') return { kind, topic: null, bare: false, explicit: true };
  // A label with figures or a sentence's verb is content: "3 years of experience required: …".
  if (/\d/.test(words) || (!STRONG_HEADING.test(words) && words.split(' ').length > 6)) return undefined;
  if (
    /\b(?:must (?:have|be|possess) \w|is required|are required|following|such as|including|bachelor|degree in|one of|at least one|any one|one (?:is )?required)\b/.test(
      words,
    )
  )
    return undefined;
  const topic = TOPICS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
  return { kind, topic, bare, explicit: /required|minimum|requirements|must/.test(words) };
}

/** Do known words alone make up this line, so that it can be a heading without a colon? */
export function isVocabulary(parts: readonly string[]): boolean {
  return parts.every((word) => VOCABULARY.has(word));
}

/** Do known words make up most of this line? */
export function isMostlyVocabulary(parts: readonly string[]): boolean {
  return parts.filter((word) => VOCABULARY.has(word)).length * 3 >= parts.length * 2;
}

/** Is the first word one of those that headings are made of? */
export function beginsAsHeading(label: string): boolean {
  let start = 0;
  while (start < label.length && start <= MARKS_BEFORE && !isLetter(label.charCodeAt(start))) start += 1;
  if (start > MARKS_BEFORE) return false;
  let end = start;
  while (end < label.length && (isLetter(label.charCodeAt(end)) || APOSTROPHES.includes(label.charAt(end)))) end += 1;
  return VOCABULARY.has(label.slice(start, end).toLowerCase().replace('’', "'"));
}

/** So many signs may stand before the first letter of a heading. */
const MARKS_BEFORE = 6;
const APOSTROPHES = "'’";

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Small letters, straight apostrophes, no marks of emphasis; the form in which headings are compared. */
export function fold(words: string): string {
  const lower = words.toLowerCase();
  const signs = (lower.includes('’') ? lower.replaceAll('’', "'") : lower).replace(/[^a-z0-9'&/,().; -]+/g, ' ');
  return (signs.includes('  ') ? signs.replace(/ {2,}/g, ' ') : signs).trim();
}
