import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BoardError } from '../../src/errors.ts';
import { Credential } from '../../src/model/credential.ts';
import { collect } from '../../src/pipeline/collect/index.ts';
import { dedupe } from '../../src/pipeline/dedupe/index.ts';
import { normalize } from '../../src/pipeline/normalize/index.ts';
import { rulesVersion } from '../../src/pipeline/normalize/rules-version.ts';
import { runInline } from '../../src/pipeline/run-inline.ts';
import { runStage } from '../../src/pipeline/run-stage.ts';
import type { Stage } from '../../src/pipeline/stage.ts';
import { listBoards, readBoard } from '../../src/store/boards.ts';
import type { Store } from '../../src/store/database.ts';
import { takeLease } from '../../src/store/runs.ts';
import { fakeBoard, fakeContext, listing } from '../kit/fake-boards.ts';
import { freshStore } from '../kit/stores.ts';

const upToOpenings = [collect, normalize, dedupe];
const DAY = 24;

let store: Store;
let drop: () => Promise<void>;
beforeEach(async () => {
  ({ store, drop } = await freshStore('sqlite'));
});
afterEach(() => drop());

async function openTitles(): Promise<string[]> {
  const rows = await store.db.selectFrom('openings').select('title').where('closed_at', 'is', null).execute();
  return rows.map(({ title }) => title).sort();
}

