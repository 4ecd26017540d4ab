import type { Seniority } from '../../model/reading.ts';

/** First match wins, from the top of the ladder down; "Executive Assistant" and "Case Manager" are no ranks. */
const RANKS: readonly (readonly [RegExp, Seniority])[] = [
  [/\bintern(?:ship)?\b|\bextern(?:ship)?\b|\bco-op\b/i, 'intern'],
  [
    /\b(?:s|e)?vp\b|\bvice[- ]president\b|\bchief\b(?! (?:resident|technologist|engineer of))|\bc[efiomt]o\b|\bcmio\b|\bchio\b|\bcno\b|\bpresident\b/i,
    'executive',
  ],
  [/\bdirector\b|\bhead of\b|\bexecutive director\b/i, 'director'],
  [/\b(?:lead|supervisor|principal|team leader|charge nurse|foreman)\b/i, 'lead'],
  [/\bmanager\b|\bmgr\b|\bagm\b|\bdgm\b|\bsuperintendent\b/i, 'manager'],
  [/\b(?:sr|senior|snr)\b\.?/i, 'senior'],
  [/\b(?:jr|junior|entry[- ]level|graduate trainee|new grad(?:uate)?)\b/i, 'entry'],
];
/** By `shapeOf`, whether some word with which a pattern of `RANKS` begins has these letters: most titles have none. */
const BEGINNINGS = new Uint8Array(1 << 15);
for (const word of `intern extern co-op svp evp vice chief ceo cfo cio coo cmo cto cmio chio cno president director head executive
  lead supervisor principal team charge foreman manager mgr agm dgm superintendent senior snr junior entry graduate new`.split(
  /\s+/,
))
  BEGINNINGS[shapeOf(word, 0)] = 1;
// Behind two letters may stand anything.
for (const word of ['vp', 'sr', 'jr']) BEGINNINGS.fill(1, shapeOf(word, 0), shapeOf(word, 0) + 32);

/** Managers of things, not of people. */
const NO_PEOPLE =
  /\b(?:case|account|project|product|program|programme|care|property|relationship|office|data|content|community|social media|risk|customer success|client|partner|partnership|channel|alliance|marketing|campaign|brand|category|territory|sales|engagement|construction project|technical program|nurse case|rn case|contracts?|grants?|portfolio|release|change|bed|utilization|field|key account|delivery|scrum)s?[- ](?:manager|mgr)\b|\bmanager,? (?:case|product|project|program)\b|\bassistant (?:to|director)\b|\bexecutive assistant\b|\blead generation\b|\bdirector's\b|\blead (?:abatement|poison)/i;

/** The rank that the words of a title state. Roman numerals say nothing. */
export function readSeniority(title: string): Seniority | null {
  if (!mayRank(title)) return null;
  for (const [pattern, rank] of RANKS) {
    if (!pattern.test(title)) continue;
    if (rank === 'manager' && NO_PEOPLE.test(title)) continue;
    if (rank === 'executive' && /\bassistant\b|\bto the\b/i.test(title)) continue;
    if (rank === 'director' && /\bassistant to\b|\bfunding director\b/i.test(title)) continue;
    return rank;
  }
  return null;
}

function mayRank(title: string): boolean {
  let inside = false;
  for (let at = 0; at < title.length; at += 1) {
    const letter = isLetter(title.charCodeAt(at));
    if (letter && !inside && BEGINNINGS[shapeOf(title, at)] === 1) return true;
    inside = letter;
  }
  return false;
}

/** Three letters in one number; behind the end stands 0. */
function shapeOf(words: string, at: number): number {
  return ((words.charCodeAt(at) & 31) << 10) | ((words.charCodeAt(at + 1) & 31) << 5) | (words.charCodeAt(at + 2) & 31);
}

function isLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122;
}
