import { z } from 'zod';
import { Evidence } from './evidence.ts';

/** Degrees from lowest to highest; the order of this list is the order of the ladder. */
export const EducationLevel = z.enum([
  'none',
  'high_school',
  'certificate',
  'associate',
  'bachelor',
  'master',
  'doctorate',
]);
export type EducationLevel = z.infer<typeof EducationLevel>;

interface NodeBase {
  readonly evidence: Evidence;
  /** Months after hire within which this may still be earned; absent when it is needed on day one. */
  readonly graceMonths?: number | undefined;
}

/**
 * What a posting asks for, as a tree: `all` needs every child, `any` one of them. A leaf that could not be
 * read for certain is `unread`, and `equivalent` stands for "or equivalent (experience)": neither may ever
 * count against a person.
 */
export type RequirementNode =
  | (NodeBase & {
      readonly kind: 'credential';
      /** Id in `config/credentials`. */
      readonly id: string;
      /** The posting also takes someone who may sit for it. */
      readonly eligible?: boolean | undefined;
      /** State or compact the licence must be valid in, where the words name one. */
      readonly region?: string | undefined;
    })
  | (NodeBase & {
      readonly kind: 'education';
      readonly level: EducationLevel;
      readonly fields: readonly string[];
      /** Whoever studies for it now is taken: "currently enrolled in a bachelor's program". */
      readonly inProgress?: boolean | undefined;
    })
  | (NodeBase & { readonly kind: 'experience'; readonly years: number; readonly topic?: string | undefined })
  | (NodeBase & { readonly kind: 'equivalent'; readonly of: 'experience' | 'credential' | 'education' })
  | (NodeBase & { readonly kind: 'unread' })
  | (NodeBase & { readonly kind: 'all' | 'any'; readonly of: readonly RequirementNode[] });

const base = { evidence: Evidence, graceMonths: z.number().positive().optional() };

export const RequirementNode: z.ZodType<RequirementNode> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({
      ...base,
      kind: z.literal('credential'),
      id: z.string(),
      eligible: z.boolean().optional(),
      region: z.string().optional(),
    }),
    z.object({
      ...base,
      kind: z.literal('education'),
      level: EducationLevel,
      fields: z.array(z.string()),
      inProgress: z.boolean().optional(),
    }),
    z.object({ ...base, kind: z.literal('experience'), years: z.number().nonnegative(), topic: z.string().optional() }),
    z.object({ ...base, kind: z.literal('equivalent'), of: z.enum(['experience', 'credential', 'education']) }),
    z.object({ ...base, kind: z.literal('unread') }),
    z.object({ ...base, kind: z.enum(['all', 'any']), of: z.array(RequirementNode) }),
  ]),
);

/** One demand of a posting: every `required` one must hold; a `preferred` one only adds to the score. */
export const Requirement = z.object({
  strength: z.enum(['required', 'preferred']),
  node: RequirementNode,
});
export type Requirement = z.infer<typeof Requirement>;
