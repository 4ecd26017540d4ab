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
    String.raw`(?<takenBack>\b(?:but |though )?(?:is |are )?not (?:strictly |always )?(?:be )?(?:required|necessary|mandatory|needed|a requirement|a must)\b)`,
    String.raw`(?<leadPreferred>\b(?:preferabl[ey]|ideally|ideal candidates?|preference (?:(?:will be|is) )?(?:given )?(?:to|for)|prefers?\b(?!red)|would (?:like|love)|(?:preferred|desired|ideal) (?:candidates?|applicants?|qualifications?|education|certifications?|licens\w+|experience|credentials?|skills)(?: (?:include|is|are|will|would|have|has|may)\b|:)|nice to have:|bonus(?: points)?(?: for| if|:)|plus:))`,
    String.raw`(?<preferred>\b(?:preferred|preferable|preference|desired|desirable|an? (?:big |huge |strong |definite |major |distinct |real )?plus\b|is plus\b|plus$|an asset|asset$|advantageous|an advantage|advantage$|beneficial|nice[- ]to[- ]have|good to have|a bonus|bonus$|helpful|favou?rable|(?:is |are )?(?:very |also |most )?welcomed?\b(?! to)|encouraged|recommended|optional|ideal\b(?! candidate)|will be considered|valued))`,
    String.raw`(?<leadRequired>\b(?:must(?! be (?:able|willing|comfortable))|requires?\b|shall|needs? to (?:have|be|hold|possess)|^holds? (?:an? )?|minimum\b|at least|mandatory:|required:|you(?:'ll)? (?:have|hold|need)|possession of|has to))`,
    String.raw`(?<required>\b(?:required|mandatory|necessary|needed|is a must|a must\b|are a must|essential|requirements?|required\b))`,
  ].join('|'),
  'gi',
);

/** The strength wordings of one sentence, left to right. */
export function readCues(sentence: string): Cue[] {
  const cues: Cue[] = [];
  for (const match of sentence.matchAll(CUE)) {
    const groups = match.groups;
    if (groups === undefined || match.index === undefined) continue;
    const start = match.index;
    const end = start + match[0].length;
    const colon = sentence.charAt(end) === ':';
    if (groups['takenBack'] !== undefined) {
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

const GRACE =
  /(?<![\w-])(?:within|w\/in|in|by|no later than|during|after)(?: the)?(?: first| their first| your first| a)?(?: period of)? ((?:\d{1,3}|one|two|three|four|five|six|nine|twelve|eighteen|twenty-four|thirty|sixty|ninety)(?: ?\(\d{1,3}\))?(?:st|nd|rd|th)?)[ -]?(days?|weeks?|months?|mos?|years?|yrs?)'?(?: or less| time)?(?: \w+){0,2}? ?(?:of|from|after|following|in|post|upon|on|as)?(?: the| your| their| date of| initial| start)?[ -]*(?:hire|hired|hiring|employment|start|starting|date of|position|being|appointment|job|training|role|joining|obtaining|beginning|completion|orientation|entering|transfer|assuming)|(?<![\w-])(?:within|w\/in) (?:the )?(?:first )?((?:\d{1,3}|one|two|three|four|five|six|nine|twelve|eighteen|twenty-four|thirty|sixty|ninety)(?: ?\(\d{1,3}\))?)[ -]?(days?|weeks?|months?|mos?|years?|yrs?)\b(?! (?:of )?(?:graduation|experience))/gi;
const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  nine: 9,
  twelve: 12,
  eighteen: 18,
  'twenty-four': 24,
  thirty: 30,
  sixty: 60,
  ninety: 90,
};
/** A span after hire within which something may be earned. Offsets are UTF-16 into the sentence. */
export interface Grace {
  readonly months: number;
  readonly start: number;
  readonly end: number;
}

const UNIT = /day|week|mo|year|yr/i;

/** The grace periods of a sentence, left to right; 90 days are 3 months, one year 12. */
export function readGraces(sentence: string): Grace[] {
  const graces: Grace[] = [];
  if (!UNIT.test(sentence)) return graces;
  for (const match of sentence.matchAll(GRACE)) {
    const months = monthsOf(match);
    if (months !== undefined) graces.push({ months, start: match.index, end: match.index + match[0].length });
  }
  return graces;
}

function monthsOf(match: RegExpMatchArray): number | undefined {
  const number = (match[1] ?? match[3] ?? '').replace(/\s*\(.*$/, '').toLowerCase();
  const amount = WORDS[number] ?? Number.parseInt(number, 10);
  const unit = (match[2] ?? match[4] ?? '').toLowerCase();
  if (Number.isNaN(amount) || amount === 0) return undefined;
  // "in 2 years of experience" and "within the past 3 years" speak of the past.
  if (/experience|past|last|previous/i.test(match[0])) return undefined;
  const months = unit.startsWith('d')
    ? amount / 30
    : unit.startsWith('w')
      ? amount / 4.345
      : unit.startsWith('m')
        ? amount
        : amount * 12;
  return Math.max(1, Math.round(months));
}
