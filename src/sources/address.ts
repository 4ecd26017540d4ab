import type { Place } from '../model/place.ts';
import { stateCode } from './us-states.ts';

/** The parts of an address as a site states them, placeholders already removed. */
export interface StatedAddress {
  /** The whole place in words, when the site gives it as such. */
  readonly text?: string | undefined;
  readonly city?: string | undefined;
  readonly region?: string | undefined;
  readonly country?: string | undefined;
  readonly postalCode?: string | undefined;
}

/**
 * The address as a place; `undefined` when it says nothing. `text` keeps the site's words; the other members are set
 * only where the words are surely of their kind: "Sacramento, CA" is no city, and "Europe" no state.
 */
export function placeOf(address: StatedAddress): Place | undefined {
  const words = [address.text, address.city, address.region, address.country].filter((word) => word !== undefined);
  const text = words.filter((word, at) => !words.slice(0, at).some((before) => saysToo(before, word))).join(', ');
  if (text === '') return undefined;
  const country = countryCode(address.country);
  const region = regionOf(address.region, country);
  const city = cityOf(address.city);
  return {
    text,
    ...(city === undefined ? {} : { city }),
    ...(region === undefined ? {} : { region }),
    ...(country === undefined ? {} : { country }),
    ...(address.postalCode === undefined ? {} : { postalCode: address.postalCode }),
  };
}

/** ISO 3166-1 alpha-2 of a country that is given by its code or its English name. */
export function countryCode(country: string | undefined): string | undefined {
  if (country === undefined) return undefined;
  const key = country.trim().toLowerCase();
  return OTHER_NAMES.get(key) ?? countriesByName().get(key) ?? regionCode(key);
}

function saysToo(words: string, word: string): boolean {
  return words.split(', ').includes(word);
}

function cityOf(city: string | undefined): string | undefined {
  return city === undefined || city.includes(',') || city.includes(' - ') || /^remote\b/i.test(city) ? undefined : city;
}

function regionOf(region: string | undefined, country: string | undefined): string | undefined {
  if (region === undefined || SALES_REGION.test(region)) return undefined;
  const state = country === 'US' || country === undefined ? stateCode(region) : undefined;
  if (state !== undefined) return state;
  return country !== undefined && countryCode(region) === country ? undefined : region;
}

// seen as `addressRegion` of an office: a part of the world that an employer sells to
const SALES_REGION = /^(?:europe|emea|apac|latam|americas|north america|south america|asia|africa|oceania|worldwide)$/i;

const OTHER_NAMES = new Map([
  ['usa', 'US'],
  ['u.s.', 'US'],
  ['u.s.a.', 'US'],
  ['united states of america', 'US'],
  ['uk', 'GB'],
  ['great britain', 'GB'],
  ['the netherlands', 'NL'],
]);

let names: ReadonlyMap<string, string> | undefined;

// built on first use: it asks for the names of all 676 pairs of letters
function countriesByName(): ReadonlyMap<string, string> {
  if (names !== undefined) return names;
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const codes = letters.flatMap((first) => letters.map((second) => `${first}${second}`));
  names = new Map(
    codes.flatMap((code) => (regionCode(code) === code ? [[englishName(code).toLowerCase(), code]] : [])),
  );
  return names;
}

/** The code in capitals when it is one of a country of today: `DD` and `UK` are not. */
function regionCode(text: string): string | undefined {
  const code = text.toUpperCase();
  if (!/^[A-Z]{2}$/.test(code) || NOT_COUNTRIES.has(code) || englishName(code) === '') return undefined;
  return new Intl.Locale(`und-${code}`).region === code ? code : undefined;
}

// codes that have a name in CLDR but stand for no country
const NOT_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);
const ENGLISH = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

function englishName(code: string): string {
  return ENGLISH.of(code) ?? '';
}
