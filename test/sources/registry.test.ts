import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findSource, sources } from '../../src/sources/registry.ts';
import { foldersIn, readCases } from '../kit/cases.ts';

describe('registry', () => {
  it('lists exactly the source folders, in alphabetical order', () => {
    const ids = sources.map(({ id }) => id);

    expect(ids).toEqual(foldersIn(new URL('../../src/sources/', import.meta.url)));
    expect(ids).toEqual([...ids].sort());
  });

  it('finds a source by its id, and none for an unknown one', () => {
    expect(findSource('workday')?.name).toBe('Workday');
    expect(findSource('constructor')).toBeUndefined();
  });
});

describe.each(sources.map((source) => ({ id: source.id, source })))('source $id', ({ source }) => {
  it('says what it is and on what ground it is read', () => {
    const { access } = source;

    expect(source.id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(source.name).not.toBe('');
    expect(new URL(source.homepage).protocol).toBe('https:');
    expect(source.revision).toBeGreaterThanOrEqual(1);
    expect(source.every).toMatch(/^\d+[mhd]$/);
    expect(access.read).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(access.terms ?? access.note, 'say what allows it: terms, or a note').toBeTruthy();
    if (['official-api', 'partner-key'].includes(access.basis)) expect(access.terms).toMatch(/^https:\/\//);
  });

  it('names its secrets as ROLEWATCH_… and describes them', () => {
    for (const { name, description } of source.secrets ?? []) {
      expect(name).toMatch(/^ROLEWATCH_[A-Z_]+$/);
      expect(description).not.toBe('');
    }
  });

  it('has examples that its own options accept, each with a host lane', () => {
    expect(source.examples.length).toBeGreaterThan(0);
    for (const example of source.examples) {
      const options = source.options.parse(example);
      expect(source.host(options)).toMatch(/^[a-z0-9.-]+$/);
    }
  });

  it('describes every option', () => {
    const schema = z.toJSONSchema(source.options, { io: 'input', unrepresentable: 'any' });
    const branches = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
    const properties = branches.flatMap((branch) => Object.entries(branch.properties ?? {}));

    expect(properties.length).toBeGreaterThan(0);
    for (const [name, property] of properties) {
      const description = typeof property === 'object' ? property.description : undefined;
      expect(description, `option ${name} needs a description`).toBeTruthy();
    }
  });

  it('refuses options that it does not know', () => {
    const [example] = source.examples;

    expect(source.options.safeParse({ ...example, surprise: true }).success).toBe(false);
  });

  it('has a case for success, for an empty listing and for an error', () => {
    const cases = readCases(source.id);
    const done = cases.filter((one) => one.expect.error === undefined);

    expect(
      done.some(({ expect: { drafts } }) => drafts.length > 0),
      'a case that ends in drafts',
    ).toBe(true);
    expect(done.some(isEmpty), 'a case of an empty listing').toBe(true);
    expect(
      cases.some((one) => one.expect.error !== undefined),
      'a case that ends in an error',
    ).toBe(true);
  });
});

function isEmpty({ expect: { drafts, seen, skipped, unreadable } }: ReturnType<typeof readCases>[number]): boolean {
  return drafts.length + seen.length + skipped.length + unreadable.length === 0;
}
