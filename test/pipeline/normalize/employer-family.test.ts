import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadEmployerFamilies } from '../../../src/config/employer-families.ts';
import { compileFamilies, familyOf } from '../../../src/pipeline/normalize/employer-family.ts';
import { employerKey } from '../../../src/pipeline/normalize/keys.ts';

const invented = compileFamilies([
  { name: 'Lakeside Health System', aliases: ['Harbor Clinic', 'Fernwood & Sons'], brands: ['Lakeside Health'] },
  { name: 'Lakeside Health West', aliases: [], brands: ['Lakeside Health West'] },
  { name: 'Oakdale', aliases: [], brands: [] },
]);
const { families } = loadEmployerFamilies(employerKey);
const shipped = compileFamilies(families);

describe('familyOf', () => {
  it.each([
    ['its own name', 'Lakeside Health System', 'Lakeside Health System'],
    ['an alias with another legal form', 'HARBOR CLINIC, L.L.C.', 'Lakeside Health System'],
    ['an alias in another spelling', 'The Fernwood and Sons Co.', 'Lakeside Health System'],
    ['a name that begins with the brand', 'Lakeside Health Hospital at Oakdale', 'Lakeside Health System'],
    ['the brand alone', 'Lakeside Health', 'Lakeside Health System'],
    ['the longest of two brands', 'Lakeside Health West – Clinic', 'Lakeside Health West'],
  ])('finds %s', (_what, employer, name) => {
    const family = familyOf(employer, invented);

    expect(family).toEqual({ name, key: employerKey(name) });
  });

  it.each([
    ['a part of an alias', 'Harbor'],
    ['a name that only begins like an alias', 'Harbor Clinic of Elmhill'],
    ['a brand in the middle', 'Greater Lakeside Health'],
    ['a word that begins like a brand', 'Lakeside Healthy Foods'],
    ['a name without a brand, with more behind it', 'Oakdale Motors'],
    ['no name', ''],
  ])('does not take %s', (_what, employer) => {
    const family = familyOf(employer, invented);

    expect(family).toBeNull();
  });

  it.each(['Mercy', "St. Mary's Hospital", 'University Hospital', 'Memorial Hospital', 'Methodist Hospital'])(
    'the shipped families leave %s to itself',
    (employer) => {
      const family = familyOf(employer, shipped);

      expect(family).toBeNull();
    },
  );

  it('the shipped families know a hospital by its brand, a subsidiary by its name', () => {
    const names = ['AdventHealth Palm Coast', 'HCA Florida South Tampa Hospital', 'Anthem, Inc.', 'Optum360'].map(
      (employer) => familyOf(employer, shipped)?.name,
    );

    expect(names).toEqual(['AdventHealth', 'HCA Healthcare', 'Elevance Health', 'UnitedHealth Group']);
  });

  it('every shipped name finds its own family, whatever its case and punctuation', () => {
    const written = families.flatMap((row) => [row.name, ...row.aliases, ...row.brands].map((name) => ({ name, row })));

    const wrong = written.filter(
      ({ name, row }) => familyOf(` ${name.toUpperCase()}, Inc. `, shipped)?.name !== row.name,
    );

    expect(wrong).toEqual([]);
  });

  it('any text is a family or none, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (employer) => {
        const family = familyOf(employer, shipped);

        expect(family === null || families.some(({ name }) => name === family.name)).toBe(true);
      }),
    );
  });
});
