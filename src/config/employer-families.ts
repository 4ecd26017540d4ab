import { z } from 'zod';
import type { ConfigProblem } from '../errors.ts';
import { EmployerFamily } from '../model/employer-family.ts';
import { type Places, showPath } from './places.ts';
import { showValue } from './schema-problems.ts';
import { shippedFile } from './shipped.ts';
import { readYamlFile } from './yaml-file.ts';

/** The form of config/employers.yaml. */
export const EmployerFamilyFile = z.array(EmployerFamily);

/**
 * Reads config/employers.yaml. `keyOf` folds an employer's name as the program compares it: a key stands in one place only,
 * and names that many employers share are refused.
 */
export function loadEmployerFamilies(
  keyOf: (employer: string) => string,
  file: string = shippedFile('employers.yaml'),
): { readonly families: readonly EmployerFamily[]; readonly problems: readonly ConfigProblem[] } {
  const { value: families = [], problems, places } = readYamlFile(file, EmployerFamilyFile);
  return { families, problems: problems.length > 0 ? problems : badNames(families, keyOf, places) };
}

function badNames(
  families: readonly EmployerFamily[],
  keyOf: (employer: string) => string,
  places: Places,
): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const owners = new Map<string, string>();
  for (const [index, { name, aliases, brands }] of families.entries()) {
    const names = [
      { written: name, path: ['name'], list: 'name' },
      ...aliases.map((written, at) => ({ written, path: ['aliases', at], list: 'name' })),
      // A brand may repeat a name: the name alone, and the name with more words behind it.
      ...brands.map((written, at) => ({ written, path: ['brands', at], list: 'brand' })),
    ];
    for (const { written, path, list } of names) {
      const key = keyOf(written);
      const owner = owners.get(`${list} ${key}`);
      owners.set(`${list} ${key}`, name);
      const problem = owner === undefined ? sharedName(written, key) : clash(written, name, owner);
      const place = [index, ...path];
      if (problem) problems.push({ file: places.file, line: places.lineOf(place), path: showPath(place), ...problem });
    }
  }
  return problems;
}

function clash(written: string, name: string, owner: string): Pick<ConfigProblem, 'message' | 'fix'> {
  const message =
    owner === name ? `${showValue(written)} is given twice.` : `${showValue(written)} also belongs to "${owner}".`;
  return { message, fix: 'Keep one of the two; capitals, punctuation and legal forms do not tell names apart.' };
}

/** "Mercy", "St. Mary's Hospital" and "University Medical Center" are names of many employers. */
function sharedName(written: string, key: string): Pick<ConfigProblem, 'message' | 'fix'> | undefined {
  const words = key.split(' ');
  const telling = words.filter((word, at) => word !== '' && !COMMON.has(word) && !SAINT.has(words[at - 1] ?? ''));
  if (telling.length > 0) return undefined;
  return {
    message: `read ${showValue(written)}, a name that many employers share.`,
    fix: 'Give the full name, with the word that tells it apart, or take it out.',
  };
}

const SAINT = new Set(['saint', 'sainte', 'mount']);

/** Words of the names of hospitals, schools and companies everywhere, folded. */
const COMMON = new Set(
  `saint sainte mount health care hospital hospitals medical medicine center centers clinic clinics system systems service
  services group network partners associates physicians university college school community general regional memorial
  county city state district national federal american united north south east west northern southern eastern
  western central midwest valley lake river mercy holy sacred heart cross trinity grace hope faith good samaritan mission
  providence methodist baptist presbyterian lutheran adventist catholic jewish christian childrens children womens women
  veterans first premier advanced integrated home hospice senior living rehabilitation surgery cancer institute foundation
  company companies corporation holdings the of and for at in`.split(/\s+/),
);
