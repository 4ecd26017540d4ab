import { NodeState } from '../../model/match.ts';

/** What was found about one leaf: the state, and why in words to the person. */
export interface Judgement {
  readonly state: NodeState;
  readonly because: string;
}

/** The states from the best to the worst. What is unknown is better than what is surely missing, so that it never rejects. */
const BEST_FIRST: readonly NodeState[] = NodeState.options;

/** How good a state is: 0 for the best. */
export function rungOf(state: NodeState): number {
  return BEST_FIRST.indexOf(state);
}

/** The first of the best judgements; undefined when there is none. */
export function bestOf(judgements: readonly Judgement[]): Judgement | undefined {
  return judgements.reduce<Judgement | undefined>(
    (best, judgement) => (best === undefined || rungOf(judgement.state) < rungOf(best.state) ? judgement : best),
    undefined,
  );
}

/** The reason of a plain lack, with nothing more to say about it. */
export const NOT_IN_PROFILE = 'not in your profile';

/** The reason when the whole profile is empty: its silence tells nothing. */
export const BLANK_PROFILE = 'your profile lists no credentials, education or experience yet';
