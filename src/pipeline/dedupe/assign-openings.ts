import type { Group } from './group-postings.ts';

/** A group with the opening it keeps; `null` when it needs a new one. */
export interface Assignment {
  readonly group: Group;
  readonly openingId: number | null;
  /** Openings whose postings all went elsewhere, most of them into this group. */
  readonly absorbed: readonly number[];
}

/**
 * Lets groups keep the openings that people may know already. An opening goes with most of its postings (the oldest
 * decides a tie); a group that inherits several keeps the oldest, and absorbs those that are left without a posting.
 */
export function assignOpenings(groups: readonly Group[]): Assignment[] {
  const heirs = new Map<number, Group>();
  for (const openingId of openingsOf(groups)) {
    const [heir] = [...groups].sort(
      (a, b) => share(b, openingId) - share(a, openingId) || oldest(a, openingId) - oldest(b, openingId),
    );
    if (heir) heirs.set(openingId, heir);
  }
  return groups.map((group) => {
    const inherited = [...heirs].filter(([, heir]) => heir === group).map(([openingId]) => openingId);
    const [openingId = null, ...absorbed] = inherited.sort((a, b) => a - b);
    return { group, openingId, absorbed };
  });
}

function openingsOf(groups: readonly Group[]): number[] {
  const ids = groups.flatMap((group) => group.map(({ posting }) => posting.openingId));
  return [...new Set(ids.filter((id) => id !== null))];
}

function share(group: Group, openingId: number): number {
  return group.filter(({ posting }) => posting.openingId === openingId).length;
}

function oldest(group: Group, openingId: number): number {
  return Math.min(...group.filter(({ posting }) => posting.openingId === openingId).map(({ posting }) => posting.id));
}
