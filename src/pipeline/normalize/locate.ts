import { foldPlaceName, type Gazetteer, type MetroArea, type Town, type ZipArea } from '../../model/gazetteer.ts';
import type { Place } from '../../model/place.ts';
import { countryCode, provinceCode, stateCode, TERRITORIES } from './areas.ts';
import { withoutMetroWords, withoutMode } from './place-pieces.ts';

/**
 * A name alone means the largest town of that name when it has more than this many times the inhabitants of the next:
 * Berlin and Chicago are unmistakable, Columbus and Springfield are not.
 */
const LARGER_IN_WORLD = 20;
/** The same inside a country whose region is not told. */
const LARGER_IN_COUNTRY = 10;
/** Inside one state, where a name is rarely given twice, this is enough. */
const LARGER_IN_REGION = 3;
/** From this size on, the gazetteer knows the towns of the whole world; a smaller one may have unknown namesakes. */
const KNOWN_EVERYWHERE = 15_000;
/** Two entries this near to each other (degrees) are one town. */
const SAME_TOWN = 0.2;
/** No name of a place is longer. */
const LONGEST_NAME = 200;

/**
 * Adds to a place what the gazetteer knows: coordinates, and the region and country that follow from them. They are
 * those of the ZIP code, else of the town. In `city` only the case of its letters and "St.", "Ft.", "Mt." are put
 * right; a metropolitan area gets its main city. "Berlin, DE" and "Tbilisi, Georgia" turn from the state to the
 * country, because no such town is in the state. What is located already, a county, and a name that could mean
 * several towns come back unchanged.
 */
export function locate(place: Place, gazetteer: Gazetteer): Place {
  if (place.latitude !== undefined || place.longitude !== undefined) return place;
  const { city, area } = place;
  const towns = city === undefined || city.length > LONGEST_NAME || area === 'county' ? [] : gazetteer.towns(city);
  const zip = zipOf(place, towns, gazetteer);
  const metro = zip === undefined ? metroOf(place, gazetteer) : undefined;
  if (metro !== undefined) return { ...placed(place, metro.town), city: metro.city, area: 'metro' };

  const read = otherReading(place, towns) ?? place;
  const town = townOf(read, towns);
  if (town === undefined) return zip === undefined ? read : placed(read, { ...zip, country: 'US' });
  const { latitude, longitude } = zip ?? town;
  return { ...placed(read, { ...town, latitude, longitude }), ...spelling(city, town) };
}

/** The coordinates that were found, with the region and country where the place does not name its own. */
function placed(place: Place, found: Omit<Town, 'name' | 'population'>): Place {
  const region = place.region ?? found.region;
  return {
    ...place,
    ...(region === undefined ? {} : { region }),
    country: place.country ?? found.country,
    latitude: found.latitude,
    longitude: found.longitude,
  };
}

/**
 * The area of a ZIP code, when the rest agrees with it. Five digits are one in the United States; where no country is
 * known, only standing alone or beside a town of that state.
 */
function zipOf(place: Place, towns: readonly Town[], gazetteer: Gazetteer): ZipArea | undefined {
  const { postalCode, city, region, country } = place;
  if (postalCode === undefined || !/^\d{5}(?:-\d{4})?$/.test(postalCode)) return undefined;
  if (country !== undefined && country !== 'US' && !isTerritory(country)) return undefined;
  const zip = gazetteer.zip(postalCode.slice(0, 5));
  if (zip === undefined) return undefined;
  if (region !== undefined) return stateCode(region) === zip.region ? zip : undefined;
  if (country !== undefined) return zip;
  if (city === undefined) return place.text.trim() === postalCode ? zip : undefined;
  return towns.some((town) => town.country === 'US' && town.region === zip.region) ? zip : undefined;
}

/** "Twin Cities" by its own name, "Greater Boston" by its main city; only in the state that is written, if one is. */
function metroOf(place: Place, gazetteer: Gazetteer): MetroArea | undefined {
  const { city, region, country, area } = place;
  if (city === undefined || city.length > LONGEST_NAME || (country !== undefined && country !== 'US')) return undefined;
  const [first = city] = city.split(/[-–/]/);
  const around = area === 'metro' ? (gazetteer.metroAround(city) ?? gazetteer.metroAround(first)) : undefined;
  const metro = gazetteer.metroNamed(city) ?? (region === undefined && around?.shared === true ? undefined : around);
  return region === undefined || metro?.town.region === stateCode(region) ? metro : undefined;
}

