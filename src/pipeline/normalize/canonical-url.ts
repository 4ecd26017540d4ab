/**
 * Query parameters that only say how a reader came to the page; each with its reason. Never a generic name
 * (`id`, `v`, `location`, `gh_jid`): on some site it names the posting.
 */
const TRACKING: readonly (readonly [RegExp, string])[] = [
  [/^utm_/, 'campaign tags of web analytics'],
  [/^(?:gclid|gbraid|wbraid|dclid|gad_source|gad_campaignid)$/, 'click ids of Google advertising'],
  [/^(?:fbclid|igshid)$/, 'click ids of Facebook and Instagram'],
  [/^(?:msclkid|ttclid|twclid|li_fat_id|yclid)$/, 'click ids of other advertising networks'],
  [/^(?:mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|vero_id)$/, 'mail campaign ids'],
  [/^_ga$|^_gl$/, 'analytics session'],
  [/^gh_src$/, 'Greenhouse: where the applicant came from'],
  [/^lever-(?:source|origin|via)(?:\[\])?$/, 'Lever: where the applicant came from'],
  [/^ashby_(?:src|source)$|^utm$/, 'Ashby: where the applicant came from'],
  [/^(?:trk|trackingid|refid|lipi|trkinfo|ebp|originaltrackingid)$/, 'LinkedIn page tracking'],
  [/^(?:jobpipeline|jvsource|jvi_src)$/, 'Jobvite and aggregator pipelines'],
  [/^(?:iis|iisn)$/, 'iCIMS: name of the referring site'],
  [
    /^(?:sourcetype|rx_(?:campaign|ch|group|job|medium|r|source|ts|vp|viewer|a|c|p)|src_(?:medium|campaign))$/,
    'Recruitics and similar media tags',
  ],
  [/^(?:jobboardsource|job_board_source|feedid|pubid_src)$/, 'name of the board that lists the page'],
];
/** Parameters that are tracking only with one of these values. */
const TRACKING_VALUES: Readonly<Record<string, RegExp>> = {
  source:
    /^(?:google(?:jobs|_jobs)?|indeed|linkedin|glassdoor|ziprecruiter|simplyhired|talent\.com|appcast|jooble|adzuna|monster|careerbuilder)$/i,
  src: /^(?:google(?:jobs)?|indeed|linkedin|glassdoor|ziprecruiter|js-\d+|jb-\d+)$/i,
  ref: /^(?:google(?:jobs)?|indeed|linkedin|glassdoor|ziprecruiter|remotive|remoteok|weworkremotely|twitter|facebook)$/i,
};

/**
 * The address of a page in one spelling, equal for two copies of one page: scheme and host in small letters, no
 * default port, no fragment that is a mere anchor, no tracking parameters, the rest in its own order. Returns
 * the words as given when they are no http address.
 */
export function canonicalUrl(address: string): string {
  const url = URL.parse(address.trim());
  if (url === null || !/^https?:$/.test(url.protocol)) return address.trim();
  // "#/job/123" and "#!job" are pages of an application, an ordinary fragment is a place in the page.
  if (!/^#[!/]/.test(url.hash)) url.hash = '';
  const kept = [...url.searchParams].filter(([name, value]) => !isTracking(name, value));
  if (kept.length !== url.searchParams.size) url.search = new URLSearchParams(kept).toString();
  if (url.search === '') url.search = '';
  url.username = '';
  url.password = '';
  if (url.pathname.length > 1 && url.pathname.endsWith('/')) url.pathname = url.pathname.slice(0, -1);
  return url.href;
}

function isTracking(name: string, value: string): boolean {
  const folded = name.toLowerCase();
  if (TRACKING.some(([pattern]) => pattern.test(folded))) return true;
  const values = Object.hasOwn(TRACKING_VALUES, folded) ? TRACKING_VALUES[folded] : undefined;
  return values?.test(value) ?? false;
}
