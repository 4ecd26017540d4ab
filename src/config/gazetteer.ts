import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError } from '../errors.ts';
import { foldPlaceName, type Gazetteer, type MetroArea, type Town } from '../model/gazetteer.ts';
import { shippedFolder } from './shipped.ts';
import { readYamlFile } from './yaml-file.ts';

/** The form of config/places/metros.yaml. */
export const MetroFile = z.array(
  z.strictObject({
    city: z.string(),
    region: z.string(),
    names: z.array(z.string()).default([]),
    shared: z.boolean().default(false),
  }),
);

/** The folder of the gazetteer that is shipped with the program. */
export function placesFolder(): string {
  return shippedFolder('places');
}

/**
 * Opens the gazetteer of config/places. The tables stay text, which is searched in its order: opening takes some
 * milliseconds. The ZIP codes are read when the first one is asked for. Throws `ConfigError` when metros.yaml is not
 * in order.
 */
export function loadGazetteer(folder: string = placesFolder()): Gazetteer {
  const townRows = readTable(join(folder, 'towns.tsv'));
  const otherNames = readOtherNames(join(folder, 'other-names.tsv'));
  let zipRows: string | undefined;

  function towns(name: string): readonly Town[] {
    const key = foldPlaceName(name);
    if (key === '') return [];
    const own = townsOf(townRows, key);
    const meant = (otherNames.get(key) ?? []).flatMap((other) =>
      townsOf(townRows, other.key).filter((town) => town.country === other.country && town.region === other.region),
    );
    return meant.length === 0 ? own : [...own, ...meant].sort((a, b) => b.population - a.population);
  }

  const { byName, byTown } = readMetros(join(folder, 'metros.yaml'), towns);

  return {
    towns,
    zip(code) {
      if (!/^\d{5}$/.test(code)) return undefined;
      zipRows ??= readTable(join(folder, 'zips.tsv'));
      const [row] = rowsOf(zipRows, code, (line) => line.slice(0, 5));
      if (row === undefined) return undefined;
      const [, region = '', latitude, longitude] = row.split('\t');
      return { region, latitude: Number(latitude), longitude: Number(longitude) };
    },
    metroNamed: (name) => byName.get(foldPlaceName(name)),
    metroAround: (city) =>
      towns(city)
        .map((town) => byTown.get(townKey(town)))
        .find((metro) => metro !== undefined),
  };
}

/** The rows of a table, without its heading; a checkout on Windows may have changed its line ends. */
function readTable(file: string): string {
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  return text.slice(text.indexOf('\n') + 1);
}

function townsOf(table: string, key: string): Town[] {
  return rowsOf(table, key, (line) => foldPlaceName(line.slice(0, line.indexOf('\t')))).map(townOf);
}

function townOf(row: string): Town {
  const [name = '', country = '', region = '', population, latitude, longitude] = row.split('\t');
  return {
    name,
    country,
    ...(region === '' ? {} : { region }),
    population: Number(population),
    latitude: Number(latitude),
    longitude: Number(longitude),
  };
}

/** The rows that have this key, from a table in the order of its keys; each ends with a line break. */
function rowsOf(table: string, key: string, keyOf: (row: string) => string): string[] {
  let from = 0;
  let to = table.length;
  while (from < to) {
    const start = table.lastIndexOf('\n', Math.floor((from + to) / 2) - 1) + 1;
    const end = table.indexOf('\n', start);
    if (keyOf(table.slice(start, end)) < key) from = end + 1;
    else to = start;
  }
  const rows: string[] = [];
  while (from < table.length) {
    const end = table.indexOf('\n', from);
    const row = table.slice(from, end);
    if (keyOf(row) !== key) break;
    rows.push(row);
    from = end + 1;
  }
  return rows;
}

/** What is meant by another name: the folded name in the table, and where. */
interface OtherName {
  readonly key: string;
  readonly country: string;
  readonly region: string | undefined;
}

function readOtherNames(file: string): ReadonlyMap<string, readonly OtherName[]> {
  const rows = readTable(file)
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => row.split('\t'));
  return Map.groupBy(
    rows.map(([other = '', name = '', country = '', region = '']) => ({
      other: foldPlaceName(other),
      key: foldPlaceName(name),
      country,
      region: region === '' ? undefined : region,
    })),
    ({ other }) => other,
  );
}

interface Metros {
  readonly byName: ReadonlyMap<string, MetroArea>;
  readonly byTown: ReadonlyMap<string, MetroArea>;
}

function readMetros(file: string, towns: Gazetteer['towns']): Metros {
  const { value, problems } = readYamlFile(file, MetroFile);
  if (value === undefined) throw new ConfigError(problems);
  const byName = new Map<string, MetroArea>();
  const byTown = new Map<string, MetroArea>();
  for (const { city, region, names, shared } of value) {
    const town = towns(city).find((one) => one.country === 'US' && one.region === region);
    if (town === undefined) {
      const message = `"${city}, ${region}" is not in towns.tsv.`;
      throw new ConfigError([{ file, message, fix: 'Name a city of that table or of other-names.tsv.' }]);
    }
    const metro = { city, town, shared };
    byTown.set(townKey(town), metro);
    for (const name of names) byName.set(foldPlaceName(name), metro);
  }
  return { byName, byTown };
}

function townKey({ name, country, region }: Town): string {
  return `${country} ${region} ${foldPlaceName(name)}`;
}
