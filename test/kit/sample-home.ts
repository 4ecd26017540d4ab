import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Io } from '../../src/cli/io.ts';
import { type OpenContext, openContext } from '../../src/cli/open-context.ts';
import type { SampleBoards } from '../../src/cli/sample/server.ts';
import { sampleNow, sampleProfiles, sampleSecrets, sampleSettings } from '../../src/cli/sample/settings.ts';
import { stringifyYaml } from '../../src/config/write-yaml.ts';

/** A home folder over the served sample boards, which is gone after `remove`. */
export interface SampleHome {
  readonly dir: string;
  remove(): void;
}

export function makeSampleHome(boards: SampleBoards): SampleHome {
  const dir = mkdtempSync(join(tmpdir(), 'rolewatch-home-'));
  mkdirSync(join(dir, 'profiles'));
  writeFileSync(join(dir, 'rolewatch.yaml'), stringifyYaml(sampleSettings(boards)));
  for (const [id, profile] of Object.entries(sampleProfiles())) {
    writeFileSync(join(dir, 'profiles', `${id}.yaml`), stringifyYaml(profile));
  }
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** The world of a command at the sample's moment, or at another. */
export function sampleIo(over: Partial<Io> = {}, now: Date = sampleNow): Io {
  return {
    out: () => undefined,
    err: () => undefined,
    progress: () => undefined,
    stdin: process.stdin,
    env: sampleSecrets(),
    cwd: tmpdir(),
    columns: 80,
    terminal: { out: false, err: false, in: false },
    clock: () => new Date(now),
    signal: new AbortController().signal,
    ...over,
  };
}

/** The context of a sample home; `databaseUrl` in place of its own SQLite file. */
export function openSample(
  home: SampleHome,
  parts: { now?: Date; databaseUrl?: string; onQuery?: (statement: string) => void } = {},
): Promise<OpenContext> {
  const env =
    parts.databaseUrl === undefined ? sampleSecrets() : { ...sampleSecrets(), DATABASE_URL: parts.databaseUrl };
  return openContext(sampleIo({ env }, parts.now), {
    home: home.dir,
    ...(parts.onQuery ? { onQuery: parts.onQuery } : {}),
  });
}
