import { collect } from './collect/index.ts';
import { dedupe } from './dedupe/index.ts';
import { digest } from './digest/index.ts';
import { match } from './match/index.ts';
import { normalize } from './normalize/index.ts';
import type { Stage } from './stage.ts';

/** The pipeline, in order. */
export const stages: readonly Stage[] = [collect, normalize, dedupe, match, digest];
