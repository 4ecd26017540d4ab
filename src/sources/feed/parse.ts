import type { Place } from '../../model/place.ts';
import type { DraftPay, PostingDraft } from '../../model/posting.ts';
import { placeOf } from '../address.ts';
import { type DraftParts, defined, filled, finishDraft } from '../draft.ts';
import { elementsNamed, type FeedItem, readFeedItem, textsNamed } from '../feed.ts';
import { draftFromJobPosting } from '../json-ld.ts';
import { decodeEntities, readMarkup } from '../markup.ts';
import type { RawPosting } from '../source.ts';
import { statedAmount, statedCurrency, statedRemoteLimits, statedText, statedUrl } from '../stated.ts';
import { notAfter, readStatedDate } from '../stated-date.ts';
import { readWorkplaceField } from '../workplace.ts';
import type { FeedOptions } from './schema.ts';

/**
 * An item of a feed as a draft: what its elements say by the board's options, over what its `_jobposting` says.
 * Throws `changed` when it names no employer and neither does the board.
 */
export function parseFeedPosting(raw: RawPosting<FeedOptions>): PostingDraft {
  const item = readFeedItem({ format: raw.format === 'json' ? 'json' : 'xml', body: raw.body });
  const { options } = raw.board;
  const posting = item.jobPosting === undefined ? {} : draftFromJobPosting(item.jobPosting, item.url, raw.fetchedAt);
  const parts = { ...posting, ...partsOf(item, options, raw.fetchedAt) };
  return finishDraft(raw.externalId, parts, raw.board.employer);
}

function partsOf(item: FeedItem, options: FeedOptions, receivedAt: string): DraftParts {
  const field = (name: keyof FeedOptions['fields']) => texts(item, options.fields[name]);
  const title = splitTitle(statedText(item.title), options.titleForm);
  const summary = options.summaryForm === 'text' ? {} : splitSummary(item.content ?? '');
  const places = placesOf(item, options, summary.location);
  const onlyRemote = places.length > 0 && places.every((place) => readWorkplaceField(place.text) === 'remote');
  return defined({
    url: item.url,
    title: title.title,
    employer: field('employer')[0] ?? title.employer ?? summary.employer,
    applyUrl: statedUrl(field('applyUrl')[0]),
    requisition: field('requisition')[0],
    places: filled(places),
    workplace: options.remote || onlyRemote ? 'remote' : workplaceOf(field('workplace')[0]),
    remoteLimits: filled(statedRemoteLimits(field('remoteLimits'))),
    employmentTypes: filled([...new Set(field('employmentTypes'))]),
    pay: filled(payOf(field)),
    postedAt: notAfter(dateOf(item, options.fields.postedAt) ?? readStatedDate(item.published), receivedAt),
    closesAt: soonEnough(dateOf(item, options.fields.closesAt), receivedAt),
    department: field('department')[0],
    ...readMarkup([
      { text: item.content ?? '' },
      ...Object.entries(options.sections).map(([element, heading]) => ({
        heading,
        text: textsNamed(item.element, element).join('\n'),
      })),
    ]),
  });
}

function texts(item: Pick<FeedItem, 'element'>, element: string | undefined): string[] {
  return element === undefined ? [] : textsNamed(item.element, element).flatMap((text) => statedText(text) ?? []);
}

interface TitleParts {
  readonly title?: string | undefined;
  readonly employer?: string | undefined;
}

/** A title that lacks the separator is taken whole: some items of such feeds name no employer. */
function splitTitle(title: string | undefined, form: FeedOptions['titleForm']): TitleParts {
  if (title === undefined || form === 'title') return { title };
  if (form === 'employer: title') {
    const [employer, rest] = splitAt(title, title.indexOf(': '), 2);
    return rest === undefined ? { title } : { title: rest, employer };
  }
  const separator = form === 'title at employer' ? ' at ' : ' - ';
  const [rest, employer] = splitAt(title, title.lastIndexOf(separator), separator.length);
  return employer === undefined ? { title } : { title: rest, employer };
}

function splitSummary(content: string): { readonly employer?: string; readonly location?: string } {
  const plain = decodeEntities(content.slice(0, 2_000).replace(/<[^<>]*>/g, '\n'));
  const line =
    plain
      .split('\n')
      .find((one) => one.trim() !== '')
      ?.trim() ?? '';
  const [employer, location] = splitAt(line, line.lastIndexOf(' - '), 3);
  return employer === undefined || location === undefined || line.length > 200 ? {} : { employer, location };
}

function splitAt(text: string, at: number, width: number): [string, string] | [undefined, undefined] {
  const [before, after] = [text.slice(0, at).trim(), text.slice(at + width).trim()];
  return at <= 0 || before === '' || after === '' ? [undefined, undefined] : [before, after];
}

function placesOf(item: FeedItem, options: FeedOptions, location: string | undefined): Place[] {
  const { fields } = options;
  const holders = fields.place === undefined ? [item.element] : elementsNamed(item.element, fields.place);
  return holders.flatMap((element) => {
    const part = (name: string | undefined) => texts({ element }, name)[0];
    const place = placeOf({
      text: part(fields.location) ?? location,
      city: part(fields.city),
      region: part(fields.region),
      country: part(fields.country),
      postalCode: part(fields.postalCode),
    });
    return place ?? [];
  });
}

// `fully` is Teamtailor's word; its `none` and `temporary` say nothing that is certain
function workplaceOf(word: string | undefined) {
  return word?.toLowerCase() === 'fully' ? 'remote' : readWorkplaceField(word);
}

function payOf(field: (name: keyof FeedOptions['fields']) => string[]): DraftPay[] {
  const min = statedAmount(field('payMin')[0]);
  const max = statedAmount(field('payMax')[0]);
  const text = field('payText')[0];
  if (min === undefined && max === undefined) return text === undefined ? [] : [{ text }];
  return [
    defined({ text, min, max, currency: statedCurrency(field('payCurrency')[0]), period: field('payPeriod')[0] }),
  ];
}

function dateOf(item: FeedItem, element: string | undefined): string | undefined {
  const zoneless = element?.endsWith('UTC') === true ? 'utc' : 'day';
  return readStatedDate(texts(item, element)[0], zoneless);
}

const YEARS_AHEAD = 3;

// public agencies give postings that stay open until filled ("Continuous") an end many years away: that is no date
function soonEnough(date: string | undefined, receivedAt: string): string | undefined {
  const limit = Number(receivedAt.slice(0, 4)) + YEARS_AHEAD;
  return date !== undefined && Number(date.slice(0, 4)) <= limit ? date : undefined;
}
