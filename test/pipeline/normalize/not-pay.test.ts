import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/pipeline/normalize/clean-text.ts';
import { readPay } from '../../../src/pipeline/normalize/pay.ts';
import { placeSegments } from '../../../src/pipeline/normalize/sections.ts';
import { splitSentences } from '../../../src/pipeline/normalize/sentences.ts';

function read(raw: string) {
  const text = cleanText(raw, 'text');
  return readPay(text, placeSegments(text, splitSentences(text)), [{ text: 'Ohio', country: 'US' }]);
}

const SENTENCES = {
  'a bonus': [
    '$5,000 sign-on bonus',
    'Sign-on bonus of $20,000 for nurses',
    'Compensation: $10,000 Sign-On Bonus',
    'Sign-on: up to $15k!',
    'Refer a friend and earn $1,500',
    'Earn a referral bonus of up to $7,500',
    'Retention bonus: $10,000 after one year',
    'Bonus potential: $10,000-$20,000 per year',
    'Performance bonus: $1,000 - $3,000 monthly',
    '$30,000 sign-on/retention for a commitment of 2 years',
    'OTE $140,000',
    'Commission: $80,000 - $120,000',
  ],
  'a benefit': [
    'Relocation assistance up to $15,000',
    '401k match up to $4,000',
    '401(k) with 4% match',
    'We contribute $1,200 per year to your HSA',
    'Tuition reimbursement of $5,250 per year',
    'up to $5,250 per year in education assistance',
    'Benefits:\n• Competitive salary\n• $20,000 toward student loans\n• $50 monthly gym money',
    'Monthly stipend of $400 per month for housing',
    '$500 per month car allowance',
    'Up to $3,600/year in child care subsidies',
    'Employee discounts up to $500',
    'Life insurance of $50,000',
    'Life insurance at 1x annual salary, up to $50,000',
    'Short-term disability at 60% of salary up to $1,500 per week',
    'Medical premiums start at $40/month',
    'Health insurance: employee pays $35 biweekly',
    'Company car or $700 per month',
    'a gift card of $225',
    'Per diem of $60 per day for meals',
  ],
  'pay beside the rate': [
    'Shift differential $2.50 - $4.00 per hour',
    'Night differential: $6/hour',
    'an additional $1/hr for speaking Spanish',
    'On-call pay $7.50 per hour',
    'Overtime rate: $60/hr',
    'Weekend premium of $4.50/hour',
    'incentive pay of $10 per hour',
    '$45 per visit',
    '$60 - $80 per session',
    '$150 for each clean inspection',
  ],
  'somebody else’s money': [
    'We raised $225m in Series C',
    'with over $600 million from investors',
    'We manage a budget of $25,000,000 per year',
    'Responsible for a $40,000 - $60,000 budget',
    'Grants of $50,000 - $100,000 per year',
    'Net revenue of $100,000 - $500,000 per month',
    'Collections of $75,000 per month',
    'Sales quota of $500,000 - $750,000 per year',
    'Liability insurance of $1,000,000 - $3,000,000',
    'which could cost up to $14,000 a year',
    'fines of $100 to $50,000 per violation',
    'Copay $20',
    '$50 application fee',
    'Patients earning less than $30,000 per year',
    'Our clients earn $100,000 - $200,000',
    'Billing rate to clients is $125/hour',
    '$15 minimum wage in this county',
    'The minimum wage here is $16.50 per hour',
    'Employees earning under $50,000 per year park free',
  ],
  'no money at all': [
    'Call 614-555-0123',
    'Salary questions? Call (614) 555-0123',
    'Hours: 8:00 - 16:30',
    'Shift: 7-19',
    'Pay date 01/15/2025',
    'Salary schedule 2024-2025',
    'Columbus, OH 43215-1234',
    'Requisition 58000',
    'Job ID: 45000-60000',
    '25% - 50% travel',
    'ICD-10 and CPT coding',
    '36-40 hours per week',
    '350-400 bed hospital',
    'Caseload of 30-40 patients',
    'Productivity of 8-10 charts per hour',
    'Rate of 10-15 per hour',
    'The infection rate of 8 to 10 per 1000 is low',
    'Monitor INR 2.0-3.0',
    'CHF and COPD patients 20-30',
    'CAD 2024 drawings',
    'Pay scale & grade: GS 11 - 12',
    'Salary Grade 21-23',
    'Pay: Weekly\nHours: 36-40',
    'Join over 50,000 employees',
    'Population of 65,000',
    'Pay period 80 hours',
    '4 weeks PTO, 10-12 holidays per year',
  ],
};

describe.each(Object.entries(SENTENCES))('%s is no pay of the job', (_name, sentences) => {
  it.each(sentences)('in %j', (raw) => {
    expect(read(raw)).toEqual([]);
  });
});

describe('the pay beside other money', () => {
  it.each([
    ['Salary $60,000 - $70,000 plus a $5,000 annual bonus', 60_000, 70_000],
    ['Pay: $25/hour Sign-On Bonus: $5,000', 25, 25],
    ['Pay: $45/hr Sign-on bonus available', 45, 45],
    ['Bonus: $5,000. Pay: $25 - $30 per hour', 25, 30],
    ['401k, dental, $45/hr', 45, 45],
    ['Base salary $70,000, OTE $140,000', 70_000, 70_000],
    ['Salary (excluding bonus): $70,000 - $80,000', 70_000, 80_000],
    ['Base salary (bonus eligible) is $70,000', 70_000, 70_000],
    ['The salary for the Grants Manager is $70,000', 70_000, 70_000],
    ['The pay for the Referral Coordinator is $22 per hour', 22, 22],
    ['Insurance Biller: $20–$25/hr', 20, 25],
    ['Pay: $38.25 to $57.38 per hour, plus $3.00/hour evening differential', 38.25, 57.38],
    ['Salary: $53,000 - 65,000/year; 401(k) with 5% match; $2,000 yearly allowance', 53_000, 65_000],
    ['Hourly range $26.44 to $39.66; longevity pay of $500 at 5 years', 26.44, 39.66],
    ['Pay: $52,000 - $60,000 per year\n\nSchedule:\n8 hour shift\nReq 45000-60000', 52_000, 60_000],
  ])('is all that is read in %j', (raw, min, max) => {
    const pay = read(raw);

    expect(pay.map((one) => [one.min, one.max])).toEqual([[min, max]]);
  });
});
