import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SampleBoards, startSampleBoards } from '../../src/cli/sample/server.ts';
import { sampleNow } from '../../src/cli/sample/settings.ts';
import { widthOf } from '../../src/cli/terminal.ts';
import { Reading } from '../../src/model/reading.ts';
import { rulesVersion } from '../../src/pipeline/normalize/rules-version.ts';
import { openStore, type Store } from '../../src/store/database.ts';
import { sendOlder } from '../../src/store/older-readings.ts';
import { takeLease } from '../../src/store/runs.ts';
import { call } from '../kit/command-line.ts';
import { makeSampleHome, type SampleHome } from '../kit/sample-home.ts';

const BOARDS = ['codewell', 'lakeside-health', 'him-network'];
const OLDER = rulesVersion - 1;
const IN_A_MINUTE = new Date(sampleNow.getTime() + 60_000);
const NEXT_DAY = new Date(sampleNow.getTime() + 24 * 3_600_000);

let boards: SampleBoards;
/** A home that was run once; each test works on a copy of it. */
let pattern: SampleHome;
let home: SampleHome;
let store: Store;
beforeAll(async () => {
  boards = await startSampleBoards({ only: BOARDS });
  pattern = makeSampleHome(boards);
  await call(['run', '--home', pattern.dir]);
});
afterAll(async () => {
  await boards.close();
  pattern.remove();
});
beforeEach(async () => {
  home = makeSampleHome(boards);
  cpSync(pattern.dir, home.dir, { recursive: true });
  store = await openStore(`sqlite:${join(home.dir, 'data', 'rolewatch.db')}`);
});
afterEach(async () => {
  await store.close();
  home.remove();
});

function replay(...words: string[]) {
  return call(['replay', ...words, '--home', home.dir]);
}

/** Makes the stored readings look as if older rules had made them, which found no requirement and no workplace. */
async function age(boardId?: string): Promise<number> {
  const rows = await store.db
    .selectFrom('postings')
    .select(['id', 'board_id', 'reading'])
    .$if(boardId !== undefined, (query) => query.where('board_id', '=', boardId ?? ''))
    .execute();
  for (const { id, reading } of rows) {
    const older: Reading = { ...Reading.parse(JSON.parse(reading)), requirements: [], workplace: null };
    const row = { reading: JSON.stringify(older), content_hash: 'older' };
    await store.db.updateTable('postings').set(row).where('id', '=', id).execute();
  }
  await store.db
    .updateTable('raw_postings')
    .set({ rules_version: OLDER })
    .where('rules_version', 'is not', null)
    .$if(boardId !== undefined, (query) => query.where('board_id', '=', boardId ?? ''))
    .execute();
  return rows.length;
}

async function countRead(version: number): Promise<number> {
  const rows = await store.db
    .selectFrom('raw_postings')
    .select('external_id')
    .where('rules_version', '=', version)
    .where('pending', '=', 0)
    .execute();
  return rows.length;
}

async function everything(): Promise<string> {
  const { db } = store;
  return JSON.stringify([
    await db.selectFrom('boards').selectAll().execute(),
    await db.selectFrom('raw_postings').selectAll().execute(),
    await db.selectFrom('postings').selectAll().execute(),
    await db.selectFrom('openings').selectAll().execute(),
    await db.selectFrom('runs').selectAll().execute(),
  ]);
}

describe('replay', () => {
  it('has one sentence when no posting was read by older rules', async () => {
    const shown = await replay();
    const accepted = await replay('--accept');

    const sentence = { code: 0, out: 'No stored posting was read by older rules.', err: '' };
    expect([shown, accepted]).toEqual([sentence, sentence]);
  });

  it('shows what would change, field by field and with samples, and how to accept it', async () => {
    const aged = await age();

    const { code, out, err } = await replay();

    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      new RegExp(`^${aged} stored postings read again, without a request; \\d+ would change\\.$`, 'm'),
    );
    expect(out).toMatch(/^Changed +Postings\nrequirements +\d+$/m);
    expect(out).toMatch(/^workplace +\d+$/m);
    expect(out).toMatch(
      /^requirements\n {2}\S.* · .* · (codewell|lakeside-health|him-network)\n {4}before {2}not stated$/m,
    );
    expect(out).toMatch(/^ {4}after {3}(required|preferred): \S.*$/m);
    expect(out).toMatch(/^ {12}“.+”$/m);
    expect(out.split('\n').at(-1)).toBe('Nothing was written; `rolewatch replay --accept` writes the new readings.');
  });

  it('fits the terminal', async () => {
    await age();

    const { out } = await call(['replay', '--home', home.dir], { columns: 40 });

    const lines = out.split('\n');
    expect(lines.length).toBeGreaterThan(40);
    // A word that is longer than a line stays whole.
    for (const line of lines) if (line.trim().includes(' ')) expect(widthOf(line)).toBeLessThanOrEqual(40);
  });

  it('writes nothing and asks no board, not even one that is due', async () => {
    await age();
    await store.db.updateTable('boards').set({ next_check_at: sampleNow.toISOString() }).execute();
    const before = await everything();
    const asked = boards.requests().length;

    await replay();
    const untouched = await everything();
    await replay('--accept');

    expect(untouched).toBe(before);
    expect(boards.requests().length).toBe(asked);
  });

  it('gives the same as JSON, the same every time', async () => {
    const aged = await age();

    const first = await replay('--json');
    const second = await replay('--json');

    const found: unknown = JSON.parse(first.out);
    expect(second.out).toBe(first.out);
    expect(found).toMatchObject({
      rulesVersion,
      compared: aged,
      unreadable: 0,
      rereadAnyway: [],
      fields: expect.arrayContaining([{ field: 'requirements', postings: expect.any(Number) }]),
    });
    expect(found).toHaveProperty('samples.length', 20);
    expect(found).toHaveProperty('samples.0.before', ['not stated']);
  });

  it('--board looks at one board only, and accepts only that one', async () => {
    await age();
    const codewell = await age('codewell');

    const shown = await replay('--board', 'codewell', '--json');
    const page = await replay('--board', 'codewell');
    const accepted = await replay('--board', 'codewell', '--accept', '--json');

    expect(JSON.parse(shown.out)).toMatchObject({ compared: codewell });
    expect(page.out).toContain('`rolewatch replay --accept --board codewell`');
    expect(JSON.parse(accepted.out)).toMatchObject({ boards: 1, read: codewell, finished: true });
    expect(await countRead(rulesVersion)).toBe(codewell);
    expect(await countRead(OLDER)).toBeGreaterThan(0);
  });

  it('ends with 2 for a board that is not on', async () => {
    const called = await replay('--board', 'codewel');

    expect(called).toEqual({ code: 2, out: '', err: 'No board codewel is on; did you mean codewell?' });
  });

  it('says which boards are read again by the next run in any case', async () => {
    await age();
    await store.db.updateTable('boards').set({ read_revision: '1.other' }).where('id', '=', 'codewell').execute();

    const { out } = await replay();

    expect(out.replaceAll('\n', ' ')).toContain(
      '1 board is read again by the next run in any case, for another reason than the rules: codewell.',
    );
  });
});

