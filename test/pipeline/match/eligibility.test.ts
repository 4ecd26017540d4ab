import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { NodeState, type Step, Verdict } from '../../../src/model/match.ts';
import { judgeRequirements } from '../../../src/pipeline/match/eligibility.ts';
import { person, preferred, required } from './kit.ts';

const Case = z.strictObject({
  name: z.string(),
  profile: z.record(z.string(), z.unknown()),
  required: z.array(z.unknown()),
  preferred: z.array(z.unknown()).default([]),
  states: z.array(NodeState),
  verdict: Verdict,
  because: z.string().optional(),
  /** The single steps: an id, a level, or years and topic as "+2 coding". */
  steps: z.array(z.string()).optional(),
});

const cases = z.array(Case).parse(parse(readFileSync(new URL('cases.yaml', import.meta.url), 'utf8')));

describe('judgeRequirements', () => {
  it.each(cases)('$name', (example) => {
    const requirements = [...example.required.map(required), ...example.preferred.map(preferred)];

    const { verdict, findings, steps } = judgeRequirements(requirements, person(example.profile));

    expect(findings.map((finding) => finding.state)).toEqual(example.states);
    expect(verdict).toBe(example.verdict);
    if (example.steps !== undefined) expect(steps.map(inShort)).toEqual(example.steps);
    expect(steps.length > 0).toBe(example.verdict === 'near');
    if (example.because !== undefined) expect(findings[0]?.because).toContain(example.because);
  });

  it('names every case once', () => {
    const names = cases.map((example) => example.name);

    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(120);
  });

  it('keeps the parts of a tree, with the evidence and the strength of each', () => {
    const requirement = preferred({ any: ['rhia', { all: ['rn', 'bls'] }] });

    const { findings } = judgeRequirements([requirement], person({ credentials: [{ id: 'rn' }] }));

    expect(findings).toMatchObject([
      {
        strength: 'preferred',
        state: 'not-met',
        parts: [
          { strength: 'preferred', state: 'not-met', parts: [] },
          { state: 'not-met', because: 'BLS is not in your profile', parts: [{ state: 'met' }, { state: 'not-met' }] },
        ],
      },
    ]);
  });

  it('names no more than three reasons of a long list', () => {
    const requirement = required({ all: ['rhia', 'rhit', 'ccs', 'cpc', 'coc'] });

    const { findings } = judgeRequirements([requirement], person({ credentials: [{ id: 'bls' }] }));

    expect(findings[0]?.because).toBe(
      'RHIA is not in your profile; RHIT is not in your profile; CCS is not in your profile',
    );
  });
});

function inShort(step: Step): string {
  if (step.kind === 'credential') return step.id;
  if (step.kind === 'education') return step.level;
  return `+${step.years}${step.topic === undefined ? '' : ` ${step.topic}`}`;
}
