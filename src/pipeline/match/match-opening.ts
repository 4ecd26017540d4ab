import type { Match } from '../../model/match.ts';
import type { Opening } from '../../model/opening.ts';
import type { WantedArea } from './areas.ts';
import { judgeRequirements } from './eligibility.ts';
import { hiddenBy } from './hidden.ts';
import type { Person } from './person.ts';
import { scoreOpening } from './score.ts';

/** What matching reads of an opening. */
type MatchableOpening = Pick<Opening, 'title' | 'employer' | 'places' | 'postedAt' | 'text' | 'reading'>;

/**
 * Holds an opening against a person: verdict with its findings and steps, score with its parts, and the rule that
 * hides it. `areas` are the wished places with a distance.
 */
export function matchOpening(
  opening: MatchableOpening,
  person: Person,
  now: Date,
  areas: readonly WantedArea[] = [],
): Match {
  const { verdict, findings, steps } = judgeRequirements(opening.reading.requirements, person);
  const parts = scoreOpening(opening, person.profile, now, findings, areas);

  return {
    verdict,
    score: Math.round(parts.reduce((sum, part) => sum + part.points, 0)),
    findings,
    steps,
    parts,
    hidden: hiddenBy(opening, person.profile, areas),
  };
}
