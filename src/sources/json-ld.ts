import type { Place } from '../model/place.ts';
import type { DraftPay } from '../model/posting.ts';
import { placeOf } from './address.ts';
import { type DraftParts, defined, filled } from './draft.ts';
import { readJsonLdBlocks } from './json-ld-blocks.ts';
import { isRecord } from './listing.ts';
import { type MarkupPart, readMarkup } from './markup.ts';
import { readMicrodata } from './microdata.ts';
import {
  statedAmount,
  statedCurrency,
  statedList,
  statedName,
  statedRemoteLimits,
  statedText,
  statedUrl,
} from './stated.ts';
import { notAfter, readStatedDate } from './stated-date.ts';
import { readWorkplaceField } from './workplace.ts';

/** A schema.org JobPosting as a site wrote it: every member may hold text, a number, an object or a list of these. */
export type JobPosting = Readonly<Record<string, unknown>>;

/**
 * Every schema.org JobPosting of a page, each once: from its JSON-LD blocks, else from its microdata. Never throws;
 * time is linear in the page. Members: developers.google.com/search/docs/appearance/structured-data/job-posting.
 */
export function extractJobPostings(html: string): JobPosting[] {
  const found = readJsonLdBlocks(html).flatMap(findJobPostings);
  const postings = found.length > 0 ? found : readMicrodata(html);
  return [...new Map(postings.map((posting) => [JSON.stringify(posting), posting])).values()];
}

/** Every JobPosting inside a JSON value: a list, `@graph` or `mainEntity` may hold it. */
export function findJobPostings(value: unknown): JobPosting[] {
  const found: JobPosting[] = [];
  collectPostings(value, 0, found);
  return found;
}

/**
 * The JobPosting that a detail page is about: the one that names the page as its address, else the longest, because
 * pages list related postings in short form.
 */
export function mainJobPosting(postings: readonly JobPosting[], pageUrl: string): JobPosting | undefined {
  const page = withoutQuery(pageUrl);
  const named = postings.find((posting) => withoutQuery(statedUrl(posting['url'], pageUrl)) === page);
  return named ?? [...postings].sort((a, b) => length(b) - length(a))[0];
}

/**
 * What a JobPosting says, in its own words. The address is its `url` when that lies on the page's site, else
 * `pageUrl`. A `datePosted` after `receivedAt` (ISO) is dropped.
 */
export function draftFromJobPosting(posting: JobPosting, pageUrl: string | undefined, receivedAt: string): DraftParts {
  const places = statedList(posting['jobLocation']).flatMap(placesOf);
  const telecommute = statedList(posting['jobLocationType']).some(
    (type) => readWorkplaceField(statedText(type)) === 'remote',
  );
  const remoteOnly =
    places.length > 0 && places.every((place) => readWorkplaceField(place.text.split(',')[0]) === 'remote');
  return defined({
    url: addressOf(posting, pageUrl),
    title: statedText(posting['title']) ?? statedText(posting['name']),
    employer: statedList(posting['hiringOrganization'])
      .map(statedName)
      .find((name) => name !== undefined),
    requisition: requisitionOf(posting['identifier']),
    places: filled(places),
    workplace: telecommute || remoteOnly ? 'remote' : undefined,
    remoteLimits: filled(
      statedRemoteLimits(
        statedList(posting['applicantLocationRequirements']).flatMap((area) => statedName(area) ?? []),
      ),
    ),
    employmentTypes: filled(employmentTypesOf(posting['employmentType'])),
    pay: filled(payOf(posting)),
    postedAt: notAfter(readStatedDate(posting['datePosted']), receivedAt),
    closesAt: readStatedDate(posting['validThrough']),
    occupationCode: occupationCodeOf(posting['occupationalCategory']),
    ...readMarkup(partsOf(posting)),
  });
}

const DEEPEST = 12;
const MOST_POSTINGS = 2_000;

function collectPostings(value: unknown, depth: number, found: JobPosting[]): void {
  if (depth > DEEPEST || found.length >= MOST_POSTINGS) return;
  if (Array.isArray(value)) {
    for (const item of value) collectPostings(item, depth + 1, found);
  } else if (isRecord(value)) {
    if (statedList(value['@type']).some(isJobPostingType)) found.push(value);
    else for (const member of ['@graph', 'mainEntity']) collectPostings(value[member], depth + 1, found);
  }
}

