import { COUNTRY_ROWS } from './countries.ts';

/** Postal codes and names of US states and territories. */
const STATE_LINES = `AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|PR Puerto Rico|GU Guam|VI Virgin Islands`;
/** Territories that are read in a place only: in running text, "AS" is a word. */
const FAR_LINES = 'AS American Samoa|MP Northern Mariana Islands|VI U.S. Virgin Islands|VI US Virgin Islands';
const CA_LINES = `AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NL Newfoundland|NS Nova Scotia|NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|QC Québec|SK Saskatchewan|YT Yukon`;
/** Towns of some size that are called like a state, by the state that they lie in. */
const TOWN_LINES = `CA Ontario|CT Washington|DC Washington|GA Washington|IA Nevada|IA Washington|IL Oregon|IL Washington|IN Washington|LA Iowa|MD California|MI Wyoming|MN Virginia|MN Wyoming|MO California|MO Louisiana|MO Nevada|MO Washington|NC Washington|NJ New Brunswick|NJ Washington|NY New York|OH Delaware|OH Ontario|OH Oregon|OH Wyoming|OR Ontario|PA California|PA Indiana|PA Washington|PA Wyoming|QC Quebec|QC Québec|UT Washington|WI Oregon`;

/** Territories of the United States: codes of the post office as well as of ISO 3166-1. */
export const TERRITORIES: ReadonlySet<string> = new Set(['PR', 'GU', 'VI', 'AS', 'MP']);

const STATES = table(STATE_LINES);
const STATE_CODES = new Set(STATES.values());
const ALL_STATES = new Map([...STATES, ...table(FAR_LINES)]);
const ALL_STATE_CODES = new Set(ALL_STATES.values());
const PROVINCES = table(CA_LINES);
const PROVINCE_CODES = new Set(PROVINCES.values());
const TOWNS = new Set(TOWN_LINES.toLowerCase().split('|'));
const COUNTRY_LINES = COUNTRY_ROWS.trim().split('\n');
const COUNTRY_CODES = new Map(
  COUNTRY_LINES.flatMap((row) => [row.slice(0, 2), row.slice(3, 6)].map((code) => [code, row.slice(0, 2)])),
);
const COUNTRIES = new Map(
  COUNTRY_LINES.flatMap((row) =>
    row
      .slice(7)
      .split('|')
      .map((name) => [countryKey(name), row.slice(0, 2)]),
  ),
);

function table(lines: string): Map<string, string> {
  return new Map(lines.split('|').map((line) => [line.slice(3).toLowerCase(), line.slice(0, 2)]));
}

function countryKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replaceAll('.', '')
    .replaceAll('&', 'and')
    .replace(/\bst\b/g, 'saint')
    .replace(/\bthe /g, '')
    .trim();
}

/** Postal code of a US state by its name in any case or its code in capitals, with or without dots. */
export function stateCode(words: string): string | undefined {
  const trimmed = undotted(words.trim());
  return ALL_STATE_CODES.has(trimmed) ? trimmed : ALL_STATES.get(trimmed.toLowerCase().replace(/^state of /, ''));
}

/** Code of a Canadian province or territory by its name or its code in capitals. */
export function provinceCode(words: string): string | undefined {
  const trimmed = undotted(words.trim());
  return PROVINCE_CODES.has(trimmed) ? trimmed : PROVINCES.get(trimmed.normalize('NFC').toLowerCase());
}

/** ISO 3166-1 alpha-2 code of a country by a usual English name, or by its code of two or three capitals. */
export function countryCode(words: string): string | undefined {
  const trimmed = words.trim();
  return COUNTRY_CODES.get(trimmed) ?? (trimmed.length > 60 ? undefined : COUNTRIES.get(countryKey(trimmed)));
}

/** A country or US state named in words: `US-OH`, `CA`. "Georgia" is the state. */
export function areaCode(words: string): string | undefined {
  const state = stateCode(words);
  return state === undefined ? countryCode(words) : `US-${state}`;
}

/** Is a town of some size called so in this state or province? "New York" in `NY`, "Delaware" in `OH`. */
export function isTownLikeState(name: string, region: string): boolean {
  return TOWNS.has(`${region} ${name.trim()}`.toLowerCase());
}

/** "D.C." is "DC". */
function undotted(words: string): string {
  return words.includes('.') ? words.replace(/^([A-Z])\. ?([A-Z])\.?$/, '$1$2') : words;
}

/** Names and codes of US states for a pattern, longest first; codes must be in capitals where they are matched. */
export const STATE_PATTERN: string = [...STATES.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map(capitalised)
  .concat([...STATE_CODES])
  .join('|');

function capitalised(name: string): string {
  return name.replace(/\b(?!of\b)[a-z]/g, (letter) => letter.toUpperCase());
}
