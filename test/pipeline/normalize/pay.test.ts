import { describe, expect, it } from 'vitest';
import type { Pay } from '../../../src/model/pay.ts';
import { cleanText } from '../../../src/pipeline/normalize/clean-text.ts';
import { periodOf, readPay } from '../../../src/pipeline/normalize/pay.ts';
import { placeSegments } from '../../../src/pipeline/normalize/sections.ts';
import { splitSentences } from '../../../src/pipeline/normalize/sentences.ts';

interface Around {
  readonly title?: string;
  readonly country?: string;
}

function read(raw: string, { title, country }: Around = {}): Pay[] {
  const text = cleanText(raw, 'text');
  const places = country === undefined ? [] : [{ text: country, country }];
  return readPay(text, placeSegments(text, splitSentences(text)), places, title);
}

/** "24–31 USD/hour", "from 24 USD/hour", "up to 31 USD/hour", "24 USD/hour", with "~" before an estimate. */
function inWords({ min, max, currency, period, provenance }: Pay): string {
  const span = min === undefined ? `up to ${max}` : max === undefined ? `from ${min}` : `${min}–${max}`;
  const figures = min !== undefined && min === max ? `${min}` : span;
  return `${provenance === 'estimate' ? '~' : ''}${figures} ${currency ?? '?'}/${period ?? '?'}`;
}

const all = (raw: string, around?: Around) => read(raw, around).map(inWords);

describe('a range', () => {
  it.each([
    ['$31.50–$44.10/hr', '31.5–44.1 USD/hour'],
    ['Pay range: $31.50/hr. - $44.10/hr.', '31.5–44.1 USD/hour'],
    ['$28.00/Hr.-$33.00/Hr.', '28–33 USD/hour'],
    ['Salary: $65K-$80K', '65000–80000 USD/year'],
    ['Salary: 65-80k', '65000–80000 ?/year'],
    ['Salary: $65 - $80,000', '65000–80000 USD/year'],
    ['$65,000.00 to $80,000.00 annually', '65000–80000 USD/year'],
    ['You earn between $24 and $31 an hour.', '24–31 USD/hour'],
    ['The base pay for this position ranges from $65,000 up to $90,000', '65000–90000 USD/year'],
    ['GS-09 $61,000 - $79,000 per annum', '61000–79000 USD/year'],
    ['$61,200.80 USD Annually - $79,400.40 USD Annually', '61200.8–79400.4 USD/year'],
    ['$24.50 (Step 1) - $30.25 (Step 7) hourly', '24.5–30.25 USD/hour'],
    ['Salary ranges from 30.25 per hour for new graduates to 44.10 per hour', '30.25–44.1 ?/hour'],
    ['Pay Range: Minimum: $34.10 Midpoint: $42.62 Maximum: $51.14', '34.1–51.14 USD/hour'],
    ['Min: $34.10\nMid: $42.62\nMax: $51.14', '34.1–51.14 USD/hour'],
    ['Minimum | Midpoint | Maximum\n$34.10 | $42.62 | $51.14', '34.1–51.14 USD/hour'],
    ['Pay Range Minimum | $34.10\nPay Range Maximum | $51.14', '34.1–51.14 USD/hour'],
    ['Salary range: low $60,000, high $90,000', '60000–90000 USD/year'],
    ['Pay starts at $18.50/hr and goes up to $24/hr', '18.5–24 USD/hour'],
    ['The typical pay range for this role is:\n\n$16.00 - $19.50', '16–19.5 USD/hour'],
    ['Salary Range\n61,750 - 84,900', '61750–84900 ?/year'],
    ['`💰 $115,000~$143,000` `🌎 Remote`', '115000–143000 USD/year'],
    ['Compensation $25-30hr', '25–30 USD/hour'],
    ['Salary - 65000 to 75000', '65000–75000 ?/year'],
    ['Hourly: Minimum $33.84 / Midpoint $42.30 / Maximum $50.76.', '33.84–50.76 USD/hour'],
  ])('is read in %j', (raw, expected) => {
    expect(all(raw)).toEqual([expected]);
  });

  it.each([
    ['$25/hr - 36 hours/week', '25 USD/hour'],
    ['Pay: $60,000 - 4 weeks of leave', '60000 USD/year'],
    ['Pay $60,000 - 401k match - PTO', '60000 USD/year'],
  ])('does not take in the number behind it in %j', (raw, expected) => {
    expect(all(raw)).toEqual([expected]);
  });

  it.each(['Salary Range: $140.00 - $49.00 Hourly', 'Salary: $0 - $50', 'Salary: $20 - $90,000 per hour'])(
    'that cannot be meant is not read: %j',
    (raw) => {
      expect(all(raw)).toEqual([]);
    },
  );
});

