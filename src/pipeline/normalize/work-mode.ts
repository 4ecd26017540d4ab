import type { Evidence } from '../../model/evidence.ts';
import type { Workplace } from '../../model/place.ts';
import { PLACE, type PlaceSentence } from './place-words.ts';
import { factPhrase, quote } from './quotes.ts';
import type { PlacedSegment } from './sections.ts';

/** A mode of work that a sentence states in a wording that leaves no doubt. */
export interface StatedMode {
  readonly mode: Workplace;
  readonly evidence: Evidence;
}

/** What a hybrid, a site or a person may be besides a way to work. */
const HYBRID_THING = String.raw`(?![ -]+(?:cloud|environments?|records?|paper|charts?|mail|entity|vehicles?|os\b|infrastructure|app|care|data|systems?|meetings?|events?|model of care|or remote))`;
const SITE_THING = String.raw`(?![ -]+(?:[a-z]+ )?(?:gym|fitness|caf|parking|child|day ?care|clinic|pharmac|training|visits?|interview|support|team|staff|amenit|meetings?|events?|work ?shops?|presentation|assessment|lab|nurse|health|food|dining|wellness|orientation|coordinat|manage|leader|provider|customer|client|service|and remote|or remote|\/))`;
const PERSON_THING = String.raw`(?! (?:interview|meeting|visit|training|class\b|service|event|customer|support|communicat|and (?:virtual|remote|by|over|on)|or (?:virtual|remote|by|over|on)))`;
const DAYS = String.raw`\b(?:(?:[1-4]|one|two|three|four)(?: (?:or|to) (?:[1-4]|two|three|four))? days?|(?:mon|tues|wednes|thurs|fri)days?(?: and (?:mon|tues|wednes|thurs|fri)days?)?)`;

/** "Remote: no", "not a telework position". */
const DENIED_REMOTE =
  /\b(?:(?:remote(?: work(?:ing)?| job| option)?|telework(?:ing)?|telecommut\w+|work(?:ing)? from home)(?: \w+){0,2} (?:is|are|was) (?:not|never|un)(?:offered|available|possible|permitted|allowed|an option|eligible)?|(?:remote work|telework) cannot\b|(?:not|isn't|no) (?:an? )?(?:remote|telework|work[- ]from[- ]home)(?: or hybrid)? (?:position|role|job|post|work|option)|(?:remote job|remote|telework(?: eligible)?): no\b|(?:cannot|can['’]?t|not) be (?:done|performed|worked) (?:from home|remotely)|not (?:eligible|available|suitable) for (?:remote|telework|telecommut\w+))/i;
const HYBRID = new RegExp(
  String.raw`^\W*hybrid\b${HYBRID_THING}|\b(?:are|is|be|an?|time,|time:?|location:|\() ?hybrid\b${HYBRID_THING}|\bhybrid (?:after|from|with|based|home)\b|\(hybrid\b|${DAYS}[^.;]{0,30}\b(?:in|at) (?:the|our|an?) [^.;]{0,30}(?:office|campus|headquarters|site)\b[^.;]{0,50}\b(?:home|remote\w*|telework)\b|\b(?:home|remote\w*)\b[^.;]{0,40}${DAYS}[^.;]{0,20}\b(?:in|at) (?:the|our) (?:office|campus|site)|${DAYS}(?: (?:a|per) week| weekly)?(?: (?:may|can) be worked)? (?:at|from) home\b|\bremote\b[^.;]{0,30}\b(?:up to )?(?:[1-4]|one|two|three|four) days?(?: (?:a|per) |/)week`,
  'i',
);
const ONSITE = new RegExp(
  String.raw`^\W*(?:fully |100% |full[- ]time )?on[- ]?site\b${SITE_THING}|\b(?:is|are|be|done|performed|time,|week,|100%|fully|where:|location:) on[- ]?site\b${SITE_THING}|\bon[- ]?site (?:(?:at|in) (?:our|the)\b(?! (?:[\w-]+ ){0,2}events?)|[1-7] days|(?:five|four|six|seven) days|only|every day|daily|\()|, on[- ]?site(?:[.;(]|$| \()|\b(?:works?|working|work|be|there|performed|takes? place|day,|campus,|done|out) in[- ]person\b${PERSON_THING}|\bin person (?:at|in) (?:our|the|both|all)\b|\bin person each\b|, in person[,.;]|\bwork(?:s|ing)? (?:from|in|at) (?:the |our )?(?:office|building|premises)(?=,|\.| (?:five|5|every|each|daily))|\b(?:fully )?on campus (?:at all times|five|every|each|;|full)|\bfully on campus\b`,
  'i',
);
const REMOTE =
  /(?:^\W*|[—–|] ?\*?)(?:fully |100% )?remote(?:,| in\b| within\b| for people\b| anywhere\b|\W*$)|\b(?:time|diem|temporary|contract|employment)[,;:|] (?:fully )?remote(?=[.,;|]|$)|^\W*work (?:at|from) home(?=[,;:.]|$)|[`📍🌎] ?remote\b(?=[`|,]|\s*$)|\b(?:is|are|be) (?:worked|done|performed)(?: entirely| fully)? from home\b|\bfrom your (?:own )?home\b|\bwhere: work(?:ing)? (?:at|from) home\b|\b(?:are|is) (?:both |all )?remote\b(?! (?:monitor|patient|access|area|site))|\bremotely (?:in|from|within|across|throughout) (?:any|most|the|one|all)\b|\bwork remotely from\b/iu;