describe('collect', () => {
  it('closes a posting only after two complete listings without it', async () => {
    const board = fakeBoard('lakeside');
    const { context, pass } = await fakeContext(store, [board]);
    board.behave(listing({ a: 'Coder', b: 'Registrar' }));
    await runInline(context, upToOpenings);
    board.behave(listing({ a: 'Coder' }));
    pass(DAY);
    await runInline(context, upToOpenings);
    const afterOne = await openTitles();
    pass(DAY);
    await runInline(context, upToOpenings);

    expect(afterOne).toEqual(['Coder', 'Registrar']);
    expect(await openTitles()).toEqual(['Coder']);
  });

  it('opens a posting again when it is back', async () => {
    const board = fakeBoard('lakeside');
    const { context, pass } = await fakeContext(store, [board]);
    for (const items of [
      { a: 'Coder', b: 'Registrar' },
      { a: 'Coder' },
      { a: 'Coder' },
      { a: 'Coder', b: 'Registrar' },
    ]) {
      board.behave(listing(items));
      await runInline(context, upToOpenings);
      pass(DAY);
    }

    expect(await openTitles()).toEqual(['Coder', 'Registrar']);
  });

  it('takes an empty list for a changed board, and closes nothing', async () => {
    const board = fakeBoard('lakeside');
    const { context, pass } = await fakeContext(store, [board]);
    board.behave(listing({ a: 'Coder' }));
    await runInline(context, upToOpenings);
    board.behave(listing({}));
    for (let visits = 0; visits < 3; visits++) {
      pass(DAY);
      await runInline(context, upToOpenings);
    }

    expect(await openTitles()).toEqual(['Coder']);
    expect(await readBoard(store.db, 'lakeside')).toMatchObject({ outcome: 'changed', failures: 3 });
  });

  it('takes an empty list of a source that may be empty as it is', async () => {
    const board = fakeBoard('folder', { allowEmpty: true });
    const { context } = await fakeContext(store, [board]);
    await runInline(context, upToOpenings);

    expect(await readBoard(store.db, 'folder')).toMatchObject({ outcome: 'ok' });
  });

  it('keeps what came before a failure, and closes nothing', async () => {
    const board = fakeBoard('lakeside');
    const { context, pass } = await fakeContext(store, [board]);
    board.behave(listing({ a: 'Coder' }));
    await runInline(context, upToOpenings);
    board.behave(async function* () {
      yield { kind: 'posting', externalId: 'b', raw: { format: 'text', body: 'Registrar' } };
      throw new BoardError('transient', 'The connection broke.');
    });
    for (let visits = 0; visits < 3; visits++) {
      pass(DAY);
      await runInline(context, upToOpenings);
    }

    expect(await openTitles()).toEqual(['Coder', 'Registrar']);
    expect(await readBoard(store.db, 'lakeside')).toMatchObject({
      outcome: 'transient',
      message: 'The connection broke.',
    });
  });

  it('never closes anything of a search', async () => {
    const board = fakeBoard('search', { partial: true });
    const { context, pass } = await fakeContext(store, [board]);
    for (const items of [{ a: 'Coder' }, { b: 'Registrar' }, { b: 'Registrar' }, { b: 'Registrar' }]) {
      board.behave(listing(items));
      await runInline(context, upToOpenings);
      pass(DAY);
    }

    expect(await openTitles()).toEqual(['Coder', 'Registrar']);
  });

  it('hands back fingerprints, and withholds them when a fresh look is due', async () => {
    const board = fakeBoard('lakeside');
    const { context, pass } = await fakeContext(store, [board]);
    const handed: (string | undefined)[] = [];
    board.behave(async function* ({ known }) {
      const held = known('a');
      handed.push(held);
      if (held === 'v1') yield { kind: 'seen', externalId: 'a' };
      else yield { kind: 'posting', externalId: 'a', raw: { format: 'text', body: 'Coder' }, fingerprint: 'v1' };
    });
    for (const hours of [0, DAY, 15 * DAY]) {
      pass(hours);
      await runInline(context, [collect]);
    }

    expect(handed).toEqual([undefined, 'v1', undefined]);
  });

  it('takes the first of two items with one id', async () => {
    const board = fakeBoard('lakeside');
    const { context } = await fakeContext(store, [board]);
    board.behave(async function* () {
      yield { kind: 'posting', externalId: 'a', raw: { format: 'text', body: 'Coder' } };
      yield { kind: 'posting', externalId: 'a', raw: { format: 'text', body: 'Another' } };
    });
    await runInline(context, upToOpenings);

    expect(await openTitles()).toEqual(['Coder']);
  });

  it('goes on with the other boards of a host after one failed, also through a bug', async () => {
    const broken = fakeBoard('a-broken');
    const blocked = fakeBoard('b-blocked');
    const good = fakeBoard('c-good');
    broken.behave(() => {
      throw new TypeError('undefined is not a function');
    });
    blocked.behave(async function* () {
      yield* [];
      throw new BoardError('blocked', 'robots.txt says no.');
    });
    good.behave(listing({ a: 'Coder' }));
    const { context } = await fakeContext(store, [broken, blocked, good]);
    const results = await runInline(context, upToOpenings);

    expect(await openTitles()).toEqual(['Coder']);
    expect(results[0]).toMatchObject({ outcome: 'ok', report: { boards: 3, failed: ['a-broken', 'b-blocked'] } });
    expect((await listBoards(store.db)).map(({ outcome }) => outcome)).toEqual(['transient', 'blocked', 'ok']);
  });

  it('does not ask a blocked board again by itself', async () => {
    const board = fakeBoard('lakeside');
    let visits = 0;
    board.behave(async function* () {
      visits++;
      yield* [];
      throw new BoardError('blocked', 'The site says no.');
    });
    const { context, pass } = await fakeContext(store, [board]);
    for (let days = 0; days < 3; days++) {
      await runInline(context, [collect]);
      pass(DAY);
    }

    expect(visits).toBe(1);
  });

  it('asks again at once when the clock had been far ahead and was put right', async () => {
    const board = fakeBoard('lakeside');
    board.behave(listing({ a: 'Coder' }));
    const { context, pass } = await fakeContext(store, [board]);
    pass(DAY * 365 * 50);
    await runInline(context, [collect]);
    pass(-DAY * 365 * 50);

    expect(await collect.due(context)).toEqual(['fake.example']);
  });

  it('names the variable that a board lacks', async () => {
    const board = fakeBoard('federal', { secret: 'ROLEWATCH_FEDERAL_KEY' });
    board.behave(async function* ({ secret }) {
      yield { kind: 'posting', externalId: secret('ROLEWATCH_FEDERAL_KEY'), raw: { format: 'text', body: 'Coder' } };
    });
    const { context } = await fakeContext(store, [board]);
    await runInline(context, [collect]);

    const row = await readBoard(store.db, 'federal');
    expect(row?.outcome).toBe('misconfigured');
    expect(row?.message).toContain('ROLEWATCH_FEDERAL_KEY');
  });
});