describe('one end', () => {
  it.each([
    ['Pay from $24 an hour', 'from 24 USD/hour'],
    ['Starting at $24/hour', 'from 24 USD/hour'],
    ['Minimum Start Pay $31.00/hour', 'from 31 USD/hour'],
    ['At least $60,000 a year', 'from 60000 USD/year'],
    ['Pay: $31.00 and up per hour', 'from 31 USD/hour'],
    ['Salary: $80k+', 'from 80000 USD/year'],
    ['Pay: From $80,000.00 plus bonuses per year', 'from 80000 USD/year'],
    ['Up to $45/hour', 'up to 45 USD/hour'],
    ['Max pay $45 per hour', 'up to 45 USD/hour'],
    ['Base salary of up to $310,000', 'up to 310000 USD/year'],
    ['$30 per hour DOE', '30 USD/hour'],
    ['Base salary: $80,000 + commission', '80000 USD/year'],
    ['Salary: 58,000 (USD)', '58000 USD/year'],
  ])('is read in %j', (raw, expected) => {
    expect(all(raw)).toEqual([expected]);
  });
});

describe('the currency', () => {
  it.each([
    ['Salary: US$61,000', '61000 USD/year'],
    ['Salary: C$61,000', '61000 CAD/year'],
    ['Salary: CA$ 61,000', '61000 CAD/year'],
    ['CAD 61,000 - 70,000 per year', '61000–70000 CAD/year'],
    ['$61,000 CAD - $70,000 CAD', '61000–70000 CAD/year'],
    ['Compensation in Canadian dollars: $61,000 - $70,000', '61000–70000 CAD/year'],
    ['Salary: A$61,000', '61000 AUD/year'],
    ['AU$61,000 - AU$70,000 + super', '61000–70000 AUD/year'],
    ['Salary: NZ$61,000', '61000 NZD/year'],
    ['Salary £32k pro rata', '32000 GBP/year'],
    ['Salary CHF 90’000 - 110’000 per year', '90000–110000 CHF/year'],
    ['Salary ₹6,00,000 - ₹8,00,000 per annum', '600000–800000 INR/year'],
    ['6-8 LPA', '600000–800000 INR/year'],
    ['25 dollars an hour', '25 USD/hour'],
    ['Pay: 20$ per hour', '20 USD/hour'],
    ['Sacramento, CA $25 per hour', '25 USD/hour'],
    ['Salary 45.000 – 55.000 €', '45000–55000 EUR/year'],
    ['Salaire : 45 000 € par an', '45000 EUR/year'],
    ['Gehalt: €45.000,00', '45000 EUR/year'],
    ['40.000€ brutto/Jahr', '40000 EUR/year'],
    ['2400€ im Monat', '2400 EUR/month'],
    ['Vergütung: 3.500 EUR - 4.200 EUR pro Monat', '3500–4200 EUR/month'],
    ['15,50 €/Stunde', '15.5 EUR/hour'],
    ['Salary: €55,000 per annum', '55000 EUR/year'],
    ['42-48 k€', '42000–48000 EUR/year'],
    ['Salary: Band 6 £35,000 - £42,000 per annum', '35000–42000 GBP/year'],
  ])('and the separators are read in %j', (raw, expected) => {
    expect(all(raw)).toEqual([expected]);
  });

  it.each([
    ['$70,000 - $85,000 a year', 'CA', '70000–85000 CAD/year'],
    ['$70,000 - $85,000 a year', 'AU', '70000–85000 AUD/year'],
    ['$70,000 - $85,000 a year', 'GB', '70000–85000 USD/year'],
    ['US$70,000 - US$85,000 a year', 'CA', '70000–85000 USD/year'],
    ['Salary: 58000-65000 per year', 'US', '58000–65000 USD/year'],
    ['Salary: 58000-65000 per year', undefined, '58000–65000 ?/year'],
  ])('of %j in %s is that of the country where no other is named', (raw, country, expected) => {
    expect(all(raw, country === undefined ? {} : { country })).toEqual([expected]);
  });

  it('is told apart for two countries of one posting', () => {
    const pay = all('US: $100,000 - $120,000; Canada: $80,000 - $95,000');

    expect(pay).toEqual(['100000–120000 USD/year', '80000–95000 CAD/year']);
  });
});

