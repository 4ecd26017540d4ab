import { describe, expect, it } from 'vitest';
import { readPosting } from '../../../src/pipeline/normalize/read-posting.ts';
import { readRemoteLimits } from '../../../src/pipeline/normalize/remote-limits.ts';
import { shippedIndex } from '../../kit/credentials.ts';
import { timeForMegabyte } from '../../kit/facts.ts';

const read = (text: string, title = 'Coder') => readPosting({ title, text }, shippedIndex());
const areasIn = (text: string) => read(text).remoteLimits.map(({ area }) => area);

describe('a sentence that begins with the way of work', () => {
  it.each<[string, string[]]>([
    ['Work from home in NE, ME, VT or OK.', ['US-NE', 'US-ME', 'US-VT', 'US-OK']],
    ['Work from home in Nevada, Utah or Idaho.', ['US-NV', 'US-UT', 'US-ID']],
    ['Work from home anywhere in the contiguous United States.', ['US']],
    ['Work from home (Utah only).', ['US-UT']],
    ['Telecommuting from Maine, Vermont or Delaware.', ['US-ME', 'US-VT', 'US-DE']],
    ['Telecommuting (US only)', ['US']],
    ['Teleworking from anywhere in Utah.', ['US-UT']],
    ['Remote for residents of Utah.', ['US-UT']],
    ['Remote for Utah and Nevada residents.', ['US-UT', 'US-NV']],
    ['Remote from UT, NV, ID or AZ.', ['US-UT', 'US-NV', 'US-ID', 'US-AZ']],
    ['Remote from your home office in Utah.', ['US-UT']],
    ['Remote (Utah, Nevada and Idaho residents only).', ['US-UT', 'US-NV', 'US-ID']],
    ['Remote; staff must live in Utah or Nevada.', ['US-UT', 'US-NV']],
    ['Remote - Utah residents only', ['US-UT']],
    ['Remote – anywhere in Utah', ['US-UT']],
    ['Fully remote for candidates who live in Utah', ['US-UT']],
    ['Remote; Mountain or Pacific time hours.', []],
    ['Remote with 20 percent travel to clients.', []],
    ['Remote with quarterly meetings in Provo.', []],
  ])('is remote in %j', (text, areas) => {
    const reading = read(text);

    expect(reading.workplace?.mode).toBe('remote');
    expect(reading.remoteLimits.map(({ area }) => area)).toEqual(areas);
  });

  it.each([
    'Remote access to the records is given in Utah.',
    'Remote monitoring for residents of Utah.',
    'Remote support for residents of Utah.',
    'Remote team members in Utah meet monthly.',
    'Remote work experience in Utah is a plus.',
    'Remote from the city, our clinic serves Utah.',
    'Remote (optional) in Utah',
    'Remote in Utah may be considered.',
    'Work from home in Utah with approval of the manager',
    'Remote with access to the records',
    'Remote for experienced coders after review',
    'You will lead a remote team of coders.',
    'You will manage our remote coding team.',
    '5+ years working remote with physicians',
    'Three years of experience working remotely',
  ])('says nothing of the work in %j', (text) => {
    expect(read(text).workplace).toBeNull();
  });

  it.each([
    ['Join our remote coding team.', 'remote'],
    ['Work from home in Utah is not possible.', 'onsite'],
    ['Work from home two days a week.', 'hybrid'],
    ['Remote, with two days a week in the office', 'hybrid'],
    ['Remote; three days a week in the office.', 'hybrid'],
    ['Remote in Utah, with a visit to the office once a quarter.', 'remote'],
  ])('keeps the mode of %j', (text, mode) => {
    expect(read(text).workplace?.mode).toBe(mode);
  });
});

