import type { Posting } from '../../model/posting.ts';

/**
 * Where the work is, folded for comparison: two copies of one vacancy have the same key, the same role in two cities
 * has two. Empty when the posting does not say.
 */
export function placeKey(posting: Pick<Posting, 'places' | 'reading'>): string {
  if (posting.reading.workplace?.mode === 'remote') return 'remote';
  const keys = posting.places.map((place) =>
    place.city === undefined && place.region === undefined
      ? ''
      : [place.city ?? '', place.region ?? ''].map(fold).join(','),
  );
  return [...new Set(keys.filter((key) => key !== ''))].sort().join(';');
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(saint|st)\b/g, 'st')
    .replace(/\b(fort|ft)\b/g, 'ft')
    .trim();
}
