import { NUMBER_WORDS } from './number-words.ts';

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
/** "HCC experience not required", "no supervisory experience required": of that alone, not of any. */
const OF_ONE_KIND =
  /\b(?:(?!OR\b)[A-Z]{2,6}|(?:[Ss]upervis|[Mm]anage(?:ment|rial)|[Ll]eadership|[Tt]eaching|[Rr]esearch|[Ss]ales|[Ii]npatient|[Oo]utpatient|[Ee]pic|[Cc]erner|[Tt]ravel|[Mm]ilitary|[Bb]ilingual)\w*)(?: (?!or\b|and\b)[a-z]+)? experience (?:is |are )?(?:not )?(?:required|needed|necessary|asked for|expected)$/;
/** What shows, after the span, that it is no demand for experience. */
const NOT_EXPERIENCE =
  /^[ -]*(?:of age\b|old\b|and older|degree|college|program|university|institution|accredited|full-time employment contract|contract|term\b|commitment|warranty|in business|ago\b|anniversary|of (?!customer |client |patient )(?:\w+ )?service\b(?! (?:\w+ )?experience)|of (?:college|education|school|study|service to|hire|employment|start|history|growth|continuous employment)|from (?:hire|the date|date|start|employment)|after (?:hire|employment|start)|post[- ]hire|in a row|waiting|probation|history of|assignment|(?:of )?(?:acute care )?schooling|on (?:the )?(?:list|market)|per year|retention|introductory|orientation)/i;
const BEFORE_NOT =
  /(?:\b(?:will|have|make|made|impact|look like|success|achieve\w*|expect\w*|accomplish\w*) in|within(?: the)?(?: first| next| last| past)?|last|past|over the(?: last| past)?|every|first|for over|for more than|for the (?:last|past)|up to|age of|after|celebrat\w+|(?<!no )less than|under|(?<!no )fewer than|<|tenure (?:is|of)|(?:paid|payable|spread) (?:out )?over|(?:directors|nurses|doctors?|owners?|founders?|partners?|team|staff|colleagues|mentors?|leaders|managers|coders|engineers|clinicians) with(?: over| more than)?|lasts?|probation\w*\W{1,3}|commit\w*[\w ,]{0,40} for(?: at least)?|a (?:week|month) for(?: at least)?|commit(?:s|ments?)? (?:of|to|for)(?: (?:at least|no less than|(?:an? )?minimum(?: of)?|up to))?|\bno [\w ]{1,30} in|nearly|almost|during the|more than(?= \d{2} years (?:of (?:serving|service)|we)))\s*(?:an? )?$/i;
const EXPERIENCE_WORD =
  /experience|background|leadership|\bas an?\b|working|work in|performing|practice|coding|nursing|in an? |in the |managing|leading|\bin [a-z]|with\b|supervis|required|preferred|minimum|at least|\bpaid\b|\brecent\b/i;

/** "Our controller has been with us for 15 years", "a clinical director with 18 years of practice is on call". */
const TENURE =
  /^(?!.*\b(?:candidates?|applicants?|you have|you['’]ve|must|who (?:has|have)|looking|seek\w*)\b).*\b(?:our|the|an?|his|her|he|she|they|whose|of whom)\b[^.;]{0,60}\b(?:has|have|had) (?:been|practi[cs]ed|worked|served|run|led|coded|taught|done|stayed)\b|^(?:our|an?|the) (?!candidate|minimum|total|combination|(?:[\w'-]+ ){0,3}(?:degree|diploma) )(?:[\w-]+ ){1,4}with (?:over |more than )?\d{1,2} years[^.;]{0,40}\b(?:is|are|shares?|leads?|help|will)\b|\baverage tenure\b/i;

/** "A year of coding experience"; "a year of growth" asks for nothing. */
const ONE_YEAR = /^(?: of)? (?:[\w/&-]+ ){0,5}experience\b|^ of (?:[\w-]+ ){0,2}\w+ing\b/i;
/** Among the requirements: "A year in billing", "as a coder". */
const ONE_YEAR_IN =
  /^(?: or more)? (?:in|as|with) (?!advance\b|total\b|a row\b|length\b|addition\b|school\b|college\b|review\b|which\b|the life\b|our\b|us\b|compliance\b|order\b)[a-z]/i;
const BEGINS_DEMAND = /^\W*(?:(?:at least|minimum|(?:a )?minimum of|more than|over)\W+)?$/i;
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

