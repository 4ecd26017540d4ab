import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/pipeline/normalize/clean-text.ts';
import { labelsOf } from '../../../src/pipeline/normalize/labels.ts';
import { readPosting } from '../../../src/pipeline/normalize/read-posting.ts';
import { shippedIndex } from '../../kit/credentials.ts';
import {
  choiceUnderHead,
  credential,
  credentialDemand,
  type Demand,
  educationDemand,
  experienceDemand,
  graceDemand,
  line,
  pick,
  several,
  type Truth,
  wordings,
} from '../../kit/sentences.ts';
import { NO_DEMANDS } from '../../kit/silence.ts';

/** The sentences are the same in every run; a new seed may find a wording that nobody has thought of. */
const SEED = 20_270_301;

const DENIED =
  wordings(`No certification required|Certification not required|Certification is not required|No license required
  |No credential needed|Certification: none|Certifications: None required|Licensure: None|No coding certification needed
  |Licensure/Certification: Not required|{X} is not required|{X} certification is not required|You do not need {X}
  |{X} is not a requirement|{X} is not mandatory|{X} not necessary|No {X} required|We do not require {X}
  |This position does not require {X} certification|{X} is not needed for this job|{X} is not strictly required`);
const NO_DEGREE = wordings(`No degree required|Degree is not required|No college degree required|No degree necessary
  |You do not need a degree|No diploma required|No formal education required|Education: No degree required`);
/** Wordings that take a demand back. */
const denial: fc.Arbitrary<Demand> = fc.oneof(
  fc
    .tuple(pick(DENIED), credential)
    .map(([words, { id }]) => line(words.replace('{X}', id.toUpperCase()), 'required', {})),
  pick(NO_DEGREE).map((words) => line(words, 'required', { educationMin: 'none' })),
);

const EXCLUDED =
  wordings(`{X} required ({Y} not accepted)|{X} required. {Y} not accepted.|{X} required; {Y} not accepted
  |{X} required; {Y} will not be considered|{X} required, {Y} not accepted|{X} required (excluding {Y})
  |{X} required, excluding {Y}|{X} required (no {Y})|{X} required (not {Y})|{X} required. We do not accept {Y}.
  |{X} required. {Y} does not qualify.|{X} required. {Y} need not apply.|{X} required; we cannot consider {Y} candidates
  |{X} required ({Y} is not acceptable)|{X} required, other than {Y}|{X} required - no {Y}|{X} required ({Y} not eligible)
  |{X} required, {Y} excluded|{X} required. No {Y} please.|{X} required. {Y} is not sufficient.|{X} ({Y} excluded) required
  |{X} required. {Y} candidates cannot be considered.|{X} required. Apprentice ({Y}) status is not accepted.`);
/** A list, and one credential that is shut out in words. */
const exclusion: fc.Arbitrary<Demand> = fc
  .tuple(pick(EXCLUDED), several(1, 4), pick([' or ', '/']), pick(['CPC-A', 'CCA']))
  .map(([words, all, joint, other]) => {
    const ids = all.map(({ id }) => id);
    const list = ids.map((id) => id.toUpperCase()).join(joint);
    return line(words.replace('{X}', list).replace('{Y}', other), 'required', { credentialsRequired: [ids] });
  });

const REQUIRED =
  wordings(`Requirements|Qualifications|Minimum Qualifications|Required Qualifications|Basic Qualifications
  |What You Need|What you’ll need|What you’ll bring|Who You Are|Must Haves|Required Skills|Job Requirements|Required
  |Position Requirements|Education & Certification|Licenses & Certifications|Required Education and Experience
  |Skills and Qualifications|What we’re looking for|Your Qualifications|Knowledge, Skills, and Abilities
  |Minimum Requirements|Experience & Qualifications|Qualifications/Requirements|Education and Experience
  |Essential criteria|Required Certifications|Job Qualifications`);
const PREFERRED = wordings(`Preferred Qualifications|Preferred|Nice to have|Preferred Skills|Desired Qualifications
  |Preferred Experience|Nice-to-haves|Bonus points|Desired Skills|What would set you apart|Preferred Certifications
  |Bonus points if you have|Preferred Education and Experience|Desired`);
