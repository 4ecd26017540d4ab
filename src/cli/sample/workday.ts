import { escapeHtml } from '../../sources/html.ts';
import { hexId, json, type SampleAnswer, type SampleRequest, type ServedBoard, type Shape } from './answer.ts';
import { type Section, sectionsOf } from './text.ts';
import { daysBetween, type SamplePosting, workdayPath } from './world.ts';

/** Workday career site: `POST /wday/cxs/{tenant}/{site}/jobs` in pages of 20, and a detail per posting. */
export const workdayShape: Shape = (served, request) => {
  const { host, tenant, site } = served.board.options;
  const base = `/wday/cxs/${String(tenant)}/${String(site)}`;
  if (request.host !== host || !request.path.startsWith(`${base}/`)) return undefined;
  if (request.path === `${base}/jobs`) {
    return request.method === 'POST' ? listAnswer(served, request) : json({ errorCode: 'HTTP_405' }, 405);
  }
  const posting = served.postings.find((candidate) => request.path === `${base}${workdayPath(candidate)}`);
  return posting === undefined ? json({ errorCode: 'S22', httpStatus: 403 }, 403) : json(detailOf(served, posting));
};

function listAnswer(served: ServedBoard, { body }: SampleRequest): SampleAnswer {
  const { limit, offset } = readBody(body);
  if (limit > PAGE_SIZE) return json({ errorCode: 'HTTP_400', httpStatus: 400 }, 400);
  return json({
    // right on the first page only, as on the real sites
    total: offset === 0 ? served.postings.length : 0,
    jobPostings: served.postings.slice(offset, offset + limit).map((posting) => ({
      title: posting.title,
      externalPath: workdayPath(posting),
      locationsText: posting.opening.place,
      postedOn: postedWords(posting, served.today),
      bulletFields: [posting.opening.requisition],
    })),
    facets: [{ facetParameter: 'locationMainGroup', values: [locationFacet(served)] }],
    userAuthenticated: false,
  });
}

function detailOf({ board, postings, today }: ServedBoard, posting: SamplePosting) {
  const { opening } = posting;
  const country = { descriptor: 'United States of America', id: hexId('United States of America') };
  return {
    jobPostingInfo: {
      id: hexId(posting.key),
      title: posting.title,
      jobDescription: sectionsOf(posting).map(sectionHtml).join(''),
      location: opening.place,
      postedOn: postedWords(posting, today),
      startDate: posting.postedOn,
      ...(posting.closesOn !== undefined && { endDate: posting.closesOn }),
      timeType: opening.type === 'full_time' ? 'Full time' : 'Part time',
      jobReqId: opening.requisition,
      jobPostingId: workdayPath(posting).split('/').at(-1),
      jobPostingSiteId: board.options['site'],
      country,
      canApply: true,
      posted: true,
      includeResumeParsing: true,
      jobRequisitionLocation: { descriptor: opening.place, country: { ...country, alpha2Code: 'US' } },
      ...(opening.workplace && { remoteType: REMOTE_TYPES[opening.workplace] }),
      externalUrl: posting.url,
    },
    hiringOrganization: { name: `1${hexId(board.id, 3).replaceAll(/\D/g, '0')} ${posting.employer}`, url: '' },
    similarJobs: postings.slice(0, 2).map(({ title }) => ({ title })),
    userAuthenticated: false,
  };
}

function readBody(body: string): { readonly limit: number; readonly offset: number } {
  const value: unknown = body === '' ? {} : JSON.parse(body);
  const read = (name: string, fallback: number) =>
    typeof value === 'object' && value !== null && name in value ? Number(Reflect.get(value, name)) : fallback;
  return { limit: read('limit', PAGE_SIZE), offset: read('offset', 0) };
}

function postedWords({ postedOn }: SamplePosting, today: string): string {
  const days = daysBetween(postedOn, today);
  if (days <= 0) return 'Posted Today';
  if (days === 1) return 'Posted Yesterday';
  return days > 30 ? 'Posted 30+ Days Ago' : `Posted ${days} Days Ago`;
}

function locationFacet({ postings }: ServedBoard) {
  const counts = Map.groupBy(postings, ({ opening }) => opening.place);
  const values = [...counts].map(([place, all]) => ({ descriptor: place, id: hexId(place), count: all.length }));
  return { facetParameter: 'locations', descriptor: 'Locations', values };
}

/** The styled paragraphs of the vendor's editor. */
function sectionHtml({ heading, paragraphs = [], items = [], rows = [] }: Section): string {
  const cells = (row: readonly string[]) => row.map((text) => `<td><p>${escapeHtml(text)}</p></td>`).join('');
  return [
    ...(heading === undefined ? [] : [`<p style="text-align:left"><b>${escapeHtml(heading)}</b></p>`]),
    ...paragraphs.map((text) => `<p style="text-align:inherit">${escapeHtml(text)}</p>`),
    ...(items.length === 0 ? [] : [`<ul>${items.map((text) => `<li><p>${escapeHtml(text)}</p></li>`).join('')}</ul>`]),
    ...(rows.length === 0 ? [] : [`<table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`]),
    '<p style="text-align:inherit"></p>',
  ].join('');
}

const PAGE_SIZE = 20;
const REMOTE_TYPES = { remote: 'Remote', hybrid: 'Hybrid', onsite: 'On-site' };
