import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { credentialRecogniser } from '../../src/cli/recognise-credential.ts';
import { loadCredentials } from '../../src/config/credentials.ts';

const { credentials } = loadCredentials();
const recognise = credentialRecogniser(credentials);

describe('credentialRecogniser', () => {
  it.each([
    ['RHIT', 'AHIMA', 'rhit'],
    ['Registered Health Information Technician (RHIT)', 'AHIMA', 'rhit'],
    ['Registered Health Information Administrator', 'American Health Information Management Association', 'rhia'],
    ['Certified Coding Specialist', undefined, 'ccs'],
    ['Certified Professional Coder - CPC®', 'AAPC', 'cpc'],
    ['Certified Coding Specialist – Physician-based (CCS-P)', 'AHIMA', 'ccs-p'],
    ['Basic Life Support (BLS) Certification', 'American Heart Association', 'bls'],
    ['AHIMA RHIT', 'AHIMA', 'rhit'],
    ['CPHIMS 2024', 'HIMSS', 'cphims'],
  ])('knows %s by %s', (name, issuer, id) => {
    expect(recognise(name, issuer)).toEqual({ kind: 'known', id });
  });

  it.each([
    ['Registered Nurse (Ohio)', undefined, 'OH'],
    ['Registered Nurse, State of Ohio', 'Board of Nursing', 'OH'],
    ['Registered Nurse (OH)', undefined, 'OH'],
    ['Registered Nurse (RN)', 'West Virginia Board of Nursing', 'WV'],
    ['Registered Nurse (RN)', 'Boards of Ohio and Texas', undefined],
    ['Registered Nurse (RN)', undefined, undefined],
    ['RHIT', 'Ohio Health Information Association', undefined],
  ])('reads the state of %s, %s', (name, issuer, region) => {
    const guess = recognise(name, issuer);

    expect(guess.kind).toBe('known');
    expect(guess.kind === 'known' && guess.region).toBe(region);
  });

  it.each([
    ['a course before the exam', 'CPC Exam Prep', /says more .*prep/],
    ['a course about it', 'Introduction to the RHIT', /says more .*introduction/],
    ['who may sit for it', 'RHIA-eligible', /./],
    ['an instructor of it', 'BLS Instructor', /says more .*instructor|not know/],
    ['two at once', 'RHIT and CCS', /several/],
    ['nothing that is known', 'Bread baking', /does not know/],
  ])('does not take %s for the credential', (_name, name, why) => {
    const guess = recognise(name, undefined);

    if (guess.kind === 'known') expect(guess.id).toMatch(/eligible|instructor/);
    else expect(guess.why).toMatch(why);
  });

  it('names the three nearest of what is not known', () => {
    const guess = recognise('Registerd Heath Infomation Administrater', undefined);

    expect(guess).toMatchObject({ kind: 'unknown', nearest: [{ id: 'rhia' }, { id: 'rhit' }, {}] });
  });

  it('doubts an issuer that the catalogue does not name, and takes it all the same', () => {
    expect(recognise('RHIT', 'Acme Academy')).toEqual({
      kind: 'known',
      id: 'rhit',
      doubt: 'it was issued by Acme Academy, and in the catalogue rhit is issued by AHIMA',
    });
  });

  it('gives ids of the catalogue only, whatever the words', () => {
    const ids = new Set(credentials.map(({ id }) => id));
    const part = fc.constantFrom(
      'RHIT',
      'RN',
      'Ohio',
      '(',
      ')',
      ' - ',
      ' ',
      'of',
      'certified',
      'x',
      'nurse',
      '\n',
      'é',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), fc.array(part, { maxLength: 3 }), (name, issuer) => {
        const guess = recognise(name.join(''), issuer.join('') || undefined);

        const named = guess.kind === 'known' ? [guess.id] : guess.nearest.map(({ id }) => id);
        expect(named.filter((id) => !ids.has(id))).toEqual([]);
        expect(named.length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 50 },
    );
  });
});
