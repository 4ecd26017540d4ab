import { z } from 'zod';
import type { ConfigProblem } from '../errors.ts';
import { Credential } from '../model/credential.ts';
import { suggestion } from './nearest.ts';
import { showValue } from './schema-problems.ts';
import { shippedFolder, yamlFiles } from './shipped.ts';
import { readYamlFile } from './yaml-file.ts';

/** Every known credential by its id. */
export type CredentialCatalogue = ReadonlyMap<string, Credential>;

/** The form of a file of config/credentials. */
export const CredentialFile = z.array(Credential);

/** Reads config/credentials/*.yaml: each file is a list of rows; ids are unique, and references lead somewhere. */
export function loadCredentials(folder: string = shippedFolder('credentials')): {
  readonly credentials: readonly Credential[];
  readonly problems: readonly ConfigProblem[];
} {
  const problems: ConfigProblem[] = [];
  const rows = yamlFiles(folder).flatMap((file) => {
    const { value = [], problems: found, places } = readYamlFile(file, CredentialFile);
    problems.push(...found);
    return value.map((credential, index) => ({ credential, index, places }));
  });
  const known = new Set<string>();
  for (const { credential, index, places } of rows) {
    if (known.has(credential.id)) {
      const message = `"${credential.id}" is in the catalogue twice.`;
      problems.push({ file: places.file, line: places.lineOf([index, 'id']), message, fix: 'Keep one of the two.' });
    }
    known.add(credential.id);
  }
  // While a file cannot be read, its rows would seem to be missing everywhere.
  const complete = problems.length === 0 ? rows : [];
  for (const { credential, index, places } of complete) {
    for (const [position, { id }] of credential.acceptedInPlace.entries()) {
      if (known.has(id)) continue;
      const meant = suggestion(id, known);
      problems.push({
        file: places.file,
        line: places.lineOf([index, 'acceptedInPlace', position, 'id']),
        path: `[${index}].acceptedInPlace[${position}].id`,
        message: `read ${showValue(id)}, which is no credential.`,
        fix: meant === undefined ? 'Add a row for it, or take it out.' : `Did you mean "${meant}"?`,
      });
    }
  }
  return { credentials: rows.map(({ credential }) => credential), problems };
}
