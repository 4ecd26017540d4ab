import { z } from 'zod';
import type { ConfigProblem } from '../errors.ts';
import { suggestion } from './nearest.ts';
import { type Path, type Places, showPath, valueAt } from './places.ts';

type Issue = z.core.$ZodIssue;
type JsonSchema = z.core.JSONSchema.JSONSchema;

/**
 * Checks a value against a schema and says what is wrong in words for the person who wrote the file: what was read, and
 * what belongs there by the field's own description. Of more than 50 problems only the first are told.
 */
export function checkValue<T>(
  value: unknown,
  schema: z.ZodType<T>,
  places: Places,
  /** Where `value` stands in the file. */
  base: Path = [],
): {
  readonly value?: T;
  /** `value` with the bare numbers that were meant as text written as such. */
  readonly read: unknown;
  readonly problems: readonly ConfigProblem[];
} {
  const first = schema.safeParse(value);
  if (first.success) return { value: first.data, read: value, problems: [] };
  const read = withText(value, first.error.issues, (path) => places.lettersOf([...base, ...path]));
  const second = schema.safeParse(read);
  if (second.success) return { value: second.data, read, problems: [] };

  const described: JsonSchema = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const problems = second.error.issues
    .slice(0, MOST)
    .flatMap((issue) => explain(issue, described, read))
    .slice(0, MOST)
    .map(({ path, message, fix }) => {
      const place = [...base, ...path];
      const shown = showPath(place);
      return { file: places.file, line: places.lineOf(place), ...(shown === '' ? {} : { path: shown }), message, fix };
    });
  return { read, problems };
}

/** A value as a message shows it: short, on one line, without the password of an address. */
export function showValue(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return 'something else';
  const text = value.replace(/\/\/[^/@\s]*@/g, '//…@');
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

const MOST = 50;

/**
 * Where the schema wants text and the file has a bare number (`since: 2024`, `series: [0669]`), the letters that were
 * written are meant, leading zeros too.
 */
function withText(value: unknown, issues: readonly Issue[], lettersOf: (path: Path) => string | undefined): unknown {
  const copy: unknown = structuredClone(value);
  for (const issue of issues) {
    if (issue.code !== 'invalid_type' || issue.expected !== 'string') continue;
    const letters = lettersOf(issue.path);
    const last = issue.path.at(-1);
    const holder = valueAt(copy, issue.path.slice(0, -1));
    if (letters === undefined || last === undefined || typeof holder !== 'object' || holder === null) continue;
    Reflect.set(holder, last, letters);
  }
  return copy;
}

interface Explained {
  readonly path: Path;
  readonly message: string;
  readonly fix: string;
}

function explain(issue: Issue, schema: JsonSchema, root: unknown): Explained[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(key, path, schema));
  const field = fieldAt(schema, path);
  const value = valueAt(root, path);
  if (value === undefined) return [{ path, message: 'is missing.', fix: belongs(field, 'Add it.') }];
  if (value === null) {
    return [{ path, message: 'is empty.', fix: belongs(field, 'Give it a value, or take the line out.') }];
  }
  if (issue.code === 'invalid_union') {
    const inner = deepest(issue);
    if (inner !== undefined) return explain({ ...inner, path: [...path, ...inner.path] }, schema, root);
  }
  const fix = issue.code === 'invalid_value' ? choices(issue.values, value) : belongs(field, 'Correct it.');
  return [{ path, message: `read ${showValue(value)}, ${reason(issue)}.`, fix }];
}

function unknownField(key: string, path: Path, schema: JsonSchema): Explained {
  const known = Object.keys(fieldAt(schema, path)?.properties ?? {});
  const meant = suggestion(key, known);
  const fix =
    meant === undefined
      ? `Take it out; known here: ${known.length === 0 ? 'nothing' : known.join(', ')}.`
      : `Did you mean "${meant}"?`;
  return { path: [...path, key], message: 'is not a known field.', fix };
}

function reason(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `but ${TYPES[issue.expected] ?? issue.expected} is needed`;
    case 'invalid_value':
      return 'which is not one of the choices';
    case 'invalid_format':
      return issue.message.startsWith('Invalid')
        ? `which is no ${FORMATS[issue.format] ?? 'value of this form'}`
        : `needed is ${issue.message}`;
    case 'too_small':
      return `but ${bound(issue.origin, 'at least', issue.minimum, issue.inclusive)} needed`;
    case 'too_big':
      return `but ${bound(issue.origin, 'at most', issue.maximum, issue.inclusive)} allowed`;
    case 'custom':
      return issue.message;
    default:
      return 'which has not the form that is needed';
  }
}

function bound(origin: string, word: string, limit: number | bigint, inclusive: boolean | undefined): string {
  const unit = origin === 'string' ? ' letters are' : origin === 'array' ? ' items are' : ' is';
  const shown =
    inclusive === false ? `${word === 'at least' ? 'more than' : 'less than'} ${limit}` : `${word} ${limit}`;
  return `${shown}${unit}`;
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping of fields',
  record: 'a mapping of fields',
};

const FORMATS: Readonly<Record<string, string>> = {
  email: 'e-mail address',
  url: 'web address',
  date: 'date such as 2026-05-31',
};

/** The branch of a union that got furthest, when one of them found more than a wrong type at its top. */
function deepest(issue: Extract<Issue, { code: 'invalid_union' }>): Issue | undefined {
  return issue.errors.flat().find((inner) => inner.path.length > 0 || inner.code === 'custom');
}

function choices(values: readonly z.core.util.Primitive[], read: unknown): string {
  const words = values.map(String);
  const meant = suggestion(String(read), words);
  return meant === undefined
    ? `Choose one of: ${words.join(', ')}.`
    : `Did you mean "${meant}"? Choices: ${words.join(', ')}.`;
}

function belongs(field: JsonSchema | undefined, otherwise: string): string {
  const description = field?.description;
  return description === undefined ? otherwise : `What belongs here: ${description}.`;
}

function fieldAt(schema: JsonSchema, path: Path): JsonSchema | undefined {
  return path.reduce<JsonSchema | undefined>((field, step) => {
    if (field === undefined) return undefined;
    return asSchema(
      typeof step === 'number' ? field.items : (field.properties?.[String(step)] ?? field.additionalProperties),
    );
  }, schema);
}

function asSchema(value: JsonSchema['items'] | JsonSchema['additionalProperties']): JsonSchema | undefined {
  return typeof value === 'object' && !Array.isArray(value) ? value : undefined;
}
