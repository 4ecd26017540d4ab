import { describe, expect, it } from 'vitest';
import { routeFrom } from '../../../src/pipeline/match/routes.ts';
import { person } from './kit.ts';

const him = { level: 'associate', field: 'Health Information Management', accredited: 'yes' };

describe('routeFrom', () => {
  it.each<[name: string, id: string, profile: Record<string, unknown>, words: string]>([
    [
      'the degree is there',
      'rhit',
      { education: [him] },
      'Associate degree in health information management from a CAHIIM-accredited programme: your profile shows this, what is left is the exam or application',
    ],
    [
      'the degree is not there',
      'rhia',
      { education: [him] },
      "Bachelor's or master's degree in health information management from a CAHIIM-accredited programme; students may sit for it in their last term; missing: a bachelor's degree from a programme accredited by CAHIIM",
    ],
    [
      'the degree is to come',
      'rhia',
      { education: [{ ...him, level: 'bachelor', finished: false, expected: '2027-05' }] },
      "to come: a bachelor's degree in Health Information Management, expected in May 2027",
    ],
    [
      'the accreditation is not known',
      'rhit',
      { education: [{ ...him, accredited: 'unknown' }] },
      'not known: whether an associate degree in Health Information Management is from a programme accredited by CAHIIM',
    ],
    [
      'the shortest of several routes, and what of it is missing',
      'ccs',
      { credentials: [{ id: 'cca' }], experience: [{ role: 'Coder', years: 0.5 }] },
      'CCA and one year of coding; missing: 0.5 years more of coding',
    ],
    [
      'a credential is the nearest thing to it',
      'cdip',
      { education: [{ level: 'high_school' }] },
      'missing: RHIA, RHIT, CCS or CCS-P',
    ],
    [
      'years, and how many of them in healthcare',
      'cphims',
      {
        education: [{ level: 'master' }],
        experience: [{ role: 'Information systems analyst', years: 2, healthcare: true }],
      },
      'Graduate degree with three years, two of them in healthcare; missing: 1 year more of information and management systems',
    ],
    [
      'only words tell it',
      'ccds-o',
      {},
      'with the years spent on outpatient documentation; ask the issuer whether you meet this',
    ],
    [
      'of two routes as far away the one of which nothing is surely missing',
      'ods',
      { education: [him] },
      "experience as the issuer's route says; not known: whether you have experience enough in cancer registry",
    ],
    ['an empty profile', 'rhit', {}, 'not known: your education, which you do not list'],
  ])('%s', (_name, id, profile, words) => {
    expect(routeFrom(person(profile), { id })).toContain(words);
  });

  it('has nothing to say where no route is known', () => {
    expect(routeFrom(person(), { id: 'cphi' })).toBeNull();
    expect(routeFrom(person(), { id: 'never-heard-of' })).toBeNull();
  });
});
