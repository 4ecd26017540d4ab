/**
 * The instant that an ISO date-time with a zone (`2026-07-16T11:55:32-04:00`, `…+0000`, `…Z`) or a number of
 * milliseconds since 1970 stands for, in UTC with a `Z`; a bare day stays a day. Anything else, a time without a zone
 * above all, is `undefined`: nothing is guessed.
 */
export function readDate(value: string | number | null | undefined): string | undefined {
  if (typeof value === 'number') return instant(value);
  const text = (value ?? '').trim();
  if (!isDay(text.slice(0, 10))) return undefined;
  if (text.length === 10) return text;
  const parts = ZONED.exec(text);
  return parts === null ? undefined : instant(Date.parse(`${parts[1]}T${parts[2]}${zone(parts[3] ?? 'Z')}`));
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const ZONED = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|UTC|[+-]\d\d:?\d\d)$/i;

// `Date.parse` takes 31 February for 3 March
function isDay(text: string): boolean {
  return DAY.test(text) && instant(Date.parse(text))?.startsWith(text) === true;
}

function zone(text: string): string {
  if (/^[a-z]/i.test(text)) return 'Z';
  return text.includes(':') ? text : `${text.slice(0, 3)}:${text.slice(3)}`;
}

function instant(milliseconds: number): string | undefined {
  // the years that an ISO instant can name with four digits
  const namable = milliseconds >= -62_135_596_800_000 && milliseconds < 253_402_300_800_000;
  return namable ? new Date(milliseconds).toISOString() : undefined;
}
