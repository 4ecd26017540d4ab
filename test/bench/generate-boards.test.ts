import { describe, expect, it } from 'vitest';
import { generateBoards } from '../../bench/generate-boards.ts';

describe('generateBoards', () => {
  it('makes the same work of the same size and seed, and other work of another seed', () => {
    const first = JSON.stringify(generateBoards(300));
    const second = JSON.stringify(generateBoards(300));
    const other = JSON.stringify(generateBoards(300, 5));

    expect(second).toBe(first);
    expect(other).not.toBe(first);
  });

  it.each([
    [1, [1]],
    [120, [30, 50, 40]],
    [400, [100, 50, 50, 50, 50, 50, 50]],
  ])('makes exactly %i postings, a quarter of them on one board', (size, expected) => {
    const counts = generateBoards(size).map(({ postings }) => postings.length);

    expect(counts).toEqual(expected);
  });

  it('keeps the large board within what one answer may hold', () => {
    const [first] = generateBoards(8_000);

    expect(first?.postings.length).toBe(1_000);
  });

  it('gives every board and every posting of a board a name of its own', () => {
    const boards = generateBoards(12_000);

    const keys = boards.map(({ postings }) => new Set(postings.map(({ key }) => key)).size);

    expect(new Set(boards.map(({ board }) => board.name)).size).toBe(boards.length);
    expect(keys).toEqual(boards.map(({ postings }) => postings.length));
  });

  it('advertises about a tenth once more, on another board and with an earlier requisition', () => {
    const boards = generateBoards(1_000);

    const copies = boards.flatMap(({ board, postings }) =>
      postings.filter(({ original }) => !original).map(({ opening }) => ({ home: opening.boardId, on: board.id })),
    );

    expect(copies.length).toBeGreaterThan(70);
    expect(copies.length).toBeLessThan(150);
    expect(copies.filter(({ home, on }) => home === on)).toEqual([]);
  });

  it('leads to no real site', () => {
    const boards = generateBoards(500);

    expect(boards.filter(({ board }) => !/^https:\/\/careers-\d+\.example$/.test(board.pages ?? ''))).toEqual([]);
  });
});
