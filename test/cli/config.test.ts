import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, emptyFolder } from '../kit/command-line.ts';

let folder: ReturnType<typeof emptyFolder>;
beforeEach(() => {
  folder = emptyFolder();
});
afterEach(() => folder.remove());

const inHome = (...words: string[]) => call([...words, '--home', folder.dir]);

describe('config check', () => {
  it('counts what is configured', async () => {
    mkdirSync(join(folder.dir, 'profiles'));
    writeFileSync(join(folder.dir, 'rolewatch.yaml'), 'boards:\n  enable: [machinify]\n');
    writeFileSync(join(folder.dir, 'profiles', 'sam.yaml'), 'name: Sam\n');

    const called = await inHome('config', 'check');

    expect(called).toEqual({ code: 0, out: `${folder.dir}: all is well; 1 board is on, 1 profile.`, err: '' });
  });

  it('ends with 2 and the nearest name for an unknown board', async () => {
    writeFileSync(join(folder.dir, 'rolewatch.yaml'), 'boards:\n  enable:\n    - machinfy\n');

    const called = await inHome('config', 'check', '--json');

    expect(called).toMatchObject({ code: 2, out: '' });
    expect(called.err).toContain('The configuration has a problem:');
    expect(called.err).toContain('rolewatch.yaml:3: boards.enable[0]: read "machinfy"');
    expect(called.err).toContain('Did you mean "machinify"?');
  });
});

describe('config schema', () => {
  it.each(['settings', 'profile', 'boards', 'credentials', 'occupations', 'employers'])(
    'prints the JSON Schema of %s',
    async (file) => {
      const called = await call(['config', 'schema', file]);

      expect(called.code).toBe(0);
      expect(JSON.parse(called.out)).toHaveProperty('$schema', expect.stringContaining('json-schema.org'));
    },
  );
});

describe('migrate', () => {
  it('makes the schema, and has nothing to do the second time', async () => {
    writeFileSync(join(folder.dir, 'rolewatch.yaml'), '');

    const first = await inHome('migrate', '--json');
    const second = await inHome('migrate');

    expect(first.code).toBe(0);
    expect(JSON.parse(first.out)).toHaveProperty('migrations.0', expect.any(String));
    expect(second).toEqual({ code: 0, out: 'The schema is up to date.', err: '' });
  });

  it('ends with 2 where there is no home', async () => {
    const called = await inHome('migrate');

    expect(called).toMatchObject({ code: 2, out: '' });
  });
});

describe('a database that cannot be used', () => {
  it.each([
    ['is no database', {}, 'file is not a database'],
    ['does not answer', { DATABASE_URL: 'postgres://me:hush@127.0.0.1:1/jobs' }, 'ECONNREFUSED'],
  ])('ends run and migrate with 1 when it %s, and one sentence', async (_how, env, why) => {
    mkdirSync(join(folder.dir, 'data'));
    writeFileSync(join(folder.dir, 'rolewatch.yaml'), '');
    writeFileSync(join(folder.dir, 'data', 'rolewatch.db'), 'These are not tables. '.repeat(100));

    for (const command of ['run', 'migrate']) {
      const called = await call([command, '--home', folder.dir], { env });

      expect(called).toMatchObject({ code: 1, out: '' });
      expect(called.err).toContain('The database cannot be used (');
      expect(called.err).toContain(why);
      expect(called.err).not.toContain('hush');
    }
  });
});

