import { stringify } from 'yaml';

/** A plain value as YAML, for files that the program makes itself. */
export function stringifyYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}
