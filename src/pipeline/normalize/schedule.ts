import type { Evidence } from '../../model/evidence.ts';
import type { Schedule, Shift } from '../../model/reading.ts';
import { readClockShifts } from './clock-times.ts';
import { labelBefore, labelledPhrase } from './line-label.ts';
import { quote } from './quotes.ts';
import type { PlacedSegment } from './sections.ts';
import { readWeeklyHours } from './weekly-hours.ts';

const SHIFT_NAMES: Readonly<Record<Exclude<Shift, 'on_call'>, string>> = {
  day: 'days? daytime mornings? am 1st first',
  evening: 'evenings? afternoons? pm swing 2nd second',
  night: 'nights? overnights? graveyard noc 3rd third',
  weekend: 'weekends?',
  rotating: 'rotating',
};
/** Each name in small letters, with and without its plural. */
const SHIFT_OF = new Map<string, Shift>();
for (const shift of ['day', 'evening', 'night', 'weekend', 'rotating'] as const) {
  for (const name of SHIFT_NAMES[shift].split(' '))
    for (const written of [name.replace('s?', 's'), name.replace('s?', '')]) SHIFT_OF.set(written, shift);
}
/** "No weekends, day shift": a plural before a comma ends what came before. */
const NAME = `(?:${Object.values(SHIFT_NAMES).join(' ').replaceAll('s?', '(?:s(?!,))?').replaceAll(' ', '|')})\\b`;
const JOIN = String.raw`(?:,? (?:and\/or|and|or|&) |, ?|\/| ?[&+] ?| ?[-–] ?)`;
/** "night shift", "1st, 2nd or 3rd shift", "day 12-hour shifts", "weekend availability", "Day position". */
const NAMED = new RegExp(
  String.raw`\b(?<!-)(?<names>${NAME}(?:${JOIN}${NAME}){0,4})[ -](?:(?:\d{1,2}|eight|ten|twelve)[ -]?(?:hours?|hrs?)[ -])?(?<noun>shifts?|schedule|hours|position|role|rotation|work|availability|coverage)\b`,
  'gi',
);
/** Names that mean a shift before "shift" alone: "first role", "AM hours" and "morning work" are something else. */
const SHIFT_ONLY = /^(?:am|pm|1st|2nd|3rd|first|second|third|swing|noc|mornings?|afternoons?|rotating)$/i;
const NAMED_NOUN = /shift|schedule|hours|position|role|rotation|work|availability|coverage/i;
const DAY_NOUN = /^(?:shifts?|schedule|hours|position|role)$/i;
/** "nights and weekends", "days/nights": a list that some word shows to be working time. */
const LIST = new RegExp(
  String.raw`\b(?<!-)(?<names>(?:days|evenings|nights|overnights|weekends)(?:${JOIN}(?:days|evenings?|nights|overnights|weekends?|holidays)){0,4})(?!\w|-\w)`,
  'gi',
);
const WORKING =
  /\b(?:work(?:s|ing)?|shifts?|schedul\w+|requir\w+|must|availab\w+|hours|rotation|cover(?:s|age|ing)?|full[- ]?time|part[- ]?time|prn|per diem|openings?|includ(?:es?|ing)|basis)\b/i;
/** A heading of few words: "PRN Nights", "Full Time Days". */
const HEADLINE =
  /full|part|\bprn\b|per diem|\bfte\b|contract|openings?|\btemp\b|position|\brns?\b|nurse|\.\d|hours?|\bhrs?\b|\bft\b/i;
