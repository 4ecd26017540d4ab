import { describe, expect, it } from 'vitest';
import { dayAfter, daysBetween, type SamplePosting, sampleWorld } from '../../../src/cli/sample/world.ts';
import { loadSample } from '../../../src/config/sample.ts';

const data = loadSample();
const today = sampleWorld(data, 0);
const tomorrow = sampleWorld(data, 1);

describe('sampleWorld', () => {
  it('advertises about 300 postings of at least 12 employers', () => {
    const postings = [...today.values()].flat();

    expect(postings.length).toBeGreaterThanOrEqual(280);
    expect(postings.length).toBeLessThanOrEqual(322);
    expect(new Set(postings.map(({ opening }) => opening.employer.id)).size).toBeGreaterThanOrEqual(12);
  });

  it('advertises at least 15 openings on more than one board, some on three', () => {
    const boards = boardsPerOpening();
    const counts = [...boards.values()].map((ids) => ids.size);

    expect(counts.filter((count) => count > 1).length).toBeGreaterThanOrEqual(15);
    expect(counts.filter((count) => count > 2).length).toBeGreaterThanOrEqual(5);
  });

  it('has at least 5 groups of siblings', () => {
    const groups = Map.groupBy(data.openings, ({ boardId, key }) => `${boardId}/${key}`);

    expect([...groups.values()].filter((group) => group.length > 1).length).toBeGreaterThanOrEqual(5);
  });

  it('posts some requisitions a second time on the same board', () => {
    const again = [...today].flatMap(([boardId, postings]) =>
      postings.filter(({ original, opening }) => !original && opening.boardId === boardId),
    );

    expect(again.map(({ opening }) => opening.id).sort()).toEqual([
      'chartbridge/roi-legal',
      'lakeside-health/him-manager',
      'summit-valley/cdi-manager',
    ]);
  });

  it('leads copies of the state board to the page of the employer', () => {
    const home = find(today, 'lakeside-health', 'lakeside-health/inpatient-coder');
    const copy = find(today, 'buckeye-him', 'lakeside-health/inpatient-coder');

    expect(copy?.url).toBe(`${home?.url}&utm_source=job-board&utm_medium=rss`);
  });

  it('writes employers differently on other boards', () => {
    const copy = find(today, 'him-network', 'lakeside-health/inpatient-coder');

    expect(copy?.employer).toBe('Lakeside Health, Inc.');
  });

  it('names no date in the future but closing days, and no host outside .example', () => {
    const postings = [...today.values()].flat();

    expect(postings.filter(({ postedOn }) => postedOn > dayAfter(0))).toEqual([]);
    expect(postings.filter(({ closesOn }) => closesOn !== undefined && closesOn <= dayAfter(0))).toEqual([]);
    expect(postings.filter(({ url }) => !new URL(url).hostname.endsWith('.example'))).toEqual([]);
  });

  it('changes overnight: two openings gone, three new, one pay raised, all else the same', () => {
    const [before, after] = [openingsOf(today), openingsOf(tomorrow)];

    expect([...before.keys()].filter((id) => !after.has(id)).sort()).toEqual([
      'lakeside-health/coding-lead',
      'summit-valley/cancer-registrar',
    ]);
    expect([...after.keys()].filter((id) => !before.has(id)).sort()).toEqual([
      'lakeside-health/denials-coder',
      'riverbend/epic-new',
      'st-clement/new-roi',
    ]);
    const changed = [...before].filter(([id, pay]) => after.has(id) && after.get(id) !== pay);
    expect(changed.map(([id]) => id)).toEqual(['codewell/op-weekend']);
  });
});

describe('daysBetween', () => {
  it('counts whole days', () => {
    expect(daysBetween('2026-10-31', dayAfter(0))).toBe(20);
  });
});

function find(world: ReadonlyMap<string, readonly SamplePosting[]>, board: string, id: string) {
  return world.get(board)?.find(({ opening }) => opening.id === id);
}

function boardsPerOpening(): Map<string, Set<string>> {
  const boards = new Map<string, Set<string>>();
  for (const [boardId, postings] of today) {
    for (const { opening } of postings) boards.set(opening.id, (boards.get(opening.id) ?? new Set()).add(boardId));
  }
  return boards;
}

function openingsOf(world: ReadonlyMap<string, readonly SamplePosting[]>): Map<string, string> {
  const postings = [...world.values()].flat().filter(({ original }) => original);
  return new Map(postings.map(({ opening, pay }) => [opening.id, pay === undefined ? '' : `${pay.min}-${pay.max}`]));
}
