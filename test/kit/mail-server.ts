import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** How the server behaves, where it does not simply accept. */
export interface MailServerOptions {
  /** Answers a step with an error code. */
  readonly refuse?: { readonly at: 'connect' | 'auth' | 'from' | 'recipient' | 'data'; readonly code: number };
  /** Closes the connection without an answer when the message has arrived. */
  readonly drop?: boolean;
  /** Asks for this login. */
  readonly login?: { readonly user: string; readonly password: string };
  /** Offers STARTTLS, with a certificate of its own making. */
  readonly startTls?: boolean;
}

export interface MailServer {
  readonly port: number;
  /** Everything that was accepted, as it arrived. */
  readonly received: readonly ReceivedMail[];
  close(): Promise<void>;
}

interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly source: Buffer;
}

/** A mail server on a free port of this machine, reachable as 127.0.0.1. */
export async function startMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const { refuse, login } = options;
  const received: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  const refusal = (at: string) =>
    refuse?.at === at ? Object.assign(new Error('refused by the test'), { responseCode: refuse.code }) : null;
  const server = new SMTPServer({
    authOptional: login === undefined,
    allowInsecureAuth: true,
    disabledCommands: options.startTls ? [] : ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onConnect: (_session, done) => done(refusal('connect')),
    onAuth: (auth, _session, done) => {
      const error = refusal('auth');
      if (error) return done(error);
      const known = auth.username === login?.user && auth.password === login?.password;
      return known ? done(null, { user: auth.username }) : done(new Error('unknown login'));
    },
    onMailFrom: (_address, _session, done) => done(refusal('from')),
    onRcptTo: (_address, _session, done) => done(refusal('recipient')),
    onData: (stream, session, done) => {
      buffer(stream).then((source) => {
        if (options.drop) {
          for (const socket of sockets) socket.destroy();
          return;
        }
        const error = refusal('data');
        if (error) return done(error);
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
        received.push({ from, to: session.envelope.rcptTo.map((recipient) => recipient.address), source });
        done(null);
      }, done);
    },
  });
  server.on('error', () => {
    // A client that goes away is part of some tests; the client's side is what they look at.
  });
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '0.0.0.0', resolve);
  });
  // A TCP server's address is an AddressInfo; the string belongs to pipes.
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    received,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
