import type { Sponsorship } from '../../model/reading.ts';
import { factPhrase, quote } from './quotes.ts';
import type { PlacedSegment } from './sections.ts';

const MENTION = /sponsor|h-?1-?b\b|\bvisas?\b/i;
const PERMIT =
  '(?:visas?|h-?1-?b|immigration|work (?:permit|authori[sz]ation)s?|green cards?|employment[- ]based|j-?1|tn|e-?3)';
/** "Sponsor" as a verb or as the help itself; a plan, an event or a study has a sponsor of another kind. */
const SPONSOR = String.raw`(?:(?<!\b(?:the|an?|our|their|its|study|trial|clinical|executive|project|program|plan|event|corporate|business|research|industry) )\bsponsors?|\bsponsor(?:ing|ships?))\b(?![- ](?:of\b(?![^.;]{0,25}(?:visa|h-?1-?b|work|employ|immigra|candidate|applicant|national|permit))|(?:an? |the |our |any )?(?:events?|stud(?:y|ies)|trials?|research|teams?|leagues?|conferences?|programs?|initiatives?|meetings?|projects?|plans?|representatives?|clearances?|security|licen[sc]\w+|certif\w+|tuition|courses?|training|memberships?|activities|community|charit\w+)\b)|[^.;]{0,25}\bfor (?:training|certif\w+|licen\w+|courses?|exams?|clearances?|tuition)\b)`;
const REFUSED = new RegExp(
  [
    // "unable to sponsor visas", "without the need for sponsorship", "not eligible for visa sponsorship"
    String.raw`\b(?:not|no|unable|cannot|can['’]t|won['’]t|don['’]t|doesn['’]t|isn['’]t|aren['’]t|never|neither|nor|without|ineligible)\b(?<gap>[^.;:!?]{0,80}?)(?:${SPONSOR}|\bsponsored (?:for|by|work|visa)|\bh-?1-?b\b)`,
    // "sponsorship is not available", "Visa sponsorship: no"
    String.raw`${SPONSOR}(?: ?\([^()]{0,60}\))?[^.;!?]{0,40}?(?:\b(?:not|never|cannot|no longer)|n['’]t)(?: (?:currently|presently|be|being|also|at this time))* (?:available|offered|provided|supported|considered|possible|an option|eligible|extended|granted)\b`,
    String.raw`${SPONSOR}[^.;!?:]{0,30}(?:\bunavailable\b|[:–-] ?(?:no\b|none\b|not (?:available|offered|provided)\b))`,
    // "applicants who require sponsorship will not be considered"
    String.raw`\b(?:requir|need|seek)(?:es?|ed|ing|s)?\b[^.;!?]{0,50}${SPONSOR}[^.;!?]{0,80}\b(?:not|cannot|can['’]t|won['’]t|unable|ineligible)\b(?: (?:be|currently|able|to|at this time|move|proceed))* ?(?:considered?|accept(?:ed)?|eligible|hired?|selected|proceed|qualif\w+|interviewed|forward)?`,
  ].join('|'),
  'i',
);
const OFFERED = new RegExp(
  [
    String.raw`\b${PERMIT}[\w /()-]{0,25}\bsponsorships?\b(?: ?\([^()]{0,60}\))?[^.;:?!]{0,30}?\b(?:available|offered|provided|supported|welcome|included)\b`,
    String.raw`\bsponsorships? (?:is |are )?(?:also |currently )?(?:available|offered|provided)\b`,
    String.raw`\bsponsorships?(?: (?:available|offered|provided))?\?? ?[:–-] ?(?:yes|available|offered|provided)\b`,
    String.raw`\b(?:we|will|can|able to|happy to|willing to|open to|glad to|do|also|company|employer|hospital)(?: \w+){0,2} (?:offer|provide|sponsor|support|accept|welcome)(?:s|ing)? [^.;:?!]{0,40}?\b(?:visa sponsorships?|sponsorships?|${PERMIT} (?:sponsorships?|holders?|candidates?|transfers?)|(?:work )?visas?|h-?1-?bs?|green cards?|work permits?)\b`,
    String.raw`\b(?:is|are|position|role|be) eligible for [^.;:?!]{0,30}\bsponsorships?\b`,
    String.raw`\bh-?1-?b\b[^.;:?!]{0,40}?\b(?:welcomed?|accepted|considered|ok|okay|encouraged|available|offered|supported|sponsored)\b`,
  ].join('|'),
  'i',
);
/** A benefit of its own line. */
const LISTED = new RegExp(
  String.raw`^${PERMIT}(?: (?:visa|and|&|or|relocation|work))* ?(?:sponsorships?|transfers?)\W*$`,
  'i',
);
/** The sentence speaks of work by people from abroad. */
const ABROAD =
  /\bvisas?\b|immigra|h-?1-?b\b|work (?:permit|authori)|authori[sz]|\bemployment\b|green card|\bopt\b|candidates?|applicants?|anyone|individuals|eligible|future|at this time|currently|legal|countr|\bu\.?s\b|united states|citizen/i;
const ASKS = /\?\s*$|\b(?:will|would|do|does|are) (?:you|the applicant)\b/i;
/** What leaves open whether this employer sponsors for this posting. */
const OPEN =
  /\b(?:may|might|could|case[- ]by[- ]case|depend\w*|limited|exceptional|unless|if|where|some|certain|select|discretion|subject to|no|not|never|cannot|without)\b|n['’]t\b/i;
/** "Not only", "not all roles", "do not hesitate: we sponsor": the negation is of something else. */
const OTHER_NEGATION = /^\s*(?:only|all|every|limited|just)\b|\b(?:but|however|hesitate|worry)\b|, (?:and )?we\b/i;
/** "No sponsorship." needs no more words to be understood. */
const SHORT = 60;
/** Nobody writes more sentences on it; hostile texts do. */
const MAX_SENTENCES = 100;

/**
 * Whether the employer sponsors a visa or work permit, by its own words; `null` when the text is silent, asks the
 * applicant, leaves it open ("may be available"), or says both. Sponsors of studies, events and plans are not read.
 */
export function readSponsorship(text: string, segments: readonly PlacedSegment[]): Sponsorship | null {
  let found: Sponsorship | null = null;
  let read = 0;
  for (const segment of segments) {
    const sentence = text.slice(segment.start, segment.end);
    if (!MENTION.test(sentence) || ASKS.test(sentence)) continue;
    read += 1;
    if (read > MAX_SENTENCES) return found;
    const claim = claimOf(sentence);
    if (claim === undefined) continue;
    if (found !== null && found.offered !== claim.offered) return null;
    const inner = quote(text, segment.start + claim.start, segment.start + claim.end);
    found ??= { offered: claim.offered, evidence: factPhrase(text, inner, segment.start, segment.end) };
  }
  return found;
}

function claimOf(sentence: string): { offered: boolean; start: number; end: number } | undefined {
  const refused = REFUSED.exec(sentence);
  if (refused !== null) {
    const [words] = refused;
    const plain = ABROAD.test(sentence) || sentence.length <= SHORT;
    // "No sponsor" and "without a sponsor" speak of a person or a firm.
    const noun = /^(?:no|without|neither|nor)\b.*\bsponsors?$/i.test(words);
    if (!plain || noun || OTHER_NEGATION.test(refused.groups?.['gap'] ?? '')) return undefined;
    return { offered: false, start: refused.index, end: refused.index + words.length };
  }
  const offered = OFFERED.exec(sentence) ?? LISTED.exec(sentence);
  if (offered === null || OPEN.test(sentence)) return undefined;
  return { offered: true, start: offered.index, end: offered.index + offered[0].length };
}
