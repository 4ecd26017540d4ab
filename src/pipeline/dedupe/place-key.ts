import type { Posting } from '../../model/posting.ts';

/**
 * Where the work is, folded for comparison: `toledo,oh;dayton,oh`, with `|remote` behind it when it may be done from
 * elsewhere. Empty when the posting does not say.
 */
export function placeKey(posting: Pick<Posting, 'places' | 'reading'>): string {
  const cities = posting.places.map((place) =>
    place.city === undefined ? '' : [place.city, place.region ?? ''].map(fold).join(','),
  );
  const known = [...new Set(cities.filter((city) => city !== ''))].sort().join(';');
  return posting.reading.workplace?.mode === 'remote' ? `${known}${REMOTE}` : known;
}

const REMOTE = '|remote';

/**
 * Whether two postings may be at one place: they share a city, or one of them names none. A remote posting without a
 * city is at one place only with another remote one. Silence never speaks against it.
 */
export function placesAgree(a: string, b: string): boolean {
  if (a === b || a === '' || b === '') return true;
  const [one, other] = [citiesOf(a), citiesOf(b)];
  if (one.length > 0 && other.length > 0) return one.some((city) => other.includes(city));
  return a.endsWith(REMOTE) && b.endsWith(REMOTE);
}

function citiesOf(key: string): string[] {
  const cities = key.endsWith(REMOTE) ? key.slice(0, -REMOTE.length) : key;
  return cities === '' ? [] : cities.split(';');
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
