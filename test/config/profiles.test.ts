import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findHome } from '../../src/config/home.ts';
import { loadProfiles } from '../../src/config/profiles.ts';

const root = mkdtempSync(join(tmpdir(), 'rolewatch-profiles-'));
afterAll(() => rmSync(root, { recursive: true }));
let count = 0;

function load(files: Readonly<Record<string, string>>) {
  const dir = join(root, String(count++));
  mkdirSync(join(dir, 'profiles'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, 'profiles', name), text);
  const home = findHome({ flag: dir, env: {}, cwd: '/', platform: 'linux', exists: () => false, homedir: '/' });
  const { profiles, problems } = loadProfiles(home, new Set(['rhit', 'rhia', 'ccs', 'cpc', 'drivers-license']));
  return {
    profiles,
    problems: problems.map(
      ({ file, line, path, message, fix }) => `${basename(file)}:${line} ${path}: ${message} ${fix}`,
    ),
  };
}

function hashOf(text: string): string | undefined {
  return load({ 'a.yaml': text }).profiles[0]?.hash;
}

describe('loadProfiles', () => {
  it.each<[string, string, RegExp[]]>([
    [
      'an unknown credential with the nearest',
      'name: A\ncredentials:\n  - id: rht',
      [/^a\.yaml:3 credentials\[0\]\.id: read "rht", which is no credential.* The nearest are: rhit, \w+, \w+\.$/],
    ],
    ['an unknown planned credential', 'name: A\nplanned:\n  - { id: xyz, by: 2027 }', [/^a\.yaml:3 planned\[0\]\.id/]],
    [
      'a credential that ends before it begins',
      'name: A\ncredentials:\n  - id: rhit\n    since: 2024-06\n    validUntil: 2023',
      [/^a\.yaml:5 credentials\[0\]\.validUntil: ends in "2023", before it began in "2024-06"/],
    ],
    [
      'a month that no year has',
      'name: A\nplanned: [{ id: rhia, by: 2027-13 }]',
      [/^a\.yaml:2 planned\[0\]\.by: read "2027-13", which no calendar has/],
    ],
    ['a day that no month has', 'name: A\ncredentials: [{ id: rhit, since: 2023-02-29 }]', [/no calendar has/]],
    [
      'a window that ends before it begins',
      'name: A\nplanned:\n  - id: rhia\n    by: 2028\n    window: { from: 2027-09, until: 2027-08 }',
      [/^a\.yaml:5 planned\[0\]\.window\.until: ends in "2027-08", before it begins in "2027-09"/],
    ],
    [
      'an exam that is booked for later than it is held',
      'name: A\nplanned:\n  - { id: rhia, by: 2027-05, booked: 2027-06-01 }',
      [/^a\.yaml:3 planned\[0\]\.by: is "2027-05", before the exam is booked for "2027-06-01"/],
    ],
    [
      'an exam that is booked before its window',
      'name: A\nplanned:\n  - { id: rhia, by: 2028, booked: 2027-06-01, window: { from: 2027-07, until: 2027-08 } }',
      [/^a\.yaml:3 planned\[0\]\.booked: is "2027-06-01", before the window begins/],
    ],
    [
      'an exam that is booked after its window',
      'name: A\nplanned:\n  - { id: rhia, by: 2028, booked: 2027-09-01, window: { from: 2027-07, until: 2027-08 } }',
      [/^a\.yaml:3 planned\[0\]\.booked: is "2027-09-01", after the window ends/],
    ],
    [
      'days of an exam that no calendar has',
      'name: A\nplanned:\n  - { id: rhia, by: 2028, booked: 2027-02-30, window: { from: 2027-01, until: 2027-13 } }',
      [/planned\[0\]\.booked: .* no calendar has/, /planned\[0\]\.window\.until: .* no calendar has/],
    ],
    ['a bad schedule', 'name: A\ndigest:\n  schedule: 0 25 * * *', [/^a\.yaml:3 digest\.schedule: .* no cron pattern/]],
    ['a bad time zone', 'name: A\ntimeZone: Mars', [/^a\.yaml:2 timeZone/]],
    ['mail without an address', 'name: A\ndigest:\n  email: true', [/^a\.yaml:3 digest\.email: is on, but/]],
    [
      'a licence number',
      'name: A\ncredentials:\n  - { id: rhit, number: 123 }',
      [/^a\.yaml:3 credentials\[0\]\.number: is not a known field/],
    ],
    [
      'all of it at once',
      'nmae: A\ntimeZone: Mars\ncredentials: [{ id: rht, since: 2024, validUntil: 2023 }]\ndigest: { schedule: x, email: true }',
      [
        / name: is missing/,
        / nmae:/,
        / timeZone:/,
        / credentials\[0\]\.validUntil:/,
        / credentials\[0\]\.id:/,
        / digest\.schedule:/,
        / digest\.email:/,
      ],
    ],
  ])('names %s', (_, text, expected) => {
    const { profiles, problems } = load({ 'a.yaml': text });

    expect(profiles).toEqual([]);
    expect(problems).toHaveLength(expected.length);
    for (const pattern of expected) expect(problems).toContainEqual(expect.stringMatching(pattern));
  });

  it.each(['Jordan Avery.yaml', 'jordan_avery.yaml', 'jordan.yml', 'a--b.yaml'])('refuses the file name %s', (name) => {
    const { profiles, problems } = load({ [name]: 'name: A' });

    expect(profiles).toEqual([]);
    expect(problems).toEqual([expect.stringContaining('Rename it: small letters')]);
  });

  it('reads every file, named by it, and keeps the good ones beside a bad one', () => {
    const { profiles, problems } = load({
      'jordan-avery.yaml': 'name: Jordan\ncredentials: [{ id: rhit, since: 2024 }]',
      'b.yaml': 'name: [',
      'c.yaml': 'name: C\neducation: [{ level: bachelor, finished: false, expected: 2001-05 }]',
      'notes.txt': 'not a profile',
    });

    expect(profiles.map(({ id, profile }) => [id, profile.name])).toEqual([
      ['c', 'C'],
      ['jordan-avery', 'Jordan'],
    ]);
    expect(problems).toHaveLength(1);
  });

  it('gives nothing when there is no folder', () => {
    const home = findHome({
      flag: join(root, 'none'),
      env: {},
      cwd: '/',
      platform: 'linux',
      exists: () => false,
      homedir: '/',
    });

    const loaded = loadProfiles(home);

    expect(loaded).toEqual({ profiles: [], problems: [] });
  });

  it('has a hash that follows the content, not the form of the file', () => {
    const hash = hashOf('name: A\nwanted: { titles: [coder], words: [Epic] }');

    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf('# note\nwanted:\n  words: ["Epic"]\n  titles:\n    - coder\nname: "A"')).toBe(hash);
    expect(hashOf('name: A\nwanted: { titles: [coder], words: [epic] }')).not.toBe(hash);
  });
});
