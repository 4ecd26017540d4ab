import type { Travel } from '../../model/reading.ts';
import { factPhrase, quote } from './quotes.ts';
import type { PlacedSegment } from './sections.ts';

const TRAVEL = /\btravel(?:s|l?ing|led)?\b/gi;
/** What is looked at before and after the word, in UTF-16 units. */
const REACH = 90;
/** The next mentions in one sentence say nothing more; a hostile text has thousands. */
const MAX_MENTIONS = 300;

const WORD_PERCENT: Readonly<Record<string, number>> = {
  five: 5,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  'twenty-five': 25,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  'seventy-five': 75,
  eighty: 80,
};
/** "10-20%", "10% to 20%", "twenty-five (25) percent". */
const SHARE = String.raw`(?<![\w.,$])(?:(?<low>\d{1,3})(?:\.\d)?\s?(?<mark>\+?\s?%|\+)?(?:\s?(?:-|–|—|to|or|and)\s?(?<high>\d{1,3})(?:\.\d)?)?|(?<word>${Object.keys(WORD_PERCENT).join('|')})(?:\s?\((?<echo>\d{1,3})\s?%?\))?)\s?\+?\s?(?:%|percent\b)\)?`;
/** How each share ends. */
const PERCENT = /%|percent/i;
const SHARE_AFTER = new RegExp(String.raw`^(?<between>[^%\n]{0,60}?)${SHARE}(?<tail>.{0,14})`, 'i');
const SHARE_BEFORE = new RegExp(String.raw`(?<lead>.{0,26})${SHARE}(?<between>[^%;\n]{0,35})$`, 'i');
/** The share is of something else. */
const OTHER_SHARE =
  /remote|on-?site|office|\bhome\b|telework|clinical|admin|salary|bonus|match|\boff\b|discount|sav(?:e|ing)|reimburs|paid|pays?\b|cover|benefit|\bof (?!(?:the |your |their |working |work |its )*(?:time|week|month|year|position|role|job|schedule|work|hours)\b)|hospital|virtual|desk/i;
/** More than the figure is possible, so there is no upper bound. */
const OPEN_BEFORE = /(?:at least|minimum(?: of)?|more than|over|greater than|exceeds?|exceeding|>|no less than) ?$/i;
const OPEN_AFTER = /^ ?(?:\)? ?)(?:\+|or (?:more|greater|higher|above)|minimum|and (?:up|above)|plus\b)/i;

/** Travel as a trade, a benefit or a task for others. */
const OTHER_AFTER =
  /^[\s/&-]{0,3}(?:nurs|rns?\b|lpn|cna\b|contract|assignment|agenc|alli|therap|tech|job|healthcare|clinician|professional|reimburs|stipend|benefit|discount|insur|expens|allowance|assistance|accommodat|perk|industr|compan|medicine|clinic|vaccin|health|document|plan|arrang|itinerar|book|histor|restrict|advis|vouch|guide|per diem|polic|coordinat|costs?\b|budget|pay\b|program|protect|risk|accounts?\b|points|rewards|concierge|agent|services|hospitality|brands?\b|experience|search|savings|teams?\b|logistic|cards?\b|reports?\b|safety|loyalty|credits?\b|deals?\b|opportunit|partners?\b|retail|(?:and |& |, )(?:tourism|hospitality|leisure|expens|entertainment|housing|lodging|accommodat|event|calendar|meetings?\b|meals?\b|hotel|more\b|relocation|per diem|time off|retail|dining|mileage))/i;
const OTHER_BEFORE =
  /(?:medical|paid|reimbursed|leisure|personal|adventure|luxury|online|patient|vacation|discounted|free|meals?,? (?:and )?|dining,?|entertainment,?|hotels?,?|discounts (?:on|for)|savings on|freedom to|love to|opportunit(?:y|ies) (?:to|for)|chance to|passion for|enjoy(?:s|ing)?|retail,?|shopping,?|movies,?|relocation(?: and)?|mileage(?: and)?|housing(?: and)?|arrang(?:e|es|ing)|coordinat(?:e|es|ing)|book(?:s|ing)?|plan(?:s|ning)?|schedul(?:e|es|ing)|organi[sz](?:e|es|ing)|manag(?:e|es|ing)|process(?:es|ing)?)(?: (?:(?:domestic|international) (?:and|or)|(?!(?:to|will|must|and|or|with|but|may|should)\b)[\w-]+)){0,4} ?$/i;
