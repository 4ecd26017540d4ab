import type { z } from 'zod';
import type { FeedOptions } from './schema.ts';

type Options = z.input<typeof FeedOptions>;

/** Options of a NEOGOV agency's feed; the agency's name must be given as the board's employer. */
export function neogovFeed(agency: string): Options {
  return {
    url: `https://www.governmentjobs.com/SearchEngine/JobsFeed?agency=${encodeURIComponent(agency)}`,
    complete: true,
    fields: {
      location: 'joblisting:location',
      region: 'joblisting:state',
      employmentTypes: 'joblisting:jobType',
      payMin: 'joblisting:minimumSalary',
      payMax: 'joblisting:maximumSalary',
      payCurrency: 'joblisting:salaryCurrency',
      payPeriod: 'joblisting:salaryInterval',
      closesAt: 'joblisting:advertiseToDateTimeUTC',
      department: 'joblisting:department',
      requisition: 'joblisting:jobNumberSingle',
    },
    // credentials stand in these, not in the description
    sections: {
      'joblisting:examplesofduties': 'Examples of duties',
      'joblisting:qualifications': 'Qualifications',
      'joblisting:supplementalinformation': 'Supplemental information',
    },
  };
}

/** Options of a Teamtailor career site, on Teamtailor's host or the employer's own; its name must be the board's employer. */
export function teamtailorFeed(host: string): Options {
  return { url: `https://${host}/jobs.json` };
}

/** Options of a feed of We Work Remotely: `remote-jobs`, `categories/remote-programming-jobs`. */
export function weWorkRemotelyFeed(path: string): Options {
  return {
    url: `https://weworkremotely.com/${path}.rss`,
    remote: true,
    titleForm: 'employer: title',
    fields: { remoteLimits: 'region', employmentTypes: 'type' },
  };
}

/** Options of a search on a YM Careers site; it ignores paging, hence the large page. */
export function ymCareersFeed(host: string, keywords: string): Options {
  return {
    url: `https://${host}/jobs/?display=rss&keywords=${encodeURIComponent(keywords)}&resultsPerPage=1000`,
    summaryForm: 'employer - location',
  };
}

/** Options for the address of a page of one of these sites, where the address alone tells which it is. */
export function detectFeed(url: URL): Options | undefined {
  const agency = /^\/careers\/([\w-]+)/.exec(url.pathname)?.[1];
  if (/(?:^|\.)governmentjobs\.com$/.test(url.hostname) && agency !== undefined) return neogovFeed(agency);
  if (url.hostname.endsWith('.teamtailor.com')) return teamtailorFeed(url.hostname);
  if (/^(?:www\.)?weworkremotely\.com$/.test(url.hostname)) {
    const category = /^\/(categories\/remote-[a-z0-9-]+?)(?:\.rss)?\/?$/.exec(url.pathname)?.[1];
    return weWorkRemotelyFeed(category ?? 'remote-jobs');
  }
  if (url.hostname.endsWith('.careerwebsite.com'))
    return ymCareersFeed(url.hostname, url.searchParams.get('keywords') ?? '');
  if (/^\/jobsrss\/?$/.test(url.pathname)) return madgexFeed(url.hostname, url.searchParams.get('keywords') ?? '');
  return undefined;
}

/** Options of a search on a Madgex site. */
function madgexFeed(host: string, keywords: string): Options {
  return { url: `https://${host}/jobsrss/?keywords=${encodeURIComponent(keywords)}`, titleForm: 'employer: title' };
}
