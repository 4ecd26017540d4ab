import { loadCredentials } from '../../src/config/credentials.ts';
import { type CredentialIndex, compileCatalogue } from '../../src/pipeline/normalize/credential-index.ts';

let index: CredentialIndex | undefined;

/** The shipped credential catalogue, compiled once for all tests of a file. */
export function shippedIndex(): CredentialIndex {
  index ??= compileCatalogue(loadCredentials().credentials);
  return index;
}
