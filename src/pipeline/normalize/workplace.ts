import type { Place, Workplace } from '../../model/place.ts';
import type { Reading } from '../../model/reading.ts';
import { officeDaysIn, readAfterTraining, saysAfterTraining } from './office-days.ts';
import { PLACE, type PlaceSentence, placeSentences, placeWordsOf } from './place-words.ts';
import { factPhrase, quote } from './quotes.ts';
import type { PlacedSegment } from './sections.ts';
import { deniesRemote, opensRemote, readShared, readStatedMode } from './work-mode.ts';

const LABEL =
  /\b(?:location|work (?:location|setting|type|model|arrangement|environment|place|site)|workplace(?: type)?|schedule|job type|position type|remote status|remote type|work from)\W{0,8}$/i;
// Each wording begins a word, but the last: said once, little is tried inside of words.
const REMOTE =
  /(?:\b|(?=[*v]))(?:\b(?:fully|100 ?%|completely|permanently|primarily|entirely)[ -]*(?:remote|virtual)|\bremote(?:ly)?\b|\bwork[- ](?:from|at)[- ]home\b|\btelecommut\w+|\bvirtual(?:ly)? (?:full|position|role)|\*{0,2}virtual\*{0,2}:)/gi;
const HYBRID = /\bhybrid\b/gi;
const ONSITE = /\b(?:fully |100% )?on[- ]?site\b|\bin[- ]person\b|\bin[- ]office\b/gi;
const REMOTE_OWN =
  /(?:fully|100 ?%|completely|permanently|primarily|entirely)[ -]*(?:remote|virtual)|(?:are|join|of|in|on|with) (?:our|a|an|the) (?:\w+ )?remote (?:\w+ )?team|remote (?:\w+ ){0,2}(?:role|position|job|opportunity|work|home office|coder|contract|utilization|nurse|opening)\b|(?:is|are|be|performed|works?|working|operates? in a|this is an?|conducted) (?:\w+ )?remote|must be able to work from home|work[- ](?:from|at)[- ]home (?:position|role|job|opportunity)|virtually full-time|home office environment|telecommut\w+ (?:position|role)|remote,? (?:us|usa|united states)\b|work remote position|remotely throughout|remote in [A-Z]/i;
const REMOTE_NOT =
  /option|may be|opportunit(?:y|ies) to work|occasional|some remote|monitor|patients?|sites?\b|support(?:s|ed|ing)? |flexible|not (?:a )?remote|no remote|remote (?:access|desktop|control|sensing|area|community|environment|candidate|employees|locations|and hybrid|server|user)|reviews? may|if telecommut|independently in a remote|audits?|careers|schedule options|not eligible for remote|(?:lead|manag|supervis|overse|mentor|coach|direct|train)\w* (?:\w+ ){0,4}remote|remote (?:work )?experience|(?:years?|experience)(?: of| in| with)?(?: \w+)? (?:working|work|worked) (?:\w+ )?remote/i;
const HYBRID_NOT =
  /hybrid (?:cloud|environment|record|paper|chart|mail|entity|vehicle|os|infrastructure|workforce|app|model of care|or remote)|remote,? (?:and |or )?hybrid|remote and hybrid|hybrid,? (?:and |or )?(?:flexible|remote)|hybrid\/virtual|hybrid workforce/i;
const HYBRID_OWN =
  /hybrid (?:\w+ )?(?:schedule|role|position|work|remote|job|opportunity)|(?:is|be|be a|preference for) hybrid|hybrid,/i;
const ONSITE_OWN =
  /(?:full[- ]time |fully |100% |this is an? )?(?:on[- ]?site|in[- ]person|in[- ]office) (?:role|position|job|only|work\b)|must (?:work|be) (?:on[- ]?site|in person|in[- ]office)|work(?:s|ed|ing)? (?:is |are )?(?:\w+ ){0,2}on[- ]?site\b(?! and)|perform work on site|in person at the|work week, in person|position is (?:\w+ )?(?:on[- ]?site|in[- ]person)/i;

const ONSITE_NOT =
  /or (?:virtual|remote)|virtual or|fitness|gym|café|cafe|parking|child ?care|interview|training|onboarding|meetings?|remote|telephone|school|nursery|kindergarten|salon|bank|store|restaurant|laundr|garden|massage|yoga|garage|shuttle|credit union|market|vending|clinic|pharmacy|visits?|as needed|occasional|presentations/i;
/** What `REMOTE` cannot do without, and what `ONSITE` cannot; and a title that says "remote". */
const AWAY = PLACE.remote | PLACE.virtual | PLACE.home | PLACE.telework;
const HERE = PLACE.site | PLACE.person | PLACE.inOffice;
const HEAD_AWAY = AWAY | PLACE.anywhere;
const HEAD_HYBRID = /\bhybrid\b/i;
const HEAD_REMOTE =
  /\bremote\b|\bwork from home\b|\btelecommute\b|\banywhere\b|\bvirtual\b(?! (?:care|health|reality))/i;
