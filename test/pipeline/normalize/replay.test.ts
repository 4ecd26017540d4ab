import { describe, expect, it } from 'vitest';
import type { Posting } from '../../../src/model/posting.ts';
import type { Reading } from '../../../src/model/reading.ts';
import type { Requirement } from '../../../src/model/requirement.ts';
import { type ChangedField, describeChange, diffPostings, fieldName } from '../../../src/pipeline/normalize/replay.ts';
import { newTally, samplesOf, tallyItem } from '../../../src/pipeline/normalize/replay-tally.ts';
import { silentReading } from '../../kit/silence.ts';

const TEXT = 'RHIA or RHIT required. Full time, remote. $30 an hour.';

function quoted(quote: string, start = TEXT.indexOf(quote)) {
  return { start, end: start + quote.length, quote };
}

function posting(reading: Partial<Reading> = {}, over: Partial<Posting> = {}): Posting {
  return {
    boardId: 'lakeside',
    externalId: '1',
    origin: 'employer',
    url: 'https://lakeside.example/1',
    canonicalUrl: 'https://lakeside.example/1',
    title: 'Coder',
    titleKey: 'coder',
    employer: 'Lakeside Health',
    employerKey: 'lakeside health',
    places: [{ text: 'Toledo, OH', city: 'Toledo', region: 'OH' }],
    text: TEXT,
    reading: silentReading({ language: 'en', ...reading }),
    ...over,
  };
}

function needs(id: string, quote: string): Requirement {
  return { strength: 'required', node: { kind: 'credential', id, evidence: quoted(quote) } };
}

const upper = (id: string): string => id.toUpperCase();

describe('the difference of two readings', () => {
  it('is nothing when they say the same', () => {
    const rich = (): Posting => posting({ requirements: [needs('rhit', 'RHIT')], workplace: { mode: 'remote' } });

    expect(diffPostings(rich(), rich())).toEqual([]);
  });

  it('does not tell absent from null, nor a list from the same list in another order', () => {
    const before = posting({
      travel: null,
      employmentTypes: [{ type: 'full_time' }, { type: 'contract' }],
      requirements: [needs('rhia', 'RHIA'), needs('rhit', 'RHIT')],
    });
    const after = posting({
      employmentTypes: [{ type: 'contract' }, { type: 'full_time' }],
      requirements: [needs('rhit', 'RHIT'), needs('rhia', 'RHIA')],
    });

    expect(diffPostings(before, after)).toEqual([]);
  });

  it('names every field that says something else, in one order', () => {
    const before = posting();
    const after = posting(
      {
        requirements: [needs('rhit', 'RHIT')],
        pay: [{ min: 30, period: 'hour', provenance: 'text', evidence: quoted('$30 an hour') }],
        seniority: 'lead',
      },
      { titleKey: 'coder lead', places: [] },
    );

    expect(diffPostings(before, after)).toEqual(['requirements', 'pay', 'seniority', 'titleKey', 'places']);
    expect(diffPostings(after, before)).toEqual(diffPostings(before, after));
  });

  it('takes the first pay for the headline', () => {
    const hourly = { min: 30, period: 'hour', provenance: 'text' } as const;
    const yearly = { min: 62_000, period: 'year', provenance: 'text' } as const;

    expect(diffPostings(posting({ pay: [hourly, yearly] }), posting({ pay: [yearly, hourly] }))).toEqual(['pay']);
  });

  it('calls other words for the same value the quoted words, and offsets alone nothing', () => {
    const before = posting({ workplace: { mode: 'remote', evidence: quoted('remote') } });
    const moved = posting({ workplace: { mode: 'remote', evidence: quoted('remote', 4) } });
    const longer = posting({ workplace: { mode: 'remote', evidence: quoted('Full time, remote') } });

    expect(diffPostings(before, moved)).toEqual([]);
    expect(diffPostings(before, longer)).toEqual(['evidence']);
  });

  it('takes words that could not be read for the value itself', () => {
    const unread = (quote: string): Partial<Reading> => ({
      requirements: [{ strength: 'required', node: { kind: 'unread', evidence: quoted(quote) } }],
    });

    expect(diffPostings(posting(unread('RHIT')), posting(unread('RHIA')))).toEqual(['requirements']);
  });
});

