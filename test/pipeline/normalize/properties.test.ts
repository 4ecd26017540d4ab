import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../src/model/evidence.ts';
import { Reading } from '../../../src/model/reading.ts';
import type { RequirementNode } from '../../../src/model/requirement.ts';
import { cleanText } from '../../../src/pipeline/normalize/clean-text.ts';
import { labelsOf } from '../../../src/pipeline/normalize/labels.ts';
import { readPosting } from '../../../src/pipeline/normalize/read-posting.ts';
import { shippedIndex } from '../../kit/credentials.ts';

const FRAGMENTS = [
  'RHIA',
  'RHIT',
  'CPC-A',
  'RN',
  'or',
  'and',
  '/',
  ',',
  ';',
  '(',
  ')',
  ':',
  '\n',
  '\n• ',
  '. ',
  'required',
  'preferred',
  'a plus',
  'not required',
  'within 6 months of hire',
  'within',
  'Bachelor’s degree',
  'in HIM',
  'or equivalent experience',
  '3 years',
  '3-5 years of experience',
  'in lieu of',
  '$20',
  '- $30 per hour',
  '70k',
  'remote',
  'hybrid',
  'must reside in OH',
  'Requirements:',
  'Preferred Qualifications',
  'One of the following:',
  'eligible',
  'excluding',
  'if applicable',
  '**',
  'x'.repeat(60),
  '😀',
  '\u0000',
];
const wording = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 300 }).map((parts) => parts.join(' '));
const anyText = fc.oneof(
  wording,
  fc.string({ maxLength: 20_000, unit: 'binary' }),
  fc.string({ maxLength: 2000, unit: 'grapheme' }),
);

function evidenceOf(node: RequirementNode): Evidence[] {
  return node.kind === 'all' || node.kind === 'any' ? [node.evidence, ...node.of.flatMap(evidenceOf)] : [node.evidence];
}

describe('readPosting on any text', () => {
  it('gives a valid reading whose evidence is true, and the same one twice', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), anyText, (title, raw) => {
        const text = cleanText(raw, 'text');

        const reading = readPosting({ title, text }, shippedIndex());

        expect(() => Reading.parse(reading)).not.toThrow();
        const all = [
          ...reading.requirements.flatMap((one) => evidenceOf(one.node)),
          ...[...reading.pay, ...reading.employmentTypes, ...reading.remoteLimits].flatMap((one) => one.evidence ?? []),
          ...(reading.workplace?.evidence === undefined ? [] : [reading.workplace.evidence]),
        ];
        for (const { start, end, quote } of all) expect(text.slice(start, end)).toBe(quote);
        expect(readPosting({ title, text }, shippedIndex())).toEqual(reading);
        labelsOf(reading);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

describe('readPosting on hostile text', () => {
  it.each([
    'RHIA or ',
    'RHIA or\n',
    'RHIA required ',
    '$1',
    '$1 - $2 ',
    '(((',
    '1',
    '1,',
    '     ',
    '3 years or\n',
    'bachelor or ',
    '<div>',
    '<li>',
    'a.B',
    'aaaB',
    'or equivalent ',
    'within 6 months ',
    'remote in OH, ',
    '* A ',
    '****',
    'certificate of ',
    'in lieu of a ',
    'no ',
    'Requirements: ',
    '&amp;',
    '&#x',
    '\u0301',
  ])(
    'finishes on a megabyte of %j',
    (piece) => {
      const raw = piece.repeat(Math.ceil(1_000_000 / piece.length));

      for (const format of ['text', 'html'] as const) {
        const text = cleanText(raw, format);
        const reading = readPosting({ title: piece.repeat(30), text }, shippedIndex());
        expect(reading.requirements.length).toBeLessThan(1000);
      }
    },
    120_000,
  );
});
