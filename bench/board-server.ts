/**
 * Serves generated boards in the form of Greenhouse, in a process of its own, so that neither its time nor its memory
 * is measured: `node bench/board-server.ts SIZE`. Tells its parent where it listens and which boards it has
 * (`Serving`), and ends with it.
 */
import { createServer } from 'node:http';
import { hexId, type SampleAnswer } from '../src/cli/sample/answer.ts';
import { greenhouseShape } from '../src/cli/sample/greenhouse.ts';
import type { SampleBoard } from '../src/config/sample.ts';
import { generateBoards } from './generate-boards.ts';

const HOST = 'boards-api.greenhouse.io';

/** What the parent is told. */
export interface Serving {
  readonly port: number;
  /** Rows for `boards.add` of rolewatch.yaml. */
  readonly boards: readonly Pick<SampleBoard, 'id' | 'name' | 'source' | 'employer' | 'tags' | 'options'>[];
}

const answers = new Map<string, { readonly etag: string; readonly body: Buffer }>();
const boards = generateBoards(Number(process.argv[2]));
for (const served of boards) {
  const path = `/v1/boards/${String(served.board.options['token'])}/jobs`;
  const answer = listing(path, greenhouseShape(served, requestFor(path)));
  answers.set(path, { etag: `"${hexId(answer.body, 20)}"`, body: Buffer.from(answer.body) });
}

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const answer = answers.get(pathname);
  if (pathname === '/robots.txt') response.end('User-agent: *\nAllow: /\n');
  else if (answer === undefined) response.writeHead(404).end();
  else if (request.headers['if-none-match'] === answer.etag) response.writeHead(304, { etag: answer.etag }).end();
  else response.writeHead(200, { 'content-type': 'application/json', etag: answer.etag }).end(answer.body);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  const rows = boards.map(({ board: { id, name, source, employer, tags, options } }) => {
    return { id, name, source, employer, tags, options };
  });
  const serving: Serving = { port: address.port, boards: rows };
  process.send?.(serving);
});
process.on('disconnect', () => process.exit());

function requestFor(path: string): Parameters<typeof greenhouseShape>[1] {
  return { method: 'GET', host: HOST, path, query: new URLSearchParams({ content: 'true' }), headers: {}, body: '' };
}

function listing(path: string, answer: SampleAnswer | undefined): SampleAnswer {
  if (answer?.status !== 200) throw new Error(`No listing for ${path}.`);
  return answer;
}
