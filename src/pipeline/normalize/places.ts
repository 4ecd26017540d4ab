import type { Place } from '../../model/place.ts';
import { countryCode, provinceCode, stateCode } from './areas.ts';

const NOT_A_CITY =
  /^(?:remote|hybrid|on-?site|anywhere|various|multiple|nationwide|virtual|home|work from home|telecommute|flexible|worldwide|global|n\/a)\b|^\W*$/i;

/**
 * Reads the places of one written location: "Columbus, OH, US", "USA - Ohio - Columbus", "OH-Columbus",
 * "Remote - US", or several joined by `;`, `|` or " or ". Each keeps its own words as `text`.
 */
export function parsePlaces(written: string): Place[] {
  return written
    .slice(0, 2000)
    .split(/\s*(?:;|\||\n|\s\/\s|\bor\b(?=\s+[A-Z]))\s*/)
    .map((part) => part.replace(/[`*]/g, '').trim())
    .filter((part) => part !== '')
    .slice(0, 50)
    .map(parsePlace);
}

/** Reads one location; members stay absent where the words do not say. */
export function parsePlace(written: string): Place {
  const text = written.replace(/\s+/g, ' ').trim();
  const words = text.replace(/\((?:remote|hybrid|on-?site|in[- ]person)\)/gi, '').replace(/^[^\p{L}\d]+/u, '');
  const postalCode = /(?<![\d-])(\d{5})(?:-\d{4})?(?![\d-])/.exec(words)?.[1];
  const parts = (
    words.includes(',') ? words.split(',') : words.split(/\s+[-–—>]\s+|(?<=\b[A-Z]{2,3})-(?=[A-Z])|\s\/\s/)
  )
    .map((part) => part.replace(/\b\d{5}(?:-\d{4})?\b/, '').trim())
    .filter((part) => part !== '');
  let country: string | undefined;
  let region: string | undefined;
  const rest: string[] = [];
  for (const [position, part] of parts.entries()) {
    const state = stateCode(part);
    const province = provinceCode(part);
    const nation = countryCode(part);
    // "New York, NY": a state's name before its own code is a city.
    const nameOfCity =
      state !== undefined &&
      part.length > 2 &&
      parts.slice(position + 1).some((later) => stateCode(later) !== undefined);
    if (nameOfCity) rest.push(part);
    else if (
      state !== undefined &&
      region === undefined &&
      !(nation !== undefined && position === parts.length - 1 && position > 1)
    )
      region = state;
    else if (nation !== undefined && country === undefined) country = nation;
    else if (province !== undefined && region === undefined) region = province;
    else rest.push(part);
  }
  const city = rest.find((part) => !NOT_A_CITY.test(part) && part.length <= 60 && !/\d/.test(part));
  if (country === undefined && region !== undefined) country = stateCode(region) === undefined ? 'CA' : 'US';
  return {
    text,
    ...(city === undefined ? {} : { city }),
    ...(region === undefined ? {} : { region }),
    ...(country === undefined ? {} : { country }),
    ...(postalCode === undefined ? {} : { postalCode }),
  };
}
