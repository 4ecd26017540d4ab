import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadCredentials } from '../../src/config/credentials.ts';
import type { Credential } from '../../src/model/credential.ts';
import { tokenize, wordAt } from '../../src/pipeline/normalize/tokens.ts';
import { NO_WORDS } from '../../src/pipeline/normalize/vocabulary.ts';

const root = mkdtempSync(join(tmpdir(), 'rolewatch-credentials-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('loadCredentials', () => {
  it('names ids that are given twice and references that lead nowhere', () => {
    writeFileSync(
      join(root, 'a.yaml'),
      [
        '- { id: rhit, name: Technician, kind: certification }',
        '- id: rhia',
        '  name: Administrator',
        '  kind: certification',
        '  acceptedInPlace:',
        '    - { id: rhitt, strength: usual, why: higher }',
      ].join('\n'),
    );
    writeFileSync(join(root, 'b.yaml'), '- { id: rhit, name: Technician again, kind: certification }');

    const { problems } = loadCredentials(root);

    expect(problems.map(({ file, line, message, fix }) => [basename(file), line, message, fix])).toEqual([
      ['b.yaml', 1, '"rhit" is in the catalogue twice.', 'Keep one of the two.'],
    ]);
  });

  it('names references that lead nowhere', () => {
    rmSync(join(root, 'b.yaml'), { force: true });

    const { problems } = loadCredentials(root);

    expect(problems.map(({ file, line, path, message, fix }) => [basename(file), line, path, message, fix])).toEqual([
      ['a.yaml', 6, '[1].acceptedInPlace[0].id', 'read "rhitt", which is no credential.', 'Did you mean "rhit"?'],
    ]);
  });

  it('checks every reference of a row: what comes next, and what a route asks for', () => {
    const folder = folderWith([
      '- { id: ccs, name: Specialist, kind: certification }',
      '- id: cca',
      '  name: Associate',
      '  kind: certification',
      '  leadsTo: [cccs]',
      '  eligibility:',
      '    - { text: Either of two, credentials: [ccs, no-such-thing] }',
    ]);

    const { problems } = loadCredentials(folder);

    expect(problems.map(({ line, path, fix }) => [line, path, fix])).toEqual([
      [5, '[1].leadsTo[0]', 'Did you mean "ccs"?'],
      [7, '[1].eligibility[0].credentials[1]', 'Add a row for it, or take it out.'],
    ]);
  });

  it('takes spellings in one text with bars, and words in one with spaces', () => {
    const folder = folderWith([
      '- id: atc',
      '  name: Trainer',
      '  kind: certification',
      '  aliases: Athletic Trainer | LAT, ATC |',
      '    Certified Trainer',
      '  guarded: [ATC]',
      '  near: athletic boc',
    ]);

    const { credentials, problems } = loadCredentials(folder);

    expect(problems).toEqual([]);
    expect(credentials).toMatchObject([
      { aliases: ['Athletic Trainer', 'LAT, ATC', 'Certified Trainer'], guarded: ['ATC'], near: ['athletic', 'boc'] },
    ]);
  });

  it('makes an umbrella of a row that covers others', () => {
    const folder = folderWith([
      '- { id: gsec, name: Essentials }',
      '- { id: gpen, name: Tester }',
      '- { id: giac, name: GIAC certification, covers: gsec gpen }',
    ]);

    const { credentials, problems } = loadCredentials(folder);

    const why = 'it counts as GIAC certification';
    expect(problems).toEqual([]);
    expect(credentials.find(({ id }) => id === 'giac')).toMatchObject({
      kind: 'certification',
      umbrella: true,
      acceptedInPlace: [
        { id: 'gsec', strength: 'usual', why },
        { id: 'gpen', strength: 'usual', why },
      ],
    });
  });

  it('checks what an umbrella covers', () => {
    const folder = folderWith(['- { id: gsec, name: Essentials }', '- { id: giac, name: GIAC, covers: gsec gsce }']);

    const { problems } = loadCredentials(folder);

    expect(problems.map(({ line, path, fix }) => [line, path, fix])).toEqual([
      [2, '[1].covers', 'Did you mean "gsec"?'],
    ]);
  });

  it('refuses a spelling without letters', () => {
    const folder = folderWith(['- { id: atc, name: Trainer, kind: certification, aliases: "LAT | " }']);

    const { problems } = loadCredentials(folder);

    expect(problems.map(({ path }) => path)).toEqual(['[0].aliases[1]']);
  });

  it('makes one credential for each state of a pattern, with every name of the state', () => {
    const folder = folderWith([
      '- id: bar-<code>',
      '  name: <state> Bar',
      '  kind: licence',
      '  issuer: courts of <state>',
      '  states: { NY: [New York], DC: [District of Columbia, D.C.] }',
      '  aliases: Bar of <state> | <code> bar',
      '  guarded: <code> bar',
      '  near: admitted',
    ]);

    const { credentials, problems } = loadCredentials(folder);

    expect(problems).toEqual([]);
    expect(credentials).toMatchObject([
      { id: 'bar-ny', name: 'New York Bar', issuer: 'courts of New York', guarded: ['NY bar'] },
      {
        id: 'bar-dc',
        name: 'District of Columbia Bar',
        aliases: ['District of Columbia Bar', 'D.C. Bar', 'Bar of District of Columbia', 'Bar of D.C.', 'DC bar'],
      },
    ]);
  });

  it.each([
    ['- { id: bar-<code>, name: Bar, kind: licence }'],
    ['- { id: bar, name: Bar, kind: licence, states: { NY: [New York] } }'],
  ])('knows a pattern by both its states and its id: %s', (row) => {
    const { problems } = loadCredentials(folderWith([row]));

    expect(problems.map(({ path, message }) => [path, message])).toEqual([
      ['[0].id', expect.stringContaining('must end in "-<code>" when there are `states`, and only then')],
    ]);
  });

  it('reads the shipped files without a problem', () => {
    const { credentials, problems } = loadCredentials();

    expect(problems).toEqual([]);
    expect(credentials.map(({ id }) => id)).toEqual(expect.arrayContaining(['rhia', 'rhit']));
  });
});

