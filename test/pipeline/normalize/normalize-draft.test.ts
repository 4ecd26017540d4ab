import { describe, expect, it } from 'vitest';
import { Posting, type PostingDraft } from '../../../src/model/posting.ts';
import { canonicalUrl } from '../../../src/pipeline/normalize/canonical-url.ts';
import { employerKey, titleKey } from '../../../src/pipeline/normalize/keys.ts';
import { normalizeDraft } from '../../../src/pipeline/normalize/normalize-draft.ts';
import { parsePlaces } from '../../../src/pipeline/normalize/places.ts';
import { shippedKnowledge } from '../../kit/credentials.ts';

const draft: PostingDraft = {
  externalId: '17',
  url: 'https://jobs.lakeside.example/17?utm_source=x',
  title: 'Coder  II',
  employer: 'The Lakeside Health, Inc.',
};
const board = { id: 'lakeside', origin: 'employer' } as const;
const normalized = (more: Partial<PostingDraft>) => normalizeDraft({ ...draft, ...more }, board, shippedKnowledge());

describe('normalizeDraft', () => {
  it('leaves absent what the draft does not say', () => {
    const posting = normalized({});

    expect(Posting.parse(posting)).toEqual(posting);
    expect(posting).toMatchObject({
      boardId: 'lakeside',
      title: 'Coder II',
      titleKey: 'coder ii',
      employerKey: 'lakeside health',
      canonicalUrl: 'https://jobs.lakeside.example/17',
      places: [],
      text: '',
    });
    expect(posting.reading).toMatchObject({
      requirements: [],
      pay: [],
      workplace: null,
      employmentTypes: [],
      remoteLimits: [],
    });
    expect('postedAt' in posting).toBe(false);
  });

  it('puts structured fields before the words of the text', () => {
    const posting = normalized({
      description: '<p>Fully remote. Pay: $20 - $25 per hour. Part-time.</p><p>RHIT required.</p>',
      descriptionFormat: 'html',
      pay: [{ min: 22, max: 26, currency: 'usd', period: 'HOUR' }],
      workplace: 'hybrid',
      employmentTypes: ['FULL_TIME', 'gibberish'],
      remoteLimits: ['United States only', 'US-OH'],
    });

    expect(posting.reading.pay).toEqual([{ min: 22, max: 26, currency: 'USD', period: 'hour', provenance: 'field' }]);
    expect(posting.reading.workplace).toEqual({ mode: 'hybrid' });
    expect(posting.reading.employmentTypes).toEqual([{ type: 'full_time' }]);
    expect(posting.reading.remoteLimits.map((one) => one.area)).toEqual(['US', 'US-OH']);
    expect(posting.reading.requirements).toHaveLength(1);
  });

  it('reads the words of a place of which only the country is stated', () => {
    const { places } = normalized({ places: [{ text: 'Louisville, KY', country: 'US' }] });

    const louisville = { city: 'Louisville', region: 'KY', country: 'US', latitude: 38.25, longitude: -85.76 };
    expect(places).toEqual([{ text: 'Louisville, KY', ...louisville }]);
  });

  it('puts a board’s estimate after what the text states', () => {
    const posting = normalized({
      description: 'Pay: $20 - $25 per hour',
      pay: [{ min: 50000, max: 60000, period: 'YEAR', estimated: true }],
    });

    expect(posting.reading.pay.map((one) => one.provenance)).toEqual(['text', 'estimate']);
  });

  it('takes zero for a pay field that nobody filled in', () => {
    expect(normalized({ pay: [{ min: 0, max: 0, currency: 'USD' }] }).reading.pay).toEqual([]);
  });

  it('reads places of words alone and keeps those the source took apart', () => {
    const posting = normalized({ places: [{ text: 'Columbus, OH; Remote - US' }, { text: 'HQ', city: 'Dayton' }] });

    expect(posting.places).toEqual([
      { text: 'Columbus, OH', city: 'Columbus', region: 'OH', country: 'US', latitude: 39.96, longitude: -83 },
      { text: 'Remote - US', country: 'US' },
      { text: 'HQ', city: 'Dayton' },
    ]);
  });
});