const SHORTER = new RegExp(
  String.raw`\b(?:[Dd]egree|[Dd]iploma|[Cc]ertificate|[Bb]achelor'?s|[Aa]ssociate'?s|[Mm]aster'?s|[Dd]octorate|[A-Z]{3,5}(?:-[A-Z])?)\)?,? (?:with|and|plus) (?:at least |a minimum of )?(${NUMBER})(?= ?\+?(?:$|[.;)](?:\s|$)|, (?:or|and)\b| or\b|, (?:[A-Z]|an? |bachelor|master|associate|doctor)))`,
  'g',
);

const PART_OF_THEM =
  /, (?:of which |including |with )?(?:at least )?(\d|one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?: of (?:them|those|these|which))? (?!(?:in|at|as)(?: (?:an?|the|our|your))? (?:person|time|total|each|every|order|addition|last|past|least|row|one|once)\b|(?:in|at|as) (?:our|your)\b)(?=(?:in|at|as|leading|managing|supervising) [a-z])/g;

/**
 * Reads the demanded lengths of experience in one sentence, left to right. `asked`: the sentence stands among the
 * requirements, where "two years of abstracting" needs no further word.
 */
export function readYears(text: string, start: number, end: number, asked = false): YearsMention[] {
  const sentence = text.slice(start, end).replaceAll('’', "'");
  const mentions: YearsMention[] = [];
  if (/experience/i.test(sentence)) {
    const none = NO_EXPERIENCE.exec(sentence);
    if (none !== null && !OF_ONE_KIND.test(sentence.slice(0, none.index + none[0].length)))
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
    if (/a$/i.test(match[1] ?? '')) {
      const inWork = asked && ONE_YEAR_IN.test(after) && BEGINS_DEMAND.test(sentence.slice(0, match.index));
      if (!inWork && !(ONE_YEAR.test(after) && BEFORE_ONE_YEAR.test(before))) continue;
    }
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
  if (mentions.length > 0)
    mentions.push(...shorter(sentence, start, mentions), ...partOfThem(sentence, start, mentions));
  // "One year of coding; no supervisory experience required".
  if (mentions.some(({ years }) => years > 0))
    return TENURE.test(sentence) ? [] : mentions.filter(({ years }) => years > 0);
  return mentions;
}

/** "Associate degree with six years, or bachelor's degree with four": the second figure is in years as well. */
function shorter(sentence: string, start: number, mentions: readonly YearsMention[]): YearsMention[] {
  const [first] = mentions;
  if (first === undefined || first.years === 0) return [];
  return [...sentence.matchAll(SHORTER)].flatMap((match): YearsMention[] => {
    const years = numeral(match[1]);
    const end = start + match.index + match[0].length;
    const at = end - (match[1] ?? '').length;
    const before = mentions.findLast((one) => one.end <= at);
    if (before === undefined || years === undefined || years > 25) return [];
    const topic = before.topic;
    return mentions.some((one) => one.start < end && at < one.end) ? [] : [{ years, topic, start: at, end }];
  });
}

/** "Five years of coding, three in management", "…, two of them leading people": a part of the years before it. */
function partOfThem(sentence: string, start: number, mentions: readonly YearsMention[]): YearsMention[] {
  return [...sentence.matchAll(PART_OF_THEM)].flatMap((match): YearsMention[] => {
    const years = numeral(match[1]);
    const end = start + match.index + match[0].length;
    const at =
      start + match.index + match[0].search(/\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b/);
    const before = mentions.findLast((one) => one.end <= at);
    if (before === undefined || years === undefined || years >= before.years) return [];
    if (/[.;:]/.test(sentence.slice(before.end - start, match.index)) || at - before.end > 90) return [];
    return [{ years, topic: topicOf(` ${sentence.slice(end - start, end - start + 80)}`), start: at, end: end - 1 }];
  });
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
  const whole = NUMBER_WORDS[head] ?? Number(head);
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
  /\b(?:with|without|plus|who|that|including|required|preferred|is|are|to|for|from|at|by|if|when|after|before|within|of any|equal|commensurate|depending)\b/i;
/** Words of a verb or of another demand: what they stand in is no topic. */
const OTHER =
  /\b(?:may|can|will|must|considered|replace|lieu|instead|substitut\w*|last|past|degree|diploma|bachelor|master['’]?s|^(?:an? )?master$|associate|ged|certificate)\b/i;
const EMPTY =
  /^(?:\d{1,2}|an?|the|relevant|related|recent|prior|previous|direct|progressive|proven|successful|demonstrated)$/i;
