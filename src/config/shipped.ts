import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A folder of the shipped `config/`. */
export function shippedFolder(name: 'boards' | 'credentials' | 'occupations' | 'places' | 'templates'): string {
  return join(shippedConfig(), name);
}

/** A file of the shipped `config/` that stands beside its folders. */
export function shippedFile(name: 'employers.yaml'): string {
  return join(shippedConfig(), name);
}

/** Found upwards from this file: in the source tree and in the built package. */
function shippedConfig(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    // `src/config` holds code: only the shipped folder has boards in it.
    if (existsSync(join(folder, 'config', 'boards'))) return join(folder, 'config');
    if (dirname(folder) === folder) throw new Error('The folder config/ that belongs to the program is missing.');
  }
}

/** Paths of the `.yaml` files of a folder by name; none when there is no such folder. */
export function yamlFiles(folder: string): string[] {
  return filesOf(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name));
}

/** Names of what is in a folder, in the order of their letters; none when there is no such folder. */
export function filesOf(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
