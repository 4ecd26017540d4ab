import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faultOfId, skeletonOf } from '../../scripts/source-skeleton.ts';

const registry = readFileSync(new URL('../../src/sources/registry.ts', import.meta.url), 'utf8');

describe('a new source', () => {
  it.each([
    ['lever', 'There is a source lever already.'],
    ['Acme', 'Acme is no id'],
    ['acme--hire', 'acme--hire is no id'],
    ['../x', '../x is no id'],
    ['', ' is no id'],
  ])('refuses the id %j', (id, fault) => {
    expect(faultOfId(id, ['lever'])).toContain(fault);
  });

  it('begins with a folder, three cases and a line in the registry', () => {
    const skeleton = skeletonOf('acme-hire', 'Acme Hire', registry, '2026-11-20');

    expect(faultOfId('acme-hire', ['lever'])).toBeUndefined();
    expect(Object.keys(skeleton).sort()).toEqual([
      'src/sources/acme-hire/index.ts',
      'src/sources/acme-hire/schema.ts',
      'src/sources/registry.ts',
      'test/sources/acme-hire/cases/empty/case.json',
      'test/sources/acme-hire/cases/list/case.json',
      'test/sources/acme-hire/cases/unknown-board/case.json',
    ]);
    expect(skeleton['src/sources/acme-hire/index.ts']).toContain('export const acmeHire = defineSource({');
  });

  it.each(['aaa', 'middle-one', 'zzz'])('takes its place in the order of the registry: %s', (id) => {
    const changed = skeletonOf(id, 'New', registry, '2026-11-20')['src/sources/registry.ts'] ?? '';

    const folders = [...changed.matchAll(/from '\.\/([a-z-]+)\/index\.ts'/g)].map((match) => match[1] ?? '');
    expect(folders).toContain(id);
    expect(folders).toEqual([...folders].sort());
    expect(changed.length).toBeGreaterThan(registry.length);
  });

  it('does not touch a registry that it does not understand', () => {
    expect(() => skeletonOf('acme', 'Acme', 'export const sources = load();', '2026-11-20')).toThrow('known form');
  });
});
