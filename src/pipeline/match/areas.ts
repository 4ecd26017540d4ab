import type { Gazetteer } from '../../model/gazetteer.ts';
import type { Place } from '../../model/place.ts';
import type { Profile } from '../../model/profile.ts';

/** A place of the profile with the distance that the person would travel to it. */
export interface WantedArea {
  /** As a person reads it: "Toledo, OH". */
  readonly name: string;
  /** Degrees north and east, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
  readonly km: number;
  /** The distance in the profile's own words: "25 mi". */
  readonly within: string;
}

const KM_PER_MILE = 1.609344;
const EARTH_KM = 6371;

/**
 * The wished places that have a distance and lie where the gazetteer knows them; of several towns of a name without a
 * state the largest. A place that cannot be found is left to be compared by its name.
 */
export function wantedAreas({ wanted }: Pick<Profile, 'wanted'>, gazetteer: Gazetteer): WantedArea[] {
  return wanted.places.flatMap(({ city, region, country, within }) => {
    if (city === undefined || within === undefined) return [];
    const town = gazetteer
      .towns(city)
      .find(
        (one) => one.country === country.toUpperCase() && (region === undefined || one.region === region.toUpperCase()),
      );
    if (town === undefined) return [];
    const { latitude, longitude } = town;
    const name = region === undefined ? city : `${city}, ${region}`;
    return [{ name, latitude, longitude, km: kmOf(within), within }];
  });
}

/** "25 mi" in kilometres. */
export function kmOf(distance: string): number {
  const amount = Number.parseFloat(distance);
  return distance.endsWith('mi') ? amount * KM_PER_MILE : amount;
}

/** How far apart two points are on the surface of the earth, in kilometres; undefined where the place lies nowhere known. */
export function distanceKm(place: Place, to: Pick<WantedArea, 'latitude' | 'longitude'>): number | undefined {
  if (place.latitude === undefined || place.longitude === undefined || place.area === 'county') return undefined;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const north = Math.sin(radians(to.latitude - place.latitude) / 2);
  const east = Math.sin(radians(to.longitude - place.longitude) / 2);
  const chord = north ** 2 + Math.cos(radians(place.latitude)) * Math.cos(radians(to.latitude)) * east ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** A distance in the unit of the area's own words, rounded: "12 mi". */
export function distanceInWords(km: number, { within }: WantedArea): string {
  return within.endsWith('mi') ? `${Math.round(km / KM_PER_MILE)} mi` : `${Math.round(km)} km`;
}

/** The nearest of the places to any of the areas; undefined where no distance can be told. */
export function nearest(places: readonly Place[], areas: readonly WantedArea[]): Nearest | undefined {
  let best: Nearest | undefined;
  for (const place of places) {
    for (const area of areas) {
      const km = distanceKm(place, area);
      if (km !== undefined && (best === undefined || km - area.km < best.km - best.area.km)) best = { place, area, km };
    }
  }
  return best;
}

/** A place of an opening, the wished area it lies nearest to, and how far from its middle. */
export interface Nearest {
  readonly place: Place;
  readonly area: WantedArea;
  readonly km: number;
}