/** Lines among the demands that look like demands for a credential, a degree or years, and are none. */
const IDLE =
  wordings(`Knowledge of ICD-10-CM, CPT and HCPCS coding|Must be at least 18 years of age|Ability to lift 50 pounds
  |Must pass a drug screen within 30 days of offer|Flu vaccination within 30 days of hire|Typing speed of 45 wpm
  |Must have reliable transportation|No felony convictions in the past 7 years|Able to work with RNs and physicians
  |Ability to maintain a high degree of confidentiality|Must live within 30 minutes of the hospital|Familiarity with Epic
  |Able to commit to a 2-year contract|Pass a background check covering the past 7 years|90-day probationary period`);
const ABOUT = wordings(`Founded in 1987, we have more than 35 years of experience in health information.
  |We are a team of 40 RHIAs, RHITs and CCSs.|Our HIM director holds the RHIA.|We are licensed in all 50 states.
  |Our 12-hospital system employs 8,000 people, among them 300 certified coders.|Our physicians are board certified.
  |We are a Magnet-designated hospital with over 100 years of history.|For over 20 years we have served rural hospitals.`);
const DUTIES = wordings(`Assigns ICD-10-CM and CPT codes to inpatient records.|Reports to the Director of HIM, RHIA.
  |Supervises a team of RHIT and CCS certified coders.|Trains new coders during their first 6 months.
  |Collaborates with CDI specialists (RN, CCDS) on queries.|Maintains a high degree of accuracy.
  |Verifies that RN licenses and BLS cards of staff are current.|Reviews charts from the last 2 years.
  |Tracks licenses, certifications and CEUs of medical staff.|Codes charts for patients 18 years of age and older.`);
const BENEFITS = wordings(`Tuition reimbursement for associate, bachelor’s and master’s degrees|Vesting over 3 years
  |We pay for your RHIA or CCS exam and your AAPC dues|401(k) with match after 1 year of service
  |Paid time off: 3 weeks in the first year, 4 weeks after 5 years|Full tuition for a BSN at our partner college
  |Reimbursement of RN license renewal|CEU allowance for CPC holders|Medical, dental and vision from day 30`);
const EEO = wordings(`We do not discriminate on the basis of age, degree, or license status.
  |We hire people of all abilities.|Accommodation requests are kept for two years.`);

const optional = (headings: string, lines: readonly string[]) =>
  fc.option(
    fc.record({
      heading: pick(wordings(headings)),
      lines: fc.uniqueArray(pick(lines), { minLength: 1, maxLength: 3 }),
    }),
    { nil: undefined },
  );
const around = fc.record({
  before: fc.tuple(
    optional('About us|Who we are|About the company|Our story', ABOUT),
    optional('Responsibilities|What you will do|Job duties|Essential functions|Duties and Responsibilities', DUTIES),
  ),
  after: fc.tuple(
    optional('Benefits|What we offer|Perks|Our benefits', BENEFITS),
    optional('Equal opportunity|EEO statement', EEO),
  ),
  required: pick(REQUIRED),
  preferred: pick(PREFERRED),
  idle: fc.tuple(fc.subarray(IDLE, { maxLength: 2 }), fc.subarray(IDLE, { maxLength: 2 })),
});
const HEADED: readonly ((heading: string) => string)[] = [
  (heading) => heading,
  (heading) => `${heading}:`,
  (heading) => heading.toUpperCase(),
  (heading) => `## ${heading}`,
  (heading) => `**${heading}**`,
];
const style = fc.record({
  headed: pick(HEADED),
  bullet: pick(['• ', '- ', '* ', '– ', 'o ', '→ ', '✅ ', '▪ ', '']),
  gap: pick(['\n\n', '\n']),
  stop: pick(['', '.']),
});

