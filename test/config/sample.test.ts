import { describe, expect, it } from 'vitest';
import { loadSample } from '../../src/config/sample.ts';

const data = loadSample();

describe('loadSample', () => {
  it('reads every row and resolves every reference', () => {
    const unused = data.boards.filter(({ source, trouble }) => source !== 'folder' && trouble === undefined);

    expect(data.openings.length).toBeGreaterThanOrEqual(180);
    expect(unused.filter(({ id }) => !data.openings.some(({ boardId }) => boardId === id))).toEqual([]);
    expect(data.openings.filter(({ boardId }) => !data.boards.some(({ id }) => id === boardId))).toEqual([]);
  });

  it('sets siblings apart, with the words of the first and a requisition of their own', () => {
    const tampa = data.openings.find(({ id }) => id === 'chartbridge/roi-onsite');
    const houston = data.openings.find(({ id }) => id === 'chartbridge/roi-onsite-houston-tx');

    expect(houston).toMatchObject({ place: 'Houston, TX', requisition: 'CB-2203', title: tampa?.title });
    expect(houston?.requires).toEqual(tampa?.requires);
  });

  it('is varied: employers, cities and wordings of requirements', () => {
    const distinct = (values: readonly string[]) => new Set(values).size;

    expect(distinct(data.openings.map(({ employer }) => employer.id))).toBeGreaterThanOrEqual(16);
    expect(distinct(data.openings.map(({ place }) => place))).toBeGreaterThanOrEqual(21);
    expect(distinct(data.openings.flatMap(({ requires }) => requires))).toBeGreaterThanOrEqual(150);
    expect(distinct(data.openings.map(({ requisition }) => requisition))).toBe(data.openings.length);
  });

  it('covers the unusual: internship, volunteer, per diem, contract, closing dates', () => {
    const types = new Set(data.openings.map(({ type }) => type));

    expect([...types].sort()).toEqual([
      'contract',
      'full_time',
      'internship',
      'part_time',
      'per_diem',
      'temporary',
      'volunteer',
    ]);
    expect(data.openings.filter(({ closes }) => closes !== undefined).length).toBeGreaterThan(10);
  });

  it('keeps profiles that the schema accepts', () => {
    expect([...data.profiles.keys()]).toEqual(['dana-okafor', 'sam-rivera']);
  });
});
