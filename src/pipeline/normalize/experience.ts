/** A length of experience that is asked for. Offsets are UTF-16 into the text. */
export interface YearsMention {
  /** Years, the lower bound of a range; months are fractions: 6 months = 0.5. */
  readonly years: number;
  readonly topic: string | undefined;
  readonly start: number;
  readonly end: number;
}

const HALF = '[ -]and[ -](?:an?|one)[ -]half';
/** "2", "2.5", "2 1/2", "two and a half". */
const NUMBER = String.raw`(?:\d{1,2}(?:\.\d| ?[½¼¾]|[ -]1\/2|${HALF})?|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|twenty-four)(?:${HALF})?)`;
const SPAN = new RegExp(
  String.raw`(?<![\w$.,/])(${NUMBER})(?: ?\(\d{1,2}\+?\))? ?\+? ?(?:(?:-|–|—|to|or) ?(${NUMBER})(?: ?\(\d{1,2}\))? ?\+?)? ?-?(?:\+|plus|or more|full|or greater)?[ -]?(?:or more )?(years?'?|yrs?\b\.?|yr\b|months?'?|mos?\b\.?)(?:'s|s)?(?: or more| plus|\+)?(?:\(s\))?`,
  'gi',
);
/** "A year of coding", "half a year's experience". */
const YEAR_ALONE = /(?<![\w$.,/])(half a|a)()(?: full)? (year)(?='s|s'| (?!of age))(?:'s|s')?/gi;
const NO_EXPERIENCE =
  /\bno (?!less|fewer|more)(?:[\w-]+ ){0,5}experience (?:is |at all )?(?:required|needed|necessary|asked for|expected)|^no (?:[\w-]+ ){0,3}experience(?=,|;|\.?$| at all)|(?:do not|don't|does not|doesn't) (?:need|require) (?:any |prior |previous )*(?:[\w-]+ ){0,2}experience|experience (?:is )?not (?:required|needed|necessary)\b(?=[ .!]*$)|(?:will|willing to) train\b.{0,20}no experience|no experience\??,? (?:no problem|we(?:'ll| will) train)/i;
const NUMERALS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  eighteen: 18,
  twenty: 20,
  'twenty-four': 24,
};

/** What shows, after the span, that it is no demand for experience. */
const NOT_EXPERIENCE =
  /^[ -]*(?:of age\b|old\b|and older|degree|college|program|university|institution|accredited|full-time employment contract|contract|term\b|commitment|warranty|in business|ago\b|anniversary|of (?!customer |client |patient )(?:\w+ )?service\b(?! (?:\w+ )?experience)|of (?:college|education|school|study|service to|hire|employment|start|history|growth|continuous employment)|from (?:hire|the date|date|start|employment)|after (?:hire|employment|start)|post[- ]hire|in a row|waiting|probation|history of|assignment|(?:of )?(?:acute care )?schooling|on (?:the )?(?:list|market)|per year|retention|introductory|orientation)/i;
const BEFORE_NOT =
  /(?:\b(?:will|have|make|made|impact|look like|success|achieve\w*|expect\w*|accomplish\w*) in|within(?: the)?(?: first| next| last| past)?|last|past|over the(?: last| past)?|every|first|for over|for more than|for the (?:last|past)|up to|age of|after|celebrat\w+|(?<!no )less than|under|(?<!no )fewer than|<|tenure (?:is|of)|(?:paid|payable|spread) (?:out )?over|(?:directors|nurses|doctors?|owners?|founders?|partners?|team|staff|colleagues|mentors?|leaders|managers|coders|engineers|clinicians) with(?: over| more than)?|lasts?|probation\w*\W{1,3}|commit\w*[\w ,]{0,40} for(?: at least)?|a (?:week|month) for(?: at least)?|\bno [\w ]{1,30} in|nearly|almost|during the|more than(?= \d{2} years (?:of (?:serving|service)|we)))\s*(?:an? )?$/i;
const EXPERIENCE_WORD =
  /experience|background|leadership|\bas an?\b|working|work in|performing|practice|coding|nursing|in an? |in the |managing|leading|\bin [a-z]|with\b|supervis|required|preferred|minimum|at least|\bpaid\b|\brecent\b/i;

/** "Our controller has been with us for 15 years", "a clinical director with 18 years of practice is on call". */
const TENURE =
  /^(?!.*\b(?:candidates?|applicants?|you have|you['’]ve|must|who (?:has|have)|looking|seek\w*)\b).*\b(?:our|the|an?|his|her|he|she|they|whose|of whom)\b[^.;]{0,60}\b(?:has|have|had) (?:been|practi[cs]ed|worked|served|run|led|coded|taught|done|stayed)\b|^(?:our|an?|the) (?!candidate|minimum|total|combination|(?:[\w'-]+ ){0,3}(?:degree|diploma) )(?:[\w-]+ ){1,4}with (?:over |more than )?\d{1,2} years[^.;]{0,40}\b(?:is|are|shares?|leads?|help|will)\b|\baverage tenure\b/i;

/** "A year of coding experience"; "a year of growth" asks for nothing. */
const ONE_YEAR = /^(?: of)? (?:[\w/&-]+ ){0,5}experience\b|^ of (?:[\w-]+ ){0,2}\w+ing\b/i;
/** "Sixty hours a year" is none. */
const BEFORE_ONE_YEAR =
  /(?:^|[.;:,(/–—+-]|\b(?:with|and|or|least|than|minimum|of|over|have|has|requires?|required|plus|needs?|hold|possess))\W*$/i;
/** "Keeps records for seven years": how long they are kept. "Must have kept records for two years" is a history. */
const KEEPS =
  /(?<!\b(?:experience|have|has|having)\b[^.;]{0,30})\b(?:keep|retain|stor(?:e|ing)|archiv|preserv|maintain|hold)[a-z]{0,3}\b[^.;]{0,40}?\b(?:for(?: at least| a minimum of| a period of| up to| over| another)?|records?|charts?|files?|documents?|copies|logs|images|films|data)\s*$|\b(?:records?|charts?|files?|documents?|data) (?:(?:must|will|shall|to) )?(?:is |are |be )?(?:kept|retained|stored|archived|held)\b[^.;]{0,12}$|\bretention(?: period| schedule)?(?: of| for| is|:)?\s*(?:at least )?$/i;
/** What is kept. */
const KEPT = /\b(?:records?|charts?|files?|documents?|copies|logs|images|films|data|them|retention)\b/i;

/** "Bachelor's degree and 2 years", "RHIT plus 1 year". */
const BESIDE_DEGREE =
  /\b(?:degree|diploma|ged|certificate|bachelor['’]?s|associate['’]?s|master['’]?s|[A-Z]{3,5})\)?,?(?: (?:and|with|plus|w\/)| ?[+&])? (?:at least |a minimum of |minimum )?$/;

/**
 * Reads the demanded lengths of experience in one sentence, left to right. `asked`: the sentence stands among the
 * requirements, where "two years of abstracting" needs no further word.
 */
export function readYears(text: string, start: number, end: number, asked = false): YearsMention[] {
  const sentence = text.slice(start, end).replaceAll('’', "'");
  const mentions: YearsMention[] = [];
  if (/experience/i.test(sentence)) {
    const none = NO_EXPERIENCE.exec(sentence);
    if (none !== null)
      mentions.push({
        years: 0,
        topic: undefined,
        start: start + none.index,
        end: start + none.index + none[0].length,
      });
  }
  if (!/year|yr|month|\bmos?\b/i.test(sentence)) return mentions;
  for (const match of spansIn(sentence)) {
    // "Between two and four years": the span itself begins at the second figure.
    const lower = /\bbetween (\d{1,2}|[a-z]{3,6}) and $/i.exec(
      sentence.slice(Math.max(0, match.index - 24), match.index),
    )?.[1];
    const low = numeral(lower) ?? numeral(match[1]);
    if (low === undefined) continue;
    const before = sentence.slice(Math.max(0, match.index - 60), match.index);
    const after = sentence.slice(match.index + match[0].length, match.index + match[0].length + 160);
    if (NOT_EXPERIENCE.test(after) || BEFORE_NOT.test(before)) continue;
    if (/^[ -]*(?:must|will|to obtain|grace)\b/i.test(after)) continue;
    if (/a$/i.test(match[1] ?? '') && !(ONE_YEAR.test(after) && BEFORE_ONE_YEAR.test(before))) continue;
    const whole =
      (sentence.length < 40 && /^\W*$|[:(|–—-]\s*$/.test(before)) ||
      /\bor (?:an? )?$/i.test(before) ||
      (asked &&
        /(?<!\bwe )\bneeds? (?:at least |a minimum of )?$|^\W*(?:(?:at least|minimum|a minimum of|min\.?|over|more than|and|plus)\W*){0,2}$|[;,:]\s*(?:and )?$/i.test(
          before,
        )) ||
      BESIDE_DEGREE.test(before) ||
      /^ of \w+ing\b/i.test(after);
    if (!EXPERIENCE_WORD.test(after) && !EXPERIENCE_WORD.test(before) && !/experience/i.test(sentence) && !whole)
      continue;
    const isMonths = /^mo/i.test(match[3] ?? '');
    const years = isMonths ? Math.round((low / 12) * 100) / 100 : low;
    if (years > 25 || (KEPT.test(before) && KEEPS.test(before))) continue;
    const stop = match.index + match[0].trimEnd().length;
    mentions.push({ years, topic: topicOf(after), start: start + match.index, end: start + stop });
  }
  return mentions.some(({ years }) => years > 0) && TENURE.test(sentence) ? [] : mentions;
}

function spansIn(sentence: string): RegExpExecArray[] {
  const spans = [...sentence.matchAll(SPAN)];
  if (!/a year|a full year|A (?:full )?year/.test(sentence)) return spans;
  return [...spans, ...sentence.matchAll(YEAR_ALONE)].sort((a, b) => a.index - b.index);
}

function numeral(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  const lower = word.toLowerCase();
  if (lower === 'a') return 1;
  if (lower === 'half a') return 0.5;
  const [head = ''] = lower.split(/ ?[½¼¾]|[ -](?:and[ -]|1\/2)/);
  const part = lower.endsWith('¼') ? 0.25 : lower.endsWith('¾') ? 0.75 : 0.5;
  const whole = NUMERALS[head] ?? Number(head);
  return Number.isNaN(whole) ? undefined : head === lower ? whole : whole + part;
}

/** Words that say nothing of what the experience is in. */
const IDLE =
  /^(?:of|related|relevant|prior|previous|recent|work|working|professional|proven|direct|directly|progressive|current|job|paid|successful|demonstrated|required|full-time|or|more|in|the|an?|as|with|its|their|place|last|past|any|some|considered|accepted|preferred|minimum|equivalent|additional|combined|total|verifiable|hands-on|may|can|will|that|which|this|replace|years?|is|are|and|to|for|another|two|three|four|five|one)$/i;

/** "Two years …": what follows up to the next stop, when it is about the experience at all. */
const NAMED =
  /^(?: of)?,? ?((?:[\w/&-]+,? ){0,8}?)experience(?: (?:(?:in|with|as|using|working (?:in|as|with)) ((?:an? )?[\w/&-]+(?: [\w/&-]+){0,5})|([a-z]+ing(?: [\w/&-]+){0,4})))?/i;
const WITH_PREPOSITION = /^(?: of)? (?:in|as|with) ((?:an? )?[\w/&-]+(?: [\w/&-]+){0,4})/i;
const PLAIN = /^(?: of)? ([\w/&-]+(?: [\w/&-]+){0,5})/i;

function topicOf(after: string): string | undefined {
  const named = NAMED.exec(after);
  if (named !== null) return bare(named[1]) ?? bare(named[2]) ?? bare(named[3]);
  return bare((WITH_PREPOSITION.exec(after) ?? PLAIN.exec(after))?.[1]);
}

/** The topic without articles and idle words around it; nothing where a verb or another demand follows. */
function bare(words: string | undefined): string | undefined {
  const about = words?.split(STOP)[0];
  if (about === undefined || OTHER.test(about)) return undefined;
  const parts = about.split(/[\s,]+/).filter((word) => word !== '' && !EMPTY.test(word));
  while (parts[0] !== undefined && IDLE.test(parts[0])) parts.shift();
  while (parts.length > 0 && IDLE.test(parts.at(-1) ?? '')) parts.pop();
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** Where the words turn to something else. */
const STOP =
  /\b(?:with|plus|who|that|including|required|preferred|is|are|to|for|from|at|by|if|when|after|before|within|of any|equal|commensurate|depending)\b/i;
/** Words of a verb or of another demand: what they stand in is no topic. */
const OTHER =
  /\b(?:may|can|will|must|considered|replace|lieu|instead|substitut\w*|last|past|degree|diploma|bachelor|master['’]?s|associate|ged|certificate)\b/i;
const EMPTY = /^(?:an?|the|relevant|related|recent|prior|previous|direct|progressive|proven|successful|demonstrated)$/i;
