import { readCsv } from './csv.ts';
import { kindOfName, neededHeadings, readTable, type Table, type TableKind } from './linkedin-tables.ts';
import { cleanCell, ImportError, type ImportedResume, type ImportNote } from './resume.ts';

/** A CSV file of the export; `path` starts at the export's folder. */
export interface ExportFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Reads the CSV files of LinkedIn's data export: several parts of a file count as one. Columns with licence numbers
 * and addresses are never looked at. `unopened` are the export's other files, which are only named. An `ImportError`
 * when nothing can be used.
 */
export function readLinkedIn(files: readonly ExportFile[], unopened: readonly string[] = []): ImportedResume {
  const notes: ImportNote[] = unopenedNote(unopened);
  const tables: Table[] = [];
  for (const file of files) {
    const table = tableOf(file, notes);
    if (table !== undefined) tables.push(table);
  }
  if (tables.length === 0) throw new ImportError(nothingIn(notes));
  const rowsOf = (kind: TableKind): Table['rows'] => take(tables, kind, notes);
  const [person] = rowsOf('profile');
  return {
    name: person && nameOf(person),
    place: placeOf(person?.['place']),
    certificates: rowsOf('certifications').flatMap((row) => {
      const name = cleanCell(row['name']);
      return name === undefined ? [] : [{ name, issuer: cleanCell(row['issuer']), ...timesOf(row) }];
    }),
    education: rowsOf('education').map((row) => ({
      institution: cleanCell(row['institution']),
      degree: cleanCell(row['degree']),
      area: cleanCell(row['area']),
      end: timesOf(row).end,
    })),
    work: (['positions', 'volunteering'] as const).flatMap((kind) =>
      rowsOf(kind).flatMap((row) => {
        const role = cleanCell(row['role']);
        const employer = cleanCell(row['employer']);
        if (role !== undefined) return [{ role, employer, ...timesOf(row), volunteer: kind === 'volunteering' }];
        notes.push({ what: `a time at ${employer ?? 'an unnamed employer'}`, why: 'it has no title' });
        return [];
      }),
    ),
    languages: rowsOf('languages').flatMap((row) => {
      const name = cleanCell(row['name']);
      return name === undefined ? [] : [{ name, fluency: cleanCell(row['fluency']) }];
    }),
    follows: rowsOf('company follows').flatMap((row) => cleanCell(row['employer']) ?? []),
    contacts: contactsOf(rowsOf('connections'), notes),
    notes,
  };
}

function unopenedNote(paths: readonly string[]): ImportNote[] {
  const names = paths.flatMap((path) => cleanCell(path) ?? []);
  const more = names.length > 12 ? ` and ${names.length - 12} more` : '';
  return names.length === 0
    ? []
    : [{ what: `${names.slice(0, 12).join(', ')}${more}`, why: 'not opened: no part of a profile' }];
}

function tableOf({ path, text }: ExportFile, notes: ImportNote[]): Table | undefined {
  const kind = kindOfName(path);
  const shown = cleanCell(path) ?? 'a file';
  const { rows, unclosed } = readCsv(text);
  if (unclosed) notes.push({ what: shown, why: 'a quotation mark in it is never closed; what follows it is not read' });
  const table = readTable(rows, kind);
  if (table === undefined) {
    const why =
      kind === undefined
        ? 'no part of a profile'
        : `its headings were not understood; needed are ${neededHeadings(kind).join(' and ')}`;
    notes.push({ what: shown, why });
    return undefined;
  }
  const unknown = table.unknown.flatMap((heading) => cleanCell(heading) ?? []).slice(0, 10);
  if (unknown.length > 0) notes.push({ what: `${shown}: ${unknown.join(', ')}`, why: 'columns that are not known' });
  return table;
}

/** All rows of a kind, of every part of a file. */
function take(tables: readonly Table[], kind: TableKind, notes: ImportNote[]): Table['rows'] {
  const rows = tables.filter((table) => table.kind === kind).flatMap((table) => table.rows);
  const most = MOST[kind] ?? MOST_ROWS;
  if (rows.length > most)
    notes.push({ what: `${kind}: ${rows.length - most} rows`, why: `only the first ${most} are read` });
  return rows.slice(0, most);
}

const MOST_ROWS = 300;
const MOST: Partial<Record<TableKind, number>> = { connections: 100_000, 'company follows': 1_000 };

function contactsOf(rows: Table['rows'], notes: ImportNote[]): ImportedResume['contacts'] {
  const contacts = rows.flatMap((row) => {
    const employer = cleanCell(row['employer']);
    return employer === undefined ? [] : [{ employer, person: nameOf(row) }];
  });
  const without = rows.length - contacts.length;
  if (without > 0) notes.push({ what: `${without} of ${rows.length} connections`, why: 'they name no company' });
  return contacts;
}

function nameOf(row: Readonly<Record<string, string>>): string | undefined {
  return cleanCell(`${cleanCell(row['first']) ?? ''} ${cleanCell(row['last']) ?? ''}`);
}

function timesOf(row: Readonly<Record<string, string>>): { start: string | undefined; end: string | undefined } {
  return { start: row['start']?.slice(0, 40), end: row['end']?.slice(0, 40) };
}

/** "Columbus, Ohio, United States"; "Columbus, Ohio Metropolitan Area" and the like stay in the words of the file. */
function placeOf(text: string | undefined): ImportedResume['place'] {
  const parts = (cleanCell(text) ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return undefined;
  const [city, region] = parts;
  return { city, region: parts.length > 1 ? region : undefined, country: parts.length > 2 ? parts.at(-1) : undefined };
}

function nothingIn(notes: readonly ImportNote[]): string {
  const first = notes.slice(0, 3).map(({ what, why }) => `${what}: ${why}`);
  return `Nothing here can be imported (${first.join('; ') || 'there is no CSV file'}); give a LinkedIn data export (.zip, folder or .csv) or a JSON Resume (.json).`;
}
