import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { draftProfile, type ProfileDraft } from '../config/import/draft.ts';
import { renderDraft } from '../config/import/draft-yaml.ts';
import { readResumeFile } from '../config/import/export-files.ts';
import { ImportError } from '../config/import/resume.ts';
import { isProfileId, profileIdOf } from '../config/profile-ids.ts';
import { UsageError } from '../errors.ts';
import { stateCode } from '../sources/us-states.ts';
import type { GlobalOptions, Io } from './io.ts';
import { homeOf } from './open-home.ts';
import { summaryOfDraft } from './profile-summary.ts';
import { credentialRecogniser } from './recognise-credential.ts';
import { loadShippedCredentials } from './shipped-credentials.ts';
import { oneLine, wrap } from './terminal.ts';

export interface ImportOptions extends GlobalOptions {
  readonly as?: string;
  readonly output?: string;
  readonly print?: boolean;
}

/**
 * Makes a profile of somebody's own file and writes it where no file is yet; says what was taken and what was not. A `UsageError`
 * when the file cannot be used, or there is a profile already.
 */
export async function importProfile(io: Io, options: ImportOptions, file: string): Promise<void> {
  if (options.as !== undefined && !isProfileId(options.as)) {
    throw new UsageError('--as takes small letters, digits and single hyphens, for example jordan-avery.');
  }
  if (options.print && options.output !== undefined) throw new UsageError('Give --print or --output, not both.');
  const draft = await readDraft(io, file);
  const text = renderDraft(draft);
  if (options.print) io.out(text.trimEnd());
  else {
    const target = targetOf(io, options, draft);
    write(target, text);
    io.out(`Written: ${target}`);
  }
  // What is printed goes into a file of its own: the summary must not be in it.
  const print = (line: string): void => {
    if (options.print) io.err(line);
    else io.out(line);
  };
  for (const line of summaryOfDraft(draft)) say(line, io.columns, print);
}

async function readDraft(io: Io, file: string): Promise<ProfileDraft> {
  try {
    const resume = await readResumeFile(resolve(io.cwd, file));
    const recognise = credentialRecogniser(loadShippedCredentials());
    return draftProfile(resume, { recognise, stateCode }, io.clock());
  } catch (error) {
    if (error instanceof ImportError) throw new UsageError(oneLine(error.message));
    throw error;
  }
}

function targetOf(io: Io, options: ImportOptions, draft: ProfileDraft): string {
  if (options.output !== undefined) return resolve(io.cwd, options.output);
  const id = options.as ?? profileIdOf(draft.name ?? '');
  return join(homeOf(io, options).profilesDir, `${id}.yaml`);
}

function write(target: string, text: string): void {
  const exists = (): UsageError =>
    new UsageError(`${target} exists and is left as it is; add --as ID, --output FILE or --print.`);
  if (existsSync(target)) throw exists();
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text, { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'EEXIST') throw exists();
    throw new UsageError(`${target} cannot be written (${String(error.code)}); add --output FILE or --print.`);
  }
}

function say(line: string, columns: number, print: (line: string) => void): void {
  if (!line.startsWith('- ')) print(line);
  else for (const part of wrap(oneLine(line.slice(2)), columns, '  ', '    ')) print(part);
}
