import type { Requirement, RequirementNode } from '../../model/requirement.ts';
import type { CredentialIndex } from './credential-index.ts';
import { tokenize } from './tokens.ts';

/** Words behind a credential that make the title another person's: "RN Recruiter", "Dentist Office Manager", "CPA Firm …". */
const ANOTHERS =
  /^\)?[ ,/-]*(?:recruit\w*|office|practice|firm|relations|liaison|scheduler|staffing|program|residenc\w*|resident|assistant|assistance|aide|secretary|support|billing|services|sales|school|student|intern\b|extern|apprentice|educat\w*|instructor|faculty|professor|trainer|coach|credentialing)/i;
/** "Assistant to the Dentist", "Director of Physicians". */
const OF_OTHERS = /\b(?:assistant to|to the|to an?|of|for|supervisor of|support|serving|with)(?: the| an?| our)? $/i;
const WISHED = /\b(?:prefer\w*|desir\w*|a plus|plus\b|optional|or will train)/i;

/**
 * What the title alone asks for: who advertises for a "Registered Nurse" takes nobody without the licence, whether or not
 * the text says so. Nothing where the text speaks of one of these credentials as a demand, required or preferred.
 */
export function titleRequirements(
  title: string,
  requirements: readonly Requirement[],
  index: CredentialIndex,
): Requirement[] {
  const mentions = index
    .scan(title, tokenize(title, index.vocabulary))
    .filter(({ start, end }) => !ANOTHERS.test(title.slice(end)) && !OF_OTHERS.test(title.slice(0, start)));
  const ids = [...new Set(mentions.map(({ id }) => id))];
  if (ids.length === 0 || WISHED.test(title)) return [];
  const stated = new Set(requirements.flatMap(({ node }) => idsIn(node)));
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

function idsIn(node: RequirementNode): string[] {
  if (node.kind === 'credential') return [node.id];
  return node.kind === 'any' || node.kind === 'all' ? node.of.flatMap(idsIn) : [];
}