describe('the shipped catalogue of credentials', () => {
  const { credentials } = loadCredentials();

  it('covers the professions', () => {
    expect(credentials.length).toBeGreaterThan(170);
    expect(credentials.filter(({ id }) => /^bar-[a-z]{2}$/.test(id))).toHaveLength(51);
  });

  it('guards only spellings that a row has, by words that can stand near', () => {
    const wrong = credentials.flatMap((row) => [
      ...row.guarded.filter((spelling) => !spellingsOf(row).has(spelling)),
      ...(row.guarded.length > 0 && row.near.length + row.notNear.length === 0 ? [`${row.id}: no words`] : []),
      ...(row.guarded.length === 0 && row.near.length + row.notNear.length > 0 ? [`${row.id}: no guarded`] : []),
      ...[...row.near, ...row.notNear].filter((word) => writtenAlike(word) !== word),
    ]);

    expect(wrong).toEqual([]);
  });

  it('leaves a spelling of two rows unguarded in one of them at most', () => {
    const open = credentials.flatMap((row) =>
      [...spellingsOf(row)]
        .filter((spelling) => !row.guarded.includes(spelling))
        .map((spelling) => ({ id: row.id, key: writtenAlike(spelling) })),
    );

    const rows = Map.groupBy(open, ({ key }) => key);
    const clashes = [...rows].filter(([, list]) => new Set(list.map(({ id }) => id)).size > 1);

    expect(clashes).toEqual([]);
  });

  it('says of an interstate compact only where a state grants the licence', () => {
    const odd = credentials.filter(({ compact, regional }) => compact !== undefined && regional !== true);

    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  it('never takes a credential in its own place, nor another one twice', () => {
    const odd = credentials.filter(({ id, acceptedInPlace }) => {
      const others = acceptedInPlace.map((other) => other.id);
      return others.includes(id) || new Set(others).size < others.length;
    });

    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  it('names members of every umbrella', () => {
    const empty = credentials.filter(
      ({ umbrella, acceptedInPlace }) => umbrella === true && acceptedInPlace.length === 0,
    );

    expect(empty.map(({ id }) => id)).toEqual([]);
  });

  it.each([
    ['rhit', 'rhia', 'usual'],
    ['rhia', 'rhit', 'near'],
    ['cca', 'ccs', 'usual'],
    ['ccs', 'cca', undefined],
    ['ccs-p', 'ccs', 'near'],
    ['cpc-a', 'cpc', 'usual'],
    ['cpc', 'cpc-a', undefined],
    ['cdip', 'ccds', 'usual'],
    ['ccds', 'ccds-o', 'near'],
    ['coding-credential', 'cpc', 'usual'],
    ['coding-credential', 'cpc-a', 'near'],
    ['cahims', 'cphims', 'usual'],
    ['cphims', 'cahims', undefined],
    ['bls', 'acls', undefined],
    ['bls', 'cpr', 'near'],
    ['lpn', 'rn', 'usual'],
    ['rn', 'lpn', undefined],
    ['cissp', 'ccsp', undefined],
    ['ccna', 'ccnp', 'usual'],
    ['cdl-b', 'cdl-a', 'usual'],
    ['chc', 'chpc', undefined],
    ['pmp', 'capm', undefined],
  ])('where %s is asked, %s is taken: %s', (asked, held, strength) => {
    const row = credentials.find(({ id }) => id === asked);

    expect(row?.acceptedInPlace.find(({ id }) => id === held)?.strength).toBe(strength);
  });
});

function folderWith(lines: readonly string[]): string {
  const folder = mkdtempSync(join(root, 'folder-'));
  writeFileSync(join(folder, 'rows.yaml'), lines.join('\n'));
  return folder;
}

function spellingsOf(row: Credential): Set<string> {
  return new Set([row.name, row.id.toUpperCase(), ...row.aliases, ...row.caseSensitive]);
}

/** Two spellings with the same words and the same signs between them are one to the reader. */
function writtenAlike(spelling: string): string {
  const { starts, ends, gaps } = tokenize(spelling, NO_WORDS);
  const words = starts.map((start, position) => wordAt(spelling, start, ends[position] ?? start));
  return words.map((word, position) => (position === 0 ? word : `\0${gaps[position]}${word}`)).join('');
}
