import { describe, expect, it } from 'vitest';
import { hiddenBy } from '../../../src/pipeline/match/hidden.ts';
import { opening, profile } from './kit.ts';

type Posting = Parameters<typeof opening>[0];

const toledo = { text: 'Toledo, OH', city: 'Toledo', region: 'OH', country: 'US' };
const onsite = { workplace: { mode: 'onsite' } } as const;
const remote = { mode: 'remote' } as const;
const inPennsylvania = { wanted: { places: [{ region: 'PA' }] } };

describe('hiddenBy', () => {
  const hidden: [name: string, posting: Posting, wishes: Record<string, unknown>, rule: string][] = [
    [
      'a refused employer',
      { employer: 'Acmé Health, Inc.' },
      { refused: { employers: ['acme'] } },
      'refused employer: acme',
    ],
    [
      'refused words of a title',
      { title: 'Travel RN (Nights)' },
      { refused: { titles: ['travel rn'] } },
      'refused title: travel rn',
    ],
    [
      'refused words anywhere',
      { text: 'You will make cold calls.' },
      { refused: { words: ['cold call', 'cold calls'] } },
      'refused words: cold calls',
    ],
    [
      'a workplace not wanted',
      { reading: onsite },
      { wanted: { workplace: ['remote', 'hybrid'] } },
      'workplace not wanted: on site',
    ],
    [
      'remote work from other states',
      { reading: { workplace: remote, remoteLimits: [{ area: 'US-OH' }, { area: 'US-KY' }] } },
      { home: { region: 'PA' } },
      'remote only from OH, KY',
    ],
    [
      'remote work from another country',
      { reading: { workplace: remote, remoteLimits: [{ area: 'CA' }] } },
      { home: { region: 'PA' } },
      'remote only from CA',
    ],
    ['a place in another state', { places: [toledo], reading: onsite }, inPennsylvania, 'too far: Toledo, OH'],
    [
      'a place in another state that says on site',
      { places: [toledo], text: 'No remote work.', reading: onsite },
      inPennsylvania,
      'too far: Toledo, OH',
    ],
    ['a place in another state, workplace not stated', { places: [toledo] }, inPennsylvania, 'too far: Toledo, OH'],
    [
      'a place in another country',
      { places: [{ text: 'Leeds', city: 'Leeds', country: 'GB' }] },
      inPennsylvania,
      'too far: Leeds',
    ],
  ];

  it.each(hidden)('hides %s', (_, posting, wishes, rule) => {
    expect(hiddenBy(opening(posting), profile(wishes))).toBe(rule);
  });

  const shown: [name: string, posting: Posting, wishes: Record<string, unknown>][] = [
    ['anything, with no wishes', { places: [toledo], reading: onsite }, {}],
    [
      'an employer whose name only contains the word',
      { employer: 'Trinity Acme' },
      { refused: { employers: ['Acme'] } },
    ],
    [
      'an employer whose name only begins with the letters',
      { employer: 'Acmestone' },
      { refused: { employers: ['Acme'] } },
    ],
    ['a title with part of a refused word', { title: 'Traveling nurse' }, { refused: { titles: ['travel'] } }],
    ['a refused word of nothing but signs', {}, { refused: { titles: ['—'], employers: ['…'] } }],
    ['titles that are not wanted', { title: 'Forklift Driver' }, { wanted: { titles: ['coder'] } }],
    ['a workplace that is not stated', {}, { wanted: { workplace: ['remote'] } }],
    [
      'remote work from the home state',
      { reading: { workplace: remote, remoteLimits: [{ area: 'US-PA' }] } },
      { home: { region: 'pa' } },
    ],
    [
      'remote work from the home country',
      { reading: { workplace: remote, remoteLimits: [{ area: 'US' }] } },
      { home: { region: 'PA' } },
    ],
    [
      'remote work from one of several',
      { reading: { workplace: remote, remoteLimits: [{ area: 'CA' }, { area: 'US' }] } },
      { home: {} },
    ],
    [
      'remote work from states, home state not told',
      { reading: { workplace: remote, remoteLimits: [{ area: 'US-OH' }] } },
      { home: {} },
    ],
    [
      'remote work from states, home not told',
      { reading: { workplace: remote, remoteLimits: [{ area: 'US-OH' }] } },
      {},
    ],
    [
      'remote work from an area that is no country',
      { reading: { workplace: remote, remoteLimits: [{ area: 'EMEA' }] } },
      { home: {} },
    ],
    [
      'remote work from the EU',
      { reading: { workplace: remote, remoteLimits: [{ area: 'EU' }] } },
      { home: { country: 'DE' } },
    ],
    [
      'remote work from the US, living in Puerto Rico',
      { reading: { workplace: remote, remoteLimits: [{ area: 'US' }] } },
      { home: { country: 'PR' } },
    ],
    [
      'limits of a posting that is not stated to be remote',
      { reading: { remoteLimits: [{ area: 'CA' }] } },
      { home: { region: 'PA' } },
    ],
    ['remote work, wherever its office is', { places: [toledo], reading: { workplace: remote } }, inPennsylvania],
    ['a posting that speaks of remote work', { places: [toledo], text: 'Some remote days.' }, inPennsylvania],
    ['a place that is not known', { places: [{ text: 'Several sites' }], reading: onsite }, inPennsylvania],
    [
      'one place of several that is near',
      { places: [toledo, { text: 'Erie, PA', region: 'PA' }], reading: onsite },
      inPennsylvania,
    ],
    [
      'another city of a wanted state',
      { places: [toledo], reading: onsite },
      { wanted: { places: [{ city: 'Dayton', region: 'OH' }] } },
    ],
    [
      'a state that is written out',
      { places: [{ text: 'Ohio', region: 'Ohio' }], reading: onsite },
      { wanted: { places: [{ region: 'OH' }] } },
    ],
    ['a posting without places', { reading: onsite }, inPennsylvania],
  ];

  it.each(shown)('does not hide %s', (_, posting, wishes) => {
    expect(hiddenBy(opening(posting), profile(wishes))).toBeNull();
  });

  describe('with a distance', () => {
    const wishes = { wanted: { places: [{ city: 'Toledo', region: 'OH', within: '25 mi' }] } };
    const areas = [{ name: 'Toledo, OH', latitude: 41.66, longitude: -83.56, km: 40, within: '25 mi' }];
    const monroe = {
      text: 'Monroe, MI',
      city: 'Monroe',
      region: 'MI',
      country: 'US',
      latitude: 41.92,
      longitude: -83.4,
    };
    const dayton = {
      text: 'Dayton, OH',
      city: 'Dayton',
      region: 'OH',
      country: 'US',
      latitude: 39.76,
      longitude: -84.19,
    };

    it.each([
      ['a town of the next state that is near', monroe, null],
      ['a far town of the same state', dayton, 'too far: Dayton, OH'],
      [
        'a town of the same state that lies nobody knows where',
        { text: 'Lima, OH', city: 'Lima', region: 'OH', country: 'US' },
        null,
      ],
    ])('judges %s', (_name, place, rule) => {
      expect(hiddenBy(opening({ places: [place], reading: onsite }), profile(wishes), areas)).toBe(rule);
    });
  });
});
