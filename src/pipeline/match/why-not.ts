import type { Finding, Match } from '../../model/match.ts';

/** What is known of an opening's way into a person's digest besides its match. */
export interface Standing {
  readonly closedAt: string | null;
  /** The digest that told of it: when that was due, as an instant; null when none did. */
  readonly toldAt: string | null;
  /** How many openings that no digest has told of come before it. */
  readonly ahead: number;
  /** How many a digest has room for. */
  readonly limit: number;
}

/** One rule that keeps an opening out of a digest, the posting's words it rests on, and what would change it. */
export interface Hindrance {
  readonly rule: string;
  readonly quotes: readonly string[];
  readonly change: string;
}

/** Every rule that keeps an opening out of the next digest; empty when none does. Most telling first. */
export function whyNot(match: Match | undefined, standing: Standing): Hindrance[] {
  const found: Hindrance[] = [];
  const add = (rule: string, change: string, quotes: readonly string[] = []) => found.push({ rule, quotes, change });
  if (standing.toldAt !== null)
    add(
      `a digest told of it already (${standing.toldAt.slice(0, 10)})`,
      'Nothing: no digest tells of an opening twice.',
    );
  if (standing.closedAt !== null)
    add(`it is closed since ${standing.closedAt.slice(0, 10)}`, 'It comes back by itself when a board shows it again.');
  if (match === undefined) {
    add('it has not been held against this profile yet', 'Run rolewatch run.');
    return found;
  }
  if (match.hidden !== null) add(match.hidden, changeOf(match.hidden));
  if (match.verdict === 'ineligible') found.push(...match.findings.filter(isMissing).map(hindranceOf));
  if (found.length === 0 && standing.ahead >= standing.limit)
    add(
      `${standing.ahead} openings come before it, and a digest has room for ${standing.limit}`,
      'Raise digest.limit in the profile, or wait: the next digest goes on where this one ends.',
    );
  return found;
}

function isMissing({ strength, state }: Finding): boolean {
  return strength === 'required' && state === 'not-met';
}

function hindranceOf(finding: Finding): Hindrance {
  return {
    rule: `required: ${finding.asks}; ${finding.because}`,
    quotes: finding.evidence.quote === '' ? [] : [finding.evidence.quote],
    change: 'If you have it, add it to the profile; rolewatch advise says what it would take to get it.',
  };
}

/** Rules of the profile by the words that `hiddenBy` begins them with, and where in the profile each is set. */
const SETTINGS: readonly (readonly [string, string])[] = [
  ['refused employer', 'refused.employers'],
  ['refused title', 'refused.titles'],
  ['refused words', 'refused.words'],
  ['workplace not wanted', 'wanted.workplace'],
  ['remote only from', 'home'],
  ['too far', 'wanted.places'],
];

/** A rule of the profile with all that it hides. */
export interface RuleSum {
  /** "too far" */
  readonly rule: string;
  /** Where in the profile it is set. */
  readonly setting: string | undefined;
  readonly count: number;
  /** What it is applied to most often: "Erie, PA". */
  readonly most: string;
}

/** Sums what is hidden by rule, most first; `counts` has the words of `hiddenBy`, most first. */
export function byRule(counts: readonly { readonly hidden: string; readonly count: number }[]): RuleSum[] {
  const sums = new Map<string, RuleSum>();
  for (const { hidden, count } of counts) {
    const [rule, setting] = SETTINGS.find(([name]) => hidden.startsWith(name)) ?? [hidden, undefined];
    const sum = sums.get(rule) ?? { rule, setting, count: 0, most: hidden.slice(rule.length).replace(/^:? /, '') };
    sums.set(rule, { ...sum, count: sum.count + count });
  }
  return [...sums.values()].toSorted((left, right) => right.count - left.count);
}

function changeOf(hidden: string): string {
  const setting = SETTINGS.find(([name]) => hidden.startsWith(name))?.[1];
  return setting === undefined ? 'Change the profile.' : `Change ${setting} in the profile.`;
}
