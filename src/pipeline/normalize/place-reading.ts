import type { Place } from '../../model/place.ts';
import { countryCode, isTownLikeState, provinceCode, stateCode, TERRITORIES } from './areas.ts';
import { isCounty, mayBeTown, type PlacePiece, type PlacePieces, placePieces } from './place-pieces.ts';

/** What the words of one place say. */
export type PlaceReading = Omit<Place, 'text'>;

/** A piece that is taken for a state or a province. */
interface NamedRegion {
  readonly kind: 'state' | 'province';
  readonly code: string;
  readonly piece: PlacePiece;
}

interface NamedCountry {
  readonly kind: 'country';
  readonly code: string;
  readonly piece: PlacePiece;
}

/** A piece and what it is taken for. */
type Named = NamedRegion | NamedCountry | { readonly kind: 'town' | 'county' | 'other'; readonly piece: PlacePiece };

/** The pieces of a place, and the country that the source names beside the words. */
interface Written extends PlacePieces {
  readonly stated: string | undefined;
}

/**
 * Reads the words of one place; several readings for a list of states or countries and for "Boston, MA, New York, NY",
 * always one at least. `stated` is the country that the source names beside the words.
 */
export function readPlaceWords(words: string, stated?: string): PlaceReading[] {
  const written = { ...placePieces(words), stated };
  const { pieces, postalCode } = written;
  // The city of that name is meant as often as the state, and lies in the same country.
  if (pieces.length === 1 && /^washington$/i.test(pieces[0]?.words ?? '')) return [{ country: stated ?? 'US' }];

  const groups = groupsOf(pieces.map((_, at) => nameOf(written, at)));
  return groups.map((group) => readGroup(group, stated, groups.length === 1 ? postalCode : undefined));
}

function nameOf(written: Written, at: number): Named {
  const { pieces, stated } = written;
  const [piece, after] = [pieces[at] ?? NOTHING, pieces[at + 1]];
  const { words } = piece;
  const [state, province, country] = [stateCode(words), provinceCode(words), countryCode(words)];
  if (isTownInSpiteOfName(pieces, at)) return { kind: 'town', piece };
  if (state !== undefined) {
    const kind = country === undefined ? 'state' : stateOrCountry(written, at, state, country);
    return kind === undefined
      ? { kind: 'other', piece }
      : { kind, code: kind === 'state' ? state : (country ?? ''), piece };
  }
  if (province !== undefined) {
    // "St. John's, NL, Canada": the Netherlands are not meant.
    const inCanada = stated === 'CA' || pieces.slice(at + 1).some((later) => countryCode(later.words) === 'CA');
    if (country === undefined || inCanada) return { kind: 'province', code: province, piece };
  }
  if (country !== undefined) {
    return isStrayCode(words, pieces) ? { kind: 'other', piece } : { kind: 'country', code: country, piece };
  }
  if (isCounty(words)) return { kind: 'county', piece };
  const beforeState = after?.joint === 'comma' && stateCode(after.words) !== undefined;
  return { kind: mayBeTown(words, beforeState) ? 'town' : 'other', piece };
}

const NOTHING: PlacePiece = { words: '', joint: 'comma', metro: false };

/** "New York, NY", "Delaware, Ohio", "Mexico, MO": the name of a state or country, but a town of the state beside it. */
function isTownInSpiteOfName(pieces: readonly PlacePiece[], at: number): boolean {
  const [before, { words, joint }, after] = [pieces[at - 1], pieces[at] ?? NOTHING, pieces[at + 1]];
  const own = stateCode(words) ?? provinceCode(words);
  const country = countryCode(words);
  if (words.length < 4 || (own === undefined && country === undefined)) return false;
  const codeBefore = before?.words.length === 2 ? stateCode(before.words) : undefined;
  if (codeBefore !== undefined && after === undefined) return isTownLikeState(words, codeBefore);
  // "Toronto, Ontario, CA": behind a town stands its state.
  if (after === undefined || (joint === 'comma' && before !== undefined && isTown(before.words))) return false;
  const codeAfter = stateCode(after.words) ?? provinceCode(after.words);
  if (codeAfter === undefined) return false;
  if (isTownLikeState(words, codeAfter)) return true;
  if (after.joint === 'dash' || after.words.length > 2) return false;
  // "Ohio, OH" and "Germany, DE" say one thing twice.
  if (own !== undefined) return own !== codeAfter;
  return country !== 'US' && country !== countryCode(after.words) && stateCode(after.words) !== undefined;
}

/** "CA", "DE", "IN", "Georgia"; nothing when it could be either. */
function stateOrCountry(
  { pieces, stated, postalCode }: Written,
  at: number,
  state: string,
  country: string,
): 'state' | 'country' | undefined {
  const { length } = pieces[at]?.words ?? '';
  if (stated === country) return 'country';
  // Puerto Rico is read as a region of the United States.
  if (stated === 'US' || TERRITORIES.has(state)) return 'state';
  if (pieces.length === 1) return length === 2 ? 'state' : undefined;
  if (at < pieces.length - 1) return 'state';
  const earlier = pieces.slice(0, at);
  if (earlier.some(({ words }) => words.length > 2 && countryCode(words) === country)) return 'country';
  if (country === 'CA') {
    const inCanada = earlier.some(
      ({ words }, position) => provinceCode(words) !== undefined && !isTownInSpiteOfName(pieces, position),
    );
    return inCanada ? 'country' : 'state';
  }
  // "Munich, Bavaria, DE", but not "Main Campus, Dover, DE" nor "1 High St, Dover, DE 19901".
  const plain = earlier.every(({ words, joint }) => isTown(words) && joint === 'comma');
  return plain && earlier.length > 1 && length === 2 && postalCode === undefined ? 'country' : 'state';
}