describe('the period', () => {
  it.each([
    ['$2,300 biweekly', '2300 USD/biweek'],
    ['Pay: $4,800 monthly', '4800 USD/month'],
    ['Salary: $4,800 / mo', '4800 USD/month'],
    ['Monthly salary $4,500', '4500 USD/month'],
    ['Per diem rate $45/hr', '45 USD/hour'],
    ['$350 per day', '350 USD/day'],
    ['$450 per shift', '450 USD/day'],
    ['$1,850 weekly', '1850 USD/week'],
    ['£14.50ph', '14.5 GBP/hour'],
    ['Salary: Up to £45,000 p.a.', 'up to 45000 GBP/year'],
    ['Pay (hourly): $28 to $35', '28–35 USD/hour'],
    ['Salary (Monthly) $4,500.00 - $6,800.00', '4500–6800 USD/month'],
    ['Weekly pay! $35/hr', '35 USD/hour'],
    ['Hourly rate: 25.50 - 30.75', '25.5–30.75 ?/hour'],
    ['Salary: $4,200 - $5,600 semi-monthly', '4200–5600 USD/?'],
    ['Step 1: $24.10, Step 2: $25.30 per hour', '24.1 USD/hour'],
  ])('is read in %j', (raw, expected) => {
    expect(all(raw)[0]).toBe(expected);
  });

  it.each(['Salary: $2,500', 'The salary is $1,500', 'Pay: 2300€ – 2600 €', 'Salary EUR 4.000'])(
    'is not guessed, so %j tells nothing',
    (raw) => {
      expect(all(raw)).toEqual([]);
    },
  );

  it.each([
    ['HOUR', 'hour'],
    ['per-month-salary', 'month'],
    ['per-year-salary', 'year'],
    ['PA', 'year'],
    ['bi-weekly', 'biweek'],
    ['$300 a day', 'day'],
    ['semi-monthly', undefined],
    [undefined, undefined],
  ])('named %j by a source is %s', (words, expected) => {
    expect(periodOf(words)).toBe(expected);
  });
});