function townOf(place: Place, towns: readonly Town[]): Town | undefined {
  const country = isTerritory(place.country) ? 'US' : place.country;
  const region = regionCode(isTerritory(place.country) ? place.country : place.region, country);
  if (region !== undefined) return largest(townsIn(towns, region.country, region.code), LARGER_IN_REGION);
  if (country !== undefined) return largest(townsIn(towns, country), LARGER_IN_COUNTRY);
  if (place.region !== undefined || !isNameAlone(place)) return undefined;
  const town = largest(towns, LARGER_IN_WORLD);
  return town !== undefined && town.population >= KNOWN_EVERYWHERE ? town : undefined;
}

/** Code of a state or province of the United States or Canada. */
function regionCode(
  region: string | undefined,
  country: string | undefined,
): { country: string; code: string } | undefined {
  if (region === undefined) return undefined;
  const state = country === undefined || country === 'US' ? stateCode(region) : undefined;
  if (state !== undefined) return { country: 'US', code: state };
  const province = country === undefined || country === 'CA' ? provinceCode(region) : undefined;
  return province === undefined ? undefined : { country: 'CA', code: province };
}

/**
 * The place with its last words, "DE", "CA", "NL" or "Georgia", taken the other way: when there is no town of that name
 * in the state, but a sizeable one in the country, or none in the country, but one in the state.
 */
function otherReading(place: Place, towns: readonly Town[]): Place | undefined {
  const last = withoutMode(place.text.slice(-LONGEST_NAME).split(',').at(-1) ?? '');
  const [state, province, country] = [stateCode(last), provinceCode(last), countryCode(last)];
  const region = state ?? province;
  if (country === undefined || region === undefined || TERRITORIES.has(region)) return undefined;
  const home = state === undefined ? 'CA' : 'US';
  const inRegion = townsIn(towns, home, region);
  const inCountry = townsIn(towns, country).filter(({ population }) => population >= KNOWN_EVERYWHERE);
  const { region: written, ...rest } = place;
  if (written === undefined) {
    const wrong = place.country === country && townsIn(towns, country).length === 0 && inRegion.length > 0;
    return wrong ? { ...rest, region, country: home } : undefined;
  }
  const wrong = written === region && place.country === home && inRegion.length === 0 && inCountry.length > 0;
  return wrong ? { ...rest, country } : undefined;
}

function townsIn(towns: readonly Town[], country: string, region?: string): readonly Town[] {
  return towns.filter((town) => town.country === country && (region === undefined || town.region === region));
}

/** The first, when it has more than so many times the inhabitants of every other one that lies elsewhere. */
function largest([first, ...others]: readonly Town[], times: number): Town | undefined {
  return first !== undefined &&
    others.every((other) => isNear(first, other) || first.population > times * other.population)
    ? first
    : undefined;
}

function isNear(one: Town, other: Town): boolean {
  return (
    one.country === other.country &&
    one.region === other.region &&
    Math.abs(one.latitude - other.latitude) < SAME_TOWN &&
    Math.abs(one.longitude - other.longitude) < SAME_TOWN
  );
}

/** Do the words say the name and nothing else, but for "remote" or "metro area"? "Berlin, Berlin" does. */
function isNameAlone({ text, city = '' }: Place): boolean {
  if (text.length > LONGEST_NAME) return false;
  const name = foldPlaceName(withoutMetroWords(city).words);
  return withoutMode(text)
    .split(',')
    .every((part) => foldPlaceName(withoutMetroWords(part.trim()).words) === name);
}

/** The name as the gazetteer writes it, when only the case of its letters or "St.", "Ft.", "Mt." differ. */
function spelling(city: string | undefined, town: Town): Pick<Place, 'city'> {
  if (city === undefined || town.population === 0) return {};
  return lowerCase(city) === lowerCase(town.name) ? { city: town.name } : {};
}

function lowerCase(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\b(?:saint|fort|mount)\b|\b(?:st|ft|mt)\b\.?/g, (word) => `${word[0]}t`);
}

/** ISO 3166-1 counts the territories as countries, the post office as states. */
function isTerritory(country: string | undefined): boolean {
  return country !== undefined && TERRITORIES.has(country);
}
