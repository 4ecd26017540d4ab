import type { z } from 'zod';
import type { Profile } from '../../model/profile.ts';
import type { ImportNote } from './resume.ts';

/** A profile as it is written: what has a default may be left out. */
export type ProfileInput = z.input<typeof Profile>;
type ItemOf<List> = NonNullable<List> extends readonly (infer Item)[] ? Item : never;
export type CredentialInput = ItemOf<ProfileInput['credentials']>;
export type EducationInput = ItemOf<ProfileInput['education']>;
export type ExperienceInput = ItemOf<ProfileInput['experience']>;

/** A row of the profile with what it was made from, on one line. */
export interface Entry<Value> {
  readonly value: Value;
  readonly comment: string;
}

/** One list of the profile: rows that are certain, rows for the person to finish, and what was left out. */
export interface Section<Value> {
  readonly entries: readonly Entry<Value>[];
  /** Rows that lack a fact only the person knows; they stand in the file as comments. */
  readonly undecided: readonly { readonly row: string; readonly why: string }[];
  readonly notes: readonly ImportNote[];
}