describe('replay --accept', () => {
  it('writes the readings that a first reading by the present rules would give', async () => {
    const fresh = await store.db.selectFrom('postings').select(['external_id', 'reading']).orderBy('id').execute();
    const aged = await age();

    const { code, out } = await replay('--accept');

    const readings = await store.db.selectFrom('postings').select(['external_id', 'reading']).orderBy('id').execute();
    expect(code).toBe(0);
    expect(out.replaceAll('\n', ' ')).toBe(
      `${aged} postings read again on 3 boards; the new readings are stored. ` +
        `The next \`rolewatch run\` groups and matches ${aged} of them again; no opening is told a second time.`,
    );
    expect(readings).toEqual(fresh);
    expect((await replay()).out).toBe('No stored posting was read by older rules.');
  });

  it('finishes, when it is called again, what was stopped in the middle', async () => {
    const aged = await age();
    const stop = new AbortController();

    const stopped = await call(['replay', '--accept', '--home', home.dir], {
      signal: stop.signal,
      terminal: { out: false, err: true, in: false },
      // After the first board.
      progress: () => stop.abort(new Error('Stopped; what was done so far is kept.')),
    });
    const between = await countRead(rulesVersion);
    const finished = await replay('--accept');

    expect(stopped.code).toBe(1);
    expect(stopped.out).toContain('Some postings are left; run it again to go on.');
    expect(between).toBeGreaterThan(0);
    expect(between).toBeLessThan(aged);
    expect(finished.code).toBe(0);
    expect(await countRead(rulesVersion)).toBe(aged);
  });

  it('finishes what was sent to be read before the program was killed', async () => {
    const aged = await age();
    await sendOlder(store.db, 'codewell', rulesVersion);

    const { code } = await replay('--accept');

    expect(code).toBe(0);
    expect(await countRead(rulesVersion)).toBe(aged);
  });

  it('leaves a board to the process that is at work on it, and says so', async () => {
    await age();
    const lane = { stage: 'normalize', key: 'codewell' };
    await takeLease(store.db, lane, 'elsewhere 1 x', sampleNow.toISOString(), IN_A_MINUTE.toISOString());

    const { code, out } = await replay('--accept');

    expect(code).toBe(1);
    expect(out).toContain('Another process is at work on codewell.\nSome postings are left; run it again to go on.');
  });

  it('tells no opening a second time', async () => {
    const told = await openingsTold();
    await age();
    await replay('--accept');
    await call(['run', '--home', home.dir], { clock: () => new Date(NEXT_DAY) });

    const later = await openingsTold();

    const digests = await store.db.selectFrom('digests').select('id').execute();
    const again = await store.db
      .selectFrom('matches')
      .select('opening_id')
      .where('digest_id', 'is not', null)
      .where('matched_at', '=', NEXT_DAY.toISOString())
      .execute();
    expect(told.length).toBeGreaterThan(0);
    expect(digests.length).toBeGreaterThan(1);
    // They were matched again, and not told again.
    expect(again.length).toBeGreaterThan(0);
    expect(new Set(later).size).toBe(later.length);
    expect(later).toEqual(expect.arrayContaining(told));
  });

  /** Profile and opening of every entry of every digest. */
  async function openingsTold(): Promise<string[]> {
    const rows = await store.db.selectFrom('digests').select(['profile_id', 'view']).execute();
    return rows.flatMap(({ profile_id, view }) => {
      // as: our own row, and the columns that this test looks at
      const { sections } = JSON.parse(view) as { sections: { entries: { openingId: number }[] }[] };
      return sections.flatMap(({ entries }) => entries.map(({ openingId }) => `${profile_id} ${openingId}`));
    });
  }
});

describe('boards list', () => {
  it('says when stored readings are older than the rules', async () => {
    const aged = await age();

    const listed = await call(['boards', 'list', '--home', home.dir]);
    const json = await call(['boards', 'list', '--json', '--home', home.dir]);

    expect(listed.err.split('\n')).toEqual([
      '3 boards are on.',
      `${aged} postings were read by older rules; \`rolewatch replay\` shows what would change.`,
    ]);
    // as: the columns that this test looks at
    const counts = (JSON.parse(json.out) as { readByOlderRules: number }[]).map((line) => line.readByOlderRules);
    expect(counts.every((count) => count > 0)).toBe(true);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(aged);
  });
});
