import type { Gazetteer } from '../../model/gazetteer.ts';
import type { Pay } from '../../model/pay.ts';
import type { Place } from '../../model/place.ts';
import type { DraftPay, Origin, Posting, PostingDraft } from '../../model/posting.ts';
import type { Reading } from '../../model/reading.ts';
import { areaCode } from './areas.ts';
import { canonicalUrl } from './canonical-url.ts';
import { cleanText } from './clean-text.ts';
import { familyOf } from './employer-family.ts';
import { employmentTypeOf } from './employment.ts';
import { employerKey, titleKey } from './keys.ts';
import type { Knowledge } from './knowledge.ts';
import { locate } from './locate.ts';
import { occupationOf } from './occupation.ts';
import { periodOf } from './pay.ts';
import { parsePlaces } from './places.ts';
import { readPosting } from './read-posting.ts';

/** Words of a field that stand for "not said". */
const UNSAID = /^(?:\s*|n\/?a|none|null|not displayed|unknown|unspecified|-+)$/i;

/**
 * Turns a source's draft into a posting: its structured fields come first, what the text says fills the gaps and
 * never overwrites. Pure; it never throws on a draft that passed its schema.
 */
export function normalizeDraft(
  draft: PostingDraft,
  board: { id: string; origin: Origin },
  knowledge: Knowledge,
): Posting {
  const title = oneLine(draft.title);
  const employer = oneLine(draft.employer);
  const text = cleanText(draft.description ?? '', draft.descriptionFormat ?? 'text');
  const places = (draft.places ?? []).flatMap((place) => completePlace(place, knowledge.gazetteer));
  const { postedAt } = draft;
  const words = { title, text, places, employer, ...(postedAt === undefined ? {} : { postedAt }) };
  const reading: Reading = {
    ...withFields(draft, readPosting(words, knowledge.credentials)),
    occupation: occupationOf(title, knowledge.occupations, draft.occupationCode),
    employerFamily: familyOf(employer, knowledge.families),
  };
  const closesAt = draft.closesAt ?? reading.closesOn?.date;
  return {
    boardId: board.id,
    externalId: draft.externalId,
    origin: board.origin,
    url: draft.url,
    canonicalUrl: canonicalUrl(draft.url),
    ...(draft.applyUrl === undefined ? {} : { applyUrl: draft.applyUrl }),
    title,
    titleKey: titleKey(title),
    employer,
    employerKey: employerKey(employer),
    ...(draft.requisition === undefined || UNSAID.test(draft.requisition)
      ? {}
      : { requisition: draft.requisition.trim() }),
    places,
    ...(draft.postedAt === undefined ? {} : { postedAt: draft.postedAt }),
    ...(closesAt === undefined ? {} : { closesAt }),
    text,
    reading,
  };
}

function oneLine(words: string): string {
  return cleanText(words, 'text').replace(/\s+/g, ' ').trim() || words.trim();
}

/** A place whose members the source names stays; one of words alone is read, and may turn out to be several. */
function completePlace(place: Place, gazetteer: Gazetteer): Place[] {
  if (place.city !== undefined) return [locate(place, gazetteer)];
  if (UNSAID.test(place.text)) return [];
  // Some sources state the country alone, beside words that say more; what they state wins.
  const { country } = place;
  const read = parsePlaces(place.text, country).map((one) => ({ ...one, ...stated(place) }));
  return read.map((one) => locate(one, gazetteer));
}

/** The members that the source itself states. */
function stated({ region, country, postalCode }: Place): Partial<Place> {
  return {
    ...(region === undefined ? {} : { region }),
    ...(country === undefined ? {} : { country }),
    ...(postalCode === undefined ? {} : { postalCode }),
  };
}

function withFields(draft: PostingDraft, read: Reading): Reading {
  const pay = (draft.pay ?? []).flatMap((one) => fieldPay(one) ?? []);
  const types = [...new Set((draft.employmentTypes ?? []).flatMap((words) => employmentTypeOf(words) ?? []))];
  const areas = [...new Set((draft.remoteLimits ?? []).flatMap(areasOf))];
  return {
    ...read,
    // Every figure the employer states counts before a board's own guess.
    pay: pay.some((one) => one.provenance === 'field') ? pay : [...read.pay, ...pay],
    employmentTypes: types.length > 0 ? types.map((type) => ({ type })) : read.employmentTypes,
    workplace:
      draft.workplace === undefined || draft.workplace === read.workplace?.mode
        ? read.workplace
        : { mode: draft.workplace },
    remoteLimits: areas.length > 0 ? areas.map((area) => ({ area })) : read.remoteLimits,
    language:
      draft.language === undefined
        ? read.language
        : (/^[a-z]{2}(?![a-z])/i.exec(draft.language)?.[0].toLowerCase() ?? read.language),
  };
}

function fieldPay(pay: DraftPay): Pay | undefined {
  // A zero is a field that nobody filled in.
  const min = pay.min === undefined || pay.min === 0 ? undefined : pay.min;
  const max = pay.max === undefined || pay.max === 0 ? undefined : pay.max;
  if (min === undefined && max === undefined) return undefined;
  const period = periodOf(pay.period) ?? periodOf(pay.text);
  const swapped = min !== undefined && max !== undefined && min > max;
  const currency = pay.currency?.trim().toUpperCase();
  return {
    ...(min === undefined ? {} : { min: swapped ? (max ?? min) : min }),
    ...(max === undefined ? {} : { max: swapped ? (min ?? max) : max }),
    ...(currency !== undefined && /^[A-Z]{3}$/.test(currency) ? { currency } : {}),
    ...(period === undefined ? {} : { period }),
    provenance: pay.estimated === true ? 'estimate' : 'field',
  };
}

/** "United States only", "US-OH", "Ohio, Texas", "Worldwide" (no limit). */
function areasOf(words: string): string[] {
  const coded = /^([A-Z]{2})-([A-Z]{2})$/.exec(words.trim());
  if (coded !== null && coded[1] === 'US') return [`US-${coded[2]}`];
  return words.split(/[,;/|]|\band\b|\bor\b/).flatMap(
    (part) =>
      areaCode(
        part
          .replace(/\b(?:only|residents?|remote|candidates?|based|in)\b/gi, '')
          .replace(/[()-]/g, ' ')
          .trim(),
      ) ?? [],
  );
}
