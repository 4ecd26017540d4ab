import { z } from 'zod';
import { Evidence } from './evidence.ts';
import { EducationLevel } from './requirement.ts';

/**
 * Does the person meet it? From best to worst, save that what is `unknown` never rejects:
 * `met`; `met-by-other`, another credential stands in; `grace`, it may be earned after hire in the time the posting
 * gives; `planned`, it will be met when the planned exam is passed or the degree in progress is finished; `unknown`;
 * `not-met`.
 */
export const NodeState = z.enum(['met', 'met-by-other', 'grace', 'planned', 'unknown', 'not-met']);
export type NodeState = z.infer<typeof NodeState>;

/** A state as it is stored: what earlier versions called `later` is read as `grace`. */
export const StoredNodeState = z.preprocess((state) => (state === 'later' ? 'grace' : state), NodeState);

/**
 * What all that is required comes to. `eligible`: each is met, by another credential too, or may be met in the time
 * given after hire. `eligible-soon`: else each is that or planned. `unknown`: nothing was read as required, or
 * something is unknown and nothing is missing. `near`: one single step would leave nothing missing. `ineligible`:
 * more than one thing is missing.
 */
export const Verdict = z.enum(['eligible', 'eligible-soon', 'unknown', 'near', 'ineligible']);
export type Verdict = z.infer<typeof Verdict>;

/** One thing a person could do that would leave no required demand missing. */
export const Step = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('credential'), id: z.string() }),
  z.object({ kind: z.literal('education'), level: EducationLevel }),
  /** `years` is how many more, `topic` what they are to be spent on. */
  z.object({ kind: z.literal('experience'), years: z.number().positive(), topic: z.string().optional() }),
]);
export type Step = z.infer<typeof Step>;

/** One requirement held against the profile, in words a person can check against the quote. */
export interface Finding {
  readonly strength: 'required' | 'preferred';
  readonly state: NodeState;
  /** What is asked for, in plain words: "RHIA or RHIT". */
  readonly asks: string;
  /** Why the state is what it is: "you hold RHIT". */
  readonly because: string;
  readonly evidence: Evidence;
  /** The parts of an `all` or `any`. */
  readonly parts: readonly Finding[];
}
export const Finding: z.ZodType<Finding> = z.lazy(() =>
  z.object({
    strength: z.enum(['required', 'preferred']),
    state: StoredNodeState,
    asks: z.string(),
    because: z.string(),
    evidence: Evidence,
    parts: z.array(Finding),
  }),
);

/** One named part of the preference score; an unstated fact scores half of `max` and says so. */
export const ScorePart = z.object({
  name: z.string(),
  points: z.number(),
  max: z.number(),
  because: z.string(),
});
export type ScorePart = z.infer<typeof ScorePart>;

/** An opening held against a profile. `hidden` names the rule of the profile that keeps it out of the digest. */
export const Match = z.object({
  verdict: Verdict,
  /** 0 to 100, whole. */
  score: z.number().int().min(0).max(100),
  findings: z.array(Finding),
  /** The single steps of which any would turn a `near` opening; empty for every other verdict. */
  steps: z.array(Step),
  parts: z.array(ScorePart),
  hidden: z.string().nullable(),
});
export type Match = z.infer<typeof Match>;