describe('where a remote worker must live', () => {
  it.each<[string, string[]]>([
    ['Remote. Eligible states are Utah, Nevada and Maine.', ['US-UT', 'US-NV', 'US-ME']],
    ['Fully remote. Approved states: Utah, Nevada.', ['US-UT', 'US-NV']],
    ['Remote. States we hire in: Utah, Nevada.', ['US-UT', 'US-NV']],
    ['Remote. Ineligible states: Utah, Nevada.', []],
    ['Remote. The following states are excluded: Utah, Nevada.', []],
    ['Remote. Eligible compact states for the licence are Utah and Nevada.', []],
    ['Fully remote from any US state.', ['US']],
    ['Remote, anywhere in the US except Utah and Nevada.', ['US']],
    ['Remote, anywhere in the United States, excluding Utah.', ['US']],
    ['Remote. Open to candidates in the United States only, except Utah.', ['US']],
    ['Remote. Open to Utah, Nevada and Idaho residents only.', ['US-UT', 'US-NV', 'US-ID']],
    ['Remote. We run clinics in Idaho; Utah residents only.', ['US-UT']],
    ['Remote, Utah residents. We have clinics in Idaho and Nevada, and the only burn unit there.', ['US-UT']],
    ['Remote. We work in Utah and Nevada and are the only employer based there.', []],
    ['Remote. We cannot hire residents of Utah or Nevada.', []],
    ['Remote. Not open to residents of Utah.', []],
    ['Remote. Candidates must not live in Utah.', []],
    ['Remote. We are unable to employ people in the following states: Utah, Nevada.', []],
    ['Remote. We cannot hire outside of the United States.', ['US']],
    ['Remote. You may not live outside of Canada.', ['CA']],
    ['Remote. We cannot hire residents of Utah; residents of Nevada are welcome.', ['US-NV']],
    ['Remote. Our clients are in Utah, Nevada and Maine only.', []],
    ['Remote. Compensation for Utah residents only: $20 an hour.', []],
    ['Remote (Utah only), serving patients in all of Nevada', ['US-UT']],
    ['Remote only in Utah', ['US-UT']],
    ['This is a work from home job for Utah and Nevada residents.', ['US-UT', 'US-NV']],
    ['Remote. We give care to Utah residents.', []],
    ['Remote. Must be located within the U.S., excluding Alaska and Hawaii.', ['US']],
    ['Remote. At this time we are not able to hire in Utah and Nevada.', []],
    ['Remote. Not eligible for sponsorship and candidates must live in Utah.', ['US-UT']],
  ])('is read in %j', (text, areas) => {
    expect(areasIn(text)).toEqual(areas);
  });

  it.each(['Utah, ', 'Utah only and ', 'not not ', 'remote states ', 'US, and the '])(
    'takes time linear in a megabyte of %j',
    (piece) => {
      const took = timeForMegabyte(piece, (text, segments) => readRemoteLimits('Coder', text, segments));

      expect(took).toBeLessThan(2000);
    },
  );
});

describe('what is shared between home and the site', () => {
  it.each<[string, number | undefined]>([
    ['Two days on site, three at home.', 2],
    ['Two days a week on campus and three from home', 2],
    ['Two days in person, the rest remote.', 2],
    ['Three days at home, two on site.', undefined],
    ['Hybrid. You are to be on campus Monday and Friday.', 2],
    ['Hybrid, three days a week in Provo.', 3],
    ['Hybrid, three days a week in training.', undefined],
    ['Hybrid role with two days a week in surgery', undefined],
  ])('is hybrid in %j', (text, days) => {
    const { workplace } = read(text);

    expect(workplace?.mode).toBe('hybrid');
    expect(workplace?.officeDays).toBe(days);
  });

  it.each([
    'Two days on site for patients who stay at home.',
    'Hybrid or relocation support may be considered for exceptional candidates',
    'Hybrid may be possible for the right person.',
    'On-site preschool',
    '• On-site bank and hair salon',
    'On-site kindergarten for staff',
  ])('is not said in %j', (text) => {
    expect(read(text).workplace).toBeNull();
  });
});

describe('FT and PT in a title', () => {
  it.each<[string, string[]]>([
    ['Registered Nurse - FT Days', ['full_time']],
    ['Coder, FT, Night Shift', ['full_time']],
    ['Unit Secretary (FT, Days)', ['full_time']],
    ['Coder F/T', ['full_time']],
    ['Physical Therapist (PT) - FT Days', ['full_time']],
    ['Unit Clerk (PT)', ['part_time']],
    ['RN - Nights - PT - Provo', ['part_time']],
    ['Biller - PT, Weekends', ['part_time']],
    ['Coder P/T Days', ['part_time']],
    ['Clerk PT or FT', ['full_time', 'part_time']],
    ['PT - Home Health', []],
    ['PT Assistant', []],
    ['Staff PT - Outpatient', []],
    ['PT/OT Rehab Manager', []],
    ['Director of PT Services', []],
    ['Coder - FT WORTH', []],
    ['Ft Wayne Coder', []],
    ['Ladder Tester, 20 FT', []],
    ['Coder (remote, 9-5 PT)', []],
    ['Coder - Remote - PT', []],
  ])('is read in %j', (title, types) => {
    expect(read('', title).employmentTypes.map(({ type }) => type)).toEqual(types);
  });
});

describe('pay with a bound or a slip', () => {
  it.each<[string, (number | undefined)[][]]>([
    ['Minimum to maximum base pay: $16.00 per hour.', [[16, 16]]],
    ['Min - max hourly rate: $16.00', [[16, 16]]],
    ['Minimum to maximum pay: $16.00 to $20.00 per hour', [[16, 20]]],
    ['Maximum base pay: $16.00 per hour', [[undefined, 16]]],
    ['Salary: $126, 233.00 to $176,300.00', [[126_233, 176_300]]],
    ['Salary: $126, 233 to $176,300 a year', [[126_233, 176_300]]],
    ['Salary: $126, 233.00 - $176, 300.00 annually', [[126_233, 176_300]]],
    ['Pay: $25, 401(k), dental', [[25, 25]]],
    ['Pay: $25, 300 beds', [[25, 25]]],
    ['Pay: $25, 120-150 beds', [[25, 25]]],
  ])('is read in %j', (text, bounds) => {
    expect(read(text).pay.map(({ min, max }) => [min, max])).toEqual(bounds);
  });
});
