import type { NodemailerError } from 'nodemailer';
import { DeliveryError } from '../../errors.ts';
import type { DigestMessage } from './message.ts';
import { plainLine } from './sanitize.ts';

/** How the person's mail server is reached. */
export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS, without which only a server on this machine is used. */
  readonly secure: boolean;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
}

const CONNECT_MS = 20_000;
const SILENCE_MS = 60_000;
const WHOLE_MS = 180_000;

/**
 * Hands the mail to the server once. Rejects with a `DeliveryError`: `transient` when a later attempt may succeed
 * (no connection, a timeout, a 4xx answer), `rejected` when a person has to change something (a 5xx answer, a bad
 * address, a wrong password, a certificate that is not trusted).
 */
export async function sendMail(message: DigestMessage, smtp: SmtpSettings): Promise<void> {
  if (smtp.user !== undefined && !smtp.password) {
    throw new DeliveryError(
      'rejected',
      'The mail server needs a password. Set ROLEWATCH_SMTP_PASSWORD, or remove delivery.email.user.',
    );
  }
  const { createTransport } = await import('nodemailer');
  const local = isLoopback(smtp.host);
  const transport = createTransport({
    host: smtp.host.replace(/^\[|\]$/g, ''),
    port: smtp.port,
    secure: smtp.secure,
    requireTLS: !smtp.secure && !local,
    // What stays on this machine needs no proof of identity, and local relays have home-made certificates.
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: !local },
    ...(smtp.user === undefined ? {} : { auth: { user: smtp.user, pass: smtp.password } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: message.from,
      to: message.to,
      subject: message.subject,
      messageId: message.messageId,
      date: new Date(message.date),
      headers: { ...message.headers },
      html: message.html,
      text: message.text,
      signal: AbortSignal.timeout(WHOLE_MS),
    });
  } catch (error) {
    throw deliveryError(error, `${smtp.host}:${smtp.port}`);
  } finally {
    transport.close();
  }
}

function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}

// Kinds of failure that a later attempt may get past, and kinds that need a person, where the server gave no answer.
const PASSING: ReadonlySet<string> = new Set([
  'ECONNECTION',
  'ETIMEDOUT',
  'ESOCKET',
  'EDNS',
  'EPROTOCOL',
  'ESTREAM',
  'EABORT',
  'ETLS',
]);
const FINAL: ReadonlySet<string> = new Set(['EAUTH', 'ENOAUTH', 'EENVELOPE', 'EMESSAGE', 'ECONFIG']);

function deliveryError(error: unknown, server: string): unknown {
  if (!(error instanceof Error)) return error;
  const failure: NodemailerError = error;
  const kind = failure.code ?? '';
  if (!PASSING.has(kind) && !FINAL.has(kind)) return error;
  const { responseCode } = failure;
  const answer = responseCode === undefined ? '' : ` It answered: ${plainLine(failure.response ?? '', 160)}`;
  // Node names a bad certificate in the code, or, after STARTTLS, only in the words.
  if (/CERT|ALTNAME|certificate/.test(`${failure.originalCode ?? ''} ${failure.message}`) && answer === '') {
    return rejected(`The certificate of the mail server ${server} is not trusted. Check delivery.email.host.`, error);
  }
  if (responseCode === undefined ? PASSING.has(kind) : failure.permanent !== true) {
    const happened = answer === '' ? `did not answer properly (${kind}).` : 'cannot take the digest now.';
    return new DeliveryError('transient', `The mail server ${server} ${happened}${answer}`, error);
  }
  return rejected(advice(kind, server, responseCode, answer), error);
}

function advice(kind: string, server: string, responseCode: number | undefined, answer: string): string {
  switch (kind) {
    case 'ETLS':
      return `The mail server ${server} offers no STARTTLS, and mail is not sent in the clear. Set delivery.email.secure to true and the port to 465, or use another server.`;
    case 'EAUTH':
    case 'ENOAUTH': {
      // The answer is left out: it may repeat what was sent.
      const said = responseCode === undefined ? '' : ` (${responseCode})`;
      return `The mail server ${server} did not accept the login${said}. Check delivery.email.user and ROLEWATCH_SMTP_PASSWORD.`;
    }
    case 'EENVELOPE':
      return `The mail server ${server} refused an address. Check delivery.email.from and the e-mail of the profile.${answer}`;
    default:
      return `The mail server ${server} refused the digest.${answer}`;
  }
}

function rejected(message: string, cause: unknown): DeliveryError {
  return new DeliveryError('rejected', message, cause);
}
