import { beforeAll, describe, expect, it } from 'vitest';
import type { CachedResponse } from '../../src/sources/http.ts';
import { allowNetwork } from '../kit/http-mock.ts';
import { type Handler, startServer } from '../kit/local-server.ts';
import { openTestHttp as open, USER_AGENT } from '../kit/test-http.ts';

// Under nock neither name resolution nor timeouts are those of the real client.
beforeAll(allowNetwork);

describe('what is refused', () => {
  it.each([
    ['no address', 'jobs', 'A board holds an address that is not a web address.'],
    ['another scheme', 'file:///etc/passwd', 'Addresses that start with file: are not read, only http and https.'],
    [
      'a password',
      'https://ann:secret@boards.example.com/',
      'The address of boards.example.com holds a user name or a password; remove it and use a secret instead.',
    ],
  ])('%s', async (_, url, message) => {
    await using http = open();

    const fetching = http.get(url);

    await expect(fetching).rejects.toMatchObject({ kind: 'misconfigured', message });
  });

  it.each(['http://127.0.0.1', 'http://2130706433', 'http://[::ffff:127.0.0.1]'])(
    'a private address: %s, before anything is sent',
    async (origin) => {
      await using server = await startServer(ok('secret'), 'handled');
      await using http = open({ allowPrivateHosts: [] });

      const fetching = http.get(`${origin}:${new URL(server.origin).port}/`);

      await expect(fetching).rejects.toMatchObject({
        kind: 'misconfigured',
        message: expect.stringMatching(/is an address on a private network.*http\.allowPrivateHosts/),
      });
      expect(server.requests).toEqual([]);
    },
  );

  it('a name that resolves to a private address when it is connected to', async () => {
    await using server = await startServer(ok('secret'), 'handled');
    await using http = open({}, { lookup: async () => [{ address: '127.0.0.1', family: 4 }] });

    const fetching = http.get(`http://careers.example.com:${new URL(server.origin).port}/`);

    await expect(fetching).rejects.toMatchObject({
      kind: 'misconfigured',
      message: expect.stringContaining('add "careers.example.com" to http.allowPrivateHosts'),
    });
    expect(server.requests).toEqual([]);
  });

  it('a status that the source did not ask for', async () => {
    await using server = await startServer((_, response) => response.writeHead(404).end('no such board'));
    await using http = open();

    const fetching = http.get(`${server.origin}/jobs`);

    await expect(fetching).rejects.toMatchObject({
      kind: 'gone',
      message: `${new URL(server.origin).host} answered 404 (not found).`,
    });
  });

  it('any further request to a host that asked for a pause', async () => {
    await using server = await startServer((_, response) => response.writeHead(429, { 'retry-after': '900' }).end());
    await using http = open();

    const outcomes = await Promise.allSettled(['/a', '/b', '/c'].map((path) => http.get(server.origin + path)));

    const retryAt = new Date('2026-11-20T08:15:00Z');
    for (const outcome of outcomes) expect(outcome).toMatchObject({ reason: { kind: 'throttled', retryAt } });
    expect(server.requests).toHaveLength(1);
  });
});

describe('robots.txt', () => {
  it('keeps us out of what it forbids', async () => {
    await using server = await startServer(robots('User-agent: *\nDisallow: /\n'), 'handled');
    await using http = open();

    const fetching = http.get(`${server.origin}/jobs`);

    await expect(fetching).rejects.toMatchObject({
      kind: 'blocked',
      message: `robots.txt of ${new URL(server.origin).host} does not allow this page to be read.`,
    });
    expect(server.requests.map(({ path }) => path)).toEqual(['/robots.txt']);
  });

  it.each([
    [500, {}, 'transient'],
    [503, {}, 'transient'],
    [503, { 'retry-after': '60' }, 'throttled'],
    [429, { 'retry-after': '60' }, 'throttled'],
    [304, {}, 'transient'],
  ])('forbids all for the moment when it answers %i %j', async (status, headers, kind) => {
    await using server = await startServer((_, response) => response.writeHead(status, headers).end(), 'handled');
    await using http = open();

    const fetching = http.get(`${server.origin}/jobs`);

    await expect(fetching).rejects.toMatchObject({ kind });
    expect(server.requests).toHaveLength(1);
  });

  it('forbids all for the moment when the connection breaks', async () => {
    await using server = await startServer((_, response) => response.destroy(), 'handled');
    await using http = open();

    const fetching = http.get(`${server.origin}/jobs`);

    await expect(fetching).rejects.toMatchObject({
      kind: 'transient',
      message: expect.stringMatching(/^robots\.txt of .* could not be read.*broke off the connection\.$/),
    });
  });

  it.each([400, 401, 403, 404, 410, 429])('forbids nothing when it answers %i', async (status) => {
    await using server = await startServer(
      ({ path }, response) => response.writeHead(path === '/robots.txt' ? status : 200).end('jobs'),
      'handled',
    );
    await using http = open();

    const { body } = await http.get(`${server.origin}/jobs`);

    expect(body).toBe('jobs');
  });

  it('is followed through redirects', async () => {
    await using server = await startServer(({ path }, response) => {
      if (path === '/robots.txt') response.writeHead(301, { location: '/moved.txt' }).end();
      else response.end('User-agent: rolewatch\nDisallow: /jobs');
    }, 'handled');
    await using http = open();

    const fetching = http.get(`${server.origin}/jobs`);

    await expect(fetching).rejects.toMatchObject({ kind: 'blocked' });
  });

  it('is read once, also by another process with the same store', async () => {
    await using server = await startServer(robots('User-agent: *\nDisallow: /x'), 'handled');
    const stored = new Map<string, CachedResponse>();
    await using first = open({}, { stored });
    await using second = open({}, { stored });

    await Promise.all([first.get(`${server.origin}/a`), first.get(`${server.origin}/b`)]);
    await second.get(`${server.origin}/c`);

    expect(server.requests.filter(({ path }) => path === '/robots.txt')).toHaveLength(1);
  });
});

