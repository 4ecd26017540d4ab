import { countryCode, provinceCode, stateCode } from './areas.ts';

/** A piece of a written place, and what stands before it. */
export interface PlacePiece {
  readonly words: string;
  /** Inside a part between commas: "Mercy Hospital - Toledo" has a dash before its second piece. */
  readonly joint: 'comma' | 'dash';
  /** Did words such as "Greater" or "metro area" stand beside it? */
  readonly metro: boolean;
}

/** A written place, taken apart; what is not a place name is left out. */
export interface PlacePieces {
  readonly pieces: readonly PlacePiece[];
  readonly postalCode: string | undefined;
}

const MODE =
  'remote(?:ly)?|hybrid|on-?site|in[- ]person|in[- ]office|virtual|tele(?:commute|commuting|work)|work(?:ing)? (?:from|at) home|wfh|home[- ]based|field[- ]based|flexible|anywhere|nation-?wide|multiple locations|various(?: locations)?';
const MODE_BEFORE = new RegExp(
  String.raw`^(?:(?:fully|100 ?%|mostly|primarily|partly)[ -]{1,3})?(?:${MODE})(?![\p{L}\d])(?: (?:work|position|role|job|only))?[\s:,–—-]{0,6}(?:(?:in|within|from|near|across|throughout|based in|out of) (?:the )?(?=\S))?`,
  'iu',
);
const MODE_AFTER = new RegExp(String.raw`[\s,–—-]{1,6}(?:${MODE}|only|based)$`, 'iu');
const MODE_IN_BRACKETS = new RegExp(String.raw`\((?:${MODE})\)`, 'giu');
const METRO_BEFORE = /^(?:greater|metro(?:politan)?|the greater)\s+(?=\p{L})/iu;
const METRO_AFTER =
  /\s+(?:metro(?:politan)?(?: (?:area|region))?|metroplex|area|region|(?:and|&) (?:the )?(?:surrounding|nearby) areas?)$/iu;
const POSTAL = /(?<![\d-])(\d{5})(?:-\d{4})?$|\b([A-Z]\d[A-Z] ?\d[A-Z]\d)$|\b([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})$/;
const POSTAL_BEFORE = /^(\d{5})\s+(?=\p{L})/u;
const STREET =
  /^\d.{0,60}\b(?:st|street|ave|avenue|rd|road|blvd|boulevard|dr|drive|ln|lane|way|pkwy|parkway|hwy|highway|ct|court|pl|place|plaza|sq|square|cir|circle|ter|terrace)\.?(?: (?:[ns]?[ew]|[ns]))?$/i;

/** Takes a written place apart: "USA - Ohio - Columbus", "OH-Columbus", "Columbus OH 43215", "Toledo, OH (Hybrid)". */
export function placePieces(written: string): PlacePieces {
  const parts = written
    .replace(MODE_IN_BRACKETS, ' ')
    .replace(/[()[\]]/g, ', ')
    .replace(/^[^\p{L}\d]+/u, '')
    .split(/[,，、]/);
  const pieces: PlacePiece[] = [];
  let postalCode: string | undefined;
  for (const part of parts) {
    for (const [position, piece] of piecesOf(part.trim()).entries()) {
      const address = withoutPostalCode(piece.trim());
      const named = withoutMetroWords(withoutMode(address.words));
      postalCode = address.postalCode ?? postalCode;
      for (const [at, words] of withoutTrailingCodes(named.words).entries()) {
        if (words === '' || STREET.test(words)) continue;
        const joint = position > 0 && at === 0 ? 'dash' : 'comma';
        pieces.push({ words: capitalCode(words, pieces.length), joint, metro: named.metro });
      }
    }
  }
  return { pieces, postalCode };
}

/** The written words without those about how work is done: "Remote - Berlin" is "Berlin". */
export function withoutMode(words: string): string {
  return words.replace(MODE_IN_BRACKETS, ' ').trim().replace(MODE_BEFORE, '').replace(MODE_AFTER, '').trim();
}

/** "Mercy Hospital - Toledo", "OH-Columbus", "Toledo-OH"; a hyphen inside a name is none of these. */
function piecesOf(part: string): string[] {
  return part.split(/\s+[-–—>:|]+\s+|\s*[–—]\s*|:\s+/).flatMap((piece) => {
    const [, code = '', rest] = /^([A-Z]{2,3})-(?=\p{L})(.{1,200})$/u.exec(piece) ?? [];
    if (rest !== undefined && isArea(code)) return [code, ...piecesOf(rest)];
    const [, name, last = ''] = /^(\p{Ll}.{0,80}|\p{Lu}.{1,80})-([A-Z]{2,3})$/u.exec(piece) ?? [];
    return name !== undefined && isArea(last) ? [name, last] : [piece];
  });
}

