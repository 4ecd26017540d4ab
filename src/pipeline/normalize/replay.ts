import type { z } from 'zod';
import { Evidence } from '../../model/evidence.ts';
import type { Place } from '../../model/place.ts';
import { Posting } from '../../model/posting.ts';
import { Reading } from '../../model/reading.ts';
import type { Requirement } from '../../model/requirement.ts';
import { formatPay } from '../digest/format.ts';
import { describeNode } from './describe.ts';

const ReadingField = Reading.keyof();
const PostingField = Posting.keyof().exclude(['boardId', 'externalId', 'reading']);

/** What may differ between two readings; `evidence`: a value is the same, and rests on other words. */
export type ChangedField = z.infer<typeof ReadingField> | z.infer<typeof PostingField> | 'evidence';

/** Every field, in the order it is told: what decides first, then facts, then the posting's own words. */
export const CHANGED_FIELDS: readonly ChangedField[] = [...ReadingField.options, ...PostingField.options, 'evidence'];

/** A field as a person calls it: `employmentTypes` gives "employment types". */
export function fieldName(field: ChangedField): string {
  return field === 'evidence' ? 'only the quoted words' : spaced(field);
}

/**
 * Fields in which two readings of one posting differ, in the order of `CHANGED_FIELDS`. A member that is absent, `null`
 * or empty says the same, and so does another order of anything but pay and places.
 */
export function diffPostings(before: Posting, after: Posting): ChangedField[] {
  const same = sameFields(before.reading, after.reading);
  const reading = ReadingField.options.filter((field) => !same.includes(field));
  const posting = PostingField.options.filter((field) => differ(before[field], after[field], field));
  // Offsets move with every change of the text; what counts is whether other words are quoted.
  const requoted = sameQuotes(before.reading, same) !== sameQuotes(after.reading, same);
  return [...reading, ...posting, ...(requoted ? (['evidence'] as const) : [])];
}

function sameFields(before: Reading, after: Reading): readonly z.infer<typeof ReadingField>[] {
  return ReadingField.options.filter((field) => !differ(before[field], after[field], field));
}

function sameQuotes(reading: Reading, fields: readonly z.infer<typeof ReadingField>[]): string {
  return fields
    .flatMap((field) => quotesOf(reading[field]))
    .sort()
    .join('\n');
}

/** One changed field in plain words, on one or several lines each. */
export interface FieldChange {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Words of the posting that the new value rests on. */
  readonly quote: string | undefined;
}

/** A field that differs, in plain words; of the requirements only those that differ. `nameOf` names a credential. */
export function describeChange(
  field: ChangedField,
  before: Posting,
  after: Posting,
  nameOf: (id: string) => string,
): FieldChange {
  if (field === 'evidence') {
    const same = sameFields(before.reading, after.reading);
    const old = same.flatMap((name) => quotesOf(before.reading[name]));
    const fresh = same.flatMap((name) => quotesOf(after.reading[name]));
    return stated(without(old, fresh, String), without(fresh, old, String), undefined);
  }
  if (field === 'requirements') return requirementChange(before, after, nameOf);
  if (field === 'text') return textChange(before.text, after.text);
  const { data: read } = ReadingField.safeParse(field);
  if (read !== undefined) {
    const [old, fresh] = [before.reading, after.reading];
    const quotes = quotesOf(fresh[read]);
    const [quote = quotes[0]] = without(quotes, quotesOf(old[read]), String);
    return stated(readingWords(read, old), readingWords(read, fresh), quote);
  }
  if (field === 'places') return stated(before.places.map(placeWords), after.places.map(placeWords), undefined);
  const named = PostingField.parse(field);
  return stated(plainWords(before[named]), plainWords(after[named]), undefined);
}

function requirementChange(before: Posting, after: Posting, nameOf: (id: string) => string): FieldChange {
  const [old, fresh] = [before.reading.requirements, after.reading.requirements];
  const words = ({ strength, node }: Requirement): string => `${strength}: ${describeNode(node, nameOf)}`;
  const gone = without(old, fresh, keyOf);
  const added = without(fresh, old, keyOf);
  return stated(gone.map(words), added.map(words), added[0]?.node.evidence.quote);
}

/** The first line that differs, on both sides. */
function textChange(before: string, after: string): FieldChange {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const at = fresh.findIndex((line, index) => line !== old[index]);
  const place = at === -1 ? fresh.length : at;
  return stated(old.slice(place, place + 1), fresh.slice(place, place + 1), undefined);
}

