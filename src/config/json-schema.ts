import { z } from 'zod';
import { Profile } from '../model/profile.ts';
import { BoardFile } from './boards.ts';
import { CredentialFile } from './credentials.ts';
import { EmployerFamilyFile } from './employer-families.ts';
import { OccupationFile } from './occupations.ts';
import { Settings } from './settings.ts';

const SCHEMAS = {
  settings: Settings,
  profile: Profile,
  boards: BoardFile,
  credentials: CredentialFile,
  occupations: OccupationFile,
  employers: EmployerFamilyFile,
};

/**
 * JSON Schema (draft 2020-12) of a file that people write, for editors to complete and check it. It describes the
 * file as written: what has a default may be left out.
 */
export function schemaFor(kind: keyof typeof SCHEMAS): object {
  return z.toJSONSchema(SCHEMAS[kind], { io: 'input', target: 'draft-2020-12' });
}
