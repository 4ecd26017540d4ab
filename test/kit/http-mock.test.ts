import { createServer } from 'node:http';
import { request } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { expectMocksUsed, mockExchange, mockNoRobots } from './http-mock.ts';

describe('http-mock', () => {
  afterEach(() => {
    try {
      expectMocksUsed();
    } catch {
      // the test itself asserts on it
    }
  });

  it('refuses a request that nobody expects', async () => {
    await expect(request('https://nowhere.example/list')).rejects.toThrow(/nowhere\.example/);
  });

  it('lets this machine through', async () => {
    const server = createServer((_, response) => response.end('here'));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;

    const { body } = await request(`http://127.0.0.1:${port}/`);

    expect(await body.text()).toBe('here');
    await new Promise((closed) => server.close(closed));
  });

  it('answers by method, address and body', async () => {
    mockExchange({
      method: 'POST',
      url: 'https://jobs.example/list?page=1',
      requestBody: { offset: 0 },
      headers: { 'content-type': 'application/json' },
      body: '[]',
    });

    const answer = await request('https://jobs.example/list?page=1', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ offset: 0 }),
    });

    expect(answer.statusCode).toBe(200);
    expect(await answer.body.json()).toEqual([]);
    expectMocksUsed();
  });

  it('names the expected request that was never made', () => {
    mockExchange({ url: 'https://jobs.example/list' });

    expect(expectMocksUsed).toThrow(/jobs\.example.*never made|never made.*jobs\.example/);
  });

  it('answers robots.txt of any host with 404', async () => {
    mockNoRobots();

    const answers = await Promise.all(
      ['https://a.example', 'https://b.example'].map((origin) => request(`${origin}/robots.txt`)),
    );

    expect(answers.map((answer) => answer.statusCode)).toEqual([404, 404]);
    expectMocksUsed();
  });
});
