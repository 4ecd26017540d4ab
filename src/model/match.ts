import { z } from 'zod';
import { Evidence } from './evidence.ts';

/**
 * Does the person meet it? `later` is met through a grace period or a planned credential; `unknown` never rejects.
 */
export const NodeState = z.enum(['met', 'later', 'not-met', 'unknown']);
export type NodeState = z.infer<typeof NodeState>;

/** `eligible`: every stated requirement is met (or may be met in time). `ineligible`: one surely is not. */
export const Verdict = z.enum(['eligible', 'unknown', 'ineligible']);
export type Verdict = z.infer<typeof Verdict>;

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
    state: NodeState,
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
  parts: z.array(ScorePart),
  hidden: z.string().nullable(),
});
export type Match = z.infer<typeof Match>;
