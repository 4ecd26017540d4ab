import { escapeHtml } from '../../sources/html.ts';
import { json, numberId, type ServedBoard, type Shape } from './answer.ts';
import { except, only, sectionsOf, toHtml } from './text.ts';
import { postingNumber, type SamplePosting } from './world.ts';

/** Greenhouse Job Board API: `/v1/boards/{token}/jobs?content=true`, and one job by its id. */
export const greenhouseShape: Shape = (served, { host, path, query }) => {
  const base = `/v1/boards/${String(served.board.options['token'])}`;
  if (host !== 'boards-api.greenhouse.io' || !(path === base || path.startsWith(`${base}/`))) return undefined;
  if (path === base) return json({ name: served.board.name, content: '' });
  const jobs = served.postings.map((posting) => jobOf(served, posting));
  if (path === `${base}/jobs`) {
    const listed = query.get('content') === 'true' ? jobs : jobs.map(withoutContent);
    return json({ jobs: listed, meta: { total: jobs.length } });
  }
  const job = jobs.find(({ id }) => path === `${base}/jobs/${id}`);
  return job === undefined ? json({ status: 404, error: 'Job not found' }, 404) : json(job);
};

function jobOf({ board, today }: ServedBoard, posting: SamplePosting) {
  const { opening } = posting;
  const office = { id: numberId(opening.place, 7), name: opening.place.split(',')[0], location: opening.place };
  return {
    absolute_url: posting.url,
    data_compliance: [
      {
        type: 'gdpr',
        requires_consent: false,
        requires_processing_consent: false,
        requires_retention_consent: false,
        retention_period: null,
        demographic_data_consent_applies: false,
      },
    ],
    // two posts of one requisition share it
    internal_job_id: numberId(opening.id, 7),
    location: { name: opening.place === 'Remote' ? remoteName(opening.states) : opening.place },
    metadata: [
      { id: 4011, name: 'Employment Type', value: TYPES[opening.type], value_type: 'single_select' },
      { id: 4012, name: 'Workplace Type', value: WORKPLACES[opening.workplace ?? 'none'], value_type: 'single_select' },
    ],
    id: postingNumber(board, posting.key),
    // the board is touched in bulk every night
    updated_at: `${today}T02:15:00-05:00`,
    requisition_id: opening.requisition,
    title: posting.title,
    company_name: posting.employer,
    first_published: `${posting.postedOn}T06:05:12-05:00`,
    language: 'en',
    application_deadline: posting.closesOn === undefined ? null : `${posting.closesOn}T23:59:00-05:00`,
    content: escapeHtml(contentOf(posting)),
    departments: [
      { id: numberId(opening.roleRow.department, 7), name: opening.roleRow.department, child_ids: [], parent_id: null },
    ],
    offices: opening.place === 'Remote' ? [] : [{ ...office, child_ids: [], parent_id: null }],
    ai_disclaimer: null,
    include_ai_disclaimer: null,
    ai_opt_out_request_url: null,
  };
}

/** The post's HTML with the board's own blocks around it, before it is escaped once. */
function contentOf(posting: SamplePosting): string {
  const sections = sectionsOf(posting);
  const pay = toHtml(only(sections, 'pay'));
  return [
    `<div class="content-intro">${toHtml(only(sections, 'about'))}</div>`,
    toHtml(except(sections, 'about', 'pay', 'eeo')),
    ...(pay === '' ? [] : [`<div class="content-pay-transparency"><div class="pay-input">${pay}</div></div>`]),
    `<div class="content-conclusion">${toHtml(only(sections, 'eeo'))}</div>`,
  ].join('');
}

function remoteName(states: readonly string[]): string {
  return states.length === 0 || states.includes('US')
    ? 'Remote - US'
    : states.map((code) => `Remote - ${code}`).join('; ');
}

function withoutContent(job: ReturnType<typeof jobOf>): object {
  const { content: _content, departments: _departments, offices: _offices, ...rest } = job;
  return rest;
}

const TYPES = {
  full_time: 'Regular Full-Time',
  part_time: 'Regular Part-Time',
  contract: 'Contract',
  temporary: 'Temporary',
  per_diem: 'Per Diem',
  internship: 'Internship',
  volunteer: 'Volunteer',
};

const WORKPLACES = { remote: 'Remote', hybrid: 'Hybrid', onsite: 'On-site', none: null };
