import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EducationLevel, type Requirement, type RequirementNode } from '../../../src/model/requirement.ts';
import { judgeRequirements } from '../../../src/pipeline/match/eligibility.ts';
import { matchOpening } from '../../../src/pipeline/match/match-opening.ts';
import { preparePerson } from '../../../src/pipeline/match/person.ts';
import { CREDENTIALS, NO_EVIDENCE, NOW, opening, profile } from './kit.ts';

const id = fc.constantFrom(...CREDENTIALS.keys(), 'rn-eligible', 'never-heard-of');
const date = fc.constantFrom('2024', '2025-03', '2026-11-22', '2026-12', '2027-05', '2029');
const region = fc.option(fc.constantFrom('OH', 'PA'), { nil: undefined });
const grace = fc.option(fc.integer({ min: 1, max: 36 }), { nil: undefined });
const level = fc.constantFrom(...EducationLevel.options);
const field = fc.constantFrom('Nursing', 'Health Information Management', 'History', '…');

const heldCredential = fc.record({ id, region, since: date, validUntil: date }, { requiredKeys: ['id'] });

const parts = fc.record({
  credentials: fc.array(heldCredential, { maxLength: 4 }),
  planned: fc.array(fc.record({ id, by: date }), { maxLength: 3 }),
  education: fc.array(
    fc.record({ level, field, finished: fc.boolean(), expected: date }, { requiredKeys: ['level'] }),
    { maxLength: 3 },
  ),
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

function judge(of: readonly Requirement[], personParts: Record<string, unknown>) {
  return judgeRequirements(of, preparePerson(profile(personParts), CREDENTIALS, NOW));
}

describe('judgeRequirements, for any posting and any person', () => {
  it('never makes an eligible person ineligible by a further credential', () => {
    fc.assert(
      fc.property(requirements, parts, heldCredential, (of, before, further) => {
        const after = { ...before, credentials: [...before.credentials, further] };

        fc.pre(judge(of, before).verdict === 'eligible');

        expect(judge(of, after).verdict).not.toBe('ineligible');
      }),
    );
  });

  it('rejects only where a required finding is surely not met', () => {
    fc.assert(
      fc.property(requirements, parts, (of, personParts) => {
        const { verdict, findings } = judge(of, personParts);

        const lacks = findings.some((finding) => finding.strength === 'required' && finding.state === 'not-met');
        expect(verdict === 'ineligible').toBe(lacks);
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

          const { verdict } = judge(
            [open, either].map((each) => ({ strength: 'required', node: each })),
            personParts,
          );

          expect(verdict).toBe('unknown');
        },
      ),
    );
  });

  it('never rejects a profile that lists nothing', () => {
    fc.assert(
      fc.property(requirements, (of) => {
        expect(judge(of, {}).verdict).not.toBe('ineligible');
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
