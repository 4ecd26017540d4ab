import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../../src/model/place.ts';
import { areaCode, countryCode, provinceCode, stateCode } from '../../../src/pipeline/normalize/areas.ts';
import { parsePlaces } from '../../../src/pipeline/normalize/places.ts';

type Said = Omit<Place, 'text'>;

const said = (written: string, country?: string): Said[] =>
  parsePlaces(written, country).map(({ text: _text, ...rest }) => rest);
const ohio = (city: string): Said => ({ city, region: 'OH', country: 'US' });

describe('parsePlaces', () => {
  it.each<[string, Said]>([
    ['Columbus, OH, US', ohio('Columbus')],
    ['Columbus, Ohio, United States of America', ohio('Columbus')],
    ['USA - Ohio - Columbus', ohio('Columbus')],
    ['US, OH, Columbus', ohio('Columbus')],
    ['OH-Columbus', ohio('Columbus')],
    ['US-OH-Columbus', ohio('Columbus')],
    ['Columbus-OH', ohio('Columbus')],
    ['Columbus OH', ohio('Columbus')],
    ['Columbus OH USA', ohio('Columbus')],
    ['columbus, oh', ohio('columbus')],
    ['COLUMBUS, OH', ohio('COLUMBUS')],
    ['Columbus (OH)', ohio('Columbus')],
    ['Columbus, Franklin County, OH', ohio('Columbus')],
    ['OH - Columbus, Ohio', ohio('Columbus')],
    ['Toledo, OH (Hybrid)', ohio('Toledo')],
    ['Hybrid - Toledo, OH', ohio('Toledo')],
    ['Remote in Toledo, OH', ohio('Toledo')],
    ['Mercy Hospital - Toledo, OH', ohio('Toledo')],
    ['Toledo, OH - Mercy Hospital', ohio('Toledo')],
    ['Mercy Hospital, Toledo, OH', ohio('Toledo')],
    ['12345 Main St, Toledo, OH', ohio('Toledo')],
    ['Columbus, OH 43215', { ...ohio('Columbus'), postalCode: '43215' }],
    ['Columbus, Ohio, 43215-1234', { ...ohio('Columbus'), postalCode: '43215' }],
    ['123 Main St, Columbus, OH 43215', { ...ohio('Columbus'), postalCode: '43215' }],
    ['43215', { postalCode: '43215' }],
    ['10115 Berlin, Germany', { city: 'Berlin', country: 'DE', postalCode: '10115' }],
    ['Toronto, ON M5V 2T6', { city: 'Toronto', region: 'ON', country: 'CA', postalCode: 'M5V 2T6' }],
    ['London SW1A 1AA, UK', { city: 'London', country: 'GB', postalCode: 'SW1A 1AA' }],
  ])('takes %j apart', (written, expected) => {
    expect(said(written)).toEqual([expected]);
  });

  it.each<[string, Said]>([
    ['Winston-Salem, NC', { city: 'Winston-Salem', region: 'NC', country: 'US' }],
    ['NC-Winston-Salem', { city: 'Winston-Salem', region: 'NC', country: 'US' }],
    ['Wilkes-Barre, PA', { city: 'Wilkes-Barre', region: 'PA', country: 'US' }],
    ['St. Louis, MO', { city: 'St. Louis', region: 'MO', country: 'US' }],
    ['Ft. Worth, TX', { city: 'Ft. Worth', region: 'TX', country: 'US' }],
    ['Truth or Consequences, NM', { city: 'Truth or Consequences', region: 'NM', country: 'US' }],
    ['Pacific, WA', { city: 'Pacific', region: 'WA', country: 'US' }],
    ['National City, CA', { city: 'National City', region: 'CA', country: 'US' }],
    ['New York, NY', { city: 'New York', region: 'NY', country: 'US' }],
    ['Mercy - New York, New York', { city: 'New York', region: 'NY', country: 'US' }],
    ['US-DC-Washington', { city: 'Washington', region: 'DC', country: 'US' }],
    ['Washington D.C.', { city: 'Washington', region: 'DC', country: 'US' }],
    ['Indiana, Pennsylvania', { city: 'Indiana', region: 'PA', country: 'US' }],
    ['Mexico, MO', { city: 'Mexico', region: 'MO', country: 'US' }],
    ['Ontario, CA', { city: 'Ontario', region: 'CA', country: 'US' }],
    ['München', { city: 'München' }],
    ['東京', { city: '東京' }],
    ['Twin Cities', { city: 'Twin Cities' }],
  ])('sees that %j is the name of a town', (written, expected) => {
    expect(said(written)).toEqual([expected]);
  });

  it.each<[string, Said]>([
    ['London, UK', { city: 'London', country: 'GB' }],
    ['London, England, United Kingdom', { city: 'London', country: 'GB' }],
    ['Spain - Barcelona', { city: 'Barcelona', country: 'ES' }],
    ['Sao Paulo, Brazil', { city: 'Sao Paulo', country: 'BR' }],
    ['Vancouver, BC, Canada', { city: 'Vancouver', region: 'BC', country: 'CA' }],
    ['Toronto, ON, CA', { city: 'Toronto', region: 'ON', country: 'CA' }],
    ['Toronto, Ontario, CA', { city: 'Toronto', region: 'ON', country: 'CA' }],
    ['St. John’s, NL, Canada', { city: 'St. John’s', region: 'NL', country: 'CA' }],
    ['Amsterdam, NL', { city: 'Amsterdam', country: 'NL' }],
    ['Munich, Bavaria, DE', { city: 'Munich', country: 'DE' }],
    ['Main Campus, Dover, DE', { city: 'Dover', region: 'DE', country: 'US' }],
    ['1 High St, Dover, DE 19901', { city: 'Dover', region: 'DE', country: 'US', postalCode: '19901' }],
    ['Germany, DE', { country: 'DE' }],
    ['Los Angeles, CA', { city: 'Los Angeles', region: 'CA', country: 'US' }],
    ['Paris, TX', { city: 'Paris', region: 'TX', country: 'US' }],
    ['Paris, France', { city: 'Paris', country: 'FR' }],
    ['San Juan, Puerto Rico', { city: 'San Juan', region: 'PR', country: 'US' }],
    ['Georgia, United States', { region: 'GA', country: 'US' }],
    ['Atlanta, Georgia', { city: 'Atlanta', region: 'GA', country: 'US' }],
    ['Trinidad and Tobago', { country: 'TT' }],
    ['Port of Spain, Trinidad & Tobago', { city: 'Port of Spain', country: 'TT' }],
    ['Abidjan, Côte d’Ivoire', { city: 'Abidjan', country: 'CI' }],
    ['Bengaluru, IND', { city: 'Bengaluru', country: 'IN' }],
  ])('tells states and countries apart in %j', (written, expected) => {
    expect(said(written)).toEqual([expected]);
  });

  it.each<[string, string | undefined, Said]>([
    ['Georgia', undefined, {}],
    ['Georgia', 'US', { region: 'GA', country: 'US' }],
    ['Georgia', 'GE', { country: 'GE' }],
    ['Tbilisi, Georgia', 'GE', { city: 'Tbilisi', country: 'GE' }],
    ['Berlin, DE', 'DE', { city: 'Berlin', country: 'DE' }],
    ['Washington', undefined, { country: 'US' }],
    ['Leeds', 'GB', { city: 'Leeds', country: 'GB' }],
    ['Windsor, ON', 'US', { city: 'Windsor', region: 'ON', country: 'CA' }],
    ['Columbus', undefined, { city: 'Columbus' }],
  ])('reads %j beside the stated country %j', (written, country, expected) => {
    expect(said(written, country)).toEqual([expected]);
  });

  it.each([
    'Remote',
    'Work from home',
    'Anywhere',
    'Nationwide',
    'Multiple locations',
    '3 Locations',
    'Various',
    'EMEA, Europe',
    'N/A',
    'Corporate Office',
    'Los Alamitos Med Ctr - Floor 2',
    'Building 1 (MC)-3rd Fl',
    'Ambulatory Care Center-4th FL',
  ])('finds no place in %j, and keeps the words', (written) => {
    expect(parsePlaces(written)).toEqual([{ text: written }]);
  });

  it.each<[string, Said[]]>([
    ['Remote - US', [{ country: 'US' }]],
    ['Remote, USA Only', [{ country: 'US' }]],
    ['Remote U.S.', [{ country: 'US' }]],
    ['Remote - IN', [{ region: 'IN', country: 'US' }]],
    ['Remote in the US', [{ country: 'US' }]],
    ['Home Based - Texas', [{ region: 'TX', country: 'US' }]],
    ['Remote (OH, KY, IN)', ['OH', 'KY', 'IN'].map((region) => ({ region, country: 'US' }))],
    ['Ohio, Kentucky and Indiana', ['OH', 'KY', 'IN'].map((region) => ({ region, country: 'US' }))],
    ['Canada, USA', [{ country: 'CA' }, { country: 'US' }]],
    ['Cincinnati or Dayton, OH', [ohio('Cincinnati'), ohio('Dayton')]],
    ['Cincinnati/Dayton, OH', [ohio('Cincinnati'), ohio('Dayton')]],
    ['Cincinnati, Ohio and Dayton, Ohio', [ohio('Cincinnati'), ohio('Dayton')]],
    ['Cincinnati, OH, Dayton, OH', [ohio('Cincinnati'), ohio('Dayton')]],
    ['Toledo, OH / Remote', [ohio('Toledo'), {}]],
    ['London, UK or Dayton, OH', [{ city: 'London', country: 'GB' }, ohio('Dayton')]],
    ['London - UK or Dayton, OH', [{ city: 'London', country: 'GB' }, ohio('Dayton')]],
    ['Akron or Canton or Dayton, OH', [ohio('Akron'), ohio('Canton'), ohio('Dayton')]],
    ['Chicago or New York', [{ city: 'Chicago' }, { region: 'NY', country: 'US' }]],
    [
      'Boston, MA; New York, NY',
      [
        { city: 'Boston', region: 'MA', country: 'US' },
        { city: 'New York', region: 'NY', country: 'US' },
      ],
    ],
  ])('reads the list %j', (written, expected) => {
    expect(said(written)).toEqual(expected);
  });

  it.each<[string, Said]>([
    ['Franklin County, OH', { region: 'OH', country: 'US', area: 'county' }],
    ['Orleans Parish, LA', { region: 'LA', country: 'US', area: 'county' }],
    ['County of Los Angeles, CA', { region: 'CA', country: 'US', area: 'county' }],
    ['Dublin, County Dublin, Ireland', { city: 'Dublin', country: 'IE' }],
    ['Greater Boston Area', { city: 'Boston', area: 'metro' }],
    ['Metro Detroit, MI', { city: 'Detroit', region: 'MI', country: 'US', area: 'metro' }],
    ['New York City Metropolitan Area', { city: 'New York City', area: 'metro' }],
    ['Dallas-Fort Worth Metroplex', { city: 'Dallas-Fort Worth', area: 'metro' }],
    ['Washington D.C. Metro', { city: 'Washington', region: 'DC', country: 'US', area: 'metro' }],
    ['Columbus, Ohio Metropolitan Area', { ...ohio('Columbus'), area: 'metro' }],
    ['Reston, VA (DC Metro Area)', { city: 'Reston', region: 'VA', country: 'US' }],
  ])('sees the area in %j', (written, expected) => {
    expect(said(written)).toEqual([expected]);
  });

  it('keeps the words of each place', () => {
    expect(parsePlaces('`🌎 Remote, US`; 123 Main St, Columbus, OH 43215').map(({ text }) => text)).toEqual([
      '🌎 Remote, US',
      '123 Main St, Columbus, OH 43215',
    ]);
  });

  it('reads anything: words of the source only, at most fifty places, known codes', () => {
    fc.assert(
      fc.property(anyWords, fc.option(fc.constantFrom('US', 'CA', 'GE'), { nil: undefined }), (written, country) => {
        const places = parsePlaces(written, country);
        const words = written.replace(/[`*]/g, '').replace(/\s+/g, ' ');

        expect(places.length).toBeLessThanOrEqual(50);
        for (const place of places) {
          expect(place.text).not.toBe('');
          expect(words).toContain(place.text);
          for (const part of [place.city, place.postalCode]) expect(place.text).toContain(part ?? '');
          if (place.country === 'US' && place.region !== undefined) expect(stateCode(place.region)).toBe(place.region);
          if (place.country === 'CA' && place.region !== undefined)
            expect(provinceCode(place.region)).toBe(place.region);
          if (place.region !== undefined) expect(['US', 'CA']).toContain(place.country);
          if (place.country !== undefined) expect(countryCode(place.country)).toBe(place.country);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each([' ', '(', 'a', 'a ', 'OH-', 'OH, ', ', ', ' - ', 'Remote ', ' and ', '/', 'é', '12345 ', 'New York, '])(
    'gives up early on a million characters of %j',
    (unit) => {
      const hostile = unit.repeat(1_000_000 / unit.length);
      const started = performance.now();

      const places = parsePlaces(hostile);

      expect(performance.now() - started).toBeLessThan(200);
      expect(places.length).toBeLessThanOrEqual(50);
    },
  );
});

const FRAGMENTS = [
  'Columbus|OH|Ohio|US|Georgia|CA|ON|Canada|New York|St.|DE|東京|43215|County|Remote|Greater|metro area|Hospital',
  'or|and|,|;|/| - |-|(|)|\n',
].flatMap((words) => words.split('|'));
const anyWords = fc.oneof(
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 60 }).map((parts) => parts.join(' ')),
  fc.string({ maxLength: 3000, unit: 'binary' }),
  fc.string({ maxLength: 300, unit: 'grapheme' }),
);

describe('areas', () => {
  it('knows every country of the world by its code and its name', () => {
    const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    // Not countries of ISO 3166-1, or named with a second name behind the first.
    const special = /^(?:AC|CC|CD|CG|CP|CQ|DG|EA|EU|EZ|HK|HM|IC|MM|MO|QO|TA|UN|XA|XB|ZZ)$/;
    const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    const codes = letters
      .flatMap((first) => letters.map((second) => `${first}${second}`))
      .filter((code) => new Intl.Locale(`und-${code}`).region === code && names.of(code) !== undefined)
      .filter((code) => !special.test(code));

    const unknown = codes.filter((code) => countryCode(code) !== code || countryCode(names.of(code) ?? '') !== code);

    expect(codes.length).toBeGreaterThan(230);
    expect(unknown).toEqual([]);
  });

  it.each([
    ['Georgia', 'US-GA'],
    ['Ohio', 'US-OH'],
    ['D.C.', 'US-DC'],
    ['the Netherlands', 'NL'],
    ['U.S.A.', 'US'],
    ['St. Lucia', 'LC'],
    ['Ivory Coast', 'CI'],
    ['Atlantis', undefined],
  ])('calls %j the area %j', (words, expected) => {
    expect(areaCode(words)).toBe(expected);
  });
});
