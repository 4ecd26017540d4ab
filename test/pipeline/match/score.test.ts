import { describe, expect, it } from 'vitest';
import type { Gazetteer } from '../../../src/model/gazetteer.ts';
import { type WantedArea, wantedAreas } from '../../../src/pipeline/match/areas.ts';
import { judgeRequirements } from '../../../src/pipeline/match/eligibility.ts';
import { scoreOpening } from '../../../src/pipeline/match/score.ts';
import { NOW, opening, person, preferred, profile } from './kit.ts';

const NO_PLACES: Gazetteer = {
  towns: () => [],
  zip: () => undefined,
  metroNamed: () => undefined,
  metroAround: () => undefined,
};

function partOf(
  name: string,
  posting: Parameters<typeof opening>[0],
  wishes: Record<string, unknown>,
  areas: readonly WantedArea[] = [],
) {
  const found = scoreOpening(opening(posting), profile(wishes), NOW, [], areas).find((part) => part.name === name);
  return { points: found?.points, because: found?.because };
}

describe('scoreOpening', () => {
  it('scores half where neither side says anything, and says so', () => {
    const parts = scoreOpening(opening(), profile(), NOW);

    expect(parts.reduce((sum, part) => sum + part.max, 0)).toBe(100);
    for (const part of parts) expect(part.points).toBe(part.max / 2);
    expect(parts.map((part) => part.because)).toEqual([
      'you name no titles',
      'you name no words',
      'you name no places',
      'the posting does not say whether it is remote',
      'you name no pay floor',
      'you name no employment type, shift or travel',
      'you name no level',
      'the posting does not say when it was posted',
      'you name no employers',
      'you name nobody you know',
      'nothing was read as merely preferred',
    ]);
  });

  describe('occupation by the words of a title', () => {
    const cases: [title: string, wanted: string[], points: number, because: string][] = [
      ['Forklift Driver', ['coder'], 0, 'the title has none of the words you look for'],
      ['Inpatient Coding Specialist', ['coder'], 20, 'the title fits "coder"'],
      ['Health Unit Clerk', ['health information'], 10, 'the title partly fits "health information"'],
      ['Coder II', ['health information', 'Coder'], 20, 'the title fits "Coder"'],
      ['Coder II', ['…'], 0, 'the title has none of the words you look for'],
    ];

    it.each(cases)('%s for %j: %d', (title, titles, points, because) => {
      expect(partOf('occupation', { title }, { wanted: { titles } })).toEqual({ points, because });
    });
  });

  describe('words', () => {
    const cases: [text: string, words: string[], points: number, because: string][] = [
      ['You will audit charts.', ['epic'], 0, 'none of your words is in the posting'],
      ['Epicenter of care.', ['epic'], 0, 'none of your words is in the posting'],
      [
        'Knows EPIC, and release of information.',
        ['epic', 'Release of Information'],
        8,
        'it speaks of epic and Release of Information',
      ],
      ['Knows Epic.', ['epic', 'cerner', 'sql', 'audit'], 2.7, 'it speaks of epic'],
    ];

    it.each(cases)('%s for %j: %d', (text, words, points, because) => {
      expect(partOf('words', { text }, { wanted: { words } })).toEqual({ points, because });
    });
  });

  describe('workplace and place', () => {
    const remote = { mode: 'remote' } as const;
    const toledo = { text: 'Toledo, OH', city: 'Toledo', region: 'OH', country: 'US' };
    const erie = { text: 'Erie, PA', city: 'Erie', region: 'PA', country: 'US' };

    it('gives nothing for a workplace that is not wanted', () => {
      const wishes = { wanted: { workplace: ['remote'] } };

      expect(partOf('workplace', { reading: { workplace: { mode: 'onsite' } } }, wishes)).toEqual({
        points: 0,
        because: 'on site, which you did not ask for',
      });
      expect(partOf('workplace', { reading: { workplace: remote } }, wishes)).toEqual({
        points: 5,
        because: 'remote, as you wish',
      });
    });

    it('gives nothing for remote work from other states', () => {
      const reading = { workplace: remote, remoteLimits: [{ area: 'US-OH' }, { area: 'US-KY' }] };

      expect(partOf('place', { reading }, { home: { region: 'PA' } })).toEqual({
        points: 0,
        because: 'remote only from US-OH or US-KY',
      });
      expect(partOf('place', { reading }, { home: { region: 'KY' } })).toEqual({
        points: 15,
        because: 'remote from US-OH or US-KY, where you live',
      });
      expect(partOf('place', { reading }, { home: {} })).toMatchObject({ points: 7.5 });
      expect(partOf('place', { reading }, {})).toMatchObject({ points: 7.5 });
    });

    it('gives all for remote work without limits', () => {
      expect(partOf('place', { reading: { workplace: remote } }, {})).toEqual({
        points: 15,
        because: 'remote, with no limit stated',
      });
    });

    it.each([
      [[erie], [{ region: 'OH' }], 0, 'Erie, PA is not among your places'],
      [[erie, toledo], [{ region: 'OH' }], 15, 'Toledo, OH is one of your places'],
      [[toledo], [{ city: 'Dayton', region: 'OH' }], 9, 'Toledo, OH is in a state you named'],
      [[{ text: 'Several sites' }], [{ region: 'OH' }], 7.5, 'where Several sites lies is not certain'],
      [[], [{ region: 'OH' }], 7.5, 'the posting names no place'],
    ])('%j for %j: %d', (places, wanted, points, because) => {
      expect(partOf('place', { places }, { wanted: { places: wanted } })).toEqual({ points, because });
    });

    it('takes the home for the place wanted when none is named', () => {
      expect(partOf('place', { places: [toledo] }, { home: { city: 'Toledo', region: 'OH' } })).toMatchObject({
        points: 15,
      });
    });
  });

  describe('pay', () => {
    const floor = { amount: 25, period: 'hour' };
    const text = 'text' as const;
    const usd = 'USD';

    it.each([
      [[], 7.5, 'the posting does not state pay'],
      [[{ provenance: text }], 7.5, 'the posting does not state pay'],
      [
        [{ min: 20, max: 24.5, currency: usd, period: 'hour' as const, provenance: text }],
        0,
        '20 to 24.50 USD per hour is below your floor',
      ],
      [
        [{ min: 20, max: 30, currency: usd, period: 'hour' as const, provenance: text }],
        11.3,
        '20 to 30 USD per hour reaches your floor',
      ],
      [
        [{ min: 52000, currency: usd, period: 'year' as const, provenance: text }],
        15,
        'from 52,000 USD per year is at or above your floor',
      ],
      [
        [{ min: 51999, currency: usd, period: 'year' as const, provenance: text }],
        7.5,
        'from 51,999 USD per year may or may not reach your floor',
      ],
      [
        [{ max: 2500, currency: usd, period: 'biweek' as const, provenance: text }],
        11.3,
        'up to 2,500 USD per two weeks reaches your floor',
      ],
      [
        [{ min: 9000, max: 9000, currency: usd, period: 'month' as const, provenance: text }],
        15,
        '9,000 USD per month is at or above your floor',
      ],
      [
        [{ min: 90, currency: 'EUR', period: 'hour' as const, provenance: text }],
        7.5,
        'the pay is in EUR, your floor in USD',
      ],
      [[{ min: 90, period: 'hour' as const, provenance: text }], 7.5, 'the currency of the pay is not stated'],
      [[{ min: 90, currency: usd, provenance: text }], 7.5, 'the period of the pay is not stated'],
      [
        [{ min: 90, currency: usd, period: 'hour' as const, provenance: 'estimate' as const }],
        7.5,
        'the pay is only an estimate of the board',
      ],
      [
        [
          { min: 10, max: 12, currency: usd, period: 'hour' as const, provenance: text },
          { min: 90, currency: usd, period: 'hour' as const, provenance: text },
        ],
        15,
        'from 90 USD per hour is at or above your floor',
      ],
    ])('%j: %d', (pay, points, because) => {
      expect(partOf('pay', { reading: { pay } }, { wanted: { payFloor: floor } })).toEqual({ points, because });
    });
  });

  describe('type and shift', () => {
    const wishes = { wanted: { employmentTypes: ['full_time', 'part_time'] } };

    it.each([
      [['contract' as const], 0, 'contract, which you did not ask for'],
      [['contract' as const, 'full_time' as const], 10, 'full-time, as you wish'],
      [[], 5, 'the posting does not state the employment type'],
    ])('%j: %d', (types, points, because) => {
      const reading = { employmentTypes: types.map((type) => ({ type })) };

      expect(partOf('type and shift', { reading }, wishes)).toEqual({ points, because });
    });
  });

  describe('freshness', () => {
    it.each([
      ['2026-01-01', 0, 'posted 325 days ago'],
      ['2026-11-01', 5.7, 'posted 21 days ago'],
      ['2026-11-21', 10, 'posted yesterday'],
      ['2026-11-22T11:59:00Z', 10, 'posted today'],
      ['2026-12-24', 10, 'posted today'],
    ])('%s: %d', (postedAt, points, because) => {
      expect(partOf('freshness', { postedAt }, {})).toEqual({ points, because });
    });
  });

  it('counts what is preferred, and only that', () => {
    const { findings } = judgeRequirements(
      [preferred('rn'), preferred('rhit')],
      person({ credentials: [{ id: 'rhit' }] }),
    );

    const parts = scoreOpening(opening(), profile(), NOW, findings);

    expect(parts.at(-1)).toEqual({
      name: 'preferred requirements',
      points: 2,
      max: 4,
      because: 'you meet 1 of 2 preferred',
    });
  });

  describe('what else is wished for', () => {
    const evidence = { start: 0, end: 0, quote: '' };
    const coder = { code: 'soc:29-2072', title: 'Medical Records Specialists', family: 'health-information', step: 2 };
    const nights = { schedule: { shifts: [{ shift: 'night' as const, evidence }] } };
    const cases: [part: string, Parameters<typeof opening>[0], Record<string, unknown>, number, string][] = [
      [
        'occupation',
        { reading: { occupation: coder } },
        { occupations: ['soc:29-2072'] },
        20,
        'Medical Records Specialists is an occupation you look for',
      ],
      [
        'occupation',
        { reading: { occupation: coder } },
        { occupations: ['health-information'], titles: ['nurse'] },
        20,
        'Medical Records Specialists is an occupation you look for',
      ],
      [
        'occupation',
        { reading: { occupation: coder } },
        { occupations: ['nursing'] },
        0,
        'Medical Records Specialists is not an occupation you look for',
      ],
      ['occupation', {}, { occupations: ['nursing'] }, 10, 'the title names no occupation that is known'],
      ['type and shift', { reading: nights }, { shifts: ['day'] }, 0, 'night shift, which you did not ask for'],
      ['type and shift', { reading: nights }, { shifts: ['day', 'night'] }, 10, 'night shift, as you wish'],
      ['type and shift', {}, { shifts: ['day'] }, 5, 'the posting names no shift'],
      [
        'type and shift',
        { reading: nights },
        { shifts: ['night'], travel: 0 },
        7.5,
        'night shift, as you wish; the posting does not speak of travel',
      ],
      [
        'type and shift',
        { reading: { travel: { percent: 25, evidence } } },
        { travel: 10 },
        0,
        'up to 25 % travel, more than your 10 %',
      ],
      [
        'type and shift',
        { reading: { travel: { percent: 0, evidence } } },
        { travel: 0 },
        10,
        'no travel, within your 0 %',
      ],
      [
        'type and shift',
        { reading: { travel: { percent: null, evidence } } },
        { travel: 10 },
        5,
        'it asks for travel without saying how much',
      ],
      ['level', { reading: { seniority: 'lead' } }, { levels: ['lead', 'manager'] }, 5, 'lead level, as you wish'],
      [
        'level',
        { reading: { seniority: 'director' } },
        { levels: ['lead'] },
        0,
        'director level, which you did not ask for',
      ],
      ['level', {}, { levels: ['lead'] }, 2.5, 'the title states no level'],
      ['employer', {}, { employers: ['lakeside'] }, 4, 'lakeside is an employer you named'],
      ['employer', {}, { employers: ['Health'] }, 0, 'not an employer you named'],
      [
        'employer',
        { reading: { employerFamily: { name: 'Great Lakes System', key: 'great lakes system' } } },
        { employers: ['Great Lakes'] },
        4,
        'Great Lakes is an employer you named',
      ],
    ];

    it.each(cases)('%s: %j for %j is %d', (name, posting, wanted, points, because) => {
      expect(partOf(name, posting, { wanted })).toEqual({ points, because });
    });

    it.each([
      [[{ employer: 'Lakeside Health', person: 'Bo' }], 4, 'you know Bo there'],
      [[{ employer: 'Lakeside' }], 4, 'you know somebody at Lakeside'],
      [[{ employer: 'Hillside', person: 'Bo' }], 0, 'you name nobody there'],
    ])('people you know: %j is %d', (contacts, points, because) => {
      expect(partOf('people you know', {}, { contacts })).toEqual({ points, because });
    });
  });

  describe('distance', () => {
    const toledo = { name: 'Toledo', country: 'US', region: 'OH', population: 1, latitude: 41.66, longitude: -83.56 };
    const gazetteer = { ...NO_PLACES, towns: (name: string) => (name === 'Toledo' ? [toledo] : []) };
    const wanted = { places: [{ city: 'Toledo', region: 'OH', within: '25 mi' }] };
    const areas = wantedAreas(profile({ wanted }), gazetteer);
    const perrysburg = {
      text: 'Perrysburg, OH',
      city: 'Perrysburg',
      region: 'OH',
      country: 'US',
      latitude: 41.56,
      longitude: -83.63,
    };
    const ann = {
      text: 'Ann Arbor, MI',
      city: 'Ann Arbor',
      region: 'MI',
      country: 'US',
      latitude: 42.28,
      longitude: -83.74,
    };

    it.each([
      [perrysburg, 15, 'Perrysburg, OH is 8 mi from Toledo, OH, within your 25 mi'],
      [ann, 3.7, 'Ann Arbor, MI is 44 mi from Toledo, OH, more than your 25 mi'],
      [{ text: 'Lima, OH', city: 'Lima', region: 'OH', country: 'US' }, 9, 'Lima, OH is in a state you named'],
    ])('%j: %d', (place, points, because) => {
      expect(partOf('place', { places: [place] }, { wanted }, areas)).toEqual({ points, because });
    });

    it('knows no area for a town that the gazetteer does not have', () => {
      const places = [
        { city: 'Nowhere', within: '10 km' },
        { city: 'Toledo', region: 'ON', within: '10 km' },
        { region: 'OH', within: '10 km' },
      ];

      expect(wantedAreas(profile({ wanted: { places } }), gazetteer)).toEqual([]);
    });
  });

  it('counts a part as much as the profile says', () => {
    const parts = scoreOpening(opening(), profile({ weights: { pay: 60, words: 0 } }), NOW);

    expect(parts.find(({ name }) => name === 'words')).toMatchObject({ max: 0, points: 0 });
    expect(parts.find(({ name }) => name === 'pay')?.max).toBe(43.8);
    expect(Math.round(parts.reduce((sum, { max }) => sum + max, 0))).toBe(100);
  });

  it('takes a profile that weighs nothing', () => {
    const weights = Object.fromEntries(
      'occupation words place workplace pay terms level freshness employer contacts preferences'
        .split(' ')
        .map((name) => [name, 0]),
    );

    const parts = scoreOpening(opening(), profile({ weights }), NOW);

    expect(parts.map(({ points }) => points)).toEqual(parts.map(() => 0));
  });
});