describe('several statements', () => {
  it.each([
    ['Hiring range $60,000 - $70,000. The full salary range is $55,000 - $90,000 a year.', '55000–90000 USD/year'],
    ['Full salary range $61,000-$98,000; new hires usually start at $61,000-$79,000', '61000–98000 USD/year'],
    ['In Denver, CO: $70,000 - $90,000. The national pay range is $60,000 - $100,000.', '60000–100000 USD/year'],
    ['In Denver, CO: $70,000 - $90,000. The pay range for this role is $60,000 - $80,000.', '60000–80000 USD/year'],
    ['Zone 1: $60,000 - $70,000; Zone 2: $65,000 - $75,000', '60000–70000 USD/year'],
    ['Zone 1: $60,000 - $70,000; Zone 2: $55,000 - $75,000', '55000–75000 USD/year'],
    ['Zone 1: $60-$70/hr; Zone 2: $55-$75/hr; Zone 3: $70-$90/hr', '60–70 USD/hour'],
    ['Pay: Level I $20 - $25 per hour, Level II $26 - $31 per hour', '20–25 USD/hour'],
    ['The pay is $25 - $30 an hour ($52,000 - $62,400 a year)', '25–30 USD/hour'],
    ['Starting wage: $19.25\nPay range: $19.25 - $26.00', '19.25–26 USD/hour'],
  ])('begin with the headline in %j', (raw, expected) => {
    const pay = all(raw);

    expect(pay.length).toBeGreaterThan(1);
    expect(pay[0]).toBe(expected);
  });

  it('keeps all groups in reading order', () => {
    const pay = all('Compensation: Group A: $125,000 • Group B: $112,500 • Group C: $100,000');

    expect(pay).toEqual(['125000 USD/year', '112500 USD/year', '100000 USD/year']);
  });

  it('keeps the rows of a table', () => {
    const pay = all('Place | Minimum | Maximum\nZone 1 | $60,000 | $70,000\nZone 2 | $65,000 | $75,000');

    expect(pay).toEqual(['60000–70000 USD/year', '65000–75000 USD/year']);
  });

  it('keeps what is stated twice once, with what either of them says', () => {
    const pay = all('Pay: 25-30/hr\n\nWe are a clinic.\n\nPay range: $25 - $30 per hour');

    expect(pay).toEqual(['25–30 USD/hour']);
  });
});

describe('the evidence', () => {
  it.each([
    ['Pay: $31.50–$44.10/hr', 'Pay: $31.50–$44.10/hr'],
    ['Our coders like it here. CAD 70,000 - 85,000 per year', 'CAD 70,000 - 85,000 per year'],
    ['Minimum Salary: $60,000\nMaximum Salary: $75,000', 'Minimum Salary: $60,000\nMaximum Salary: $75,000'],
    ['Zone 1: $60,000 - $70,000; Zone 2: $65,000 - $75,000', 'Zone 1: $60,000 - $70,000'],
  ])('of %j holds its words', (raw, expected) => {
    expect(read(raw)[0]?.evidence?.quote).toBe(expected);
  });
});

describe('an estimate', () => {
  it.each([
    ['Estimated salary: $70K - $85K a year', '~70000–85000 USD/year'],
    ['$70K–$85K (Glassdoor est.)', '~70000–85000 USD/year'],
    ['Market estimate: $70,000 - $85,000', '~70000–85000 USD/year'],
    ['$70,000 - $85,000 a year (Employer est.)', '70000–85000 USD/year'],
    ['The estimated pay range for this role is $70,000 - $85,000.', '70000–85000 USD/year'],
  ])('is told from a statement in %j', (raw, expected) => {
    expect(all(raw)).toEqual([expected]);
  });

  it('comes after what the employer states', () => {
    const pay = all('Glassdoor estimate: $60K - $95K a year\n\nThe salary is $70,000 - $85,000 a year.');

    expect(pay).toEqual(['70000–85000 USD/year', '~60000–95000 USD/year']);
  });
});

describe('the title', () => {
  it.each([
    ['RN Nights $58.31/HR', ['58.31 USD/hour']],
    ['Coder II – $24.00 - $31.00', ['24–31 USD/hour']],
    ['Coder 65-80k', ['65000–80000 ?/year']],
    ['Coder, up to $45/hr', ['up to 45 USD/hour']],
    ['Nurse $10,000 Sign-on Bonus', []],
    ['RN 36 hr/wk', []],
    ['RN 12-hour nights, 401k', []],
  ])('%j is read where the text states no pay, without evidence', (title, expected) => {
    const pay = read('You code charts.', { title });

    expect(pay.map(inWords)).toEqual(expected);
    expect(pay.every((one) => one.evidence === undefined)).toBe(true);
  });

  it('yields to the text', () => {
    expect(all('Pay: $50 per hour', { title: 'RN $58.31/HR' })).toEqual(['50 USD/hour']);
  });
});
