import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../../src/context.ts';
import { BoardError } from '../../../src/errors.ts';
import { type LoadedProfile, Profile } from '../../../src/model/profile.ts';
import { collect } from '../../../src/pipeline/collect/index.ts';
import { dedupe } from '../../../src/pipeline/dedupe/index.ts';
import { digest } from '../../../src/pipeline/digest/index.ts';
import { match } from '../../../src/pipeline/match/index.ts';
import { normalize } from '../../../src/pipeline/normalize/index.ts';
import { runInline } from '../../../src/pipeline/run-inline.ts';
import type { Store } from '../../../src/store/database.ts';
import { type FakeBoard, fakeBoard, fakeContext, listing } from '../../kit/fake-boards.ts';
import { type MailServer, startMailServer } from '../../kit/mail-server.ts';
import { freshStore } from '../../kit/stores.ts';

const all = [collect, normalize, dedupe, match, digest];
const DAY = 24;

let store: Store;
let drop: () => Promise<void>;
let folder: string;
let server: MailServer | undefined;
beforeEach(async () => {
  ({ store, drop } = await freshStore('sqlite'));
  folder = mkdtempSync(join(tmpdir(), 'rolewatch-digests-'));
});
afterEach(async () => {
  await drop();
  await server?.close();
  server = undefined;
  rmSync(folder, { recursive: true, force: true });
});

function person(over: { limit?: number; email?: boolean } = {}): LoadedProfile {
  const profile = Profile.parse({
    name: 'Sam',
    email: 'sam@example.com',
    credentials: [{ id: 'rhit' }],
    digest: { schedule: '0 7 * * *', limit: over.limit ?? 50, email: over.email ?? false, files: !over.email },
  });
  return { id: 'sam', hash: 'h1', profile };
}

async function world(
  boards: readonly FakeBoard[],
  loaded: LoadedProfile,
  port?: number,
): Promise<{ context: Context; pass: (hours: number) => void }> {
  const made = await fakeContext(store, boards, { profiles: [loaded] });
  const delivery = {
    ...made.context.settings.delivery,
    ...(port === undefined
      ? {}
      : { email: { host: '127.0.0.1', port, secure: false, from: 'Rolewatch <jobs@example.org>' } }),
  };
  return {
    ...made,
    context: {
      ...made.context,
      home: { ...made.context.home, digestsDir: folder },
      settings: { ...made.context.settings, delivery },
    },
  };
}

async function told(): Promise<string[][]> {
  const rows = await store.db.selectFrom('digests').select('view').orderBy('id').execute();
  return rows.map(({ view }) => {
    const { sections } = JSON.parse(view) as { sections: { entries: { title: string }[] }[] }; // as: our own row
    return sections.flatMap(({ entries }) => entries.map(({ title }) => title)).sort();
  });
}

