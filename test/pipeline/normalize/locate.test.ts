import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../../src/config/gazetteer.ts';
import { foldPlaceName, type Gazetteer, type Town } from '../../../src/model/gazetteer.ts';
import { Place } from '../../../src/model/place.ts';
import { locate } from '../../../src/pipeline/normalize/locate.ts';
import { parsePlaces } from '../../../src/pipeline/normalize/places.ts';

const shipped = loadGazetteer();

/** Everything that is known of the first place but its words, coordinates in whole degrees. */
function located(written: string, gazetteer: Gazetteer = shipped): Partial<Place> {
  const [place = { text: '' }] = parsePlaces(written);
  const { text: _text, latitude, longitude, ...rest } = locate(place, gazetteer);
  if (latitude === undefined || longitude === undefined) return rest;
  return { ...rest, latitude: Math.round(latitude), longitude: Math.round(longitude) };
}

const columbus = { region: 'OH', country: 'US', latitude: 40, longitude: -83 };

describe('locate', () => {
  it.each<[string, Partial<Place>]>([
    ['Columbus, OH', { city: 'Columbus', ...columbus }],
    ['123 Main St, Columbus, OH 43215', { city: 'Columbus', postalCode: '43215', ...columbus }],
    ['43215', { postalCode: '43215', ...columbus }],
    ['Columbus 43215', { city: 'Columbus', postalCode: '43215', ...columbus }],
    ['Columbus, OH 90210', { city: 'Columbus', postalCode: '90210', ...columbus }],
    ['Paris, TX', { city: 'Paris', region: 'TX', country: 'US', latitude: 34, longitude: -96 }],
    ['Paris, France', { city: 'Paris', country: 'FR', latitude: 49, longitude: 2 }],
    ['London, England', { city: 'London', country: 'GB', latitude: 52, longitude: -0 }],
    ['Sao Paulo, Brazil', { city: 'Sao Paulo', country: 'BR', latitude: -24, longitude: -47 }],
    ['Vancouver, BC', { city: 'Vancouver', region: 'BC', country: 'CA', latitude: 49, longitude: -123 }],
    ['Winston Salem, NC', { city: 'Winston Salem', region: 'NC', country: 'US', latitude: 36, longitude: -80 }],
    ['San Juan, PR', { city: 'San Juan', region: 'PR', country: 'US', latitude: 18, longitude: -66 }],
    ['New York, NY', { city: 'New York', region: 'NY', country: 'US', latitude: 41, longitude: -74 }],
    ['Teterboro, NJ', { city: 'Teterboro', region: 'NJ', country: 'US', latitude: 41, longitude: -74 }],
  ])('finds %j', (written, expected) => {
    expect(located(written)).toEqual(expected);
  });

  it.each<[string, Partial<Place>]>([
    ['München', { city: 'München', country: 'DE', latitude: 48, longitude: 12 }],
    ['Remote - Berlin', { city: 'Berlin', country: 'DE', latitude: 53, longitude: 13 }],
    ['Berlin, Berlin', { city: 'Berlin', country: 'DE', latitude: 53, longitude: 13 }],
    ['Chicago', { city: 'Chicago', region: 'IL', country: 'US', latitude: 42, longitude: -88 }],
    ['Chicago, US', { city: 'Chicago', region: 'IL', country: 'US', latitude: 42, longitude: -88 }],
  ])('takes %j for the town that it must mean', (written, expected) => {
    expect(located(written)).toEqual(expected);
  });

  it.each([
    'Springfield',
    'Springfield, US',
    'Columbus',
    'Columbus, US',
    'Kansas City',
    'Boston',
    'Portland Metro',
    'Greater Manchester',
    'Franklin County, OH',
    'Nowhere, OH',
    'Georgia',
    'Remote',
    '東京',
    'Kincheloe',
  ])('leaves %j as it is', (written) => {
    const places = parsePlaces(written);

    expect(places.map((place) => locate(place, shipped))).toEqual(places);
  });

  it.each<[string, Partial<Place>]>([
    ['Berlin, DE', { city: 'Berlin', country: 'DE', latitude: 53, longitude: 13 }],
    ['Dover, DE', { city: 'Dover', region: 'DE', country: 'US', latitude: 39, longitude: -76 }],
    ['Münster, DE', { city: 'Münster', country: 'DE', latitude: 52, longitude: 8 }],
    ['Tbilisi, Georgia', { city: 'Tbilisi', country: 'GE', latitude: 42, longitude: 45 }],
    ['Atlanta, Georgia', { city: 'Atlanta', region: 'GA', country: 'US', latitude: 34, longitude: -84 }],
    ['Toronto, CA', { city: 'Toronto', region: 'ON', country: 'CA', latitude: 44, longitude: -79 }],
    ['Amsterdam, NL', { city: 'Amsterdam', country: 'NL', latitude: 52, longitude: 5 }],
    ['St. John’s, NL', { city: 'St. John’s', region: 'NL', country: 'CA', latitude: 48, longitude: -53 }],
  ])('decides by the town whether the end of %j is a state or a country', (written, expected) => {
    expect(located(written)).toEqual(expected);
  });

  it.each<[string, string, string]>([
    ['Greater Boston Area', 'Boston', 'MA'],
    ['Greater Cleveland', 'Cleveland', 'OH'],
    ['San Francisco Bay Area', 'San Francisco', 'CA'],
    ['Bay Area', 'San Francisco', 'CA'],
    ['Dallas-Fort Worth Metroplex', 'Dallas', 'TX'],
    ['Dallas-Fort Worth, TX', 'Dallas', 'TX'],
    ['New York City Metropolitan Area', 'New York', 'NY'],
    ['Washington D.C. Metro', 'Washington', 'DC'],
    ['Twin Cities', 'Minneapolis', 'MN'],
    ['Charlotte-Gastonia-Rock Hill Metro Area', 'Charlotte', 'NC'],
    ['Columbus, Ohio Metropolitan Area', 'Columbus', 'OH'],
    ['Toledo Metro Area, OH', 'Toledo', 'OH'],
  ])('finds the main city of %j', (written, city, region) => {
    expect(located(written)).toMatchObject({
      city,
      region,
      country: 'US',
      area: 'metro',
      latitude: expect.any(Number),
    });
  });

  it.each([
    ['columbus, oh', 'Columbus'],
    ['COLUMBUS, OH', 'Columbus'],
    ['Saint Louis, MO', 'St. Louis'],
    ['Ft. Worth, TX', 'Fort Worth'],
    ['Mt Vernon, OH', 'Mount Vernon'],
    ['Montreal, QC', 'Montreal'],
    ['Coeur d Alene, ID', 'Coeur d Alene'],
  ])('writes the town of %j as %j', (written, city) => {
    expect(located(written)).toMatchObject({ city, latitude: expect.any(Number) });
  });

  it('keeps what a source states', () => {
    const stated: Place = { text: 'HQ', city: 'Toledo', region: 'Ohio', country: 'US', latitude: 1, longitude: 2 };

    expect(locate(stated, shipped)).toBe(stated);
    expect(locate({ text: 'HQ', city: 'Toledo', region: 'Ohio' }, shipped)).toMatchObject({
      text: 'HQ',
      region: 'Ohio',
      country: 'US',
      latitude: expect.any(Number),
    });
    expect(locate({ text: 'London', city: 'London', region: 'Greater London', country: 'GB' }, shipped)).toMatchObject({
      region: 'Greater London',
      latitude: expect.any(Number),
    });
  });

  it('takes five digits for a ZIP code in the United States only', () => {
    const madrid: Place = { text: 'Calle 1', country: 'ES', postalCode: '28010' };
    const dayton: Place = { text: '45402', country: 'US', postalCode: '45402-1234' };

    expect(locate(madrid, shipped)).toBe(madrid);
    expect(locate(dayton, shipped)).toMatchObject({ region: 'OH', latitude: expect.any(Number) });
  });

  it('needs more than words beside a name: another word makes it a doubt', () => {
    const place: Place = { text: 'Berlin office', city: 'Berlin' };

    expect(locate(place, shipped)).toBe(place);
  });

  it('weighs towns of one name by their inhabitants', () => {
    const lakeside = (country: string, population: number, region?: string): Town => ({
      name: 'Lakeside',
      country,
      ...(region === undefined ? {} : { region }),
      population,
      latitude: population / 100_000,
      longitude: 0,
    });
    const among = (...towns: Town[]): Gazetteer => ({ ...shipped, towns: () => towns });
    const country = (gazetteer: Gazetteer, written = 'Lakeside') => located(written, gazetteer).latitude;

    expect(country(among(lakeside('AU', 2_100_000), lakeside('GB', 100_000)))).toBe(21);
    expect(country(among(lakeside('AU', 2_000_000), lakeside('GB', 100_000)))).toBeUndefined();
    expect(country(among(lakeside('AU', 1_100_000), lakeside('AU', 100_000)), 'Lakeside, Australia')).toBe(11);
    expect(country(among(lakeside('AU', 1_000_000), lakeside('AU', 100_000)), 'Lakeside, Australia')).toBeUndefined();
    expect(country(among(lakeside('US', 400_000, 'OH'), lakeside('US', 100_000, 'OH')), 'Lakeside, OH')).toBe(4);
    expect(
      country(among(lakeside('US', 300_000, 'OH'), lakeside('US', 100_000, 'OH')), 'Lakeside, OH'),
    ).toBeUndefined();
    // Below 15,000 inhabitants there may be others that nobody has listed.
    expect(located('Lakeside', among(lakeside('US', 14_000, 'OH')))).toEqual({ city: 'Lakeside' });
  });

  it('finds nearly every town of the United States from its name and state', () => {
    const names = ['Akron', 'Bangor', 'Casper', 'Dothan', 'Elko', 'Fargo', 'Gallup', 'Hilo', 'Ithaca', 'Juneau'];
    const states = ['OH', 'ME', 'WY', 'AL', 'NV', 'ND', 'NM', 'HI', 'NY', 'AK'];

    const found = names.map((name, at) => located(`${name}, ${states[at]}`).latitude);

    expect(found).toEqual([41, 45, 43, 31, 41, 47, 36, 20, 42, 58]);
  });

  it('changes nothing the second time, keeps every word, and gives a valid place', () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        const once = locate(place, shipped);

        expect(locate(once, shipped)).toEqual(once);
        expect(once.text).toBe(place.text);
        expect(once.postalCode).toBe(place.postalCode);
        expect(Place.parse(once)).toEqual(once);
        expect(once.latitude === undefined).toBe(once.longitude === undefined);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([' ', 'A ', 'é', 'OH, ', 'Saint ', '(remote)', 'Berlin, '])(
    'is quick with a million characters of %j',
    (unit) => {
      const hostile = unit.repeat(1_000_000 / unit.length);
      const started = performance.now();

      locate({ text: hostile, city: hostile, region: hostile, country: 'US', postalCode: hostile }, shipped);
      locate({ text: hostile, city: 'Berlin' }, shipped);

      expect(performance.now() - started).toBeLessThan(200);
    },
  );
});

const anyPlace: fc.Arbitrary<Place> = fc.record(
  {
    text: fc.constantFrom('Berlin', 'Berlin, DE', 'Tbilisi, Georgia', 'St. John’s, NL', '43215', 'HQ', 'Bay Area', ''),
    city: fc.oneof(
      fc.constantFrom('Berlin', 'Tbilisi', 'St. John’s', 'columbus', 'Bay Area', 'Twin Cities', 'New York', 'Portland'),
      fc.string({ maxLength: 300, unit: 'binary' }),
    ),
    region: fc.constantFrom('OH', 'DE', 'GA', 'ON', 'NL', 'PR', 'Ohio', 'Bavaria', 'OR'),
    country: fc.constantFrom('US', 'CA', 'DE', 'GE', 'NL', 'PR', 'XX'),
    postalCode: fc.constantFrom('43215', '43215-0001', '00000', '10115', 'M5V 2T6'),
    area: fc.constantFrom<NonNullable<Place['area']>>('county', 'metro'),
  },
  { requiredKeys: ['text'] },
);

describe('foldPlaceName', () => {
  it.each([
    ['St. Louis', 'SAINT LOUIS'],
    ['Ft. Worth', 'Fort Worth'],
    ['Mount Vernon', 'Mt Vernon'],
    ['São Paulo', 'Sao Paulo'],
    ['Łódź', 'Lodz'],
    ['Coeur d’Alene', "Coeur d'Alene"],
    ['Winston-Salem', 'winston salem'],
    ['McLean', 'Mc Lean'],
  ])('makes %j and %j one name', (one, other) => {
    expect(foldPlaceName(one)).toBe(foldPlaceName(other));
  });

  it('keeps different names apart', () => {
    const names = ['Stafford', 'Saintfield', 'Fortuna', 'Montreal', '東京', 'Münster', ''];

    expect(new Set(names.map(foldPlaceName)).size).toBe(names.length);
  });
});
