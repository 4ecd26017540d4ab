import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Match } from '../../src/model/match.ts';
import type { Posting } from '../../src/model/posting.ts';
import { dueBoards, dueHosts, listBoards, recordVisit, resetBoards, syncBoards } from '../../src/store/boards.ts';
import type { Store } from '../../src/store/database.ts';
import {
  prepareDigest,
  profilesWithDeliveries,
  readPendingDeliveries,
  recordDelivery,
} from '../../src/store/digests.ts';
import { readResponse, writeResponse } from '../../src/store/http-cache.ts';
import { countUntold, readMatch, readUntold, writeMatches } from '../../src/store/matches.ts';
import { isMigrated, migrate } from '../../src/store/migrate.ts';
import { boardsWithOlder, countOlder, readOlder, sendOlder } from '../../src/store/older-readings.ts';
import {
  createOpening,
  findOpeningByUrl,
  latestChange,
  nextChange,
  readChanged,
  readOpenings,
  writeOpening,
} from '../../src/store/openings.ts';
import {
  markPlaced,
  placePosting,
  readCopies,
  readPendingIdentities,
  readPostings,
  readRelatives,
  shardOf,
  shardsWithPending,
  writePosting,
} from '../../src/store/postings.ts';
import { queryOpenings } from '../../src/store/query.ts';
import {
  boardsWithPending,
  closeMissing,
  confirmSeen,
  countOpenItems,
  markRead,
  readFingerprints,
  readPending,
  writeRawItems,
} from '../../src/store/raw-postings.ts';
import { finishRun, readLeaseOwners, releaseLease, renewLease, startRun, takeLease } from '../../src/store/runs.ts';
import { searchOpenings } from '../../src/store/search.ts';
import { dialects, freshStore } from '../kit/stores.ts';

const T0 = '2026-11-20T08:00:00.000Z';
const T1 = '2026-11-20T09:00:00.000Z';
const T2 = '2026-11-20T10:00:00.000Z';

const board = {
  id: 'lakeside',
  source: 'lever',
  name: 'Lakeside',
  host: 'api.lever.co',
  every_ms: 3_600_000,
  config_hash: 'a',
};

function item(externalId: string, body: string, fingerprint?: string) {
  return { externalId, format: 'json', body, fingerprint, stable: undefined };
}

/** What an item is marked with that could be read by the second version of the rules. */
const READ = { unreadable: null, rulesVersion: 2 };

function posting(externalId: string, over: Partial<Posting> = {}): Posting {
  return {
    boardId: 'lakeside',
    externalId,
    origin: 'employer',
    url: `https://lakeside.example/${externalId}`,
    canonicalUrl: `https://lakeside.example/${externalId}`,
    title: 'Inpatient Coder',
    titleKey: 'inpatient coder',
    employer: 'Lakeside Health',
    employerKey: 'lakeside health',
    places: [{ text: 'Toledo, OH', city: 'Toledo', region: 'OH' }],
    text: 'RHIT required. Codes inpatient charts.',
    reading: {
      requirements: [],
      pay: [],
      employmentTypes: [],
      workplace: { mode: 'remote' },
      remoteLimits: [],
      seniority: null,
      language: 'en',
    },
    ...over,
  };
}

