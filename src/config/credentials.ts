import { z } from 'zod';
import type { ConfigProblem } from '../errors.ts';
import { Credential } from '../model/credential.ts';
import { suggestion } from './nearest.ts';
import { type Path, type Places, showPath } from './places.ts';
import { showValue } from './schema-problems.ts';
import { shippedFolder, yamlFiles } from './shipped.ts';
import { readYamlFile } from './yaml-file.ts';

/** Every known credential by its id. */
export type CredentialCatalogue = ReadonlyMap<string, Credential>;

const Item = z.string().min(1);
const listOf = (separator: string) =>
  z
    .union([
      z
        .string()
        .transform((text) => text.split(separator).map((part) => part.trim()))
        .pipe(z.array(Item)),
      z.array(Item),
    ])
    .default([]);
/** Spellings in one text with bars between them, which is read much faster than a list; or as a list. */
const Spellings = listOf('|');
/** Single words or ids in one text with spaces between them, or as a list. */
const Words = listOf(' ');

/**
 * A row of a file: one credential, or with `states` the pattern of one credential for each of them. In a pattern
 * `<code>` stands for the state's postal code (small in the id) and `<state>` for its name; a spelling is made once for
 * each name of the state.
 */
const CredentialRow = Credential.extend({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*(-<code>)?$/)
    .describe('Never changed once used: it is in profiles and readings'),
  kind: Credential.shape.kind.default('certification'),
  aliases: Spellings.describe('Other spellings: a text with "|" between them, or a list'),
  caseSensitive: Spellings.describe('Spellings that count only in exactly these letters'),
  guarded: Spellings.describe('Spellings that need a word of near and none of notNear'),
  near: Words.describe('Single words in small letters: a text with spaces between them, or a list'),
  notNear: Words.describe('Single words in small letters: a text with spaces between them, or a list'),
  covers: Words.describe('Ids of the credentials of which any is meant: makes it an umbrella that usually takes each'),
  states: z
    .record(z.string().regex(/^[A-Z]{2}$/), z.array(Item).min(1))
    .optional()
    .describe('Postal codes with the names of the state, the usual one first'),
}).refine(({ id, states }) => id.endsWith('<code>') === (states !== undefined), {
  path: ['id'],
  error: 'must end in "-<code>" when there are `states`, and only then',
});
type CredentialRow = z.infer<typeof CredentialRow>;

/** The form of a file of config/credentials. */
export const CredentialFile = z.array(CredentialRow);

/** Reads config/credentials/*.yaml: each file is a list of rows; ids are unique, and references lead somewhere. */
export function loadCredentials(folder: string = shippedFolder('credentials')): {
  readonly credentials: readonly Credential[];
  readonly problems: readonly ConfigProblem[];
} {
  const problems: ConfigProblem[] = [];
  const rows = yamlFiles(folder).flatMap((file) => {
    const { value = [], problems: found, places } = readYamlFile(file, CredentialFile);
    problems.push(...found);
    return value.map((row, index) => ({ row, credentials: credentialsOf(row), index, places }));
  });
  const known = new Set<string>();
  for (const { credentials, index, places } of rows) {
    for (const { id } of credentials) {
      if (known.has(id)) {
        const message = `"${id}" is in the catalogue twice.`;
        problems.push({ file: places.file, line: places.lineOf([index, 'id']), message, fix: 'Keep one of the two.' });
      }
      known.add(id);
    }
  }
  // While a file cannot be read, its rows would seem to be missing everywhere.
  const complete = problems.length === 0 ? rows : [];
  for (const { row, index, places } of complete) {
    for (const { id, path } of referencesOf(row)) {
      if (!known.has(id)) problems.push(deadReference(id, [index, ...path], places, known));
    }
  }
  return { credentials: rows.flatMap(({ credentials }) => credentials), problems };
}

function credentialsOf({ states, covers, ...row }: CredentialRow): Credential[] {
  const whole = covers.length === 0 ? row : { ...row, ...umbrellaOver(covers, row) };
  if (states === undefined) return [whole];
  return Object.entries(states).map(([code, names]) => inState(whole, code, names));
}

function umbrellaOver(
  covers: readonly string[],
  { name, acceptedInPlace }: Pick<Credential, 'name' | 'acceptedInPlace'>,
): Pick<Credential, 'umbrella' | 'acceptedInPlace'> {
  const members: Credential['acceptedInPlace'] = covers.map((id) => ({
    id,
    strength: 'usual',
    why: `it counts as ${name}`,
  }));
  return { umbrella: true, acceptedInPlace: [...acceptedInPlace, ...members] };
}

function inState(row: Credential, code: string, [name = code, ...others]: readonly string[]): Credential {
  const spell = (pattern: string, state: string): string =>
    pattern.replaceAll('<state>', state).replaceAll('<code>', code);
  const spellings = (patterns: readonly string[]): string[] => [
    ...new Set(patterns.flatMap((pattern) => [name, ...others].map((state) => spell(pattern, state)))),
  ];
  return {
    ...row,
    id: row.id.replace('<code>', code.toLowerCase()),
    name: spell(row.name, name),
    ...(row.issuer === undefined ? {} : { issuer: spell(row.issuer, name) }),
    aliases: spellings([row.name, ...row.aliases]),
    caseSensitive: spellings(row.caseSensitive),
    guarded: spellings(row.guarded),
  };
}

interface Reference {
  readonly id: string;
  readonly path: Path;
}

function referencesOf({ acceptedInPlace, covers, leadsTo = [], eligibility = [] }: CredentialRow): Reference[] {
  return [
    ...acceptedInPlace.map(({ id }, position) => ({ id, path: ['acceptedInPlace', position, 'id'] })),
    ...covers.map((id) => ({ id, path: ['covers'] })),
    ...leadsTo.map((id, position) => ({ id, path: ['leadsTo', position] })),
    ...eligibility.flatMap(({ credentials = [] }, route) =>
      credentials.map((id, position) => ({ id, path: ['eligibility', route, 'credentials', position] })),
    ),
  ];
}

function deadReference(id: string, path: Path, places: Places, known: ReadonlySet<string>): ConfigProblem {
  const meant = suggestion(id, known);
  return {
    file: places.file,
    line: places.lineOf(path),
    path: showPath(path),
    message: `read ${showValue(id)}, which is no credential.`,
    fix: meant === undefined ? 'Add a row for it, or take it out.' : `Did you mean "${meant}"?`,
  };
}
