/** Postal codes and names of US states and territories. */
const STATE_LINES = `AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|PR Puerto Rico|GU Guam|VI Virgin Islands`;
const CA_LINES = `AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon`;
const COUNTRY_LINES = `US United States|US United States of America|US USA|US U.S.A.|US U.S.|US US|CA Canada|CA CAN|GB United Kingdom|GB UK|GB U.K.|GB Great Britain|GB England|GB Scotland|GB Wales|GB GBR|IE Ireland|DE Germany|DE Deutschland|FR France|ES Spain|IT Italy|NL Netherlands|BE Belgium|CH Switzerland|AT Austria|PL Poland|PT Portugal|SE Sweden|NO Norway|DK Denmark|FI Finland|CZ Czechia|CZ Czech Republic|HU Hungary|RO Romania|BG Bulgaria|GR Greece|IN India|PH Philippines|AU Australia|NZ New Zealand|SG Singapore|JP Japan|CN China|HK Hong Kong|MX Mexico|BR Brazil|AR Argentina|CO Colombia|CL Chile|ZA South Africa|IL Israel|AE United Arab Emirates|AE UAE|SA Saudi Arabia|QA Qatar|UA Ukraine|TR Turkey|KE Kenya|NG Nigeria|EG Egypt|PK Pakistan|BD Bangladesh|LK Sri Lanka|MY Malaysia|ID Indonesia|VN Vietnam|TH Thailand|KR South Korea|TW Taiwan|CR Costa Rica|PE Peru|EE Estonia|LV Latvia|LT Lithuania|HR Croatia|RS Serbia|SI Slovenia|SK Slovakia|LU Luxembourg|MT Malta|CY Cyprus`;

const STATES = table(STATE_LINES);
const STATE_CODES = new Set(STATES.values());
const PROVINCES = table(CA_LINES);
const PROVINCE_CODES = new Set(PROVINCES.values());
const COUNTRIES = table(COUNTRY_LINES);
const COUNTRY_CODES = new Set(COUNTRIES.values());

function table(lines: string): Map<string, string> {
  return new Map(lines.split('|').map((line) => [line.slice(3).toLowerCase(), line.slice(0, 2)]));
}

/** Postal code of a US state by its name in any case or its code in capitals. */
export function stateCode(words: string): string | undefined {
  const trimmed = words.trim();
  return STATE_CODES.has(trimmed) ? trimmed : STATES.get(trimmed.toLowerCase().replace(/^state of /, ''));
}

/** Code of a Canadian province or territory by its name or its code in capitals. */
export function provinceCode(words: string): string | undefined {
  const trimmed = words.trim();
  return PROVINCE_CODES.has(trimmed) ? trimmed : PROVINCES.get(trimmed.toLowerCase());
}

/** ISO 3166-1 alpha-2 code of a country by a usual name, or by the code itself in capitals. */
export function countryCode(words: string): string | undefined {
  const trimmed = words.trim().replace(/^the /i, '');
  return COUNTRIES.get(trimmed.toLowerCase()) ?? (COUNTRY_CODES.has(trimmed) ? trimmed : undefined);
}

/** A country or US state named in words: `US-OH`, `CA`; nothing for a name that could be either. */
export function areaCode(words: string): string | undefined {
  const state = stateCode(words);
  if (state !== undefined && !/^georgia$/i.test(words)) return `US-${state}`;
  const country = countryCode(words);
  return country ?? (state === undefined ? undefined : `US-${state}`);
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
