import type { PostingIdentity } from '../../store/postings.ts';
import { placesAgree } from './place-key.ts';

/** Why a posting belongs to its opening, from the strongest evidence to the weakest; `first` is its own evidence. */
export type JoinReason = 'first' | 'canonical-url' | 'requisition' | 'same-vacancy';

/** Postings of one vacancy, each with the reason why it is in the group; never empty. */
export type Group = readonly { readonly posting: PostingIdentity; readonly reason: JoinReason }[];

/**
 * Divides postings into vacancies. The outcome depends on the set alone, not on the order of `postings`. Two postings
 * come together when evidence joins them, strongest evidence first, and nothing says that any two members of their
 * groups are different vacancies: a wrong join hides an opening from a person, a missed one only shows it twice.
 */
export function groupPostings(postings: readonly PostingIdentity[]): Group[] {
  const ordered = [...postings].sort(byKey);
  let groups = ordered.map((posting): Group => [{ posting, reason: 'first' }]);
  for (const reason of REASONS) {
    for (const posting of ordered) {
      const home = groups.find((group) => group.some((member) => member.posting === posting)) ?? [];
      const joined = groups.find((group) => group !== home && isJoined(home, group, reason) && !isBarred(home, group));
      if (!joined) continue;
      const [older, newer] = groups.indexOf(home) < groups.indexOf(joined) ? [home, joined] : [joined, home];
      const moved = newer.map((member) => (member.reason === 'first' ? { ...member, reason } : member));
      groups = groups.flatMap((group) => (group === older ? [[...older, ...moved]] : group === newer ? [] : [group]));
    }
  }
  return groups;
}

const REASONS = ['canonical-url', 'requisition', 'same-vacancy'] as const;

const TESTS: Record<(typeof REASONS)[number], (a: PostingIdentity, b: PostingIdentity) => boolean> = {
  'canonical-url': shareAddress,
  requisition: (a, b) =>
    a.requisition !== null &&
    a.requisition === b.requisition &&
    placesAgree(a.placeKey, b.placeKey) &&
    (a.employerKey === b.employerKey || (isTelling(a.requisition) && a.titleKey === b.titleKey && mayBeOne(a, b))),
  'same-vacancy': (a, b) =>
    a.employerKey === b.employerKey &&
    a.titleKey === b.titleKey &&
    a.placeKey !== '' &&
    b.placeKey !== '' &&
    placesAgree(a.placeKey, b.placeKey),
};

function isJoined(a: Group, b: Group, reason: (typeof REASONS)[number]): boolean {
  return a.some((one) => b.some((other) => TESTS[reason](one.posting, other.posting)));
}

function isBarred(a: Group, b: Group): boolean {
  return a.some((one) => b.some((other) => areSiblings(one.posting, other.posting)));
}

/** Alike, and yet two vacancies. */
function areSiblings(a: PostingIdentity, b: PostingIdentity): boolean {
  if (shareAddress(a, b)) return false;
  if (!placesAgree(a.placeKey, b.placeKey)) return true;
  if (a.requisition !== null && b.requisition !== null) {
    // Another employer's number says nothing about this one's.
    return a.requisition !== b.requisition && a.employerKey === b.employerKey;
  }
  // One board does not list one vacancy twice, unless as a repost under the same requisition.
  return a.boardId === b.boardId;
}

/** One page. The front page of a site is the address of nothing in particular: mails give it for want of a better. */
function shareAddress(a: PostingIdentity, b: PostingIdentity): boolean {
  return a.canonicalUrl === b.canonicalUrl && !FRONT_PAGE.test(a.canonicalUrl);
}

const FRONT_PAGE = /^https?:\/\/[^/?]+\/?$/;

/** Long enough that two employers do not share it by chance. */
function isTelling(requisition: string): boolean {
  return requisition.length >= 5 && /\d{3}/.test(requisition);
}

/** One name may be the other's short form: "summit valley health" and "summit valley health system". */
function mayBeOne(a: PostingIdentity, b: PostingIdentity): boolean {
  const [short = '', long = ''] = [a.employerKey, b.employerKey].sort((x, y) => x.length - y.length);
  return short !== '' && (long === short || long.startsWith(`${short} `));
}

function byKey(a: PostingIdentity, b: PostingIdentity): number {
  return compare(a.boardId, b.boardId) || compare(a.externalId, b.externalId);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
