import { loadCredentials } from '../config/credentials.ts';
import { ConfigError } from '../errors.ts';
import type { Credential } from '../model/credential.ts';

/** The shipped credential catalogue; a `ConfigError` when a file of it was damaged. */
export function loadShippedCredentials(): readonly Credential[] {
  const { credentials, problems } = loadCredentials();
  if (problems.length > 0) throw new ConfigError(problems);
  return credentials;
}
