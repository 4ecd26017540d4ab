import type { Place, Workplace } from '../../model/place.ts';
import type { Reading } from '../../model/reading.ts';
import { areaCode, STATE_PATTERN } from './areas.ts';
import { readAfterTraining, readOfficeDays, saysAfterTraining } from './office-days.ts';
import { factPhrase, quote } from './quotes.ts';
import type { PlacedSegment } from './sections.ts';

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
  if (best === undefined) return headRemote ? { mode: 'remote' } : null;
  // "Remote, three days on site" is hybrid by its own words.
  const mixed =
    best.mode === 'remote' ? votes.find((one) => one.mode === 'hybrid' && one.weight >= best.weight) : undefined;
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

const RESIDE =
  /\b(?:must (?:currently )?(?:live|reside|be located|be based|be a resident)|required to (?:live|reside)|(?:residents?|candidates?|applicants?) (?:must )?(?:reside|live|of|in)|reside in|resides? (?:with)?in|living in|located in (?:one of|the following)|following states|states? (?:listed|below|of residence)|(?:remote|work(?:ing)?|work from home|hire|hiring|hired|employ\w*) (?:\w+ ){0,4}(?:in|from|within|throughout)(?: the)?|open to (?:residents|candidates)|only (?:in|within|available)|available (?:only )?(?:in|to)|based in|remote (?:in|from|within|-|–|\()|us[- ]only|u\.s\. only|us[- ]based|u\.s\.[- ]based|must live within)\b/i;
const AREA = new RegExp(
  String.raw`(?<![\w-])(?:${STATE_PATTERN}|United States|USA|U\.S\.A?\.?|US|Canada|United Kingdom|UK|Hungary|Germany|India|Ireland|Poland|Mexico|Philippines|Spain|France|Portugal|Netherlands|Australia)(?![\w-]*\w)`,
  'g',
);
const NOT_LIMIT =
  /licen[sc]|authori[sz]ed to work|eligible to work|headquarter|offices? in|citizen|sponsor|salary|pay range|compensation|facilities in|employer|privacy|ordinance|notice|excluding|except|clinics|customers|clients|patients|members in|visa|not available|priority|prefer/i;

/** Where a remote worker must live, as far as the words say; empty when not limited in words. */
export function readRemoteLimits(
  title: string,
  text: string,
  segments: readonly PlacedSegment[],
): Reading['remoteLimits'] {
  const found = new Map<string, Reading['remoteLimits'][number]>();
  for (const match of title.matchAll(/\bremote\W{1,4}(?:in )?([A-Z][\w ,/]{1,60})/gi)) {
    for (const part of (match[1] ?? '').split(/[,/]| or | and /)) {
      const area = /only|resident/i.test(title)
        ? areaCode(part.replace(/\b(?:only|residents?)\b/gi, '').trim())
        : undefined;
      if (area !== undefined) found.set(area, { area });
    }
  }
  for (const segment of segments) {
    const sentence = text.slice(segment.start, segment.end);
    const rule = RESIDE.exec(sentence);
    if (rule === null || sentence.length > 700) continue;
    const strong =
      /must|required to|only|following states|remote in|based\b|listed/i.test(sentence) &&
      /remote|reside|live|located|based|home|states|only/i.test(sentence);
    if (!strong || (NOT_LIMIT.test(sentence) && !/must (?:\w+ )?(?:reside|live)|reside in/i.test(sentence))) continue;
    const from = Math.max(0, rule.index - 4);
    for (const match of sentence.slice(from).matchAll(AREA)) {
      const area = areaCode(match[0]);
      const at = segment.start + from + match.index;
      if (area !== undefined && !found.has(area) && !isWord(match[0], text, at)) {
        // From the rule to the area: the words say that it is a limit, and which.
        const both = quote(text, Math.min(segment.start + rule.index, at), at + match[0].length);
        const inner = both.quote.length <= 120 ? both : quote(text, at, at + match[0].length);
        found.set(area, { area, evidence: factPhrase(text, inner, segment.start, segment.end) });
      }
    }
  }
  const areas = [...found.values()];
  // A list of states is the limit; the country named beside it says nothing more.
  return areas.some((one) => one.area.startsWith('US-')) ? areas.filter((one) => one.area !== 'US') : areas;
}

/** "IN", "OR", "ME", "OK", "HI" in shouted text are words. */
function isWord(written: string, text: string, at: number): boolean {
  if (!/^(?:IN|OR|ME|OK|HI|OH|PA|US)$/.test(written)) return false;
  const around = text.slice(Math.max(0, at - 12), at + 14);
  if (written === 'US')
    return !/\b(?:the|in|within|from|-|–) US\b|^US|US[- ](?:only|based)|\bUS\b[.)]/.test(around.trim());
  return (
    /[A-Z]{3,} \w{2} [A-Z]{3,}/.test(around) || !/[,:;(/] ?\w{2}\b|\b(?:in|and|or|of) \w{2}\b|\w{2}[,.;)]/.test(around)
  );
}
