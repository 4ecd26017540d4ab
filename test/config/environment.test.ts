import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readEnvironment, secretOf } from '../../src/config/environment.ts';

const root = mkdtempSync(join(tmpdir(), 'rolewatch-environment-'));
afterAll(() => rmSync(root, { recursive: true }));
const secretFile = join(root, 'secret');
writeFileSync(secretFile, 'postgres://jordan:hush@db/rolewatch\n');

describe('readEnvironment', () => {
  it.each<[string, NodeJS.ProcessEnv, string]>([
    ['a Redis address that is none', { REDIS_URL: 'http://hush' }, 'REDIS_URL: has not the form'],
    ['a database that is none', { DATABASE_URL: 'mysql://hush' }, 'DATABASE_URL: has not the form'],
    ['a log level that is none', { ROLEWATCH_LOG_LEVEL: 'hush' }, 'ROLEWATCH_LOG_LEVEL: has not the form'],
    [
      'a value and a file',
      { DATABASE_URL: 'sqlite:hush', DATABASE_URL_FILE: secretFile },
      'DATABASE_URL_FILE: is set beside',
    ],
    [
      'a file that is not there',
      { REDIS_URL_FILE: join(root, 'none') },
      'REDIS_URL_FILE: names a file that cannot be read (ENOENT)',
    ],
  ])('names %s without its value', (_, env, expected) => {
    const { environment, problems } = readEnvironment(env);

    expect(environment).toBeUndefined();
    expect(problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([expect.stringContaining(expected)]);
    expect(JSON.stringify(problems)).not.toContain('hush');
  });

  it('takes empty variables as not set', () => {
    const { environment, problems } = readEnvironment({ REDIS_URL: '', DATABASE_URL: '', ROLEWATCH_LOG_LEVEL: '' });

    expect(problems).toEqual([]);
    expect(environment).toEqual({ ROLEWATCH_LOG_LEVEL: 'info' });
  });

  it('reads values and files', () => {
    const { environment } = readEnvironment({
      REDIS_URL: 'redis://localhost:6379',
      DATABASE_URL_FILE: secretFile,
      ROLEWATCH_SMTP_PASSWORD: 'hush',
      ROLEWATCH_LOG_LEVEL: 'debug',
    });

    expect(environment).toEqual({
      REDIS_URL: 'redis://localhost:6379',
      DATABASE_URL: 'postgres://jordan:hush@db/rolewatch',
      ROLEWATCH_SMTP_PASSWORD: 'hush',
      ROLEWATCH_LOG_LEVEL: 'debug',
    });
  });
});

describe('secretOf', () => {
  it.each<[string, NodeJS.ProcessEnv, string | undefined]>([
    ['nothing when it is not set', {}, undefined],
    ['nothing when it is empty', { KEY: '' }, undefined],
    ['nothing when its file cannot be read', { KEY_FILE: join(root, 'none') }, undefined],
    ['the variable', { KEY: 'a' }, 'a'],
    ['the content of the file without its line end', { KEY_FILE: secretFile }, 'postgres://jordan:hush@db/rolewatch'],
  ])('gives %s', (_, env, expected) => {
    const secret = secretOf('KEY', env);

    expect(secret).toBe(expected);
  });
});
