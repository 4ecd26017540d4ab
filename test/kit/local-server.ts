import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface LocalServer extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly origin: string;
  /** Every request that reached the handler, in order. */
  readonly requests: readonly SeenRequest[];
  /** Most requests that were open at the same moment. */
  readonly mostAtOnce: () => number;
}

interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type Handler = (request: SeenRequest, response: ServerResponse) => void;

/**
 * A real server on this machine, for what a mock cannot show: timeouts, slow bodies, connections. `/robots.txt` is
 * 404 and not counted, unless `robots` is `handled`.
 */
export async function startServer(handler: Handler, robots: 'absent' | 'handled' = 'absent'): Promise<LocalServer> {
  const requests: SeenRequest[] = [];
  let open = 0;
  let most = 0;

  const server = createServer((incoming, response) => {
    if (robots === 'absent' && incoming.url === '/robots.txt') {
      response.writeHead(404).end();
      return;
    }
    open += 1;
    most = Math.max(most, open);
    response.once('close', () => {
      open -= 1;
    });
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url: path = '', headers } = incoming;
      const request = { method, path, headers, body: Buffer.concat(chunks).toString() };
      requests.push(request);
      handler(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The local server has no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    requests,
    mostAtOnce: () => most,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
