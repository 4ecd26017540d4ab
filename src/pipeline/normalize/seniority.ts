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
/** Managers of things, not of people. */
const NO_PEOPLE =
  /\b(?:case|account|project|product|program|programme|care|property|relationship|office|data|content|community|social media|risk|customer success|client|partner|partnership|channel|alliance|marketing|campaign|brand|category|territory|sales|engagement|construction project|technical program|nurse case|rn case|contracts?|grants?|portfolio|release|change|bed|utilization|field|key account|delivery|scrum)s?[- ](?:manager|mgr)\b|\bmanager,? (?:case|product|project|program)\b|\bassistant (?:to|director)\b|\bexecutive assistant\b|\blead generation\b|\bdirector's\b|\blead (?:abatement|poison)/i;

/** The rank that the words of a title state. Roman numerals say nothing. */
export function readSeniority(title: string): Seniority | null {
  for (const [pattern, rank] of RANKS) {
    if (!pattern.test(title)) continue;
    if (rank === 'manager' && NO_PEOPLE.test(title)) continue;
    if (rank === 'executive' && /\bassistant\b|\bto the\b/i.test(title)) continue;
    if (rank === 'director' && /\bassistant to\b|\bfunding director\b/i.test(title)) continue;
    return rank;
  }
  return null;
}
