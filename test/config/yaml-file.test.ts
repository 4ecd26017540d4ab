import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseYaml, readYamlFile } from '../../src/config/yaml-file.ts';
import type { ConfigProblem } from '../../src/errors.ts';

const Shelf = z.strictObject({
  name: z.string().describe('How the shelf is called'),
  since: z.string().optional(),
  delivery: z.strictObject({ formats: z.array(z.enum(['html', 'md', 'json'])).default(['html']) }).optional(),
  limit: z.number().int().min(1).max(50).optional().describe('How many fit'),
  on: z.boolean().optional(),
  email: z.email().optional(),
  code: z
    .string()
    .regex(/^[a-z]+$/, 'small letters only')
    .optional(),
  names: z.record(z.string(), z.string()).optional(),
  rows: z
    .array(z.strictObject({ id: z.string().describe('Name of the row'), tags: z.array(z.string()).optional() }))
    .optional(),
});

function read(text: string) {
  return parseYaml(text, 'shelf.yaml', Shelf);
}

function brief(problems: readonly ConfigProblem[]): string[] {
  return problems.map(({ line, path, message, fix }) => `${line} ${path ?? '-'}: ${message} ${fix}`);
}

describe('parseYaml', () => {
  it.each<[string, string, RegExp[]]>([
    ['a missing field', 'limit: 3', [/^1 name: is missing\. What belongs here: How the shelf is called\.$/]],
    ['an empty file', '', [/^undefined name: is missing/]],
    ['comments only', '# nothing\n', [/^undefined name: is missing/]],
    ['an empty field', 'limit: 3\nname:\n', [/^2 name: is empty\./]],
    [
      'a misspelt field',
      'name: a\ndelivery:\n  formatz: [md]',
      [/^3 delivery\.formatz: is not a known field\. Did you mean "formats"\?$/],
    ],
    [
      'a field of another world',
      'name: a\nzzzzzzzz: 1',
      [/^2 zzzzzzzz: is not a known field\. Take it out; known here: name, since,/],
    ],
    ['a list for a text', 'name: [a]', [/^1 name: read a list, but a text is needed\. What belongs/]],
    ['a text for a list', 'name: a\nrows: b', [/^2 rows: read "b", but a list is needed/]],
    ['a text for a mapping', 'name: a\ndelivery: x', [/^2 delivery: read "x", but a mapping of fields is needed/]],
    [
      'a text for a number',
      'name: a\nlimit: many',
      [/^2 limit: read "many", but a number is needed\. What belongs here: How many fit\.$/],
    ],
    ['a broken number', 'name: a\nlimit: 2.5', [/^2 limit: read 2\.5, but a whole number is needed/]],
    ['a number too small', 'name: a\nlimit: 0', [/^2 limit: read 0, but at least 1 is needed/]],
    ['a number too large', 'name: a\nlimit: 51', [/^2 limit: read 51, but at most 50 is allowed/]],
    ['a word for a switch', 'name: a\non: maybe', [/^2 on: read "maybe", but true or false is needed/]],
    ['no e-mail address', 'name: a\nemail: b', [/^2 email: read "b", which is no e-mail address/]],
    ['the wrong letters', 'name: a\ncode: AB', [/^2 code: read "AB", needed is small letters only/]],
    [
      'a choice that is none',
      'name: a\ndelivery:\n  formats:\n    - md\n    - htm',
      [/^5 delivery\.formats\[1\]: read "htm", which is not one of the choices\. Did you mean "html"\?/],
    ],
    [
      'a choice far from all',
      'name: a\ndelivery: { formats: [spreadsheet] }',
      [/^2 delivery\.formats\[0\]: .* Choose one of: html, md, json\.$/],
    ],
    [
      'a field missing in an item',
      'name: a\nrows:\n  - id: x\n\n  - tags: [y]',
      [/^5 rows\[1\]\.id: is missing\. What belongs here: Name of the row\.$/],
    ],
    ['a field twice', 'name: a\nlimit: 1\nname: b', [/^3 -: "name" stands here a second time\. Keep one/]],
    ['a tab', 'name: a\ndelivery:\n\tformats: []', [/^3 -: is not valid YAML: .*\. Indent with spaces/]],
    ['a colon in a text', 'name: a: b', [/^1 -: is not valid YAML: .*\. Put a text that holds ": " in quotes/]],
    ['an open bracket', 'name: a\nrows: [', [/^2 -: is not valid YAML/]],
    ['an open quote', 'name: "a\nlimit: 1', [/-: is not valid YAML/]],
    ['two documents', 'name: a\n---\nname: b', [/^2 -: is not valid YAML: .*\. Take the line "---" out/]],
    ['a tag of its own', 'name: !secret a', [/^1 -: is not valid YAML: .*\. Take the tag/]],
    ['a tag of the library', 'name: !!binary aGk=', [/^1 -: is not valid YAML/]],
    ['a merge key', 'name: a\ndelivery:\n  <<: { formats: [md] }', [/^3 delivery\.<<: is not a known field/]],
    ['an alias of nothing', 'name: *a', [/^1 -: "\*a" stands for nothing/]],
    ['an alias of itself', 'name: a\nrows: &r [*r]', [/^2 -: "\*r" holds itself/]],
    ['a mapping as a name', 'name: a\n? { b: c }\n: d', [/has a field without a plain name/]],
    ['a hostile name', 'name: a\n__proto__: { on: true }', [/^2 __proto__: is not a known field/]],
    ['a list at the top', '- name: a', [/^1 -: read a list, but a mapping of fields is needed/]],
  ])('names %s with line, place and remedy', (_, text, expected) => {
    const { value, problems } = read(text);

    expect(value).toBeUndefined();
    const found = brief(problems);
    expect(found).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(found[index]).toMatch(pattern);
  });

  it('names every problem at once, in the order of the lines', () => {
    const { problems } = read('limit: x\nlimit: 99\n\ncode: A\nnmae: a\nrows:\n  - di: 1\n');

    expect(brief(problems).map((line) => line.split(':')[0])).toEqual([
      '1 name',
      '2 -',
      '2 limit',
      '4 code',
      '5 nmae',
      '7 rows[0].id',
      '7 rows[0].di',
    ]);
  });

  it('takes a bare number for the letters that were written, where text is wanted', () => {
    const { value, problems } = read('name: 0669\nsince: 2024\nrows: [{ id: 1.50, tags: [true] }]');

    expect(problems).toEqual([]);
    expect(value).toEqual({ name: '0669', since: '2024', rows: [{ id: '1.50', tags: ['true'] }] });
  });

  it('reads plain aliases, and words that other YAML versions take for true', () => {
    const { value } = read('name: yes\nrows:\n  - &a { id: no, tags: [x] }\n  - *a');

    expect(value).toEqual({
      name: 'yes',
      rows: [
        { id: 'no', tags: ['x'] },
        { id: 'no', tags: ['x'] },
      ],
    });
  });

  it('does not put a hostile name of a record into anything', () => {
    const { value } = read('name: a\nnames:\n  __proto__: x\n  constructor: y');

    expect(Object.getPrototypeOf(value?.names)).toBe(Object.prototype);
    expect(Object.keys(value?.names ?? {})).toEqual(['constructor']);
  });

  it('never shows the password of an address', () => {
    const { problems } = read('name: a\nlimit: https://jordan:hush@example.org/');

    expect(brief(problems)[0]).toContain('https://…@example.org');
  });

  it('applies rules to what was written, also when the schema finds other faults', () => {
    const rules = [
      {
        at: ['rows', '*', 'id'],
        check: (id: unknown) => (id === 'bad' ? [{ message: 'is bad.', fix: 'Mend it.' }] : []),
      },
      { at: ['name'], check: () => [{ message: 'must not be told: the schema has spoken.', fix: '' }] },
    ];

    const { problems } = parseYaml('name: [1]\nrows:\n  - id: good\n  - id: bad', 'shelf.yaml', Shelf, rules);

    expect(brief(problems)).toEqual([expect.stringMatching(/^1 name: read a list/), '4 rows[1].id: is bad. Mend it.']);
  });

  it.each([
    ['an alias bomb', bomb(12)],
    ['deep brackets', '['.repeat(100_000)],
    ['deep dashes', '- '.repeat(50_000)],
    ['deep question marks', '? '.repeat(50_000)],
    ['moderately deep brackets', `name: ${'['.repeat(40)}${']'.repeat(40)}`],
    ['very many quotes', '"'.repeat(100_001)],
    ['very many fields', Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n')],
    ['very many faults', '\t: [\n'.repeat(10_000)],
    ['too much text', `name: ${'a'.repeat(2 * 1024 * 1024)}`],
  ])('refuses %s soon, in few words', (_, text) => {
    const start = performance.now();

    const { value, problems } = read(text);

    expect(value).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(100);
    expect(brief(problems).every((line) => line.length < 600)).toBe(true);
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  it('never throws, whatever the text', () => {
    const words = ['a', 'name', ': ', ':', '- ', '\n', '  ', '\t', '[', ']', '{', '}', ', ', '&a ', '*a', '? ', '! '];
    const marks = ['!!str ', '|\n', '>-\n', '"', "'", '#', ' # x', '---\n', '...\n', '%YAML 1.1\n', '<<', '__proto__'];
    const odd = ['1', 'null', '~', '\u0000', '\ud800', '\ufeff', '@', '`'];
    const pieces = fc.constantFrom(...words, ...marks, ...odd);
    const yamlLike = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));

    fc.assert(
      fc.property(fc.oneof(yamlLike, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const { value, problems } = read(text);

        expect(value === undefined).toBe(problems.length > 0);
        const lines = text.split('\n').length;
        expect(problems.every(({ line }) => line === undefined || (line >= 1 && line <= lines))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('readYamlFile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rolewatch-yaml-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function file(name: string, content: string | Buffer): string {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  }

  it.each([
    ['a file that is not there', () => join(folder, 'none.yaml'), 'cannot be read (ENOENT).'],
    ['a folder', () => folder, 'cannot be read (EISDIR).'],
    ['a file in UTF-16', () => file('utf16.yaml', Buffer.from('\ufeffname: a', 'utf16le')), 'is not written in UTF-8.'],
    [
      'a huge file',
      () => file('huge.yaml', '#'.repeat(2 * 1024 * 1024 + 1)),
      'is larger than 2 MB, which no configuration is.',
    ],
  ])('turns %s into a problem', (_, make, message) => {
    const path = make();

    const { value, problems } = readYamlFile(path, Shelf);

    expect(value).toBeUndefined();
    expect(problems).toMatchObject([{ file: path, message }]);
  });

  it('reads a file with a byte order mark and Windows line ends', () => {
    const path = file('bom.yaml', '\ufeffname: a\r\nrows:\r\n  - id: x\r\n');

    const { value } = readYamlFile(path, Shelf);

    expect(value).toEqual({ name: 'a', rows: [{ id: 'x' }] });
  });
});

/** Each level holds the one before nine times. */
function bomb(levels: number): string {
  const lines = ['l0: &l0 [x]'];
  for (let level = 1; level <= levels; level++) {
    lines.push(`l${level}: &l${level} [${Array.from({ length: 9 }, () => `*l${level - 1}`).join(', ')}]`);
  }
  return lines.join('\n');
}
