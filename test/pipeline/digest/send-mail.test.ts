import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { simpleParser } from 'mailparser';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { DeliveryError } from '../../../src/errors.ts';
import { buildMessage } from '../../../src/pipeline/digest/message.ts';
import { renderHtml } from '../../../src/pipeline/digest/render-html.ts';
import { renderText } from '../../../src/pipeline/digest/render-text.ts';
import { type SmtpSettings, sendMail } from '../../../src/pipeline/digest/send-mail.ts';
import { allowNetwork } from '../../kit/http-mock.ts';
import { type MailServer, type MailServerOptions, startMailServer } from '../../kit/mail-server.ts';
import { sampleView } from './sample.ts';

describe('sendMail', () => {
  let server: MailServer | undefined;

  // Every address here is this machine's own; under nock a failed TLS handshake looks like a dropped connection.
  beforeAll(allowNetwork);

  afterEach(async () => {
    vi.useRealTimers();
    await server?.close();
    server = undefined;
  });

  it('delivers both parts and the headers unchanged', async () => {
    const smtp = await startServer();
    const view = sampleView();

    await sendMail(message(), smtp);

    const [mail] = server?.received ?? [];
    const parsed = await simpleParser(mail?.source ?? '');
    expect(mail?.from).toBe('jobs@rolewatch.example');
    expect(mail?.to).toEqual(['sam@person.example']);
    expect(parsed.messageId).toBe(message().messageId);
    expect(parsed.subject).toBe(message().subject);
    expect(parsed.date?.toISOString()).toBe('2026-11-20T12:00:00.000Z');
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(parsed.html).toBe(renderHtml(view));
    expect(parsed.text).toBe(renderText(view));
    expect(parsed.attachments).toEqual([]);
  });

  it.each<[string, MailServerOptions, string, RegExp]>([
    ['a full mailbox', { refuse: { at: 'recipient', code: 452 } }, 'transient', /cannot take the digest now.*452/],
    ['greylisting', { refuse: { at: 'data', code: 451 } }, 'transient', /cannot take the digest now.*451/],
    ['a busy server', { refuse: { at: 'connect', code: 421 } }, 'transient', /127\.0\.0\.1/],
    ['an unknown recipient', { refuse: { at: 'recipient', code: 550 } }, 'rejected', /e-mail of the profile.*550/],
    ['a refused sender', { refuse: { at: 'from', code: 553 } }, 'rejected', /delivery\.email\.from/],
    ['a refused message', { refuse: { at: 'data', code: 554 } }, 'rejected', /refused the digest.*554/],
    ['a dropped connection', { drop: true }, 'transient', /did not answer properly \(ECONNECTION\)/],
  ])('reports %s', async (_name, options, kind, words) => {
    const smtp = await startServer(options);

    const failure = await failureOf(sendMail(message(), smtp));

    expect(failure.kind).toBe(kind);
    expect(failure.message).toMatch(words);
    expect(server?.received).toEqual([]);
  });

  it('names the settings of the login when the password is wrong, and keeps the password out of the message', async () => {
    const smtp = await startServer({ login: { user: 'sam', password: 'right' } });

    const failure = await failureOf(sendMail(message(), { ...smtp, user: 'sam', password: 'wr0ng-secret' }));

    expect(failure.kind).toBe('rejected');
    expect(failure.message).toContain('(535)');
    expect(failure.message).toContain('ROLEWATCH_SMTP_PASSWORD');
    expect(failure.message).not.toContain('wr0ng-secret');
  });

  it('tries again after a login that failed for the moment', async () => {
    const smtp = await startServer({
      login: { user: 'sam', password: 'right' },
      refuse: { at: 'auth', code: 454 },
    });

    const failure = await failureOf(sendMail(message(), { ...smtp, user: 'sam', password: 'right' }));

    expect(failure.kind).toBe('transient');
  });

  it('logs in when a user is set', async () => {
    const smtp = await startServer({ login: { user: 'sam', password: 'right' } });

    await sendMail(message(), { ...smtp, user: 'sam', password: 'right' });

    expect(server?.received).toHaveLength(1);
  });

  it('asks for the password before it connects', async () => {
    const smtp = { host: '127.0.0.1', port: 1, secure: false, user: 'sam' };

    const failure = await failureOf(sendMail(message(), smtp));

    expect(failure.kind).toBe('rejected');
    expect(failure.message).toContain('ROLEWATCH_SMTP_PASSWORD');
  });

  it('takes STARTTLS with a home-made certificate from a server on this machine', async () => {
    const smtp = await startServer({ startTls: true });

    await sendMail(message(), smtp);

    expect(server?.received).toHaveLength(1);
  });

  // 0.0.0.0 reaches this machine but is no loopback name, so it stands for a server elsewhere.
  it('sends nothing in the clear to a server elsewhere', async () => {
    const smtp = await startServer();

    const failure = await failureOf(sendMail(message(), { ...smtp, host: '0.0.0.0' }));

    expect(failure.kind).toBe('rejected');
    expect(failure.message).toContain('STARTTLS');
    expect(server?.received).toEqual([]);
  });

  it('refuses an untrusted certificate of a server elsewhere', async () => {
    const smtp = await startServer({ startTls: true });

    const failure = await failureOf(sendMail(message(), { ...smtp, host: '0.0.0.0' }));

    expect(failure.kind).toBe('rejected');
    expect(failure.message).toContain('certificate');
    expect(server?.received).toEqual([]);
  });

  it('reports a server that is not there as transient', async () => {
    const smtp = await startServer();
    await server?.close();

    const failure = await failureOf(sendMail(message(), smtp));

    expect(failure.kind).toBe('transient');
    expect(failure.message).toContain(`127.0.0.1:${smtp.port}`);
  });

  it('gives up on a server that never speaks', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    // A TCP server's address is an AddressInfo; the string belongs to pipes.
    const { port } = silent.address() as AddressInfo;
    await import('nodemailer');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

    const sending = failureOf(sendMail(message(), { host: '127.0.0.1', port, secure: false }));
    const [socket] = await once(silent, 'connection');
    await vi.advanceTimersByTimeAsync(60_000);

    expect((await sending).kind).toBe('transient');
    socket.destroy();
    silent.close();
  });

  it('rejects an address that is none', async () => {
    const smtp = await startServer();

    const failure = await failureOf(sendMail({ ...message(), to: 'nobody' }, smtp));

    expect(failure.kind).toBe('rejected');
  });

  async function startServer(options: MailServerOptions = {}): Promise<SmtpSettings> {
    server = await startMailServer(options);
    return { host: '127.0.0.1', port: server.port, secure: false };
  }
});

function message() {
  const view = sampleView();
  return buildMessage(
    view,
    { html: renderHtml(view), text: renderText(view) },
    { from: 'Rolewatch <jobs@rolewatch.example>', to: 'sam@person.example', hostId: 'test' },
  );
}

async function failureOf(sending: Promise<void>): Promise<DeliveryError> {
  const failure = await sending.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failure instanceof DeliveryError) return failure;
  throw new Error('expected a DeliveryError', { cause: failure });
}
