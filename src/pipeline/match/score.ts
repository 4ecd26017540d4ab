import type { Finding, NodeState, ScorePart } from '../../model/match.ts';
import type { Opening } from '../../model/opening.ts';
import type { Profile } from '../../model/profile.ts';
import { comparePlace, placeInWords, surelyOutside, type WantedPlace } from './places.ts';
import { scorePay } from './score-pay.ts';
import { fold, listInWords, stems } from './words.ts';

/** What the score reads of an opening. */
type ScoredOpening = Pick<Opening, 'title' | 'places' | 'postedAt' | 'text' | 'reading'>;

/**
 * Says in named parts, whose maxima sum to 100, how well an opening suits the wishes of a profile. A fact the
 * posting does not state, and a wish the profile does not name, scores half and says so. `findings` are those
 * of the requirements: of them only the preferred ones count here, and by default there are none.
 */
export function scoreOpening(
  opening: ScoredOpening,
  profile: Profile,
  now: Date,
  findings: readonly Finding[] = [],
): ScorePart[] {
  const { wanted } = profile;
  return [
    part('title', 20, scoreTitle(opening.title, wanted.titles)),
    part('words', 10, scoreWords(opening, wanted.words)),
    part('workplace', 10, scoreWorkplace(opening, wanted.workplace)),
    part('place', 15, scorePlace(opening, profile)),
    part('pay', 20, scorePay(opening.reading.pay, wanted.payFloor)),
    part('employment type', 10, scoreEmploymentType(opening, wanted.employmentTypes)),
    part('freshness', 10, scoreFreshness(opening.postedAt, now)),
    part('preferred requirements', 5, scorePreferred(findings)),
  ];
}

/** A share of a part's maximum, from 0 to 1, and why. */
export interface Share {
  readonly share: number;
  readonly because: string;
}

function part(name: string, max: number, { share, because }: Share): ScorePart {
  return { name, points: Math.round(share * max * 10) / 10, max, because };
}

function scoreTitle(title: string, wanted: readonly string[]): Share {
  if (wanted.length === 0) return { share: 0.5, because: 'you name no titles' };

  const words = new Set(stems(title));
  let best: { share: number; name: string } = { share: 0, name: '' };
  for (const name of wanted) {
    const asked = stems(name);
    const share = asked.length === 0 ? 0 : asked.filter((word) => words.has(word)).length / asked.length;
    if (share > best.share) best = { share, name };
  }
  if (best.share === 0) return { share: 0, because: 'the title has none of the words you look for' };
  const degree = best.share === 1 ? 'fits' : 'partly fits';
  return { share: best.share, because: `the title ${degree} "${best.name}"` };
}

function scoreWords(opening: ScoredOpening, wanted: readonly string[]): Share {
  if (wanted.length === 0) return { share: 0.5, because: 'you name no words' };

  const text = fold(`${opening.title} ${opening.text}`);
  const found = wanted.filter((phrase) => fold(phrase) !== '' && text.includes(fold(phrase)));
  if (found.length === 0) return { share: 0, because: 'none of your words is in the posting' };
  // Three hits are as good as thirty: a long list of words must not make every posting look poor.
  return {
    share: Math.min(1, found.length / Math.min(3, wanted.length)),
    because: `it speaks of ${listInWords(found.slice(0, 5), 'and')}`,
  };
}

function scoreWorkplace({ reading }: ScoredOpening, wanted: Profile['wanted']['workplace']): Share {
  if (reading.workplace === null) return { share: 0.5, because: 'the posting does not say whether it is remote' };
  const mode = WORKPLACE_NAMES[reading.workplace.mode];
  return wanted.includes(reading.workplace.mode)
    ? { share: 1, because: `${mode}, as you wish` }
    : { share: 0, because: `${mode}, which you did not ask for` };
}

const WORKPLACE_NAMES = { remote: 'remote', hybrid: 'hybrid', onsite: 'on site' } as const;

function scorePlace({ reading, places }: ScoredOpening, { home, wanted }: Profile): Share {
  if (reading.workplace?.mode === 'remote') {
    if (reading.remoteLimits.length === 0) return { share: 1, because: 'remote, with no limit stated' };
    const limits = listInWords(reading.remoteLimits.map(({ area }) => area).slice(0, 5), 'or');
    if (home !== undefined && reading.remoteLimits.every(({ area }) => surelyOutside(area, home))) {
      return { share: 0, because: `remote only from ${limits}` };
    }
    const region = home?.region === undefined ? undefined : `${home.country}-${home.region}`.toUpperCase();
    const inside = reading.remoteLimits.some(({ area }) => area === home?.country || area === region);
    return inside
      ? { share: 1, because: `remote from ${limits}, where you live` }
      : { share: 0.5, because: `remote from ${limits}; whether that takes you in is not certain` };
  }

  const targets = wanted.places.length > 0 ? wanted.places : home === undefined ? [] : [home];
  if (targets.length === 0) return { share: 0.5, because: 'you name no places' };
  if (places.length === 0) return { share: 0.5, because: 'the posting names no place' };
  return bestPlace(places, targets);
}

function bestPlace(places: ScoredOpening['places'], targets: WantedPlace[]): Share {
  const compared = places.map((place) => ({ name: placeInWords(place), how: bestFit(place, targets) }));
  const inCity = compared.find(({ how }) => how === 'same');
  if (inCity !== undefined) return { share: 1, because: `${inCity.name} is one of your places` };
  const near = compared.find(({ how }) => how === 'same-region');
  if (near !== undefined) return { share: 0.6, because: `${near.name} is in a state you named` };
  const unsure = compared.find(({ how }) => how === 'unknown');
  if (unsure !== undefined) return { share: 0.5, because: `where ${unsure.name} lies is not certain` };
  return { share: 0, because: `${compared[0]?.name ?? 'the place'} is not among your places` };
}

function bestFit(
  place: ScoredOpening['places'][number],
  targets: readonly WantedPlace[],
): ReturnType<typeof comparePlace> {
  const fits = new Set(targets.map((target) => comparePlace(place, target)));
  return (['same', 'same-region', 'unknown'] as const).find((fit) => fits.has(fit)) ?? 'other';
}

function scoreEmploymentType({ reading }: ScoredOpening, wanted: Profile['wanted']['employmentTypes']): Share {
  if (wanted.length === 0) return { share: 0.5, because: 'you name no employment type' };
  if (reading.employmentTypes.length === 0)
    return { share: 0.5, because: 'the posting does not state the employment type' };

  const stated = [...new Set(reading.employmentTypes.map(({ type }) => type))];
  const fitting = stated.filter((type) => wanted.includes(type));
  const names = listInWords(
    (fitting.length > 0 ? fitting : stated).map((type) => type.replaceAll('_', '-')),
    'or',
  );
  return fitting.length > 0
    ? { share: 1, because: `${names}, as you wish` }
    : { share: 0, because: `${names}, which you did not ask for` };
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

const STATE_SHARES: Readonly<Record<NodeState, number>> = { met: 1, later: 0.75, unknown: 0.5, 'not-met': 0 };

function scorePreferred(findings: readonly Finding[]): Share {
  const preferred = findings.filter((finding) => finding.strength === 'preferred');
  if (preferred.length === 0) return { share: 0.5, because: 'nothing was read as merely preferred' };

  const share = preferred.reduce((sum, finding) => sum + STATE_SHARES[finding.state], 0) / preferred.length;
  const met = preferred.filter((finding) => finding.state === 'met').length;
  return { share, because: `you meet ${met} of ${preferred.length} preferred` };
}
