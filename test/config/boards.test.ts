import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { activeBoards, loadCatalogue, parseSpan } from '../../src/config/boards.ts';
import { Settings } from '../../src/config/settings.ts';
import { parseYaml } from '../../src/config/yaml-file.ts';
import { Board } from '../../src/model/board.ts';
import { type AnySource, defineSource } from '../../src/sources/source.ts';

const shelf: AnySource = defineSource({
  id: 'shelf',
  name: 'Shelf',
  homepage: 'https://shelf.example',
  origin: 'employer',
  access: { basis: 'feed', read: '2026-11-22' },
  options: z.strictObject({
    token: z.string().describe('Name of the shelf'),
    codes: z.array(z.string().regex(/^\d{4}$/, 'four digits')).default([]),
  }),
  examples: [{ token: 'a' }],
  host: ({ token }) => `${token}.shelf.example`,
  every: '6h',
  revision: 1,
  status: 'working',
  secrets: [{ name: 'SHELF_KEY', description: 'not set, and no problem of the configuration' }],
  collect: () => neverVisited(),
  parse: () => undefined,
});

function neverVisited(): never {
  throw new Error('not visited in these tests');
}

const catalogue = z.array(Board).parse([
  {
    id: 'lakeside-health',
    name: 'Lakeside',
    source: 'shelf',
    tags: ['ohio', 'hospital'],
    options: { token: 'lakeside' },
  },
  {
    id: 'riverbend',
    name: 'Riverbend',
    source: 'shelf',
    tags: ['hospital'],
    every: '2d',
    options: { token: 'riverbend' },
  },
  { id: 'codewell', name: 'Codewell', source: 'shelf', tags: ['vendor'], options: { token: 'codewell' } },
]);

function activate(text: string) {
  const { value, problems: first, places } = parseYaml(text, 'rolewatch.yaml', Settings);
  if (value === undefined) throw new Error(JSON.stringify(first));
  const { boards, problems } = activeBoards(value, catalogue, [shelf], places);
  return {
    boards,
    ids: boards.map(({ board }) => board.id),
    problems: problems.map(({ line, path, message, fix }) => `${line} ${path}: ${message} ${fix}`),
  };
}

describe('activeBoards', () => {
  it.each<[string, string, RegExp[]]>([
    [
      'an unknown board',
      'boards:\n  enable:\n    - ohio\n    - lakeside-heath',
      [/^4 boards\.enable\[1\]: read "lakeside-heath".* Did you mean "lakeside-health"\?/],
    ],
    ['an unknown tag', 'boards: { enable: [hospitals] }', [/^1 boards\.enable\[0\]: .*"hospital"\?/]],
    ['a name far from all', 'boards: { enable: [submarine-works] }', [/`rolewatch boards list --all`/]],
    ['an unknown board to switch off', 'boards:\n  disable: [codewel]', [/^2 boards\.disable\[0\]: .*"codewell"\?/]],
    ['a tag to switch off', 'boards: { disable: [hospital] }', [/^1 boards\.disable\[0\]/]],
    [
      'an unknown source',
      'boards:\n  add:\n    - id: a\n      name: A\n      source: shelv',
      [/^5 boards\.add\[0\]\.source: read "shelv".*"shelf"\?/],
    ],
    [
      'bad options, each with its line',
      'boards:\n  add:\n    - id: a\n      name: A\n      source: shelf\n      options:\n        tokn: x\n        codes: [0669, x]',
      [
        /^6 boards\.add\[0\]\.options\.token: is missing.*Name of the shelf/,
        /^8 .*codes\[1\]: read "x", needed is four digits/,
        /^7 .*tokn: .*"token"\?/,
      ],
    ],
    [
      'an id that the catalogue has',
      'boards:\n  add:\n    - { id: codewell, name: A, source: shelf, options: { token: a } }',
      [/^3 boards\.add\[0\]\.id: read "codewell", the id of another board/],
    ],
    [
      'an id given twice',
      `boards:\n  add:\n    - &r { id: a, name: A, source: shelf, options: { token: a } }\n    - *r`,
      [/^3|4 boards\.add\[1\]\.id/],
    ],
    [
      'a span of nothing',
      'boards:\n  add:\n    - { id: a, name: A, source: shelf, every: 0h, options: { token: a } }',
      [/^3 boards\.add\[0\]\.every/],
    ],
  ])('names %s', (_, text, expected) => {
    const { problems } = activate(text);

    expect(problems).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(problems[index]).toMatch(pattern);
  });

  it('takes ids and tags, without what is switched off, and the own rows', () => {
    const { ids, problems } = activate(
      [
        'boards:',
        '  enable: [hospital, lakeside-health, own, a]',
        '  disable: [riverbend, b]',
        '  add:',
        '    - { id: a, name: A, source: shelf, tags: [own], options: { token: a } }',
        '    - { id: b, name: B, source: shelf, options: { token: b } }',
      ].join('\n'),
    );

    expect(problems).toEqual([]);
    expect(ids).toEqual(['lakeside-health', 'a']);
  });

  it('gives each board its options, host and span', () => {
    const { boards } = activate(
      'boards:\n  enable: [riverbend]\n  add: [{ id: a, name: A, source: shelf, options: { token: a, codes: [0669] } }]',
    );

    expect(boards.map(({ options, host, everyMs }) => ({ options, host, everyMs }))).toEqual([
      { options: { token: 'riverbend', codes: [] }, host: 'riverbend.shelf.example', everyMs: 172_800_000 },
      { options: { token: 'a', codes: ['0669'] }, host: 'a.shelf.example', everyMs: 21_600_000 },
    ]);
  });

  it('gives problems without lines when the places are not handed over', () => {
    const settings = Settings.parse({ boards: { enable: ['x-y-z'] } });

    const { problems } = activeBoards(settings, catalogue, [shelf]);

    expect(problems).toMatchObject([{ file: 'rolewatch.yaml', line: undefined, path: 'boards.enable[0]' }]);
  });
});

describe('loadCatalogue', () => {
  const root = mkdtempSync(join(tmpdir(), 'rolewatch-boards-'));
  afterAll(() => rmSync(root, { recursive: true }));

  it('names an id that stands in two files', () => {
    writeFileSync(join(root, 'a.yaml'), '- { id: a, name: A, source: shelf }');
    writeFileSync(join(root, 'b.yaml'), '- { id: b, name: B, source: shelf }\n- { id: a, name: A, source: shelf }');

    const { boards, problems } = loadCatalogue(root);

    expect(boards.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(problems.map(({ file, line, path }) => [basename(file), line, path])).toEqual([['b.yaml', 2, '[1].id']]);
  });
});

describe('parseSpan', () => {
  it.each(['', 'h', '6', '6x', '0h', '-1h', '1.5h', '9999999d'])('refuses "%s"', (span) => {
    expect(() => parseSpan(span)).toThrow(RangeError);
  });

  it.each([
    ['30m', 1_800_000],
    ['6h', 21_600_000],
    ['2d', 172_800_000],
  ])('%s is %d ms', (span, expected) => {
    const ms = parseSpan(span);

    expect(ms).toBe(expected);
  });
});
