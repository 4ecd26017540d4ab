import type { NodeState } from '../../model/match.ts';

/** What was found about one leaf: the state, and why in words to the person. */
export interface Judgement {
  readonly state: NodeState;
  readonly because: string;
}

/** The reason of a plain lack, with nothing more to say about it. */
export const NOT_IN_PROFILE = 'not in your profile';

/** The reason when the whole profile is empty: its silence tells nothing. */
export const BLANK_PROFILE = 'your profile lists no credentials, education or experience yet';
