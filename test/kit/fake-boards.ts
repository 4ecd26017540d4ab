import { z } from 'zod';
import type { ActiveBoard } from '../../src/config/boards.ts';
import type { Context } from '../../src/context.ts';
import { createLogger } from '../../src/log.ts';
import type { LoadedProfile } from '../../src/model/profile.ts';
import { type AnySource, type CollectContext, type Collected, defineSource } from '../../src/sources/source.ts';
import { syncBoards } from '../../src/store/boards.ts';
import type { Store } from '../../src/store/database.ts';

/** What a fake board does when it is visited. */
export type Behaviour = (context: CollectContext) => AsyncIterable<Collected>;

/** A board whose listing a test decides at each visit. */
export interface FakeBoard {
  readonly active: ActiveBoard;
  behave(next: Behaviour): void;
}

export function fakeBoard(
  id: string,
  over: { host?: string; partial?: boolean; allowEmpty?: boolean; revision?: number; secret?: string } = {},
): FakeBoard {
  let behaviour: Behaviour = async function* () {};
  const source: AnySource = defineSource({
    id: 'fake',
    name: 'Fake',
    homepage: 'https://fake.example',
    origin: 'employer',
    access: { basis: 'own-file', read: '2026-11-20', note: 'a test' },
    options: z.object({}),
    examples: [{}],
    host: () => over.host ?? 'fake.example',
    every: '1h',
    revision: over.revision ?? 1,
    partial: over.partial ?? false,
    allowEmpty: over.allowEmpty ?? false,
    secrets: over.secret === undefined ? [] : [{ name: over.secret, description: 'a key' }],
    status: 'working',
    collect: (_board, context) => behaviour(context),
    parse(raw) {
      if (raw.body === 'unreadable') throw new Error('not a posting I know');
      if (raw.body === 'talent pool') return undefined;
      return {
        externalId: raw.externalId,
        url: `https://${id}.example/jobs/${raw.externalId}`,
        title: raw.body,
        employer: 'Lakeside Health',
        places: [{ text: 'Toledo, OH' }],
        description: `${raw.body}. RHIT required.`,
        descriptionFormat: 'text',
      };
    },
  });
  const board = { id, name: id, source: 'fake', tags: [], options: {} };
  const active = { board, source, options: {}, host: over.host ?? 'fake.example', everyMs: 3_600_000 };
  return {
    active,
    behave(next) {
      behaviour = next;
    },
  };
}

/** A listing that names these items, by external id and body. */
export function listing(items: Readonly<Record<string, string>>): Behaviour {
  return async function* () {
    for (const [externalId, body] of Object.entries(items)) {
      yield { kind: 'posting', externalId, raw: { format: 'text', body } };
    }
  };
}

/** A context over fake boards, with a clock that a test moves. */
export async function fakeContext(
  store: Store,
  boards: readonly FakeBoard[],
  parts: { profiles?: readonly LoadedProfile[]; secrets?: Record<string, string> } = {},
): Promise<{ context: Context; pass: (hours: number) => void }> {
  let now = new Date('2026-11-20T08:00:00Z');
  const context: Context = {
    home: { dir: '/nowhere', settingsFile: '', profilesDir: '', dataDir: '', digestsDir: '' },
    settings: {
      timeZone: 'UTC',
      store: { url: '' },
      boards: { enable: [], disable: [], add: [] },
      http: { allowPrivateHosts: [], mirrors: {}, paceMs: 1000, timeoutSeconds: 30, maxMegabytes: 10 },
      delivery: { files: { formats: ['json'] } },
      schedule: { tick: '* * * * *' },
    },
    boards: boards.map(({ active }) => active),
    credentials: new Map(),
    profiles: parts.profiles ?? [],
    store,
    http: { fetch: () => Promise.reject(new Error('no network')), close: async () => undefined },
    log: createLogger('silent'),
    clock: () => new Date(now),
    startedAt: now,
    signal: new AbortController().signal,
    secret: (name) => parts.secrets?.[name],
  };
  const rows = boards.map(({ active }) => ({
    id: active.board.id,
    source: 'fake',
    name: active.board.name,
    host: active.host,
    every_ms: active.everyMs,
    config_hash: 'a',
  }));
  await syncBoards(store.db, rows, now.toISOString());
  return {
    context,
    pass(hours) {
      now = new Date(now.getTime() + hours * 3_600_000);
    },
  };
}
