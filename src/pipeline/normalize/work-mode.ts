import type { Evidence } from '../../model/evidence.ts';
import type { Workplace } from '../../model/place.ts';
import { STATE_PATTERN } from './areas.ts';
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
const SITE_THING = String.raw`(?![ -]+(?:[a-z]+ )?(?:gym|fitness|caf|parking|child|(?:pre-?)?school|nursery|kindergarten|day ?care|salon|bank|store|restaurant|laundr|garden|massage|medical|urgent|doctor|yoga|garage|shuttle|credit union|market|vending|clinic|pharmac|training|visits?|interview|support|team|staff|amenit|meetings?|events?|work ?shops?|presentation|assessment|lab|nurse|health|food|dining|wellness|orientation|coordinat|manage|leader|provider|customer|client|service|and remote|or remote|\/))`;
const PERSON_THING = String.raw`(?! (?:interview|meeting|visit|training|class\b|service|event|customer|support|communicat|and (?:virtual|remote|by|over|on)|or (?:virtual|remote|by|over|on)))`;
const DAYS = String.raw`\b(?:(?:[1-4]|one|two|three|four)(?: (?:or|to) (?:[1-4]|two|three|four))? days?|(?:mon|tues|wednes|thurs|fri)days?(?: and (?:mon|tues|wednes|thurs|fri)days?)?)`;

/** "Remote: no", "not a telework position". */
const DENIED_REMOTE =
  /\b(?:(?:remote(?: work(?:ing)?| job| option)?|telework(?:ing)?|telecommut\w+|work(?:ing)? from home)(?: \w+){0,2} (?:is|are|was) (?:not|never|un)(?:offered|available|possible|permitted|allowed|an option|eligible)?|(?:remote work|telework) cannot\b|(?:not|isn't|no) (?:an? )?(?:remote|telework|work[- ]from[- ]home)(?: or hybrid)? (?:position|role|job|post|work|option)|(?:remote job|remote|telework(?: eligible)?): no\b|(?:cannot|can['’]?t|not) be (?:done|performed|worked) (?:from home|remotely)|not (?:eligible|available|suitable) for (?:remote|telework|telecommut\w+))/i;
const HYBRID = new RegExp(
  String.raw`^\W*hybrid\b${HYBRID_THING}|\b(?:are|is|be|an?|time,|time:?|location:|\() ?hybrid\b${HYBRID_THING}|\bhybrid (?:after|from|with|based|home)\b|\(hybrid\b|${DAYS}[^.;]{0,30}\b(?:in|at) (?:the|our|an?) [^.;]{0,30}(?:office|campus|headquarters|site)\b[^.;]{0,50}\b(?:home|remote\w*|telework)\b|${DAYS}(?: (?:a|per|each) week)? (?:on[- ]?site|on campus|in[- ](?:the )?(?:office|person))\b(?:(?!patient|client|for )[^.;]){0,40}\b(?:(?:from|at) home|remote\w*|telework\w*)\b(?! (?:patients?|monitor|access|support))|\b(?:home|remote\w*)\b[^.]{0,40}${DAYS}[^.;]{0,20}\b(?:in|at) (?:the|our) (?:office|campus|site)|${DAYS}(?: (?:a|per) week| weekly)?(?: (?:may|can) be worked)? (?:at|from) home\b|\bremote\b[^.;]{0,30}\b(?:up to )?(?:[1-4]|one|two|three|four) days?(?: (?:a|per) |/)week|\b(?:(?:from|at) home|telework(?:ing)?|telecommut(?:e|ing))\b[^.,;()]{0,20}\b(?:[1-4]|one|two|three|four) days?(?: (?:a|per|each) |/)week`,
  'i',
);
const ONSITE = new RegExp(
  String.raw`^\W*(?:fully |100% |full[- ]time )?on[- ]?site\b${SITE_THING}|\b(?:is|are|be|done|performed|time,|week,|100%|fully|where:|location:) on[- ]?site\b${SITE_THING}|\bon[- ]?site (?:(?:at|in) (?:our|the)\b(?! (?:[\w-]+ ){0,2}events?)|[1-7] days|(?:five|four|six|seven) days|only|every day|daily|\()|, on[- ]?site(?:[.;(]|$| \()|\b(?:works?|working|work|be|there|performed|takes? place|day,|campus,|done|out) in[- ]person\b${PERSON_THING}|\bin person (?:at|in) (?:our|the|both|all)\b|\bin person each\b|, in person[,.;]|\bwork(?:s|ing)? (?:from|in|at) (?:the |our )?(?:office|building|premises)(?=,|\.| (?:five|5|every|each|daily))|\b(?:fully )?on campus (?:at all times|five|every|each|;|full)|\bfully on campus\b`,
  'i',
);
const REMOTE =
  /(?:^\W*|[—–|] ?\*?)(?:fully |100% )?remote(?:,(?! (?:and |or )?(?:hybrid|on[- ]?site|in[- ]person))| in\b| within\b| for people\b| anywhere\b|\W*$)|\b(?:time|diem|temporary|contract|employment)[,;:|] (?:fully )?remote(?=[.,;|]|$)|^\W*work (?:at|from) home(?=[,;:.]|$)|[`📍🌎] ?remote\b(?=[`|,]|\s*$)|\b(?:is|are|be) (?:worked|done|performed)(?: entirely| fully)? from home\b|\bfrom your (?:own )?home\b|\bwhere: work(?:ing)? (?:at|from) home\b|\b(?:are|is) (?:both |all )?remote\b(?! (?:monitor|patient|access|area|site))|\bremotely (?:in|from|within|across|throughout) (?:any|most|the|one|all)\b|\bwork remotely from\b/iu;

