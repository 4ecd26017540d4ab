/** A day, month or year as `2024-05-31`, `2024-05` or `2024`. */
export type PartialDate = string;

/** Is one before the other, as far as both are stated: 2024 and 2024-05 are not before each other. */
export function isBefore(one: PartialDate, other: PartialDate): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
}
