import type { Evidence } from '../../model/evidence.ts';
import type { Workplace } from '../../model/place.ts';
import { PLACE, type PlaceSentence, placeSentences } from './place-words.ts';
import { factPhrase, quote } from './quotes.ts';
import type { PlacedSegment } from './sections.ts';

const MODE = String.raw`\b(?:remote(?:ly)?|work(?:ing)?[- ](?:from|at)[- ]home|wfh|hybrid)\b`;
const HERE = String.raw`\b(?:on-?site|on site|in[- ]person|in[- ]office|in (?:the|our|an) office|at (?:the|our) office|on campus)\b`;
const LESSON = String.raw`(?:training|orientation|onboarding|probation\w*|introductory period|ramp-up)`;
const SPAN = String.raw`(?:the )?(?:first |initial )?(?:\d{1,3}|one|two|three|four|six|twelve|thirty|sixty|ninety)(?: ?\(\d{1,3}\))?[ -](?:days?|weeks?|months?)\b`;
const THEN = String.raw`\b(?:then|before|followed by|after which|afterwards?|thereafter|transition\w*)\b`;
const AFTER = String.raw`\b(?:after|following|upon|once|until after)\b`;
// Each wording begins a word: said once, nothing is tried inside of words.
const LATER = new RegExp(
  String.raw`\b(?:${[
    // "remote after (90 days of onsite) training", "remote after 90 days"
    String.raw`${MODE}[^.;\n]{0,45}?${AFTER}[^.;\n]{0,60}?\b${LESSON}\b`,
    String.raw`${MODE}[^.;\n]{0,30}?\bafter ${SPAN}`,
    // "after training this position is remote"
    String.raw`${AFTER}[^.;\n]{0,60}?\b${LESSON}\b[^.;\n]{0,60}?${MODE}`,
    // "training is onsite, then remote", "six weeks of in-person training before working from home"
    String.raw`\b${LESSON}\b[^.;\n]{0,60}?${HERE}[^.;\n]{0,40}?${THEN}[^.;\n]{0,40}?${MODE}`,
    String.raw`${HERE}[^.;\n]{0,40}?\b${LESSON}\b[^.;\n]{0,60}?${THEN}[^.;\n]{0,40}?${MODE}`,
    // "remote with two weeks of onsite training"
    String.raw`${MODE}[^.;\n]{0,30}?\b(?:with|except|requires?)\b[^.;\n]{0,20}?(?:\binitial|\bfirst|${SPAN})[^.;\n]{0,20}?${HERE} ${LESSON}\b`,
  ].join('|')})`,
  'i',
);
/** A chance to work so, and remote things that are not the work. */
const NOT_MODE =
  /option|\bmay\b|might|could|possib|eligib|opportunit|potential|consider|flexib|\bif\b|case[- ]by|\bnot\b|occasional|\bsome\b|patients|monitor|support|access|(?:remote|virtual|hybrid) (?!(?:after|following|upon|once|with|until)\b)(?:\w+ )?(?:training|orientation|onboarding)|travel|unless|experience|after[- ]hours|discretion|approv/i;

/** Each wording of `LATER` names a mode, and a training or what comes after. */
const MODE_WORDS = PLACE.remote | PLACE.home | PLACE.hybrid | PLACE.wfh;
const LATER_WORD = /train|orient|onboard|probation|introductory|ramp|after/i;

/** Whether a title or place says that its mode begins after training. */
export function saysAfterTraining(words: string): boolean {
  const head = words.slice(0, 300);
  return LATER_WORD.test(head) && LATER.test(head) && !NOT_MODE.test(head);
}

/** The mode in which work is done once a training or orientation is over, where the text says so plainly. */
export function readAfterTraining(
  text: string,
  sentences: readonly PlaceSentence[],
): { readonly mode: Workplace; readonly evidence: Evidence } | undefined {
  let read = 0;
  for (const { segment, words, of } of sentences) {
    if ((of & MODE_WORDS) === 0 || words.length > MAX_SENTENCE || segment.section === 'eeo') continue;
    if (!LATER_WORD.test(words)) continue;
    read += 1;
    if (read > MAX_SENTENCES) return undefined;
    const match = LATER.exec(words);
    if (match === null || NOT_MODE.test(words.slice(Math.max(0, match.index - 40), match.index + match[0].length + 20)))
      continue;
    const start = segment.start + match.index;
    const evidence = factPhrase(text, quote(text, start, start + match[0].length), segment.start, segment.end);
    return { mode: /hybrid/i.test(match[0]) ? 'hybrid' : 'remote', evidence };
  }
  return undefined;
}

