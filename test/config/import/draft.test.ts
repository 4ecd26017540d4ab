import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftProfile, type Lookups } from '../../../src/config/import/draft.ts';
import { renderDraft } from '../../../src/config/import/draft-yaml.ts';
import type { ImportedResume } from '../../../src/config/import/resume.ts';
import { profileRules } from '../../../src/config/profile-rules.ts';
import { parseYaml } from '../../../src/config/yaml-file.ts';
import { Profile } from '../../../src/model/profile.ts';
import { hostileText } from './files.ts';

const now = new Date('2026-11-23T12:00:00Z');
const empty: ImportedResume = {
  name: undefined,
  place: undefined,
  certificates: [],
  education: [],
  work: [],
  languages: [],
  follows: [],
  contacts: [],
  notes: [],
};
const lookups: Lookups = {
  recognise: (name) =>
    name.startsWith('RH')
      ? { kind: 'known', id: name.toLowerCase() }
      : { kind: 'unknown', why: 'not known', nearest: [{ id: 'rhit', name: 'Technician' }] },
  stateCode: (name) => (name === 'Ohio' ? 'OH' : undefined),
};
const draft = (resume: Partial<ImportedResume>) => draftProfile({ ...empty, ...resume }, lookups, now);
const study = (degree: string | undefined, end: string | undefined, area?: string) =>
  draft({ education: [{ institution: 'State', degree, area, end }] }).education;
const work = (...rows: [role: string, start: string | undefined, end?: string, volunteer?: boolean][]) =>
  draft({
    work: rows.map(([role, start, end, volunteer = false]) => ({ role, employer: 'Lakeside', start, end, volunteer })),
  }).experience;
const certificate = (name: string, start?: string, end?: string) => ({ name, issuer: undefined, start, end });

describe('the education of a draft', () => {
  it.each([
    ['finished when the end is past', 'BS', '2019-05', { level: 'bachelor', finished: true }],
    ['finished on the day', 'BS', '2026-11-23', { level: 'bachelor', finished: true }],
    ['in progress when the end is to come', 'AAS', '2028', { level: 'associate', finished: false, expected: '2028' }],
  ])('is %s', (_name, degree, end, expected) => {
    const { entries, notes } = study(degree, end);

    expect(entries.map(({ value }) => value)).toEqual([{ ...expected, institution: 'State' }]);
    expect(notes).toEqual([]);
  });

  it.each([
    ['there is no end', 'BS', undefined],
    ['the end is this year without a month', 'BS', '2026'],
    ['the end cannot be read', 'BS', 'soon'],
    ['the words name no level', 'Studies', '2019'],
  ])('is left to the person when %s', (_name, degree, end) => {
    const { entries, undecided, notes } = study(degree, end);

    expect(entries).toEqual([]);
    expect(undecided).toHaveLength(1);
    expect(notes).toHaveLength(1);
  });

  it('takes the field of its own, else the one in the words of the degree', () => {
    const own = study('Bachelor of Science in Biology', '2019', 'Health Informatics');
    const inWords = study('Bachelor of Science in Biology', '2019');

    expect(own.entries[0]?.value.field).toBe('Health Informatics');
    expect(inWords.entries[0]?.value.field).toBe('Biology');
  });
});

describe('the experience of a draft', () => {
  it('counts times in the same role once, apart from the same role as a volunteer', () => {
    const { entries, notes } = work(
      ['Medical Coder', 'Mar 2019', 'Feb 2021'],
      ['medical coder', 'Jan 2021', 'Dec 2021'],
      ['Medical coder', 'Jan 2022', 'Dec 2022', true],
    );

    expect(entries.map(({ value }) => value)).toEqual([
      { role: 'Medical Coder', years: 2.8 },
      { role: 'Medical coder', years: 1, volunteer: true },
    ]);
    expect(entries[0]?.comment).toBe('Lakeside, 2019-03 to 2021-02; Lakeside, 2021-01 to 2021-12');
    expect(notes).toEqual([]);
  });

  it.each<[string, [string, string | undefined, string?], RegExp]>([
    ['no start', ['Clerk', undefined], /no start is given/],
    ['a start that cannot be read', ['Clerk', 'long ago'], /the start long ago could not be read/],
    ['an end that cannot be read', ['Clerk', '2019', 'later'], /the end later could not be read/],
    ['an end before the start', ['Clerk', '2020', '2019'], /ends in 2019, before it began in 2020/],
    ['a start that is to come', ['Clerk', '2030'], /still to come/],
  ])('leaves a role with %s to the person', (_name, row, why) => {
    const { entries, undecided } = work(row);

    expect(entries).toEqual([]);
    expect(undecided).toEqual([{ row: '{ role: "Clerk", years: ? }', why: expect.stringMatching(why) }]);
  });

  it('tells of two roles at the same time', () => {
    const { entries, notes } = work(['Coder', '2019', '2021'], ['Clerk', '2020', '2022']);

    expect(entries).toHaveLength(2);
    expect(notes).toEqual([{ what: 'please look at Coder and Clerk', why: expect.stringContaining('the same time') }]);
  });
});