describe('what is sent', () => {
  it('says who we are, whatever the source puts into its headers', async () => {
    await using server = await startServer(ok('{}'), 'handled');
    await using http = open();

    await http.get(`${server.origin}/jobs`, {
      headers: {
        'User-Agent': 'Mozilla/5.0',
        Host: 'other.example',
        'Accept-Encoding': 'zstd',
        Accept: 'application/json',
      },
    });

    expect(server.requests.map(({ headers }) => headers['user-agent'])).toEqual([USER_AGENT, USER_AGENT]);
    expect(server.requests[1]?.headers).toMatchObject({
      accept: 'application/json',
      'accept-encoding': 'gzip, deflate, br',
      host: new URL(server.origin).host,
    });
  });

  it('carries the user agent that a provider demands, on that request alone', async () => {
    await using server = await startServer(ok('{}'), 'handled');
    await using http = open();

    await http.get(`${server.origin}/jobs`, { userAgent: 'ann@example.org' });

    expect(server.requests.map(({ headers }) => headers['user-agent'])).toEqual([USER_AGENT, 'ann@example.org']);
  });

  it('posts JSON', async () => {
    await using server = await startServer(ok('{"total":0}'));
    await using http = open();

    const { body } = await http.get(`${server.origin}/jobs`, { method: 'POST', body: '{"limit":20}' });

    expect(body).toBe('{"total":0}');
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      body: '{"limit":20}',
      headers: { 'content-type': 'application/json' },
    });
  });

  it('reaches a host by one visitor at a time', async () => {
    await using server = await startServer((_, response) => void setImmediate(() => response.end('ok')));
    await using http = open();

    await Promise.all(Array.from({ length: 12 }, (_, page) => http.get(`${server.origin}/jobs?page=${page}`)));

    expect(server.requests).toHaveLength(12);
    expect(server.mostAtOnce()).toBe(1);
  });

  it('keeps the pace that robots.txt asks for', async () => {
    await using server = await startServer(robots('User-agent: *\nCrawl-delay: 0.2'), 'handled');
    await using http = open();
    const start = performance.now();

    await http.get(`${server.origin}/a`);
    await http.get(`${server.origin}/b`);

    expect(performance.now() - start).toBeGreaterThanOrEqual(390);
  });
});

describe('what comes back', () => {
  it('is text in the charset of the page', async () => {
    await using server = await startServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1', 'X-Total': '1' });
      response.end(Buffer.from('<p>Médecin', 'latin1'));
    });
    await using http = open();

    const response = await http.get(`${server.origin}/jobs#apply`);

    expect(response).toMatchObject({ status: 200, url: `${server.origin}/jobs`, body: '<p>Médecin', unchanged: false });
    expect(response.headers['x-total']).toBe('1');
  });

  it('may have a status that the source wants to judge itself', async () => {
    await using server = await startServer((_, response) => response.writeHead(404).end('{"error":"closed"}'));
    await using http = open();

    const response = await http.get(`${server.origin}/jobs/1`, { accept: [404] });

    expect(response).toMatchObject({ status: 404, body: '{"error":"closed"}' });
  });
});

function ok(body: string): Handler {
  return ({ path }, response) => response.writeHead(path === '/robots.txt' ? 404 : 200).end(body);
}

function robots(text: string): Handler {
  return ({ path }, response) => response.end(path === '/robots.txt' ? text : 'page');
}