describe('normalize', () => {
  it('keeps the last good words of a posting that can no longer be read', async () => {
    const board = fakeBoard('lakeside');
    const { context, pass } = await fakeContext(store, [board]);
    board.behave(listing({ a: 'Coder', b: 'Registrar', c: 'Analyst' }));
    await runInline(context, upToOpenings);
    board.behave(listing({ a: 'unreadable', b: 'Registrar', c: 'Analyst' }));
    pass(DAY);
    await runInline(context, upToOpenings);

    expect(await openTitles()).toEqual(['Analyst', 'Coder', 'Registrar']);
    expect(await readBoard(store.db, 'lakeside')).toMatchObject({ outcome: 'ok' });
  });

  it('reports a board as changed when most of its postings cannot be read', async () => {
    const board = fakeBoard('lakeside');
    const { context, pass } = await fakeContext(store, [board]);
    board.behave(listing({ a: 'Coder', b: 'Registrar' }));
    await runInline(context, upToOpenings);
    board.behave(listing({ a: 'unreadable', b: 'unreadable' }));
    pass(DAY);
    await runInline(context, upToOpenings);

    expect(await openTitles()).toEqual(['Coder', 'Registrar']);
    expect(await readBoard(store.db, 'lakeside')).toMatchObject({ outcome: 'changed' });
  });

  it('makes no posting of what is none, and closes one that ceased to be one', async () => {
    const board = fakeBoard('lakeside');
    const { context, pass } = await fakeContext(store, [board]);
    board.behave(listing({ a: 'Coder', b: 'talent pool' }));
    await runInline(context, upToOpenings);
    const before = await openTitles();
    board.behave(listing({ a: 'talent pool', b: 'talent pool' }));
    pass(DAY);
    await runInline(context, upToOpenings);

    expect(before).toEqual(['Coder']);
    expect(await openTitles()).toEqual([]);
  });

  it('reads everything again, without a visit, when the source reads better than before', async () => {
    const first = fakeBoard('lakeside');
    first.behave(listing({ a: 'Coder' }));
    const before = await fakeContext(store, [first]);
    await runInline(before.context, upToOpenings);
    const better = fakeBoard('lakeside', { revision: 2 });
    const after = await fakeContext(store, [better]);

    const due = await normalize.due(after.context);
    const results = await runInline(after.context, [normalize]);

    expect(due).toEqual(['lakeside']);
    expect(results[0]).toMatchObject({ report: { unchanged: 1 } });
    expect(await normalize.due(after.context)).toEqual([]);
  });
});

describe('rules that rose', () => {
  const older = rulesVersion - 1;

  it('send nothing through normalize again; new and changed postings are read by them', async () => {
    const board = fakeBoard('lakeside');
    const { context, pass } = await fakeContext(store, [board]);
    board.behave(listing({ a: 'Coder', b: 'Registrar', c: 'talent pool' }));
    await runInline(context, upToOpenings);
    await store.db.updateTable('raw_postings').set({ rules_version: older }).where('external_id', '!=', 'c').execute();
    const due = await normalize.due(context);
    board.behave(listing({ a: 'Coder', b: 'Registrar II', c: 'talent pool', d: 'Clerk' }));
    pass(DAY);

    await runInline(context, upToOpenings);

    const rows = await store.db.selectFrom('raw_postings').select(['external_id', 'rules_version']).execute();
    expect(due).toEqual([]);
    expect(Object.fromEntries(rows.map((row) => [row.external_id, row.rules_version]))).toEqual({
      a: older,
      b: rulesVersion,
      c: null,
      d: rulesVersion,
    });
    expect(await openTitles()).toEqual(['Clerk', 'Coder', 'Registrar II']);
  });

  it('are applied to everything else when the board changes for another reason', async () => {
    const first = fakeBoard('lakeside');
    first.behave(listing({ a: 'Coder' }));
    const before = await fakeContext(store, [first]);
    await runInline(before.context, upToOpenings);
    await store.db.updateTable('raw_postings').set({ rules_version: older }).execute();
    const after = await fakeContext(store, [fakeBoard('lakeside', { revision: 2 })]);

    await runInline(after.context, [normalize]);

    expect(await store.db.selectFrom('raw_postings').select('rules_version').execute()).toEqual([
      { rules_version: rulesVersion },
    ]);
  });
});