/**
 * A sentence that begins with the way of work and goes on with where, for whom or on what terms: "Remote for residents of
 * Ohio", "Work from home (US only)", "Telecommuting from Iowa", "Remote with 10% travel". Capitals tell names.
 */
const OPENS_REMOTE = new RegExp(
  String.raw`^[^A-Za-z\d]{0,4}(?:(?:[Ff]ully|FULLY|100 ?%|[Cc]ompletely|[Ee]ntirely|[Pp]ermanently)[ -]+)?(?:[Rr]emote(?:ly)?|REMOTE|[Ww]ork(?:ing)? (?:(?:from|at) home|remotely)|WORK FROM HOME|[Tt]ele(?:commut(?:e|ing)|work(?:ing)?))(?:${[
    String.raw` (?:in|within|across|throughout) (?:(?:any|all|most|one|the|these|either)\b|[A-Z])`,
    String.raw` from (?:(?:any|anywhere|one of|within|either|these|your (?:own )?home|a home office|home)\b|(?:the )?[A-Z](?!\w+day))`,
    String.raw` for (?:(?:[A-Z][\w.]*|and|or|the|current|legal)[ ,]{1,2}){0,12}residents?\b`,
    String.raw` for (?:people|candidates|applicants|employees|those|anyone|persons|individuals) (?:who|in|within|living|based|located|residing|from)\b`,
    String.raw`[ ,]{0,2}[–—-]? ?(?:anywhere|nation-?wide)\b`,
    String.raw` ?; ?(?!hybrid|on[- ]?site|in[- ]|office|or |and |option|possib|flex|monitor|support|access)[A-Za-z\d]`,
    String.raw` with (?:[\w%-]+ ){0,4}(?:travel|trips|meetings?|visits)\b`,
    String.raw`(?: ?, ?| [–—-] |[–—] ?| ?\()(?:(?:open )?(?:to|for|in|from|within|across) )?(?:(?:the|any|all|most|only|continental|contiguous) ){0,2}(?:${STATE_PATTERN}|U\.?S\.?A?\b|United States|Canada|candidates|employees|applicants|residents|must|[Yy]ou must|(?:Eastern|Central|Mountain|Pacific)\b)`,
  ].join('|')})`,
);
/** Behind such words: only a chance of it, or something else that is remote. */
const NOT_OPEN =
  /\b(?:(?:may|might|could|can) (?:be|also)|option(?:s|al|ally)?|possib\w+|considered|approval|approved|negotiable|case[- ]by[- ]case|(?:is|are) (?:not|never)|occasionally|sometimes|hybrid|on[- ]?site (?:or|and|work)|exceptional|monitoring|access|support (?:for|of|to))\b/i;

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
  if ((mode === 'hybrid' || mode === 'remote') && ONLY_A_CHANCE.test(words.slice(match.index, match.index + 120)))
    return undefined;
  const start = segment.start + match.index;
  const inner = quote(text, start, start + match[0].length);
  return { mode, evidence: factPhrase(text, inner, segment.start, segment.end) };
}

const DENIAL =
  /\b(?:not|no|never|without|isn['’]t|cannot|may|might|option(?:al)?|possib\w+|occasional\w*|sometimes) (?:\w+ ){0,2}$/i;

/** "Hybrid may be considered for exceptional candidates". */
const ONLY_A_CHANCE =
  /^[^.;]{0,100}\b(?:(?:may|might|could|can|will) be (?:considered|possible|negotiated|discussed)|(?:is|are) (?:considered|negotiable|possible)|for (?:exceptional|the right|outstanding) |on a case[- ]by[- ]case)/i;

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

/** How long the words are with which a sentence begins by saying that the work is remote, and where or for whom; UTF-16. */
export function opensRemote({ words, of, segment }: PlaceSentence): number | undefined {
  if ((of & ELSEWHERE) === 0 || OTHERS.has(segment.section)) return undefined;
  const match = OPENS_REMOTE.exec(words);
  // What a later sentence part says bears on something else.
  if (match === null || NOT_OPEN.test(words.slice(0, 160).split(';', 1)[0] ?? '')) return undefined;
  return deniesRemote(words) ? undefined : match[0].length;
}