/** "Building 1 (MC)" is not in Monaco: a code of a country counts alone or beside the name of a place. */
function isStrayCode(words: string, pieces: readonly PlacePiece[]): boolean {
  if (pieces.length === 1 || !/^[A-Z]{2,3}$/.test(words) || /^(?:USA?|UK|GB|UAE)$/.test(words)) return false;
  return !pieces.some((piece) => piece.words !== words && (isTown(piece.words) || isArea(piece.words)));
}

function isArea(words: string): boolean {
  return stateCode(words) !== undefined || provinceCode(words) !== undefined || countryCode(words) !== undefined;
}

function isTown(words: string): boolean {
  return !isArea(words) && !isCounty(words) && mayBeTown(words);
}

function isRegion(named: Named | undefined): named is NamedRegion {
  return named?.kind === 'state' || named?.kind === 'province';
}

function isCountry(named: Named): named is NamedCountry {
  return named.kind === 'country';
}

/** Parts of a list: the areas of "OH, KY, IN", the towns of "Boston, MA, New York, NY"; else everything as one. */
function groupsOf(named: readonly Named[]): (readonly Named[])[] {
  const regions = named.filter(isRegion);
  const countries = named.filter(isCountry);
  if (!named.some(({ kind }) => kind === 'town' || kind === 'county')) {
    const states = distinct(regions);
    if (states.length > 1) return states.map((state) => [state, ...countries]);
    const nations = distinct(countries);
    return regions.length === 0 && nations.length > 1 ? nations.map((nation) => [nation]) : [named];
  }
  const groups: Named[][] = [[]];
  for (const [at, one] of named.entries()) {
    if (one.kind === 'town' && isRegion(named[at + 1]) && groups.at(-1)?.some(isRegion)) groups.push([]);
    groups.at(-1)?.push(one);
  }
  return groups.every((group) => group.some(isRegion) && group.some(({ kind }) => kind === 'town')) ? groups : [named];
}

function distinct<T extends { readonly code: string }>(areas: readonly T[]): T[] {
  return areas.filter(({ code }, at) => areas.findIndex((other) => other.code === code) === at);
}

function readGroup(named: readonly Named[], stated: string | undefined, postalCode: string | undefined): PlaceReading {
  const regionAt = regionPosition(named);
  const said = named[regionAt];
  const home = isRegion(said) ? (said.kind === 'state' ? 'US' : 'CA') : undefined;
  const nation = named.find(isCountry)?.code;
  // "Atlanta, GA, Ireland" contradicts itself.
  const region = isRegion(said) && (nation ?? home) === home ? said : undefined;
  const country = nation ?? home ?? stated;
  const town = region === undefined ? townBesideCountry(named) : townBesideRegion(named, regionAt);
  const county = town === undefined && (country ?? 'US') === 'US' && named.some(({ kind }) => kind === 'county');
  const metro = town !== undefined && (town.piece.metro || region?.piece.metro === true);
  return {
    ...(town === undefined ? {} : { city: town.piece.words }),
    ...(region === undefined ? {} : { region: region.code }),
    ...(country === undefined ? {} : { country }),
    ...(postalCode === undefined ? {} : { postalCode }),
    ...(county ? { area: 'county' } : metro ? { area: 'metro' } : {}),
  };
}

/** Position of the last region right behind a town, else of the first region; -1 when there is none. */
function regionPosition(named: readonly Named[]): number {
  const behind = named.findLastIndex((one, at) => isRegion(one) && named[at - 1]?.kind === 'town');
  return behind === -1 ? named.findIndex(isRegion) : behind;
}

/** The town before "OH", else the next behind it ("USA - Ohio - Columbus"), else the nearest before. */
function townBesideRegion(named: readonly Named[], at: number): Named | undefined {
  const [earlier, later] = [named.slice(0, at), named.slice(at)];
  const before = earlier.at(-1);
  if (before?.kind === 'town') return before;
  return later.find(({ kind }) => kind === 'town') ?? earlier.findLast(({ kind }) => kind === 'town');
}

/** "London, Greater London, UK", "Clinic - London, UK", "Spain - Barcelona", or words without a country. */
function townBesideCountry(named: readonly Named[]): Named | undefined {
  const at = named.findIndex(isCountry);
  const before = named.slice(0, Math.max(at, 0));
  const first = before.findIndex(({ kind }) => kind === 'town');
  if (first === -1) return named.find(({ kind }) => kind === 'town');
  const rest = before.slice(first + 1);
  const comma = rest.findIndex(({ piece }) => piece.joint === 'comma');
  const part = before.slice(first, comma === -1 ? undefined : first + 1 + comma);
  return named[at]?.piece.joint === 'dash' ? part[0] : part.findLast(({ kind }) => kind === 'town');
}
