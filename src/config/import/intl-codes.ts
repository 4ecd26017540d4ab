import { foldCell } from './resume.ts';

/** ISO 639-1 code of a language from its English name or its own: "Spanish", "Español", "Chinese (Mandarin)". */
export function languageCode(name: string): string | undefined {
  const names = languageNames();
  const folded = foldCell(name);
  const [first = ''] = foldCell(name.replace(/[(/,;-].*$/s, '')).split(' ');
  const last = folded.split(' ').at(-1) ?? '';
  return [folded, first, last].map((word) => names.get(word)).find((code) => code !== undefined);
}

/** ISO 3166-1 code of a country from its English name or the code itself. */
export function countryCode(name: string): string | undefined {
  const folded = foldCell(name);
  return COUNTRY_ALIASES[folded] ?? countryNames().get(folded);
}

const COUNTRY_ALIASES: Readonly<Record<string, string>> = {
  usa: 'US',
  'u s a': 'US',
  'united states of america': 'US',
  uk: 'GB',
};

let languages: ReadonlyMap<string, string> | undefined;
function languageNames(): ReadonlyMap<string, string> {
  languages ??= namesOf('language', (code) => [code, code.toLowerCase()]);
  return languages;
}

let countries: ReadonlyMap<string, string> | undefined;
function countryNames(): ReadonlyMap<string, string> {
  countries ??= namesOf('region', (code) => [code, 'en']);
  return countries;
}

/** Every two-letter code that the platform has a name for, by that name in English and in its own language. */
function namesOf(type: 'language' | 'region', localesOf: (code: string) => readonly string[]): Map<string, string> {
  const english = new Intl.DisplayNames(['en'], { type, fallback: 'none' });
  const found = new Map<string, string>();
  for (const first of LETTERS) {
    for (const second of LETTERS) {
      const code = type === 'language' ? first + second : (first + second).toUpperCase();
      const name = english.of(code);
      if (name === undefined) continue;
      if (type === 'language') {
        const own = new Intl.DisplayNames(localesOf(code), { type, fallback: 'none' }).of(code);
        if (own !== undefined) found.set(foldCell(own), code);
      }
      found.set(foldCell(code), code);
      found.set(foldCell(name), code);
    }
  }
  return found;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
