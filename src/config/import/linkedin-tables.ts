import { foldCell } from './resume.ts';

/** A file of the data export that a profile is made from. */
export type TableKind =
  | 'positions'
  | 'volunteering'
  | 'education'
  | 'certifications'
  | 'company follows'
  | 'connections'
  | 'languages'
  | 'profile';

interface TableForm {
  /** What the columns hold that are read, and the headings under which they are known; the first is LinkedIn's. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Without these a row says nothing. */
  readonly needed: readonly string[];
  /** Known headings that are passed over; what is in them is never read. */
  readonly passedOver: readonly string[];
}

const STARTED = ['Started On', 'Start Date', 'From'];
const FINISHED = ['Finished On', 'End Date', 'Until', 'To'];

const FORMS: Readonly<Record<TableKind, TableForm>> = {
  positions: {
    columns: {
      role: ['Title', 'Position', 'Job Title'],
      employer: ['Company Name', 'Company'],
      start: STARTED,
      end: FINISHED,
    },
    needed: ['role', 'employer'],
    passedOver: ['Description', 'Location'],
  },
  volunteering: {
    columns: { role: ['Role', 'Title'], employer: ['Company Name', 'Organization'], start: STARTED, end: FINISHED },
    needed: ['role'],
    passedOver: ['Cause', 'Description'],
  },
  education: {
    columns: {
      institution: ['School Name', 'School', 'Institution'],
      degree: ['Degree Name', 'Degree'],
      area: ['Field Of Study', 'Fields Of Study'],
      end: FINISHED,
    },
    needed: ['institution'],
    passedOver: ['Start Date', 'Notes', 'Activities'],
  },
  certifications: {
    columns: { name: ['Name'], issuer: ['Authority', 'Issuer', 'Issuing Organization'], start: STARTED, end: FINISHED },
    needed: ['name', 'issuer'],
    passedOver: ['Url', 'License Number', 'Credential ID'],
  },
  'company follows': {
    columns: { employer: ['Organization', 'Company', 'Company Name'] },
    needed: ['employer'],
    passedOver: ['Followed On'],
  },
  connections: {
    columns: { first: ['First Name'], last: ['Last Name'], employer: ['Company', 'Company Name'] },
    needed: ['first', 'employer'],
    passedOver: ['URL', 'Email Address', 'Position', 'Connected On'],
  },
  languages: {
    columns: { name: ['Name', 'Language'], fluency: ['Proficiency'] },
    needed: ['name', 'fluency'],
    passedOver: [],
  },
  profile: {
    columns: { first: ['First Name'], last: ['Last Name'], place: ['Geo Location', 'Location'] },
    needed: ['first', 'last', 'place'],
    passedOver: [
      'Maiden Name',
      'Address',
      'Birth Date',
      'Headline',
      'Summary',
      'Industry',
      'Zip Code',
      'Twitter Handles',
      'Websites',
      'Instant Messengers',
    ],
  },
};

/** A table as it was read: each row by what its columns hold. */
export interface Table {
  readonly kind: TableKind;
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** Headings that are known under no name. */
  readonly unknown: readonly string[];
}

/** The kind that a file's name tells: `Jobs/Positions_1.csv` holds positions. */
export function kindOfName(path: string): TableKind | undefined {
  const name = foldCell((path.split(/[\\/]/).at(-1) ?? '').replace(/(?:[ _]?\(?\d{1,3}\)?)?\.csv$/i, ''));
  return KINDS.find((kind) => kind === name);
}

/**
 * The table in the rows of a CSV file. Its heading is looked for among the first rows, as notes may stand before it; `kind`
 * is what the file's name says, else the headings tell. `undefined` when there is no heading with all that is needed.
 */
export function readTable(rows: readonly (readonly string[])[], kind: TableKind | undefined): Table | undefined {
  for (const candidate of kind === undefined ? KINDS : [kind]) {
    for (const [index, row] of rows.slice(0, HEADING_WITHIN).entries()) {
      const columns = columnsOf(row, FORMS[candidate]);
      if (!FORMS[candidate].needed.every((field) => columns.has(field))) continue;
      return {
        kind: candidate,
        rows: rows.slice(index + 1).map((cells) => recordOf(cells, columns)),
        unknown: unknownOf(row, FORMS[candidate]),
      };
    }
  }
  return undefined;
}

/** The headings without which a file of this kind cannot be read, under their usual names. */
export function neededHeadings(kind: TableKind): string[] {
  return FORMS[kind].needed.map((field) => FORMS[kind].columns[field]?.[0] ?? field);
}

const HEADING_WITHIN = 20;
// as: the keys of a literal record are its kinds
const KINDS = Object.keys(FORMS) as TableKind[];

function columnsOf(row: readonly string[], { columns }: TableForm): Map<string, number> {
  const headings = row.map(foldCell);
  const found = new Map<string, number>();
  for (const [field, names] of Object.entries(columns)) {
    // The usual name first: a file may have "Company" and "Company Name".
    const index = names.map((name) => headings.indexOf(foldCell(name))).find((position) => position !== -1);
    if (index !== undefined) found.set(field, index);
  }
  return found;
}

function recordOf(cells: readonly string[], columns: ReadonlyMap<string, number>): Record<string, string> {
  return Object.fromEntries([...columns].map(([field, index]) => [field, cells[index] ?? '']));
}

function unknownOf(row: readonly string[], { columns, passedOver }: TableForm): string[] {
  const known = new Set([...Object.values(columns).flat(), ...passedOver].map(foldCell));
  return row.filter((heading) => foldCell(heading) !== '' && !known.has(foldCell(heading)));
}
