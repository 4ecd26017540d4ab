import type { Finding, Step } from '../../model/match.ts';
import type { RequirementNode } from '../../model/requirement.ts';
import { withoutEligible } from './credential-name.ts';
import { LEVEL_NAMES, rankOf } from './education-level.ts';
import { inYears, isAnyWork, rolesIn, yearsOf } from './judge-experience.ts';
import { type Person, preparePerson } from './person.ts';
import { fold } from './words.ts';

/**
 * The steps that would change something about a demand that is not met: for each of its leaves that is not met the
 * credential, or one that is taken for it, the level of education, the years that are lacking. `finding` is what was
 * found about `node`.
 */
export function stepsFor(node: RequirementNode, finding: Finding, person: Person): Step[] {
  if (finding.state !== 'not-met') return [];
  switch (node.kind) {
    case 'credential':
      return credentialsFor(withoutEligible(node.id), person).map((id) => ({ kind: 'credential', id }));
    case 'education':
      return [{ kind: 'education', level: node.level }];
    case 'experience': {
      // What is shown to be in the topic counts, not all years: the step must surely be enough.
      const { topic } = node;
      const roles = topic === undefined || isAnyWork(topic) ? person.roles : rolesIn(topic, person.roles);
      const years = Math.round((node.years - yearsOf(roles)) * 100) / 100;
      return years > 0 ? [{ kind: 'experience', years, topic }] : [];
    }
    case 'all':
    case 'any':
      return node.of.flatMap((child, index) => {
        const part = finding.parts[index];
        return part === undefined ? [] : stepsFor(child, part, person);
      });
    default:
      return [];
  }
}

// Nobody can earn an umbrella: only what stands under it.
function credentialsFor(id: string, { credentials }: Person): string[] {
  const row = credentials.get(id);
  const taken = (row?.acceptedInPlace ?? []).filter(({ strength }) => strength !== 'near').map((other) => other.id);
  const all = row?.umbrella === true && taken.length > 0 ? taken : [id, ...taken];
  return all.filter((each) => credentials.get(each)?.retired !== true || each === id);
}

/** The steps once each, in their order; of several sizes of the same step only the smallest. */
export function smallestOf(steps: readonly Step[]): Step[] {
  const smallest = new Map<string, Step>();
  for (const step of steps) {
    const key = kindOfStep(step);
    const other = smallest.get(key);
    if (other === undefined || covers(other, step)) smallest.set(key, step);
  }
  return [...smallest.values()];
}

/** Does whoever takes `step` also take `other`: the same, a higher degree, at least as many years? */
export function covers(step: Step, other: Step): boolean {
  if (step.kind === 'credential') return other.kind === 'credential' && step.id === other.id;
  if (step.kind === 'education') return other.kind === 'education' && rankOf(step.level) >= rankOf(other.level);
  if (other.kind !== 'experience' || step.years < other.years) return false;
  return other.topic === undefined || kindOfStep(step) === kindOfStep(other);
}

/** The same text for steps that differ in their size alone. */
export function kindOfStep(step: Step): string {
  if (step.kind === 'credential') return `credential ${step.id}`;
  return step.kind === 'education' ? step.kind : `${step.kind}${fold(step.topic ?? '')}`;
}

/** A step in words: "RHIA", "a bachelor's degree", "2 more years of coding experience". */
export function stepInWords(step: Step, nameOf: (id: string) => string): string {
  if (step.kind === 'credential') return nameOf(step.id);
  if (step.kind === 'education') return LEVEL_NAMES[step.level];
  const years = inYears(step.years).replace(' ', ' more ');
  if (step.topic === undefined) return `${years} of experience`;
  return `${years} of ${/\bexperience\b/iu.test(step.topic) ? step.topic : `${step.topic} experience`}`;
}

/** The person as they would be after a step. The same person and step give the same value, made once. */
export function afterStep(person: Person, step: Step): Person {
  const known = AFTER.get(person) ?? new Map<string, Person>();
  AFTER.set(person, known);
  const key = JSON.stringify(step);
  const found = known.get(key);
  if (found !== undefined) return found;

  const after = preparePerson(profileAfter(person.profile, step), person.credentials, person.now);
  known.set(key, after);
  return after;
}

// Many openings lack the same few things, and preparing a person costs more than judging one opening.
const AFTER = new WeakMap<Person, Map<string, Person>>();

function profileAfter(profile: Person['profile'], step: Step): Person['profile'] {
  switch (step.kind) {
    case 'credential':
      return { ...profile, credentials: [...profile.credentials, { id: step.id }] };
    case 'education':
      return {
        ...profile,
        education: [...profile.education, { level: step.level, accredited: 'unknown', finished: true }],
      };
    case 'experience':
      return {
        ...profile,
        experience: [...profile.experience, { role: step.topic ?? 'Work', years: step.years, volunteer: false }],
      };
  }
}