function withoutPostalCode(words: string): { words: string; postalCode?: string } {
  const found = POSTAL.exec(words) ?? (STREET.test(words) ? null : POSTAL_BEFORE.exec(words));
  const postalCode = found?.[1] ?? found?.[2] ?? found?.[3];
  if (found === null || postalCode === undefined) return { words };
  return { words: words.replace(found[0], '').trim(), postalCode };
}

/** "Greater Boston" and "Boston metro area" without the words around the name, and whether there were any. */
export function withoutMetroWords(words: string): { words: string; metro: boolean } {
  const name = words.replace(METRO_BEFORE, '').replace(METRO_AFTER, '').trim();
  // "Bay Area" has no name without its second word.
  return name === words || /^(?:bay|local)?$/i.test(name) ? { words, metro: false } : { words: name, metro: true };
}

/** "Columbus OH" and "Columbus OH US" have no comma; "4th FL" is a floor. */
function withoutTrailingCodes(words: string): string[] {
  if (isArea(words)) return [words];
  const [, name = '', code = ''] = /^(.{0,200}\p{L}\.?)\s+([A-Z]{2,3}|[A-Z]\.[A-Z]\.)$/u.exec(words) ?? [];
  if (name === '' || !isArea(code) || /\d\p{L}*$/u.test(name)) return [words];
  return [...withoutTrailingCodes(name), code];
}

/** "columbus, oh": two letters behind a comma are a code in any case. */
function capitalCode(words: string, position: number): string {
  const capitals = words.toUpperCase();
  return position > 0 && /^[a-z]{2}$/i.test(words) && isArea(capitals) ? capitals : words;
}

function isArea(words: string): boolean {
  return stateCode(words) !== undefined || provinceCode(words) !== undefined || countryCode(words) !== undefined;
}

const NO_TOWN = new RegExp(
  String.raw`^(?:(?:${MODE}|multiple|various|several)\b.{0,60}|any(?: location| office)?|all locations?|corporate|global(?:ly)?|national|regional|field|state-?wide|world-?wide|n/?a|tb[ad]|none|unknown|unspecified|not specified|location|headquarters|main|metro|republic of|european? union|europe|eu|emea|emeia|apac|apj|latam|amer|americas?|nordics|dach|benelux|anz|asia(?: pacific)?|africa|oceania|(?:north|south|central|latin) america|(?:central|eastern|northern|southern|western) (?:europe|asia|africa)|southeast asia|middle east|(?:eastern|central|mountain|pacific) (?:standard |daylight )?time|[ecmp][sd]t|tri-?state|(?:east|west) coast)$`,
  'i',
);
/** Parts of the country and other words, each of which is a small town as well: "Pacific, WA". */
const SELDOM_TOWN =
  /^(?:home|eastern|central|mountain|pacific|mena|midwest|north ?east|north ?west|south ?east|south ?west)$/i;

const FACILITY =
  /\b(?:hospitals?|med(?:ical)?\.? (?:center|centre|ctr|group|office|plaza|arts|campus|building|park)|clinics?|(?:health|care|cancer|surgery|services?|support|distribution|call|data|rehab(?:ilitation)?) (?:center|centre|ctr)|health ?care|health(?: (?:systems?|services|plan|sciences?))?$|campus|headquarters|hq|offices?|floor|fl|bldg|building|suite|department|dept|pavilion|hospice|pharmacy|laborator(?:y|ies)|lab|university of|college of|school of|nursing home|institute|foundation|inc|llc|corp)\b|\btower$/i;
const FACILITY_ALONE = /^(?:hospital|clinic|headquarters|hq|offices?|pharmacy|laboratory)$/i;

/** May the words be the name of a town, as far as one can tell without a list of towns? */
export function mayBeTown(words: string, beforeState = false): boolean {
  if (words.length > 60 || /\d/.test(words) || !/\p{L}/u.test(words) || NO_TOWN.test(words)) return false;
  if (SELDOM_TOWN.test(words)) return beforeState;
  return !(words.includes(' ') ? FACILITY : FACILITY_ALONE).test(words);
}

/** "Franklin County", "County of Los Angeles", "Orleans Parish". */
export function isCounty(words: string): boolean {
  return /^(?:county of \p{L}.{0,60}|\p{L}.{0,60} (?:county|parish))$/iu.test(words);
}