/** A posting that holds some demands, each in the section that it needs, among lines that ask for nothing. */
function postingOf(demands: fc.Arbitrary<readonly Demand[]>) {
  return fc.tuple(demands, around, style).map(([all, { before, after, required, preferred, idle }, how]) => {
    const stopped = (words: string) => (/\w$/.test(words) ? words + how.stop : words);
    const linesUnder = (wanted: (demand: Demand) => boolean) =>
      all.filter(wanted).flatMap(({ lines }) => [...lines.slice(0, -1), stopped(lines.at(-1) ?? '')]);
    const sections = [
      ...before,
      { heading: required, lines: [...idle[0], ...linesUnder(({ under }) => under !== 'preferred'), ...idle[1]] },
      { heading: preferred, lines: linesUnder(({ under }) => under === 'preferred') },
      ...after,
    ].flatMap((section) => section ?? []);
    const written = sections.flatMap(({ heading, lines }) =>
      lines.length === 0 ? [] : [how.headed(heading), ...lines.map((words) => how.bullet + words)].join('\n'),
    );
    return { text: written.join(how.gap), truth: truthOf(all) };
  });
}

function truthOf(demands: readonly Demand[]): Truth {
  const truth: Truth = Object.assign({ ...NO_DEMANDS }, ...demands.map((demand) => demand.truth));
  return inOrder({
    ...truth,
    credentialsRequired: demands.flatMap((demand) => demand.truth.credentialsRequired ?? []),
    credentialsPreferred: demands.flatMap((demand) => demand.truth.credentialsPreferred ?? []),
  });
}

/** The order of lists, and of the ids in them, says nothing. */
function inOrder(truth: Truth): Truth {
  const lists = (truth.credentialsRequired ?? []).map((list) => list.toSorted());
  return {
    ...truth,
    credentialsRequired: lists.toSorted((a, b) => a.join().localeCompare(b.join())),
    credentialsPreferred: (truth.credentialsPreferred ?? []).toSorted(),
  };
}

/** What was read of the demands; pay, place and the like are the business of other tests. */
function read(text: string): Truth {
  const labels = labelsOf(readPosting({ title: 'Coder', text: cleanText(text, 'text') }, shippedIndex()));
  return inOrder(Object.fromEntries(Object.entries(labels).filter(([field]) => field in NO_DEMANDS)));
}

function idsOf({ truth }: Demand): readonly string[] {
  return [...(truth.credentialsRequired ?? []).flat(), ...(truth.credentialsPreferred ?? [])];
}

/** A label before a demand may be the heading of the lines behind it. */
const isLabelled = ({ lines }: Demand): boolean => /^[A-Z][\w/ -]{1,30}:/.test(lines[0] ?? '');

/** Demands of all kinds that name no credential twice; a choice under a head comes last, where its end is plain. */
const severalDemands = fc
  .tuple(credentialDemand, credentialDemand, graceDemand, educationDemand, experienceDemand, choiceUnderHead)
  .map((demands) => {
    const named = new Set<string>();
    return demands.filter((demand) => {
      const ids = idsOf(demand);
      if (isLabelled(demand) || ids.some((id) => named.has(id))) return false;
      for (const id of ids) named.add(id);
      return true;
    });
  })
  .filter((demands) => demands.length > 1);

const one = (demand: fc.Arbitrary<Demand>) => demand.map((only) => [only]);

describe('readPosting on generated demands', () => {
  it.each([
    ['credentials', 1_000, one(credentialDemand)],
    ['a choice under its head', 500, one(choiceUnderHead)],
    ['grace periods', 800, one(graceDemand)],
    ['degrees', 800, one(educationDemand)],
    ['lengths of experience', 800, one(experienceDemand)],
    ['denials', 500, one(denial)],
    ['exclusions', 500, one(exclusion)],
    ['several demands', 1_000, severalDemands],
  ] as const)('reads %s as meant, wherever they stand', (_name, numRuns, demands) => {
    fc.assert(
      fc.property(postingOf(demands), ({ text, truth }) => {
        const labels = read(text);

        expect(labels).toEqual(truth);
      }),
      { numRuns, seed: SEED },
    );
  });

  it('reads demands that say how strongly they ask without any heading', () => {
    fc.assert(
      fc.property(
        fc.oneof(credentialDemand, graceDemand, experienceDemand).filter(({ under }) => under === 'anywhere'),
        fc.subarray(ABOUT, { maxLength: 2 }),
        ({ lines, truth }, about) => {
          const labels = read([...about, ...lines].join('\n'));

          expect(labels).toEqual(truthOf([{ lines, truth, under: 'anywhere' }]));
        },
      ),
      { numRuns: 1_000, seed: SEED },
    );
  });
});
