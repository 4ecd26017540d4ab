import { NUMBER_WORDS } from './number-words.ts';
import { matchesAtWords, type Sentence } from './sentence.ts';
import { BEGINS, TOPIC } from './topics.ts';

/** How strongly a wording asks; `none` takes the demand back ("not required"). */
export type CueStrength = 'required' | 'preferred' | 'none';

/** A wording that says how strongly its neighbours are asked for. Offsets are UTF-16 into the sentence. */
export interface Cue {
  readonly strength: CueStrength;
  readonly start: number;
  readonly end: number;
  /** `before`: speaks of what follows ("must have"). `after`: of what it follows, if anything ("… required"). */
  readonly side: 'before' | 'after';
}

const CUE = new RegExp(
  [
    String.raw`(?<leadNone>\b(?:do(?:es)? not|don['’]t|doesn['’]t|won['’]t|will not|need not|not) (?:need|require|have to have|ask for)\b|\bno need (?:for|of)|\bno requirement (?:for|of))`,
    String.raw`(?<takenBack>\b(?:but |though )?(?:is |are |is no |are no )?(?:not|n['’]t|isn['’]t|aren['’]t|no longer|neither|longer|by no means|nor) (?:strictly |always |absolutely )?(?:be )?(?:required|necessary|mandatory|needed|essential|compulsory|a requirement|a condition|a must)\b|\b(?:is not|isn['’]t|are not|aren['’]t)(?=[ .!]*$))`,
    String.raw`(?<leadPreferred>\b(?:preferabl[ey]|ideally|ideal candidates?|(?:preference|priority) (?:(?:will be|is) )?(?:given )?(?:to|for)|prefers?\b(?!red)|(?<!\bin )favou?rs? (?=an? |those |people |someone |candidates |applicants |holders )|would (?:like|love)|(?:preferred|desired|ideal) (?:candidates?|applicants?|qualifications?|education|certifications?|licens\w+|experience|credentials?|skills)(?: (?:include|is|are|will|would|have|has|may)\b|:)|nice to have:|bonus(?: points)?(?: for| if|:)|plus:))`,
    String.raw`(?<preferred>\b(?:preferred|preferable|preference|desired|desirable|an? (?:big |huge |strong |definite |major |distinct |real )?plus\b|is plus\b|plus$|an asset|asset$|advantageous|an advantage|advantage$|beneficial|nice[- ]to[- ]have|good to have|a bonus|bonus$|helpful|(?:well|highly|favou?rably|positively) (?:regarded|viewed|received|considered)|(?:regarded|viewed|received|considered) favou?rably|would (?:be )?(?:help|useful|handy|nice|great|good|welcome|beneficial|an? (?:plus|bonus))|favou?red|(?<=\b(?:given|gets?|receives?|has|have|takes?) (?:first )?)priority|useful|handy|helps?(?=[.!]?$)|favou?rable|(?:is |are )?(?:very |also |most )?welcomed?\b(?! to\b)|encouraged|recommended|optional|ideal\b(?! candidate)|will be considered(?! (?:in (?:lieu|place)|instead|as an? (?:substitute|alternative)))|valued))`,
    String.raw`(?<leadRequired>\b(?:must(?! be (?:able|willing|comfortable))|requires?\b|shall|needs? to (?:have|be|hold|possess)|^holds? (?:an? )?|minimum\b|at least|no (?:fewer|less) than|mandatory:|required:|you(?:['’]ll)?(?: also| will| currently| already| must){0,2} (?:have|hold|need)|(?:you|candidates?|applicants?|the (?:\w+ )?(?:candidate|applicant|person|hire)|individuals?) (?:should|will|must|would)(?: also| currently)? (?:have|hold|be|possess|bring)|possession of|has to))`,
    String.raw`(?<required>\b(?:required|mandatory|necessary|needed|is a must|a must\b|are a must|essential|requirements?|required\b))`,
  ].join('|'),
  'iy',
);
/** The words that a wording of strength can begin with. */
export const FIRST_OF_CUE: readonly string[] =
  `isn't aren't longer do does don't doesn't won't will need not no but though is are neither by nor preferably preferable ideally ideal
  preference prefer prefers would preferred desired nice bonus plus desirable a an asset advantageous advantage beneficial
  good helpful favorable favourable very also most welcome welcomed encouraged recommended optional well highly favorably
  favourably positively regarded viewed received considered useful handy help helps valued must require requires shall
  needs hold holds minimum at mandatory required you you'll candidate candidates applicant applicants the individual
  individuals possession has necessary needed essential no requirement requirements priority favor favors favour favours
  favored favoured`.split(/\s+/);

