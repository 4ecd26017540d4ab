import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import type { OpenContext } from '../../src/cli/open-context.ts';
import { type SampleBoards, startSampleBoards } from '../../src/cli/sample/server.ts';
import { sampleNow } from '../../src/cli/sample/settings.ts';
import { ringNow, startWorkers } from '../../src/pipeline/run-bullmq.ts';
import { runInline } from '../../src/pipeline/run-inline.ts';
import { stages } from '../../src/pipeline/stages.ts';
import { differences, digestFiles, finalTables } from '../kit/final-tables.ts';
import { makeSampleHome, openSample, type SampleHome } from '../kit/sample-home.ts';
import { freshPostgres } from '../kit/stores.ts';

let boards: SampleBoards;
let undisturbed: Record<string, unknown>;
let undisturbedFiles: Record<string, string>;
const cleanUp: (() => unknown)[] = [];

function home(): SampleHome {
  const made = makeSampleHome(boards);
  cleanUp.push(() => made.remove());
  return made;
}

async function open(...args: Parameters<typeof openSample>): Promise<OpenContext> {
  const context = await openSample(...args);
  cleanUp.push(() => context.close());
  return context;
}

beforeAll(async () => {
  boards = await startSampleBoards();
  const first = home();
  const context = await open(first);
  await runInline(context, stages);
  undisturbed = await finalTables(context.store);
  undisturbedFiles = digestFiles(first.dir);
});
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
});
afterAll(() => boards.close());

describe('the inline runner', () => {
  it('finds, reads, groups, matches and tells', () => {
    expect(Object.keys(undisturbedFiles).filter((name) => name.endsWith('.html')).length).toBeGreaterThan(0);
  });

  it('does nothing twice: no unchanged detail page, no new posting, no second digest', async () => {
    const folder = home();
    const context = await open(folder);
    await runInline(context, stages);
    const before = await finalTables(context.store);
    const asked = boards.requests().length;
    // Everything is due again, as if the hours had passed; the day of the digest stays the same.
    await context.store.db.updateTable('boards').set({ next_check_at: sampleNow.toISOString() }).execute();

    const results = await runInline(context, stages);

    const after = await finalTables(context.store);
    const details = boards
      .requests()
      .slice(asked)
      .filter(({ path }) => isDetail(path));
    expect(
      boards
        .requests()
        .slice(0, asked)
        .filter(({ path }) => isDetail(path)).length,
    ).toBeGreaterThan(100);
    expect(details).toEqual([]);
    expect(results.filter(({ stage, outcome }) => stage !== 'collect' || outcome !== 'ok')).toEqual([]);
    expect(after['postings']).toEqual(before['postings']);
    expect(after['digests']).toEqual(before['digests']);
  });

  it.skipIf(inject('databaseUrl') === null)('leaves the same tables in PostgreSQL as in SQLite', async () => {
    const database = await freshPostgres();
    const folder = home();
    const context = await openSample(folder, { databaseUrl: database.url });

    await runInline(context, stages);

    const tables = await finalTables(context.store);
    await context.close();
    await database.drop();
    expect(differences(undisturbed, tables)).toEqual([]);
    expect(differences(undisturbedFiles, digestFiles(folder.dir))).toEqual([]);
  });
});

describe.skipIf(inject('redisUrl') === null)('the BullMQ runner', () => {
  const redisUrl = inject('redisUrl') ?? '';

  it('leaves the same tables and the same digest as the inline runner', async () => {
    const folder = home();
    const context = await open(folder);
    const prefix = `rolewatch-test-${randomBytes(4).toString('hex')}`;
    const { promise: told, resolve } = Promise.withResolvers<void>();
    let digests = 0;
    const fleet = startWorkers(
      redisUrl,
      context,
      stages,
      (result) => {
        if (result.stage === 'digest' && result.outcome === 'ok') digests += Number(result.report['prepared']);
        if (digests === context.profiles.length) resolve();
      },
      prefix,
    );

    await ringNow(redisUrl, prefix);
    await told;
    await fleet.close();

    expect(differences(undisturbed, await finalTables(context.store))).toEqual([]);
    expect(differences(undisturbedFiles, digestFiles(folder.dir))).toEqual([]);
  });
});

/** Detail pages of the sample boards, by the forms of their vendors. */
function isDetail(path: string): boolean {
  return /\/wday\/cxs\/[^/]+\/[^/]+\/job\//.test(path) || /^\/(jobs?|careers|openings)\/[^?]*\d/.test(path);
}
