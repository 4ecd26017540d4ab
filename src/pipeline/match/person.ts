import type { Credential } from '../../model/credential.ts';
import type { Profile } from '../../model/profile.ts';
import type { EducationLevel } from '../../model/requirement.ts';
import { credentialName } from './credential-name.ts';
import { isAhead, isPast } from './dates.ts';
import { subjectStems, wordStems } from './words.ts';

/** A credential of the profile; `expiredOn` is its last valid day, month or year, when that is over. */
export interface HeldCredential {
  readonly region: string | undefined;
  readonly expiredOn: string | undefined;
}

/** A credential that stands in for the one asked for; `why` is the reason written in its row. */
export interface Substitute {
  readonly id: string;
  readonly strength: 'same' | 'usual';
  readonly why: string;
}

/** A degree of the profile; `words`, the stems of its field, is null when the profile names no field. */
export interface Degree {
  readonly level: EducationLevel;
  readonly field: string | undefined;
  readonly words: ReadonlySet<string> | null;
  readonly finished: boolean;
  readonly expected: string | undefined;
}

/** One line of experience; `words` are the stems of the role. */
export interface Role {
  readonly role: string;
  readonly years: number;
  readonly healthcare: boolean | undefined;
  readonly volunteer: boolean;
  readonly words: ReadonlySet<string>;
}

/** A profile made ready for holding many openings against it. */
export interface Person {
  readonly profile: Profile;
  /** The moment that decides what has run out and what a grace period still covers. */
  readonly now: Date;
  readonly held: ReadonlyMap<string, readonly HeldCredential[]>;
  /** Id to the date by which it is expected, the earliest if several are given. */
  readonly planned: ReadonlyMap<string, string>;
  readonly degrees: readonly Degree[];
  readonly roles: readonly Role[];
  /** The profile names neither credentials nor education nor experience: nothing can be told from its silence. */
  readonly blank: boolean;
  /** The credentials of the profile (held or planned) that stand in for `id`, `same` first. */
  readonly inPlaceOf: (id: string) => readonly Substitute[];
  /** What a person calls the credential. */
  readonly nameOf: (id: string) => string;
  /** Stems of everything the credential is called, for telling whether a degree leads to it. */
  readonly subjectOf: (id: string) => ReadonlySet<string>;
}

/** Precomputes everything about a profile that every opening is held against. `credentials` are the rows by id. */
export function preparePerson(profile: Profile, credentials: ReadonlyMap<string, Credential>, now: Date): Person {
  const held = heldById(profile, now);
  const planned = plannedById(profile, now);

  return {
    profile,
    now,
    held,
    planned,
    degrees: profile.education.map((entry) => ({
      level: entry.level,
      field: entry.field,
      words: entry.field === undefined ? null : wordStems(entry.field),
      finished: entry.finished,
      expected: entry.expected,
    })),
    roles: profile.experience.map((entry) => ({
      ...entry,
      healthcare: entry.healthcare,
      words: wordStems(entry.role),
    })),
    blank: held.size + planned.size + profile.education.length + profile.experience.length === 0,
    inPlaceOf(id) {
      const known = (credentials.get(id)?.acceptedInPlace ?? []).flatMap(({ id: other, strength, why }) =>
        // A near miss never counts as met.
        strength !== 'near' && (held.has(other) || planned.has(other)) ? [{ id: other, strength, why }] : [],
      );
      return known.toSorted((left, right) => STRENGTHS.indexOf(left.strength) - STRENGTHS.indexOf(right.strength));
    },
    nameOf: (id) => credentialName(id, credentials),
    subjectOf(id) {
      const row = credentials.get(id);
      return new Set([row?.name ?? id, ...(row?.aliases ?? [])].flatMap((words) => [...subjectStems(words)]));
    },
  };
}

const STRENGTHS: readonly string[] = ['same', 'usual'];

function heldById(profile: Profile, now: Date): Map<string, HeldCredential[]> {
  const held = new Map<string, HeldCredential[]>();
  for (const entry of profile.credentials) {
    if (entry.since !== undefined && isAhead(entry.since, now)) continue;
    const expiredOn = entry.validUntil !== undefined && isPast(entry.validUntil, now) ? entry.validUntil : undefined;
    const others = held.get(entry.id) ?? [];
    held.set(entry.id, [...others, { region: entry.region, expiredOn }]);
  }
  return held;
}

function plannedById(profile: Profile, now: Date): Map<string, string> {
  const planned = new Map<string, string>();
  const plans = profile.planned.map(({ id, by }) => ({ id, by }));
  for (const { id, since } of profile.credentials) {
    // Held from a day that is still to come: until then it is a plan.
    if (since !== undefined && isAhead(since, now)) plans.push({ id, by: since });
  }
  for (const { id, by } of plans) {
    const earlier = planned.get(id);
    if (earlier === undefined || by < earlier) planned.set(id, by);
  }
  return planned;
}
