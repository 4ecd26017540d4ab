import type { Place } from '../../model/place.ts';
import type { DraftPay, PostingDraft } from '../../model/posting.ts';
import type { AlertPosting } from '../alert-posting.ts';
import { type DraftParts, defined, filled, finishDraft } from '../draft.ts';
import { draftFromJobPosting } from '../json-ld.ts';
import { readRawItem } from '../listing.ts';
import { readMarkup } from '../markup.ts';
import type { RawPosting } from '../source.ts';
import { statedList, statedRemoteLimits, statedText, statedUrl } from '../stated.ts';
import { notAfter, readStatedDate } from '../stated-date.ts';
import { readWebPage } from '../web-page.ts';
import { type FolderOptions, PlainPosting, StoredItem } from './schema.ts';

/** An item of an own file as a draft. Throws `changed`, naming the file and what is missing in it. */
export function parseOwnPosting(raw: RawPosting<FolderOptions>): PostingDraft {
  return finishDraft(raw.externalId, partsOf(raw), raw.board.employer);
}

function partsOf(raw: RawPosting<FolderOptions>): DraftParts {
  if (raw.format === 'html') return fromPage(raw.body);
  const item = readRawItem(raw, StoredItem);
  if ('alert' in item) return fromAlert(item.alert);
  if ('jobPosting' in item) return draftFromJobPosting(item.jobPosting, item.url, raw.fetchedAt);
  return fromPlain(readRawItem({ ...raw, body: JSON.stringify(item.posting) }, PlainPosting), raw.fetchedAt);
}

function fromPage(html: string): DraftParts {
  const page = readWebPage(html);
  return defined({
    url: page.url,
    title: page.title,
    employer: page.siteName,
    ...readMarkup([{ text: page.content }]),
  });
}

function fromAlert(alert: AlertPosting): DraftParts {
  const { url, title, employer, place, workplace, pay, payEstimated, employmentType } = alert;
  return defined({
    url,
    title,
    employer,
    places: place === undefined ? undefined : [{ text: place }],
    workplace,
    employmentTypes: employmentType === undefined ? undefined : [employmentType],
    pay: pay === undefined ? undefined : [{ text: pay, ...(payEstimated === true ? { estimated: true } : {}) }],
  });
}

function fromPlain(posting: PlainPosting, receivedAt: string): DraftParts {
  const listed = (value: unknown) => statedList(value).flatMap((one) => statedText(one) ?? []);
  return defined({
    url: statedUrl(posting.url),
    title: statedText(posting.title),
    employer: statedText(posting.employer),
    applyUrl: statedUrl(posting.applyUrl),
    requisition: statedText(posting.requisition),
    places: filled(placesOf(posting.places)),
    workplace: posting.workplace ?? undefined,
    remoteLimits: filled(statedRemoteLimits(listed(posting.remoteLimits))),
    employmentTypes: filled(listed(posting.employmentTypes)),
    pay: filled(payOf(posting.pay)),
    postedAt: notAfter(readStatedDate(posting.postedAt), receivedAt),
    closesAt: readStatedDate(posting.closesAt),
    department: statedText(posting.department),
    occupationCode: statedText(posting.occupationCode),
    language: statedText(posting.language),
    ...readMarkup([{ text: posting.description ?? '' }]),
  });
}

function placesOf(places: PlainPosting['places']): Place[] {
  const all = typeof places === 'string' ? [places] : (places ?? []);
  return all
    .map((place) => (typeof place === 'string' ? { text: place.trim() } : place))
    .filter(({ text }) => text !== '');
}

function payOf(pay: PlainPosting['pay']): DraftPay[] {
  if (pay === null || pay === undefined) return [];
  if (typeof pay === 'string') return statedText(pay) === undefined ? [] : [{ text: pay.trim() }];
  return Array.isArray(pay) ? pay : [pay];
}
