import type { Place } from '../../model/place.ts';
import type { DraftPay, PostingDraft } from '../../model/posting.ts';
import { readRawItem } from '../listing.ts';
import type { RawPosting } from '../source.ts';
import { stateCode } from '../us-states.ts';
import { easternToInstant } from './eastern-time.ts';
import { type UsajobsDescriptor, UsajobsItem } from './schema.ts';

/** Reads one stored announcement. */
export function parse(raw: RawPosting<unknown>): PostingDraft {
  const position = readRawItem(raw, UsajobsItem).MatchedObjectDescriptor;
  const places = (position.PositionLocation ?? []).flatMap(placeOf);
  const remote = isTrue(position.UserArea?.Details?.RemoteIndicator);
  const applyUrl = position.ApplyURI?.[0];
  const employmentTypes = distinct([...(position.PositionSchedule ?? []), ...(position.PositionOfferingType ?? [])]);
  const pay = (position.PositionRemuneration ?? []).flatMap(payOf);
  const postedAt = easternToInstant(position.PublicationStartDate);
  const closesAt = easternToInstant(position.ApplicationCloseDate);
  const description = descriptionOf(position);
  const series = position.JobCategory?.[0]?.Code;
  const department = position.DepartmentName?.trim();
  const limits = remote ? [...new Set(places.flatMap(({ country }) => (country === 'US' ? 'United States' : [])))] : [];
  return {
    externalId: raw.externalId,
    url: withoutPort(position.PositionURI),
    title: position.PositionTitle,
    employer: position.OrganizationName?.trim() || department || (raw.board.employer ?? raw.board.name),
    ...(applyUrl && URL.canParse(applyUrl) && { applyUrl: withoutPort(applyUrl) }),
    ...(position.PositionID?.trim() && { requisition: position.PositionID.trim() }),
    ...(places.length > 0 && { places }),
    // telework is not remote work, and "not remote" does not yet say on site
    ...(remote && { workplace: 'remote' as const }),
    ...(limits.length > 0 && { remoteLimits: limits }),
    ...(employmentTypes.length > 0 && { employmentTypes }),
    ...(pay.length > 0 && { pay }),
    ...(postedAt && { postedAt }),
    ...(closesAt && { closesAt }),
    ...(description && { description, descriptionFormat: 'text' as const }),
    ...(department && { department }),
    ...(series && { occupationCode: `us-federal-series:${series}` }),
  };
}

/** `https://www.usajobs.gov:443/…` without the port that goes without saying for https. */
function withoutPort(url: string): string {
  return new URL(url).href;
}

function placeOf(location: NonNullable<UsajobsDescriptor['PositionLocation']>[number]): Place[] {
  const text = location.LocationName?.trim() || location.CityName?.trim();
  if (!text) return [];
  const inUs = location.CountryCode?.trim() === 'United States';
  const state = location.CountrySubDivisionCode?.trim();
  const region = inUs && state ? stateCode(state) : undefined;
  // the city's name repeats its state: "Las Vegas, Nevada"
  const [city, stated] = (location.CityName ?? '').split(',').map((part) => part.trim());
  return [
    {
      text,
      ...(city && stated !== undefined && { city }),
      ...(region && { region }),
      ...(inUs && { country: 'US' }),
    },
  ];
}

function payOf(range: NonNullable<UsajobsDescriptor['PositionRemuneration']>[number]): DraftPay[] {
  const code = range.RateIntervalCode?.trim();
  const min = amount(range.MinimumRange);
  const max = amount(range.MaximumRange);
  // WC: without compensation
  if (code === 'WC' || (min === undefined && max === undefined)) return [];
  // the API does not name the currency; federal pay tables are in US dollars
  return [{ ...(min && { min }), ...(max && { max }), currency: 'USD', ...(code && { period: code }) }];
}

function amount(text: string | null | undefined): number | undefined {
  const value = text?.trim() ? Number(text) : Number.NaN;
  return Number.isFinite(value) && value > 0 ? value : undefined;
}

/**
 * All parts in the order of the announcement's page. `Education` is one of them because it states which education
 * may stand in for experience.
 */
function descriptionOf(position: UsajobsDescriptor): string {
  const details = position.UserArea?.Details;
  const clearance = details?.SecurityClearance?.trim() ?? '';
  const sections: readonly (readonly [string, readonly (string | null | undefined)[]])[] = [
    ['Summary', [details?.JobSummary]],
    ['Duties', list(details?.MajorDuties)],
    [
      'Requirements',
      [
        ...list(details?.KeyRequirements),
        details?.Requirements,
        NO_CLEARANCE.test(clearance) ? '' : `${clearance} security clearance`,
      ],
    ],
    ['Qualifications', [position.QualificationSummary]],
    ['Education', [details?.Education]],
  ];
  return sections
    .map(([heading, parts]) => [heading, parts.flatMap((part) => part?.trim() || []).join('\n')])
    .flatMap(([heading, text]) => (text ? [`${heading}\n\n${text}`] : []))
    .join('\n\n');
}

const NO_CLEARANCE = /^(?:|not required|not applicable|none|other)$/i;

function list(value: string | readonly string[] | null | undefined): readonly string[] {
  return typeof value === 'string' ? [value] : (value ?? []);
}

function isTrue(value: boolean | string | null | undefined): boolean {
  return value === true || (typeof value === 'string' && value.trim().toLowerCase() === 'true');
}

function distinct(values: readonly { readonly Name?: string | null | undefined }[]): string[] {
  return [...new Set(values.flatMap(({ Name }) => Name?.trim() || []))];
}