const STILL =
  /^\W{0,3}(?:but|though|yet|however|although)?\W{0,3}(?:(?:is|are|it is|it's|strongly|highly|would be|very|still|certainly|definitely|very much) ){0,3}$/i;

/** The strength wordings of one sentence, left to right. */
export function readCues(one: Sentence): Cue[] {
  const sentence = one.words;
  const cues: Cue[] = [];
  for (const match of matchesAtWords(one, sentence, CUE, BEGINS.cue)) {
    const groups = match.groups;
    if (groups === undefined) continue;
    const start = match.index;
    const end = start + match[0].length;
    const colon = sentence.charAt(end) === ':';
    const wish = groups['leadPreferred'] ?? groups['preferred'];
    const before = cues.at(-1);
    // "Not required but preferred" is a preference.
    if (wish !== undefined && before?.strength === 'none' && STILL.test(sentence.slice(before.end, start))) cues.pop();
    if (groups['leadNone'] !== undefined) cues.push({ strength: 'none', start, end, side: 'before' });
    else if (groups['takenBack'] !== undefined) {
      // "preferred but not required" is a preference, not a withdrawal.
      const last = cues.at(-1);
      if (last?.strength === 'preferred' && start - last.end < 12) continue;
      cues.push({ strength: 'none', start, end, side: 'after' });
    } else if (groups['leadPreferred'] !== undefined) cues.push({ strength: 'preferred', start, end, side: 'before' });
    else if (groups['preferred'] !== undefined)
      cues.push({ strength: 'preferred', start, end, side: colon ? 'before' : 'after' });
    else if (groups['leadRequired'] !== undefined) cues.push({ strength: 'required', start, end, side: 'before' });
    else cues.push({ strength: 'required', start, end, side: colon ? 'before' : 'after' });
  }
  return cues;
}

const AMOUNT = String.raw`(?:(?:\d{1,2}|one|two|three|six|nine) ?(?:-|–|to) ?)?((?:\d{1,3}|one hundred (?:and )?(?:eighty|twenty)|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|eighteen|twenty-four|thirty-six|thirty|forty-five|sixty|ninety)(?: ?\(\d{1,3}\))?(?:st|nd|rd|th)?)`;
const SPAN = `${AMOUNT}[ -]?(days?|weeks?|months?|mos?|years?|yrs?)`;
const START = String.raw`(?: calendar| consecutive)?(?: or less| time)?(?: \w+){0,2}? ?(?:of|from|after|following|in|post|upon|on|as)?(?: the| your| their| date of| initial| start)?[ -]*(?:hire date|start date|hire|hired|hiring|employment|start|starting|date of|position|being|appointment|job|training|role|joining|obtaining|beginning|completion|orientation|entering|transfer|assuming|us\b|here\b|board|day\b|shift\b)`;
/** "within 6 months of hire"; "within 90 days"; "obtained in 18 months"; "within the first year", "by the first anniversary". */
const GRACE = new RegExp(
  [
    String.raw`(?<![\w-])(?:within|w\/in|in|by|(?:no|not) later than|prior to|before|during|after)(?: the)?(?: end of)?(?: first| their first| your first| a)?(?: period of)? ${SPAN}'?${START}`,
    String.raw`(?<![\w-])(?:within|w\/in) (?:the |your |their |an? )?(?:first )?${SPAN}\b(?! (?:of )?(?:graduation|experience))`,
    String.raw`\b(?:obtain|earn|achiev|attain|complet|acquir|receiv|certifi|pass)(?:e|ed|ing)?(?: (?:it|this|certification|the credential|one))? (?:in|by) ${SPAN}\b(?! (?:of )?experience)`,
    String.raw`\b(?:given|have|has|allowed|gets?|up to|granted) ${SPAN} (?:to (?:become|obtain|get|earn|pass|achieve|complete|acquire|do)|grace|after|from)\b`,
    String.raw`(?<![\w-])(?:by|before|no later than)(?: the end of)? month (\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|eighteen|twenty-four|thirty-six)\b`,
    String.raw`(?<![\w-])(?:within|by|in|during|before)(?: the)?(?: end of)?(?: the| your| their| an?)? (?:(?:first|1st|one|full)[ -])?(year|month|anniversary)\b(?: (?:of|after|from|in|on)\b(?! experience)| anniversary)?`,
    String.raw`(?<![\w-])(?:by|before)(?: the)? end of (?:the |your |their |an? )?(?:first )?${SPAN}\b(?! (?:of )?(?:graduation|experience))`,
    String.raw`(?<![\w-])(?:during|in|by|before) (?:the |your |their |his or her )first ${SPAN}\b(?! (?:of )?(?:graduation|experience))`,
    String.raw`(?<![\w-])(?:by|before)(?: the end of)? (?:the |your |their )(third|fourth|sixth|ninth|tenth|twelfth|eighteenth) month\b`,
  ].join('|'),
  'iy',
);
/** "With a 6-month grace period", "grace period of 90 days"; the number before or behind the words. */
const GRACE_PERIOD = new RegExp(
  String.raw`${SPAN}'?[ -]+(?:of )?grace\b(?: period)?|\bgrace(?: period)?(?: of|:| is|,)? (?:up to )?${SPAN}`,
  'gi',
);
/** The words that a period of grace can begin with. */
export const FIRST_OF_GRACE: readonly string[] =
  `within w in by no not prior before during after obtain obtained obtaining earn earned earning achieve achieved achieving
  attain attained attaining complete completed completing acquire acquired acquiring receive received receiving certified
  pass passed passing given have has allowed get gets up granted`.split(/\s+/);
const WORDS: Readonly<Record<string, number>> = {
  ...NUMBER_WORDS,
  'thirty-six': 36,
  thirty: 30,
  'forty-five': 45,
  sixty: 60,
  ninety: 90,
  third: 3,
  fourth: 4,
  sixth: 6,
  ninth: 9,
  tenth: 10,
  twelfth: 12,
  eighteenth: 18,
  'one hundred twenty': 120,
  'one hundred and twenty': 120,
  'one hundred eighty': 180,
  'one hundred and eighty': 180,
};
/** A span after hire within which something may be earned. Offsets are UTF-16 into the sentence. */
export interface Grace {
  readonly months: number;
  readonly start: number;
  readonly end: number;
}

/** What is to be earned "in the first six months": plans for that time stand in the same words. */
const EARNED_BEFORE =
  /\b(?:obtain|earn|achiev|attain|acquir|certif|licens|credential)\w*[^.;]{0,60}$|\b[A-Z]{2,6}(?:-[A-Z]{1,2})?\)?,? $/;
const EARNED_AFTER =
  /^,? (?:(?:you|they) )?(?:(?:must|will|shall|should|need to) )?(?:obtain|earn|achieve|attain|acquire)\b[^.;]{0,30}(?:[Cc]ertif|[Ll]icen|[Cc]redential|[Rr]egist|\b[A-Z]{3,6}\b)/;

/** "Within a year of hire", "by your first anniversary"; "in a year of growth" and "during the year" are none. */
const FIRST_OF_ALL = /first|1st|anniversary|within (?:a|one|1)\b/i;

/** "CCA holders earn the CCS": a time that these holders alone are given. */
const HOLDERS = /\bholders? [^.;]{0,60}$/i;

/** The grace periods of a sentence, left to right; 90 days are 3 months, one year 12. */
export function readGraces(one: Sentence): Grace[] {
  const graces: Grace[] = [];
  if ((one.about & TOPIC.time) === 0) return graces;
  for (const match of matchesAtWords(one, one.words, GRACE, BEGINS.grace)) {
    const months = monthsOf(match);
    const [start, end] = [match.index, match.index + match[0].length];
    if (months === undefined || HOLDERS.test(one.words.slice(Math.max(0, start - 80), start))) continue;
    if (match[13] !== undefined && !EARNED_AFTER.test(one.words.slice(end, end + 90))) {
      if (!EARNED_BEFORE.test(one.words.slice(Math.max(0, start - 90), start))) continue;
    }
    graces.push({ months, start, end });
  }
  // "Grace" may be a name as well.
  if (one.words.includes('race')) {
    for (const match of one.words.matchAll(GRACE_PERIOD)) {
      const months = spanMonths(match[1] ?? match[3], match[2] ?? match[4] ?? '');
      const [start, end] = [match.index, match.index + match[0].length];
      if (months === undefined || /\b(?:no|not|without)(?: an?| any)? $/i.test(one.words.slice(0, start))) continue;
      if (graces.every((grace) => grace.end <= start || end <= grace.start)) graces.push({ months, start, end });
    }
    graces.sort((a, b) => a.start - b.start);
  }
  return graces;
}

function monthsOf(match: RegExpMatchArray): number | undefined {
  if (match[10] !== undefined) return FIRST_OF_ALL.test(match[0]) ? (/month/i.test(match[10]) ? 1 : 12) : undefined;
  // "In 2 years of experience" and "within the past 3 years" speak of the past.
  if (/experience|past|last|previous/i.test(match[0])) return undefined;
  const amount = match[1] ?? match[3] ?? match[5] ?? match[7] ?? match[9] ?? match[11] ?? match[13] ?? match[15];
  return spanMonths(amount, match[2] ?? match[4] ?? match[6] ?? match[8] ?? match[12] ?? match[14] ?? 'months');
}

function spanMonths(words: string | undefined, unit: string): number | undefined {
  const number = (words ?? '').replace(/\s*\(.*$/, '').toLowerCase();
  const amount = WORDS[number] ?? Number.parseInt(number, 10);
  if (Number.isNaN(amount) || amount === 0) return undefined;
  switch (unit.charAt(0).toLowerCase()) {
    case 'd':
      return Math.max(1, Math.round(amount / 30));
    case 'w':
      return Math.max(1, Math.round(amount / 4.345));
    case 'm':
      return amount;
    default:
      return amount * 12;
  }
}
