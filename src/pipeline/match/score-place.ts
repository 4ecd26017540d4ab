import type { Profile } from '../../model/profile.ts';
import { distanceInWords, nearest, type WantedArea } from './areas.ts';
import { comparePlace, placeInWords, surelyOutside, type WantedPlace } from './places.ts';
import type { ScoredOpening, Share } from './score.ts';
import { listInWords } from './words.ts';

/** Remote, hybrid or on site against the wishes. */
export function scoreWorkplace({ reading }: ScoredOpening, wanted: Profile['wanted']['workplace']): Share {
  if (reading.workplace === null) return { share: 0.5, because: 'the posting does not say whether it is remote' };
  const mode = WORKPLACE_NAMES[reading.workplace.mode];
  return wanted.includes(reading.workplace.mode)
    ? { share: 1, because: `${mode}, as you wish` }
    : { share: 0, because: `${mode}, which you did not ask for` };
}

const WORKPLACE_NAMES = { remote: 'remote', hybrid: 'hybrid', onsite: 'on site' } as const;

/** Where the work is: remote within its limits, else how near the places are to those wished for. */
export function scorePlace(
  { reading, places }: ScoredOpening,
  { home, wanted }: Profile,
  areas: readonly WantedArea[],
): Share {
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
  const byName = bestPlace(places, targets);
  return byName.share === 1 ? byName : (byDistance(places, areas) ?? byName);
}

/** Full marks inside of the distance, none from twice of it on. */
function byDistance(places: ScoredOpening['places'], areas: readonly WantedArea[]): Share | undefined {
  const found = nearest(places, areas);
  if (found === undefined) return undefined;
  const { place, area, km } = found;
  const words = `${placeInWords(place)} is ${distanceInWords(km, area)} from ${area.name}`;
  return km <= area.km
    ? { share: 1, because: `${words}, within your ${area.within}` }
    : { share: Math.max(0, 2 - km / area.km), because: `${words}, more than your ${area.within}` };
}

function bestPlace(places: ScoredOpening['places'], targets: WantedPlace[]): Share {
  const compared = places.map((place) => ({ name: placeInWords(place), how: bestFit(place, targets) }));
  const inCity = compared.find(({ how }) => how === 'same');
  if (inCity !== undefined) return { share: 1, because: `${inCity.name} is one of your places` };
  const inState = compared.find(({ how }) => how === 'same-region');
  if (inState !== undefined) return { share: 0.6, because: `${inState.name} is in a state you named` };
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
