import { json, type SampleRequest, type Shape } from './answer.ts';
import { bodyHtml, only, payRange, type Section, sectionsOf, toHtml, toPlainText } from './text.ts';
import { leverId, type SamplePosting } from './world.ts';

/** Lever Postings API: `/v0/postings/{site}?mode=json&skip=&limit=`, a bare array, and one posting by its id. */
export const leverShape: Shape = (served, request) => {
  const base = `/v0/postings/${String(served.board.options['site'])}`;
  if (request.host !== 'api.lever.co' || !(request.path === base || request.path.startsWith(`${base}/`)))
    return undefined;
  const postings = served.postings.map(postingOf);
  if (request.path === base) return json(pageOf(postings, request));
  const posting = postings.find(({ id }) => request.path === `${base}/${id}`);
  return posting === undefined ? json({ ok: false, error: 'Document not found' }, 404) : json(posting);
};

function pageOf<T>(values: readonly T[], { query }: SampleRequest): readonly T[] {
  const skip = Number(query.get('skip') ?? 0);
  return values.slice(skip, skip + Number(query.get('limit') ?? values.length));
}

function postingOf(posting: SamplePosting) {
  const { opening, pay } = posting;
  const sections = sectionsOf(posting);
  const opened = only(sections, 'about');
  const body = only(sections, 'intro', 'terms');
  const additional = only(sections, 'benefits', 'eeo');
  const place = opening.place === 'Remote' ? 'Remote, United States' : opening.place;
  return {
    additionalPlain: toPlainText(additional),
    additional: toHtml(additional),
    categories: {
      commitment: COMMITMENTS[opening.type],
      department: opening.roleRow.department,
      location: place,
      team: opening.roleRow.department,
      allLocations: [place],
    },
    createdAt: Date.parse(`${posting.postedOn}T11:05:12Z`),
    descriptionPlain: toPlainText([...opened, ...body]),
    description: `${toHtml(opened)}<div><br></div>${toHtml(body)}`,
    id: leverId(posting.key),
    lists: only(sections, 'duties', 'requires', 'prefers').map(listOf),
    text: posting.title,
    country: 'US',
    workplaceType: opening.workplace === 'onsite' ? 'on-site' : (opening.workplace ?? 'unspecified'),
    opening: toHtml(opened),
    openingPlain: toPlainText(opened),
    descriptionBody: toHtml(body),
    descriptionBodyPlain: toPlainText(body),
    hostedUrl: posting.url,
    applyUrl: `${posting.url}/apply`,
    ...(pay && {
      salaryDescription: `<div>The pay for this role is ${payRange(pay)}.</div>`,
      salaryDescriptionPlain: `The pay for this role is ${payRange(pay)}.`,
      salaryRange: { currency: 'USD', interval: INTERVALS[pay.per], min: pay.min, max: pay.max },
    }),
  };
}

/** A heading and items without the `<ul>` around them. */
function listOf(section: Section) {
  return {
    text: section.heading ?? '',
    content: bodyHtml(section).replace('<ul>', '').replace('</ul>', '').replaceAll('<li>', '\n<li>'),
  };
}

const COMMITMENTS = {
  full_time: 'Full-time',
  part_time: 'Part-time',
  contract: 'Contract',
  temporary: 'Temporary',
  per_diem: 'Per Diem',
  internship: 'Internship',
  volunteer: 'Volunteer',
};

const INTERVALS = { hour: 'per-hour-wage', week: 'per-week-wage', year: 'per-year-salary' };