describe('knowledge', () => {
  it('that grows sends everything through normalize again, without a visit', async () => {
    const board = fakeBoard('lakeside');
    board.behave(listing({ a: 'Coder' }));
    const { context } = await fakeContext(store, [board]);
    await runInline(context, upToOpenings);
    const rhit = Credential.parse({
      id: 'rhit',
      name: 'Registered Health Information Technician',
      kind: 'certification',
    });
    const wiser = { ...context, credentials: new Map([['rhit', rhit]]) };

    const due = await normalize.due(wiser);
    const results = await runInline(wiser, [normalize]);

    expect(due).toEqual(['lakeside']);
    expect(results[0]).toMatchObject({ report: { changed: 1 } });
    expect(await collect.due(wiser)).toEqual([]);
  });
});

describe('dedupe', () => {
  it('lets an edited posting keep its opening', async () => {
    const board = fakeBoard('lakeside');
    const { context, pass } = await fakeContext(store, [board]);
    board.behave(listing({ a: 'Coder' }));
    await runInline(context, upToOpenings);
    board.behave(listing({ a: 'Senior Coder' }));
    pass(DAY);
    await runInline(context, upToOpenings);

    expect(await openTitles()).toEqual(['Senior Coder']);
    expect(await store.db.selectFrom('openings').select('id').execute()).toHaveLength(1);
  });
});

describe('running a lane', () => {
  const stage = (run: Stage['run']): Stage => ({ name: 'test', concurrency: 1, due: async () => ['lane'], run });

  it('leaves a lane alone that somebody else works on', async () => {
    const { context } = await fakeContext(store, []);
    await takeLease(
      store.db,
      { stage: 'test', key: 'lane' },
      'elsewhere 1 x',
      '2026-11-20T08:00:00.000Z',
      '2026-11-20T09:00:00.000Z',
    );

    const result = await runStage(
      stage(async () => ({})),
      'lane',
      context,
    );

    expect(result).toMatchObject({ outcome: 'busy' });
  });

  it('takes a lane whose lease comes from a clock that was far ahead', async () => {
    const { context } = await fakeContext(store, []);
    const lane = { stage: 'test', key: 'lane' };
    await takeLease(store.db, lane, 'elsewhere 1 x', '2076-11-20T08:00:00.000Z', '2076-11-20T09:00:00.000Z');

    const result = await runStage(
      stage(async () => ({})),
      'lane',
      context,
    );

    expect(result).toMatchObject({ outcome: 'ok' });
  });

  it('takes over from a process of this machine that has died', async () => {
    const { hostname } = await import('node:os');
    const { context } = await fakeContext(store, []);
    // No process has this number: it is above every limit of a system.
    await takeLease(
      store.db,
      { stage: 'test', key: 'lane' },
      `${hostname()} 2147483646 x`,
      '2026-11-20T08:00:00.000Z',
      '2026-11-20T09:00:00.000Z',
    );

    const result = await runStage(
      stage(async () => ({})),
      'lane',
      context,
    );

    expect(result).toMatchObject({ outcome: 'ok' });
  });

  it('records a failure, gives the lane back and lets the next lanes go on', async () => {
    const { context } = await fakeContext(store, []);
    const failing = stage(async () => {
      throw new Error('a bug');
    });

    const results = await runInline(context, [failing, stage(async () => ({ done: 1 }))]);

    const runs = await store.db.selectFrom('runs').select(['outcome', 'error']).orderBy('id').execute();
    expect(results.map(({ outcome }) => outcome)).toEqual(['failed', 'ok']);
    expect(runs.map((run) => ({ ...run }))).toEqual([
      { outcome: 'failed', error: 'a bug' },
      { outcome: 'ok', error: null },
    ]);
    expect(await store.db.selectFrom('leases').selectAll().execute()).toEqual([]);
  });
});
