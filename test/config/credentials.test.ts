import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadCredentials } from '../../src/config/credentials.ts';

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

  it('reads the shipped files without a problem', () => {
    const { credentials, problems } = loadCredentials();

    expect(problems).toEqual([]);
    expect(credentials.map(({ id }) => id)).toEqual(expect.arrayContaining(['rhia', 'rhit']));
  });
});
