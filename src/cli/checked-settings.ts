import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Home } from '../config/home.ts';
import { ConfigError } from '../errors.ts';
import { version } from './version.ts';

/** What is remembered of a rolewatch.yaml that was found right. */
const Checked = z.object({ mark: z.string(), storeUrl: z.string() });

/**
 * `store.url` of a rolewatch.yaml without problems; a `ConfigError` names them all. A text that this program has
 * checked before is not checked again: reading YAML and its schema would be a quarter of the time of a query.
 */
export async function checkedStoreUrl(home: Home): Promise<string> {
  const memory = join(home.dataDir, 'checked-settings.json');
  const mark = markOf(home.settingsFile);
  const known = readChecked(memory);
  if (known !== undefined && known.mark === mark) return known.storeUrl;

  const { loadSettings } = await import('../config/settings.ts');
  const { settings, problems } = loadSettings(home);
  if (!settings) throw new ConfigError(problems);
  const storeUrl = settings.store.url;
  // The address of a server may hold a password, which is not written to a second place.
  if (mark !== undefined && storeUrl.startsWith('sqlite:')) remember(memory, { mark, storeUrl });
  return storeUrl;
}

function markOf(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  return createHash('sha256').update(version).update('\0').update(readFileSync(file)).digest('hex');
}

function readChecked(file: string): z.infer<typeof Checked> | undefined {
  try {
    return Checked.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Not there, or damaged: the settings are checked as if for the first time.
    return undefined;
  }
}

function remember(file: string, checked: z.infer<typeof Checked>): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(checked));
    renameSync(`${file}.new`, file);
  } catch {
    // A folder that cannot be written, or is not there yet, costs a check each time and nothing else.
  }
}
