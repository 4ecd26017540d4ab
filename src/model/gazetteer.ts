/** A town of the gazetteer. */
export interface Town {
  readonly name: string;
  /** ISO 3166-1 alpha-2; the territories of the United States are regions of `US`. */
  readonly country: string;
  /** Postal code of a state or province of the United States or Canada; absent elsewhere. */
  readonly region?: string;
  /** Inhabitants; 0 for a post office of which no number is known. */
  readonly population: number;
  /** Degrees north, WGS 84. */
  readonly latitude: number;
  /** Degrees east, WGS 84. */
  readonly longitude: number;
}

/** The middle of the area of a ZIP code of the United States, in degrees (WGS 84). */
export interface ZipArea {
  /** Postal code of its state or territory. */
  readonly region: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** A large metropolitan area of the United States. */
export interface MetroArea {
  /** Usual name of its main city. */
  readonly city: string;
  readonly town: Town;
  /** Are other metropolitan areas called after a city of the same name? Then it needs its state: Columbus. */
  readonly shared: boolean;
}

/** Where towns lie. A name finds everything that `foldPlaceName` makes the same. */
export interface Gazetteer {
  /** Towns of that name or other name ("München"), the largest first; empty when there is none. */
  towns(name: string): readonly Town[];
  /** Area of five digits. */
  zip(code: string): ZipArea | undefined;
  /** The metropolitan area that a name means in its own right: "Twin Cities", "Dallas-Fort Worth". */
  metroNamed(name: string): MetroArea | undefined;
  /** The metropolitan area around a city, by any of the city's names. */
  metroAround(city: string): MetroArea | undefined;
}

/** The spellings of one name as one key: "Saint Louis" and "ST. LOUIS", "São Paulo" and "Sao Paulo", "Mc Lean" and "McLean". */
export function foldPlaceName(name: string): string {
  const plain = /[^\0-\x7f]/.test(name)
    ? name
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[ßøæœłđıþØÆŒŁĐÞ]/g, (letter) => PLAIN_LETTERS.get(letter.toLowerCase()) ?? letter)
    : name;
  return plain
    .toLowerCase()
    .replace(/\b(?:saint|fort|mount)\b/g, (word) => `${word[0]}t`)
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ø', 'o'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ı', 'i'],
  ['þ', 'th'],
]);
