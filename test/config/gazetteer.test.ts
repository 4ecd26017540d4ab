import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadGazetteer, MetroFile, placesFolder } from '../../src/config/gazetteer.ts';
import { ConfigError } from '../../src/errors.ts';
import { foldPlaceName } from '../../src/model/gazetteer.ts';
import { countryCode, provinceCode, stateCode } from '../../src/pipeline/normalize/areas.ts';

const rowsOf = (file: string): string[][] =>
  readFileSync(join(placesFolder(), file), 'utf8')
    .split('\n')
    .slice(1, -1)
    .map((row) => row.split('\t'));

describe('the shipped gazetteer', () => {
  const towns = rowsOf('towns.tsv');
  const zips = rowsOf('zips.tsv');
  const gazetteer = loadGazetteer();

  it('is in the order that it is searched in', () => {
    const keys = towns.map(([name = '']) => foldPlaceName(name));
    const codes = zips.map(([zip = '']) => zip);

    const misplaced = [keys, codes].flatMap((list) => list.filter((key, at) => key < (list[at - 1] ?? '')));

    expect(towns.length).toBeGreaterThan(50_000);
    expect(zips.length).toBeGreaterThan(40_000);
    expect(misplaced).toEqual([]);
  });

  it('has whole rows: known codes, coordinates on the globe', () => {
    const brokenTowns = towns.filter(
      ([name = '', country = '', region = '', population = '', ...point]) =>
        name === '' ||
        countryCode(country) !== country ||
        !hasRegion(country, region) ||
        !/^\d*$/.test(population) ||
        !isPoint(point),
    );
    const brokenZips = zips.filter(
      ([zip = '', region = '', ...point]) => !/^\d{5}$/.test(zip) || stateCode(region) !== region || !isPoint(point),
    );

    expect(brokenTowns).toEqual([]);
    expect(brokenZips).toEqual([]);
  });

  it('finds its rows again, from the first to the last', () => {
    const sample = [...towns.filter((_, at) => at % 997 === 0), ...towns.slice(0, 1), ...towns.slice(-1)];
    const codes = [...zips.filter((_, at) => at % 499 === 0), ...zips.slice(0, 1), ...zips.slice(-1)];

    const lost = sample.filter(
      ([name = '', country]) => !gazetteer.towns(name).some((town) => town.name === name && town.country === country),
    );
    const lostCodes = codes.filter(([zip = '', region]) => gazetteer.zip(zip)?.region !== region);

    expect(sample.length).toBeGreaterThan(50);
    expect(lost).toEqual([]);
    expect(lostCodes).toEqual([]);
  });

  it('knows other names, each of a row that exists', () => {
    const lost = rowsOf('other-names.tsv').filter(
      ([other = '', name, country, region]) =>
        !gazetteer
          .towns(other)
          .some((town) => town.name === name && town.country === country && (town.region ?? '') === region),
    );

    expect(lost).toEqual([]);
    expect(gazetteer.towns('München')[0]).toMatchObject({ name: 'Munich', country: 'DE' });
  });

  it('knows metropolitan areas by their own names and by any name of their city', () => {
    const rows = MetroFile.parse(parse(readFileSync(join(placesFolder(), 'metros.yaml'), 'utf8')));

    const lost = rows.filter(({ city, region }) => gazetteer.metroAround(city)?.town.region !== region);
    const lostNames = rows.filter(({ city, names }) => names.some((name) => gazetteer.metroNamed(name)?.city !== city));

    expect(rows.length).toBeGreaterThan(50);
    expect(lost).toEqual([]);
    expect(lostNames).toEqual([]);
    expect(gazetteer.metroAround('NYC')?.city).toBe('New York');
  });

  it.each(['', ' ', '-', 'zzzzzzzz', '東京', '!'])('knows no town %j', (name) => {
    expect(gazetteer.towns(name)).toEqual([]);
  });

  it.each(['', '4321', '432150', 'ABCDE', '00000', '99999', '4321５'])('knows no ZIP code %j', (code) => {
    expect(gazetteer.zip(code)).toBeUndefined();
  });

  it('puts the largest town of a name first', () => {
    const populations = gazetteer.towns('Columbus').map(({ population }) => population);

    expect(populations.length).toBeGreaterThan(5);
    expect(populations).toEqual(populations.toSorted((a, b) => b - a));
  });

  it('stays small', () => {
    const bytes = readdirSync(placesFolder()).reduce((sum, file) => sum + statSync(join(placesFolder(), file)).size, 0);

    expect(bytes).toBeLessThan(3_000_000);
  });
});

describe('loadGazetteer', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rolewatch-places-'));
    writeFileSync(
      join(folder, 'towns.tsv'),
      'name\tcountry\tregion\tpopulation\tlatitude\tlongitude\nLakeside\tUS\tOH\t900\t40.5\t-83.5\n',
    );
    writeFileSync(join(folder, 'other-names.tsv'), 'other\tname\tcountry\tregion\nSeeseite\tLakeside\tUS\tOH\n');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('does not touch the ZIP codes before one is asked for', () => {
    writeFileSync(join(folder, 'metros.yaml'), '[]');

    const gazetteer = loadGazetteer(folder);

    expect(gazetteer.towns('seeseite')).toEqual([
      { name: 'Lakeside', country: 'US', region: 'OH', population: 900, latitude: 40.5, longitude: -83.5 },
    ]);
    expect(() => gazetteer.zip('43215')).toThrow('zips.tsv');
  });

  it.each([
    ['a city that is not in the table', '- { city: Hillside, region: OH }', 'Hillside'],
    ['a field that nobody knows', '- { city: Lakeside, region: OH, name: Greater Lakeside }', 'name'],
  ])('refuses %s', (_case, yaml, word) => {
    writeFileSync(join(folder, 'metros.yaml'), yaml);

    expect(() => loadGazetteer(folder)).toThrow(ConfigError);
    expect(() => loadGazetteer(folder)).toThrow(word);
  });
});

function hasRegion(country: string, region: string): boolean {
  if (country === 'US') return stateCode(region) === region;
  if (country === 'CA') return provinceCode(region) === region;
  return region === '';
}

function isPoint([latitude = '', longitude = '']: readonly string[]): boolean {
  return latitude !== '' && longitude !== '' && Math.abs(Number(latitude)) <= 90 && Math.abs(Number(longitude)) <= 180;
}