function isJobPostingType(type: unknown): boolean {
  return typeof type === 'string' && /(?:^|[/:#])JobPosting$/i.test(type);
}

function length(posting: JobPosting): number {
  return statedText(posting['description'])?.length ?? 0;
}

function withoutQuery(url: string | undefined): string | undefined {
  return url?.replace(/[?#].*$/, '').replace(/\/$/, '');
}

// `url` is the employer's home page on some boards, on another site or at its root
function addressOf(posting: JobPosting, pageUrl: string | undefined): string | undefined {
  const page = statedUrl(pageUrl);
  const own = statedUrl(posting['url']);
  if (own === undefined || page === undefined) return own ?? page;
  const ownUrl = new URL(own);
  const isRoot = ownUrl.pathname === '/' && ownUrl.search === '';
  return !isRoot && sameSite(ownUrl.hostname, new URL(page).hostname) ? own : page;
}

function sameSite(one: string, other: string): boolean {
  const [a, b] = [one.replace(/^www\./, ''), other.replace(/^www\./, '')];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

function requisitionOf(identifier: unknown): string | undefined {
  const values = statedList(identifier).map((entry) => statedText(isRecord(entry) ? entry['value'] : entry));
  return values.find((value) => value !== undefined && value.length <= 100 && !/^https?:/i.test(value));
}

function placesOf(location: unknown): Place[] {
  if (!isRecord(location)) return placeList({ text: statedText(location) });
  const addresses = statedList(location['address']);
  if (addresses.length === 0) return placeList({ text: statedText(location['name']) });
  return addresses.flatMap((address) =>
    isRecord(address)
      ? placeList({
          city: statedText(address['addressLocality']),
          region: statedName(address['addressRegion']),
          country: statedName(address['addressCountry']),
          postalCode: statedText(address['postalCode']),
        })
      : placeList({ text: statedText(address) }),
  );
}

function placeList(address: Parameters<typeof placeOf>[0]): Place[] {
  const place = placeOf(address);
  return place === undefined ? [] : [place];
}

function employmentTypesOf(value: unknown): string[] {
  const words = statedList(value).flatMap((type) => (statedText(type) ?? '').split(','));
  return [...new Set(words.map((word) => word.trim()))].filter((word) => word !== '' && !/^other$/i.test(word));
}

function payOf(posting: JobPosting): DraftPay[] {
  const currency = statedCurrency(posting['salaryCurrency']);
  const stated = statedList(posting['baseSalary']).flatMap((value) => payFrom(value, currency));
  const estimated = statedList(posting['estimatedSalary']).flatMap((value) => payFrom(value, currency));
  return [...stated, ...estimated.map((pay) => ({ ...pay, estimated: true }))];
}

function payFrom(value: unknown, currencyBeside: string | undefined): DraftPay[] {
  if (!isRecord(value)) return payRange(value, {}, {}, currencyBeside);
  const quantities = statedList(value['value']);
  return (quantities.length === 0 ? [value] : quantities).flatMap((quantity) =>
    isRecord(quantity)
      ? payRange(quantity['value'], quantity, value, currencyBeside)
      : payRange(quantity, value, value, currencyBeside),
  );
}

function payRange(
  single: unknown,
  range: JobPosting,
  around: JobPosting,
  currencyBeside: string | undefined,
): DraftPay[] {
  const exact = statedAmount(single);
  const min = statedAmount(range['minValue']) ?? exact;
  const max = statedAmount(range['maxValue']) ?? (min === exact ? exact : undefined);
  const text = exact === undefined && typeof single === 'string' ? statedText(single) : undefined;
  if (min === undefined && max === undefined && (text === undefined || /^0+(?:\.0+)?$/.test(text))) return [];
  const currency = statedCurrency(around['currency']) ?? statedCurrency(range['currency']) ?? currencyBeside;
  const period = statedText(range['unitText']) ?? statedText(around['unitText']);
  return [defined({ text, min, max, currency, period })];
}

// an O*NET-SOC or SOC code stands alone or before the name of the occupation
function occupationCodeOf(value: unknown): string | undefined {
  const words = statedList(value).map((category) => statedText(isRecord(category) ? category['codeValue'] : category));
  const code = words
    .map((word) => /\b\d\d-\d{4}(?:\.\d\d)?\b/.exec(word ?? '')?.[0])
    .find((found) => found !== undefined);
  return code === undefined ? undefined : `onet-soc:${code}`;
}

function partsOf(posting: JobPosting): MarkupPart[] {
  const description = textOf(posting['description']);
  const more = SECTIONS.map(([member, heading]) => ({ heading, text: sectionText(posting[member]) }));
  // some sites repeat a part of the description in the member that is meant for it
  return [{ text: description }, ...more.filter(({ text }) => text !== '' && !description.includes(text))];
}

const SECTIONS = [
  ['responsibilities', 'Responsibilities'],
  ['qualifications', 'Qualifications'],
  ['skills', 'Skills'],
  ['educationRequirements', 'Education'],
  ['experienceRequirements', 'Experience'],
  ['jobBenefits', 'Benefits'],
] as const;

function sectionText(value: unknown): string {
  const texts = statedList(value).map((entry) => {
    if (!isRecord(entry)) return statedText(entry) === undefined ? '' : textOf(entry);
    const months = statedAmount(entry['monthsOfExperience']);
    if (months !== undefined) return `${months} months of experience`;
    return (
      statedText(entry['credentialCategory']) ?? statedText(entry['description']) ?? statedText(entry['name']) ?? ''
    );
  });
  return texts.filter((text) => text !== '').join('\n');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
