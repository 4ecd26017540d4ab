/**
 * Begins a new source: its folder, three cases that pass, and its line in the registry.
 *   npm run new-source -- ID "Name"
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { sources } from '../src/sources/registry.ts';
import { faultOfId, skeletonOf } from './source-skeleton.ts';

const root = new URL('../', import.meta.url);
const [id, name, ...rest] = process.argv.slice(2);

if (id === undefined || name === undefined || rest.length > 0) {
  console.error('Say which: npm run new-source -- ID "Name", for example: npm run new-source -- acme-hire "Acme Hire"');
  process.exitCode = 2;
} else {
  const taken = sources.map((source) => source.id);
  const fault =
    faultOfId(id, taken) ?? (existsSync(new URL(`src/sources/${id}`, root)) ? `src/sources/${id} exists.` : undefined);
  if (fault === undefined) begin(id, name);
  else {
    console.error(fault);
    process.exitCode = 2;
  }
}

function begin(newId: string, newName: string): void {
  const registry = readFileSync(new URL('src/sources/registry.ts', root), 'utf8');
  const today = new Date().toISOString().slice(0, 10);
  for (const [path, text] of Object.entries(skeletonOf(newId, newName, registry, today))) {
    const file = new URL(path, root);
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, text);
    console.log(path);
  }
  console.log(
    'Next: npm run format && npx vitest run test/sources, then replace the invented interface; see CONTRIBUTING.md.',
  );
}
