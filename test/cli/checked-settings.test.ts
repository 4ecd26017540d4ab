import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkedStoreUrl } from '../../src/cli/checked-settings.ts';
import { findHome, type Home } from '../../src/config/home.ts';

let home: Home;
let memory: string;
beforeEach(() => {
  const flag = mkdtempSync(join(tmpdir(), 'rolewatch-checked-'));
  home = findHome({ flag, env: {}, cwd: '/', platform: 'linux', exists: () => false, homedir: '/' });
  mkdirSync(home.dataDir);
  memory = join(home.dataDir, 'checked-settings.json');
});
afterEach(() => rmSync(home.dir, { recursive: true, force: true }));

describe('the store of checked settings', () => {
  it('is the same when the text was checked before', async () => {
    writeFileSync(home.settingsFile, 'store: { url: "sqlite:data/mine.db" }\n');
    const first = await checkedStoreUrl(home);
    const remembered = existsSync(memory);
    const second = await checkedStoreUrl(home);

    expect([first, remembered, second]).toEqual(['sqlite:data/mine.db', true, 'sqlite:data/mine.db']);
  });

  it('is read anew when the text changed, and every problem of it is told', async () => {
    writeFileSync(home.settingsFile, 'timeZone: UTC\n');
    await checkedStoreUrl(home);
    writeFileSync(home.settingsFile, 'timeZone: Nowhere\nschedule: { tick: "never" }\n');

    await expect(checkedStoreUrl(home)).rejects.toThrow(/rolewatch\.yaml:1: timeZone.*rolewatch\.yaml:2: schedule/s);
  });

  it('is told by the file again when the memory is damaged', async () => {
    writeFileSync(home.settingsFile, 'timeZone: UTC\n');
    writeFileSync(memory, '{"mark":');

    expect(await checkedStoreUrl(home)).toBe('sqlite:data/rolewatch.db');
  });

  it('is not copied when it may hold a password', async () => {
    writeFileSync(home.settingsFile, 'store: { url: "postgres://me:secret@db.example/rolewatch" }\n');
    await checkedStoreUrl(home);

    expect(existsSync(memory)).toBe(false);
  });

  it('needs no folder that can be written', async () => {
    rmSync(home.dataDir, { recursive: true });
    writeFileSync(home.settingsFile, 'timeZone: UTC\n');

    expect(await checkedStoreUrl(home)).toBe('sqlite:data/rolewatch.db');
    expect(() => readFileSync(memory)).toThrow();
  });

  it('is missing with one sentence when there is no rolewatch.yaml', async () => {
    await expect(checkedStoreUrl(home)).rejects.toThrow('Run `rolewatch init`.');
  });
});
