import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest, suggestion } from '../../src/config/nearest.ts';

describe('suggestion', () => {
  it.each([
    ['formatz', ['formats', 'files'], 'formats'],
    ['timezone', ['timeZone', 'store'], 'timeZone'],
    ['naem', ['name', 'email'], 'name'],
    ['greenhosue', ['greenhouse', 'lever'], 'greenhouse'],
    ['salary', ['name', 'email'], undefined],
    ['x', [], undefined],
  ])('%s among %j is %s', (word, candidates, expected) => {
    const meant = suggestion(word, candidates);

    expect(meant).toBe(expected);
  });

  it('answers for words of any length', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 300 }),
        fc.array(fc.string({ maxLength: 300 }), { maxLength: 5 }),
        (word, words) => {
          const meant = suggestion(word, words);

          expect(meant === undefined || words.includes(meant)).toBe(true);
        },
      ),
    );
  });
});

describe('nearest', () => {
  it('gives the nearest first, and equals in the order of their letters', () => {
    const near = nearest('rhi', ['ccs', 'rhit', 'rhia', 'cpc'], 3);

    expect(near).toEqual(['rhia', 'rhit', 'ccs']);
  });
});
