import { isAbsolute, relative } from 'node:path';
import { UsageError } from '../errors.ts';
import type { Finding } from '../model/match.ts';
import { runInline } from '../pipeline/run-inline.ts';
import { stages } from '../pipeline/stages.ts';
import { readMatch } from '../store/matches.ts';
import { type OpeningLine, queryOpenings } from '../store/query.ts';
import { makeDemoHome } from './demo-home.ts';
import type { Io } from './io.ts';
import { openContext } from './open-context.ts';
import { progressBar } from './progress.ts';
import { type RunSummary, summarize } from './run-summary.ts';
import type { SampleBoards } from './sample/server.ts';
import { sampleNow, sampleSecrets } from './sample/settings.ts';

/** What the demo shows at its end. */
export interface DemoResult {
  /** Relative to the current folder where it is inside of it. */
  readonly folder: string;
  readonly person: string;
  readonly summary: RunSummary;
  readonly best: readonly { readonly line: OpeningLine; readonly reasons: readonly Finding[] }[];
  /** The digest as a page; relative like the folder. */
  readonly digestFile: string | undefined;
}

const BEST = 10;
/** Whose digest the demo writes: an RHIT who is finishing a bachelor's degree. */
const PERSON = 'sam-rivera';

/** Makes a home folder for the sample person and runs every stage over the sample boards, at the sample's moment. */
export async function runDemo(io: Io, folder: string, boards: SampleBoards): Promise<DemoResult> {
  makeDemoHome(folder, boards, PERSON);
  const sampleIo: Io = {
    ...io,
    // A demo is the same everywhere: it neither uses a real database nor today's date.
    env: { ...io.env, DATABASE_URL: undefined, DATABASE_URL_FILE: undefined, ...sampleSecrets() },
    clock: () => new Date(sampleNow),
  };
  const context = await openContext(sampleIo, { home: folder });
  try {
    const bar = progressBar(io);
    const results = await runInline(context, stages, bar.step);
    bar.end();
    const person = context.profiles.find(({ id }) => id === PERSON);
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
      offset: 0,
      sort: 'score',
    });
    const best = [];
    for (const line of lines) {
      const match = await readMatch(context.store.db, line.id, person.id);
      best.push({ line, reasons: match?.findings ?? [] });
    }
    const summary = await summarize(context, results);
    const pages = summary.digests.flatMap((files) => files.split(', ')).filter((file) => file.endsWith('.html'));
    const page = pages.find((file) => file.includes(PERSON));
    return {
      folder: shortPath(io.cwd, folder),
      person: person.profile.name,
      summary,
      best,
      digestFile: page === undefined ? undefined : shortPath(io.cwd, page),
    };
  } finally {
    await context.close();
  }
}

function shortPath(from: string, path: string): string {
  const short = relative(from, path);
  return short === '' || short.startsWith('..') || isAbsolute(short) ? path : short;
}
