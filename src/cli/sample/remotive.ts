import { json, type Shape } from './answer.ts';
import { payRange, sectionsOf, toHtml } from './text.ts';
import { postingNumber, type SamplePosting } from './world.ts';

/** Remotive's public list, `/api/remote-jobs`: no pages; knows `search` and `limit`. */
export const remotiveShape: Shape = ({ board, postings }, { host, path, query }) => {
  if (host !== 'remotive.com' || path !== '/api/remote-jobs') return undefined;
  const search = query.get('search')?.toLowerCase() ?? '';
  const jobs = postings
    .map((posting) => jobOf(board.id, posting))
    .filter((job) => `${job.title} ${job.company_name} ${job.description}`.toLowerCase().includes(search));
  const given = jobs.slice(0, Number(query.get('limit') ?? jobs.length));
  return json({
    '00-warning': 'Sample data of an invented world.',
    '0-legal-notice': 'Please link back to the page of each job and name the board as its source.',
    'job-count': given.length,
    'total-job-count': jobs.length,
    jobs: given,
  });
};

function jobOf(boardId: string, posting: SamplePosting) {
  const { opening, pay } = posting;
  const id = postingNumber({ id: boardId }, posting.key);
  return {
    id,
    url: posting.url,
    title: posting.title,
    company_name: posting.employer,
    company_logo: `${new URL(posting.url).origin}/job/${id}/logo`,
    category: opening.role === 'software' ? 'Software Development' : 'All others',
    // blanks at the end of tags occur on the real board
    tags: ['healthcare', `${opening.roleRow.department.toLowerCase()} `],
    job_type: TYPES[opening.type],
    publication_date: `${posting.postedOn}T10:41:07`,
    candidate_required_location: regionsOf(opening.states),
    salary: pay ? payRange(pay) : '',
    description: toHtml(sectionsOf(posting)),
    company_logo_url: `${new URL(posting.url).origin}/job/${id}/logo`,
  };
}

function regionsOf(states: readonly string[]): string {
  const countries = [states.includes('CA') && states.includes('US') ? 'Canada' : ''].filter(Boolean);
  return ['USA', ...countries].join(', ');
}

const TYPES = {
  full_time: 'full_time',
  part_time: 'part_time',
  contract: 'contract',
  temporary: 'contract',
  per_diem: 'other',
  internship: 'internship',
  volunteer: 'other',
};
