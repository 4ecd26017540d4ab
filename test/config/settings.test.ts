import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findHome } from '../../src/config/home.ts';
import { loadSettings } from '../../src/config/settings.ts';
import { describeProblem } from '../../src/errors.ts';

const root = mkdtempSync(join(tmpdir(), 'rolewatch-settings-'));
afterAll(() => rmSync(root, { recursive: true }));
let count = 0;

function home(text?: string) {
  const dir = join(root, String(count++));
  mkdirSync(dir);
  if (text !== undefined) writeFileSync(join(dir, 'rolewatch.yaml'), text);
  return findHome({ flag: dir, env: {}, cwd: '/', platform: 'linux', exists: () => false, homedir: '/' });
}

function load(text: string) {
  const { settings, problems } = loadSettings(home(text));
  return { settings, problems: problems.map(({ line, path, message, fix }) => `${line} ${path}: ${message} ${fix}`) };
}

describe('loadSettings', () => {
  it('says what to do when there is no file', () => {
    const empty = home();

    const { settings, problems } = loadSettings(empty);

    expect(settings).toBeUndefined();
    expect(problems.map(describeProblem)).toEqual([
      `${empty.settingsFile}: no rolewatch.yaml in ${empty.dir}. Run \`rolewatch init\`.`,
    ]);
  });

  it.each<[string, string, RegExp[]]>([
    ['a contact that is none', 'contact: me', [/^1 contact: read "me", which is neither a web address/]],
    [
      'a time zone that is none',
      'timeZone: America/New_Yrok',
      [/^1 timeZone: .*no time zone\. Did you mean "America\/New_York"\?$/],
    ],
    [
      'a database that is none',
      'store:\n  url: mysql://jordan:hush@h/x',
      [/^2 store\.url: is no address of a database\. Give sqlite:FILE/],
    ],
    [
      'a tick with four fields',
      'schedule:\n  tick: 0 7 * *',
      [/^2 schedule\.tick: read "0 7 \* \*", a cron pattern of 4 fields\. Give five/],
    ],
    [
      'a tick beyond the clock',
      'schedule: { tick: 61 * * * * }',
      [/^1 schedule\.tick: read "61 \* \* \* \*", which is no cron pattern/],
    ],
    [
      'a host with a scheme',
      'http:\n  allowPrivateHosts:\n    - nas\n    - http://nas',
      [/^4 http\.allowPrivateHosts\[1\]: .* no host/],
    ],
    ['a host with a port', 'http:\n  allowPrivateHosts: ["nas:80"]', [/no host/]],
    [
      'mirrors of all wrong kinds',
      [
        'http:',
        '  mirrors:',
        '    https://a.example/api: http://127.0.0.1:1/',
        '    https://b.example: ftp://127.0.0.1/',
        '    https://c.example: http://192.168.1.9/',
        '    gopher://d.example: http://localhost/',
      ].join('\n'),
      [
        /^3 http\.mirrors\.https:\/\/a\.example\/api: "https:\/\/a\.example\/api" is not the beginning/,
        /^4 .* read "ftp:\/\/127\.0\.0\.1\/", which is no web address/,
        /^5 .* a copy on another machine\. If it is yours, add "192\.168\.1\.9" to http\.allowPrivateHosts/,
        /^6 .* is not the beginning of a web address/,
      ],
    ],
    [
      'a sender without an address',
      'delivery: { email: { host: h, from: Rolewatch } }',
      [/^1 delivery\.email\.from: .* no e-mail address/],
    ],
    [
      'a board row without a source',
      'boards:\n  add:\n    - id: a\n      name: A',
      [/^3 boards\.add\[0\]\.source: is missing/],
    ],
    [
      'many things at once',
      'contact: me\ntimezone: UTC\nstore: { url: x }\nschedule: { tick: x }\nhttp: { paceMs: 1 }',
      [
        /^1 contact/,
        /^2 timezone: .*"timeZone"/,
        /^3 store\.url/,
        /^4 schedule\.tick/,
        /^5 http\.paceMs: read 1, but at least 250/,
      ],
    ],
  ])('names %s', (_, text, expected) => {
    const { settings, problems } = load(text);

    expect(settings).toBeUndefined();
    expect(problems).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(problems[index]).toMatch(pattern);
    expect(problems.join()).not.toContain('hush');
  });

  it('takes an empty file for all defaults', () => {
    const { settings, problems } = load('');

    expect(problems).toEqual([]);
    expect(settings).toMatchObject({ timeZone: 'UTC', schedule: { tick: '*/15 * * * *' }, http: { paceMs: 1000 } });
  });

  it('takes mirrors on this machine and on allowed hosts', () => {
    const { problems } = load(
      [
        'contact: jobs@example.org',
        'http:',
        '  allowPrivateHosts: [nas, 192.168.1.9, "::1"]',
        '  mirrors:',
        '    https://a.example: http://127.0.0.1:8080/api',
        '    https://b.example/: http://[::1]:8080',
        '    http://c.example:8443: http://nas/c',
        'delivery: { email: { host: h, from: Rolewatch <jobs@example.org> } }',
      ].join('\n'),
    );

    expect(problems).toEqual([]);
  });
});
