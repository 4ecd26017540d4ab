import type { Place, Workplace } from '../../model/place.ts';
import type { Reading } from '../../model/reading.ts';
import { readAfterTraining, readOfficeDays, saysAfterTraining } from './office-days.ts';
import { factPhrase, quote } from './quotes.ts';
import type { PlacedSegment } from './sections.ts';
import { deniesRemote, readStatedMode } from './work-mode.ts';

const LABEL =
  /\b(?:location|work (?:location|setting|type|model|arrangement|environment|place|site)|workplace(?: type)?|schedule|job type|position type|remote status|remote type|work from)\W{0,8}$/i;
const REMOTE =
  /\b(?:fully|100 ?%|completely|permanently|primarily|entirely)[ -]*(?:remote|virtual)|\bremote(?:ly)?\b|\bwork[- ](?:from|at)[- ]home\b|\btelecommut\w+|\bvirtual(?:ly)? (?:full|position|role)|\*{0,2}virtual\*{0,2}:/gi;
const HYBRID = /\bhybrid\b/gi;
const ONSITE = /\b(?:fully |100% )?on[- ]?site\b|\bin[- ]person\b|\bin[- ]office\b/gi;
const REMOTE_OWN =
  /(?:fully|100 ?%|completely|permanently|primarily|entirely)[ -]*(?:remote|virtual)|remote (?:\w+ ){0,2}(?:role|position|job|opportunity|work|home office|coder|team|contract|utilization|nurse|opening)\b|(?:is|are|be|performed|works?|working|operates? in a|this is an?|conducted) (?:\w+ )?remote|must be able to work from home|work[- ](?:from|at)[- ]home (?:position|role|job|opportunity)|virtually full-time|home office environment|telecommut\w+ (?:position|role)|remote,? (?:us|usa|united states)\b|work remote position|remotely throughout|remote in [A-Z]/i;
const REMOTE_NOT =
  /option|may be|opportunit(?:y|ies) to work|occasional|some remote|monitor|patients?|sites?\b|support(?:s|ed|ing)? |flexible|not (?:a )?remote|no remote|remote (?:access|desktop|control|sensing|area|community|environment|candidate|employees|locations|and hybrid|server|user)|reviews? may|if telecommut|independently in a remote|audits?|careers|schedule options|not eligible for remote/i;
const HYBRID_NOT =
  /hybrid (?:cloud|environment|record|paper|chart|mail|entity|vehicle|os|infrastructure|workforce|app|model of care|or remote)|remote,? (?:and |or )?hybrid|remote and hybrid|hybrid,? (?:and |or )?(?:flexible|remote)|hybrid\/virtual|hybrid workforce/i;
const ONSITE_OWN =
  /(?:full[- ]time |fully |100% |this is an? )?(?:on[- ]?site|in[- ]person|in[- ]office) (?:role|position|job|only|work\b)|must (?:work|be) (?:on[- ]?site|in person|in[- ]office)|work(?:s|ed|ing)? (?:is |are )?(?:\w+ ){0,2}on[- ]?site\b(?! and)|perform work on site|in person at the|work week, in person|position is (?:\w+ )?(?:on[- ]?site|in[- ]person)/i;

interface Vote {
  readonly mode: Workplace;
  readonly start: number;
  readonly end: number;
  readonly weight: number;
  readonly segment: PlacedSegment;
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
  const said = withTraining(readMode(heads, text, segments), heads, text, segments);
  const days = readOfficeDays(text, segments);
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
  segments: readonly PlacedSegment[],
): Reading['workplace'] {
  const later = readAfterTraining(text, segments);
  // What is hybrid or remote from the start is not that only later.
  if (later !== undefined && (said === null || said.mode === 'onsite' || said.mode === later.mode))
    return { ...later, afterTraining: true };
  return said?.mode === 'remote' && heads.some(saysAfterTraining) ? { ...said, afterTraining: true } : said;
}

function readMode(heads: readonly string[], text: string, segments: readonly PlacedSegment[]): Reading['workplace'] {
  if (heads.some((words) => /\bhybrid\b/i.test(words))) return { mode: 'hybrid' };
  const headRemote = heads.some(
    (words) =>
      /\bremote\b|\bwork from home\b|\btelecommute\b|\banywhere\b|\bvirtual\b(?! (?:care|health|reality))/i.test(
        words,
      ) && !/remote (?:monitor|sens|patient)/i.test(words),
  );
  const votes: Vote[] = [];
  for (const segment of segments) {
    const sentence = text.slice(segment.start, segment.end);
    if (!/remote|hybrid|site|person|home|telecommut|virtual|office/i.test(sentence)) continue;
    vote(sentence, segment, text, REMOTE, 'remote', REMOTE_OWN, REMOTE_NOT, votes);
    vote(
      sentence,
      segment,
      text,
      HYBRID,
      'hybrid',
      /hybrid (?:\w+ )?(?:schedule|role|position|work|remote|job|opportunity)|(?:is|be|be a|preference for) hybrid|hybrid,/i,
      HYBRID_NOT,
      votes,
    );
    vote(
      sentence,
      segment,
      text,
      ONSITE,
      'onsite',
      ONSITE_OWN,
      /or (?:virtual|remote)|virtual or|fitness|gym|café|cafe|parking|child ?care|interview|training|onboarding|meetings?|remote|telephone|clinic|pharmacy|visits?|as needed|occasional|presentations/i,
      votes,
    );
  }
  const best = votes.toSorted((a, b) => b.weight - a.weight || a.start - b.start)[0];
  if (headRemote && best?.mode !== 'hybrid') return { mode: 'remote' };
  if (best === undefined) return headRemote ? { mode: 'remote' } : (readStatedMode(text, segments) ?? null);
  // "Remote, three days on site" is hybrid by its own words.
  const mixed =
    best.mode === 'remote' ? votes.find((one) => one.mode === 'hybrid' && one.weight >= best.weight) : undefined;
  const shared = best.mode === 'remote' ? readStatedMode(text, [best.segment]) : undefined;
  if (shared?.mode === 'hybrid') return shared;
  const chosen = mixed ?? best;
  const { start, end, segment } = chosen;
  return { mode: chosen.mode, evidence: factPhrase(text, quote(text, start, end), segment.start, segment.end) };
}

function vote(
  sentence: string,
  segment: PlacedSegment,
  text: string,
  word: RegExp,
  mode: Workplace,
  own: RegExp,
  not: RegExp,
  votes: Vote[],
): void {
  for (const match of sentence.matchAll(word)) {
    const before = sentence.slice(Math.max(0, match.index - 40), match.index);
    const around = sentence.slice(Math.max(0, match.index - 50), match.index + match[0].length + 50);
    const labelled =
      LABEL.test(before) ||
      (LABEL.test(text.slice(Math.max(0, segment.start - 30), segment.start)) && match.index < 12);
    const bare = sentence.length < 24;
    const said = own.test(around);
    if (!labelled && !said && !bare) continue;
    if (mode === 'remote' && deniesRemote(sentence)) continue;
    if (not.test(around) && !labelled && !/fully|100|must be able/i.test(around)) continue;
    const weight = labelled ? 3 : said ? 2 : 1;
    votes.push({
      mode,
      start: segment.start + match.index,
      end: segment.start + match.index + match[0].length,
      weight,
      segment,
    });
  }
}