describe('parsePlaces', () => {
  it.each([
    ['Columbus, OH, US', [{ city: 'Columbus', region: 'OH', country: 'US' }]],
    ['Columbus, Ohio 43215', [{ city: 'Columbus', region: 'OH', country: 'US', postalCode: '43215' }]],
    ['USA - Ohio - Columbus', [{ city: 'Columbus', region: 'OH', country: 'US' }]],
    ['OH-Columbus', [{ city: 'Columbus', region: 'OH', country: 'US' }]],
    ['New York, NY', [{ city: 'New York', region: 'NY', country: 'US' }]],
    ['Toronto, ON, Canada', [{ city: 'Toronto', region: 'ON', country: 'CA' }]],
    ['Remote', [{}]],
    ['Remote, US', [{ country: 'US' }]],
    [
      'Dayton, OH | Columbus, OH or Akron, OH',
      [
        { city: 'Dayton', region: 'OH', country: 'US' },
        { city: 'Columbus', region: 'OH', country: 'US' },
        { city: 'Akron', region: 'OH', country: 'US' },
      ],
    ],
    ['', []],
  ])('reads %j', (written, expected) => {
    expect(parsePlaces(written).map(({ text: _text, ...rest }) => rest)).toEqual(expected);
  });
});

describe('keys', () => {
  it.each([
    ['The Lakeside Health, Inc.', 'lakeside health'],
    ['LAKESIDE HEALTH LLC', 'lakeside health'],
    ['Müller & Söhne GmbH', 'muller and sohne'],
    ['U.S. Records Co., Ltd.', 'us records'],
    ['Inc', 'inc'],
    ['St. Brigid’s Hosp.', 'saint brigids hospital'],
    ['Saint Brigids Hospital', 'saint brigids hospital'],
    ['Ste. Odile Health Centre', 'sainte odile health center'],
    ['Univ. of Northfork Med. Ctr.', 'university of northfork medical center'],
    ['Brook & Vale', 'brook and vale'],
    ['Lakeside Healthcare', 'lakeside health care'],
    ['Street Health', 'street health'],
  ])('folds the employer %j', (employer, expected) => {
    expect(employerKey(employer)).toBe(expected);
  });

  it.each([
    ['Sr. Coder (Remote)', 'senior coder'],
    ['Coder II - Req #12345', 'coder ii'],
    ['Coder, Inpatient', 'coder inpatient'],
    ['Snr Coder - Remote', 'senior coder'],
    ['Coder (R-102938)', 'coder'],
    ['Coder (Part-Time/PRN)', 'coder'],
    ['Coder III', 'coder iii'],
    ['Coder 2', 'coder 2'],
    ['Coder - Dayton, OH', 'coder dayton oh'],
    ['Coder (Remote, OH)', 'coder remote oh'],
    ['ICD-10 Coder', 'icd 10 coder'],
    ['Remote', 'remote'],
  ])('folds the title %j', (title, expected) => {
    expect(titleKey(title)).toBe(expected);
  });
});

describe('canonicalUrl', () => {
  it.each([
    ['HTTPS://Jobs.Lakeside.Example:443/a/?utm_source=x&gclid=1#apply', 'https://jobs.lakeside.example/a'],
    ['https://a.example/j?gh_jid=7&gh_src=abc', 'https://a.example/j?gh_jid=7'],
    ['https://a.example/j?lever-source%5B%5D=Indeed', 'https://a.example/j'],
    ['https://a.example/j?source=LinkedIn&id=3', 'https://a.example/j?id=3'],
    ['https://a.example/j?source=7', 'https://a.example/j?source=7'],
    ['https://a.example/j?id=3&v=2&location=OH', 'https://a.example/j?id=3&v=2&location=OH'],
    ['https://a.example/#/job/9', 'https://a.example/#/job/9'],
    ['mailto:x@a.example', 'mailto:x@a.example'],
  ])('writes %j in one way', (address, expected) => {
    expect(canonicalUrl(address)).toBe(expected);
    expect(canonicalUrl(canonicalUrl(address))).toBe(expected);
  });
});
