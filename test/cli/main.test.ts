import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { version } from '../../src/cli/version.ts';
import { call, ESCAPE, emptyFolder } from '../kit/command-line.ts';

const COMMANDS =
  'init run query show explain read replay digest boards worker schedule migrate config doctor demo'.split(' ');

let folder: ReturnType<typeof emptyFolder>;
beforeAll(() => {
  folder = emptyFolder();
});
afterAll(() => folder.remove());

describe('a wrong command line ends with 2 and says on stderr what to do', () => {
  it.each([
    ['nothing at all', [], 'Say what to do, for example rolewatch demo; see rolewatch --help.'],
    ['an unknown command', ['dance'], 'There is no command dance; see rolewatch --help.'],
    ['a slip of the finger', ['quary'], 'There is no command quary; did you mean query?'],
    ['an unknown option of the program', ['--nope', 'query'], "unknown option '--nope'"],
    ['an unknown subcommand', ['boards', 'dance'], "unknown command 'dance'"],
    ['no subcommand', ['boards'], 'Usage: rolewatch boards'],
    ['a missing argument', ['show'], "missing required argument 'id-or-url'"],
    ['missing arguments', ['boards', 'check'], "missing required argument 'ids'"],
    ['an argument too many', ['run', 'coder'], "too many arguments for 'run'"],
    ['an argument too many after a good one', ['show', '1', '2'], "too many arguments for 'show'"],
    ['a missing option value', ['query', '--limit'], 'argument missing'],
    ['a count that is none', ['query', '--limit', 'few'], 'whole number from 1'],
    ['a count of nothing', ['query', '--limit', '0'], 'whole number from 1'],
    ['days beyond the calendar', ['query', '--within', '999999999999'], 'whole number from 1'],
    [
      'an unknown verdict',
      ['query', '--verdict', 'maybe'],
      'Allowed choices are eligible, eligible-soon, near, ineligible, unknown',
    ],
    ['an unknown format', ['digest', '--preview', '--format', 'pdf'], 'Allowed choices are text, html, md, json'],
    ['two formats', ['digest', '--preview', '--json', '--format', 'md'], 'cannot be used with'],
    ['an option of the preview alone', ['digest', '--profile', 'sam-rivera'], 'add --preview'],
    ['an unknown schema', ['config', 'schema', 'house'], 'Allowed choices are settings'],
    ['two ways to read', ['read', '--jsonl', '--title', 'Coder'], 'cannot be used with'],
  ])('%s', async (_what, args, says) => {
    const called = await call(args);

    expect(called.code).toBe(2);
    expect(called.err).toContain(says);
    expect(called.out).toBe('');
  });

  it.each([
    ...COMMANDS.map((name) => [name]),
    ...['list', 'check', 'enable', 'disable', 'reset'].map((name) => ['boards', name]),
    ...['check', 'schema'].map((name) => ['config', name]),
  ])('an unknown option of %s %s', async (...words) => {
    const args = words.filter((word) => word !== undefined);

    const called = await call([...args, '--no-such-option', 'x', 'y']);

    expect(called.code).toBe(2);
    expect(called.err).toContain("unknown option '--no-such-option'");
    expect(called.out).toBe('');
  });

  it('does not obey an escape sequence in what was typed', async () => {
    const called = await call([`${ESCAPE}[31mdance`]);

    expect(called.err).toBe('There is no command dance; see rolewatch --help.');
  });
});

describe('help', () => {
  it('is printed with --help, names every command, and ends with 0', async () => {
    const called = await call(['--help']);

    expect(called.code).toBe(0);
    for (const name of COMMANDS) expect(called.out).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect(called.err).toBe('');
  });

  it.each(COMMANDS)('of %s says what its options do', async (name) => {
    const asked = await call([name, '--help']);
    const helped = await call(['help', name]);

    expect(asked.code).toBe(0);
    expect(asked.out).toContain(`Usage: rolewatch ${name}`);
    expect(helped.out).toBe(asked.out);
  });

  it('prints the version', async () => {
    const called = await call(['--version']);

    expect(called).toEqual({ code: 0, out: version, err: '' });
  });
});

describe('a broken configuration', () => {
  it('ends with 2 and names every problem of every file, with its line', async () => {
    const home = join(folder.dir, 'broken');
    mkdirSync(join(home, 'profiles'), { recursive: true });
    writeFileSync(
      join(home, 'rolewatch.yaml'),
      'timeZone: Mars/Olympus\nboards:\n  enable: [no-such-board]\nhttp:\n  paceMs: quick\ncolour: red\n',
    );
    writeFileSync(join(home, 'profiles', 'sam.yaml'), 'name: Sam\ncredentials:\n  - id: rhitt\n');
    writeFileSync(join(home, 'profiles', 'torn.yaml'), 'name: "Torn\n');

    const called = await call(['run', '--home', home]);

    expect(called.code).toBe(2);
    expect(called.out).toBe('');
    for (const place of ['rolewatch.yaml:1', 'rolewatch.yaml:5', 'rolewatch.yaml:6', 'sam.yaml:3', 'torn.yaml:2']) {
      expect(called.err).toContain(place);
    }
    expect(called.err).toContain('rhit');
    expect(called.err).not.toContain('    at ');
  });

  it('ends with 2 and the way out when there is no home yet', async () => {
    const called = await call(['run', '--home', join(folder.dir, 'nowhere')]);

    expect(called.code).toBe(2);
    expect(called.err).toContain('Run `rolewatch init`');
  });

  it('ends with 2 when the environment cannot be used, and keeps its secrets', async () => {
    const home = join(folder.dir, 'environment');
    await call(['init', '--yes', '--home', home]);
    const env = { DATABASE_URL: 'mysql://me:hush@host/jobs', ROLEWATCH_LOG_LEVEL: 'loud' };

    const called = await call(['query', '--home', home], { env });

    expect(called.code).toBe(2);
    expect(called.err).toContain('DATABASE_URL');
    expect(called.err).toContain('ROLEWATCH_LOG_LEVEL');
    expect(called.err).not.toContain('hush');
  });
});

describe('a fault of the program', () => {
  const broken = {
    out: (): void => {
      throw new Error('The printer is on fire.\nDetails that help nobody.');
    },
  };

  it('ends with 1 and one sentence', async () => {
    const called = await call(['config', 'schema', 'settings'], broken);

    expect(called.code).toBe(1);
    expect(called.err.split('\n')).toEqual([
      'The printer is on fire.',
      'Run it again with --debug to see where this happened.',
    ]);
  });

  it('shows its stack with --debug', async () => {
    const called = await call(['config', 'schema', 'settings', '--debug'], broken);

    expect(called.code).toBe(1);
    expect(called.err).toMatch(/\n {4}at .*main\.test\.ts/);
  });
});

describe('colours', () => {
  const dance = (env: Record<string, string>, terminal: boolean) =>
    call(['dance'], { env, terminal: { out: terminal, err: terminal, in: false } });

  it('are for terminals, unless NO_COLOR or FORCE_COLOR say otherwise', async () => {
    const piped = await dance({}, false);
    const shown = await dance({}, true);
    const plain = await dance({ NO_COLOR: '1' }, true);
    const forced = await dance({ FORCE_COLOR: '1' }, false);

    expect(piped.err).not.toContain(ESCAPE);
    expect(shown.err).toContain(ESCAPE);
    expect(plain.err).not.toContain(ESCAPE);
    expect(forced.err).toContain(ESCAPE);
  });
});
