import { readFileSync, statSync } from 'node:fs';
import type { z } from 'zod';
import type { ConfigProblem } from '../errors.ts';
import { noPlaces, type Path, type Places, showPath, valueAt } from './places.ts';
import { checkValue } from './schema-problems.ts';
import { LARGEST, readYamlText, tooLarge } from './yaml-text.ts';

/** A file as its schema understands it; `value` is absent when there are problems. */
export interface YamlReading<T> {
  readonly value?: T;
  /** Every problem of the file, in the order of its lines. */
  readonly problems: readonly ConfigProblem[];
  readonly places: Places;
}

/**
 * Something that a schema cannot say. `at` leads to the values that are checked; `*` stands for every item or field.
 * A rule sees the value as it was written, defaults not filled in, and only values that are there.
 */
export interface Rule {
  readonly at: readonly string[];
  check(value: unknown): readonly RuleFinding[];
}

export interface RuleFinding {
  /** From the checked value to the part that is wrong. */
  readonly path?: Path;
  readonly message: string;
  readonly fix: string;
}

/** Reads a YAML file of at most 2 MB in UTF-8 and checks it. Never throws: a file that cannot be read is a problem. */
export function readYamlFile<T>(path: string, schema: z.ZodType<T>, rules: readonly Rule[] = []): YamlReading<T> {
  const places = noPlaces(path);
  try {
    if (statSync(path).size > LARGEST) return { problems: [tooLarge(path)], places };
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
    return parseYaml(text, path, schema, rules);
  } catch (error) {
    return { problems: [unreadable(path, error)], places };
  }
}

/** `readYamlFile` without the disk. Pure; never throws, whatever the text. */
export function parseYaml<T>(
  text: string,
  fileName: string,
  schema: z.ZodType<T>,
  rules: readonly Rule[] = [],
): YamlReading<T> {
  const { value, problems: ofText, places } = readYamlText(text, fileName);
  if (value === undefined) return { problems: ofText, places };

  // A file of comments only is a mapping in which nothing is set.
  const checked = checkValue(value ?? {}, schema, places);
  const told = new Set(checked.problems.map(({ path }) => path));
  // One sentence per place: a value of the wrong form breaks its rule as well.
  const broken = rules
    .flatMap((rule) => ruleProblems(rule, checked.read, places))
    .filter(({ path }) => !told.has(path));
  const problems = [...ofText, ...checked.problems, ...broken].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  if (problems.length > 0 || checked.value === undefined) return { problems, places };
  return { value: checked.value, problems, places };
}

function ruleProblems(rule: Rule, root: unknown, places: Places): ConfigProblem[] {
  return matching(root, rule.at).flatMap(({ value, path }) =>
    rule.check(value).map((finding) => {
      const place = [...path, ...(finding.path ?? [])];
      const shown = showPath(place);
      return {
        file: places.file,
        line: places.lineOf(place),
        ...(shown === '' ? {} : { path: shown }),
        message: finding.message,
        fix: finding.fix,
      };
    }),
  );
}

function matching(root: unknown, pattern: readonly string[]): { value: unknown; path: Path }[] {
  return pattern.reduce<{ value: unknown; path: Path }[]>(
    (found, step) =>
      found
        .flatMap(({ value, path }) =>
          stepsOf(value, step).map((key) => ({ value: valueAt(value, [key]), path: [...path, key] })),
        )
        .filter(({ value }) => value !== undefined && value !== null),
    [{ value: root, path: [] }],
  );
}

function stepsOf(value: unknown, step: string): PropertyKey[] {
  if (step !== '*') return [step];
  if (Array.isArray(value)) return [...value.keys()];
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

function unreadable(file: string, error: unknown): ConfigProblem {
  if (error instanceof TypeError) {
    return { file, message: 'is not written in UTF-8.', fix: 'Save it again with the encoding UTF-8.' };
  }
  if (!(error instanceof Error && 'code' in error)) throw error;
  const fix = error.code === 'ENOENT' ? 'Check its name and folder.' : 'Check that it is a file that you may read.';
  return { file, message: `cannot be read (${String(error.code)}).`, fix };
}
