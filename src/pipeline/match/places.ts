import type { Place } from '../../model/place.ts';
import { fold } from './words.ts';

/** A place of a profile: each member may be missing, and a missing one asks for nothing. */
export interface WantedPlace {
  readonly city?: string | undefined;
  readonly region?: string | undefined;
  readonly country?: string | undefined;
}

/**
 * How a place of an opening lies to a wanted one: `same` as far as the wanted one is told, `same-region` in the
 * same state but another or an unknown city, `other` when a country or state surely differs, else `unknown`.
 */
export function comparePlace(place: Place, wanted: WantedPlace): 'same' | 'same-region' | 'other' | 'unknown' {
  if (surelyDiffer(place.country, wanted.country) || surelyDiffer(place.region, wanted.region)) return 'other';

  if (wanted.region !== undefined) {
    if (place.region === undefined || fold(place.region) !== fold(wanted.region)) return 'unknown';
    return sameCity(place, wanted) ? 'same' : 'same-region';
  }
  if (wanted.city !== undefined) return sameCity(place, wanted) ? 'same' : 'unknown';
  return place.country === undefined ? 'unknown' : 'same';
}

/** `Toledo, OH`, or the advertisement's own words. */
export function placeInWords(place: Place): string {
  const parts = [place.city, place.region].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(', ') : place.text;
}

/**
 * Does a person who lives at `home` surely live outside an area such as `US`, `US-OH` or `CA`? Areas that are
 * not countries or states ("EU", "EMEA"), and a home that is not told far enough, are never sure.
 */
export function surelyOutside(area: string, home: WantedPlace): boolean {
  const found = /^([A-Z]{2})(?:-([A-Z]{2}))?$/u.exec(area.trim().toUpperCase());
  const country = countryCode(found?.[1]);
  const own = countryCode(home.country);
  if (country === undefined || own === undefined || country === 'EU') return false;
  if (country !== own) return !(US_TERRITORIES.has(own) && country === 'US');
  return surelyDiffer(found?.[2], home.region);
}

// A resident of Puerto Rico lives in the US for an employer who says "US only".
const US_TERRITORIES: ReadonlySet<string> = new Set(['PR', 'GU', 'VI', 'AS', 'MP']);

function countryCode(code: string | undefined): string | undefined {
  const capitals = code?.trim().toUpperCase();
  return capitals === 'UK' ? 'GB' : capitals;
}

// Only codes are compared: "Ohio" and "OH" are one state.
function surelyDiffer(left: string | undefined, right: string | undefined): boolean {
  const [first, second] = [countryCode(left), countryCode(right)];
  if (first === undefined || second === undefined) return false;
  return /^[A-Z]{2}$/u.test(first) && /^[A-Z]{2}$/u.test(second) && first !== second;
}

function sameCity(place: Place, wanted: WantedPlace): boolean {
  if (wanted.city === undefined) return true;
  return place.city !== undefined && fold(place.city) === fold(wanted.city);
}