interface Statement {
  readonly mode: Workplace;
  /** By the words that stand in it, whether the sentence can hold one of these wordings. */
  readonly fits: (of: number) => boolean;
  readonly pattern: RegExp;
}

const SHARED: Statement = {
  mode: 'hybrid',
  fits: (of) => (of & PLACE.hybrid) !== 0 || ((of & PLACE.day) !== 0 && (of & ELSEWHERE) !== 0),
  pattern: HYBRID,
};
const ELSEWHERE = PLACE.remote | PLACE.home | PLACE.telework;
const DENIED = PLACE.remote | PLACE.telework | PLACE.fromHome;
const HERE = PLACE.site | PLACE.person | PLACE.inOffice | PLACE.ground;
const AWAY = PLACE.remote | PLACE.fromHome;
/**
 * Wordings that state a mode for themselves, first match wins: what is denied, then hybrid, then on site, then remote.
 * They are asked only where no plainer statement ("Work Location: In person", "This is a remote position") was found.
 */
const STATED: readonly Statement[] = [
  { mode: 'onsite', fits: (of) => (of & DENIED) !== 0, pattern: DENIED_REMOTE },
  SHARED,
  { mode: 'onsite', fits: (of) => (of & HERE) !== 0, pattern: ONSITE },
  { mode: 'remote', fits: (of) => (of & AWAY) !== 0, pattern: REMOTE },
];
/** Sections that speak of the job itself; in the others only a denial counts. */
const OTHERS = new Set<PlacedSegment['section']>(['eeo', 'unneeded']);

/** The first mode that a sentence of the posting states in one of the wordings above; nothing when none does. */
export function readStatedMode(text: string, sentences: readonly PlaceSentence[]): StatedMode | undefined {
  for (const statement of STATED) {
    for (const sentence of sentences) {
      const found = statedIn(text, sentence, statement);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** The words by which a sentence that speaks of remote work says that it is hybrid. */
export function readShared(text: string, sentence: PlaceSentence): StatedMode | undefined {
  return statedIn(text, sentence, SHARED);
}

function statedIn(
  text: string,
  { segment, words, of }: PlaceSentence,
  { mode, fits, pattern }: Statement,
): StatedMode | undefined {
  if (!fits(of) || OTHERS.has(segment.section) || words.length > 500) return undefined;
  const match = pattern.exec(words);
  if (match === null || (mode === 'onsite' ? isSometimes : isDenied)(text, segment, match.index)) return undefined;
  const start = segment.start + match.index;
  const inner = quote(text, start, start + match[0].length);
  return { mode, evidence: factPhrase(text, inner, segment.start, segment.end) };
}

const DENIAL =
  /\b(?:not|no|never|without|isn['’]t|cannot|may|might|option(?:al)?|possib\w+|occasional\w*|sometimes) (?:\w+ ){0,2}$/i;

function isSometimes(text: string, segment: PlacedSegment, at: number): boolean {
  return /\b(?:when|if|may|might|occasional\w*|sometimes|as needed)\b/i.test(
    text.slice(segment.start, segment.start + at),
  );
}

function isDenied(text: string, segment: PlacedSegment, at: number): boolean {
  return DENIAL.test(text.slice(Math.max(segment.start, segment.start + at - 30), segment.start + at));
}

/** Does the sentence say that the work is not done from home? Then its "remote" is no statement for it. */
export function deniesRemote(sentence: string): boolean {
  return DENIED_REMOTE.test(sentence);
}
