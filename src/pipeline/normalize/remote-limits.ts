import type { Reading } from '../../model/reading.ts';
import { areaCode, STATE_PATTERN } from './areas.ts';
import { factPhrase, quote } from './quotes.ts';
import type { PlacedSegment } from './sections.ts';

const COUNTRIES = String.raw`United States(?: of America)?|U\.S\.A?\.?|USA|US|Canada|United Kingdom|UK|Hungary|Germany|India|Ireland|Poland|Mexico|Philippines|Spain|France|Portugal|Netherlands|Australia`;
/** An area named as a limit; state codes in capitals. */
const AREA = new RegExp(String.raw`(?<![\w-])(?:${STATE_PATTERN}|${COUNTRIES})(?![\w-]*\w)`, 'g');
const IN_AREA = `(?:(?:any |one of )?(?:the |these |any of the |any |all |most )?(?:continental |contiguous |following )?(?:states?(?: of)?:? )?)`;
const NAMED = `(?:${STATE_PATTERN}|${COUNTRIES})`;
/** A sentence without the letters of any area limits nothing. */
const ANY_AREA = new RegExp(NAMED);

/** Wordings that say where a remote worker must live; the areas are named behind the match, or in it. */
const RULES: readonly RegExp[] = [
  /\b(?:must|needs? to|required to|should|have to|has to)\b[^.;]{0,50}?\b(?:live|reside|be (?:physically |currently )?(?:located|based|residing)|be (?:an? )?(?:legal |current )?residents?)\b/i,
  /\b(?:residents?|candidates?|applicants?|people|employees|individuals|person|those)\b[^.;]{0,20}?\b(?:of|from|in|living in|residing in|who (?:live|reside) in|located in|based in)\b/i,
  new RegExp(
    String.raw`\b(?:[Rr]emote(?:ly)?|REMOTE|[Ww]ork(?:ing)? (?:from home|remotely)|[Vv]irtual(?:ly)?|[Hh]ome[- ]based|[Tt]ele(?:commut|work)\w*)\b[\s,(:–—-]{1,4}(?:(?:only|100 ?%) )?(?:(?:open )?(?:to|for(?: current)?) )?(?:(?:and )?(?:from |with)?in|from|anywhere (?:with)?in|within|across|throughout|anywhere)?[\s(]{0,2}${IN_AREA}(?=${NAMED})`,
  ),
  /\b(?:from |work )?anywhere (?:with)?in\b/i,
  /\bremote (?:roles?|positions?|work(?:ers)?|employees) (?:can|may|must) (?:sit|be|live|work|reside)\b/i,
  /\b(?:employ|hire|hiring|employing|recruit)\w*\b[^.;]{0,30}?\b(?:in|from|residents? of)\b/i,
  /\bfollowing states\b|\bstates? (?:listed|below|of residence)\b|\bstates (?:where|in which|that|which)? ?we (?:can )?(?:hire|employ|recruit)\b/i,
  /(?<!non[- ]|not |un)\b(?:eligible|approved|available|allowed|permitted|accepted|acceptable|authori[sz]ed|qualifying|participating) (?:(?:us|u\.s\.|remote|work|home|hiring) ){0,2}states\b/i,
  // "Open to Ohio and Iowa residents"; care may be given to them as well.
  new RegExp(
    String.raw`\b(?:job|role|position|opening|open|available|from home)(?: is)?(?: only)? (?:for|to)(?: only| current)? (?:(?:${NAMED})(?:,? and |,? or |, | )){1,12}residents?\b`,
    'i',
  ),
  new RegExp(
    String.raw`\bfrom (?:your|a|the|their) (?:own )?home(?: office)? (?:located |based )?in ${IN_AREA}(?=${NAMED})`,
    'i',
  ),
];
/** The area stands before the word that makes it a limit: "US only", "U.S. residents only", "US-based". */
const AREA_FIRST = new RegExp(
  String.raw`(?<![\w-])(${NAMED})(?:[- ](?:only\b|based\b)|(?: and ${NAMED})? (?:residents?|candidates?|applicants?|locations?)\b[^.;]{0,20}\bonly\b|(?:[ ,/&(-]{1,3}(?:(?:and|or) )?(?:the )?(?:${NAMED})){0,12}[ ,(:–-]{1,3}(?:(?:state |based )?(?:residents?|candidates?|applicants?|locations?|employees|based|states?|remote|time zones?)\b[^.;]{0,20} )?only\b(?! (?:a|the|when|if|one|those)\b))`,
);
/** One of them stands in each of its wordings. */
const AREA_FIRST_WORD = /only|based/;
/** "Unable to employ individuals outside of the US". */
const OUTSIDE = new RegExp(
  String.raw`\b(?:unable|cannot|can['’]t|not able|(?:do|must|may|will) not|don['’]t|not open|not available)\b[^.;]{0,60}\boutside (?:of )?(?:the )?(${NAMED})`,
);
/** Words that show that living there is the rule, not a custom. */
const BINDING =
  /\b(?:must|required|only|following|need to|needs to|have to|listed|based|remote|reside|residents?|work from home|home office|anywhere|can sit|states?|tele(?:commut|work)\w*)\b/i;
