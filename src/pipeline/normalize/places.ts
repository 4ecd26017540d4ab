import type { Place } from '../../model/place.ts';
import { type PlaceReading, readPlaceWords } from './place-reading.ts';

/** More than this is no list of places. */
const MOST_PLACES = 50;
const LONGEST = 2000;

/**
 * Reads the places of one written location: "Columbus, OH, US", "USA - Ohio - Columbus", "OH-Columbus", "Remote - US",
 * or several: joined by `;`, `|`, `/`, "or", "and" ("Cincinnati or Dayton, OH" are both in Ohio), or a list of states.
 * Each keeps the words that it was read from as `text`. `country` is the one that the source states beside the words:
 * it decides where they could mean a state or a country ("Georgia", "CA") and fills in where they name neither.
 */
export function parsePlaces(written: string, country?: string): Place[] {
  return written
    .slice(0, LONGEST)
    .replace(/[`*]/g, '')
    .split(/[;|\n\r•·]/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .flatMap((part) => placesOfPart(part, country))
    .slice(0, MOST_PLACES);
}

function placesOfPart(part: string, country: string | undefined): Place[] {
  const places: Place[] = [];
  let state: Pick<PlaceReading, 'region' | 'country'> = {};
  // From the right: "Cincinnati or Dayton, OH" says the state once, at the end.
  for (const text of choicesOf(part).toReversed()) {
    const readings = readPlaceWords(text, country).map((reading) =>
      isTownAlone(reading, text, state.country) ? { ...reading, ...state } : reading,
    );
    places.unshift(...readings.map((reading) => ({ text, ...reading })));
    const stated = readings.find(({ city, region }) => city !== undefined && region !== undefined);
    if (stated?.region !== undefined && stated.country !== undefined)
      state = { region: stated.region, country: stated.country };
  }
  return places;
}

function isTownAlone({ city, region, country }: PlaceReading, text: string, home: string | undefined): boolean {
  return city !== undefined && region === undefined && (country ?? home) === home && !text.includes(',');
}

// "w/", "24/7" and "N/A" hold no choice.
const EITHER = / (?:and\/or|or) (?!\p{Ll})|(?<=[\p{L}.)]{3}|\b\p{Lu}{2}|\d{5}) ?\/ ?(?=\p{L}{3}|\p{Lu}{2}\b|[SF]t\.)/gu;
const BOTH = / (?:and|&) (?!\p{Ll})/gu;

const ONE_TOWN = /^(?:truth or consequences|town and country|cut and shoot)\b/i;

function choicesOf(part: string): string[] {
  if (ONE_TOWN.test(part)) return [part];
  return cut(part, EITHER).flatMap((choice) => {
    const both = cut(choice, BOTH);
    // "Trinidad and Tobago" and "Research and Development" are one name.
    return both.length > 1 && readPlaceWords(both.at(-1) ?? '').some(({ region }) => region !== undefined)
      ? both
      : [choice];
  });
}

/** The pieces between separators that stand outside brackets. */
function cut(text: string, separator: RegExp): string[] {
  const open = text.replace(/\([^()]{0,300}\)/g, (inner) => '('.repeat(inner.length));
  const pieces: string[] = [];
  let from = 0;
  for (const { index, 0: found } of open.matchAll(separator)) {
    pieces.push(text.slice(from, index).trim());
    from = index + found.length;
  }
  pieces.push(text.slice(from).trim());
  return pieces.includes('') ? [text] : pieces;
}
