import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Verdict } from '../../../src/model/match.ts';
import { EducationLevel, type Requirement, type RequirementNode } from '../../../src/model/requirement.ts';
import { judgeRequirements } from '../../../src/pipeline/match/eligibility.ts';
import { matchOpening } from '../../../src/pipeline/match/match-opening.ts';
import { preparePerson } from '../../../src/pipeline/match/person.ts';
import { afterStep } from '../../../src/pipeline/match/steps.ts';
import { CREDENTIALS, NO_EVIDENCE, NOW, opening, profile } from './kit.ts';

// Few enough that what is asked and what is held often meet.
const id = fc.constantFrom(
  ...'rhia rhit cca ccs ccs-p cpc cpc-a coding-credential cdip ccds cphims cahims rn np lpn bls cpr cpa'.split(' '),
  'rn-eligible',
  'rhia-eligible',
  'never-heard-of',
);
const date = fc.constantFrom('2024', '2025-03', '2026-11-22', '2026-12', '2027-05', '2029');
const region = fc.option(fc.constantFrom('OH', 'PA'), { nil: undefined });
const grace = fc.option(fc.integer({ min: 1, max: 36 }), { nil: undefined });
const level = fc.constantFrom(...EducationLevel.options);
const field = fc.constantFrom('Nursing', 'Health Information Management', 'History', '…');

const heldCredential = fc.record({ id, region, since: date, validUntil: date }, { requiredKeys: ['id'] });

const degree = fc.record(
  { level, field, finished: fc.boolean(), expected: date, accredited: fc.constantFrom('yes', 'no', 'unknown') },
  { requiredKeys: ['level'] },
);

const parts = fc.record({
  credentials: fc.array(heldCredential, { maxLength: 4 }),
  planned: fc.array(
    fc.record(
      { id, by: date, booked: date, window: fc.record({ from: date, until: date }) },
      { requiredKeys: ['id', 'by'] },
    ),
    { maxLength: 3 },
  ),
  education: fc.array(degree, { maxLength: 3 }),
  experience: fc.array(
    fc.record(
      { role: fc.string(), years: fc.integer({ min: 0, max: 40 }), volunteer: fc.boolean() },
      { requiredKeys: ['role', 'years'] },
    ),
    { maxLength: 3 },
  ),
});

const evidence = fc.constant(NO_EVIDENCE);
const { node } = fc.letrec<{ node: RequirementNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ kind: fc.constant('unread' as const), evidence }),
    fc.record({
      kind: fc.constant('credential' as const),
      id,
      region,
      graceMonths: grace,
      evidence,
      eligible: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('education' as const),
      level,
      fields: fc.array(field, { maxLength: 2 }),
      graceMonths: grace,
      evidence,
    }),
    fc.record({
      kind: fc.constant('experience' as const),
      years: fc.integer({ min: 0, max: 20 }),
      topic: fc.string(),
      evidence,
    }),
    fc.record({
      kind: fc.constant('equivalent' as const),
      of: fc.constantFrom('experience' as const, 'credential' as const, 'education' as const),
      evidence,
    }),
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('node'), { maxLength: 3 }),
      graceMonths: grace,
      evidence,
    }),
  ),
}));
const requirement: fc.Arbitrary<Requirement> = fc.record({
  strength: fc.constantFrom('required' as const, 'preferred' as const),
  node,
});
const requirements = fc.array(requirement, { maxLength: 5 });

function higher(from: EducationLevel): EducationLevel {
  const levels = EducationLevel.options;
  return levels[Math.min(levels.indexOf(from) + 1, levels.length - 1)] ?? from;
}

function judge(of: readonly Requirement[], personParts: Record<string, unknown>) {
  return judgeRequirements(of, preparePerson(profile(personParts), CREDENTIALS, NOW));
}

