import type { Requirement, RequirementNode } from '../../model/requirement.ts';
import type { CredentialIndex, Mention } from './credential-index.ts';
import { tokenize } from './tokens.ts';

/** Words behind a credential that make the title another person's: "RN Recruiter", "Dentist Office Manager", "CPA Firm …". */
const ANOTHERS =
  /^\)?[ ,/-]*(?:recruit\w*|office|practice|firm|relations|liaison|scheduler|staffing|program|residenc\w*|resident|assistant|assistance|aide|secretary|support|billing|services|sales|school|student|intern\b|extern|apprentice|educat\w*|instructor|faculty|professor|trainer|coach|credentialing)/i;
/** "Assistant to the Dentist", "Director of Physicians". */
const OF_OTHERS = /\b(?:assistant to|to the|to an?|of|for|supervisor of|support|serving|with)(?: the| an?| our)? $/i;
const WISHED =
  /\b(?:prefer\w*|pref\b|desir\w*|a plus|plus\b|optional|or will train|(?:a |is )bonus|helpful|nice to have|an asset|welcome)/i;
/** Nobody writes a longer title, in UTF-16 units. */
const MAX_TITLE = 500;
const BRACKET = /\([^()]*\)/g;

/**
 * What the title alone asks for: who advertises for a "Registered Nurse" takes nobody without the licence, whether or not
 * the text says so. Nothing where the text speaks of one of these credentials as a demand, required or preferred, and
 * nothing for an abbreviation of two or three letters that could as well mean something else there.
 */
export function titleRequirements(
  words: string,
  requirements: readonly Requirement[],
  index: CredentialIndex,
): Requirement[] {
  const title = words.slice(0, MAX_TITLE);
  const wishes = [...title.matchAll(BRACKET)].filter((one) => WISHED.test(one[0]));
  if (WISHED.test(title.replace(BRACKET, (inside) => (WISHED.test(inside) ? ' '.repeat(inside.length) : inside))))
    return [];
  const named = index
    .scan(title, tokenize(title, index.vocabulary))
    .filter(({ start, end }) => !ANOTHERS.test(title.slice(end)) && !OF_OTHERS.test(title.slice(0, start)))
    .filter(({ start }) => !wishes.some((wish) => wish.index <= start && start < wish.index + wish[0].length));
  const stated = new Set(requirements.flatMap(({ node }) => idsIn(node)));
  const mentions =
    stated.size > 0 || new Set(named.map(({ id }) => id)).size > 1
      ? named
      : named.filter((mention) => isClear(title, mention, index));
  const ids = [...new Set(mentions.map(({ id }) => id))];
  if (ids.some((id) => stated.has(id) || [...stated].some((other) => index.covers(other, id)))) return [];
  const nodes = ids.map((id): RequirementNode => {
    const { start = 0, end = 0 } = mentions.find((one) => one.id === id) ?? {};
    return { kind: 'credential', id, evidence: { start, end, quote: title.slice(start, end), title: true } };
  });
  const [first] = nodes;
  if (first === undefined) return [];
  const whole = { start: 0, end: title.length, quote: title, title: true } as const;
  return [{ strength: 'required', node: nodes.length === 1 ? first : { kind: 'any', of: nodes, evidence: whole } }];
}

/** Is it more than letters? A licence is, so is the role itself ("CNA, nights"), and what the other words of the title speak of. */
function isClear(title: string, { id, start, end }: Mention, index: CredentialIndex): boolean {
  if (!/^(?:[A-Z]\.?){2,3}s?$/.test(title.slice(start, end)) || index.isLicence(id)) return true;
  const [before, after] = [title.slice(0, start), title.slice(end)];
  if (/^\W*$/.test(before) || (/^\W*(?:[IVX\d]+\W*)?$/.test(after) && IS_ROLE.test(before))) return true;
  const words = `${before} ${after}`.match(/[A-Za-z][\w'’]*/g)?.slice(0, MAX_WORDS) ?? [];
  return spellsOut(words, id, index) || sharesName(words, id, index);
}

/** As many words of a title as are looked at. */
const MAX_WORDS = 16;
/** "Night Shift CNA": the last word of a title, and not of a list. */
const IS_ROLE = /(?<!\b(?:and|or|with)) $/i;

/** "Tumor Registrar (CTR)": with "certified" before it, or "certification" behind it, the catalogue knows the role. */
function spellsOut(words: readonly string[], id: string, index: CredentialIndex): boolean {
  const text = words
    .map((_word, at) => `Certified ${words.slice(at).join(' ')}. ${words.slice(at).join(' ')} certification. `)
    .concat(words.map((_word, at) => `${words.slice(0, at + 1).join(' ')} certification. `))
    .join('');
  return index
    .scan(text, tokenize(text, index.vocabulary))
    .some((mention) => mention.id === id || index.covers(mention.id, id));
}

/** A word that stands in more names than these tells nothing: "certified", "specialist". */
const RARE = 14;
const COUNTS = new WeakMap<CredentialIndex, ReadonlyMap<string, number>>();

/** "Medical Coder (CPC)": a word of the title stands in the name of the credential, and in few other names. */
function sharesName(words: readonly string[], id: string, index: CredentialIndex): boolean {
  const own = new Set(words.map(stemOf));
  const counts = nameCounts(index);
  return stemsOf(index.nameOf(id)).some((stem) => own.has(stem) && (counts.get(stem) ?? 0) <= RARE);
}

/** In how many names of the catalogue each word stands. */
function nameCounts(index: CredentialIndex): ReadonlyMap<string, number> {
  const known = COUNTS.get(index);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  for (const id of index.ids)
    for (const stem of new Set(stemsOf(index.nameOf(id)))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  COUNTS.set(index, counts);
  return counts;
}

function stemsOf(name: string): string[] {
  return (name.match(/[A-Za-z]{4,}/g) ?? []).map(stemOf);
}

/** "Coder" and "coding" are one word here. */
function stemOf(word: string): string {
  return word.toLowerCase().replace(/(?:ements?|ers?|ing|ors?|ants?|ists?|ions?|ed|es|s|e)$/, '');
}

function idsIn(node: RequirementNode): string[] {
  if (node.kind === 'credential') return [node.id];
  return node.kind === 'any' || node.kind === 'all' ? node.of.flatMap(idsIn) : [];
}
