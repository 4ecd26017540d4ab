import { beforeAll, describe, expect, it } from 'vitest';
import { followRedirect, type Hop } from '../../src/sources/redirect.ts';
import { allowNetwork } from '../kit/http-mock.ts';
import { startServer } from '../kit/local-server.ts';
import { openTestHttp as open } from '../kit/test-http.ts';

beforeAll(allowNetwork);

const get: Hop = {
  url: new URL('https://boards.example.com/jobs'),
  method: 'GET',
  headers: {
    accept: 'text/html',
    authorization: 'Bearer x',
    'x-api-key': 'x',
    cookie: 'a=1',
    'user-agent': 'a@b.example',
  },
  body: undefined,
};
const post: Hop = {
  ...get,
  method: 'POST',
  body: '{}',
  headers: { ...get.headers, 'content-type': 'application/json' },
};

describe('followRedirect', () => {
  it.each([
    ['from https to http', get, 301, 'http://boards.example.com/jobs'],
    ['to a file', get, 302, 'file:///etc/passwd'],
    ['to a script', get, 302, 'javascript:alert(1)'],
    ['that sends our words to another host', post, 307, 'https://other.example.com/jobs'],
    ['that sends our words to another port', post, 308, 'https://boards.example.com:8443/jobs'],
  ])('refuses a redirect %s', (_, hop, status, target) => {
    const following = () => followRedirect(hop, status, new URL(target), 0);

    expect(following).toThrow(expect.objectContaining({ kind: 'changed' }));
  });

  it('refuses what is no address, and the sixth in a row', () => {
    const next = new URL('https://boards.example.com/next');

    expect(() => followRedirect(get, 301, undefined, 0)).toThrow('redirects to something that is not an address');
    expect(() => followRedirect(get, 301, next, 4)).not.toThrow();
    expect(() => followRedirect(get, 301, next, 5)).toThrow('boards.example.com redirects more than 5 times.');
  });

  it('keeps all headers on the same origin', () => {
    const hop = followRedirect(get, 302, new URL('https://boards.example.com/next#x'), 0);

    expect(hop).toEqual({ ...get, url: new URL('https://boards.example.com/next') });
  });

  it.each(['https://other.example.com/', 'https://boards.example.com:8443/', 'https://www.boards.example.com/'])(
    'shows no key, token or address of ours to another origin: %s',
    (target) => {
      const hop = followRedirect(get, 302, new URL(target), 0);

      expect(hop.headers).toEqual({ accept: 'text/html' });
    },
  );

  it.each([301, 302, 303])('asks with GET and without a body after a POST was answered with %i', (status) => {
    const hop = followRedirect(post, status, new URL('https://boards.example.com/next'), 0);

    expect(hop).toMatchObject({ method: 'GET', body: undefined });
    expect(hop.headers).not.toHaveProperty('content-type');
  });

  it.each([307, 308])('repeats a POST on the same host after %i', (status) => {
    const hop = followRedirect(post, status, new URL('https://boards.example.com/next'), 0);

    expect(hop).toMatchObject({ method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
  });
});

describe('a redirect', () => {
  it.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://[::1]:22/',
    'http://0x7f.2/',
    'http://localhost/',
  ])('to the private address %s is refused', async (location) => {
    await using server = await startServer((_, response) => response.writeHead(302, { location }).end());
    await using http = open();

    const fetching = http.get(`${server.origin}/jobs`);

    await expect(fetching).rejects.toMatchObject({
      kind: 'misconfigured',
      message: expect.stringContaining('private network'),
    });
  });

  it('in a circle ends', async () => {
    await using server = await startServer(({ path }, response) => {
      response.writeHead(302, { location: path === '/a' ? '/b' : '/a' }).end();
    });
    await using http = open();

    const fetching = http.get(`${server.origin}/a`);

    await expect(fetching).rejects.toMatchObject({
      kind: 'changed',
      message: expect.stringContaining('more than 5 times'),
    });
    expect(server.requests).toHaveLength(6);
  });

  it('to a host whose robots.txt says no is not followed', async () => {
    await using target = await startServer((_, response) => response.end('User-agent: *\nDisallow: /'), 'handled');
    await using server = await startServer((_, response) =>
      response.writeHead(301, { location: `${target.origin}/jobs` }).end(),
    );
    await using http = open();

    const fetching = http.get(`${server.origin}/jobs`);

    await expect(fetching).rejects.toMatchObject({ kind: 'blocked' });
    expect(target.requests.map(({ path }) => path)).toEqual(['/robots.txt']);
  });

  it('to another host is followed, and the final address is told', async () => {
    await using target = await startServer((_, response) => response.end('home page'));
    await using server = await startServer((_, response) =>
      response.writeHead(301, { location: `${target.origin}/home` }).end(),
    );
    await using http = open();

    const response = await http.get(`${server.origin}/jobs`, {
      headers: { authorization: 'Bearer x' },
      userAgent: 'ann@example.org',
    });

    expect(response).toMatchObject({ url: `${target.origin}/home`, body: 'home page' });
    expect(server.requests[0]?.headers['authorization']).toBe('Bearer x');
    expect(target.requests[0]?.headers['authorization']).toBeUndefined();
    expect(target.requests[0]?.headers['user-agent']).toMatch(/^rolewatch\//);
  });

  it('that the source wants to judge itself is not followed', async () => {
    await using server = await startServer((_, response) => response.writeHead(302, { location: '/closed' }).end());
    await using http = open();

    const response = await http.get(`${server.origin}/jobs/1`, { accept: [302] });

    expect(response).toMatchObject({ status: 302, headers: { location: '/closed' } });
  });

  it('without a Location is a changed board', async () => {
    await using server = await startServer((_, response) => response.writeHead(302).end());
    await using http = open();

    const fetching = http.get(`${server.origin}/jobs`);

    await expect(fetching).rejects.toMatchObject({ kind: 'changed' });
  });
});

describe('a mirrored origin', () => {
  const origin = 'https://boards-api.example.com';

  it('is asked at its copy, robots.txt too, without a pace, and keeps its own name', async () => {
    await using server = await startServer(({ path }, response) => {
      const text = path.endsWith('/robots.txt') ? 'User-agent: *\nDisallow: /private\nCrawl-delay: 50' : path;
      response.writeHead(200, { etag: '"1"' }).end(text);
    }, 'handled');
    await using http = open({ mirrors: { [origin]: `${server.origin}/copy` }, allowPrivateHosts: [], paceMs: 60_000 });

    const first = await http.get(`${origin}/v1/jobs?content=true`);
    const second = await http.get(`${origin}/v1/jobs?page=2`);

    expect(first).toMatchObject({ url: `${origin}/v1/jobs?content=true`, body: '/copy/v1/jobs?content=true' });
    expect(second.url).toBe(`${origin}/v1/jobs?page=2`);
    expect(server.requests[0]?.path).toBe('/copy/robots.txt');
    await expect(http.get(`${origin}/private`)).rejects.toMatchObject({
      kind: 'blocked',
      message: expect.stringContaining('boards-api.example.com'),
    });
  });

  it('does not open the host of its copy to other addresses', async () => {
    await using server = await startServer(
      ({ path }, response) => response.writeHead(302, { location: `/admin?from=${path.length}` }).end(),
      'handled',
    );
    const { port } = new URL(server.origin);
    await using http = open({ mirrors: { [origin]: `http://localhost:${port}/copy` }, allowPrivateHosts: [] });

    const asked = [`http://localhost:${port}/admin`, `http://127.0.0.1:${port}/admin`].map((url) => http.get(url));

    for (const outcome of await Promise.allSettled(asked)) {
      expect(outcome).toMatchObject({ reason: { kind: 'misconfigured' } });
    }
    expect(server.requests).toEqual([]);
  });

  it('may redirect inside its copy', async () => {
    await using server = await startServer(({ path }, response) => {
      if (path === '/copy/robots.txt') response.writeHead(404).end();
      else if (path === '/copy/old') response.writeHead(301, { location: '/copy/new' }).end();
      else response.end(path);
    }, 'handled');
    await using http = open({ mirrors: { [origin]: `${server.origin}/copy` }, allowPrivateHosts: [] });

    const response = await http.get(`${origin}/old`);

    expect(response).toMatchObject({ url: `${origin}/new`, body: '/copy/new' });
  });

  it('still gets one visitor at a time', async () => {
    await using server = await startServer((_, response) => void setImmediate(() => response.end('')), 'handled');
    await using http = open({ mirrors: { [origin]: server.origin }, allowPrivateHosts: [] });

    await Promise.all([1, 2, 3, 4].map((page) => http.get(`${origin}/jobs?page=${page}`)));

    expect(server.mostAtOnce()).toBe(1);
  });
});
