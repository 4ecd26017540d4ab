import { describe, expect, it } from 'vitest';
import { BoardError } from '../../src/errors.ts';
import { PostingDraft } from '../../src/model/posting.ts';
import { sources } from '../../src/sources/registry.ts';
import type { AnySource, Collected } from '../../src/sources/source.ts';
import { boardOf, rawOf, readCases, type SourceCase, type Visit, visit } from '../kit/cases.ts';

// One suite for every case of every source. The form of a case is described in README.md beside this file.
describe.each(sources.map((source) => ({ id: source.id, source })))('source $id', ({ source }) => {
  describe.each(readCases(source.id).map((one) => ({ name: one.name, about: one.about, one })))(
    '$name: $about',
    ({ one }) => {
      it('collects and parses what the case expects', async () => {
        const result = await visit(source, one);

        const read = readAll(source, one, result);
        expect(
          result.unexpected,
          'no exchange answers these requests: add them to the case, or stop making them',
        ).toEqual([]);
        expect(errorKind(result.error), stackOf(result.error)).toBe(one.expect.error);
        expect(result.unused, 'these exchanges were never asked for: remove them, or find out why').toEqual([]);
        expect(
          read.unreadable.map(({ id }) => id),
          read.unreadable.map(({ why }) => why).join('\n'),
        ).toEqual([...one.expect.unreadable].sort());
        expect(read.drafts.map(withoutDescription)).toEqual(byId(one.expect.drafts).map(withoutDescription));
        expect(read.seen).toEqual([...one.expect.seen].sort());
        expect(read.skipped).toEqual([...one.expect.skipped].sort());
        const partial = result.error !== undefined && result.collected.length > 0;
        expect(partial, 'items were given before the error').toBe(one.expect.partialBeforeError);
      });

      it('keeps the words of the description', async () => {
        const { drafts } = readAll(source, one, await visit(source, one));

        for (const expected of one.expect.drafts) {
          const description = drafts.find((draft) => draft.externalId === expected.externalId)?.description ?? '';
          for (const words of expected.descriptionContains) expect(description).toContain(words);
          for (const words of expected.descriptionLacks) expect(description).not.toContain(words);
        }
      });

      it('gives each id once, drafts of the known form, and no date of the future', async () => {
        const result = await visit(source, one);

        const ids = result.collected.map(({ externalId }) => externalId);
        expect(ids).toEqual([...new Set(ids)]);
        for (const draft of readAll(source, one, result).drafts) {
          expect(PostingDraft.safeParse(draft).error).toBeUndefined();
          expect(Date.parse(draft.postedAt ?? one.now)).toBeLessThanOrEqual(Date.parse(one.now) + DAY);
        }
      });

      it('parses an item to the same draft each time, without changing it', async () => {
        const result = await visit(source, one);

        // the items and the board are frozen
        expect(readAll(source, one, result)).toEqual(readAll(source, one, result));
      });

      it('takes items that are held unchanged for seen, without opening them', async () => {
        const first = await visit(source, one);
        if (first.error !== undefined) return;
        const held = new Map(postings(first.collected).map((item) => [item.externalId, item.fingerprint]));
        const marked = [...held].flatMap(([id, fingerprint]) => (fingerprint === undefined ? [] : id));

        const second = await visit(source, one, { known: (id) => held.get(id) ?? one.known[id] });

        const seen = second.collected.flatMap((item) => (item.kind === 'seen' ? item.externalId : []));
        expect(second.error).toBeUndefined();
        expect(seen).toEqual(expect.arrayContaining(marked));
        // one request less for each, where the source opens the items one by one
        expect(second.requests.length).toBeLessThanOrEqual(Math.max(first.requests.length - marked.length, 1));
      });

      it('asks nothing when it is stopped before it starts', async () => {
        const result = await visit(source, one, { signal: AbortSignal.abort(new Error('stopped')) });

        expect(result.error).toBeDefined();
        expect(result.requests).toEqual([]);
        expect(result.collected).toEqual([]);
      });

      it('asks nothing more once it is stopped', async () => {
        const whole = await visit(source, one);
        const stop = new AbortController();
        const requestsWhenStopped: number[] = [];

        const result = await visit(source, one, {
          signal: stop.signal,
          onItem(requests) {
            requestsWhenStopped.push(requests);
            stop.abort(new Error('stopped'));
          },
        });

        expect(result.requests).toHaveLength(requestsWhenStopped[0] ?? result.requests.length);
        // to end without an error is to promise that the listing was whole
        if (result.error === undefined) expect(result.collected).toEqual(whole.collected);
      });
    },
  );
});

interface Read {
  readonly drafts: readonly PostingDraft[];
  readonly seen: readonly string[];
  readonly skipped: readonly string[];
  readonly unreadable: readonly { readonly id: string; readonly why: string }[];
}

function readAll(source: AnySource, one: SourceCase, { collected }: Visit): Read {
  const board = boardOf(source, one);
  const drafts: PostingDraft[] = [];
  const skipped: string[] = [];
  const unreadable: { id: string; why: string }[] = [];
  for (const item of byId(postings(collected))) {
    try {
      const draft = source.parse(rawOf(item, board, one.now));
      if (draft === undefined) skipped.push(item.externalId);
      else drafts.push(draft);
    } catch (error) {
      unreadable.push({ id: item.externalId, why: error instanceof Error ? error.message : String(error) });
    }
  }
  const seen = collected.flatMap((item) => (item.kind === 'seen' ? item.externalId : []));
  return { drafts: byId(drafts), seen: seen.sort(), skipped, unreadable };
}

function postings(collected: readonly Collected[]) {
  return collected.filter((item) => item.kind === 'posting');
}

function withoutDescription(draft: object): Record<string, unknown> {
  const dropped = ['description', 'descriptionContains', 'descriptionLacks'];
  return Object.fromEntries(Object.entries(draft).filter(([name]) => !dropped.includes(name)));
}

function byId<Item extends { readonly externalId: string }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => (a.externalId < b.externalId ? -1 : 1));
}

function errorKind(error: unknown): string | undefined {
  if (error === undefined) return undefined;
  return error instanceof BoardError ? error.kind : 'not a BoardError';
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const DAY = 24 * 3_600_000;
