import { beforeAll, describe, expect, it } from 'vitest';
import type { CachedResponse } from '../../src/sources/http.ts';
import { allowNetwork } from '../kit/http-mock.ts';
import { startServer } from '../kit/local-server.ts';
import { openTestHttp as open } from '../kit/test-http.ts';

beforeAll(allowNetwork);

describe('asking whether something changed', () => {
  it.each([
    ['etag', { etag: 'W/"1-gzip"' }, 'if-none-match', 'W/"1-gzip"'],
    [
      'date',
      { 'last-modified': 'Fri, 20 Nov 2026 07:00:00 GMT' },
      'if-modified-since',
      'Fri, 20 Nov 2026 07:00:00 GMT',
    ],
  ])('gives back the stored page on 304 (%s)', async (_, validators, header, value) => {
    await using server = await startServer(({ headers }, response) => {
      if (headers[header] === value) response.writeHead(304, validators).end();
      else
        response.writeHead(200, { ...validators, 'content-type': 'application/json', 'set-cookie': 'a=1' }).end('[1]');
    });
    const stored = new Map<string, CachedResponse>();
    await using http = open({}, { stored });

    const first = await http.get(`${server.origin}/jobs`);
    const second = await http.get(`${server.origin}/jobs`);

    expect(first).toMatchObject({ body: '[1]', unchanged: false });
    expect(second).toMatchObject({ status: 200, body: '[1]', unchanged: true });
    expect(second.headers['content-type']).toBe('application/json');
    expect(stored.get(`${server.origin}/jobs */*`)?.headers).not.toHaveProperty('set-cookie');
  });

  it('keeps apart what was asked for in different forms', async () => {
    await using server = await startServer((_, response) => response.writeHead(200, { etag: '"1"' }).end('x'));
    await using http = open();

    await http.get(`${server.origin}/jobs`, { headers: { accept: 'text/html' } });
    await http.get(`${server.origin}/jobs`, { headers: { accept: 'application/json' } });

    expect(server.requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, undefined]);
  });

  it.each([
    ['a page without a validator', {}, 'x', 'GET'],
    ['a page of more than 2 MB', { etag: '"1"' }, 'x'.repeat(2_000_001), 'GET'],
    ['an answer to a POST', { etag: '"1"' }, 'x', 'POST'],
  ] as const)('does not store %s', async (_, headers, body, method) => {
    await using server = await startServer((_request, response) => response.writeHead(200, headers).end(body));
    const stored = new Map<string, CachedResponse>();
    await using http = open({}, { stored });

    await http.get(`${server.origin}/jobs`, { method });

    expect([...stored.keys()]).toEqual([`robots:${server.origin}`]);
  });
});
