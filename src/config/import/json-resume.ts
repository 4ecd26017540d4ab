import { z } from 'zod';
import { cleanCell, ImportError, type ImportedResume, type ImportNote } from './resume.ts';

// One wrong member must not cost the others: what is no text counts as absent.
const Words = z.string().optional().catch(undefined);
const listOf = <Item>(item: z.ZodType<Item>) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((items): Item[] =>
      items.slice(0, MOST).flatMap((one) => {
        const { success, data } = item.safeParse(one);
        return success ? [data] : [];
      }),
    );
const MOST = 300;

/** The members of a JSON Resume (schema 1.x, and `company` of older files) that a profile is made from. */
const JsonResume = z.object({
  basics: z
    .object({
      name: Words,
      location: z.object({ city: Words, region: Words, countryCode: Words }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  work: listOf(z.object({ name: Words, company: Words, position: Words, startDate: Words, endDate: Words })).optional(),
  volunteer: listOf(z.object({ organization: Words, position: Words, startDate: Words, endDate: Words })).optional(),
  education: listOf(z.object({ institution: Words, area: Words, studyType: Words, endDate: Words })).optional(),
  certificates: listOf(z.object({ name: Words, date: Words, issuer: Words })).optional(),
  languages: listOf(z.object({ language: Words, fluency: Words })).optional(),
});

/** Reads the text of a JSON Resume. An `ImportError` when it is none. */
export function readJsonResume(text: string): ImportedResume {
  const value = parse(text);
  const known = Object.keys(JsonResume.shape);
  const members = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  if (!members.some((member) => known.includes(member))) {
    throw new ImportError(`This is no JSON Resume: it has none of the members ${known.join(', ')}.`);
  }
  const {
    basics,
    work = [],
    volunteer = [],
    education = [],
    certificates = [],
    languages = [],
  } = JsonResume.parse(value);
  const notes: ImportNote[] = [];
  const passed = members.filter((member) => !known.includes(member) && !SILENT.includes(member));
  const shown = passed.flatMap((member) => cleanCell(member) ?? []).slice(0, 20);
  if (shown.length > 0) notes.push({ what: shown.join(', '), why: 'no part of a profile' });
  const roles = [
    ...work.map(({ name, company, ...rest }) => ({ ...rest, employer: name ?? company, volunteer: false })),
    ...volunteer.map(({ organization, ...rest }) => ({ ...rest, employer: organization, volunteer: true })),
  ];
  const place = basics?.location;
  return {
    name: cleanCell(basics?.name),
    place: place && {
      city: cleanCell(place.city),
      region: cleanCell(place.region),
      country: cleanCell(place.countryCode),
    },
    certificates: certificates.flatMap(({ name, issuer, date }) => {
      const title = cleanCell(name);
      return title === undefined
        ? []
        : [{ name: title, issuer: cleanCell(issuer), start: dateText(date), end: undefined }];
    }),
    education: education.map(({ institution, area, studyType, endDate }) => ({
      institution: cleanCell(institution),
      degree: cleanCell(studyType),
      area: cleanCell(area),
      end: dateText(endDate),
    })),
    work: roles.flatMap(({ position, employer, startDate, endDate, volunteer: unpaid }) => {
      const role = cleanCell(position);
      const at = cleanCell(employer);
      if (role !== undefined)
        return [{ role, employer: at, start: dateText(startDate), end: dateText(endDate), volunteer: unpaid }];
      notes.push({ what: `a time at ${at ?? 'an unnamed employer'}`, why: 'it has no position' });
      return [];
    }),
    languages: languages.flatMap(({ language, fluency }) => {
      const name = cleanCell(language);
      return name === undefined ? [] : [{ name, fluency: cleanCell(fluency) }];
    }),
    follows: [],
    contacts: [],
    notes,
  };
}

// About the file, not about the person.
const SILENT: readonly string[] = ['$schema', 'meta'];

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // The engine's own message quotes the text, which is private.
    throw new ImportError('This is no JSON: it was cut off, or a comma or quotation mark is wrong in it.');
  }
}

function dateText(text: string | undefined): string | undefined {
  return text?.slice(0, 40);
}
