import type { EducationLevel, RequirementNode } from '../../model/requirement.ts';
import { STATE_PATTERN, stateCode } from './areas.ts';

const LEVEL_WORDS: Readonly<Record<EducationLevel, string>> = {
  none: 'no formal education',
  high_school: 'high school diploma',
  certificate: 'certificate or diploma program',
  associate: "associate's degree",
  bachelor: "bachelor's degree",
  master: "master's degree",
  doctorate: 'doctorate',
};

/** Names of US states by postal code; the pattern lists codes too, behind the names. */
const STATE_NAMES = new Map(
  STATE_PATTERN.split('|')
    .toReversed()
    .map((name) => [stateCode(name) ?? name, name]),
);

/** Where a licence counts, in words: "Ohio" for `OH`; `compact` and what is no state stay. */
export function regionName(region: string): string {
  return STATE_NAMES.get(region) ?? region;
}

/**
 * A requirement in plain words: "RHIA or RHIT", "bachelor's degree or equivalent experience", "3 years of coding
 * experience". `nameOf` gives the short name of a credential id.
 */
export function describeNode(node: RequirementNode, nameOf: (id: string) => string): string {
  return withGrace(node, nameOf, false);
}

function withGrace(node: RequirementNode, nameOf: (id: string) => string, inside: boolean): string {
  const words = describe(node, nameOf, inside);
  if (node.graceMonths === undefined) return words;
  return inside
    ? `${words} (within ${months(node.graceMonths)} of hire)`
    : `${words}, within ${months(node.graceMonths)} of hire`;
}

function describe(node: RequirementNode, nameOf: (id: string) => string, inside: boolean): string {
  switch (node.kind) {
    case 'credential':
      return `${nameOf(node.id)}${node.region === undefined ? '' : ` (${regionName(node.region)})`}${node.eligible === true ? ' eligibility' : ''}`;
    case 'education':
      return `${LEVEL_WORDS[node.level]}${node.inProgress === true ? ' (in progress or finished)' : ''}${node.fields.length === 0 ? '' : ` in ${list(node.fields, 'or')}`}`;
    case 'experience':
      return experience(node.years, node.topic);
    case 'equivalent':
      return `equivalent ${node.of}`;
    case 'unread':
      return `“${shorten(node.evidence.quote)}”`;
    default: {
      const words = list(
        node.of.map((child) =>
          withGrace(node.graceMonths === undefined ? child : { ...child, graceMonths: undefined }, nameOf, true),
        ),
        node.kind === 'any' ? 'or' : 'and',
      );
      return inside && node.of.length > 1 ? `(${words})` : words;
    }
  }
}

function experience(years: number, topic: string | undefined): string {
  if (years === 0) return 'no prior experience';
  const span = years < 1 ? months(Math.round(years * 12)) : `${years} ${years === 1 ? 'year' : 'years'}`;
  return topic === undefined ? `${span} of experience` : `${span} of ${topic} experience`;
}

function months(count: number): string {
  return count === 1 ? '1 month' : `${count} months`;
}

function list(parts: readonly string[], conjunction: string): string {
  if (parts.length < 3) return parts.join(` ${conjunction} `);
  return `${parts.slice(0, -1).join(', ')} ${conjunction} ${parts.at(-1) ?? ''}`;
}

function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= 120 ? line : `${line.slice(0, 117)}…`;
}