/** Others who travel. */
const OTHER_SUBJECT =
  /\b(?:patients?|members|customers|students?|families|residents|guests|visitors|clients|people|we)\b[^.;,]{0,20}$/i;

const NONE_BEFORE =
  /(?<!\b(?:little|minimal|limited|low)(?: to| or|\/| \/)? ?)\b(?:no|zero|without(?: any)?) (?:(?:required|business|work|work-related|job-related|any) ){0,2}$/i;
const NONE_ASKED =
  /\b(?:does|do|will|is|are)(?: not|n['’]t) (?:required? (?:any |to )?|involve (?:any )?|include (?:any )?)$/i;
const NONE_AFTER = /^(?: (?:is|are|will be))? not (?:be )?(?:required|expected|anticipated|necessary|needed)\b/i;
const LITTLE = /\b(?:little|minimal|limited|low)(?: to| or|\/| \/)? ?no $/i;
const NEGATED = /(?:\b(?:no|not|without|never|nor)\b|n['’]t\b)[^.;,]{0,30}$/i;

const KIND_BEFORE =
  /\b(?:occasional(?:ly)?|some|frequent(?:ly)?|regular(?:ly)?|periodic(?:ally)?|minimal|limited|moderate|extensive|significant|infrequent|rare|light|heavy|local|regional|domestic|national|international|overnight|daily|statewide|nationwide|out-of-(?:town|state|area)|in-state|required|requires|quarterly|monthly|weekly|little(?: to no)?|no|considerable|field|intermittent|inter-?facility)(?:(?:,|\/| and| or| to|,? and\/or) ?(?:occasional|some|local|regional|domestic|national|international|overnight|daily|statewide|in-state|out-of-state|no|air|car|limited|minimal))?(?: (?:business|air|car|job-related|work-related|work|overnight|local|domestic|day))? ?$/i;
const ASKED_TO =
  /\b(?:able|ability|willing|willingness|required?|requires|requirement|requiring|need(?:s|ed)?|expect(?:s|ed|ation)?|must|may|will|prepared|flexib\w+|availab\w+|you|you['’]ll|should|comfortable|able and willing)\b(?:[^.;:]{0,30}?\b(?:to|will|must|may|should|and|or))?(?: (?:\w+ly|often))? $/i;
const ASKED_FOR = /\b(?:requires?|required|requiring|involves?|includes?|expect(?:s|ed)?|needs?) (?:\w+ ){0,2}$/i;
const ASKED_AFTER =
  /^[^.;:?!]{0,60}?\b(?:is|are|be|as)?(?: \w+ly)? ?(?:required|expected|necessary|needed|anticipated|a must)\b/i;
const WAY_AFTER =
  /^ (?:locally |regularly |frequently )?(?:between|among|throughout|across|within|to|once|twice|weekly|monthly|\d{1,2}(?:-\d{1,2})? (?:days|times|trips)) /i;
const PAID_FOR = /\b(?:reimburs\w+|compensat\w+|expenses?|stipends?|allowances?|pay|mileage)\b[^.;]{0,30}$/i;
const PRICE = /\b(?:sav\w+|discount\w*|cover\w*|pays?|reimburs\w*|match\w*|bonus|earn)\b/i;

/** A line or label that announces a value: "Travel", "Travel Required:", "Percentage of travel:". */
const LABEL =
  /^(?:job |amount of |percent(?:age)? of |% of |% |expected |estimated |overnight |anticipated |required )?travel(?:ing)?(?: (?:is|time|percent(?:age)?|amount|frequency|expectations?|requirements?|required|needed|expected|involved|level|demands|and|relocation)){0,4}(?: ?\(?%\)?)? ?[:?–-]{0,3}$/i;
const LABEL_MAX = 60;
const VALUE_SHARE = new RegExp(String.raw`^(?<lead>[^%\n]{0,40}?)${SHARE}(?<tail>.{0,14})`, 'i');
const VALUE_NONE = /^(?:none(?! (?:to|or)\b)|no(?! \w)|no travel|not (?:required|applicable|expected)|never)\b/i;
const VALUE_SAID =
  /^(?:yes|none (?:to|or)|occasional|local|regional|domestic|international|some|minimal|limited|frequent|moderate|rare|required|negligible|low|as needed|statewide|(?:up to |approximately )?\d{1,2}(?:\s?[-–]\s?\d{1,2})? (?:days?|times?|trips?|weeks?|nights?))\b/i;

/**
 * How much travel the posting asks for: the share of the working time where one is stated (of several sentences the
 * first), else 0 where it says that there is none, else `percent: null` where travel is asked for without an upper
 * bound ("occasional travel", "at least 50% travel"); `null` when the text is silent. Travel as a trade ("travel
 * nurse"), a benefit ("travel discounts") or a task for others is not read.
 */
export function readTravel(text: string, segments: readonly PlacedSegment[]): Travel | null {
  let none: Travel | undefined;
  let said: Travel | undefined;
  let mentions = 0;
  for (const segment of segments) {
    const sentence = text.slice(segment.start, segment.end);
    TRAVEL.lastIndex = 0;
    for (let match = TRAVEL.exec(sentence); match !== null; match = TRAVEL.exec(sentence)) {
      mentions += 1;
      if (mentions > MAX_MENTIONS) return none ?? said ?? null;
      const claim = claimOf(text, segment, sentence, match.index, match.index + match[0].length);
      if (claim === undefined) continue;
      const inner = quote(text, segment.start + claim.start, segment.start + claim.end);
      const inside = inner.end <= segment.end;
      const evidence = inside ? factPhrase(text, inner, segment.start, segment.end) : inner;
      const travel = { percent: claim.percent, evidence };
      if (claim.percent !== null && claim.percent > 0) return travel;
      if (claim.percent === 0) none ??= travel;
      else said ??= travel;
    }
  }
  return none ?? said ?? null;
}

interface Claim {
  readonly percent: number | null;
  /** UTF-16 offsets into the sentence; `end` may lie behind it, in the value of a label. */
  readonly start: number;
  readonly end: number;
}

function claimOf(
  text: string,
  segment: PlacedSegment,
  sentence: string,
  start: number,
  end: number,
): Claim | undefined {
  const line = sentence.lastIndexOf('. ', start) + 1;
  const label = sentence.slice(line, line + LABEL_MAX + 1).trim();
  if (line + LABEL_MAX >= sentence.length && LABEL.test(label)) {
    const value = labelledValue(text, segment, start);
    if (value !== undefined) return value;
    // "Travel is required:" without a value is an empty field.
    if (/[:?]$/.test(label)) return undefined;
  }
  const before = sentence.slice(Math.max(0, start - REACH), start);
  const after = sentence.slice(end, end + REACH);
  if (OTHER_AFTER.test(after) || OTHER_BEFORE.test(before)) return undefined;
  const share = shareOf(before, after, start, end);
  if (share !== undefined) return share;
  const none = NONE_BEFORE.exec(before) ?? NONE_ASKED.exec(before);
  if (none !== null) return { percent: 0, start: start - (before.length - none.index), end };
  const stated = NONE_AFTER.exec(after);
  if (stated !== null) return { percent: 0, start, end: end + stated[0].length };
  const colon =
    /^ ?(?:required|needed|expected|requirements?|expectations?|frequency)? ?[:?-] ?(?<value>.{1,20})/i.exec(after)
      ?.groups?.['value'];
  if (colon !== undefined && VALUE_NONE.test(colon)) return { percent: 0, start, end: end + after.indexOf(colon) + 2 };
  if (segment.section === 'benefits' || segment.section === 'eeo' || segment.section === 'about') return undefined;
  if (OTHER_SUBJECT.test(before) || PAID_FOR.test(before) || (NEGATED.test(before) && !LITTLE.test(before)))
    return undefined;
  const first = sentence.slice(0, start).trim() === '';
  const asked =
    KIND_BEFORE.test(before) ||
    ASKED_TO.test(before) ||
    ASKED_FOR.test(before) ||
    ASKED_AFTER.test(after) ||
    (first && WAY_AFTER.test(after)) ||
    (colon !== undefined && VALUE_SAID.test(colon));
  return asked ? { percent: null, start, end } : undefined;
}

/** The share that stands nearest to the word, if any is meant for it. */
function shareOf(before: string, after: string, start: number, end: number): Claim | undefined {
  const behind = PERCENT.test(after) ? SHARE_AFTER.exec(after) : null;
  const ahead = PERCENT.test(before) ? SHARE_BEFORE.exec(before) : null;
  if (behind === null && ahead === null) return undefined;
  const behindFits = behind !== null && !OTHER_SHARE.test(betweenOf(behind)) && !/\.\s/.test(betweenOf(behind));
  const aheadFits = ahead !== null && !OTHER_SHARE.test(betweenOf(ahead)) && !PRICE.test(ahead.groups?.['lead'] ?? '');
  if (aheadFits && (!behindFits || betweenOf(ahead).length <= betweenOf(behind).length)) {
    const percent = percentOf(ahead.groups ?? {}, ahead.groups?.['lead'] ?? '', betweenOf(ahead));
    if (percent === undefined) return undefined;
    return { percent, start: start - (before.length - ahead.index - (ahead.groups?.['lead'] ?? '').length), end };
  }
  if (!behindFits) return undefined;
  const tail = behind.groups?.['tail'] ?? '';
  const percent = percentOf(behind.groups ?? {}, betweenOf(behind), tail);
  return percent === undefined ? undefined : { percent, start, end: end + behind[0].length - tail.length };
}

/** What stands between a share and the word. */
function betweenOf(match: RegExpExecArray | null): string {
  return match?.groups?.['between'] ?? '';
}

/** The upper bound; `null` without one; nothing for a figure that is no share. */
function percentOf(groups: Readonly<Record<string, string | undefined>>, lead: string, tail: string) {
  const word = groups['word']?.toLowerCase();
  const figure = word === undefined ? Number(groups['high'] ?? groups['low']) : (WORD_PERCENT[word] ?? Number.NaN);
  const low = word === undefined ? Number(groups['low']) : figure;
  if (!(figure <= 100) || low > figure) return undefined;
  const open = OPEN_BEFORE.test(lead) || OPEN_AFTER.test(tail) || groups['mark']?.includes('+') === true;
  return open && groups['high'] === undefined && figure < 100 ? null : figure;
}

/** The value in the line of a label, or in the next one. */
function labelledValue(text: string, segment: PlacedSegment, start: number): Claim | undefined {
  const rest = text.slice(segment.end, segment.end + 100);
  const gap = /^[\s:•*–—-]{0,12}/.exec(rest)?.[0].length ?? 0;
  const value = rest.slice(gap);
  const from = segment.end - segment.start + gap;
  const share = VALUE_SHARE.exec(value);
  const { lead = '', tail = '' } = share?.groups ?? {};
  if (share !== null && !OTHER_SHARE.test(lead) && !/[.:]\s/.test(lead)) {
    const percent = percentOf(share.groups ?? {}, lead, tail);
    if (percent !== undefined) return { percent, start, end: from + share[0].length - tail.length };
  }
  const none = VALUE_NONE.exec(value);
  if (none !== null) return { percent: 0, start, end: from + none[0].length };
  const said = VALUE_SAID.exec(value);
  return said === null ? undefined : { percent: null, start, end: from + said[0].length };
}
