import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignOpenings } from '../../../src/pipeline/dedupe/assign-openings.ts';
import { groupPostings } from '../../../src/pipeline/dedupe/group-postings.ts';
import type { PostingIdentity } from '../../../src/store/postings.ts';

let next = 1;
function posting(over: Partial<PostingIdentity> = {}): PostingIdentity {
  const id = next++;
  return {
    id,
    boardId: 'lakeside',
    externalId: String(id),
    canonicalUrl: `https://x.example/${id}`,
    employerKey: 'lakeside health',
    titleKey: 'inpatient coder',
    placeKey: 'toledo,oh',
    requisition: null,
    openingId: null,
    ...over,
  };
}

/** Which postings are together, as sets of their ids. */
function partition(postings: readonly PostingIdentity[]): number[][] {
  return groupPostings(postings)
    .map((group) => group.map((member) => member.posting.id).sort((a, b) => a - b))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

describe('grouping postings into vacancies', () => {
  it.each<[string, Partial<PostingIdentity>, Partial<PostingIdentity>]>([
    [
      'one address on two boards',
      { canonicalUrl: 'https://x.example/a' },
      { canonicalUrl: 'https://x.example/a', titleKey: 'coder' },
    ],
    ['one requisition of one employer', { requisition: 'R1' }, { requisition: 'R1', titleKey: 'coder ii' }],
    ['one requisition, the place not said on one board', { requisition: 'R1' }, { requisition: 'R1', placeKey: '' }],
    ['the same words, one without a requisition', { requisition: 'R1' }, {}],
    ['the same words, remote from the same city on one board only', {}, { placeKey: 'toledo,oh|remote' }],
    ['the same words, remote on both, a city on neither', { placeKey: '|remote' }, { placeKey: '|remote' }],
    ['the same words, one with a second city', {}, { placeKey: 'dayton,oh;toledo,oh' }],
    [
      'a repost of one requisition on one board',
      { requisition: 'R1', boardId: 'a' },
      { requisition: 'R1', boardId: 'a' },
    ],
    [
      'a telling requisition under a longer name',
      { requisition: 'R-10234' },
      { requisition: 'R-10234', employerKey: 'lakeside health system' },
    ],
  ])('joins %s', (_name, one, other) => {
    const a = posting({ boardId: 'a', ...one });
    const b = posting({ boardId: 'b', ...other });

    expect(partition([a, b])).toEqual([[a.id, b.id]]);
  });

  it.each<[string, Partial<PostingIdentity>, Partial<PostingIdentity>]>([
    ['the same role in two cities', {}, { placeKey: 'dayton,oh' }],
    ['two cities under one requisition', { requisition: 'R1' }, { requisition: 'R1', placeKey: 'dayton,oh' }],
    ['a remote role and one in a city', { placeKey: '|remote' }, {}],
    ['two requisitions with the same words', { requisition: 'R1' }, { requisition: 'R2' }],
    ['two titles', {}, { titleKey: 'outpatient coder' }],
    [
      'two vacancies that give the front page of their board',
      { canonicalUrl: 'https://board.example/' },
      { canonicalUrl: 'https://board.example/', titleKey: 'registrar' },
    ],
    ['two employers', {}, { employerKey: 'harbor clinic' }],
    [
      'two employers that share a short number',
      { requisition: '12' },
      { requisition: '12', employerKey: 'lakeside health system' },
    ],
    [
      'two employers that share a long number',
      { requisition: 'R-10234' },
      { requisition: 'R-10234', employerKey: 'harbor clinic' },
    ],
    ['two entries of one board', { boardId: 'a' }, { boardId: 'a' }],
    ['unknown places', { placeKey: '' }, { placeKey: '' }],
  ])('keeps apart %s', (_name, one, other) => {
    const a = posting({ boardId: 'a', ...one });
    const b = posting({ boardId: 'b', ...other });

    expect(partition([a, b])).toEqual([[a.id], [b.id]]);
  });

  it('does not let a copy without a number bring two requisitions together', () => {
    const first = posting({ boardId: 'a', requisition: 'R1' });
    const second = posting({ boardId: 'a', requisition: 'R2' });
    const copy = posting({ boardId: 'b' });

    const groups = partition([first, second, copy]);

    expect(groups.some((group) => group.includes(first.id) && group.includes(second.id))).toBe(false);
    expect(groups).toHaveLength(2);
  });

  it('names the evidence of each member', () => {
    const groups = groupPostings([
      posting({ boardId: 'a', requisition: 'R1' }),
      posting({ boardId: 'b', requisition: 'R1' }),
      posting({ boardId: 'c' }),
    ]);

    expect(groups.map((group) => group.map(({ reason }) => reason))).toEqual([
      ['first', 'requisition', 'same-vacancy'],
    ]);
  });

  const identities = fc
    .array(
      fc.record({
        boardId: fc.constantFrom('a', 'b', 'c'),
        canonicalUrl: fc.constantFrom(
          'https://x.example/1',
          'https://x.example/2',
          'https://x.example/3',
          'https://x.example/4',
        ),
        employerKey: fc.constantFrom('lakeside health', 'lakeside health system', 'harbor clinic'),
        titleKey: fc.constantFrom('coder', 'registrar'),
        placeKey: fc.constantFrom('toledo,oh', 'dayton,oh', 'dayton,oh;toledo,oh', 'toledo,oh|remote', '|remote', ''),
        requisition: fc.constantFrom(null, 'R-10234', 'R-10235'),
      }),
      { maxLength: 9 },
    )
    .map((rows) => rows.map((row, index) => ({ ...posting(row), id: index + 1, externalId: String(index) })));

  it('gives the same groups in whatever order the postings come', () => {
    fc.assert(
      fc.property(
        identities.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        ([rows, shuffled]) => {
          expect(partition(shuffled)).toEqual(partition(rows));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('puts every posting into exactly one group', () => {
    fc.assert(
      fc.property(identities, (rows) => {
        expect(
          partition(rows)
            .flat()
            .sort((a, b) => a - b),
        ).toEqual(rows.map(({ id }) => id));
      }),
    );
  });
});

describe('letting groups keep their openings', () => {
  const member = (over: Partial<PostingIdentity>) => ({ posting: posting(over), reason: 'first' as const });

  it('gives a group the opening of its postings, and a new group none', () => {
    const known = [member({ openingId: 7 }), member({})];
    const fresh = [member({})];

    const assigned = assignOpenings([known, fresh]);

    expect(assigned.map(({ openingId, absorbed }) => ({ openingId, absorbed }))).toEqual([
      { openingId: 7, absorbed: [] },
      { openingId: null, absorbed: [] },
    ]);
  });

  it('lets a group that inherits two keep the older one', () => {
    const assigned = assignOpenings([[member({ openingId: 9 }), member({ openingId: 4 })]]);

    expect(assigned[0]).toMatchObject({ openingId: 4, absorbed: [9] });
  });

  it('lets a divided opening go with most of its postings', () => {
    const few = [member({ openingId: 3 })];
    const most = [member({ openingId: 3 }), member({ openingId: 3 })];

    const assigned = assignOpenings([few, most]);

    expect(assigned.map(({ openingId }) => openingId)).toEqual([null, 3]);
  });
});