describe('judgeRequirements, for any posting and any person', () => {
  // From the best to the worst: what is unknown is better than what is missing.
  const rungOf = (verdict: Verdict): number => Verdict.options.indexOf(verdict);
  // Where a profile is silent nothing is held against it, so its first entry of a kind may tell what is missing.
  const told = parts.filter(({ education, experience }) => education.length > 0 && experience.length > 0);

  it('gives no worse verdict for a further credential', () => {
    const past = fc.record(
      { id, region, since: fc.constant('2020'), validUntil: date },
      { requiredKeys: ['id', 'since'] },
    );
    fc.assert(
      fc.property(requirements, told, past, (of, before, further) => {
        const after = { ...before, credentials: [...before.credentials, further] };

        expect(rungOf(judge(of, after).verdict)).toBeLessThanOrEqual(rungOf(judge(of, before).verdict));
      }),
    );
  });

  it('gives no worse verdict for more years', () => {
    fc.assert(
      fc.property(requirements, told, fc.integer({ min: 1, max: 10 }), fc.nat(2), (of, before, years, which) => {
        const at = which % before.experience.length;
        const experience = before.experience.map((role, index) =>
          index === at ? { ...role, years: role.years + years } : role,
        );

        const after = judge(of, { ...before, experience });

        expect(rungOf(after.verdict)).toBeLessThanOrEqual(rungOf(judge(of, before).verdict));
      }),
    );
  });

  it('gives no worse verdict for a further or a higher degree', () => {
    fc.assert(
      fc.property(requirements, told, degree, fc.nat(2), (of, before, further, which) => {
        const finished = { ...further, finished: true };
        const at = which % before.education.length;
        const raised = before.education.map((each, index) =>
          index === at ? { ...each, level: higher(each.level), finished: true } : each,
        );

        const was = rungOf(judge(of, before).verdict);

        const more = judge(of, { ...before, education: [...before.education, finished] });
        expect(rungOf(more.verdict)).toBeLessThanOrEqual(was);
        expect(rungOf(judge(of, { ...before, education: raised }).verdict)).toBeLessThanOrEqual(was);
      }),
    );
  });

  it('finds something missing only where a required finding is surely not met', () => {
    fc.assert(
      fc.property(requirements, parts, (of, personParts) => {
        const { verdict, findings } = judge(of, personParts);

        const lacks = findings.some((finding) => finding.strength === 'required' && finding.state === 'not-met');
        expect(verdict === 'ineligible' || verdict === 'near').toBe(lacks);
      }),
    );
  });

  it('leaves nothing missing after any of the steps of a near verdict', () => {
    fc.assert(
      fc.property(requirements, parts, (of, personParts) => {
        const before = preparePerson(profile(personParts), CREDENTIALS, NOW);
        const { verdict, steps } = judgeRequirements(of, before);

        expect(steps.length > 0).toBe(verdict === 'near');
        for (const step of steps) {
          const after = judgeRequirements(of, afterStep(before, step));
          expect(['near', 'ineligible']).not.toContain(after.verdict);
        }
      }),
    );
  });

  it('does not depend on what is preferred', () => {
    fc.assert(
      fc.property(requirements, parts, (of, personParts) => {
        const { verdict, steps } = judge(of, personParts);

        const alone = judge(
          of.filter(({ strength }) => strength === 'required'),
          personParts,
        );

        expect({ verdict, steps }).toEqual({ verdict: alone.verdict, steps: alone.steps });
      }),
    );
  });

  it('never rejects for what could not be read, alone or as an alternative', () => {
    fc.assert(
      fc.property(
        node,
        parts,
        fc.constantFrom('unread' as const, 'equivalent' as const),
        (other, personParts, kind) => {
          const open: RequirementNode =
            kind === 'unread' ? { kind, evidence: NO_EVIDENCE } : { kind, of: 'experience', evidence: NO_EVIDENCE };
          const either: RequirementNode = { kind: 'any', of: [other, open], evidence: NO_EVIDENCE };

          const { verdict, findings } = judge(
            [open, either].map((each) => ({ strength: 'required', node: each })),
            personParts,
          );

          expect(verdict).toBe('unknown');
          expect(findings.map(({ state }) => state)).not.toContain('not-met');
        },
      ),
    );
  });

  it('never rejects a profile that lists nothing', () => {
    fc.assert(
      fc.property(requirements, (of) => {
        expect(['near', 'ineligible']).not.toContain(judge(of, {}).verdict);
      }),
    );
  });

  it('does not depend on the order of the requirements', () => {
    fc.assert(
      fc.property(requirements, parts, (of, personParts) => {
        const forward = judge(of, personParts);
        const backward = judge(of.toReversed(), personParts);

        expect(backward.verdict).toBe(forward.verdict);
        expect(backward.findings.toReversed()).toEqual(forward.findings);
      }),
    );
  });

  it('gives a reason for every finding', () => {
    fc.assert(
      fc.property(requirements, parts, (of, personParts) => {
        const { findings } = judge(of, personParts);

        for (const finding of findings) expect(finding.because).toMatch(/\S/u);
      }),
    );
  });
});

describe('matchOpening, for any posting and any person', () => {
  it('gives a whole score from 0 to 100, twice the same', () => {
    const words = fc.array(fc.string(), { maxLength: 3 });
    const wanted = fc.record({ titles: words, words });
    fc.assert(
      fc.property(requirements, parts, wanted, fc.string(), fc.string(), (of, personParts, wishes, title, text) => {
        const person = preparePerson(profile({ ...personParts, wanted: wishes }), CREDENTIALS, NOW);
        const posting = opening({ title, text, reading: { requirements: of } });

        const match = matchOpening(posting, person, NOW);

        expect(Number.isInteger(match.score)).toBe(true);
        expect(match.score).toBeGreaterThanOrEqual(0);
        expect(match.score).toBeLessThanOrEqual(100);
        expect(matchOpening(posting, person, NOW)).toEqual(match);
      }),
    );
  });
});