const HEADLINE_MAX = 60;
/** "Nights only" */
const ALONE = new RegExp(`^${NAME}(?:${JOIN}${NAME}){0,4}(?: only| available)?\\W{0,3}$`, 'i');
/** Other wordings, each behind the word that it cannot do without. */
const PATTERNS: readonly (readonly [RegExp, RegExp, Shift])[] = [
  [
    /weekend/i,
    /\b(?:(?:every (?:other|second|2nd|third|3rd|fourth|4th)|alternat(?:e|ing)|rotating) weekends?\b|(?:one|two|1|2) weekends? (?:a|per|each|every|in|out of)\b|weekend (?:rotation|option)\b)/gi,
    'weekend',
  ],
  [
    /rotat/i,
    /\b(?:rotating (?:\d{1,2}[- ](?:hour|hr) )?(?:(?!(?:weekends?|holidays?|call|on-call)\b)\w+ )?(?:shifts?|schedules?)\b|rotat(?:e|es|ing) (?:between |through |among )?(?:days?(?! off)|nights?|evenings?|shifts)\b|(?:shift|day\/night|days\/nights|day\/evening|d\/n) rotations?\b|rotational shifts?\b)/gi,
    'rotating',
  ],
  [
    /call/i,
    /\b(?:on[- ]call (?:\w+ )?(?:rotations?|schedules?|shifts?|basis|dut(?:y|ies)|responsibilit\w+|coverage|requirements?|availability|position|hours|weekends?|nights?|support|work|status|required)\b|(?:participat\w+ in|shar(?:e|es|ing)|tak(?:e|es|ing)|rotat(?:e|es|ing)|provid(?:e|es|ing)|perform\w*|carr(?:y|ies)|work(?:s|ing)?|serv(?:e|es|ing)|be|available|requires?|required)(?: [\w-]+){0,3}? on[- ]call\b|(?:tak(?:e|es|ing)|shar(?:e|es|ing)) (?:(?:in|weekend|night|home|shared|rotating|after-hours|back-?up|primary|general) ){0,2}call\b|(?<!phone |conference |video )call (?:rotation|schedule|responsibilit\w+|shifts?|dut(?:y|ies))\b|^(?:hospital )?call:|call (?:is )?(?:1 ?[:/] ?\d|(?:1|one) in \w+)|(?:when|while|weeks?|weekends?|nights?)(?: in \w+)? on[- ]call\b|(?:after-hours|weekend|night|home|in-house) call\b(?! (?:cent|volume|light|bell|log)))/gi,
    'on_call',
  ],
];
const LABEL = /\b(?:shifts?|schedules?|hours|work(?:ing)? (?:days|times?))\b/i;
const LABEL_OTHER =
  /benefit|clinic|office|business|operat|visit|store|\btraining|interview|differential|\bopen|overtime|holiday/i;
