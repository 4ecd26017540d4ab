import type { Finding, NodeState, ScorePart } from '../../model/match.ts';
import type { Opening } from '../../model/opening.ts';
import type { Profile } from '../../model/profile.ts';
import type { WantedArea } from './areas.ts';
import { scorePay } from './score-pay.ts';
import { scorePlace, scoreWorkplace } from './score-place.ts';
import { scoreContacts, scoreEmployer, scoreLevel, scoreOccupation, scoreTerms, scoreWords } from './score-wishes.ts';

/** What the score reads of an opening. */
export type ScoredOpening = Pick<Opening, 'title' | 'employer' | 'places' | 'postedAt' | 'text' | 'reading'>;

/** A share of a part's maximum, from 0 to 1, and why. */
export interface Share {
  readonly share: number;
  readonly because: string;
}

/** What each part counts where the profile does not say it. */
const WEIGHTS = {
  occupation: 20,
  words: 8,
  place: 15,
  workplace: 5,
  pay: 15,
  terms: 10,
  level: 5,
  freshness: 10,
  employer: 4,
  contacts: 4,
  preferences: 4,
} as const satisfies Record<keyof Profile['weights'], number>;

/** The parts as a person reads them. */
const NAMES = {
  occupation: 'occupation',
  words: 'words',
  place: 'place',
  workplace: 'workplace',
  pay: 'pay',
  terms: 'type and shift',
  level: 'level',
  freshness: 'freshness',
  employer: 'employer',
  contacts: 'people you know',
  preferences: 'preferred requirements',
} as const satisfies Record<keyof Profile['weights'], string>;

/**
 * Says in named parts, whose maxima sum to 100 but for rounding to tenths, how well an opening suits the wishes of a
 * profile. A fact the posting does not state, and a wish the profile does not name, scores half and says so. `findings`
 * are those of the requirements: of them only the preferred ones count here. `areas` are the wished places with a distance.
 */
export function scoreOpening(
  opening: ScoredOpening,
  profile: Profile,
  now: Date,
  findings: readonly Finding[] = [],
  areas: readonly WantedArea[] = [],
): ScorePart[] {
  const shares: Record<keyof typeof WEIGHTS, Share> = {
    occupation: scoreOccupation(opening, profile.wanted),
    words: scoreWords(opening, profile.wanted.words),
    place: scorePlace(opening, profile, areas),
    workplace: scoreWorkplace(opening, profile.wanted.workplace),
    pay: scorePay(opening.reading.pay, profile.wanted.payFloor),
    terms: scoreTerms(opening.reading, profile.wanted),
    level: scoreLevel(opening.reading.seniority, profile.wanted.levels),
    freshness: scoreFreshness(opening.postedAt, now),
    employer: scoreEmployer(opening, profile.wanted.employers),
    contacts: scoreContacts(opening, profile.contacts),
    preferences: scorePreferences(findings),
  };
  const weights = PARTS.map((key) => profile.weights[key] ?? WEIGHTS[key]);
  // With every weight at 0 nothing is wished for, and all openings are alike.
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return PARTS.map((key, position) => {
    const max = ((weights[position] ?? 0) / total) * 100;
    return {
      name: NAMES[key],
      points: tenths(shares[key].share * max),
      max: tenths(max),
      because: shares[key].because,
    };
  });
}

/** Is the opening in the line of work that the profile looks for, or may it be? */
export function isInLine(parts: readonly ScorePart[]): boolean {
  return parts.every(({ name, points, max }) => name !== NAMES.occupation || points > 0 || max === 0);
}

const PARTS = [
  'occupation',
  'words',
  'place',
  'workplace',
  'pay',
  'terms',
  'level',
  'freshness',
  'employer',
  'contacts',
  'preferences',
] as const satisfies readonly (keyof typeof WEIGHTS)[];

function tenths(points: number): number {
  return Math.round(points * 10) / 10;
}

const DAY_MS = 86_400_000;
/** Full marks up to this age in days. */
const FRESH_DAYS = 3;
/** None from this age on. */
const STALE_DAYS = 45;

function scoreFreshness(postedAt: string | undefined, now: Date): Share {
  const posted = postedAt === undefined ? Number.NaN : Date.parse(postedAt);
  if (Number.isNaN(posted)) return { share: 0.5, because: 'the posting does not say when it was posted' };

  const days = Math.max(0, Math.floor((now.getTime() - posted) / DAY_MS));
  const share = Math.min(1, Math.max(0, (STALE_DAYS - days) / (STALE_DAYS - FRESH_DAYS)));
  if (days === 0) return { share, because: 'posted today' };
  return { share, because: days === 1 ? 'posted yesterday' : `posted ${days} days ago` };
}

const STATE_SHARES: Readonly<Record<NodeState, number>> = {
  met: 1,
  'met-by-other': 1,
  grace: 0.75,
  planned: 0.75,
  unknown: 0.5,
  'not-met': 0,
};

function scorePreferences(findings: readonly Finding[]): Share {
  const preferred = findings.filter((finding) => finding.strength === 'preferred');
  if (preferred.length === 0) return { share: 0.5, because: 'nothing was read as merely preferred' };

  const share = preferred.reduce((sum, finding) => sum + STATE_SHARES[finding.state], 0) / preferred.length;
  const met = preferred.filter(({ state }) => state === 'met' || state === 'met-by-other').length;
  return { share, because: `you meet ${met} of ${preferred.length} preferred` };
}
