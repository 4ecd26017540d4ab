import { describe, expect, it } from 'vitest';
import { lever } from '../../src/sources/lever/index.ts';
import { readCases, type SourceCase, visit } from './cases.ts';

const [eu] = readCases('lever').filter(({ name }) => name === 'eu-host');

describe('visit', () => {
  it('names an exchange that was never asked for', async () => {
    const extra = { method: 'GET' as const, url: 'https://api.eu.lever.co/extra', status: 200, headers: {} };

    const { unused } = await visit(lever, sampleWith({ exchanges: [...sample().exchanges, extra] }));

    expect(unused).toEqual(['GET https://api.eu.lever.co/extra']);
  });

  it('names a request that no exchange answers, and fails as a bug would', async () => {
    const { unexpected, error } = await visit(lever, sampleWith({ exchanges: [] }));

    expect(unexpected).toEqual(['GET https://api.eu.lever.co/v0/postings/harborcoding?mode=json&skip=0&limit=100']);
    expect(error).toMatchObject({ message: expect.stringMatching(/^No exchange of the case answers GET/) });
  });

  it.each([
    [401, 'misconfigured'],
    [403, 'blocked'],
    [404, 'gone'],
    [410, 'gone'],
    [408, 'transient'],
    [425, 'transient'],
    [429, 'throttled'],
    [500, 'transient'],
    [503, 'transient'],
    [418, 'changed'],
  ])('turns status %s into %s, as the door does', async (status, kind) => {
    const exchanges = sample().exchanges.map((exchange) => ({ ...exchange, status }));

    const { error } = await visit(lever, sampleWith({ exchanges }));

    expect(error).toMatchObject({ name: 'BoardError', kind });
  });
});

function sample(): SourceCase {
  if (eu === undefined) throw new Error('the case eu-host of lever is gone');
  return eu;
}

function sampleWith(members: Partial<SourceCase>): SourceCase {
  return { ...sample(), ...members };
}