describe('the credentials of a draft', () => {
  it('takes what is known with its dates, and joins renewals', () => {
    const { credentials } = draft({
      certificates: [certificate('RHIT', 'Jun 2021', 'Jun 2023'), certificate('RHIT', 'Jun 2019', 'Jun 2021')],
    });

    expect(credentials.entries.map(({ value }) => value)).toEqual([
      { id: 'rhit', since: '2019-06', validUntil: '2023-06' },
    ]);
  });

  it('lists what is not known with the nearest, in the summary and in the file', () => {
    const { credentials } = draft({ certificates: [certificate('Bread baking')] });

    expect(credentials.entries).toEqual([]);
    expect(credentials.notes).toEqual([
      { what: 'the certification Bread baking', why: 'not known; the nearest are rhit (Technician)' },
    ]);
    expect(credentials.undecided).toEqual([{ row: '{ id: rhit }', why: 'Bread baking: not known' }]);
  });

  it.each([
    ['dates the wrong way round', 'Jun 2021', 'Jun 2019', { id: 'rhia' }, /end before it began/],
    ['a date that cannot be read', 'soon', undefined, { id: 'rhia' }, /could not be read/],
    ['an end that is past', '2019', '2021', { id: 'rhia', since: '2019', validUntil: '2021' }, /ran out in 2021/],
    ['a start that is to come', '2028', undefined, { id: 'rhia', since: '2028' }, /still to come/],
  ])('tells of %s', (_name, start, end, value, why) => {
    const { credentials } = draft({ certificates: [certificate('RHIA', start, end)] });

    expect(credentials.entries[0]?.value).toEqual(value);
    expect(JSON.stringify(credentials.notes)).toMatch(why);
  });
});

describe('the home of a draft', () => {
  const place = (city?: string, region?: string, country?: string) => draft({ place: { city, region, country } });
  it.each([
    ['a state by name', place('Columbus', 'Ohio', 'United States'), { city: 'Columbus', region: 'OH', country: 'US' }],
    ['a state by code', place('Columbus', 'oh', 'US'), { city: 'Columbus', region: 'OH', country: 'US' }],
    ['a state without a country', place('Columbus', 'Ohio'), { city: 'Columbus', region: 'OH', country: 'US' }],
    ['another country', place('Bonn', 'NRW', 'Germany'), { city: 'Bonn', region: 'NRW', country: 'DE' }],
    ['a region that is none', place('X', 'Middle West', 'US'), { city: 'X', country: 'US' }],
    ['a place without a country', place('Greater Columbus Area'), undefined],
    ['nothing', place(), undefined],
  ])('reads %s', (_name, { home }, expected) => {
    expect(home).toEqual(expected);
  });
});

describe('the people and languages of a draft', () => {
  it('names everybody once, and not too many', () => {
    const many = Array.from({ length: 2_500 }, (_, index) => ({ employer: 'Lakeside', person: `Kim ${index}` }));

    const { contacts, notes } = draft({ contacts: [...many, ...many], follows: ['Mercy', 'MERCY', 'Lakeside'] });

    expect(contacts).toHaveLength(2_000);
    expect(notes).toEqual([{ what: '500 connections', why: 'a profile keeps the first 2000' }]);
  });

  it('takes languages that one can work in', () => {
    const { languages, notes } = draft({
      languages: [
        { name: 'English', fluency: undefined },
        { name: 'French', fluency: 'Elementary proficiency' },
        { name: 'Klingon', fluency: 'Native' },
      ],
    });

    expect(languages).toEqual(['en']);
    expect(notes.map(({ what }) => what)).toEqual([
      'the language French (Elementary proficiency)',
      'the language Klingon',
    ]);
  });
});

describe('renderDraft', () => {
  it('writes a profile of nothing that can be used as it stands', () => {
    const text = renderDraft(draft({}));

    expect(parseYaml(text, 'x.yaml', Profile, profileRules()).value).toMatchObject({ name: 'Me', credentials: [] });
  });

  it('writes what can be read again without a problem, whatever the words', async () => {
    const { cleanCell } = await import('../../../src/config/import/resume.ts');
    const words = fc
      .oneof(hostileText, fc.constantFrom('#', ': ', '- x', '{{', "'", '\\', '*a', '&a', '!!x', '2019'))
      .map((text) => cleanCell(text) ?? 'x');
    const date = fc.constantFrom(undefined, '', '2019', '2020-02', 'Mar 2031', 'x');
    const resume = fc.record({
      name: words,
      place: fc.record({ city: words, region: words, country: fc.constantFrom('US', 'Atlantis') }),
      certificates: fc.array(
        fc.record({ name: fc.oneof(words, fc.constant('RHIT')), issuer: words, start: date, end: date }),
      ),
      education: fc.array(
        fc.record({ institution: words, degree: fc.oneof(words, fc.constant('BS')), area: words, end: date }),
      ),
      work: fc.array(fc.record({ role: words, employer: words, start: date, end: date, volunteer: fc.boolean() })),
      languages: fc.array(fc.record({ name: words, fluency: words })),
      follows: fc.array(words),
      contacts: fc.array(fc.record({ employer: words, person: words })),
      notes: fc.constant([]),
    });
    fc.assert(
      fc.property(resume, (imported) => {
        const proposal = draftProfile(imported, lookups, now);

        const { value, problems } = parseYaml(
          renderDraft(proposal),
          'x.yaml',
          Profile,
          profileRules(new Set(['rhit']), now),
        );

        expect(problems.filter(({ path }) => !path?.startsWith('credentials'))).toEqual([]);
        expect(value?.contacts).toEqual(proposal.contacts);
      }),
      { numRuns: 100 },
    );
  });
});