describe.each(['worker', 'schedule'])('%s', (command) => {
  beforeEach(() => {
    writeFileSync(join(folder.dir, 'rolewatch.yaml'), '');
  });

  it.each([
    ['without REDIS_URL', {}],
    ['with an empty REDIS_URL', { REDIS_URL: '' }],
  ])('ends with 2 and the fix %s', async (_how, env) => {
    const called = await call([command, '--home', folder.dir], { env });

    expect(called).toMatchObject({ code: 2, out: '' });
    expect(called.err).toContain('REDIS_URL=redis://127.0.0.1:6379');
    expect(called.err).toContain('rolewatch run');
  });

  it('ends with 1 when Redis does not answer, instead of waiting for ever', async () => {
    const called = await call([command, '--home', folder.dir], { env: { REDIS_URL: 'redis://me:hush@127.0.0.1:1' } });

    expect(called).toMatchObject({ code: 1, out: '' });
    expect(called.err).toMatch(/^Redis does not answer \(.+\); start it, or correct REDIS_URL\.\n/);
    expect(called.err).not.toContain('hush');
  });

  it('ends with 2 when REDIS_URL is no address, and keeps what is in it', async () => {
    const called = await call([command, '--home', folder.dir], { env: { REDIS_URL: 'hush-hush' } });

    expect(called).toMatchObject({ code: 2, out: '' });
    expect(called.err).toContain('REDIS_URL');
    expect(called.err).not.toContain('hush');
  });
});

describe('doctor', () => {
  it('finds a fresh home in order: what is not in use is not wrong', async () => {
    await inHome('init', '--yes');

    const called = await inHome('doctor');

    expect(called).toMatchObject({ code: 0, err: '' });
    expect(called.out).toMatch(/^✓ Configuration: /m);
    expect(called.out).toMatch(/^– Database: not made yet; rolewatch run makes it$/m);
    expect(called.out).toMatch(/^– Redis: REDIS_URL is not set/m);
    expect(called.out).toMatch(/^– Mail: /m);
    expect(called.out).not.toContain('✗');
  });

  it('names the secrets that a board needs, and ends with 1', async () => {
    writeFileSync(join(folder.dir, 'rolewatch.yaml'), 'boards:\n  enable: [usajobs-health-information]\n');

    const called = await call(['doctor', '--home', folder.dir], { env: {} });

    expect(called.code).toBe(1);
    expect(called.out).toMatch(/^✗ Secrets: usajobs-health-information needs ROLEWATCH_USAJOBS_KEY/m);
    for (const line of called.out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('goes on to the end of a broken configuration, and ends with 1', async () => {
    writeFileSync(join(folder.dir, 'rolewatch.yaml'), 'colour: red\ntimeZone: Mars/Olympus\n');

    const called = await inHome('doctor', '--json');

    expect(called).toMatchObject({ code: 1, err: '' });
    expect(JSON.parse(called.out)).toMatchObject([
      { name: 'Node', state: 'ok' },
      { name: 'Configuration', state: 'bad', says: expect.stringMatching(/yaml:1.*\n.*yaml:2/) },
    ]);
  });

  it('says what is wrong with a database that is none', async () => {
    mkdirSync(join(folder.dir, 'data'));
    writeFileSync(join(folder.dir, 'rolewatch.yaml'), '');
    writeFileSync(join(folder.dir, 'data', 'rolewatch.db'), 'These are not tables. '.repeat(100));

    const called = await inHome('doctor');

    expect(called.code).toBe(1);
    expect(called.out).toMatch(/^✗ Database: /m);
  });

  it('says that Redis does not answer, without its password', async () => {
    writeFileSync(join(folder.dir, 'rolewatch.yaml'), '');
    const env = { REDIS_URL: 'redis://me:hush@127.0.0.1:1' };

    const called = await call(['doctor', '--home', folder.dir], { env });

    expect(called.code).toBe(1);
    expect(called.out).toMatch(/^✗ Redis: does not answer/m);
    expect(called.out).not.toContain('hush');
  });

  it('says who wants mail that nobody sends', async () => {
    mkdirSync(join(folder.dir, 'profiles'));
    writeFileSync(join(folder.dir, 'rolewatch.yaml'), '');
    writeFileSync(
      join(folder.dir, 'profiles', 'sam.yaml'),
      'name: Sam\nemail: sam@example.com\ndigest: { email: true }\n',
    );

    const called = await inHome('doctor');

    expect(called.code).toBe(1);
    expect(called.out).toMatch(/^✗ Mail: 1 profile wants mail; set delivery\.email in rolewatch\.yaml$/m);
  });
});
