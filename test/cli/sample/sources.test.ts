import { describe, expect, it } from 'vitest';
import { startSampleBoards } from '../../../src/cli/sample/server.ts';
import { sampleNow, sampleSecrets, sampleSettings } from '../../../src/cli/sample/settings.ts';
import { Settings } from '../../../src/config/settings.ts';
import { BoardError } from '../../../src/errors.ts';
import { createLogger } from '../../../src/log.ts';
import type { Board } from '../../../src/model/board.ts';
import type { PostingDraft } from '../../../src/model/posting.ts';
import { findSource } from '../../../src/sources/registry.ts';
import type { CollectContext } from '../../../src/sources/source.ts';
import { openTestHttp, type TestHttp } from '../../kit/test-http.ts';

describe('the sample boards, read by the real sources', () => {
  it('give about 300 postings, and each board in trouble its own kind of error', async () => {
    const boards = await startSampleBoards();
    const rows = Settings.parse(sampleSettings(boards)).boards.add;
    await using http = openTestHttp({ mirrors: boards.mirrors });

    const drafts = new Map<string, PostingDraft[]>();
    const failures = new Map<string, string>();
    for (const row of rows) {
      try {
        drafts.set(row.id, await readBoard(row, http));
      } catch (error) {
        if (!(error instanceof BoardError)) throw error;
        failures.set(row.id, error.kind);
      }
    }
    await boards.close();

    const all = [...drafts.values()].flat();
    expect(Object.fromEntries(failures)).toEqual({ oldmill: 'gone', brightwater: 'throttled', northfork: 'changed' });
    expect(all.length).toBeGreaterThanOrEqual(280);
    expect(all.length).toBeLessThanOrEqual(330);
    expect(Object.fromEntries([...drafts].map(([id, list]) => [id, list.length]))).toMatchObject(COUNTS);
    for (const [id, list] of drafts) {
      expect(new Set(list.map(({ externalId }) => externalId)).size, id).toBe(list.length);
      expect(
        list.filter(({ description = '' }) => description.length < 200 && id !== 'saved-alerts'),
        id,
      ).toEqual([]);
    }
  });
});

const COUNTS = {
  'lakeside-health': 21,
  chartbridge: 19,
  codewell: 13,
  harborpoint: 10,
  riskline: 10,
  'summit-valley': 28,
  bluestem: 14,
  'st-clement': 22,
  'usajobs-health-records': 12,
  riverbend: 12,
  'him-network': 48,
  'buckeye-him': 21,
  'carepath-jobs': 45,
  'remote-health': 16,
};

async function readBoard(row: Board, http: TestHttp): Promise<PostingDraft[]> {
  const source = findSource(row.source);
  if (source === undefined) throw new Error(`no source ${row.source}`);
  const board = { id: row.id, name: row.name, employer: row.employer, options: source.options.parse(row.options) };
  const context: CollectContext = {
    fetch: (request) => http.get(request.url, request),
    async *crawl(urls) {
      for (const url of urls) yield { url, body: (await http.get(url)).body };
    },
    known: () => undefined,
    secret: (name) => sampleSecrets()[name] ?? '',
    home: '/',
    now: sampleNow,
    signal: new AbortController().signal,
    log: createLogger('silent'),
  };
  const drafts: PostingDraft[] = [];
  for await (const item of source.collect(board, context)) {
    if (item.kind !== 'posting') continue;
    const raw = { ...item.raw, externalId: item.externalId, board, fetchedAt: sampleNow.toISOString() };
    const draft = source.parse(raw);
    if (draft !== undefined) drafts.push(draft);
  }
  return drafts;
}