describe('a change in plain words', () => {
  it('shows only the requirements that differ, with short names and the new words', () => {
    const either: Requirement = {
      strength: 'required',
      node: {
        kind: 'any',
        of: [needs('rhia', 'RHIA').node, needs('rhit', 'RHIT').node],
        evidence: quoted('RHIA or RHIT required'),
      },
    };
    const before = posting({ requirements: [needs('cpc', 'Full'), needs('rhia', 'RHIA')] });
    const after = posting({ requirements: [either, needs('cpc', 'Full')] });

    expect(describeChange('requirements', before, after, upper)).toEqual({
      before: ['required: RHIA'],
      after: ['required: RHIA or RHIT'],
      quote: 'RHIA or RHIT required',
    });
  });

  it.each([
    ['pay', { pay: [{ min: 30, max: 30, currency: 'USD', period: 'hour', provenance: 'text' }] }, ['$30 an hour']],
    ['pay', { pay: [{ max: 9, provenance: 'estimate' }] }, ['up to 9 (an estimate)']],
    ['employmentTypes', { employmentTypes: [{ type: 'full_time' }, { type: 'contract' }] }, ['full-time', 'contract']],
    ['workplace', { workplace: { mode: 'hybrid', officeDays: 2 } }, ['mode hybrid, office days 2']],
    ['remoteLimits', { remoteLimits: [{ area: 'US-OH' }] }, ['US-OH']],
    ['seniority', { seniority: 'lead' }, ['lead']],
    ['travel', { travel: { percent: 0, evidence: quoted('remote') } }, ['no travel']],
    ['travel', { travel: { percent: null, evidence: quoted('remote') } }, ['some travel']],
    ['sponsorship', { sponsorship: { offered: false, evidence: quoted('remote') } }, ['not offered']],
  ] as const)('%s: %j', (field, reading, words) => {
    // as: the rows of the table are read-only copies of readings
    const after = posting(reading as unknown as Partial<Reading>);

    expect(diffPostings(posting(), after)).toEqual([field]);
    expect(describeChange(field, posting(), after, upper)).toMatchObject({ before: ['not stated'], after: words });
  });

  it('quotes the words that the old value did not rest on', () => {
    const before = posting({ employmentTypes: [{ type: 'full_time', evidence: quoted('Full time') }] });
    const after = posting({
      employmentTypes: [
        { type: 'full_time', evidence: quoted('Full time') },
        { type: 'contract', evidence: quoted('required') },
      ],
    });

    expect(describeChange('employmentTypes', before, after, upper).quote).toBe('required');
  });

  it('shows other words only of values that stayed the same', () => {
    const before = posting({ workplace: { mode: 'remote', evidence: quoted('remote') } });
    const after = posting({
      workplace: { mode: 'remote', evidence: quoted('Full time, remote') },
      requirements: [needs('rhit', 'RHIT')],
    });

    expect(diffPostings(before, after)).toEqual(['requirements', 'evidence']);
    expect(describeChange('evidence', before, after, upper)).toMatchObject({
      before: ['remote'],
      after: ['Full time, remote'],
    });
  });

  it('shows the first line of a text that differs, also when the rest is gone', () => {
    const [long, short] = [posting({}, { text: 'One\nTwo\nThree' }), posting({}, { text: 'One\nTwo' })];

    expect(describeChange('text', long, short, upper)).toMatchObject({ before: ['Three'], after: ['not stated'] });
    expect(describeChange('text', short, posting({}, { text: 'One\n2' }), upper)).toMatchObject({
      before: ['Two'],
      after: ['2'],
    });
  });

  it('shows of a place what was understood', () => {
    const after = posting({}, { places: [{ text: 'Toledo, OH', city: 'Toledo', region: 'OH', country: 'US' }] });

    expect(describeChange('places', posting(), after, upper)).toMatchObject({
      before: ['Toledo, OH: Toledo, OH'],
      after: ['Toledo, OH: Toledo, OH, US'],
    });
  });

  it('shows an address as it is, and no more than the beginning of a text without lines', () => {
    const after = posting({}, { url: 'https://lakeside.example/a_b', text: 'word '.repeat(100_000) });

    const url = describeChange('url', posting(), after, upper);
    const text = describeChange('text', posting(), after, upper);

    expect(url.after).toEqual(['https://lakeside.example/a_b']);
    expect(text.after.map(({ length }) => length)).toEqual([300]);
  });

  it('has a name for every field', () => {
    const fields: readonly ChangedField[] = ['employmentTypes', 'pay', 'evidence'];

    const names = fields.map(fieldName);

    expect(names).toEqual(['employment types', 'pay', 'only the quoted words']);
  });
});

describe('the tally', () => {
  const changes = ['pay', 'seniority', 'language'] as const;
  function tallyOf(count: number, order: (index: number) => number) {
    const tally = newTally();
    for (let index = 0; index < count; index++) {
      const externalId = String(order(index));
      const before = posting({}, { externalId });
      const isRare = order(index) === 7;
      const after = posting({ language: 'fr', ...(isRare ? { seniority: 'lead' } : {}) }, { externalId });
      tallyItem(tally, { externalId, before, after: { kind: 'posting', posting: after } }, upper);
    }
    return tally;
  }

  it('counts postings and fields, and tells what became or ceased to be a posting', () => {
    const tally = newTally();
    const after = { kind: 'posting', posting: posting({ seniority: 'lead', language: 'fr' }) } as const;

    tallyItem(tally, { externalId: '1', before: posting(), after }, upper);
    tallyItem(tally, { externalId: '2', before: undefined, after }, upper);
    tallyItem(tally, { externalId: '3', before: posting(), after: { kind: 'notPostings' } }, upper);
    tallyItem(tally, { externalId: '4', before: undefined, after: { kind: 'notPostings' } }, upper);
    tallyItem(tally, { externalId: '5', before: posting(), after: { kind: 'unreadable', reason: 'torn' } }, upper);

    expect(tally).toMatchObject({ compared: 5, changed: 1, added: 1, gone: 1, unreadable: 1 });
    expect(changes.map((field) => tally.fields.get(field) ?? 0)).toEqual([0, 1, 1]);
  });

  it('shows twenty samples at most, and a rare field beside a frequent one', () => {
    const samples = samplesOf(tallyOf(500, (index) => index));

    expect(samples).toHaveLength(20);
    expect(samples.filter(({ field }) => field === 'seniority')).toMatchObject([{ externalId: '7', after: ['lead'] }]);
  });

  it('shows the same samples whatever the order', () => {
    const forwards = samplesOf(tallyOf(100, (index) => index));
    const backwards = samplesOf(tallyOf(100, (index) => 99 - index));

    expect(backwards).toEqual(forwards);
  });

  it('holds no more for a thousand postings than for a hundred', () => {
    const held = [...tallyOf(1_000, (index) => index).candidates.values()].map(({ length }) => length);

    expect(held.toSorted((a, b) => a - b)).toEqual([1, 20]);
  });
});
