import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { Workplace } from '../model/place.ts';
import { Profile } from '../model/profile.ts';
import { EmploymentType } from '../model/reading.ts';

const Key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and single hyphens');
const Days = z.number().int().nonnegative();

/** Whole dollars or dollars and cents, for one unit of time; `min` equal to `max` is a single figure. */
const SamplePay = z
  .strictObject({ min: z.number().positive(), max: z.number().positive(), per: z.enum(['hour', 'week', 'year']) })
  .refine(({ min, max }) => min <= max, 'min is above max');
export type SamplePay = z.infer<typeof SamplePay>;

const SampleEmployer = z.strictObject({
  id: Key,
  name: z.string(),
  /** Other ways in which boards write the name. */
  spellings: z.array(z.string()),
  domain: z.string().endsWith('.example'),
  about: z.string(),
  benefits: z.array(z.string()).min(1),
  eeo: z.string(),
  headings: z
    .strictObject({ duties: z.string(), requires: z.string(), prefers: z.string(), benefits: z.string() })
    .default({ duties: 'Duties', requires: 'Requirements', prefers: 'Preferred', benefits: 'Benefits' }),
  /** Sentence with `{range}`; an employer without it leaves pay out of its text. */
  payWords: z.string().includes('{range}').optional(),
});
type SampleEmployer = z.infer<typeof SampleEmployer>;

const SampleRole = z.strictObject({
  id: Key,
  department: z.string(),
  intro: z.array(z.string()).min(1),
  duties: z.array(z.string()).min(5),
});

const Place = z.string().regex(/^(Remote|[A-Z][A-Za-z. ]+, [A-Z]{2})$/, '"City, ST" or "Remote"');

const OpeningRow = z.strictObject({
  key: Key,
  employer: Key.optional(),
  role: Key,
  title: z.string(),
  requisition: z.string(),
  place: Place,
  /** The same words in other cities, each a vacancy of its own. */
  siblings: z.array(z.strictObject({ place: Place, requisition: z.string() })).default([]),
  /** What the board's field for it says; `setting` is what the text says. */
  workplace: Workplace.optional(),
  /** Where a remote worker must live: state codes, or `US`, `CA`. */
  states: z.array(z.string().regex(/^[A-Z]{2}$/)).default([]),
  setting: z.string().optional(),
  type: EmploymentType.default('full_time'),
  shift: z.string().optional(),
  /** Days before the sample day; -1 is the day after it. */
  posted: z.number().int().min(-1),
  /** Days after the sample day. */
  closes: Days.optional(),
  pay: SamplePay.optional(),
  laterPay: z.strictObject({ day: Days, ...SamplePay.shape }).optional(),
  /** First day on which it is advertised, and first day on which it no longer is. */
  appears: Days.default(0),
  gone: Days.optional(),
  requires: z.array(z.string()).min(1),
  prefers: z.array(z.string()).default([]),
  table: z.array(z.array(z.string()).min(2)).optional(),
  /** Federal occupational series and pay grades. */
  series: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  grade: z.tuple([z.number().int(), z.number().int()]).optional(),
});

const OpeningFile = z.strictObject({ employer: Key.optional(), openings: z.array(OpeningRow).min(1) });

/** One vacancy of the sample world: a row of `openings/*.yaml`, with its siblings set apart. */
export type SampleOpening = Omit<z.infer<typeof OpeningRow>, 'siblings' | 'employer'> & {
  /** `board/key`, with the city behind it for a sibling: `chartbridge/roi-onsite-houston-tx`. */
  readonly id: string;
  /** The board that advertises it first. */
  readonly boardId: string;
  readonly employer: SampleEmployer;
  readonly roleRow: z.infer<typeof SampleRole>;
};

const Copy = z.strictObject({ of: z.string(), title: z.string().optional(), later: Days.optional() });

const SampleBoard = z.strictObject({
  id: Key,
  name: z.string(),
  source: z.enum(['greenhouse', 'lever', 'workday', 'usajobs', 'remotive', 'feed', 'json-ld', 'folder']),
  employer: z.string().optional(),
  /** Where the board is asked; absent for own files. */
  origin: z.url().optional(),
  /** Where its advertisements are shown. */
  pages: z.url().optional(),
  shape: z.enum(['network', 'state', 'sitemap', 'list']).optional(),
  trouble: z.enum(['gone', 'throttled', 'changed']).optional(),
  spelling: Days.default(0),
  later: Days.default(0),
  link: z.enum(['own', 'employer']).default('own'),
  excerpt: z.boolean().default(false),
  options: z.record(z.string(), z.unknown()),
  tags: z.array(z.string()),
  copies: z.array(z.union([z.string().transform((of): z.infer<typeof Copy> => ({ of })), Copy])).default([]),
});
export type SampleBoard = z.infer<typeof SampleBoard>;

/** The invented world behind the sample boards, checked and with all references resolved. */
export interface SampleData {
  readonly boards: readonly SampleBoard[];
  readonly openings: readonly SampleOpening[];
  /** By id: the name of a file in `profiles/`. */
  readonly profiles: ReadonlyMap<string, z.input<typeof Profile>>;
  /** Absolute path of the folder that the own-file board reads. */
  readonly folder: string;
}

/**
 * Reads `config/sample`, once per process. Throws when a file does not fit its schema or names something that does not
 * exist.
 */
export function loadSample(): SampleData {
  loaded ??= readSample();
  return loaded;
}

// What is shipped does not change while the program runs, and reading it takes a tenth of a second.
let loaded: SampleData | undefined;

function readSample(): SampleData {
  const employers = byId(z.array(SampleEmployer).parse(read('employers.yaml')));
  const roles = byId(z.array(SampleRole).parse(read('roles.yaml')));
  const boards = z.array(SampleBoard).parse(read('boards.yaml'));
  const openings = names('openings').flatMap((name) => {
    const file = OpeningFile.parse(read(`openings/${name}.yaml`));
    return file.openings.flatMap(({ siblings, employer = file.employer ?? '', ...row }) => {
      const common = { boardId: name, employer: found(employers, employer), roleRow: found(roles, row.role) };
      const first: SampleOpening = { ...row, ...common, id: `${name}/${row.key}` };
      return [
        first,
        ...siblings.map((sibling) => ({ ...first, ...sibling, id: `${first.id}-${slug(sibling.place)}` })),
      ];
    });
  });
  const known = byId(openings);
  for (const copy of boards.flatMap((board) => board.copies)) found(known, copy.of);
  const profiles = names('profiles').map((name) => {
    const profile: unknown = read(`profiles/${name}.yaml`);
    Profile.parse(profile);
    // as: the line above proved that it is valid input of the schema
    return [name, profile as z.input<typeof Profile>] as const;
  });
  return { boards, openings, profiles: new Map(profiles), folder: fileURLToPath(new URL('folder', ROOT)) };
}

const ROOT = new URL('../../config/sample/', import.meta.url);

function read(file: string): unknown {
  return parse(readFileSync(new URL(file, ROOT), 'utf8'));
}

function names(folder: string): string[] {
  return readdirSync(new URL(folder, ROOT))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => basename(file, '.yaml'))
    .sort();
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): Map<string, T> {
  const map = new Map(rows.map((row) => [row.id, row]));
  if (map.size !== rows.length) throw new Error('Two rows of the sample data share an id.');
  return map;
}

function found<T>(rows: ReadonlyMap<string, T>, id: string): T {
  const row = rows.get(id);
  if (row === undefined) throw new Error(`The sample data names "${id}", which does not exist.`);
  return row;
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-');
}
