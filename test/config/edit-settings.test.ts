import { describe, expect, it } from 'vitest';
import { addBoard, disableBoard, enableBoard } from '../../src/config/edit-settings.ts';
import { Settings } from '../../src/config/settings.ts';
import { parseYaml } from '../../src/config/yaml-file.ts';
import { ConfigError, UsageError } from '../../src/errors.ts';

const text = `# first line

contact: "https://example.org" # who asks

boards:
  # what I read
  enable:
    - remote # starter

    - "lakeside-health"
  disable: []

  # my own
  add: [] # none yet

http:
  mirrors: {}
schedule: { tick: '*/15 * * * *' }
`;
const row = { id: 'riverbend', name: 'Riverbend: Ohio', source: 'greenhouse', options: { token: '0669' } };

function boardsOf(edited: string): Settings['boards'] | undefined {
  return parseYaml(edited, 'rolewatch.yaml', Settings).value?.boards;
}

describe('editing rolewatch.yaml', () => {
  it('refuses a file that cannot be read', () => {
    expect(() => enableBoard('boards: [', 'a')).toThrow(ConfigError);
    expect(() => enableBoard('boards: nonsense', 'a')).toThrow(ConfigError);
    expect(() => enableBoard('boards: { enable: nonsense }', 'a')).toThrow(ConfigError);
    expect(() => enableBoard('- a', 'a')).toThrow(ConfigError);
  });

  it('refuses a second row with the same id', () => {
    const edited = addBoard(text, row);

    expect(() => addBoard(edited, { ...row, name: 'Another' })).toThrow(UsageError);
  });

  it('changes its own line only: comments, order and quotes stay', () => {
    const edited = enableBoard(text, 'federal');

    expect(edited).toBe(text.replace('    - "lakeside-health"\n', '    - "lakeside-health"\n    - federal\n'));
  });

  it('leaves the spacing of all other lines alone', () => {
    const given =
      'contact: a@b.example    # two\n\nboards: { enable: [ remote ] }   # three\ndelivery: {files: {formats: [md,json]}}\n';

    const edited = enableBoard(given, 'federal');

    expect(edited).toBe(given.replace('[ remote ] }   #', '[ remote, federal ] } #'));
  });

  it('writes the whole file anew where the new lines would not fit between the old ones', () => {
    const given = 'boards:\n     enable:\n          - remote\n     disable: []\n';

    const edited = enableBoard(given, 'federal');

    expect(boardsOf(edited)).toMatchObject({ enable: ['remote', 'federal'], disable: [] });
  });

  it('makes lines of an empty list', () => {
    const edited = disableBoard(text, 'codewell');

    expect(edited).toBe(text.replace('  disable: []\n', '  disable:\n    - codewell\n'));
  });

  it('adds a row that reads back as it was given', () => {
    const edited = addBoard(text, row);

    expect(boardsOf(edited)?.add).toMatchObject([row]);
    for (const comment of ['# first line', '# who asks', '# what I read', '# starter', '# my own', '# none yet']) {
      expect(edited).toContain(comment);
    }
  });

  it.each([
    ['enabling', (given: string) => enableBoard(given, 'federal')],
    ['disabling', (given: string) => disableBoard(given, 'lakeside-health')],
    ['adding', (given: string) => addBoard(given, row)],
  ])('%s twice is the same as once', (_, change) => {
    const once = change(text);

    const twice = change(once);

    expect(twice).toBe(once);
    expect(once).not.toBe(text);
  });

  it('switching off and on again ends switched on', () => {
    const off = disableBoard(text, 'lakeside-health');

    const on = enableBoard(off, 'lakeside-health');

    expect(boardsOf(off)).toMatchObject({ enable: ['remote'], disable: ['lakeside-health'] });
    expect(boardsOf(on)).toMatchObject({ enable: ['remote', 'lakeside-health'], disable: [] });
  });

  it.each([
    ['an empty file', ''],
    ['a file of comments', '# mine\n'],
    ['an empty field', 'boards:\n'],
    ['an empty list with a comment', 'boards:\n  enable:\n    # put names here\n  disable: []\n'],
    ['lists without indentation', 'boards:\n  enable:\n  - remote\n'],
    ['Windows line ends', 'boards:\r\n  enable:\r\n    - remote # x\r\n'],
  ])('works on %s', (_, given) => {
    const edited = enableBoard(given, 'federal');

    expect(boardsOf(edited)?.enable).toContain('federal');
    for (const comment of given.match(/# [a-z ]+/g) ?? []) expect(edited).toContain(comment);
    expect(edited.includes('\r\n')).toBe(given.includes('\r\n'));
  });
});
