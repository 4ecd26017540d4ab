import { z } from 'zod';
import { Credential } from '../../../src/model/credential.ts';
import type { Evidence } from '../../../src/model/evidence.ts';
import type { Opening } from '../../../src/model/opening.ts';
import { Profile } from '../../../src/model/profile.ts';
import { EducationLevel, type Requirement, type RequirementNode } from '../../../src/model/requirement.ts';
import { type Person, preparePerson } from '../../../src/pipeline/match/person.ts';
import { silentReading } from '../../kit/silence.ts';

/** The day on which all cases of these tests happen. */
export const NOW = new Date('2026-11-22T12:00:00Z');

export const NO_EVIDENCE: Evidence = { start: 0, end: 0, quote: '' };

/** A few rows of the accepted-in-place-of table, as they would stand in config/credentials. */
export const CREDENTIALS: ReadonlyMap<string, Credential> = new Map(
  [
    row('rhit', 'Registered Health Information Technician', [
      usual('rhia', 'the higher level in the same field.'),
      same('art'),
    ]),
    row('rhia', 'Registered Health Information Administrator', [same('rra')]),
    row('art', 'Accredited Record Technician'),
    row('rra', 'Registered Record Administrator'),
    row(
      'cca',
      'Certified Coding Associate',
      ['ccs', 'ccs-p', 'rhit', 'rhia'].map((id) => usual(id, 'the entry level')),
    ),
    row('ccs', 'Certified Coding Specialist'),
    row('ccs-p', 'Certified Coding Specialist - Physician-based'),
    row('cpc', 'Certified Professional Coder'),
    row('cpc-a', 'Certified Professional Coder - Apprentice', [usual('cpc', 'the full credential')]),
    row('coc', 'Certified Outpatient Coder', [same('cpc-h')]),
    row('cpc-h', 'Certified Professional Coder - Hospital'),
    row(
      'coding-credential',
      'AHIMA or AAPC coding credential',
      ['cca', 'ccs', 'ccs-p', 'cpc', 'coc']
        .map((id) => usual(id, 'one of them'))
        .concat(usual('rhit', 'counted by many employers')),
    ),
    row('cdip', 'Certified Documentation Improvement Practitioner', [usual('ccds', 'the other issuer')]),
    row('ccds', 'Certified Clinical Documentation Specialist', [usual('cdip', 'the other issuer')]),
    row('ccds-o', 'Certified Clinical Documentation Specialist - Outpatient'),
    row('ods', 'Oncology Data Specialist', [same('ctr')]),
    row('ctr', 'Certified Tumor Registrar'),
    row('cphims', 'Certified Professional in Healthcare Information and Management Systems'),
    row('cahims', 'Certified Associate in Healthcare Information and Management Systems', [
      usual('cphims', 'the higher level'),
    ]),
    row('rn', 'Registered Nurse', [usual('np', 'holds an RN licence as well')], 'licence'),
    row('np', 'Nurse Practitioner', [], 'licence'),
    row('lpn', 'Licensed Practical Nurse', [usual('rn', 'pay and scope differ')], 'licence'),
    row('bls', 'Basic Life Support'),
    row('acls', 'Advanced Cardiovascular Life Support'),
    row('cpa', 'Certified Public Accountant', [], 'licence'),
    row('cpa-eligible', 'CPA-eligible', [{ ...same('cpa'), why: 'a holder satisfies it' }], 'licence'),
    row('drivers-license', "Driver's license", [], 'licence'),
  ].map((credential) => [credential.id, credential]),
);

/** A profile with a name and the given parts. */
export function profile(parts: Record<string, unknown> = {}): Profile {
  return Profile.parse({ name: 'Ada Example', ...parts });
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
    z.string().transform((id): RequirementNode => ({ kind: 'credential', id, evidence: NO_EVIDENCE })),
    z
      .strictObject({ credential: z.string(), eligible: z.boolean().optional(), region: z.string().optional(), grace })
      .transform(({ credential, grace: graceMonths, ...rest }): RequirementNode => {
        return { kind: 'credential', id: credential, ...rest, graceMonths, evidence: NO_EVIDENCE };
      }),
    z
      .strictObject({ education: EducationLevel, fields: z.array(z.string()).default([]), grace })
      .transform(({ education, fields, grace: graceMonths }): RequirementNode => {
        return { kind: 'education', level: education, fields, graceMonths, evidence: NO_EVIDENCE };
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

type InPlace = Credential['acceptedInPlace'][number];

function row(
  id: string,
  name: string,
  acceptedInPlace: InPlace[] = [],
  kind: Credential['kind'] = 'certification',
): Credential {
  return Credential.parse({ id, name, kind, acceptedInPlace });
}

function usual(id: string, why: string): InPlace {
  return { id, strength: 'usual', why };
}

function same(id: string): InPlace {
  return { id, strength: 'same', why: 'renamed' };
}
