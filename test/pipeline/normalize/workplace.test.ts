import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Reading } from '../../../src/model/reading.ts';
import { readWorkplace } from '../../../src/pipeline/normalize/workplace.ts';
import { expectQuoted, expectSoundReadings, sentencesOf, timeForMegabyte, wordsAround } from '../../kit/facts.ts';

const read = (text: string, title = 'Coder') => readWorkplace(title, [], text, sentencesOf(text));
const around = wordsAround();

describe('days in the office', () => {
  it.each([
    ['hybrid 2 days a week in the office', 'hybrid', 2],
    ['Hybrid role: 3 days onsite', 'hybrid', 3],
    ['3 days onsite', 'onsite', 3],
    ['This is a hybrid position, onsite Tuesdays and Thursdays.', 'hybrid', 2],
    ['Hybrid schedule (Mon & Fri - remote, Tues - Thurs onsite)', 'hybrid', 3],
    ['Hybrid schedule: in the office 2-3 days per week', 'hybrid', 3],
    ['Hybrid: two (2) days per week on-site', 'hybrid', 2],
    ['Hybrid schedule, once a week in the office', 'hybrid', 1],
    ['Hybrid: 2 days remote, 3 days in office', 'hybrid', 3],
    ['Hybrid schedule. Monday, Wednesday and Friday in the office.', 'hybrid', 3],
    ['On-site: 5 days a week', 'onsite', 5],
    ['This is a hybrid post; we ask for two days a week in the office.', 'hybrid', 2],
  ])('reads %j', (text, mode, days) => {
    expect(read(text)).toMatchObject({ mode, officeDays: days });
  });

  it.each([
    'Hybrid position. Benefits: an onsite gym, Monday to Friday',
    'This is a fully remote position. Two days in person per month.',
    'This is a hybrid position. Onsite interview on Tuesday',
    'This is a hybrid position. The first 3 days are onsite training.',
    'This is a hybrid position. Occasional days in the office',
    'This is a hybrid role with 2 days from home',
  ])('reads no days in %j', (text) => {
    expect(read(text)?.mode).toMatch(/hybrid|remote/);
    expect(read(text)?.officeDays).toBeUndefined();
  });

  it.each([
    'Wir arbeiten hybrid, zwei Tage pro Woche im Büro',
    'Dos días por semana en la oficina',
    'Deux jours par semaine au bureau',
    'Patients are seen in the office 3 days after discharge',
  ])('invents nothing in %j', (text) => {
    expect(read(text)?.officeDays).toBeUndefined();
  });

  it('reads the days of a week however they are put', () => {
    const count = fc.constantFrom<[string, number]>(
      ['1', 1],
      ['2', 2],
      ['two', 2],
      ['3', 3],
      ['three (3)', 3],
      ['four', 4],
      ['1-2', 2],
      ['2 to 3', 3],
    );
    const here = fc.constantFrom('onsite', 'on-site', 'in the office', 'in office', 'in-person');
    const frame = fc.constantFrom(
      (days: string, place: string) => `Hybrid schedule with ${days} days per week ${place}`,
      (days: string, place: string) => `Hybrid role, ${days} days a week ${place}`,
      (days: string, place: string) => `This is a hybrid position: ${place} ${days} days per week`,
      (days: string, place: string) => `Hybrid position (${days} days/week ${place})`,
    );
    fc.assert(
      fc.property(count, here, frame, around, ([words, days], place, put, { head, spell, tail }) => {
        const text = head + spell(put(words, place)) + tail;

        const workplace = read(text);

        expect(workplace?.mode).toBe('hybrid');
        expect(workplace?.officeDays).toBe(days);
        expectQuoted(text, workplace?.officeDaysEvidence);
        expect(workplace?.officeDaysEvidence?.quote.toLowerCase()).toContain(words);
      }),
      { numRuns: 450 },
    );
  });
});

describe('remote after training', () => {
  it.each([
    ['Remote after training', 'remote'],
    ['This position is remote after 90 days of onsite orientation.', 'remote'],
    ['Training is onsite for six weeks, then remote', 'remote'],
    ['After completing training, this role is fully remote.', 'remote'],
    ['Fully remote position with two weeks of onsite training', 'remote'],
    ['Work from home after onboarding', 'remote'],
    ['Hybrid after 90 days', 'hybrid'],
  ])('reads %j', (text, mode) => {
    expect(read(text)).toMatchObject({ mode, afterTraining: true });
  });

  it('reads it in a title', () => {
    expect(read('', 'Coder (remote after training)')).toEqual({ mode: 'remote', afterTraining: true });
  });

  it.each([
    ['This is a fully remote position.', 'remote'],
    ['Fully remote position. Remote training is provided after hire.', 'remote'],
    ['Option to work remote after training', undefined],
    ['May work from home after training', undefined],
    ['Experience with remote patient monitoring after training', undefined],
    ['Eligible for hybrid work after 90 days', 'hybrid'],
    ['We support remote sites after hours', undefined],
  ])('does not read it in %j', (text, mode) => {
    expect(read(text)?.mode).toBe(mode);
    expect(read(text)?.afterTraining).toBeUndefined();
  });

  it('reads it in any frame and spelling', () => {
    const lesson = fc.constantFrom(
      'training',
      'orientation',
      'onboarding',
      'the training period',
      'six weeks of onsite training',
    );
    const frame = fc.constantFrom(
      (words: string) => `Remote after ${words}`,
      (words: string) => `This role is remote following ${words}`,
      (words: string) => `Fully remote upon completion of ${words}`,
      (words: string) => `After ${words}, you work from home`,
      (words: string) => `This position is remote once ${words} is complete`,
    );
    fc.assert(
      fc.property(lesson, frame, around, (words, put, { head, spell, tail }) => {
        const text = head + spell(put(words)) + tail;

        const workplace = read(text);

        expect(workplace).toMatchObject({ mode: 'remote', afterTraining: true });
        expectQuoted(text, workplace?.evidence);
      }),
      { numRuns: 450 },
    );
  });
});

describe('readWorkplace on any text', () => {
  it('gives a valid, true and repeatable reading', () => {
    const words = [
      'hybrid',
      'remote',
      'onsite',
      'in the office',
      '2 days',
      'a week',
      'Tuesday',
      'and',
      'to',
      'Thursday',
      'after',
      'training',
      'then',
      '90 days',
      '(',
      ')',
      ':',
    ];
    const workplace = Reading.shape.workplace.refine((found) => (found?.officeDays ?? 1) <= 5);

    expectSoundReadings(words, read, workplace, (found) =>
      [found?.evidence, found?.officeDaysEvidence].flatMap((evidence) => evidence ?? []),
    );
  });

  it.each([
    'hybrid 2 days ',
    'hybrid 2 days\n',
    'onsite Tuesday, ',
    'remote after ',
    'after training ',
    'after 1 day remote\n',
    'Mon - Tue - ',
  ])('takes time linear in a megabyte of %j', (piece) => {
    const took = timeForMegabyte(piece, (text, segments) => readWorkplace('Coder', [], text, segments));

    expect(took).toBeLessThan(2000);
  });
});
