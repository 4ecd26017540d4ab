import type { Place } from '../../model/place.ts';
import type { PostingDraft } from '../../model/posting.ts';
import { readDate } from '../dates.ts';
import { readRawItem } from '../listing.ts';
import type { RawPosting } from '../source.ts';
import { readWorkplaceField } from '../workplace.ts';
import { type WorkdayDetail, type WorkdayItem, type WorkdayOptions, WorkdayRaw } from './schema.ts';

/** Reads one stored posting. The posted date is `startDate` or absent: "Posted 30+ Days Ago" names no day. */
export function parse(raw: RawPosting<WorkdayOptions>): PostingDraft {
  const { item, detail } = readRawItem(raw, WorkdayRaw);
  const info = detail.jobPostingInfo;
  const places = placesOf(item, info, raw.externalId);
  const workplace = readWorkplaceField(info.remoteType);
  const postedAt = readDate(info.startDate);
  const closesAt = readDate(info.endDate);
  return {
    externalId: raw.externalId,
    url:
      info.externalUrl && URL.canParse(info.externalUrl)
        ? info.externalUrl
        : pageUrl(raw.board.options, raw.externalId),
    title: info.title,
    employer: raw.board.employer ?? (withoutEntityCode(detail.hiringOrganization?.name ?? '') || raw.board.name),
    ...(info.jobReqId?.trim() && { requisition: info.jobReqId.trim() }),
    ...(places.length > 0 && { places }),
    ...(workplace && { workplace }),
    ...(info.timeType?.trim() && { employmentTypes: [info.timeType.trim()] }),
    ...(postedAt && { postedAt }),
    ...(closesAt && { closesAt }),
    ...(info.jobDescription?.trim() && { description: info.jobDescription, descriptionFormat: 'html' as const }),
  };
}

/** The public page of a posting, on either family of hosts. */
function pageUrl({ host, tenant, site }: WorkdayOptions, externalPath: string): string {
  const folder = host.endsWith('.myworkdaysite.com') ? `recruiting/${tenant}/${site}` : site;
  return `https://${host}/${folder}${externalPath}`;
}

function placesOf(item: WorkdayItem, info: WorkdayDetail['jobPostingInfo'], externalPath: string): Place[] {
  const stated = [info.location, ...(info.additionalLocations ?? [])].flatMap((text) => text?.trim() || []);
  if (stated.length === 0) {
    const listed = item.locationsText?.trim() ?? '';
    const text = /^\d+ \w+$/.test(listed) || listed === '' ? placeInPath(externalPath) : listed;
    return text === '' ? [] : [{ text }];
  }
  const requisition = info.jobRequisitionLocation;
  const country = requisition?.country?.alpha2Code;
  return [...new Set(stated)].map((text) => ({
    text,
    ...(country && text === requisition.descriptor?.trim() && { country }),
  }));
}

/** `/job/Durham-NC/Title_R1` → `Durham NC`: often the only place when the list says "2 Locations". */
function placeInPath(externalPath: string): string {
  const [, first, place, title] = externalPath.split('/');
  return first === 'job' && place && title ? place.replaceAll(/-+/g, ' ').trim() : '';
}

/** `1000 Lakeside Health LLC` → `Lakeside Health LLC`: the number is a code of the tenant's books. */
function withoutEntityCode(name: string): string {
  return name.trim().replace(/^\d{2,}[\s-]+/, '');
}
