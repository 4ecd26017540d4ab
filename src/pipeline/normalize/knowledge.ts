import type { CredentialCatalogue } from '../../config/credentials.ts';
import { loadEmployerFamilies } from '../../config/employer-families.ts';
import { loadGazetteer } from '../../config/gazetteer.ts';
import { loadOccupations } from '../../config/occupations.ts';
import { ConfigError } from '../../errors.ts';
import type { Gazetteer } from '../../model/gazetteer.ts';
import { type CredentialIndex, compileCatalogue } from './credential-index.ts';
import { compileFamilies, type FamilyIndex } from './employer-family.ts';
import { employerKey } from './keys.ts';
import { compileOccupations, type OccupationIndex } from './occupation.ts';

/** All that the program knows of the world when it reads a posting, ready to be looked up. */
export interface Knowledge {
  readonly credentials: CredentialIndex;
  readonly occupations: OccupationIndex;
  readonly families: FamilyIndex;
  readonly gazetteer: Gazetteer;
}

type Shipped = Omit<Knowledge, 'credentials'>;

let shipped: Shipped | undefined;
const known = new WeakMap<CredentialCatalogue, Knowledge>();

/**
 * The knowledge for a catalogue of credentials; the shipped tables are read once a process, some 100 ms, so only
 * what reads postings asks for them. Throws `ConfigError` when a shipped table is broken.
 */
export function knowledgeOf(credentials: CredentialCatalogue): Knowledge {
  const ready = known.get(credentials);
  if (ready !== undefined) return ready;
  shipped ??= loadShipped();
  const knowledge = { credentials: compileCatalogue([...credentials.values()]), ...shipped };
  known.set(credentials, knowledge);
  return knowledge;
}

function loadShipped(): Shipped {
  const { occupations, problems } = loadOccupations();
  const families = loadEmployerFamilies(employerKey);
  const broken = [...problems, ...families.problems];
  if (broken.length > 0) throw new ConfigError(broken);
  return {
    occupations: compileOccupations(occupations),
    families: compileFamilies(families.families),
    gazetteer: loadGazetteer(),
  };
}
