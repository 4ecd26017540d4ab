import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { activeBoards, loadCatalogue } from '../../src/config/boards.ts';
import { loadCredentials } from '../../src/config/credentials.ts';
import { findHome } from '../../src/config/home.ts';
import { schemaFor } from '../../src/config/json-schema.ts';
import { loadProfiles } from '../../src/config/profiles.ts';
import { loadSettings } from '../../src/config/settings.ts';
import { type Answers, initFiles, renderProfile, renderSettings } from '../../src/config/templates.ts';
import { UsageError } from '../../src/errors.ts';
import { sources } from '../../src/sources/registry.ts';

const root = mkdtempSync(join(tmpdir(), 'rolewatch-init-'));
afterAll(() => rmSync(root, { recursive: true }));

const few: Answers = { name: 'Jordan Avery', timeZone: 'America/New_York' };
const all: Answers = {
  name: 'Zoë "Z" O’Neil: #1 {{city}} $& \\',
  timeZone: 'Europe/Berlin',
  email: 'zoe@example.org',
  contact: 'https://example.org/zoe',
  city: 'St. John’s',
  region: 'OH',
};

function write(folder: string, answers: Answers) {
  const dir = join(root, folder);
  for (const { path, content } of initFiles('health-information', answers)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  return findHome({ flag: dir, env: {}, cwd: '/', platform: 'linux', exists: () => false, homedir: '/' });
}

describe('initFiles', () => {
  it('refuses a template that there is not, and names the nearest', () => {
    expect(() => initFiles('health-infomation', few)).toThrow(
      new UsageError('There is no template "health-infomation"; did you mean "health-information"?'),
    );
    expect(() => initFiles('..', few)).toThrow(UsageError);
  });

  it.each([
    ['few', few],
    ['all', all],
  ])('with %s answers makes a home that loads without a problem', (folder, answers) => {
    const home = write(folder, answers);

    const { settings, problems, places } = loadSettings(home);
    const { credentials } = loadCredentials();
    const people = loadProfiles(home, new Set(credentials.map(({ id }) => id)));
    expect([...problems, ...people.problems]).toEqual([]);
    expect(settings).toMatchObject({ timeZone: answers.timeZone });
    expect(settings?.contact).toBe(answers.contact);
    expect(people.profiles).toMatchObject([{ profile: { name: answers.name } }]);
    expect(people.profiles[0]?.profile.email).toBe(answers.email);
    expect(people.profiles[0]?.profile.home?.city).toBe(answers.city);
    if (settings === undefined) throw new Error('no settings');
    const active = activeBoards(settings, loadCatalogue().boards, sources, places);
    expect(active.problems).toEqual([]);
    expect(active.boards.length).toBeGreaterThan(10);
    // The starter set works without a key.
    expect(active.boards.filter(({ source }) => (source.secrets ?? []).length > 0)).toEqual([]);
  });

  it('names the profile after the person', () => {
    const paths = [few, all, { name: '李', timeZone: 'UTC' }].map(
      (answers) => initFiles('health-information', answers)[1]?.path,
    );

    expect(paths).toEqual(['profiles/jordan-avery.yaml', 'profiles/zoe-z-o-neil-1-city.yaml', 'profiles/me.yaml']);
  });

  it('links the files to the schemas beside them', () => {
    const files = new Map(initFiles('health-information', few).map(({ path, content }) => [path, content]));

    expect([...files.keys()]).toEqual([
      'rolewatch.yaml',
      'profiles/jordan-avery.yaml',
      '.schema/settings.json',
      '.schema/profile.json',
      '.gitignore',
    ]);
    expect(files.get('rolewatch.yaml')).toMatch(/^# yaml-language-server: \$schema=\.\/\.schema\/settings\.json\n/);
    expect(files.get('profiles/jordan-avery.yaml')).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.schema\/profile\.json\n/,
    );
  });
});

describe('schemaFor', () => {
  it.each([
    ['settings', renderSettings(all)],
    ['profile', renderProfile(few)],
  ] as const)('%s accepts the template, and refuses a field that is not known', (kind, text) => {
    const schema = z.fromJSONSchema(JSON.parse(JSON.stringify(schemaFor(kind))));
    const value: unknown = parse(text);

    expect(schema.safeParse(value).error).toBeUndefined();
    expect(schema.safeParse({ ...z.record(z.string(), z.unknown()).parse(value), formatz: 1 }).success).toBe(false);
  });

  it.each(['settings', 'profile', 'boards', 'credentials'] as const)(
    '%s is draft 2020-12 of what is written, with descriptions',
    (kind) => {
      const schema = schemaFor(kind);

      expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
      expect(JSON.stringify(schema)).toContain('"description":');
    },
  );

  it('requires nothing that has a default', () => {
    const schema = schemaFor('settings');

    expect(schema).not.toHaveProperty('required');
  });
});
