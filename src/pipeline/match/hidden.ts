import type { Opening } from '../../model/opening.ts';
import type { Place } from '../../model/place.ts';
import type { Profile } from '../../model/profile.ts';
import { nearest, type WantedArea } from './areas.ts';
import { comparePlace, placeInWords, surelyOutside } from './places.ts';
import { fold } from './words.ts';

/** What the rules that hide an opening read of it. */
type HideableOpening = Pick<Opening, 'title' | 'employer' | 'places' | 'text' | 'reading'>;

/**
 * The rule of the profile that keeps an opening out of the digest, in words, or null. A rule hides only what
 * the posting states: an unknown place, workplace or limit hides nothing.
 */
export function hiddenBy(opening: HideableOpening, profile: Profile, areas: readonly WantedArea[] = []): string | null {
  return (
    refusedEmployer(opening.employer, profile.refused.employers) ??
    refusedTitle(opening.title, profile.refused.titles) ??
    refusedWords(opening, profile.refused.words) ??
    unwantedWorkplace(opening, profile.wanted.workplace) ??
    remoteElsewhere(opening, profile.home) ??
    tooFar(opening, profile.wanted.places, areas)
  );
}

// "Mercy" hides "Mercy Health" but not "Trinity Mercy": a name is told by how it begins.
function refusedEmployer(employer: string, refused: readonly string[]): string | null {
  const name = fold(employer);
  const found = refused.find((entry) => fold(entry) !== '' && name.startsWith(fold(entry)));
  return found === undefined ? null : `refused employer: ${found}`;
}

function refusedTitle(title: string, refused: readonly string[]): string | null {
  const words = fold(title);
  const found = refused.find((entry) => fold(entry) !== '' && words.includes(fold(entry)));
  return found === undefined ? null : `refused title: ${found}`;
}

function refusedWords({ title, text }: HideableOpening, refused: readonly string[]): string | null {
  if (refused.length === 0) return null;
  const words = fold(`${title} ${text}`);
  const found = refused.find((entry) => fold(entry) !== '' && words.includes(fold(entry)));
  return found === undefined ? null : `refused words: ${found}`;
}

function unwantedWorkplace({ reading }: HideableOpening, wanted: Profile['wanted']['workplace']): string | null {
  const mode = reading.workplace?.mode;
  if (mode === undefined || wanted.includes(mode)) return null;
  return `workplace not wanted: ${mode === 'onsite' ? 'on site' : mode}`;
}

function remoteElsewhere({ reading }: HideableOpening, home: Profile['home']): string | null {
  const areas = reading.remoteLimits.map(({ area }) => area);
  if (reading.workplace?.mode !== 'remote' || home === undefined || areas.length === 0) return null;
  if (!areas.every((area) => surelyOutside(area, home))) return null;

  const prefix = `${home.country.toUpperCase()}-`;
  const names = areas.map((area) => (area.startsWith(prefix) ? area.slice(prefix.length) : area));
  return `remote only from ${names.slice(0, 8).join(', ')}${names.length > 8 ? ' …' : ''}`;
}

function tooFar(
  { reading, places, title, text }: HideableOpening,
  wanted: Profile['wanted']['places'],
  areas: readonly WantedArea[],
): string | null {
  if (wanted.length === 0 || places.length === 0 || reading.workplace?.mode === 'remote') return null;
  if (!places.every((place) => wanted.every((target) => isOutside(place, target, areas)))) return null;
  // Not stated is not on site: any word of remote work in it leaves the question open.
  if (reading.workplace === null && speaksOfRemote([title, text, ...places.map((place) => place.text)], reading))
    return null;

  return `too far: ${places.slice(0, 3).map(placeInWords).join('; ')}${places.length > 3 ? ' …' : ''}`;
}

/** Another state is too far, unless it lies within the distance; in the same state only a distance tells. */
function isOutside(place: Place, target: Profile['wanted']['places'][number], areas: readonly WantedArea[]): boolean {
  const found = nearest([place], areas);
  if (found !== undefined && found.km <= found.area.km) return false;
  const lies = comparePlace(place, target);
  // Where every wished place has a distance, a town beyond all of them is too far.
  return lies === 'other' || (found !== undefined && lies === 'same-region' && target.within !== undefined);
}

function speaksOfRemote(texts: readonly string[], reading: Opening['reading']): boolean {
  return reading.remoteLimits.length > 0 || texts.some((text) => REMOTE_WORDS.test(text));
}

const REMOTE_WORDS = /\b(?:remote|telework|telecommut|work(?:ing)?[ -]from[ -]home|wfh\b|home[ -]based|virtual)/iu;