const NUMBER = String.raw`(?:[1-5]|one|two|three|four|five)\b(?: ?\([1-5]\))?`;
const DAYS = (group: string) =>
  String.raw`(?<!\w|[$.,/-])(?<${group}Low>${NUMBER})(?: ?(?:-|–|to|or) ?(?<${group}High>${NUMBER}))?[ -]?(?:full )?(?:days?|x|times)\b`;
const WEEKLY = String.raw`(?: ?(?:(?:per|a|each|every|in a|of the) (?:work ?)?|\/ ?)week|\s?weekly)`;
const DAY = String.raw`(?:mon|tue|wed|thu|fri)(?:s|rs?|nes|ur)?(?:days?)?\b\.?`;
const DAY_LIST = String.raw`${DAY}(?:(?:,? (?:and|&|through|thru|to) |, ?| ?\/ ?| ?[&–-] ?)${DAY}){0,4}`;
const OFFICE = new RegExp(
  [
    // "two days a week in the office", "3 days onsite"
    String.raw`${DAYS('ahead')}(?<aheadWeek>${WEEKLY})?(?: (?!remote|home|days|wfh|from)[\w-]+){0,3}? ?(?:${HERE}|office\b)(?<lateWeek>${WEEKLY})?`,
    // "onsite at least 3 days per week"
    String.raw`${HERE}[ :(,-]{1,3}(?:(?!remote|home|from)[\w-]+ ){0,4}?${DAYS('behind')}${WEEKLY}`,
    String.raw`(?<often>once|twice)${WEEKLY}(?: (?!remote|home)[\w-]+){0,2}? ?${HERE}`,
    `${HERE}[ :(,-]{1,3}(?<oftenBehind>once|twice)${WEEKLY}`,
    // "three days a week in Dublin", of a hybrid job only
    `${DAYS('town')}${WEEKLY} (?:spent |worked )?in (?-i:[A-Z][a-z])`,
    // "Tues - Thurs onsite", "in the office on Tuesdays and Thursdays"
    String.raw`\b(?<list>${DAY_LIST})(?: ?[:(-]? ?)(?:(?:are|is|will be|required|work) )?${HERE}`,
    `${HERE}[ :(,-]{1,3}(?:(?:every|on|each) )?(?<listBehind>${DAY_LIST})`,
  ].join('|'),
  'gi',
);
/** Days of another span than a week, or of something else than the work. */
const NOT_DAYS =
  /month|quarter|\byear|pay period|annual|(?<!(?:after|following|initial|completing|the) )(?:train|orient|onboard|probation)|interview|conference|retreat|gym|fitness|parking|child ?care|caf[eé]|event|clinic hours|\bopen\b|first|initial|class(?:es|room)?\b|students?|\bmay\b|occasional|patients?|visits?|if needed|as needed|\bwithin\b|\bnot\b|\bno\b|\bor (?:fully )?remote/i;
const HYBRID =
  /\bhybrid\b(?! (?:cloud|environment|record|paper|chart|mail|entity|vehicle|infrastructure|workforce))|\bdays? (?:[\w-]+ ){0,3}?(?:remote|(?:from|at) home|home|wfh)\b/i;
const MAX_SPAN = 160;
const WEEK_SENTENCE = /hybrid|remote|home|schedule|week|office|campus|days? (?:on[- ]?site|in)/i;
const COUNTS: Readonly<Record<string, number>> = { once: 1, twice: 2, one: 1, two: 2, three: 3, four: 4, five: 5 };
const DAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri'];
const MAX_SENTENCE = 900;
/** No posting writes so many sentences about its place of work. */
const MAX_SENTENCES = 400;

/** Days of a week at the employer's place. */
export interface OfficeDays {
  readonly days: number;
  readonly evidence: Evidence;
  /** The words that make it hybrid, where the same sentence says so or names the days at home besides. */
  readonly hybrid?: Evidence;
}

