/** Steps from the root of a document to one of its values. */
export type Path = readonly PropertyKey[];

/** How the values of a file were written. */
export interface Places {
  readonly file: string;
  /** Line of the value at `path`, or of the nearest thing around it that exists. */
  lineOf(path: Path): number | undefined;
  /** The letters of a number or of `true`/`false` as they were written; `undefined` for anything else. */
  lettersOf(path: Path): string | undefined;
}

/** The places of a file that could not be read, or of which nothing is known but its name. */
export function noPlaces(file: string): Places {
  return { file, lineOf: () => undefined, lettersOf: () => undefined };
}

/** `boards.add[2].options.token` */
export function showPath(path: Path): string {
  return path.reduce<string>((shown, step) => {
    if (typeof step === 'number') return `${shown}[${step}]`;
    return shown === '' ? String(step) : `${shown}.${String(step)}`;
  }, '');
}

/** The value at the end of a path; `undefined` when there is none. Inherited members do not exist. */
export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? Reflect.get(value, step) : undefined,
    root,
  );
}
