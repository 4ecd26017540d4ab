import { json, type SampleAnswer, type SampleRequest, type Shape } from './answer.ts';
import { stateName } from './states.ts';
import { only, type Section, sectionsOf } from './text.ts';
import { postingNumber, type SamplePosting } from './world.ts';

/** USAJOBS search, `/api/Search`: refuses without a key; knows `JobCategoryCode`, `ResultsPerPage` and `Page`. */
export const usajobsShape: Shape = ({ board, postings }, request) => {
  if (request.host !== 'data.usajobs.gov' || request.path.toLowerCase() !== '/api/search') return undefined;
  if (!request.headers['authorization-key'] || !request.headers['user-agent']) return unauthorized();
  const series = request.query.get('JobCategoryCode')?.split(';');
  const matching = postings.filter(({ opening }) => series?.includes(opening.series ?? '') ?? true);
  const { page, size } = paging(request);
  const items = matching.slice((page - 1) * size, page * size).map((posting) => ({
    MatchedObjectId: `${postingNumber(board, posting.key)}0`,
    MatchedObjectDescriptor: descriptorOf(posting),
    RelevanceRank: 0,
  }));
  return json({
    LanguageCode: 'EN',
    SearchParameters: {},
    SearchResult: {
      SearchResultCount: items.length,
      SearchResultCountAll: matching.length,
      SearchResultItems: items,
      UserArea: { NumberOfPages: String(Math.ceil(matching.length / size)), IsRadialSearch: false },
    },
  });
};

function descriptorOf(posting: SamplePosting) {
  const { opening, pay } = posting;
  const sections = sectionsOf(posting);
  const [city = '', state = ''] = opening.place.split(', ');
  const location = `${city}, ${stateName(state)}`;
  const page = posting.url.replace('/GetJob/', ':443/GetJob/');
  const from = `${posting.postedOn}T00:00:00.0000`;
  const until = `${posting.closesOn ?? posting.postedOn}T23:59:59.9970`;
  const items = (...parts: Section['part'][]) => only(sections, ...parts).flatMap((section) => section.items ?? []);
  const paragraphs = (...parts: Section['part'][]) =>
    only(sections, ...parts).flatMap((section) => section.paragraphs ?? []);
  const [low = 5, high = low] = opening.grade ?? [];
  return {
    PositionID: opening.requisition,
    PositionTitle: posting.title,
    PositionURI: page,
    ApplyURI: [`${page}?PostingChannelID=`],
    PositionLocationDisplay: opening.workplace === 'remote' ? 'Anywhere in the U.S. (remote job)' : location,
    PositionLocation: [
      {
        LocationName: location,
        CountryCode: 'United States',
        CountrySubDivisionCode: stateName(state),
        CityName: location,
      },
    ],
    OrganizationName: posting.employer,
    DepartmentName: 'Department of Federal Health',
    JobCategory: [{ Name: SERIES.get(opening.series ?? '') ?? 'Miscellaneous', Code: opening.series ?? '0301' }],
    JobGrade: [{ Code: 'GS' }],
    PositionSchedule: [{ Name: 'Full-time', Code: '1' }],
    PositionOfferingType: [{ Name: 'Permanent', Code: '15317' }],
    QualificationSummary: ['To qualify you must meet the following by the closing date:', ...items('requires')].join(
      '\n',
    ),
    PositionRemuneration: pay
      ? [
          {
            MinimumRange: `${pay.min}.0`,
            MaximumRange: `${pay.max}.0`,
            RateIntervalCode: 'PA',
            Description: 'Per Year',
          },
        ]
      : [],
    PositionStartDate: from,
    PositionEndDate: until,
    PublicationStartDate: from,
    ApplicationCloseDate: until,
    PositionFormattedDescription: [],
    UserArea: {
      Details: {
        JobSummary: paragraphs('about', 'intro', 'terms').join('\n'),
        WhoMayApply: { Name: '', Code: '' },
        LowGrade: String(low).padStart(2, '0'),
        HighGrade: String(high).padStart(2, '0'),
        PromotionPotential: String(high).padStart(2, '0'),
        Relocation: 'False',
        HiringPath: ['public'],
        TotalOpenings: '1',
        TravelCode: '0',
        MajorDuties: [items('duties').join('\n')],
        Education: items('prefers').join('\n'),
        Requirements: '',
        RequiredDocuments: 'Resume and proof of certification, if one is required.',
        KeyRequirements: ['You may serve a probationary period.', 'Selective Service registration for males.'],
        WithinArea: 'False',
        SecurityClearance: 'Not Required',
        DrugTestRequired: 'False',
        TeleworkEligible: opening.workplace === 'hybrid' || opening.workplace === 'remote',
        RemoteIndicator: opening.workplace === 'remote',
      },
      IsRadialSearch: false,
    },
  };
}

function paging({ query }: SampleRequest): { readonly page: number; readonly size: number } {
  return { page: Number(query.get('Page') ?? 1), size: Math.min(Number(query.get('ResultsPerPage') ?? 25), 500) };
}

function unauthorized(): SampleAnswer {
  const body = JSON.stringify({ title: 'Unauthorized', status: 401, detail: 'Missing or invalid key.' });
  return { status: 401, headers: { 'content-type': 'application/problem+json' }, body };
}

const SERIES = new Map([
  ['0669', 'Medical Records Administration'],
  ['0675', 'Medical Records Technician'],
  ['0671', 'Health System Specialist'],
  ['0308', 'Records And Information Management'],
]);