/** Each wording of `OFFICE` names the place or is of a hybrid job, and names days or a week. */
const HERE_WORDS = PLACE.hybrid | PLACE.site | PLACE.office | PLACE.person | PLACE.ground;
const DAY_WORD = /day|week|mon\b|tue|wed|thu|fri\b/i;

/** On how many days of a week work is done at the employer's place; of a range the upper end. */
export function readOfficeDays(text: string, segments: readonly PlacedSegment[]): OfficeDays | undefined {
  return officeDaysIn(text, placeSentences(text, segments));
}

/** The same, of sentences that are already known to speak of the place of work. */
export function officeDaysIn(text: string, sentences: readonly PlaceSentence[]): OfficeDays | undefined {
  let read = 0;
  for (const { segment, words: sentence, of } of sentences) {
    if ((of & HERE_WORDS) === 0 || sentence.length > MAX_SENTENCE || segment.section === 'eeo') continue;
    if (!DAY_WORD.test(sentence)) continue;
    read += 1;
    if (read > MAX_SENTENCES) return undefined;
    OFFICE.lastIndex = 0;
    for (let match = OFFICE.exec(sentence); match !== null; match = OFFICE.exec(sentence)) {
      const end = match.index + match[0].length;
      const before =
        sentence
          .slice(Math.max(0, match.index - 40), match.index)
          .split(/[;.] /)
          .at(-1) ?? '';
      const after = sentence.slice(end, end + 30).split(/[;.] /, 1)[0] ?? '';
      if (NOT_DAYS.test(before + match[0] + after)) continue;
      const days = daysOf(match.groups ?? {});
      if (days === undefined || !WEEK_SENTENCE.test(sentence)) continue;
      if (match.groups?.['townLow'] !== undefined && !HYBRID.test(sentence)) continue;
      const word = days < 5 ? HYBRID.exec(sentence) : null;
      const from = Math.min(match.index, word?.index ?? match.index);
      const to = Math.max(end, (word?.index ?? 0) + (word?.[0].length ?? 0));
      const evidence = phraseOf(text, segment, match.index, end);
      if (word === null) return { days, evidence };
      return { days, evidence, hybrid: to - from > MAX_SPAN ? evidence : phraseOf(text, segment, from, to) };
    }
  }
  return undefined;
}

/** The phrase around a stretch of a sentence; the offsets are UTF-16 into the sentence. */
function phraseOf(text: string, segment: PlacedSegment, start: number, end: number): Evidence {
  const inner = quote(text, segment.start + start, segment.start + end);
  return factPhrase(text, inner, segment.start, segment.end);
}

function daysOf(groups: Readonly<Record<string, string | undefined>>): number | undefined {
  const often = groups['often'] ?? groups['oftenBehind'];
  if (often !== undefined) return COUNTS[often.toLowerCase()];
  const list = groups['list'] ?? groups['listBehind'];
  if (list !== undefined) return daysInList(list.toLowerCase());
  return numberOf(
    groups['aheadHigh'] ??
      groups['aheadLow'] ??
      groups['behindHigh'] ??
      groups['behindLow'] ??
      groups['townHigh'] ??
      groups['townLow'] ??
      '',
  );
}

function numberOf(words: string): number | undefined {
  const word = /^\w+/.exec(words)?.[0].toLowerCase() ?? '';
  return COUNTS[word] ?? (/^[1-5]$/.test(word) ? Number(word) : undefined);
}

/** "Tuesday and Thursday" is two days, "Tues - Thurs" three. */
function daysInList(list: string): number | undefined {
  const days = new Set<number>();
  let last = -1;
  for (const match of list.matchAll(/(?<span>(?:-|–|to|thru|through) ?)?(?<name>mon|tue|wed|thu|fri)[a-z.]*/g)) {
    const day = DAY_NAMES.indexOf(match.groups?.['name'] ?? '');
    if (match.groups?.['span'] !== undefined && last >= 0) for (let one = last; one < day; one += 1) days.add(one);
    days.add(day);
    last = day;
  }
  return days.size === 0 ? undefined : days.size;
}