function stated(before: readonly string[], after: readonly string[], quote: string | undefined): FieldChange {
  const words = (lines: readonly string[]): readonly string[] =>
    lines.join('') === '' ? [UNSTATED] : lines.map(shorten);
  return { before: words(before), after: words(after), quote: quote === undefined ? undefined : shorten(quote) };
}

const UNSTATED = 'not stated';
/** Longest line of a change, in UTF-16 units: a text may be one line of a megabyte. */
const LONGEST = 300;

function shorten(line: string): string {
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1).toWellFormed()}…`;
}

function readingWords(field: z.infer<typeof ReadingField>, reading: Reading): string[] {
  switch (field) {
    case 'pay':
      return reading.pay.map((pay) => `${formatPay(pay) ?? UNSTATED}${PROVENANCE[pay.provenance]}`);
    case 'travel':
      return reading.travel ? [travelWords(reading.travel.percent)] : [];
    case 'sponsorship':
      return reading.sponsorship ? [reading.sponsorship.offered ? 'offered' : 'not offered'] : [];
    default:
      return plainWords(reading[field]);
  }
}

function travelWords(percent: number | null): string {
  if (percent === null) return 'some travel';
  return percent === 0 ? 'no travel' : `up to ${percent} percent`;
}

const PROVENANCE = { field: ' (a field of the board)', text: '', estimate: ' (an estimate)' } as const;

function placeWords({ text, city, region, postalCode, country, area, latitude, longitude }: Place): string {
  const parts = [city, region, postalCode, country, area].filter((part) => part !== undefined);
  const spot = latitude === undefined || longitude === undefined ? '' : ` (${latitude}, ${longitude})`;
  return `${text}: ${parts.length === 0 ? 'not understood' : parts.join(', ')}${spot}`;
}

/** Any value without its evidence: one line for each element of a list, members by name unless there is only one. */
function plainWords(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((element) => plainWords(element).join('; '));
  if (!isRecord(value)) return isSaid(value) ? [String(value).replace(CODE, (code) => code.replaceAll('_', '-'))] : [];
  const members = Object.entries(value).filter(([name, member]) => isSaid(member) && !isEvidence(name));
  if (members.length === 1) return plainWords(members[0]?.[1]);
  return [members.map(([name, member]) => `${spaced(name)} ${plainWords(member).join(', ')}`).join(', ')];
}

// Our own words for a kind: full_time, per_diem.
const CODE = /^[a-z_]+$/;

/** Elements of `list` that are not in `other`; an element that stands twice must be there twice. */
function without<T>(list: readonly T[], other: readonly T[], key: (element: T) => string): T[] {
  const left = new Map<string, number>();
  for (const element of other) left.set(key(element), (left.get(key(element)) ?? 0) + 1);
  return list.filter((element) => {
    const count = left.get(key(element)) ?? 0;
    left.set(key(element), count - 1);
    return count < 1;
  });
}

function differ(before: unknown, after: unknown, field: string): boolean {
  if (before === after) return false;
  if (!ORDERED.has(field)) return keyOf(before) !== keyOf(after);
  const inOrder = (value: unknown): string => (Array.isArray(value) ? value.map(keyOf).join('\n') : keyOf(value));
  return inOrder(before) !== inOrder(after);
}

// The first pay is the headline, the first place the one that is shown.
const ORDERED: ReadonlySet<string> = new Set(['pay', 'places']);

/** A value without its evidence and without what is not said, as text that is equal for equal values. */
function keyOf(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '' : `[${value.map(keyOf).sort().join()}]`;
  if (!isRecord(value)) return isSaid(value) ? JSON.stringify(value) : '';
  const members = Object.keys(value)
    .sort()
    .map((name) => [name, isEvidence(name) ? '' : keyOf(value[name])] as const)
    .filter(([, key]) => key !== '');
  // What could not be read is nothing but its words.
  if (value['kind'] === 'unread') members.push(['quote', JSON.stringify(quotesOf(value))]);
  return `{${members.map(([name, key]) => `${name}:${key}`).join()}}`;
}

/** Every quote in a value, in reading order. */
function quotesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(quotesOf);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    if (!isEvidence(name)) return quotesOf(member);
    const evidence = Evidence.safeParse(member);
    return evidence.success ? [evidence.data.quote.replace(/\s+/g, ' ').trim()] : [];
  });
}

function isEvidence(name: string): boolean {
  return name === 'evidence' || name.endsWith('Evidence');
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function spaced(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
}
