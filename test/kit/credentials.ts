import { type CredentialCatalogue, loadCredentials } from '../../src/config/credentials.ts';
import { type CredentialIndex, compileCatalogue } from '../../src/pipeline/normalize/credential-index.ts';
import { type Knowledge, knowledgeOf } from '../../src/pipeline/normalize/knowledge.ts';

let catalogue: CredentialCatalogue | undefined;
let index: CredentialIndex | undefined;

/** The shipped tables, as the pipeline knows them. */
export function shippedKnowledge(): Knowledge {
  catalogue ??= new Map(loadCredentials().credentials.map((row) => [row.id, row]));
  return knowledgeOf(catalogue);
}

/** The shipped credential catalogue, compiled once for all tests of a file. */
export function shippedIndex(): CredentialIndex {
  index ??= compileCatalogue(loadCredentials().credentials);
  return index;
}