describe('the digest stage', () => {
  it('tells every opening once, day after day', async () => {
    const board = fakeBoard('lakeside');
    const { context, pass } = await world([board], person());
    for (const items of [
      { a: 'Coder' },
      { a: 'Coder', b: 'Registrar' },
      { a: 'Coder edited', b: 'Registrar', c: 'Clerk' },
    ]) {
      board.behave(listing(items));
      await runInline(context, all);
      pass(DAY);
    }

    expect(await told()).toEqual([['Coder'], ['Registrar'], ['Clerk']]);
    expect(readdirSync(folder)).toHaveLength(3);
  });

  it('prepares one digest a slot, however often it is asked', async () => {
    const board = fakeBoard('lakeside');
    const { context, pass } = await world([board], person());
    board.behave(listing({ a: 'Coder' }));
    await runInline(context, all);
    board.behave(listing({ a: 'Coder', b: 'Registrar' }));
    pass(2);
    await runInline(context, all);

    expect(await told()).toEqual([['Coder']]);
  });

  it('keeps for the next day what did not fit', async () => {
    const board = fakeBoard('lakeside');
    const { context, pass } = await world([board], person({ limit: 2 }));
    board.behave(listing({ a: 'Coder', b: 'Registrar', c: 'Clerk' }));
    await runInline(context, all);
    pass(DAY);
    await runInline(context, all);
    const lengths = (await told()).map((titles) => titles.length);

    expect(lengths).toEqual([2, 1]);
    expect((await told()).flat().sort()).toEqual(['Clerk', 'Coder', 'Registrar']);
  });

  it('is quiet when nothing is new', async () => {
    const board = fakeBoard('lakeside');
    const { context, pass } = await world([board], person());
    board.behave(listing({ a: 'Coder' }));
    for (let days = 0; days < 3; days++) {
      await runInline(context, all);
      pass(DAY);
    }

    expect(await told()).toHaveLength(1);
  });

  it('is never quiet about a board that went silent', async () => {
    const board = fakeBoard('lakeside');
    const { context, pass } = await world([board], person());
    board.behave(listing({ a: 'Coder' }));
    await runInline(context, all);
    board.behave(async function* () {
      yield* [];
      throw new BoardError('gone', 'lakeside.example answered 404.');
    });
    pass(DAY);
    await runInline(context, all);
    const rows = await store.db.selectFrom('digests').select('view').orderBy('id').execute();

    expect(await told()).toEqual([['Coder'], []]);
    expect(rows[1]?.view).toContain('lakeside.example answered 404.');
  });

  it('waits for boards that are still due', async () => {
    const board = fakeBoard('lakeside');
    const { context } = await world([board], person());
    board.behave(listing({ a: 'Coder' }));
    const early = await digest.due(context);
    await runInline(context, [collect, normalize, dedupe, match]);
    const late = await digest.due(context);

    expect(early).toEqual([]);
    expect(late).toEqual(['sam']);
  });

  it('goes on after a clock that was far ahead has been put right', async () => {
    const board = fakeBoard('lakeside');
    const { context, pass } = await world([board], person());
    board.behave(listing({ a: 'Coder' }));
    pass(DAY * 365 * 50);
    await runInline(context, all);
    pass(-DAY * 365 * 50);
    board.behave(listing({ a: 'Coder', b: 'Registrar' }));
    await runInline(context, all);

    expect(await told()).toEqual([['Coder'], ['Registrar']]);
  });

  it('does not wait for ever', async () => {
    const board = fakeBoard('lakeside');
    const { context, pass } = await world([board], person());
    pass(2);

    expect(await digest.due(context)).toEqual(['sam']);
  });

  it('sends again what a mail server did not take, as the same message', async () => {
    server = await startMailServer({ refuse: { at: 'data', code: 451 } });
    const board = fakeBoard('lakeside');
    board.behave(listing({ a: 'Coder' }));
    const first = await world([board], person({ email: true }), server.port);
    await runInline(first.context, all);
    const waiting = await store.db.selectFrom('deliveries').selectAll().executeTakeFirst();
    await server.close();
    server = await startMailServer();
    const second = await world([board], person({ email: true }), server.port);
    second.pass(1);
    await runInline(second.context, all);
    await runInline(second.context, all);
    const sent = await store.db.selectFrom('deliveries').selectAll().executeTakeFirst();

    expect(waiting).toMatchObject({ channel: 'email', state: 'pending', attempts: 1 });
    expect(sent).toMatchObject({ state: 'sent', attempts: 2 });
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.source.toString()).toMatch(/^Message-ID:\s+<rolewatch\.sam\.20261120T070000Z\./im);
  });

  it('gives up on what a mail server refuses for good, and says so', async () => {
    server = await startMailServer({ refuse: { at: 'recipient', code: 550 } });
    const board = fakeBoard('lakeside');
    board.behave(listing({ a: 'Coder' }));
    const { context, pass } = await world([board], person({ email: true }), server.port);
    const results = await runInline(context, all);
    pass(DAY);
    const due = await digest.due(context);
    const row = await store.db.selectFrom('deliveries').selectAll().executeTakeFirst();

    expect(results.at(-1)).toMatchObject({ stage: 'digest', report: { rejected: 1 } });
    expect(row).toMatchObject({ state: 'rejected' });
    expect(row?.message).not.toBe('');
    expect(due).toEqual([]);
  });
});
