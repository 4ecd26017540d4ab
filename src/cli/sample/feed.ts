import { escapeHtml } from '../../sources/html.ts';
import { type ServedBoard, type Shape, xml } from './answer.ts';
import { only, payRange, sectionsOf, toHtml } from './text.ts';
import { postingNumber, type SamplePosting } from './world.ts';

/**
 * RSS of a career centre. `network` is the YM Careers / NAS engine (`display=rss`: title, and the employer in the
 * escaped description); `state` is the Madgex engine (`/jobsrss/`: `Employer: Job title`, links with tracking parts).
 */
export const feedShape: Shape = (served, { host, path, query }) => {
  const { board, postings } = served;
  if (host !== new URL(board.origin ?? '').hostname) return undefined;
  const network = board.shape === 'network';
  if (network ? path !== '/jobs/' || query.get('display') !== 'rss' : path !== '/jobsrss/') return undefined;
  const size = Number(query.get('resultsPerPage') ?? (network ? 25 : postings.length));
  const items = postings.slice(0, size).map((posting) => (network ? networkItem(posting) : stateItem(served, posting)));
  return xml(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">',
      '<channel>',
      `<title>${escapeHtml(board.name)}</title>`,
      `<link>${escapeHtml(board.pages ?? '')}/</link>`,
      '<description>Newest positions first</description>',
      '<language>en-us</language>',
      ...(network ? [] : [`<opensearch:totalResults>${postings.length}</opensearch:totalResults>`]),
      ...items,
      '</channel>',
      '</rss>',
      '',
    ].join('\n'),
  );
};

function networkItem(posting: SamplePosting): string {
  const { opening } = posting;
  const words = toHtml(sectionsOf(posting));
  const lead = `<p>${escapeHtml(`${posting.employer} - ${opening.place}`)}</p>`;
  const number = `<p>Requisition ID: ${escapeHtml(opening.requisition)}</p>`;
  return item(posting.title, posting.url, posting.url, posting.postedOn, `${lead}${words}${number}`);
}

function stateItem({ board }: ServedBoard, posting: SamplePosting): string {
  const { opening, pay } = posting;
  const sections = sectionsOf(posting);
  const facts = [
    `<p>Location: ${escapeHtml(opening.place)}</p>`,
    ...(pay ? [`<p>Salary: ${escapeHtml(payRange(pay))}</p>`] : []),
    `<p>Requisition: ${escapeHtml(opening.requisition)}</p>`,
  ];
  const shown = board.excerpt ? only(sections, 'intro', 'terms', 'requires', 'prefers') : sections;
  const guid = `${board.pages}/job/${postingNumber(board, posting.key)}/`;
  const title = `${posting.employer}: ${posting.title}`;
  return item(title, posting.url, guid, posting.postedOn, `${facts.join('')}${toHtml(shown)}`);
}

function item(title: string, link: string, guid: string, day: string, description: string): string {
  return [
    '<item>',
    `<title>${escapeHtml(title)}</title>`,
    `<link>${escapeHtml(link)}</link>`,
    `<guid isPermaLink="${link === guid}">${escapeHtml(guid)}</guid>`,
    `<pubDate>${new Date(`${day}T11:05:12Z`).toUTCString()}</pubDate>`,
    `<description>${escapeHtml(description)}</description>`,
    '</item>',
  ].join('');
}
