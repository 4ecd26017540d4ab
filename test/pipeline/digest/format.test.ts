import { describe, expect, it } from 'vitest';
import type { Pay } from '../../../src/model/pay.ts';
import {
  datesOf,
  factsOf,
  formatDay,
  formatLongDay,
  formatPay,
  headingOf,
  payLine,
  silenceOf,
  slotStamp,
  summaryOf,
} from '../../../src/pipeline/digest/format.ts';
import { candidate, sampleView } from './sample.ts';

const NEW_YORK = 'America/New_York';

describe('formatPay', () => {
  it.each<[string, Partial<Pay>]>([
    ['$31.50–$44.10 an hour', { min: 31.5, max: 44.1, currency: 'USD', period: 'hour' }],
    ['$31.00–$44.10 an hour', { min: 31, max: 44.1, currency: 'USD', period: 'hour' }],
    ['$62,000–$78,000 a year', { min: 62_000, max: 78_000, currency: 'USD', period: 'year' }],
    ['from $30 an hour', { min: 30, currency: 'USD', period: 'hour' }],
    ['up to €52,000 a year', { max: 52_000, currency: 'EUR', period: 'year' }],
    ['CA$1,900 every two weeks', { min: 1900, max: 1900, currency: 'CAD', period: 'biweek' }],
    ['40,000–50,000', { min: 40_000, max: 50_000 }],
    ['20–25 an hour', { min: 20, max: 25, currency: 'dollars', period: 'hour' }],
    ['XQZ\u00a020', { min: 20, max: 20, currency: 'XQZ' }],
  ])('writes %s', (expected, pay) => {
    expect(formatPay({ provenance: 'field', ...pay })).toBe(expected);
  });

  it('says nothing without figures', () => {
    expect(formatPay({ provenance: 'text', currency: 'USD', period: 'hour' })).toBeUndefined();
  });
});

describe('payLine', () => {
  it('begins with a capital and marks an estimate', () => {
    const line = payLine([{ min: 30, currency: 'USD', period: 'hour', provenance: 'estimate' }]);

    expect(line).toEqual({ figures: 'From $30 an hour', note: ' (an estimate, not the employer’s figure)' });
  });

  it('names each range once and at most three', () => {
    const pays = [10, 10, 20, 30, 40, 50].map(
      (min) => ({ min, max: min, currency: 'USD', provenance: 'text' }) as const,
    );

    expect(payLine(pays)?.figures).toBe('$10; $20; $30; and 2 more');
    expect(payLine([])).toBeUndefined();
  });
});

describe('days', () => {
  it('shows an instant in the zone of the person and a calendar day as it is', () => {
    expect(formatDay('2026-11-18T03:30:00Z', NEW_YORK)).toBe('Nov 17, 2026');
    expect(formatDay('2026-11-18', NEW_YORK)).toBe('Nov 18, 2026');
    expect(formatDay('2026-11-18', 'Pacific/Auckland')).toBe('Nov 18, 2026');
    expect(formatLongDay('2026-11-20T12:00:00Z', NEW_YORK)).toBe('Friday, November 20, 2026');
  });

  it('names files by the local time, midnight and summer time included', () => {
    expect(slotStamp('2026-11-20T12:00:00Z', NEW_YORK)).toBe('2026-11-20-0700');
    expect(slotStamp('2026-07-20T11:00:00Z', NEW_YORK)).toBe('2026-07-20-0700');
    expect(slotStamp('2026-11-20T05:00:00Z', NEW_YORK)).toBe('2026-11-20-0000');
  });
});

describe('summaryOf', () => {
  it('counts listed and unlisted openings together', () => {
    const view = sampleView({ beyond: { eligible: 5, 'eligible-soon': 2, unknown: 11, near: 3, ineligible: 1031 } });

    expect(summaryOf(view)).toBe(
      'You qualify for 7 new openings, 2 more soon, 12 cannot be decided, 3 lack one thing, 1,031 lack more',
    );
  });

  it('speaks of one and of none', () => {
    const one = sampleView({ candidates: [candidate()], beyond: { ineligible: 1 } });
    const unfit = sampleView({ candidates: [], beyond: { ineligible: 3 } });
    const soon = sampleView({ candidates: [], beyond: { 'eligible-soon': 2, near: 1 } });
    const none = sampleView({ candidates: [], beyond: {} });

    expect(summaryOf(one)).toBe('You qualify for 1 new opening, 1 lacks more than one thing');
    expect(summaryOf(unfit)).toBe('You qualify for no new opening, 3 lack more than one thing');
    expect(summaryOf(soon)).toBe('You qualify for no new opening, 2 soon, 1 lacks one thing');
    expect(headingOf(soon)).toBe('New openings for Sam Rivera');
    expect(summaryOf(none)).toBe('No new openings this time');
    expect(headingOf(unfit)).toBe('Nothing new for Sam Rivera');
  });
});

describe('factsOf', () => {
  it('leaves out what is not known', () => {
    const [entry] = entriesOf({
      places: [],
      reading: { ...candidate().opening.reading, workplace: null, employmentTypes: [] },
    });

    expect(entry && factsOf(entry)).toEqual(['Lakeside Health']);
  });

  it('names the states and countries a remote worker must live in', () => {
    const remoteLimits = ['US-OH', 'CA', 'within commuting distance'].map((area) => ({ area }));
    const [entry] = entriesOf({
      reading: { ...candidate().opening.reading, workplace: { mode: 'remote' }, remoteLimits },
    });

    expect(entry && factsOf(entry)).toContain('Remote (OH, Canada, within commuting distance only)');
  });
});

describe('datesOf', () => {
  it('says when it was first seen where no posting date is known', () => {
    const { postedAt: _, ...undated } = candidate({ closesAt: '2026-12-01' }).opening;
    const view = sampleView({ candidates: [{ ...candidate(), opening: undated }] });
    const entry = view.sections[0]?.entries[0];

    const dates = entry && datesOf(entry, NEW_YORK);

    expect(dates).toEqual(['First seen Nov 18, 2026', 'Closes Dec 1, 2026', 'On Lakeside Health careers']);
  });
});

describe('silenceOf', () => {
  it('gives the reason in plain words, also for an outcome it does not know', () => {
    const board = { id: 'x', name: 'X', message: 'answered 403', since: '2026-11-18T03:30:00Z' };

    expect(silenceOf({ ...board, outcome: 'blocked' }, NEW_YORK)).toEqual({
      reason: 'It does not let us read it. answered 403.',
      since: 'Since Nov 17, 2026',
    });
    expect(silenceOf({ ...board, outcome: 'constructor', message: '', since: null }, NEW_YORK)).toEqual({
      reason: 'It gave nothing.',
      since: '',
    });
  });
});

function entriesOf(opening: Parameters<typeof candidate>[0]) {
  return sampleView({ candidates: [candidate(opening)] }).sections.flatMap((section) => section.entries);
}
