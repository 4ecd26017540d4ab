import { z } from 'zod';
import { loadCredentials } from '../../../src/config/credentials.ts';
import type { Credential } from '../../../src/model/credential.ts';
import type { Evidence } from '../../../src/model/evidence.ts';
import type { Opening } from '../../../src/model/opening.ts';
import { Profile } from '../../../src/model/profile.ts';
import { EducationLevel, type Requirement, type RequirementNode } from '../../../src/model/requirement.ts';
import { type Person, preparePerson } from '../../../src/pipeline/match/person.ts';
import { silentReading } from '../../kit/silence.ts';

/** The day on which all cases of these tests happen. */
export const NOW = new Date('2026-11-22T12:00:00Z');

export const NO_EVIDENCE: Evidence = { start: 0, end: 0, quote: '' };

/** The catalogue as it is shipped: the cases hold for what people get. */
export const CREDENTIALS: ReadonlyMap<string, Credential> = new Map(
  loadCredentials().credentials.map((credential) => [credential.id, credential]),
);

/** The id of the credential that is called this: "CTR" is `ods`. What is no spelling stays as it is. */
export function idOf(spelling: string): string {
  if (CREDENTIALS.has(spelling)) return spelling;
  const row = CREDENTIALS.values().find(({ aliases, caseSensitive, name }) =>
    [name, ...aliases, ...caseSensitive].includes(spelling),
  );
  return row?.id ?? spelling;
}

/** A profile with a name and the given parts. */
export function profile(parts: Record<string, unknown> = {}): Profile {
  const read = Profile.parse({ name: 'Ada Example', ...parts });
  return { ...read, credentials: read.credentials.map((each) => ({ ...each, id: idOf(each.id) })) };
}

export function person(parts: Record<string, unknown> = {}): Person {
  return preparePerson(profile(parts), CREDENTIALS, NOW);
}

/** An opening that states nothing, with the given parts; `reading` may be given in part too. */
export function opening(
  parts: Partial<Omit<Opening, 'reading'>> & { reading?: Partial<Opening['reading']> } = {},
): Pick<Opening, 'title' | 'employer' | 'places' | 'postedAt' | 'text' | 'reading'> {
  return {
    title: 'Health Information Technician',
    employer: 'Lakeside Health',
    places: [],
    text: '',
    ...parts,
    reading: silentReading(parts.reading),
  };
}

/** A requirement node in the short form of cases.yaml: `rhia`, `{ education: bachelor }`, `{ any: [rhia, rhit] }`. */
const ShortNode: z.ZodType<RequirementNode> = z.lazy(() =>
  z.union([
    z.literal('unread').transform((kind): RequirementNode => ({ kind, evidence: NO_EVIDENCE })),
    z.string().transform((id): RequirementNode => ({ kind: 'credential', id: idOf(id), evidence: NO_EVIDENCE })),
    z
      .strictObject({ credential: z.string(), eligible: z.boolean().optional(), region: z.string().optional(), grace })
      .transform(({ credential, grace: graceMonths, ...rest }): RequirementNode => {
        return { kind: 'credential', id: credential, ...rest, graceMonths, evidence: NO_EVIDENCE };
      }),
    z
      .strictObject({
        education: EducationLevel,
        fields: z.array(z.string()).default([]),
        inProgress: z.boolean().optional(),
        grace,
      })
      .transform(({ education, fields, inProgress, grace: graceMonths }): RequirementNode => {
        return { kind: 'education', level: education, fields, inProgress, graceMonths, evidence: NO_EVIDENCE };
      }),
    z
      .strictObject({ experience: z.number(), topic: z.string().optional() })
      .transform(({ experience, topic }): RequirementNode => {
        return { kind: 'experience', years: experience, topic, evidence: NO_EVIDENCE };
      }),
    z
      .strictObject({ equivalent: z.enum(['experience', 'credential', 'education']) })
      .transform(({ equivalent }): RequirementNode => ({ kind: 'equivalent', of: equivalent, evidence: NO_EVIDENCE })),
    z.strictObject({ any: z.array(ShortNode), grace }).transform(({ any, grace: graceMonths }): RequirementNode => {
      return { kind: 'any', of: any, graceMonths, evidence: NO_EVIDENCE };
    }),
    z.strictObject({ all: z.array(ShortNode), grace }).transform(({ all, grace: graceMonths }): RequirementNode => {
      return { kind: 'all', of: all, graceMonths, evidence: NO_EVIDENCE };
    }),
  ]),
);

const grace = z.number().positive().optional();

export function required(short: unknown): Requirement {
  return { strength: 'required', node: ShortNode.parse(short) };
}

export function preferred(short: unknown): Requirement {
  return { strength: 'preferred', node: ShortNode.parse(short) };
}
