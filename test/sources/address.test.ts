import { describe, expect, it } from 'vitest';
import { countryCode, placeOf } from '../../src/sources/address.ts';

describe('countryCode', () => {
  it.each([
    ['US', 'US'],
    ['us', 'US'],
    ['USA', 'US'],
    ['United States', 'US'],
    ['United States of America', 'US'],
    ['Germany', 'DE'],
    ['UK', 'GB'],
    ['Canada', 'CA'],
    ['Europe', undefined],
    ['EU', undefined],
    ['DD', undefined],
    ['ZZ', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('reads %s as %s', (name, code) => {
    expect(countryCode(name)).toBe(code);
  });
});

describe('placeOf', () => {
  it('says each word once, but keeps a state whose letters are in the town', () => {
    expect(placeOf({ city: 'GARY', region: 'GA', country: 'US' })?.text).toBe('GARY, GA, US');
    expect(placeOf({ city: 'Sacramento, CA', region: 'CA' })?.text).toBe('Sacramento, CA');
  });

  it('gives a US state its postal code, and leaves the provinces of others as they are', () => {
    expect(placeOf({ region: 'Georgia', country: 'US' })?.region).toBe('GA');
    expect(placeOf({ region: 'Ontario', country: 'Canada' })?.region).toBe('Ontario');
  });

  it('says nothing of nothing', () => {
    expect(placeOf({ postalCode: '43004' })).toBeUndefined();
  });
});
