import type { Credential } from '../../model/credential.ts';
import type { Profile } from '../../model/profile.ts';
import type { EducationLevel } from '../../model/requirement.ts';
import { credentialName } from './credential-name.ts';
import { endsWithinDays, isAhead, isPast } from './dates.ts';
import { subjectStems, wordStems } from './words.ts';

/**
 * A credential of the profile. Its last valid day, month or year is `expiredOn` when that is over, and `endsOn` when it
 * comes within 90 days.
 */
export interface HeldCredential {
  readonly region: string | undefined;
  readonly expiredOn: string | undefined;
  readonly endsOn: string | undefined;
}

/** A credential the person works towards: the day they expect it, the booked exam, the days approved for it. */
export interface Plan {
  readonly by: string;
  readonly booked: string | undefined;
  readonly window: { readonly from: string; readonly until: string } | undefined;
}

/** A credential taken, or with `near` not quite, for the one asked for; `why` is the reason written in its row. */
export interface Substitute {
  readonly id: string;
  readonly strength: 'same' | 'usual' | 'near';
  readonly why: string;
}

/** A degree of the profile; `words`, the stems of its field, is null when the profile names no field. */
export interface Degree {
  readonly level: EducationLevel;
  readonly field: string | undefined;
  readonly words: ReadonlySet<string> | null;
  readonly accredited: 'yes' | 'no' | 'unknown';
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
  /** What is known of credentials, by id. */
  readonly credentials: ReadonlyMap<string, Credential>;
  /** The moment that decides what has run out and what a grace period still covers. */
  readonly now: Date;
  readonly held: ReadonlyMap<string, readonly HeldCredential[]>;
  readonly planned: ReadonlyMap<string, readonly Plan[]>;
  readonly degrees: readonly Degree[];
  readonly roles: readonly Role[];
  /** The profile names neither credentials nor education nor experience: nothing can be told from its silence. */
  readonly blank: boolean;
  /** The credentials of the profile (held or planned) that stand in for `id`, `same` first; `near` does not. */
  readonly inPlaceOf: (id: string) => readonly Substitute[];
  /** The valid credentials of the profile that come near `id` and do not stand in for it. */
  readonly nearMissesOf: (id: string) => readonly Substitute[];
  /** What a person calls the credential. */
  readonly nameOf: (id: string) => string;
  /** Stems of everything the credential is called, for telling whether a degree leads to it. */
  readonly subjectOf: (id: string) => ReadonlySet<string>;
}

/** Precomputes everything about a profile that every opening is held against. `credentials` are the rows by id. */
export function preparePerson(profile: Profile, credentials: ReadonlyMap<string, Credential>, now: Date): Person {
  const held = heldById(profile, now);
  const planned = plannedById(profile, now);
  const words = wordsOf(credentials);

  return {
    profile,
    credentials,
    now,
    held,
    planned,
    degrees: profile.education.map((entry) => ({
      level: entry.level,
      field: entry.field,
      words: entry.field === undefined ? null : wordStems(entry.field),
      accredited: entry.accredited,
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
      const known = (credentials.get(id)?.acceptedInPlace ?? []).filter(
        ({ id: other, strength }) => strength !== 'near' && (held.has(other) || planned.has(other)),
      );
      return known.toSorted((left, right) => STRENGTHS.indexOf(left.strength) - STRENGTHS.indexOf(right.strength));
    },
    nearMissesOf: (id) =>
      (credentials.get(id)?.acceptedInPlace ?? []).filter(
        ({ id: other, strength }) =>
          strength === 'near' && held.get(other)?.some((entry) => entry.expiredOn === undefined) === true,
      ),
    nameOf: words.nameOf,
    subjectOf: words.subjectOf,
  };
}

/** What the catalogue calls things, looked up once: every opening that is held against anybody asks for it. */
function wordsOf(credentials: ReadonlyMap<string, Credential>): Pick<Person, 'nameOf' | 'subjectOf'> {
  const known = WORDS.get(credentials);
  if (known !== undefined) return known;

  const names = new Map<string, string>();
  const subjects = new Map<string, ReadonlySet<string>>();
  const made: Pick<Person, 'nameOf' | 'subjectOf'> = {
    nameOf(id) {
      const name = names.get(id) ?? credentialName(id, credentials);
      names.set(id, name);
      return name;
    },
    subjectOf(id) {
      const { name, aliases } = credentials.get(id) ?? { name: id, aliases: [] };
      const subject =
        subjects.get(id) ?? new Set([name, ...aliases].flatMap((spelling) => [...subjectStems(spelling)]));
      subjects.set(id, subject);
      return subject;
    },
  };
  WORDS.set(credentials, made);
  return made;
}

const WORDS = new WeakMap<ReadonlyMap<string, Credential>, Pick<Person, 'nameOf' | 'subjectOf'>>();

const STRENGTHS: readonly string[] = ['same', 'usual'];

/** How long before its end a credential is warned about. */
const WARN_DAYS = 90;

function heldById(profile: Profile, now: Date): Map<string, HeldCredential[]> {
  const held = new Map<string, HeldCredential[]>();
  for (const { id, region, since, validUntil: end } of profile.credentials) {
    if (since !== undefined && isAhead(since, now)) continue;
    const expiredOn = end !== undefined && isPast(end, now) ? end : undefined;
    const endsOn = end !== undefined && endsWithinDays(end, now, WARN_DAYS) ? end : undefined;
    held.set(id, [...(held.get(id) ?? []), { region, expiredOn, endsOn }]);
  }
  return held;
}

function plannedById(profile: Profile, now: Date): Map<string, Plan[]> {
  const planned = new Map<string, Plan[]>();
  const add = (id: string, plan: Plan): void => {
    const plans = [...(planned.get(id) ?? []), plan];
    planned.set(
      id,
      plans.toSorted((left, right) => left.by.localeCompare(right.by)),
    );
  };
  for (const { id, by, booked, window } of profile.planned) add(id, { by, booked, window });
  for (const { id, since } of profile.credentials) {
    // Held from a day that is still to come: until then it is a plan.
    if (since !== undefined && isAhead(since, now)) add(id, { by: since, booked: undefined, window: undefined });
  }
  return planned;
}
