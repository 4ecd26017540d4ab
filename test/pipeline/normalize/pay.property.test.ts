import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/pipeline/normalize/clean-text.ts';
import { readPay } from '../../../src/pipeline/normalize/pay.ts';
import { figuresIn } from '../../../src/pipeline/normalize/pay-figures.ts';
import { placeSegments } from '../../../src/pipeline/normalize/sections.ts';
import { splitSentences } from '../../../src/pipeline/normalize/sentences.ts';

function read(raw: string, title = '') {
  const text = cleanText(raw, 'text');
  return { text, pay: readPay(text, placeSegments(text, splitSentences(text)), [], title) };
}

const american = (cents: number) =>
  (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const european = (cents: number) => american(cents).replace(/[.,]/g, (separator) => (separator === '.' ? ',' : '.'));

/** A currency as the text writes it around a figure. */
const currency = fc.constantFrom(
  { code: 'USD', write: (figure: string) => `$${figure}` },
  { code: 'USD', write: (figure: string) => `US$${figure}` },
  { code: 'USD', write: (figure: string) => `$ ${figure}` },
  { code: 'USD', write: (figure: string) => `USD ${figure}` },
  { code: 'USD', write: (figure: string) => `${figure} USD` },
  { code: 'CAD', write: (figure: string) => `C$${figure}` },
  { code: 'CAD', write: (figure: string) => `$${figure} CAD` },
  { code: 'AUD', write: (figure: string) => `A$${figure}` },
  { code: 'GBP', write: (figure: string) => `£${figure}` },
  { code: 'GBP', write: (figure: string) => `${figure} GBP` },
  { code: 'EUR', write: (figure: string) => `€${figure}` },
  { code: 'EUR', write: (figure: string) => `${figure} €` },
  { code: 'EUR', write: (figure: string) => `EUR ${figure}` },
  { code: 'CHF', write: (figure: string) => `CHF ${figure}` },
);
const period = fc.constantFrom(
  { name: 'hour', words: [' per hour', '/hr', ' an hour', ' hourly', '/hour'], least: 8_00, most: 250_00 },
  { name: 'day', words: [' per day', '/day', ' a day', ' daily'], least: 60_00, most: 900_00 },
  { name: 'week', words: [' per week', ' weekly', '/wk'], least: 400_00, most: 5000_00 },
  { name: 'biweek', words: [' biweekly', ' bi-weekly', ' per fortnight'], least: 900_00, most: 9000_00 },
  { name: 'month', words: [' per month', ' monthly', '/mo', '/month'], least: 1500_00, most: 19_000_00 },
  { name: 'year', words: [' per year', '/yr', ' annually', ' per annum', ' p.a.'], least: 16_000_00, most: 400_000_00 },
);
const dash = fc.constantFrom('-', ' - ', '–', ' – ', '—', ' — ', '−', '‑', ' to ', '\u00a0–\u00a0', '\u202f-\u2009');
const lead = fc.constantFrom(
  'Pay: ',
  'Salary range: ',
  'The pay for this role is ',
  'Compensation ',
  '',
  'Pay Range\n',
);
const tail = fc.constantFrom(
  '',
  '.',
  ' DOE',
  ', depending on experience',
  ' plus benefits',
  '; bonus of $900 possible',
  '\nFull time',
);

const sentence = fc
  .record({
    currency,
    period,
    dash,
    lead,
    tail,
    word: fc.nat(),
    low: fc.nat(1e6),
    span: fc.nat(1e6),
    euro: fc.boolean(),
  })
  .map(({ currency, period, dash, lead, tail, word, low, span, euro }) => {
    const { least, most } = period;
    const min = least + (low % (most - least));
    // Ends that are further apart are no range of pay.
    const max = min + (span % (Math.min(most, min * 15) - min + 1));
    // A point between thousands and a decimal comma are the custom where the euro and the franc are.
    const write = euro && ['EUR', 'CHF'].includes(currency.code) ? european : american;
    const figures = `${currency.write(write(min))}${dash}${currency.write(write(max))}`;
    const words = period.words[word % period.words.length] ?? '';
    return { raw: `${lead}${figures}${words}${tail}`, min, max, code: currency.code, period: period.name, write };
  });

describe('a stated range', () => {
  it('is read exactly, in any currency, dash, period and order of words', () => {
    fc.assert(
      fc.property(sentence, ({ raw, min, max, code, period, write }) => {
        const { text, pay } = read(raw);

        expect(pay).toHaveLength(1);
        const [one] = pay;
        expect(one).toMatchObject({ min: min / 100, max: max / 100, currency: code, period, provenance: 'text' });
        expect(one?.evidence?.quote).toContain(write(min));
        expect(one?.evidence?.quote).toContain(write(max));
        expect(text.slice(one?.evidence?.start, one?.evidence?.end)).toBe(one?.evidence?.quote);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('separators', () => {
  it('never swap: 1,234.56 and 1.234,56 are the same sum', () => {
    const sign = fc.constantFrom('$', '€', '£', 'CHF ', 'kr ', '');
    fc.assert(
      fc.property(fc.integer({ min: 1000_00, max: 999_999_99 }), sign, (cents, mark) => {
        const [first] = figuresIn(`${mark}${american(cents)}`);
        const [second] = figuresIn(`${mark}${european(cents)}`);

        expect(first?.low).toBe(cents / 100);
        expect(second?.low).toBe(cents / 100);
      }),
    );
  });
});

describe('money that is not pay', () => {
  it('stays unread, whatever the sum', () => {
    const template = fc.constantFrom(
      (sum: string) => `Sign-on bonus: $${sum}`,
      (sum: string) => `$${sum} retention bonus after one year`,
      (sum: string) => `Tuition reimbursement of up to $${sum} per year`,
      (sum: string) => `Benefits:\n• Relocation assistance ($${sum})`,
      (sum: string) => `We raised $${sum} in funding`,
      (sum: string) => `Manages a budget of $${sum} per year`,
      (sum: string) => `Referral program: earn $${sum}`,
      (sum: string) => `Life insurance of $${sum}`,
      (sum: string) => `Requisition ${sum}`,
      (sum: string) => `A team of ${sum} people serves ${sum} patients a year`,
      (sum: string) => `A ${sum}-${sum} bed hospital`,
    );
    fc.assert(
      fc.property(template, fc.integer({ min: 1, max: 9_999_999 }), fc.boolean(), (write, sum, commas) => {
        const { pay } = read(write(commas ? sum.toLocaleString('en-US') : String(sum)));

        expect(pay).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

const PIECES =
  `$ £ € ₹ USD CAD INR R$ 0 1 25 31.50 44,10 60,000 60.000 1.234,56 1,2,3 9999999999 401 k K k€ % million - – — ~ to and up
  or + / . : ; ( ) | • \n \t ** per hour /hr a year p.a. monthly LPA pay salary bonus plus min max Minimum | up to between from zone level
  1: for this role excluding Canada estimated $1 $20 $30/hr 😀 ’ à bis Jahr`.split(' ');
const anything = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 500 }),
);

describe('any words', () => {
  it('give sound figures with true evidence', () => {
    fc.assert(
      fc.property(anything, anything, (raw, title) => {
        const { text, pay } = read(raw, title);

        for (const { min, max, evidence } of pay) {
          expect(min ?? max).toBeDefined();
          for (const sum of [min, max]) if (sum !== undefined) expect(Number.isFinite(sum) && sum > 0).toBe(true);
          expect(min ?? 0).toBeLessThanOrEqual(max ?? Number.POSITIVE_INFINITY);
          if (evidence !== undefined) expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    '$1',
    '$1 - $2 ',
    '1,',
    '1 000 ',
    '1-1-',
    '$$$1',
    '€1.1',
    '$1k-',
    '401(k) ',
    '12:30 ',
    '$20 | ',
    '$20|\n',
    '$20 (',
    'CAD 1 ',
    'min $1 max ',
    'pay $1 ',
    'Zone 1: $20 - $30 ',
    '$20 per hour ',
    'bonus $20 ',
    'minimum | maximum\n$20 | $30\n',
    'excluding ',
    '1,,,,,,',
  ])(
    'by the megabyte cost little time: %j',
    (piece) => {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      const segments = placeSegments(text, splitSentences(text));

      const spent = [1, 2, 3].map(() => {
        // The time of the processor: other tests run beside this one.
        const started = process.cpuUsage();
        figuresIn(text);
        readPay(text, segments);
        return process.cpuUsage(started).user / 1000;
      });

      expect(Math.min(...spent)).toBeLessThan(500);
    },
    60_000,
  );
});