const HEAD_REMOTE_THING = /remote (?:monitor|sens|patient)/i;

interface Vote {
  readonly mode: Workplace;
  readonly start: number;
  readonly end: number;
  readonly weight: number;
  readonly sentence: PlaceSentence;
}

/**
 * How work is done, where the title, the place or the text says so; `null` when silent. "Remote after training" is
 * remote with `afterTraining`. `officeDays` is set only where a mode is.
 */
export function readWorkplace(
  title: string,
  places: readonly Place[],
  text: string,
  segments: readonly PlacedSegment[],
): Reading['workplace'] {
  const heads = [title, ...places.map((place) => place.text)];
  const sentences = placeSentences(text, segments);
  const said = withTraining(readMode(heads, text, sentences), heads, text, sentences);
  const days = officeDaysIn(text, sentences);
  if (days === undefined) return said;
  // "Hybrid, 2 days a week in the office" needs no noun behind "hybrid".
  const hybrid = days.hybrid === undefined ? null : { mode: 'hybrid' as const, evidence: days.hybrid };
  const workplace = said ?? hybrid;
  return workplace && { ...workplace, officeDays: days.days, officeDaysEvidence: days.evidence };
}

function withTraining(
  said: Reading['workplace'],
  heads: readonly string[],
  text: string,
  sentences: readonly PlaceSentence[],
): Reading['workplace'] {
  const later = readAfterTraining(text, sentences);
  // What is hybrid or remote from the start is not that only later.
  if (later !== undefined && (said === null || said.mode === 'onsite' || said.mode === later.mode))
    return { ...later, afterTraining: true };
  return said?.mode === 'remote' && heads.some(saysAfterTraining) ? { ...said, afterTraining: true } : said;
}

function readMode(heads: readonly string[], text: string, sentences: readonly PlaceSentence[]): Reading['workplace'] {
  let headRemote = false;
  for (const words of heads) {
    const of = placeWordsOf(words);
    if ((of & PLACE.hybrid) !== 0 && HEAD_HYBRID.test(words)) return { mode: 'hybrid' };
    headRemote ||= (of & HEAD_AWAY) !== 0 && HEAD_REMOTE.test(words) && !HEAD_REMOTE_THING.test(words);
  }
  const votes: Vote[] = [];
  for (const sentence of sentences) {
    const { of } = sentence;
    const opening = opensRemote(sentence);
    if (opening !== undefined) {
      const { start } = sentence.segment;
      votes.push({ mode: 'remote', start, end: start + opening, weight: 2, sentence });
    }
    if ((of & AWAY) !== 0) vote(sentence, text, REMOTE, 'remote', REMOTE_OWN, REMOTE_NOT, votes);
    if ((of & PLACE.hybrid) !== 0) vote(sentence, text, HYBRID, 'hybrid', HYBRID_OWN, HYBRID_NOT, votes);
    if ((of & HERE) !== 0) vote(sentence, text, ONSITE, 'onsite', ONSITE_OWN, ONSITE_NOT, votes);
  }
  const best = votes.toSorted((a, b) => b.weight - a.weight || a.start - b.start)[0];
  if (headRemote && best?.mode !== 'hybrid') return { mode: 'remote' };
  if (best === undefined) return headRemote ? { mode: 'remote' } : (readStatedMode(text, sentences) ?? null);
  // "Remote, three days on site" is hybrid by its own words.
  const mixed =
    best.mode === 'remote' ? votes.find((one) => one.mode === 'hybrid' && one.weight >= best.weight) : undefined;
  const shared = best.mode === 'remote' ? readShared(text, best.sentence) : undefined;
  if (shared !== undefined) return shared;
  const chosen = mixed ?? best;
  const { start, end, sentence } = chosen;
  const { segment } = sentence;
  return { mode: chosen.mode, evidence: factPhrase(text, quote(text, start, end), segment.start, segment.end) };
}

function vote(
  sentence: PlaceSentence,
  text: string,
  word: RegExp,
  mode: Workplace,
  own: RegExp,
  not: RegExp,
  votes: Vote[],
): void {
  const { segment, words } = sentence;
  word.lastIndex = 0;
  for (let match = word.exec(words); match !== null; match = word.exec(words)) {
    const end = match.index + match[0].length;
    const around = words.slice(Math.max(0, match.index - 50), end + 50);
    const labelled =
      LABEL.test(words.slice(Math.max(0, match.index - 40), match.index)) ||
      (match.index < 12 && LABEL.test(text.slice(Math.max(0, segment.start - 30), segment.start)));
    const bare = words.length < 24;
    const said = own.test(around);
    if (!labelled && !said && !bare) continue;
    if (mode === 'remote' && deniesRemote(words)) continue;
    if (!labelled && not.test(around) && !/fully|100|must be able/i.test(around)) continue;
    const weight = labelled ? 3 : said ? 2 : 1;
    votes.push({ mode, start: segment.start + match.index, end: segment.start + end, weight, sentence });
  }
}
