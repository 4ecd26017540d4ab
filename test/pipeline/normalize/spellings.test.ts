import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadCredentials } from '../../../src/config/credentials.ts';
import type { Credential } from '../../../src/model/credential.ts';
import { tokenize } from '../../../src/pipeline/normalize/tokens.ts';
import { shippedIndex } from '../../kit/credentials.ts';

const Sentences = z.array(z.string()).min(1);
const { says, never, nothing } = z
  .strictObject({
    says: z.record(z.string(), Sentences),
    never: z.record(z.string(), Sentences),
    nothing: Sentences,
  })
  .parse(parse(readFileSync(new URL('spellings.yaml', import.meta.url), 'utf8')));
const { credentials } = loadCredentials();
const ids = credentials.map(({ id }) => id);

const mentions = (text: string) => shippedIndex().scan(text, tokenize(text, shippedIndex().vocabulary));
const named = (text: string): string[] => mentions(text).map(({ id }) => id);

function rowsOf(sentences: Record<string, string[]>): { id: string; sentence: string }[] {
  return Object.entries(sentences).flatMap(([id, list]) => list.map((sentence) => ({ id, sentence })));
}

describe('the sentences of spellings.yaml', () => {
  it('cover every credential of the catalogue, and no other', () => {
    expect(Object.keys(says).toSorted()).toEqual(ids.toSorted());
    expect(ids).toEqual(expect.arrayContaining(Object.keys(never)));
    expect(rowsOf(never).length + nothing.length).toBeGreaterThan(300);
  });

  it.each(rowsOf(says))('$id is named: $sentence', ({ id, sentence }) => {
    expect(named(sentence)).toContain(id);
  });

  it.each(rowsOf(never))('$id is not named: $sentence', ({ id, sentence }) => {
    expect(named(sentence)).not.toContain(id);
  });

  it.each(nothing)('no credential is named: %s', (sentence) => {
    expect(named(sentence)).toEqual([]);
  });
});

describe('every spelling of a row', () => {
  it.each(credentials)(
    'finds $id in a plain sentence, in small and large letters unless the row says otherwise',
    (row) => {
      const missed = writtenForms(row).filter(({ text, start, end }) => {
        const found = mentions(text).filter((mention) => mention.start < end && mention.end > start);
        return !found.some(({ id }) => id === row.id);
      });

      expect(missed.map(({ text }) => text)).toEqual([]);
    },
  );

  it.each(credentials.filter(({ name, guarded }) => name.startsWith('Certified ') && !guarded.includes(name)))(
    'reads the whole name of $id behind its letters',
    ({ id, name }) => {
      const start = id.length + 3;

      const found = mentions(`${id.toUpperCase()} - ${name} preferred`);

      expect(found.at(-1)).toEqual({ id, start, end: start + name.length });
    },
  );

  it.each(credentials.filter((row) => exactSpellings(row).length > 0))(
    'counts in no other letters where $id says so',
    (row) => {
      const others = new Set(anyCaseSpellings(row).map((spelling) => spelling.toLowerCase()));
      const small = exactSpellings(row)
        .map((spelling) => spelling.toLowerCase())
        .filter((spelling) => !others.has(spelling));

      const found = small.filter((spelling) => covers(sentence(row, spelling), row.id));

      expect(found).toEqual([]);
    },
  );
});

interface Written {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const BEFORE = 'Active ';

/** A plain sentence with the spelling, and for a guarded one a word that it needs. */
function sentence(row: Credential, spelling: string): Written {
  const [near = ''] = row.near;
  const text = `${BEFORE}${spelling} required. ${near}`.trim();
  return { text, start: BEFORE.length, end: BEFORE.length + spelling.length };
}

function writtenForms(row: Credential): Written[] {
  const anyCase = anyCaseSpellings(row);
  const forms = [...exactSpellings(row), ...anyCase.flatMap((one) => [one, one.toLowerCase(), one.toUpperCase()])];
  return [...new Set(forms)].map((form) => sentence(row, form));
}

/** The id in capitals is an exact spelling when it is as short as a word. */
function exactSpellings({ id, caseSensitive }: Credential): string[] {
  return [...new Set([...caseSensitive, ...(id.length <= 4 ? [id.toUpperCase()] : [])])];
}

function anyCaseSpellings(row: Credential): string[] {
  const exact = new Set(exactSpellings(row));
  return [...new Set([row.name, row.id.toUpperCase(), ...row.aliases])].filter((spelling) => !exact.has(spelling));
}

/** Is the whole of the spelling read as the credential? */
function covers({ text, start, end }: Written, id: string): boolean {
  return mentions(text).some((mention) => mention.id === id && mention.start === start && mention.end === end);
}
