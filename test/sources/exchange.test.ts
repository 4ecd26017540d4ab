import { createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { allowNetwork } from '../kit/http-mock.ts';
import { startServer } from '../kit/local-server.ts';
import { openTestHttp as open } from '../kit/test-http.ts';

beforeAll(allowNetwork);

describe('patience', () => {
  it('ends when the server accepts and then says nothing', async () => {
    await using server = await startServer(() => {});
    await using http = open({ idleTimeoutMs: 100 });

    const fetching = http.get(`${server.origin}/jobs`);

    await expect(fetching).rejects.toMatchObject({
      kind: 'transient',
      message: `${new URL(server.origin).host} sent nothing for 0.1 s.`,
    });
  });

  it('ends when the body stops in the middle', async () => {
    await using server = await startServer((_, response) => void response.writeHead(200).write('[{"id":1},'));
    await using http = open({ idleTimeoutMs: 100 });

    const fetching = http.get(`${server.origin}/jobs`);

    await expect(fetching).rejects.toMatchObject({
      kind: 'transient',
      message: expect.stringContaining('sent nothing'),
    });
  });

  it('ends when a body drips without end', async () => {
    await using server = await startServer((_, response) => {
      const drip = setInterval(() => response.write(' '), 20);
      response.once('close', () => clearInterval(drip));
    });
    await using http = open({ totalTimeoutMs: 200, idleTimeoutMs: 100 });

    const fetching = http.get(`${server.origin}/jobs`);

    await expect(fetching).rejects.toMatchObject({
      kind: 'transient',
      message: `${new URL(server.origin).host} did not finish its answer within 0.2 s.`,
    });
  });

  it('does not end before the status of a dripping error page is told', async () => {
    await using server = await startServer((_, response) => {
      response.writeHead(404);
      const drip = setInterval(() => response.write(' '), 20);
      response.once('close', () => clearInterval(drip));
    });
    await using http = open({ totalTimeoutMs: 200, idleTimeoutMs: 100 });

    const fetching = http.get(`${server.origin}/jobs`);

    await expect(fetching).rejects.toMatchObject({ kind: 'gone' });
  });

  it('ends when the name server does not answer', async () => {
    await using http = open({ connectTimeoutMs: 100 }, { lookup: () => new Promise(() => {}) });

    const fetching = http.get('http://boards.example.com/jobs');

    await expect(fetching).rejects.toMatchObject({
      kind: 'transient',
      message: expect.stringContaining('boards.example.com could not be reached within 0.1 s.'),
    });
  });
});

describe('a failing connection', () => {
  it('is transient when nobody listens', async () => {
    const { origin } = await startServer(() => {}).then(async (server) => {
      await server[Symbol.asyncDispose]();
      return server;
    });
    await using http = open();

    const fetching = http.get(`${origin}/jobs`);

    await expect(fetching).rejects.toMatchObject({
      kind: 'transient',
      message: expect.stringContaining('refused the connection'),
    });
  });

  it('is transient when the name does not exist', async () => {
    const lookup = () => Promise.reject(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }));
    await using http = open({}, { lookup });

    const fetching = http.get('https://nowhere.example.com/jobs');

    await expect(fetching).rejects.toMatchObject({
      kind: 'transient',
      message: expect.stringContaining('The name nowhere.example.com could not be resolved'),
    });
  });

  it('is transient when a body is shorter than announced', async () => {
    await using server = await startServer((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('[1');
      setImmediate(() => response.destroy());
    });
    await using http = open();

    const fetching = http.get(`${server.origin}/jobs`);

    await expect(fetching).rejects.toMatchObject({ kind: 'transient' });
  });

  it('is transient when the server does not speak HTTP, or TLS', async () => {
    const server = createServer((socket) => socket.on('error', () => {}).end('SSH-2.0-OpenSSH\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    await using http = open();

    const outcomes = await Promise.allSettled(
      ['http', 'https'].map((scheme) => http.get(`${scheme}://127.0.0.1:${port}/`)),
    );
    server.close();

    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ reason: { name: 'BoardError', kind: 'transient' } });
  });

  it('is no reason to fail the next request', async () => {
    await using server = await startServer(
      ({ path }, response) => void (path === '/a' ? response.destroy() : response.end('b')),
    );
    await using http = open();
    await http.get(`${server.origin}/a`).catch(() => {});

    const { body } = await http.get(`${server.origin}/b`);

    expect(body).toBe('b');
  });
});

describe('size', () => {
  it('is limited for a body that never ends', async () => {
    await using server = await startServer((_, response) => {
      const chunk = Buffer.alloc(64 * 1024);
      const more = () => {
        while (response.write(chunk));
      };
      response.on('drain', more);
      more();
    });
    await using http = open({ maxBytes: 2_000_000 });

    const fetching = http.get(`${server.origin}/jobs`);

    await expect(fetching).rejects.toMatchObject({
      kind: 'changed',
      message: `${new URL(server.origin).host} sent more than 2 MB, the most that is read of one page.`,
    });
  });

  it('is limited after unpacking', async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000));
    await using server = await startServer((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    });
    await using http = open({ maxBytes: 2_000_000 });

    const fetching = http.get(`${server.origin}/jobs`);

    expect(bomb.length).toBeLessThan(10_000);
    await expect(fetching).rejects.toMatchObject({ kind: 'changed', message: expect.stringContaining('2 MB') });
  });

  it('of a huge robots.txt is no reason to fail', async () => {
    const rules = `User-agent: *\nDisallow: /private\n${'# padding\n'.repeat(100_000)}`;
    await using server = await startServer(
      ({ path }, response) => response.end(path === '/robots.txt' ? rules : 'page'),
      'handled',
    );
    await using http = open({ maxBytes: 1000 });

    const { body } = await http.get(`${server.origin}/jobs`);

    expect(body).toBe('page');
    await expect(http.get(`${server.origin}/private`)).rejects.toMatchObject({ kind: 'blocked' });
  });
});

describe('an abort', () => {
  it('before the request sends nothing', async () => {
    await using server = await startServer((_, response) => response.end('x'), 'handled');
    await using http = open();

    const fetching = http.get(`${server.origin}/jobs`, {}, AbortSignal.abort(new Error('enough')));

    await expect(fetching).rejects.toThrow('enough');
    expect(server.requests).toEqual([]);
  });

  it('ends a running request with the reason that was given', async () => {
    const leaving = new AbortController();
    await using server = await startServer(() => leaving.abort(new Error('enough')));
    await using http = open();

    const fetching = http.get(`${server.origin}/jobs`, {}, leaving.signal);

    await expect(fetching).rejects.toThrow('enough');
  });

  it('lets the next in the queue proceed', async () => {
    const leaving = new AbortController();
    await using server = await startServer(({ path }, response) => {
      if (path === '/b') response.end('b');
      else leaving.abort(new Error('enough'));
    });
    await using http = open();
    const first = http.get(`${server.origin}/a`, {}, leaving.signal);

    const second = http.get(`${server.origin}/b`);

    await expect(first).rejects.toThrow('enough');
    await expect(second).resolves.toMatchObject({ body: 'b' });
  });

  it('is what closing the door means to those inside', async () => {
    const arrived = Promise.withResolvers<void>();
    await using server = await startServer(() => arrived.resolve());
    const http = open();
    const fetching = http.get(`${server.origin}/jobs`);
    fetching.catch(() => {});

    await arrived.promise;
    await http[Symbol.asyncDispose]();

    await expect(fetching).rejects.toMatchObject({ name: 'AbortError' });
    await expect(http.get(`${server.origin}/jobs`)).rejects.toMatchObject({ name: 'AbortError' });
  });
});