const NOT_LIMIT =
  /licen[sc]|authori[sz]ed to work|eligible to work|headquarter|(?<!home )offices? in|citizen|salary|pay range|compensation|facilities in|privacy|ordinance|notice|clinics|customers|clients|patients|members in|visa|not available|priority|prefer|serv(?:es|ing)|hospitals|founded|based company|miles of/i;
const SURE =
  /\bmust (?:\w+ )?(?:reside|live|be based|be located)|reside in|residents? of|need to live|\bonly (?:hire|hiring|employ|consider|accept|recruit|open|available|residents|candidates|applicants|people|from|in|within|to)\b/i;
/** What is denied of an area is no limit: "We cannot hire residents of Ohio", "Candidates must not live in Ohio". */
const DENIED =
  /\b(?:not|cannot|can['’]?t|unable|never|don['’]t|won['’]t|isn['’]t|aren['’]t|no|ineligible)\b(?:(?!\b(?:and|but|except|unless|only|who|which|you|candidates|employees|must|outside)\b)[^.;:,]){0,60}$/i;
const DENIED_INSIDE = /\b(?:not|never|outside)\b/i;
const STATES_DENIED =
  /\bstates\b[^.;]{0,160}\b(?:are|is) (?:not |currently not |excluded|ineligible)|\b(?:excluded|ineligible|restricted|non-eligible) states\b/i;

const REMOTE_IN = /\bremote\W{1,4}(?:in )?([A-Z][\w ,/]{1,60})/gi;

type Limits = Map<string, Reading['remoteLimits'][number]>;

/** Where a remote worker must live, as far as the words say; empty when not limited in words. */
export function readRemoteLimits(
  title: string,
  text: string,
  segments: readonly PlacedSegment[],
): Reading['remoteLimits'] {
  const found: Limits = new Map();
  readTitle(title, found);
  for (const segment of segments) {
    if (segment.end - segment.start > 700) continue;
    const sentence = text.slice(segment.start, segment.end);
    if (!ANY_AREA.test(sentence)) continue;
    for (const { from, to } of limitsIn(sentence)) {
      for (const match of sentence.slice(from, to).matchAll(AREA)) {
        const area = areaCode(match[0]);
        const at = segment.start + from + match.index;
        if (area === undefined || found.has(area) || isWord(match[0], sentence, at - segment.start)) continue;
        // From the rule to the area: the words say that it is a limit, and which.
        const both = quote(text, segment.start + from, at + match[0].length);
        const inner = both.quote.length <= 120 ? both : quote(text, at, at + match[0].length);
        found.set(area, { area, evidence: factPhrase(text, inner, segment.start, segment.end) });
      }
    }
  }
  const areas = [...found.values()];
  // A list of states is the limit; the country named beside it says nothing more.
  return areas.some((one) => one.area.startsWith('US-')) ? areas.filter((one) => one.area !== 'US') : areas;
}

/** "Remote (OH, IN)", "Remote US only". */
function readTitle(title: string, found: Limits): void {
  const limited = /only|resident/i.test(title);
  if (!limited) return;
  for (const match of title.matchAll(REMOTE_IN)) {
    for (const part of (match[1] ?? '').split(/[,/]| or | and /)) {
      const area = areaCode(part.replace(/\b(?:only|residents?)\b/gi, '').trim());
      if (area !== undefined) found.set(area, { area });
    }
  }
}

/** The stretches of a sentence in which limits are named. Offsets are UTF-16 into the sentence. */
function limitsIn(sentence: string): { readonly from: number; readonly to: number }[] {
  const outside = sentence.includes('outside') ? OUTSIDE.exec(sentence) : null;
  if (outside !== null) return [{ from: outside.index, to: outside.index + outside[0].length }];
  if (!BINDING.test(sentence)) return [];
  if (sentence.includes('states') && STATES_DENIED.test(sentence)) return [];
  let rule = -1;
  for (const pattern of RULES) {
    const at = ruleAt(sentence, pattern);
    if (at !== -1 && (rule === -1 || at < rule)) rule = at;
  }
  const open = AREA_FIRST_WORD.test(sentence) ? AREA_FIRST.exec(sentence) : null;
  const first =
    open !== null && open.index < endOf(sentence, 0) && !isDenied(sentence, open.index, open[0]) ? open : null;
  if (first === null && rule === -1) return [];
  if (NOT_LIMIT.test(sentence) && !SURE.test(sentence) && !isSure(sentence, first)) return [];
  // "Remote (Ohio only), serving patients in Iowa": what stands behind "only" is no limit.
  const closed = first !== null && first.index >= rule && first[0].endsWith('only');
  const last = closed ? first.index + first[0].length : sentence.length;
  const stretches = rule === -1 ? [] : [{ from: rule, to: Math.min(endOf(sentence, rule), last) }];
  if (first !== null && (rule === -1 || first.index < rule))
    stretches.push({ from: first.index, to: first.index + first[0].length });
  return stretches;
}

/** "Our clients are in Ohio only" is no limit, "… clinics in Iowa; Ohio residents only" is. */
function isSure(sentence: string, first: RegExpExecArray | null): boolean {
  if (first?.[0].endsWith('only') !== true) return false;
  const before = sentence.slice(Math.max(0, first.index - 40), first.index).split(/[;:(]/);
  return !NOT_LIMIT.test(before.at(-1) ?? '');
}

/** Where the first match begins that is not denied; -1 for none. A sentence denies no more than a few times. */
function ruleAt(sentence: string, pattern: RegExp): number {
  let past = 0;
  for (let tries = 0; tries < 3; tries += 1) {
    const match = pattern.exec(past === 0 ? sentence : sentence.slice(past));
    if (match === null) return -1;
    const at = past + match.index;
    if (!isDenied(sentence, at, match[0])) return at;
    past = at + match[0].length;
  }
  return -1;
}

function isDenied(sentence: string, at: number, words: string): boolean {
  return DENIED_INSIDE.test(words) || DENIED.test(sentence.slice(Math.max(0, at - 80), at));
}

const TURN =
  /\b(?:but not|except(?:ing|ions?)?|exclud(?:es?|ed|ing)|not (?:including|in|available|open)|other than|apart from|minus|outside)\b/i;

/** A limit ends where the sentence turns to what is not meant. */
function endOf(sentence: string, from: number): number {
  const turn = TURN.exec(sentence.slice(from));
  return turn === null ? sentence.length : from + turn.index;
}

/** "IN", "OR", "ME", "OK", "HI" in shouted text are words. */
function isWord(written: string, text: string, at: number): boolean {
  if (!/^(?:IN|OR|ME|OK|HI|OH|PA|US)$/.test(written)) return false;
  const around = text.slice(Math.max(0, at - 12), at + 14);
  if (written === 'US')
    return !/\b(?:the|in|within|from|any|all|most|anywhere|-|–|\(|,) ?US\b|^US|US[- ](?:only|based|residents)|\bUS\b[.)]/.test(
      around.trim(),
    );
  return (
    /[A-Z]{3,} \w{2} [A-Z]{3,}/.test(around) || !/[,:;(/] ?\w{2}\b|\b(?:in|and|or|of) \w{2}\b|\w{2}[,.;)]/.test(around)
  );
}
