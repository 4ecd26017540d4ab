import type { CredentialGuess, RecogniseCredential } from '../config/import/draft-credentials.ts';
import { foldCell } from '../config/import/resume.ts';
import { nearest } from '../config/nearest.ts';
import type { Credential } from '../model/credential.ts';
import { compileCatalogue } from '../pipeline/normalize/credential-index.ts';
import { tokenize } from '../pipeline/normalize/tokens.ts';
import { stateCode } from '../sources/us-states.ts';

/**
 * Looks certifications up in the catalogue as postings are read: by every spelling, as whole words. A name that says more than the
 * credential does ("exam preparation", "for beginners") is not taken for it; nothing is guessed.
 */
export function credentialRecogniser(credentials: readonly Credential[]): RecogniseCredential {
  const index = compileCatalogue(credentials);
  const byId = new Map(credentials.map((row) => [row.id, row]));
  return (name, issuer) => {
    // The issuer may be the word that a guarded spelling needs near it.
    const text = issuer === undefined ? name : `${name} – ${issuer}`;
    const mentions = index.scan(text, tokenize(text, index.vocabulary)).filter(({ start }) => start < name.length);
    const ids = [...new Set(mentions.map(({ id }) => id))];
    const rest = wordsBeside(name, mentions);
    const region = rest.state ?? stateIn(issuer);
    const [id] = ids;
    if (id === undefined) return unknown(name, 'the catalogue does not know it', credentials);
    if (ids.length > 1) return { kind: 'unknown', why: 'it names several credentials', nearest: rowsOf(ids, byId) };
    if (index.isUmbrella(id)) {
      const why = 'it may be any of several credentials';
      const members = byId.get(id)?.acceptedInPlace.map((other) => other.id) ?? [];
      return { kind: 'unknown', why, nearest: rowsOf(members, byId) };
    }
    const odd = rest.words.filter((word) => !issuerWords(issuer, byId.get(id)).has(word));
    if (odd.length > 0) {
      const why = `it says more than the name of a credential (“${odd.slice(0, 4).join(' ')}”)`;
      return { kind: 'unknown', why, nearest: rowsOf([id], byId) };
    }
    const doubt = doubtOf(issuer, byId.get(id));
    return {
      kind: 'known',
      id,
      ...(region === undefined || byId.get(id)?.regional !== true ? {} : { region }),
      ...(doubt === undefined ? {} : { doubt }),
    };
  };
}

function unknown(name: string, why: string, credentials: readonly Credential[]): CredentialGuess {
  const ids = new Map<string, string>();
  for (const { id, name: full, aliases } of credentials) {
    for (const spelling of [id, full, ...aliases]) ids.set(spelling, id);
  }
  // Several spellings of one credential may be near: more are looked at than are told.
  const near = [...new Set(nearest(name, ids.keys(), 12).flatMap((spelling) => ids.get(spelling) ?? []))];
  return { kind: 'unknown', why, nearest: rowsOf(near, new Map(credentials.map((row) => [row.id, row]))) };
}

function rowsOf(
  ids: readonly string[],
  byId: ReadonlyMap<string, Credential>,
): readonly { id: string; name: string }[] {
  return ids.slice(0, 3).map((id) => ({ id, name: byId.get(id)?.name ?? id }));
}

/** What stands in a name beside its credentials: the state of a licence, and words that are not of every credential. */
function wordsBeside(
  name: string,
  mentions: readonly { readonly start: number; readonly end: number }[],
): { readonly state: string | undefined; readonly words: readonly string[] } {
  let left = name;
  for (const { start, end } of mentions.toReversed()) left = `${left.slice(0, start)} ${left.slice(end)}`;
  const words = foldCell(left)
    .split(' ')
    .filter((word) => word !== '' && !USUAL.has(word) && !/^\d{1,4}$/.test(word));
  const state = stateCode(words.join(' ')) ?? stateOfCode(left.trim().replace(/[^A-Za-z]+/g, ''));
  return state === undefined ? { state, words } : { state, words: [] };
}

/** The one state that an issuer names: "Ohio Board of Nursing". */
function stateIn(issuer: string | undefined): string | undefined {
  const words = foldCell(issuer ?? '').split(' ');
  const states = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    // The longest first: West Virginia is not Virginia.
    const length = [4, 3, 2, 1].find((count) => stateCode(words.slice(at, at + count).join(' ')) !== undefined);
    if (length === undefined) continue;
    states.add(stateCode(words.slice(at, at + length).join(' ')) ?? '');
    at += length - 1;
  }
  return states.size === 1 ? [...states][0] : undefined;
}

/** Of "(OH)" the state; small letters are a word. */
function stateOfCode(letters: string): string | undefined {
  return STATE_CODES.has(letters) ? letters : undefined;
}

const STATE_CODES: ReadonlySet<string> = new Set(
  `AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA
  RI SC SD TN TX UT VT VA WA WV WI WY`.split(/\s+/),
);

/** Words around the name of any credential, which say nothing of their own. */
const USUAL: ReadonlySet<string> = new Set(
  `a an the of in for by and with from certified certification certificate certificates credential license licence
  licensed registered registration professional active current state board holder member`.split(/\s+/),
);

/** Words of the issuer, as written in the file and in the catalogue, and the initials of its name. */
function issuerWords(issuer: string | undefined, row: Credential | undefined): ReadonlySet<string> {
  const names = [issuer, row?.issuer].filter((name) => name !== undefined);
  return new Set(names.flatMap((name) => [...foldCell(name).split(' '), initials(name)]));
}

function doubtOf(issuer: string | undefined, row: Credential | undefined): string | undefined {
  if (issuer === undefined || row?.issuer === undefined) return undefined;
  const one = issuerWords(issuer, undefined);
  const other = issuerWords(row.issuer, undefined);
  const telling = [...one].filter((word) => !USUAL.has(word) && word.length > 1);
  if (telling.some((word) => other.has(word)) || other.has(initials(issuer)) || one.has(initials(row.issuer)))
    return undefined;
  return `it was issued by ${issuer}, and in the catalogue ${row.id} is issued by ${row.issuer}`;
}

function initials(name: string): string {
  const words = foldCell(name)
    .split(' ')
    .filter((word) => !['of', 'the', 'and', 'for'].includes(word));
  // One letter is no acronym of anything.
  return words.length < 2 ? name : words.map((word) => word.charAt(0)).join('');
}