describe.each(dialects)('store on %s', (dialect) => {
  let store: Store;
  let drop: () => Promise<void>;

  beforeEach(async () => {
    ({ store, drop } = await freshStore(dialect));
  });
  afterEach(() => drop());

  async function place(externalId: string, over: Partial<Posting> = {}): Promise<number> {
    return store.transaction(async (tx) => {
      await writeRawItems(tx, 'lakeside', [item(externalId, externalId)], T0);
      await writePosting(tx, posting(externalId, over), 'toledo,oh', { firstSeenAt: T0, closedAt: null });
      const shard = shardOf(over.employerKey ?? 'lakeside health');
      const identity = (await readPendingIdentities(tx, shard, 100)).find((found) => found.externalId === externalId);
      if (!identity) throw new Error('the posting is not pending');
      const opening = await createOpening(tx, T0);
      await placePosting(tx, identity.id, opening, 'first');
      const [copy] = await readCopies(tx, opening);
      if (!copy) throw new Error('the opening has no copy');
      await writeOpening(
        tx,
        dialect,
        opening,
        {
          postingId: copy.id,
          title: copy.posting.title,
          employer: copy.posting.employer,
          employerKey: copy.posting.employerKey,
          url: copy.posting.url,
          places: copy.posting.places,
          workplace: copy.posting.reading.workplace?.mode ?? null,
          postedAt: copy.posting.postedAt ?? null,
          closesAt: null,
          firstSeenAt: T0,
          closedAt: null,
          text: copy.posting.text,
        },
        await nextChange(tx),
      );
      await markPlaced(tx, [identity]);
      return opening;
    });
  }

  it('migrates once, and knows that it did', async () => {
    const again = await migrate(store);
    const done = await isMigrated(store);

    expect(again).toEqual([]);
    expect(done).toBe(true);
  });

  it('brings a database of the first release up to date: its readings are older than every version', async () => {
    await syncBoards(store.db, [board, { ...board, id: 'new' }], T0);
    await writeRawItems(store.db, 'lakeside', [item('1', 'a')], T0);
    await store.db.updateTable('raw_postings').set({ pending: 0 }).execute();
    await store.db
      .updateTable('boards')
      .set({ read_revision: '3.5.kno-w_ledge' })
      .where('id', '=', 'lakeside')
      .execute();
    await store.db.schema.dropIndex('raw_postings_rules').execute();
    await store.db.schema.alterTable('raw_postings').dropColumn('rules_version').execute();
    await store.db.schema.alterTable('matches').dropColumn('steps').execute();
    await forgetLaterMigrations();
    const before = await isMigrated(store);

    const ran = await migrate(store);

    const revisions = (await listBoards(store.db)).map((row) => row.read_revision);
    expect(before).toBe(false);
    expect(ran).toEqual(['0002-rules-version', '0003-match-steps']);
    expect(revisions).toEqual(['3.kno-w_ledge', '']);
    expect(await countOlder(store.db, 1)).toEqual(new Map([['lakeside', 1]]));
  });

  it('finishes a migration that was killed before it was recorded', async () => {
    await syncBoards(store.db, [board], T0);
    await store.db.updateTable('boards').set({ read_revision: '3.knowledge' }).execute();
    await forgetLaterMigrations();

    await migrate(store);

    expect(await isMigrated(store)).toBe(true);
    expect((await listBoards(store.db)).map((row) => row.read_revision)).toEqual(['3.knowledge']);
  });

  /** As if only the first migration had been run. */
  async function forgetLaterMigrations(): Promise<void> {
    await store.db
      .withTables<{ kysely_migration: { name: string } }>()
      .deleteFrom('kysely_migration')
      .where('name', '>', '0001-initial')
      .execute();
  }

  it('rolls a transaction back as a whole', async () => {
    const failing = store.transaction(async (tx) => {
      await writeRawItems(tx, 'lakeside', [item('1', 'a')], T0);
      throw new Error('in the middle');
    });

    await expect(failing).rejects.toThrow('in the middle');
    expect(await countOpenItems(store.db, 'lakeside')).toBe(0);
  });

  describe('boards', () => {
    it('are due at once when new, and again when their time has come', async () => {
      await syncBoards(store.db, [board], T0);
      const first = await dueHosts(store.db, T0);
      await recordVisit(store.db, 'lakeside', {
        next_check_at: T2,
        last_checked_at: T0,
        last_complete_at: T0,
        outcome: 'ok',
        message: '',
        failures: 0,
        silent_since: null,
      });
      const between = await dueHosts(store.db, T1);
      const later = await dueBoards(store.db, 'api.lever.co', T2);

      expect(first).toEqual(['api.lever.co']);
      expect(between).toEqual([]);
      expect(later).toEqual(['lakeside']);
    });

    it('that are blocked stay so until a person resets them or their configuration changes', async () => {
      const blocked = { last_checked_at: T0, outcome: 'blocked', message: 'no', failures: 1, silent_since: T0 };
      await syncBoards(store.db, [board], T0);
      await recordVisit(store.db, 'lakeside', { ...blocked, next_check_at: null });
      await syncBoards(store.db, [board], T1);
      const untouched = await dueHosts(store.db, T2);
      const resets = await resetBoards(store.db, ['lakeside'], T1);
      const afterReset = await dueHosts(store.db, T1);
      await recordVisit(store.db, 'lakeside', { ...blocked, next_check_at: null });
      await syncBoards(store.db, [{ ...board, config_hash: 'b' }], T2);
      const afterChange = await dueHosts(store.db, T2);

      expect(untouched).toEqual([]);
      expect(resets).toBe(1);
      expect(afterReset).toEqual(['api.lever.co']);
      expect(afterChange).toEqual(['api.lever.co']);
    });

    it('that are no longer configured rest, with their story', async () => {
      await syncBoards(store.db, [board], T0);
      await syncBoards(store.db, [], T1);
      const listed = await listBoards(store.db);
      await syncBoards(store.db, [board], T2);
      const back = await listBoards(store.db);

      expect(listed).toEqual([]);
      expect(back.map(({ id }) => id)).toEqual(['lakeside']);
    });
  });

  describe('raw postings', () => {
    it('are pending when new or changed, and only confirmed when unchanged', async () => {
      const first = await writeRawItems(store.db, 'lakeside', [item('1', 'a'), item('2', 'b')], T0);
      for (const pending of await readPending(store.db, 'lakeside', 10))
        await markRead(store.db, 'lakeside', pending, READ);
      const second = await writeRawItems(store.db, 'lakeside', [item('1', 'a'), item('2', 'c')], T1);
      const pending = await readPending(store.db, 'lakeside', 10);

      expect(first).toEqual({ added: 2, changed: 0 });
      expect(second).toEqual({ added: 0, changed: 1 });
      expect(pending.map(({ externalId, body }) => [externalId, body])).toEqual([['2', 'c']]);
    });

    it('keep odd text whole', async () => {
      const odd = 'naïve \u{1f3e5} “quoted” \ud800 lone, NUL:\0.';
      await writeRawItems(store.db, 'lakeside', [item('1', odd)], T0);
      const [stored] = await readPending(store.db, 'lakeside', 1);

      expect(stored?.body).toBe('naïve \u{1f3e5} “quoted” \ufffd lone, NUL:.');
    });

    it('close after two complete listings without them, and open again when they return', async () => {
      await writeRawItems(store.db, 'lakeside', [item('1', 'a'), item('2', 'b')], T0);
      const closedFirst = await closeMissing(store.db, 'lakeside', T1);
      await confirmSeen(store.db, 'lakeside', ['1'], T2);
      const closedSecond = await closeMissing(store.db, 'lakeside', T2);
      const open = await countOpenItems(store.db, 'lakeside');
      await confirmSeen(store.db, 'lakeside', ['2'], T2);
      const reopened = await countOpenItems(store.db, 'lakeside');

      expect(closedFirst).toBe(0);
      expect(closedSecond).toBe(1);
      expect(open).toBe(1);
      expect(reopened).toBe(2);
    });

    it('hand out fingerprints only of items looked at since the given moment', async () => {
      await writeRawItems(store.db, 'lakeside', [item('old', 'a', 'v1')], T0);
      await writeRawItems(store.db, 'lakeside', [item('new', 'b', 'v2'), item('none', 'c')], T2);
      const known = await readFingerprints(store.db, 'lakeside', T1);

      expect([...known]).toEqual([['new', 'v2']]);
    });

    it('stay pending when a newer version arrived while the older was read', async () => {
      await writeRawItems(store.db, 'lakeside', [item('1', 'a')], T0);
      const [older] = await readPending(store.db, 'lakeside', 1);
      await writeRawItems(store.db, 'lakeside', [item('1', 'b')], T1);
      if (older) await markRead(store.db, 'lakeside', older, READ);
      const waiting = await boardsWithPending(store.db);

      expect(waiting).toEqual(['lakeside']);
    });
  });

  describe('readings of older rules', () => {
    /** Items by id, with the version of the rules that read them; `undefined` waits to be read. */
    async function read(boardId: string, versions: Readonly<Record<string, number | null | undefined>>): Promise<void> {
      await writeRawItems(
        store.db,
        boardId,
        Object.keys(versions).map((id) => item(id, id)),
        T0,
      );
      for (const pending of await readPending(store.db, boardId, 100)) {
        const rulesVersion = versions[pending.externalId];
        if (rulesVersion === undefined) continue;
        await markRead(store.db, boardId, pending, { unreadable: null, rulesVersion });
      }
    }

    it('are counted by board, without what waits anyway and what rules have no part in', async () => {
      await read('lakeside', { a: 1, b: 2, c: null, d: undefined });
      await read('harbor', { a: 1, b: 1 });
      await read('modern', { a: 2 });

      const counts = await countOlder(store.db, 2);

      expect(counts).toEqual(
        new Map([
          ['harbor', 2],
          ['lakeside', 1],
        ]),
      );
      expect(await boardsWithOlder(store.db, 2)).toEqual(['harbor', 'lakeside']);
    });

    it('are read in batches, each once, whatever rules read them', async () => {
      await read('lakeside', { a: 2, b: 1, c: 3, d: 1, e: 2, f: 2 });
      await read('harbor', { x: 1 });
      const found: string[] = [];

      let last: Awaited<ReturnType<typeof readOlder>>[number] | undefined;
      for (let batch = 0; batch < 10; batch++) {
        const items = await readOlder(store.db, 'lakeside', 3, last, 2);
        found.push(...items.map(({ externalId, body }) => `${externalId}${body}`));
        last = items.at(-1) ?? last;
      }

      expect(found).toEqual(['bb', 'dd', 'aa', 'ee', 'ff']);
    });

    it('that are sent wait to be read like new ones, and their board is still known', async () => {
      await read('lakeside', { a: 1, b: 2 });

      const sent = await sendOlder(store.db, 'lakeside', 2);
      const again = await sendOlder(store.db, 'lakeside', 2);

      const pending = await readPending(store.db, 'lakeside', 10);
      const known = await boardsWithOlder(store.db, 2);
      for (const one of pending) await markRead(store.db, 'lakeside', one, READ);
      expect([sent, again]).toEqual([1, 0]);
      expect(pending.map(({ externalId }) => externalId)).toEqual(['a']);
      expect(known).toEqual(['lakeside']);
      expect(await boardsWithOlder(store.db, 2)).toEqual([]);
    });
  });

  describe('postings', () => {
    it('come back by external id as they were written', async () => {
      const seen = { firstSeenAt: T0, closedAt: null };
      await writePosting(store.db, posting('1'), 'k', seen);
      await writePosting(store.db, posting('2', { requisition: 'R2' }), 'k', seen);

      const held = await readPostings(store.db, 'lakeside', ['2', '3']);
      const none = await readPostings(store.db, 'lakeside', []);

      expect([...held]).toEqual([['2', posting('2', { requisition: 'R2' })]]);
      expect(none.size).toBe(0);
    });

    it('wait for dedupe when new or changed, not when they say the same', async () => {
      const seen = { firstSeenAt: T0, closedAt: null };
      const added = await writePosting(store.db, posting('1'), 'k', seen);
      const shards = await shardsWithPending(store.db);
      await markPlaced(store.db, await readPendingIdentities(store.db, shards[0] ?? -1, 10));
      const unchanged = await writePosting(store.db, posting('1'), 'k', seen);
      const quiet = await shardsWithPending(store.db);
      const changed = await writePosting(store.db, posting('1', { title: 'Senior Coder' }), 'k', seen);
      const closed = await writePosting(store.db, posting('1', { title: 'Senior Coder' }), 'k', {
        ...seen,
        closedAt: T1,
      });

      expect([added, unchanged, changed, closed]).toEqual(['added', 'unchanged', 'changed', 'changed']);
      expect(quiet).toEqual([]);
    });

    it('find their relatives by address, requisition and vacancy', async () => {
      await place('a', { canonicalUrl: 'https://x.example/1', titleKey: 'other' });
      await place('b', { requisition: 'R1', titleKey: 'other' });
      await place('c');
      await place('d', { employerKey: 'harbor clinic' });
      await writePosting(
        store.db,
        posting('new', { canonicalUrl: 'https://x.example/1', requisition: 'R1' }),
        'toledo,oh',
        {
          firstSeenAt: T0,
          closedAt: null,
        },
      );
      const [pending] = await readPendingIdentities(store.db, shardOf('lakeside health'), 10);
      const relatives = pending ? await readRelatives(store.db, [pending], 10) : [];

      expect(relatives.map(({ externalId }) => externalId)).toEqual(['a', 'b', 'c', 'new']);
    });
  });

  describe('openings', () => {
    it('are read in order of change, from any place on', async () => {
      const one = await place('1');
      const two = await place('2');
      const all = await readChanged(store.db, { change: 0, id: 0 }, 10);
      const rest = await readChanged(store.db, { change: all[0]?.change ?? 0, id: one }, 10);

      expect(all.map(({ opening }) => opening.id)).toEqual([one, two]);
      expect(rest.map(({ opening }) => opening.id)).toEqual([two]);
      expect(await latestChange(store.db)).toBe(2);
    });

    it('come with their copies and are found by any address', async () => {
      const id = await place('1', { postedAt: '2026-11-18' });
      const [opening] = await readOpenings(store.db, [id, 999]);
      const found = await findOpeningByUrl(store.db, ['https://lakeside.example/1']);

      expect(opening).toMatchObject({
        title: 'Inpatient Coder',
        postedAt: '2026-11-18',
        firstSeenAt: T0,
        lastSeenAt: T0,
      });
      expect(opening?.copies).toEqual([
        {
          boardId: 'lakeside',
          externalId: '1',
          origin: 'employer',
          url: 'https://lakeside.example/1',
          reason: 'first',
        },
      ]);
      expect(found).toBe(id);
    });

    it('are found by their words, title before text, with phrases and exclusions', async () => {
      const title = await place('1', { title: 'Cancer Registrar', text: 'Keeps the registry.' });
      const body = await place('2', { title: 'Clerk', text: 'Helps the cancer registrar with charts.' });
      const other = await place('3', { title: 'Coder', text: 'Codes. A registrar sits next door; no cancer here.' });
      const search = (words: string) => searchOpenings(store.db, dialect, words, 10);

      expect(await search('registrar cancer')).toEqual([title, body, other]);
      expect(await search('"cancer registrar"')).toEqual([title, body]);
      expect(await search('registrar -clerk')).toEqual([title, other]);
      expect(await search('coders')).toEqual([other]);
      expect(await search('"unbalanced registrar')).toEqual([]);
      expect(await search("'; drop table openings; --")).toEqual([]);
      expect(await search(' - "" *')).toBeUndefined();
    });

    it('are searched again by their new words after a change', async () => {
      const id = await place('1', { title: 'Coder' });
      await store.transaction(async (tx) => {
        const [copy] = await readCopies(tx, id);
        if (!copy) throw new Error('no copy');
        await writeOpening(
          tx,
          dialect,
          id,
          {
            postingId: copy.id,
            title: 'Abstractor',
            employer: 'Lakeside Health',
            employerKey: 'lakeside health',
            url: copy.posting.url,
            places: [],
            workplace: null,
            postedAt: null,
            closesAt: null,
            firstSeenAt: T0,
            closedAt: T1,
            text: 'New words.',
          },
          await nextChange(tx),
        );
      });

      expect(await searchOpenings(store.db, dialect, 'abstractor', 10)).toEqual([id]);
      expect(await searchOpenings(store.db, dialect, 'coder', 10)).toEqual([]);
    });
  });

  describe('matches and digests', () => {
    const match = { verdict: 'eligible', score: 70, hidden: null, findings: [], steps: [], parts: [] } as const;
    const view = (slot: string) => ({
      profileId: 'sam',
      personName: 'Sam',
      slot,
      timeZone: 'UTC',
      sections: [],
      more: [],
      silentBoards: [],
      boardsChecked: 1,
      openingsOpen: 2,
    });

    it('filter a query by verdict, workplace, employer and age', async () => {
      const good = await place('1', { postedAt: '2026-11-19' });
      const old = await place('2', { postedAt: '2026-01-01', employer: 'Harbor Clinic' });
      await writeMatches(
        store.db,
        'sam',
        [{ openingId: good, match: { ...match, findings: [], steps: [], parts: [] } }],
        T0,
      );
      const all = {
        profileId: 'sam',
        found: undefined,
        remote: false,
        verdicts: [],
        employer: undefined,
        postedSince: undefined,
        closed: false,
        limit: 10,
        offset: 0,
        sort: 'score' as const,
      };
      const ids = async (over: object) => (await queryOpenings(store.db, { ...all, ...over })).map(({ id }) => id);

      expect(await ids({})).toEqual([good, old]);
      expect(await ids({ verdicts: ['eligible'] })).toEqual([good]);
      expect(await ids({ employer: 'harbor' })).toEqual([old]);
      expect(await ids({ employer: '%' })).toEqual([good, old]);
      expect(await ids({ postedSince: '2026-11-01' })).toEqual([good]);
      expect(await ids({ found: [old] })).toEqual([old]);
      expect(await ids({ found: [] })).toEqual([]);
      expect(await ids({ remote: true, limit: 1 })).toEqual([good]);
    });

    it('keep their steps; what an earlier version wrote is read without', async () => {
      const steps: Match['steps'] = [{ kind: 'experience', years: 2, topic: 'coding' }];
      const parts = [{ name: 'pay', points: 5, max: 10, because: 'the posting states no pay' }];
      const later = {
        strength: 'required',
        asks: 'CCS',
        because: 'x',
        evidence: { start: 0, end: 0, quote: '' },
        parts: [],
      };
      const near = await place('1');
      const old = await place('2');
      for (const openingId of [near, old]) {
        const made: Match = { ...match, verdict: 'near', findings: [], parts, steps };
        await writeMatches(store.db, 'sam', [{ openingId, match: made }], T0);
      }
      await store.db
        .updateTable('matches')
        .set({ steps: '[]', findings: JSON.stringify([{ ...later, state: 'later' }]) })
        .where('opening_id', '=', old)
        .execute();

      expect(await readMatch(store.db, near, 'sam')).toMatchObject({ verdict: 'near', steps, parts });
      expect(await readMatch(store.db, old, 'sam')).toMatchObject({ steps: [], parts, findings: [{ state: 'grace' }] });
    });

    it('tell an opening once, whatever becomes of the delivery', async () => {
      const id = await place('1');
      await writeMatches(
        store.db,
        'sam',
        [{ openingId: id, match: { ...match, findings: [], steps: [], parts: [] } }],
        T0,
      );
      const before = await readUntold(store.db, 'sam', 'eligible', 10);
      const digestId = await store.transaction((tx) =>
        prepareDigest(tx, { view: view(T0), told: [id], channels: ['files', 'email'], now: T0 }),
      );
      await writeMatches(
        store.db,
        'sam',
        [{ openingId: id, match: { ...match, score: 90, findings: [], steps: [], parts: [] } }],
        T1,
      );

      expect(before.map(({ openingId }) => openingId)).toEqual([id]);
      expect(await countUntold(store.db, 'sam', 'eligible')).toBe(0);
      expect(await readMatch(store.db, id, 'sam')).toMatchObject({ score: 90 });
      expect((await readPendingDeliveries(store.db, 'sam', T0)).map(({ channel }) => channel)).toEqual([
        'email',
        'files',
      ]);
      await recordDelivery(
        store.db,
        { digestId, channel: 'files' },
        { state: 'sent', attempts: 1, nextAttemptAt: T0, sentAt: T0, message: '' },
      );
      await recordDelivery(
        store.db,
        { digestId, channel: 'email' },
        { state: 'pending', attempts: 1, nextAttemptAt: T2, sentAt: null, message: '' },
      );
      expect(await profilesWithDeliveries(store.db, T1)).toEqual([]);
      expect(await profilesWithDeliveries(store.db, T2)).toEqual(['sam']);
    });

    it('refuse a second digest for one slot', async () => {
      await prepareDigest(store.db, { view: view(T0), told: [], channels: [], now: T0 });
      const second = prepareDigest(store.db, { view: view(T0), told: [], channels: [], now: T1 });

      await expect(second).rejects.toThrow();
    });
  });

  it('keeps one worker in a lane, until the lease runs out', async () => {
    const lane = { stage: 'collect', key: 'api.lever.co' };
    const first = await takeLease(store.db, lane, 'a', T0, T1);
    const rival = await takeLease(store.db, lane, 'b', T0, T1);
    const renewed = await renewLease(store.db, lane, 'a', T1);
    const busy = await readLeaseOwners(store.db, ['collect'], T0);
    const late = await takeLease(store.db, lane, 'b', T1, T2);
    const lost = await renewLease(store.db, lane, 'a', T2);
    await releaseLease(store.db, lane, 'a');
    const still = await readLeaseOwners(store.db, ['collect'], T1);

    expect([first, rival, renewed, busy, late, lost, still]).toEqual([true, false, true, ['a'], true, false, ['b']]);
  });

  it('records runs', async () => {
    const id = await startRun(store.db, { stage: 'match', key: 'sam' }, T0);
    await finishRun(store.db, id, { now: T1, outcome: 'ok', report: { matched: 3 }, error: null });
    const [run] = await store.db.selectFrom('runs').selectAll().execute();

    expect(run).toMatchObject({ stage: 'match', key: 'sam', outcome: 'ok', report: '{"matched":3}', finished_at: T1 });
  });

  it('remembers answers of servers', async () => {
    const response = {
      status: 200,
      etag: '"1"',
      lastModified: undefined,
      headers: { etag: '"1"' },
      body: 'héllo',
      fetchedAt: T0,
    };
    await writeResponse(store.db, 'k', response);
    await writeResponse(store.db, 'k', { ...response, body: 'new' });

    expect(await readResponse(store.db, 'k')).toEqual({ ...response, body: 'new' });
    expect(await readResponse(store.db, 'other')).toBeUndefined();
  });
});
