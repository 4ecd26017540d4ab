import type { PlacedSegment } from './sections.ts';

/** The words without which nothing is said of the place of work, as bits. */
export const PLACE = {
  remote: 1,
  hybrid: 2,
  home: 4,
  /** From home, at home, from your own home. */
  fromHome: 8,
  /** Telework, telecommuting. */
  telework: 16,
  virtual: 32,
  wfh: 64,
  anywhere: 128,
  /** On site, on-site, onsite. */
  site: 256,
  person: 512,
  office: 1024,
  /** In, at or from the office. */
  inOffice: 2048,
  /** A campus, a building, premises. */
  ground: 4096,
  /** A day; alone it says nothing of a place. */
  day: 8192,
} as const;

/** A sentence with such words. */
export interface PlaceSentence {
  readonly segment: PlacedSegment;
  /** The sentence itself. */
  readonly words: string;
  /** Which of the words stand in it: bits of `PLACE`. */
  readonly of: number;
}

const PLACE_WORD =
  /remote|hybrid|(?:from|at)[- ](?:your (?:own )?)?home|home|telework|telecommut|virtual|wfh|anywhere|on[- ]?site|in[- ]person|(?:in|at|from)[- ](?:the |our )?office|office|campus|building|premises|day/gi;
/** By the end of the words. */
const BIT_OF = new Map<string, number>([
  ['ote', PLACE.remote],
  ['rid', PLACE.hybrid],
  ['ome', PLACE.home],
  ['ork', PLACE.telework],
  ['mut', PLACE.telework],
  ['ual', PLACE.virtual],
  ['wfh', PLACE.wfh],
  ['ere', PLACE.anywhere],
  ['ite', PLACE.site],
  ['son', PLACE.person],
  ['ice', PLACE.office],
  ['pus', PLACE.ground],
  ['ing', PLACE.ground],
  ['ses', PLACE.ground],
  ['day', PLACE.day],
]);

/** Which of the words stand in a title or a sentence: bits of `PLACE`, 0 for none. */
export function placeWordsOf(words: string): number {
  let bits = 0;
  PLACE_WORD.lastIndex = 0;
  for (let match = PLACE_WORD.exec(words); match !== null; match = PLACE_WORD.exec(words)) {
    const [found] = match;
    const bit = BIT_OF.get(found.slice(-3).toLowerCase()) ?? 0;
    bits |= bit;
    if (bit === PLACE.home && found.length > 4) bits |= PLACE.fromHome;
    if (bit === PLACE.office && found.length > 6) bits |= PLACE.inOffice;
  }
  return bits;
}

/** The sentences that can say something of the place of work. */
export function placeSentences(text: string, segments: readonly PlacedSegment[]): PlaceSentence[] {
  const found: PlaceSentence[] = [];
  for (const segment of segments) {
    const words = text.slice(segment.start, segment.end);
    const of = placeWordsOf(words);
    if ((of & ~PLACE.day) !== 0) found.push({ segment, words, of });
  }
  return found;
}
