/** How well predictions meet the labels of one field. Shares are 1 where there is nothing to share. */
export interface Score {
  readonly field: string;
  /** Share of postings whose value is exactly that of the label. */
  readonly accuracy: number;
  /** Over what is stated: single values, or ids of credentials. */
  readonly f1: number;
  /** Postings whose label states something. */
  readonly stated: number;
  /** Ids of the postings that were read otherwise. */
  readonly misses: readonly string[];
}

/** One labelled posting beside what was read of it. */
export interface Pair {
  readonly id: string;
  readonly wanted: Readonly<Record<string, unknown>>;
  readonly got: Readonly<Record<string, unknown>>;
  readonly ambiguous: readonly string[];
}

/** Scores each field of `fields`; a field that a careful reader called ambiguous is left out for its posting. */
export function scoreFields(pairs: readonly Pair[], fields: readonly string[]): Score[] {
  return fields.map((field) => {
    const judged = pairs.filter(({ ambiguous }) => !ambiguous.includes(field));
    const misses = judged.filter(({ wanted, got }) => canonical(wanted[field]) !== canonical(got[field]));
    const values = judged.map(({ wanted, got }) => [atoms(wanted[field]), atoms(got[field])] as const);
    const hits = sum(values, ([wanted, got]) => [...got].filter((value) => wanted.has(value)).length);
    const said = sum(values, ([, got]) => got.size);
    const stated = sum(values, ([wanted]) => wanted.size);
    return {
      field,
      accuracy: judged.length === 0 ? 1 : 1 - misses.length / judged.length,
      f1: said + stated === 0 ? 1 : (2 * hits) / (said + stated),
      stated: values.filter(([wanted]) => wanted.size > 0).length,
      misses: misses.map(({ id }) => id),
    };
  });
}

function sum<Value>(values: readonly Value[], of: (value: Value) => number): number {
  return values.reduce((total, value) => total + of(value), 0);
}

/** The single statements of a value: ids of a list, however nested; a plain value is one. */
function atoms(value: unknown): Set<string> {
  if (Array.isArray(value)) return new Set(value.flatMap((one) => [...atoms(one)]));
  return value === null || value === undefined || value === false ? new Set() : new Set([JSON.stringify(value)]);
}

function canonical(value: unknown): string {
  if (value === null || value === undefined || value === false) return 'nothing';
  if (!Array.isArray(value)) return JSON.stringify(value);
  return value.length === 0 ? 'nothing' : `[${value.map(canonical).sort().join()}]`;
}
