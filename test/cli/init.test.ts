import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { call, emptyFolder, typed } from '../kit/command-line.ts';

let folder: ReturnType<typeof emptyFolder>;
beforeEach(() => {
  folder = emptyFolder();
});
afterEach(() => folder.remove());

const home = (): string => join(folder.dir, 'home');
const init = (words: string[] = [], over: Partial<Io> = {}) => call(['init', ...words, '--home', home()], over);

/** Every file of the home with its content. */
function files(): Record<string, string> {
  const names = readdirSync(home(), { recursive: true, encoding: 'utf8', withFileTypes: true });
  return Object.fromEntries(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(home().length + 1), readFileSync(path, 'utf8')]),
  );
}

describe('init --yes', () => {
  it('makes a home that loads clean, with schemas for editors', async () => {
    const made = await init(['--yes']);
    const checked = await call(['config', 'check', '--json', '--home', home()]);

    expect(made.code).toBe(0);
    expect(made.out).toContain('  rolewatch.yaml\n  profiles/me.yaml\n');
    expect(checked).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(checked.out)).toMatchObject({ home: home(), profiles: ['me'] });
    expect(Object.keys(files()).sort()).toEqual(
      ['.gitignore', '.schema/profile.json', '.schema/settings.json', 'profiles/me.yaml', 'rolewatch.yaml'].sort(),
    );
    expect(files()['rolewatch.yaml']).toMatch(/^# yaml-language-server: \$schema=\.\/\.schema\/settings\.json/);
  });

  it('overwrites nothing the second time', async () => {
    await init(['--yes']);
    writeFileSync(join(home(), 'rolewatch.yaml'), '# mine\n');
    const before = files();

    const again = await init(['--yes']);

    expect(again.code).toBe(0);
    expect(again.out).toContain('Everything is there already');
    expect(files()).toEqual(before);
  });

  it('adds what is missing, but no second profile beside one', async () => {
    await init(['--yes']);
    rmSync(join(home(), 'profiles', 'me.yaml'));
    rmSync(join(home(), '.schema', 'profile.json'));
    writeFileSync(join(home(), 'profiles', 'jordan.yaml'), 'name: Jordan\n');

    await init(['--yes']);

    expect(Object.keys(files())).toContain('.schema/profile.json');
    expect(readdirSync(join(home(), 'profiles'))).toEqual(['jordan.yaml']);
  });

  it('ends with 2 for an unknown template, and makes nothing', async () => {
    const called = await init(['--yes', '--template', 'health-informaton']);

    expect(called).toMatchObject({ code: 2, out: '' });
    expect(called.err).toBe('There is no template "health-informaton"; did you mean "health-information"?');
    expect(existsSync(home())).toBe(false);
  });
});

describe('init with questions', () => {
  const terminal = { out: true, err: true, in: true };

  it('ends with 2 without a terminal, and makes nothing', async () => {
    const called = await init();

    expect(called).toMatchObject({ code: 2, out: '' });
    expect(called.err).toContain('add --yes');
    expect(existsSync(home())).toBe(false);
  });

  it('writes the answers into files that load clean', async () => {
    const stdin = typed('Zoë "Z" O\'Neil\nColumbus\noh\nAmerica/Chicago\nzoe@example.com\n\n');

    const called = await init([], { stdin, terminal });

    const profile = files()['profiles/zoe-z-o-neil.yaml'];
    expect(called.code).toBe(0);
    expect(called.err).toContain('Your first name [Me]: ');
    expect(profile).toContain('region: "OH"');
    expect(files()['rolewatch.yaml']).toContain('timeZone: "America/Chicago"');
    expect(files()['rolewatch.yaml']).toContain('contact: "zoe@example.com"');
    expect((await call(['config', 'check', '--home', home()])).err).toBe('');
  });

  it('asks again for an answer that no file could hold', async () => {
    const stdin = typed('Sam\nColumbus\nOhio\nOH\nMars/Olympus\nAmerica/New_York\nnobody\nsam@example.com\n\n');

    const called = await init([], { stdin, terminal });

    expect(called.code).toBe(0);
    expect(called.err.match(/That cannot be used/g)).toHaveLength(3);
    expect((await call(['config', 'check', '--home', home()])).code).toBe(0);
  });

  it('ends with 2 when the answers end too soon, and makes nothing', async () => {
    const called = await init([], { stdin: typed('Sam\n'), terminal });

    expect(called).toMatchObject({ code: 2, out: '' });
    expect(called.err).toContain('nothing was made');
    expect(existsSync(home())).toBe(false);
  });
});
