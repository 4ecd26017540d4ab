import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createLogger } from '../../src/log.ts';
import { readAnswer, readItems } from '../../src/sources/listing.ts';

const shape = {
  idMember: 'id',
  item: z.object({ title: z.string() }),
  boardName: 'Lakeside Health',
  log: createLogger('silent'),
};

describe('readItems', () => {
  it('gives ids as text, each once', () => {
    const items = readItems(
      [
        { id: 7, title: 'a' },
        { id: '7', title: 'b' },
        { id: 'x', title: 'c' },
      ],
      shape,
    );

    expect(items.map(({ externalId }) => externalId)).toEqual(['7', 'x']);
  });

  it('keeps an item that is still listed but no longer fits', () => {
    const items = readItems([{ id: 1, title: 'a' }, { id: 2 }], shape);

    expect(items.map(({ original }) => original)).toEqual([{ id: 1, title: 'a' }, { id: 2 }]);
  });

  it('leaves out what has no id, or an id that JSON has already rounded', () => {
    const items = readItems(
      [{ id: 1, title: 'a' }, { id: 2, title: 'b' }, { title: 'c' }, { id: 2 ** 60, title: 'd' }],
      shape,
    );

    expect(items.map(({ externalId }) => externalId)).toEqual(['1', '2']);
  });

  it('fails as changed when more than half do not fit', () => {
    expect(() => readItems([{ id: 1, title: 'a' }, { id: 2 }, null], shape)).toThrow(
      '2 of 3 items that Lakeside Health lists are not in the known form.',
    );
  });

  it('takes an empty list as it is', () => {
    expect(readItems([], shape)).toEqual([]);
  });
});

describe('readAnswer', () => {
  const answer = (body: string, type = 'application/json') => ({
    status: 200,
    url: 'https://jobs.example/list',
    headers: { 'content-type': type },
    body,
    unchanged: false,
  });

  it('reads JSON whatever type the header names', () => {
    expect(
      readAnswer(answer('{"jobs":[]}', 'text/html; charset=utf-8'), z.object({ jobs: z.array(z.unknown()) })),
    ).toEqual({
      jobs: [],
    });
  });

  it.each([
    ['<!DOCTYPE html><p>Sign in</p>', 'text/html', 'jobs.example answered with a web page where data was expected.'],
    ['', 'application/json', 'jobs.example answered with something that is not JSON.'],
    ['{"jobs":{}}', 'application/json', 'The answer of jobs.example is not in the known form, at jobs.'],
  ])('fails as changed for %s', (body, type, message) => {
    const read = () => readAnswer(answer(body, type), z.object({ jobs: z.array(z.unknown()) }));

    expect(read).toThrow(expect.objectContaining({ kind: 'changed', message: expect.stringContaining(message) }));
  });
});
