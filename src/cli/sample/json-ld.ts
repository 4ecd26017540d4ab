import { escapeHtml } from '../../sources/html.ts';
import { html, type SampleAnswer, type SampleRequest, type ServedBoard, type Shape, xml } from './answer.ts';
import { stateName } from './states.ts';
import { sectionsOf, toHtml } from './text.ts';
import type { SamplePosting } from './world.ts';

/**
 * A site of HTML pages with schema.org JobPosting in them. `sitemap` sites name their pages in `/sitemap.xml`, `list`
 * sites link them from `/search`, 20 on a page.
 */
export const jsonLdShape: Shape = (served, request) => {
  const { board, postings } = served;
  if (request.host !== new URL(board.origin ?? '').hostname) return undefined;
  if (board.shape === 'sitemap' && request.path === '/sitemap.xml') return sitemap(served);
  if (board.shape === 'list' && request.path === '/search') return searchPage(served, request);
  const posting = postings.find(({ url }) => new URL(url).pathname === request.path);
  return posting && html(detailPage(posting));
};

function sitemap({ board, postings }: ServedBoard): SampleAnswer {
  const pages = postings.map(({ url, postedOn }) => {
    return `<url><loc>${escapeHtml(url)}</loc><lastmod>${postedOn}</lastmod></url>`;
  });
  return xml(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
      `<url><loc>${board.pages}/about</loc></url>`,
      ...pages,
      '</urlset>',
      '',
    ].join('\n'),
  );
}

function searchPage({ board, postings }: ServedBoard, { query }: SampleRequest): SampleAnswer {
  const page = Number(query.get('page') ?? 1);
  const shown = postings.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const cards = shown.map(
    ({ url, title, employer, opening }) =>
      `<li class="job-card"><a href="${new URL(url).pathname}">${escapeHtml(title)}</a>` +
      `<span>${escapeHtml(employer)}</span> <span>${escapeHtml(opening.place)}</span></li>`,
  );
  const others = new URLSearchParams(query);
  others.set('page', String(page + 1));
  const next =
    page * PAGE_SIZE < postings.length ? `<a rel="next" href="/search?${escapeHtml(String(others))}">Next</a>` : '';
  return html(
    `${head(board.name)}<body><h1>${escapeHtml(board.name)}</h1><p>${postings.length} jobs</p>` +
      `<ul>${cards.join('\n')}</ul><nav>${next}</nav><footer><a href="/about">About us</a></footer></body></html>\n`,
  );
}

function detailPage(posting: SamplePosting): string {
  const words = toHtml(sectionsOf(posting));
  // "</" would end the script element
  const data = JSON.stringify(jobPosting(posting, words)).replaceAll('</', '<\\/');
  return (
    `${head(`${posting.title} | ${posting.employer}`)}<body>` +
    '<script type="application/ld+json">{"@context":"https://schema.org","@type":"BreadcrumbList","itemListElement":[]}</script>' +
    `<script type="application/ld+json">${data}</script>` +
    `<main><h1>${escapeHtml(posting.title)}</h1><p>${escapeHtml(posting.employer)}, ${escapeHtml(posting.opening.place)}</p>` +
    `${words}<a href="${escapeHtml(posting.url)}/apply">Apply</a></main></body></html>\n`
  );
}

function jobPosting(posting: SamplePosting, description: string) {
  const { opening, pay, url } = posting;
  const [city = '', region] = opening.place.split(', ');
  return {
    '@context': 'https://schema.org/',
    '@type': 'JobPosting',
    title: posting.title,
    description,
    url,
    datePosted: posting.postedOn,
    ...(posting.closesOn !== undefined && { validThrough: `${posting.closesOn}T23:59:00-05:00` }),
    identifier: { '@type': 'PropertyValue', name: posting.employer, value: opening.requisition },
    hiringOrganization: {
      '@type': 'Organization',
      name: posting.employer,
      sameAs: `https://www.${opening.employer.domain}`,
    },
    employmentType: TYPES[opening.type],
    industry: 'Hospitals and Health Care',
    directApply: false,
    ...(region !== undefined && {
      jobLocation: {
        '@type': 'Place',
        address: {
          '@type': 'PostalAddress',
          addressLocality: city,
          addressRegion: region,
          addressCountry: 'US',
        },
      },
    }),
    ...(opening.workplace === 'remote' && {
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: opening.states.map(areaOf),
    }),
    ...(pay && {
      baseSalary: {
        '@type': 'MonetaryAmount',
        currency: 'USD',
        value: {
          '@type': 'QuantitativeValue',
          minValue: pay.min,
          maxValue: pay.max,
          unitText: pay.per.toUpperCase(),
        },
      },
    }),
  };
}

function areaOf(code: string) {
  return code === 'US' ? { '@type': 'Country', name: 'US' } : { '@type': 'State', name: stateName(code) };
}

function head(title: string): string {
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>`;
}

const PAGE_SIZE = 20;

const TYPES = {
  full_time: 'FULL_TIME',
  part_time: 'PART_TIME',
  contract: 'CONTRACTOR',
  temporary: 'TEMPORARY',
  per_diem: 'PER_DIEM',
  internship: 'INTERN',
  volunteer: 'VOLUNTEER',
};
