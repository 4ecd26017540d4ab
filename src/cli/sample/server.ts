import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadSample, type SampleBoard } from '../../config/sample.ts';
import { hexId, json, type SampleAnswer, type SampleRequest, type ServedBoard, type Shape } from './answer.ts';
import { feedShape } from './feed.ts';
import { greenhouseShape } from './greenhouse.ts';
import { jsonLdShape } from './json-ld.ts';
import { leverShape } from './lever.ts';
import { remotiveShape } from './remotive.ts';
import { troubleAnswer } from './trouble.ts';
import { usajobsShape } from './usajobs.ts';
import { workdayShape } from './workday.ts';
import { dayAfter, sampleWorld } from './world.ts';

/** The sample boards while they are being served on this machine. */
export interface SampleBoards {
  readonly port: number;
  /** Ids of the boards that are served, with the board of own files, which needs no server. */
  readonly ids: readonly string[];
  /** For `settings.http.mirrors`: origin of each board → address of its copy here. */
  readonly mirrors: Readonly<Record<string, string>>;
  /** All requests so far, oldest first. */
  requests(): readonly { readonly method: string; readonly host: string; readonly path: string }[];
  close(): Promise<void>;
}

/**
 * Serves the sample boards on a free loopback port, in the forms of their vendors. `day` moves the world on (1: the
 * next day, with two openings gone, three new ones and one change of pay); `only` leaves out all other boards.
 */
export async function startSampleBoards(
  options: { readonly day?: number; readonly only?: readonly string[] } = {},
): Promise<SampleBoards> {
  const data = loadSample();
  const day = options.day ?? 0;
  const world = sampleWorld(data, day);
  const boards = data.boards.filter(({ id }) => options.only?.includes(id) ?? true);
  const served = boards.map((board) => ({ board, postings: world.get(board.id) ?? [], today: dayAfter(day) }));
  const requests: { method: string; host: string; path: string }[] = [];

  const server = createServer((incoming, outgoing) => {
    readRequest(incoming)
      .then((request) => {
        requests.push({ method: request.method, host: request.host, path: request.path });
        const answer = conditional(answerOf(served, request), request);
        outgoing.writeHead(answer.status, answer.headers).end(answer.body);
      })
      .catch(() => outgoing.writeHead(400).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  // as: a server that listens on a port has no pipe name as its address
  const { port } = server.address() as AddressInfo;

  return {
    port,
    ids: boards.map(({ id }) => id),
    mirrors: Object.fromEntries(boards.flatMap(({ origin }) => (origin ? [[origin, mirrorOf(origin, port)]] : []))),
    requests: () => requests,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function mirrorOf(origin: string, port: number): string {
  return `http://127.0.0.1:${port}/${new URL(origin).hostname}`;
}

/** `/boards-api.greenhouse.io/v1/…` → host and path of the original; rejects when the address cannot be read. */
async function readRequest(incoming: IncomingMessage): Promise<SampleRequest> {
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  const [, host = '', ...rest] = url.pathname.split('/');
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
  return {
    method: incoming.method ?? 'GET',
    host,
    path: decodeURIComponent(`/${rest.join('/')}`),
    query: url.searchParams,
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function answerOf(served: readonly ServedBoard[], request: SampleRequest): SampleAnswer {
  const here = served.filter(({ board }) => board.origin && new URL(board.origin).hostname === request.host);
  if (here.length > 0 && request.path === '/robots.txt') return robots(here);
  for (const one of here) {
    const answer = one.board.trouble ? troubleAnswer(one, request) : shapes[one.board.source](one, request);
    if (answer !== undefined) return answer;
  }
  return json({ status: 404, error: 'Not found' }, 404);
}

function robots(here: readonly ServedBoard[]): SampleAnswer {
  const sitemaps = here.flatMap(({ board }) =>
    board.shape === 'sitemap' ? `Sitemap: ${board.origin}/sitemap.xml\n` : [],
  );
  const body = `User-agent: *\nAllow: /\n${sitemaps.join('')}`;
  return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

/** Adds the tag of a good answer to GET, and leaves out a body that the asker says it has. */
function conditional(answer: SampleAnswer, request: SampleRequest): SampleAnswer {
  if (answer.status !== 200 || request.method !== 'GET') return answer;
  const etag = `"${hexId(answer.body, 20)}"`;
  if (request.headers['if-none-match'] === etag) return { status: 304, headers: { etag }, body: '' };
  return { ...answer, headers: { ...answer.headers, etag } };
}

const shapes: Readonly<Record<SampleBoard['source'], Shape>> = {
  greenhouse: greenhouseShape,
  lever: leverShape,
  workday: workdayShape,
  usajobs: usajobsShape,
  remotive: remotiveShape,
  feed: feedShape,
  'json-ld': jsonLdShape,
  // own files are read from the disk, not from here
  folder: () => undefined,
};
