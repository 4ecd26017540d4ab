import { z } from 'zod';
import type { ConfigProblem } from '../errors.ts';
import { OccupationRow, titleKeyInAnyOrder, titleWords } from '../model/occupation.ts';
import type { Path, Places } from './places.ts';
import { showPath } from './places.ts';
import { showValue } from './schema-problems.ts';
import { shippedFolder, yamlFiles } from './shipped.ts';
import { readYamlFile } from './yaml-file.ts';

/** The form of a file of config/occupations. */
export const OccupationFile = z.array(OccupationRow);

/**
 * Reads config/occupations/*.yaml: each file is a list of rows. A title and a code of another system stand once, and each
 * code has exactly one row that is called by its official title alone.
 */
export function loadOccupations(folder: string = shippedFolder('occupations')): {
  readonly occupations: readonly OccupationRow[];
  readonly problems: readonly ConfigProblem[];
} {
  const problems: ConfigProblem[] = [];
  const rows = yamlFiles(folder).flatMap((file) => {
    const { value = [], problems: found, places } = readYamlFile(file, OccupationFile);
    problems.push(...found);
    return value.map((row, index) => ({ row, index, places }));
  });
  // While a file cannot be read, its rows would seem to be missing everywhere.
  if (problems.length === 0) problems.push(...clashes(rows), ...rows.flatMap(unusableTitles), ...officialTitles(rows));
  return { occupations: rows.map(({ row }) => row), problems };
}

interface PlacedRow {
  readonly row: OccupationRow;
  readonly index: number;
  readonly places: Places;
}

/** What stands in two places, so that nobody knows which is meant. */
function clashes(rows: readonly PlacedRow[]): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const names = new Set<string>();
  const titles = new Map<string, string>();
  const codes = new Map<string, string>();
  for (const placed of rows) {
    const { row } = placed;
    if (names.has(row.title)) {
      problems.push(problemAt(placed, ['title'], `${showValue(row.title)} names two rows.`, 'Add a note in brackets.'));
    }
    names.add(row.title);
    for (const [position, title] of row.titles.entries()) {
      const key = titleKeyInAnyOrder(title);
      const other = key === '' ? undefined : titles.get(key);
      if (other !== undefined) {
        const message =
          other === row.title
            ? `${showValue(title)} is given twice.`
            : `${showValue(title)} is also a title of "${other}".`;
        problems.push(problemAt(placed, ['titles', position], message, 'Keep one of the two.'));
      }
      titles.set(key, row.title);
    }
    for (const [position, code] of row.codes.entries()) {
      const other = codes.get(code);
      if (other !== undefined) {
        const message = `${showValue(code)} is also a code of "${other}".`;
        problems.push(problemAt(placed, ['codes', position], message, 'Keep one of the two.'));
      }
      codes.set(code, row.title);
    }
  }
  return problems;
}

/** Titles without a word, and titles that their own row shuts out. */
function unusableTitles(placed: PlacedRow): ConfigProblem[] {
  const notWith = new Set(placed.row.notWith.map(titleKeyInAnyOrder));
  return placed.row.titles.flatMap((title, position) => {
    const words = titleWords(title).map(({ word }) => word);
    const shut = words.find((word) => notWith.has(word));
    if (words.length > 0 && shut === undefined) return [];
    const message =
      shut === undefined ? `read ${showValue(title)}, which has no word.` : `has "${shut}", which notWith shuts out.`;
    return [problemAt(placed, ['titles', position], message, 'Take it out.')];
  });
}

function officialTitles(rows: readonly PlacedRow[]): ConfigProblem[] {
  const plain = new Map(rows.filter(({ row }) => !row.title.endsWith(')')).map(({ row }) => [row.code, row.title]));
  return rows.flatMap((placed) => {
    const { code, title } = placed.row;
    const official = plain.get(code);
    if (title === official || (official !== undefined && title.startsWith(`${official} (`))) return [];
    const fix =
      official === undefined
        ? 'Give one row of this code the title without a note in brackets.'
        : `The title of ${code} is "${official}"; a note in brackets may follow.`;
    return [problemAt(placed, ['title'], `read ${showValue(title)}, but no row has it without a note.`, fix)];
  });
}

function problemAt({ index, places }: PlacedRow, path: Path, message: string, fix: string): ConfigProblem {
  const place = [index, ...path];
  return { file: places.file, line: places.lineOf(place), path: showPath(place), message, fix };
}
