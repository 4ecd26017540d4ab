import { describe, expect, it } from 'vitest';
import { readPosting } from '../../../src/pipeline/normalize/read-posting.ts';
import { readSeniority } from '../../../src/pipeline/normalize/seniority.ts';
import { shippedIndex } from '../../kit/credentials.ts';

const read = (text: string, title = 'Coder') => readPosting({ title, text }, shippedIndex());

describe('pay', () => {
  it.each([
    ['Pay: $28.50 - $41.75 per hour', [{ min: 28.5, max: 41.75, currency: 'USD', period: 'hour' }]],
    ['Salary: $70k–$85k', [{ min: 70000, max: 85000, currency: 'USD', period: 'year' }]],
    ['Salary up to £40,000 per annum', [{ max: 40000, currency: 'GBP', period: 'year' }]],
    ['Pay from C$30 an hour', [{ min: 30, currency: 'CAD', period: 'hour' }]],
    ['A$90,000 to A$110,000 a year', [{ min: 90000, max: 110000, currency: 'AUD', period: 'year' }]],
    ['Salary EUR 4.000', []],
    ['Compensation: 61,500 USD annually', [{ min: 61500, max: 61500, currency: 'USD', period: 'year' }]],
    ['Pay range: $1,800.00 biweekly', [{ min: 1800, max: 1800, currency: 'USD', period: 'biweek' }]],
    ['Salary $5,200 - $6,100 per month', [{ min: 5200, max: 6100, currency: 'USD', period: 'month' }]],
    ['Salary range: minimum 30.25/hour - maximum 44.10/hour', [{ min: 30.25, max: 44.1, period: 'hour' }]],
    ['Minimum Salary: $60,000\nMaximum Salary: $75,000', [{ min: 60000, max: 75000, currency: 'USD', period: 'year' }]],
    ['$5,000 sign-on bonus', []],
    ['Tuition reimbursement of $3,000 per year', []],
    ['401k match up to $4,000', []],
    ['We manage $300 million in revenue', []],
    [
      'Salary $60,000 - $70,000 plus a $5,000 annual bonus',
      [{ min: 60000, max: 70000, currency: 'USD', period: 'year' }],
    ],
    [
      'Level I: $20 - $25 per hour\nLevel II: $26 - $31 per hour',
      [
        { min: 20, max: 25, currency: 'USD', period: 'hour' },
        { min: 26, max: 31, currency: 'USD', period: 'hour' },
      ],
    ],
  ])('reads %j', (text, expected) => {
    const pay = read(text).pay.map(({ evidence: _evidence, provenance: _provenance, ...rest }) => rest);

    expect(pay).toEqual(expected);
  });
});

describe('workplace and limits', () => {
  it.each([
    ['This is a fully remote position.', 'remote', []],
    ['Work Location: In person', 'onsite', []],
    ['Schedule: Hybrid, two days in the office', 'hybrid', []],
    ['Columbus, Ohio', null, []],
    ['We support remote sites and remote monitoring of patients.', null, []],
    ['Benefits: an on-site fitness center', null, []],
    ['Remote role. Must reside in OH, IN or KY.', 'remote', ['US-OH', 'US-IN', 'US-KY']],
    ['100% remote, US only.', 'remote', ['US']],
    ['Fully remote. You must live in Canada.', 'remote', ['CA']],
  ])('reads %j', (text, mode, areas) => {
    const reading = read(text);

    expect(reading.workplace?.mode ?? null).toBe(mode);
    expect(reading.remoteLimits.map((one) => one.area)).toEqual(areas);
  });
});

describe('employment types', () => {
  it.each([
    ['Job Type: Full-time', ['full_time']],
    ['This is a part-time PRN role.', ['part_time', 'per_diem']],
    ['Full-time employees receive health insurance.', []],
    ['Two years of full-time experience', []],
    ['Employment Type: Contract', ['contract']],
  ])('reads %j', (text, expected) => {
    expect(read(text).employmentTypes.map((one) => one.type)).toEqual(expected);
  });
});

describe('seniority of a title', () => {
  it.each([
    ['Sr. Coder', 'senior'],
    ['Coding Supervisor', 'lead'],
    ['HIM Manager', 'manager'],
    ['Nurse Case Manager', null],
    ['Director of HIM', 'director'],
    ['VP, Revenue Integrity', 'executive'],
    ['Executive Assistant', null],
    ['Coder II', null],
    ['HIM Intern', 'intern'],
    ['Entry-Level Coder', 'entry'],
  ])('reads %j', (title, expected) => {
    expect(readSeniority(title)).toBe(expected);
  });
});

describe('language', () => {
  it.each([
    [
      'You will code charts for the hospital and work with our team of auditors, and you report to the manager of coding.',
      'en',
    ],
    [
      'Wir suchen eine Fachkraft für die Kodierung, und Sie arbeiten mit der Leitung und der Verwaltung; das ist eine Stelle für Sie.',
      'de',
    ],
    ['RHIA CCS', null],
  ])('guesses %j', (text, expected) => {
    expect(read(text).language).toBe(expected);
  });
});
