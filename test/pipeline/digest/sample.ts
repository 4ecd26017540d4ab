import type { DigestView } from '../../../src/model/digest.ts';
import type { Finding, Match, NodeState } from '../../../src/model/match.ts';
import type { Opening } from '../../../src/model/opening.ts';
import { buildView, type DigestCandidate, type DigestInput } from '../../../src/pipeline/digest/build-view.ts';

/** A digest of two fitting and one undecided opening and one silent board; members can be replaced. */
export function sampleInput(replaced: Partial<DigestInput> = {}): DigestInput {
  return {
    profileId: 'sam',
    personName: 'Sam Rivera',
    slot: '2026-11-20T12:00:00Z',
    timeZone: 'America/New_York',
    limit: 50,
    candidates: [
      candidate({ id: 101, title: 'Inpatient Coding Specialist' }),
      candidate(
        { id: 102, title: 'Release of Information Lead' },
        { score: 70, findings: [finding({ state: 'grace' })] },
      ),
      candidate(
        { id: 103, title: 'HIM Data Analyst' },
        { verdict: 'unknown', findings: [finding({ state: 'unknown' })] },
      ),
    ],
    beyond: { ineligible: 31 },
    silentBoards: [
      {
        id: 'harbor-clinic',
        name: 'Harbor Clinic careers',
        outcome: 'changed',
        message: 'careers.harbor-clinic.example no longer lists its openings as before',
        since: '2026-11-18T09:00:00Z',
      },
    ],
    boardsChecked: 41,
    openingsOpen: 3204,
    ...replaced,
  };
}

export function sampleView(replaced: Partial<DigestInput> = {}): DigestView {
  return buildView(sampleInput(replaced));
}

/** A remote, paid, full-time opening at Lakeside Health that fits; members can be replaced. */
export function candidate(
  opening: Partial<Opening> = {},
  match: Partial<Match> = {},
  boards: readonly string[] = ['Lakeside Health careers'],
): DigestCandidate {
  return {
    opening: {
      id: 1,
      title: 'Health Information Specialist',
      employer: 'Lakeside Health',
      employerKey: 'lakeside health',
      url: 'https://careers.lakeside-health.example/openings/1?ref=list&lang=en',
      places: [{ text: 'Columbus, Ohio', city: 'Columbus', region: 'OH', country: 'US' }],
      postedAt: '2026-11-18',
      firstSeenAt: '2026-11-19T03:30:00Z',
      lastSeenAt: '2026-11-20T03:30:00Z',
      text: '',
      reading: {
        requirements: [],
        pay: [{ min: 31.5, max: 44.1, currency: 'USD', period: 'hour', provenance: 'field' }],
        employmentTypes: [{ type: 'full_time' }],
        workplace: { mode: 'hybrid' },
        remoteLimits: [],
        seniority: null,
        language: 'en',
      },
      copies: [],
      ...opening,
    },
    match: { verdict: 'eligible', score: 80, findings: [finding()], steps: [], parts: [], hidden: null, ...match },
    boards,
  };
}

/** A requirement that is met by a credential; members can be replaced. */
export function finding(
  replaced: Partial<Omit<Finding, 'evidence'>> & { quote?: string; state?: NodeState } = {},
): Finding {
  const { quote = 'RHIA or RHIT certification required.', ...rest } = replaced;
  return {
    strength: 'required',
    state: 'met',
    asks: 'RHIA or RHIT',
    because: 'you hold RHIT',
    evidence: { start: 0, end: quote.length, quote },
    parts: [],
    ...rest,
  };
}

/** A digest in which every text from outside is `words`. */
export function withWords(words: string): DigestView {
  return sampleView({
    personName: words,
    candidates: [
      candidate(
        { title: words, employer: words, places: [{ text: words }] },
        { findings: [finding({ asks: words, because: words, quote: words })] },
        [words],
      ),
    ],
    silentBoards: [{ id: 'x', name: words, outcome: 'blocked', message: words, since: null }],
  });
}

/** Openings as long as real ones: four requirements with the sentences they stand in, long addresses. */
export function realistic(count: number): DigestCandidate[] {
  return Array.from({ length: count }, (_, index) =>
    candidate(
      {
        id: 4000 + index,
        title: `Inpatient Coding Specialist II, Evenings (${index})`,
        employer: 'Northfield University Medical Center',
        url: `https://careers.northfield-university.example/en-US/openings/job/Columbus-OH/Inpatient-Coding-Specialist_R-${index}`,
        closesAt: '2026-12-04',
      },
      {
        verdict: index % 3 === 0 ? 'unknown' : 'eligible',
        findings: [
          finding({ quote: 'Current AHIMA credential (RHIA or RHIT) required at time of hire.' }),
          finding({
            asks: 'associate degree in health information',
            because: 'you hold an associate degree in health information management',
            quote: 'Associate’s degree in Health Information Management or a closely related field',
          }),
          finding({
            asks: '2 years of experience in inpatient coding',
            because: 'you have 3 years',
            quote: 'Minimum two (2) years of inpatient coding experience in an acute care setting',
          }),
          finding({
            strength: 'preferred',
            state: 'not-met',
            asks: 'CCS',
            because: 'it is not in your profile',
            quote: 'CCS or equivalent specialty credential strongly preferred',
          }),
        ],
      },
      ['Northfield University careers', 'State HIM Association'],
    ),
  );
}
