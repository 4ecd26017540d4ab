import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { activeBoards, loadCatalogue } from '../../src/config/boards.ts';
import { Settings } from '../../src/config/settings.ts';
import { sources } from '../../src/sources/registry.ts';

const shipped = loadCatalogue();
const tags = [...new Set(shipped.boards.flatMap((board) => board.tags))];
const readme = readFileSync(new URL('../../config/README.md', import.meta.url), 'utf8');

describe('the shipped catalogue', () => {
  it('has no problem, neither in its rows nor in the options of their sources', () => {
    const all = activeBoards(Settings.parse({ boards: { enable: tags } }), shipped.boards, sources);

    expect(shipped.problems).toEqual([]);
    expect(all.problems).toEqual([]);
    expect(all.boards).toHaveLength(shipped.boards.length);
    expect(all.boards.length).toBeGreaterThan(50);
  });

  it('gives every board a tag, so that one word switches it on', () => {
    const untagged = shipped.boards.filter((board) => board.tags.length === 0);

    expect(untagged).toEqual([]);
  });

  it('names the employer of every employer page', () => {
    const own = new Set(['greenhouse', 'lever', 'workday']);

    const nameless = shipped.boards.filter(({ source, employer }) => own.has(source) && employer === undefined);

    expect(nameless).toEqual([]);
  });

  it('never has one page under two ids', () => {
    const pages = shipped.boards.map(({ source, options }) => `${source} ${JSON.stringify(options).toLowerCase()}`);

    expect(new Set(pages).size).toBe(pages.length);
  });

  it.each(shipped.boards.flatMap((board) => careersPage(board).map((url) => ({ board, url }))))(
    'the address of $board.id leads back to its options',
    ({ board, url }) => {
      const found = sources.find(({ id }) => id === board.source)?.detect?.(new URL(url));

      expect(found).toMatchObject(board.options);
    },
  );

  it('is explained in config/README.md: every file, tag and source', () => {
    const files = readdirSync(new URL('../../config/boards/', import.meta.url));

    const missing = [...files, ...tags, ...sources.map(({ id }) => id)].filter(
      (word) => !readme.includes(`\`${word}\``),
    );

    expect(missing).toEqual([]);
  });
});

/** Where a person finds the board; nothing for sources that have no careers pages. */
function careersPage({ source, options }: (typeof shipped.boards)[number]): string[] {
  const given = (name: string): string => String(options[name]);
  if (source === 'greenhouse') return [`https://boards.greenhouse.io/${given('token')}`];
  if (source === 'lever') return [`https://jobs.lever.co/${given('site')}`];
  if (source !== 'workday') return [];
  const shared = given('host').endsWith('.myworkdaysite.com');
  return [`https://${given('host')}/${shared ? `recruiting/${given('tenant')}/` : ''}${given('site')}`];
}
