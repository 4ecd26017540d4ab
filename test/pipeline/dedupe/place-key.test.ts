import { describe, expect, it } from 'vitest';
import type { Place, Workplace } from '../../../src/model/place.ts';
import { placeKey, placesAgree } from '../../../src/pipeline/dedupe/place-key.ts';

function keyOf(places: Place[], mode?: Workplace): string {
  return placeKey({
    places,
    reading: {
      requirements: [],
      pay: [],
      employmentTypes: [],
      workplace: mode ? { mode } : null,
      remoteLimits: [],
      seniority: null,
      language: null,
    },
  });
}

describe('the key of a place', () => {
  it.each<[string, Place[], Workplace | undefined, string]>([
    ['a city', [{ text: 'Toledo, OH', city: 'Toledo', region: 'OH' }], undefined, 'toledo,oh'],
    ['a saint however written', [{ text: 'Saint Paul', city: 'Saint Paul', region: 'MN' }], undefined, 'st paul,mn'],
    ['the same saint', [{ text: 'St. Paul', city: 'St. Paul', region: 'MN' }], undefined, 'st paul,mn'],
    ['a remote role with a city', [{ text: 'Toledo', city: 'Toledo', region: 'OH' }], 'remote', 'toledo,oh|remote'],
    ['a remote role', [{ text: 'Remote' }], 'remote', '|remote'],
    ['words that name no city', [{ text: 'Ohio', region: 'OH' }], undefined, ''],
    ['nothing', [], undefined, ''],
  ])('is told for %s', (_name, places, mode, key) => {
    expect(keyOf(places, mode)).toBe(key);
  });

  it('does not depend on the order or number of mentions', () => {
    const toledo = { text: 'Toledo', city: 'Toledo', region: 'OH' };
    const dayton = { text: 'Dayton', city: 'Dayton', region: 'OH' };

    expect(keyOf([toledo, dayton, toledo])).toBe(keyOf([dayton, toledo]));
  });
});

describe('agreement of places', () => {
  it.each<[string, string, boolean]>([
    ['toledo,oh', 'toledo,oh', true],
    ['toledo,oh', 'toledo,oh|remote', true],
    ['toledo,oh', 'dayton,oh;toledo,oh', true],
    ['toledo,oh', '', true],
    ['|remote', '', true],
    ['|remote', 'toledo,oh|remote', true],
    ['toledo,oh', 'dayton,oh', false],
    ['toledo,oh', '|remote', false],
  ])('of %j and %j is %j, both ways', (a, b, agrees) => {
    expect([placesAgree(a, b), placesAgree(b, a)]).toEqual([agrees, agrees]);
  });
});
