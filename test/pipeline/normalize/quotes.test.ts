import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bounded, factPhrase, phrase, quote } from '../../../src/pipeline/normalize/quotes.ts';
import { readPosting } from '../../../src/pipeline/normalize/read-posting.ts';
import { shippedIndex } from '../../kit/credentials.ts';

const read = (text: string) => readPosting({ title: 'Coder', text }, shippedIndex());

describe('the quote of a demand', () => {
  it.each([
    ['Two years of inpatient coding experience', ['Two years of inpatient coding experience']],
    ['ODS-C (formerly CTR) required', ['ODS-C (formerly CTR) required']],
    [
      'Certified Medical Assistant (CMA) for the clinic, required.',
      ['Certified Medical Assistant (CMA) for the clinic, required'],
    ],
    ['RHIA or RHIT required, CCS within 12 months of hire', ['RHIA or RHIT required', 'CCS within 12 months of hire']],
    ['CPC or CCS required; CPC-A not accepted', ['CPC or CCS required; CPC-A not accepted']],
    [
      'Must be certified by either AAPC (CPC or COC) or AHIMA (CCS)',
      ['Must be certified by either AAPC (CPC or COC) or AHIMA (CCS)'],
    ],
    ['Licensure: RN license in Ohio', ['Licensure: RN license in Ohio']],
    ['One of the following is required:\n• RHIA\n• RHIT', ['One of the following is required:\n• RHIA\n• RHIT']],
  ])('holds the whole wording of %j', (text, expected) => {
    const { requirements } = read(`Requirements:\n${text}`);

    expect(requirements.map((one) => one.node.evidence.quote)).toEqual(expected);
  });

  it('stays short in an endless sentence', () => {
    const words = 'and you will do many other things for the department '.repeat(20);

    const [first] = read(`Requirements:\n${words} RHIA is required ${words}`).requirements;

    expect(first?.node.evidence.quote).toMatch(/\bRHIA is required\b/);
    expect(first?.node.evidence.quote.length).toBeLessThanOrEqual(220);
  });
});

describe('the quote of a fact', () => {
  it.each([
    ['Pay: $31.50–$44.10/hr', 'Pay: $31.50–$44.10/hr'],
    ['The hourly rate is $20.00 - $25.00 per hour; bonus possible', 'The hourly rate is $20.00 - $25.00 per hour'],
  ])('holds the phrase of the pay in %j', (text, expected) => {
    expect(read(text).pay[0]?.evidence?.quote).toBe(expected);
  });

  it('holds the phrase of the workplace and of its limits', () => {
    const { workplace, remoteLimits } = read('Remote in OH or KY only. Full-time.');

    expect(workplace?.evidence?.quote).toBe('Remote in OH or KY only');
    expect(remoteLimits.map((one) => one.evidence?.quote)).toEqual([
      'Remote in OH or KY only',
      'Remote in OH or KY only',
    ]);
  });
});

describe('phrase, factPhrase and bounded', () => {
  it('stay inside the text, hold true words and never grow without bound', () => {
    const pieces = fc.array(
      fc.constantFrom('RHIA', ' ', ' (', ') ', '; ', ', ', '\n', '😀', 'x'.repeat(90), 'and ', '.'),
      {
        maxLength: 80,
      },
    );
    fc.assert(
      fc.property(pieces, fc.nat(), fc.nat(), (parts, a, b) => {
        const text = parts.join('');
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].toSorted((x, y) => x - y);
        if (start === undefined || end === undefined || start === end) return;
        const inner = quote(text, start, end);

        const wide = [
          phrase(text, inner, 0, text.length),
          factPhrase(text, inner, 0, text.length),
          bounded(text, inner),
        ];

        for (const one of wide) {
          expect(text.slice(one.start, one.end)).toBe(one.quote);
          expect(one.quote.length).toBeLessThanOrEqual(Math.max(260, inner.quote.length));
        }
      }),
    );
  });
});
