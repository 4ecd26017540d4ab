import { feed } from './feed/index.ts';
import { folder } from './folder/index.ts';
import { greenhouse } from './greenhouse/index.ts';
import { jsonLd } from './json-ld/index.ts';
import { lever } from './lever/index.ts';
import { remotive } from './remotive/index.ts';
import type { AnySource } from './source.ts';
import { usajobs } from './usajobs/index.ts';
import { workday } from './workday/index.ts';

/** Every source, in alphabetical order: the one list that a new source is added to. */
export const sources: readonly AnySource[] = [feed, folder, greenhouse, jsonLd, lever, remotive, usajobs, workday];

const byId = new Map(sources.map((source) => [source.id, source]));

/** The source with this id, if there is one. */
export function findSource(id: string): AnySource | undefined {
  return byId.get(id);
}