/** A label inside the sentence: "Hours of work are …", "Schedule is …", "Shift - Day". */
const LEAD_LABEL = /^(?:\w+ ){0,3}?(?:shifts?|schedule|hours)(?: of work)?(?: \w+)?(?: ?:| [-–] | (?:is|are)\b)/i;
const BARE =
  /\b(?<!-)(?:(?<days>days?)|evenings?|nights?|overnights?|weekends?|rotating(?= ?[(,;]| shift| ?$)|(?<nth>1st|2nd|3rd|first|second|third)|(?<call>on[- ]call))(?![\w-])/gi;
/** A label in the middle of a line: "Exempt Shift: Days FTE: 1.0". */
const INNER_LABEL = new RegExp(String.raw`\bshifts?: ?(?:\d ?- ?)?(?<names>${NAME})(?! ?[\d/])`, 'gi');
const HALF_DAY = /^\W{0,3}(?<name>am|pm)\b/i;
/** The value of a label ends here at the latest, in UTF-16 units. */
const VALUE = 110;
const COUNTED =
  /(?:\d|one|two|three|four|five|six|seven|flexible|business|working|week|vacation|sick|holiday|personal|paid|pto|all|these|following|consecutive|select|specific|per|an?|each|every|same|any|off|work) ?-?$/i;
const COUNTED_AFTER =
  /^ ?(?:per\b|a\b|\/ ?(?:week|wk|month)|of\b|off\b|week|one\b|\d|-?to\b|care|program|surgery|hospital)/i;

const NEGATED =
  /\b(?:no|not|never|without|non)\b[ -](?:(?:required|any|mandatory|more|late|working|work|to|on|evenings?|nights?|weekends?|holidays?|call|on-call|overnights?|shifts?|hours|rotating|rotation|and|or|&)[ ,/]{1,3}){0,8}$/i;
const NEGATED_AFTER =
  /^ ?(?:[\w/&-]+ ){0,3}?(?:off\b|free\b|(?:is |are )?not (?:required|needed|expected|included)|: ?(?:no|none)\b)/i;
const HEDGED =
  /\b(?:may|might|could|can be|occasional(?:ly)?|possibl[ey]|possibility|potential(?:ly)?|sometimes|limited|rarely|optional|infrequent)\b[^.;!?(:]{0,90}$/i;
const HEDGED_AFTER =
  /^,? ?(?:as|if|when) needed|^[\w /&-]{0,30}?\b(?:(?:as|if|when|where) (?:needed|necessary|required|requested)|(?:may|might|could) be|possible|optional|occasionally)\b/i;
/** The shifts of other people, of a lesson, of experience, and what they pay. */
const OTHER_BEFORE =
  /\b(?:experience|prior|previous|your|their|oncoming|off-?going|differentials?[^.;]{0,30}|premium[^.;]{0,30}|train(?:ing|ed)?[^.;]{0,30}|orientation[^.;]{0,30}|onboarding[^.;]{0,30}|class(?:es|room)?[^.;]{0,30}|experience[^.;]{0,40}|operat(?:es?|ions?|ing)\b[^.;]{0,50}|(?:supervis(?:es?|ing)|overse(?:es?|eing)|manag(?:es?|ing))\b[^.;]{0,40}|lead(?:s|ing)?(?: the)?) ?$/i;
/** "Reports to the night shift", "works with day shift": a shift as people. */
const PEOPLE_BEFORE = /\b(?:to|with|from|between|across|by) (?:the |our |all |other |incoming |each )?$/i;
const OTHER_AFTER =
  /^[^.;]{0,25}(?:differential|premium|bonus|incentive|\$|experience|\?)|^ (?:staff|teams?|employees|personnel|crews?|workers|supervisors?|managers?|leaders?|report|huddle|hand-?off|change|physicians?|providers?|doctors?|operations|(?:for|during) (?:the )?(?:training|orientation))\b/i;
const WEEKEND_DAY = /\b(?:saturdays?|sundays?|sat\/sun|sat|sun)\b/gi;
const WEEKEND_WORD = /\bs(?:at|un)/i;
const DAY_SPAN =
  /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|satur|sun)\w{0,4}\.? ?(?:-|–|to|through|thru) ?(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|satur|sun)/i;
/** Longer sentences are lists that lost their line breaks. */
const MAX_SENTENCE = 900;
/** A sentence without any of these is about something else. */
const TRIGGER =
  /shift|day|evening|night|weekend|rotat|call|afternoon|morning|\d ?[ap]\b|\d:?\d\d\b|[ap]\.?m\b|noon|\d-\d|1st|2nd|3rd|first|second|third|sat\b|sun\b|\b[ap]m\b/i;
/**
 * One cheap look tells most sentences apart: without a label above, a shift is found only where one of these stands.
 * They are, in turn, the words of `PATTERNS`, `LIST` and `WEEKEND_DAY`; a name right before a noun of `NAMED`, which may
 * be counted in between; a label inside the sentence; and two clock times.
 */
const SOME_SHIFT = new RegExp(
  [
    String.raw`\b(?:shift|call|rotat|weekend|days|evenings|nights|overnights|s(?:at|un)`,
    String.raw`${NAME}[ -](?:\d|eight|ten|twelve|schedule|hours|position|role|work|availability|coverage)`,
    String.raw`(?:schedule|hours)(?: of work)?(?: \w+)?(?: ?:| [-–] | (?:is|are)\b)`,
    String.raw`(?:\d|noon|midnight)[ :.\dapmecsdt]{0,16}(?:-|–|—|to|until|till|through|and) ?(?:\d|noon|midnight))`,
  ].join('|'),
  'i',
);
/** "[Insert shift, e.g. days]" */
const PLACEHOLDER = /[[<{(]insert\b/i;
/** No posting has so many sentences with a trigger; hostile texts do. */
const MAX_SENTENCES = 1000;

interface Found {
  readonly shift: Shift;
  /** UTF-16 offsets into the sentence. */
  readonly start: number;
  readonly end: number;
  /** By clock times, which are the working hours. */
  readonly timed?: boolean;
}

/**
 * When the work is done, by the posting's own words: shifts by name ("3rd shift", "every other weekend"), by the label
 * of their line ("Shift: Nights") or by the clock ("7p–7a"), and the hours of a week; `null` when silent. What "may" or
 * "occasionally" be asked for, what is denied ("no weekends"), and the shifts of others, of lessons and of
 * differentials are not read.
 */
export function readSchedule(text: string, segments: readonly PlacedSegment[]): Schedule | null {
  const shifts = new Map<Shift, Evidence>();
  let read = 0;
  for (const segment of segments) {
    if (segment.end - segment.start > MAX_SENTENCE || segment.section === 'eeo') continue;
    const sentence = text.slice(segment.start, segment.end);
    const label = labelBefore(text, segment.start);
    const ofShifts = label !== undefined && LABEL.test(label.words) ? label : undefined;
    if (ofShifts === undefined && !SOME_SHIFT.test(sentence)) continue;
    if (!TRIGGER.test(sentence)) continue;
    read += 1;
    if (read > MAX_SENTENCES) break;
    if (PLACEHOLDER.test(sentence) || (label !== undefined && PLACEHOLDER.test(label.words))) continue;
    for (const found of shiftsOf(sentence, segment, label?.words ?? '', ofShifts !== undefined)) {
      if (shifts.has(found.shift) || !(found.timed || isOwn(sentence, found))) continue;
      const inner = quote(text, segment.start + found.start, segment.start + found.end);
      shifts.set(found.shift, labelledPhrase(text, inner, segment.start, segment.end, ofShifts));
    }
  }
  const hoursPerWeek = readWeeklyHours(text, segments);
  if (shifts.size === 0 && hoursPerWeek === undefined) return null;
  const stated = [...shifts].map(([shift, evidence]) => ({ shift, evidence }));
  return { shifts: stated, ...(hoursPerWeek === undefined ? {} : { hoursPerWeek }) };
}

/** What may be a shift, in reading order. `ofShifts`: the label of the line says that shifts or hours follow. */
function shiftsOf(sentence: string, segment: PlacedSegment, label: string, ofShifts: boolean): Found[] {
  const named = ofShifts && !LABEL_OTHER.test(label);
  const lead = named ? null : LEAD_LABEL.exec(sentence);
  const labelled = named || (lead !== null && !LABEL_OTHER.test(lead[0]));
  const { section } = segment;
  if (!labelled && section === 'benefits') return [];
  if (!labelled && (section === 'about' || section === 'pay') && sentence.length > HEADLINE_MAX) return [];
  const times = /\d|noon/i.test(sentence) ? readClockShifts(sentence, labelled, label) : [];
  const found: Found[] = [];
  if (NAMED_NOUN.test(sentence)) addNamed(sentence, found);
  addListed(sentence, found);
  for (const [needed, pattern, shift] of PATTERNS)
    if (needed.test(sentence)) addMatches(sentence, pattern, shift, found);
  if (labelled) addBare(sentence, /shift/i.test(label), found);
  if (WEEKEND_WORD.test(sentence) && (labelled || times.length > 0 || DAY_SPAN.test(sentence)))
    addMatches(sentence, WEEKEND_DAY, 'weekend', found);
  for (const { shift, start, end } of times) found.push({ shift, start, end, timed: true });
  return found.sort((a, b) => a.start - b.start);
}

function foundAt(shift: Shift, match: RegExpExecArray): Found {
  return { shift, start: match.index, end: match.index + match[0].length };
}

function addMatches(sentence: string, pattern: RegExp, shift: Shift, found: Found[]): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(sentence); match !== null; match = pattern.exec(sentence))
    found.push(foundAt(shift, match));
}

function addNamed(sentence: string, found: Found[]): void {
  INNER_LABEL.lastIndex = 0;
  for (let match = INNER_LABEL.exec(sentence); match !== null; match = INNER_LABEL.exec(sentence))
    for (const [, shift] of namesOf(match.groups?.['names'] ?? '')) found.push(foundAt(shift, match));
  NAMED.lastIndex = 0;
  for (let match = NAMED.exec(sentence); match !== null; match = NAMED.exec(sentence)) {
    const { names = '', noun = '' } = match.groups ?? {};
    if (PEOPLE_BEFORE.test(sentence.slice(Math.max(0, match.index - 40), match.index))) continue;
    // "7 AM shift" is a time.
    if (/^[ap]m/i.test(names) && /\d ?$/.test(sentence.slice(0, match.index))) continue;
    const isShift = /^shifts?$/i.test(noun);
    for (const [name, shift] of namesOf(names)) {
      const fits = isShift || (!SHIFT_ONLY.test(name) && (shift !== 'day' || DAY_NOUN.test(noun)));
      if (fits && shift !== 'rotating') found.push(foundAt(shift, match));
    }
  }
}

function addListed(sentence: string, found: Found[]): void {
  LIST.lastIndex = 0;
  for (let match = LIST.exec(sentence); match !== null; match = LIST.exec(sentence)) {
    const names = namesOf(match.groups?.['names'] ?? '');
    const end = match.index + match[0].length;
    const around = sentence.slice(Math.max(0, match.index - 60), end + 40);
    const headline =
      sentence.length <= HEADLINE_MAX && HEADLINE.test(sentence) && /^\s*(?:$|[-–|,(/)])/.test(sentence.slice(end));
    if (!headline && !WORKING.test(around) && !ALONE.test(sentence)) continue;
    // "Days" alone are days.
    const days = (names.length > 1 || headline) && !COUNTED.test(sentence.slice(0, match.index));
    for (const [, shift] of names) if (shift !== 'day' || days) found.push(foundAt(shift, match));
  }
}

function addBare(sentence: string, ofShift: boolean, found: Found[]): void {
  const value = sentence.slice(0, VALUE);
  const half = ofShift ? HALF_DAY.exec(value)?.groups?.['name'] : undefined;
  if (half !== undefined) found.push({ shift: shiftOf(half) ?? 'day', start: 0, end: half.length });
  BARE.lastIndex = 0;
  for (let match = BARE.exec(value); match !== null; match = BARE.exec(value)) {
    const { days, nth, call } = match.groups ?? {};
    if (nth !== undefined && !ofShift) continue;
    const after = value.slice(match.index + match[0].length);
    if (days !== undefined && (COUNTED.test(value.slice(0, match.index)) || COUNTED_AFTER.test(after))) continue;
    const shift = call === undefined ? shiftOf(match[0]) : 'on_call';
    if (shift !== undefined) found.push(foundAt(shift, match));
  }
}

function namesOf(list: string): [string, Shift][] {
  const names: [string, Shift][] = [];
  for (const name of list.split(/\W+/)) {
    const shift = shiftOf(name);
    if (shift !== undefined) names.push([name, shift]);
  }
  return names;
}

function shiftOf(name: string): Shift | undefined {
  return SHIFT_OF.get(name.toLowerCase());
}

function isOwn(sentence: string, { shift, start, end }: Found): boolean {
  const before = sentence.slice(Math.max(0, start - 100), start);
  const after = sentence.slice(end, end + 50);
  // "No weekends, day shift": the day shift is not denied.
  const denied = NEGATED.test(before) && (shift !== 'day' || /\bno $/i.test(before));
  if (denied || NEGATED_AFTER.test(after) || HEDGED.test(before)) return false;
  if (HEDGED_AFTER.test(after) && (shift !== 'on_call' || /may|might|could/i.test(after))) return false;
  return !OTHER_BEFORE.test(before) && !OTHER_AFTER.test(after);
}
