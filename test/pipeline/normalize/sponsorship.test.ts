import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sponsorship } from '../../../src/model/reading.ts';
import { readSponsorship } from '../../../src/pipeline/normalize/sponsorship.ts';
import { expectQuoted, expectSoundReadings, sentencesOf, timeForMegabyte, wordsAround } from '../../kit/facts.ts';

const read = (text: string) => readSponsorship(text, sentencesOf(text));
const around = wordsAround(['Employer-sponsored life insurance.\n'], [';\ntwo years of experience']);

describe('readSponsorship', () => {
  it.each([
    'We do not sponsor visas.',
    'We are unable to sponsor at this time.',
    'not eligible for sponsorship',
    'Must be authorized to work in the US without the need for sponsorship now or in the future.',
    'Visa sponsorship is not available.',
    'Visa sponsorship: No',
    'Sponsorship Available: No',
    'No sponsorship',
    'Applicants who require sponsorship will not be considered.',
    'The company won’t sponsor work visas',
    'Visa sponsorship is no longer available',
    'Visa sponsorship is unavailable for this role',
    'H-1B sponsorship not offered',
    'Sponsorship of work visas is not available.',
    'Applicants must not now or in the future require sponsorship',
  ])('reads a refusal in %j', (text) => {
    expect(read(text)?.offered).toBe(false);
  });

  it.each([
    'Visa sponsorship available',
    'We sponsor H-1B visas.',
    'H-1B transfer welcome',
    'Visa sponsorship: yes',
    'We offer visa sponsorship and relocation',
    'This position is eligible for visa sponsorship.',
    'Benefits:\n• Visa sponsorship\n• 401k',
    'Immigration sponsorship is provided',
  ])('reads an offer in %j', (text) => {
    expect(read(text)?.offered).toBe(true);
  });

  it.each([
    'We are a proud sponsor of local events',
    'Acts as executive sponsor for projects',
    'Communicate with the study sponsor; the sponsor does not provide supplies to the site',
    'Clinical trial sponsors are not on site',
    'Employer-sponsored life insurance, no waiting period',
    'We do not sponsor events',
    'The client cannot sponsor anyone for training',
    'We will not sponsor security clearances for candidates',
    'Visa sponsorship may be available',
    'Visa sponsorship is considered case-by-case',
    'Will you now or in the future require sponsorship for employment visa status?',
    'Do you require visa sponsorship? Yes / No',
    'Pay with Visa or by invoice; no cash',
    'Must be authorized to work in the United States.',
    'Ofrecemos patrocinio de visa de trabajo',
    'Kein Visa-Sponsoring möglich',
    'Nous ne parrainons pas les visas de travail',
  ])('reads nothing of %j', (text) => {
    expect(read(text)).toBeNull();
  });

  it('reads nothing where the text says both', () => {
    const text = 'Visa sponsorship is available for nurses.\nVisa sponsorship is not available for aides.';

    expect(read(text)).toBeNull();
  });

  it('reads a refusal however it is put together', () => {
    const refusal = fc.oneof(
      fc
        .tuple(
          fc.constantFrom('We', 'The company', 'Our client', 'This employer'),
          fc.constantFrom(
            'do not',
            'does not',
            'cannot',
            'will not',
            'are unable to',
            'is not able to',
            'won’t',
            "can't",
          ),
          fc.constantFrom('sponsor', 'offer sponsorship for', 'provide sponsorship of', 'currently sponsor'),
          fc.constantFrom('work visas', 'visas', 'H-1B visas', 'applicants for work visas', 'employment visas'),
          fc.constantFrom('', ' at this time', ' for this role', ' now or in the future'),
        )
        .map(([who, no, does, what, when]) => `${who} ${no} ${does} ${what}${when}`),
      fc
        .tuple(
          fc.constantFrom('Visa', 'Immigration', 'Employment visa', 'H-1B', 'Work visa'),
          fc.constantFrom('is not', 'is not currently', 'will not be', 'cannot be'),
          fc.constantFrom('available', 'offered', 'provided', 'considered'),
        )
        .map(([what, no, done]) => `${what} sponsorship ${no} ${done}`),
      fc
        .tuple(
          fc.constantFrom('authorized to work in the US', 'eligible to work in this country', 'legally able to work'),
          fc.constantFrom('without', 'without the need for', 'without requiring', 'and not require'),
          fc.constantFrom('visa sponsorship', 'sponsorship', 'employer sponsorship', 'current or future sponsorship'),
        )
        .map((parts) => `Candidates must be ${parts.join(' ')}`),
    );
    fc.assert(
      fc.property(refusal, around, (words, { head, spell, tail }) => {
        const text = head + spell(words) + tail;

        const sponsorship = read(text);

        expect(sponsorship?.offered).toBe(false);
        expect(sponsorship?.evidence.quote.toLowerCase()).toContain('sponsor');
        expectQuoted(text, sponsorship?.evidence);
      }),
      { numRuns: 850 },
    );
  });

  it('reads an offer however it is put together', () => {
    const offer = fc.oneof(
      fc
        .tuple(
          fc.constantFrom('We', 'We will', 'We are able to', 'We are happy to', 'The company will'),
          fc.constantFrom('sponsor', 'offer sponsorship for', 'provide sponsorship for'),
          fc.constantFrom('work visas', 'H-1B visas', 'visas', 'green cards'),
        )
        .map((parts) => parts.join(' ')),
      fc
        .tuple(
          fc.constantFrom('Visa', 'H-1B', 'Immigration', 'Work visa', 'Green card'),
          fc.constantFrom(' is', ' assistance is', ''),
          fc.constantFrom('available', 'offered', 'provided'),
        )
        .map(([what, is, done]) => `${what} sponsorship${is} ${done}`),
    );
    fc.assert(
      fc.property(offer, around, (words, { head, spell, tail }) => {
        expect(read(head + spell(words) + tail)?.offered).toBe(true);
      }),
      { numRuns: 650 },
    );
  });

  it('never takes another kind of sponsor for a visa sponsor', () => {
    const other = fc
      .tuple(
        fc.constantFrom('We', 'You will', 'The team does not', 'We cannot', 'Does not'),
        fc.constantFrom(
          'sponsor events',
          'sponsor research',
          'meet the study sponsor',
          'work with clinical trial sponsors',
          'replace the executive sponsor',
          'sponsor teams',
          'sponsor conferences',
        ),
        fc.constantFrom('', ' in the community', ' each year', ' for the department'),
      )
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(other, around, (words, { head, spell, tail }) => {
        expect(read(head + spell(words) + tail)).toBeNull();
      }),
      { numRuns: 250 },
    );
  });

  it('gives a valid, true and repeatable reading of any words', () => {
    const words = [
      'sponsor',
      'sponsorship',
      'visa',
      'H-1B',
      'no',
      'not',
      'we',
      'will',
      'available',
      'require',
      'now or in the future',
      '?',
      ':',
      'yes',
      'candidates',
    ];

    expectSoundReadings(words, read, Sponsorship, ({ evidence }) => [evidence]);
  });

  it.each([
    'sponsor ',
    'no sponsor\n',
    'not not not ',
    'sponsorship not ',
    'require sponsorship\n',
    'we will offer visa ',
    'h-1b ',
  ])('takes time linear in a megabyte of %j', (piece) => {
    const took = timeForMegabyte(piece, readSponsorship);

    expect(took).toBeLessThan(2000);
  });
});
