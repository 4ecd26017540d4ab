import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stringifyYaml } from '../config/write-yaml.ts';
import { UsageError } from '../errors.ts';
import type { Finding } from '../model/match.ts';
import { runInline } from '../pipeline/run-inline.ts';
import { stages } from '../pipeline/stages.ts';
import { readMatch } from '../store/matches.ts';
import { type OpeningLine, queryOpenings } from '../store/query.ts';
import type { Io } from './io.ts';
import { openContext } from './open-context.ts';
import { progressBar } from './progress.ts';
import { type RunSummary, summarize } from './run-summary.ts';
import type { SampleBoards } from './sample/server.ts';
import { sampleNow, sampleProfiles, sampleSecrets, sampleSettings } from './sample/settings.ts';

/** What the demo shows at its end. */
export interface DemoResult {
  readonly folder: string;
  readonly person: string;
  readonly summary: RunSummary;
  readonly best: readonly { readonly line: OpeningLine; readonly reasons: readonly Finding[] }[];
  /** The digest as a page, relative to the current folder. */
  readonly digestFile: string | undefined;
}

const BEST = 10;
/** Whose digest the demo writes: an RHIT who is finishing a bachelor's degree. */
const PERSON = 'sam-rivera';

/** Makes a home folder for the sample person and runs every stage over the sample boards, at the sample's moment. */
export async function runDemo(io: Io, folder: string, boards: SampleBoards): Promise<DemoResult> {
  writeSampleHome(folder, boards);
  const sampleIo: Io = {
    ...io,
    // A demo is the same everywhere: it neither uses a real database nor today's date.
    env: { ...io.env, DATABASE_URL: undefined, ...sampleSecrets() },
    clock: () => new Date(sampleNow),
  };
  const context = await openContext(sampleIo, { home: folder });
  try {
    const bar = progressBar(io);
    const results = await runInline(context, stages, bar.step);
    bar.end();
    const [person] = context.profiles;
    if (!person) throw new UsageError('The sample has no profile; the installation is damaged.');
    const lines = await queryOpenings(context.store.db, {
      profileId: person.id,
      found: undefined,
      remote: false,
      verdicts: ['eligible'],
      employer: undefined,
      postedSince: undefined,
      closed: false,
      limit: BEST,
    });
    const best = [];
    for (const line of lines) {
      const match = await readMatch(context.store.db, line.id, person.id);
      best.push({ line, reasons: match?.findings ?? [] });
    }
    const summary = await summarize(context, results);
    const page = summary.digests.flatMap((files) => files.split(', ')).find((file) => file.endsWith('.html'));
    return {
      folder,
      person: person.profile.name,
      summary,
      best,
      digestFile: page === undefined ? undefined : relative(io.cwd, page),
    };
  } finally {
    await context.close();
  }
}

// Only what the demo itself made before is removed: a folder with anything else in it is somebody's.
function writeSampleHome(folder: string, boards: SampleBoards): void {
  for (const made of ['data', 'digests']) rmSync(join(folder, made), { recursive: true, force: true });
  mkdirSync(join(folder, 'profiles'), { recursive: true });
  writeFileSync(join(folder, 'rolewatch.yaml'), stringifyYaml(sampleSettings(boards)));
  const profile = sampleProfiles()[PERSON];
  writeFileSync(join(folder, 'profiles', `${PERSON}.yaml`), stringifyYaml(profile));
}
