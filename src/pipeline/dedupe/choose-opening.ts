import type { PostingIdentity } from '../../store/postings.ts';

/** Why a posting belongs to an opening, from the strongest evidence to the weakest. */
export type JoinReason = 'canonical-url' | 'requisition' | 'same-vacancy';

/**
 * The opening a posting belongs to, or `undefined` when it is one of its own. Two postings are never joined when
 * anything says that they are two vacancies: a wrong join hides an opening from a person, a missed one only shows it
 * twice. `candidates` are placed postings, oldest first; the first of the strongest evidence wins.
 */
export function chooseOpening(
  posting: PostingIdentity,
  candidates: readonly PostingIdentity[],
): { openingId: number; reason: JoinReason } | undefined {
  // Members of one opening speak together: one that contradicts keeps the posting out of the whole opening.
  const barred = new Set(
    candidates.filter((candidate) => areSiblings(posting, candidate)).map((candidate) => candidate.openingId),
  );
  for (const reason of REASONS) {
    for (const candidate of candidates) {
      if (candidate.openingId === null || barred.has(candidate.openingId)) continue;
      if (TESTS[reason](posting, candidate)) return { openingId: candidate.openingId, reason };
    }
  }
  return undefined;
}

const REASONS: readonly JoinReason[] = ['canonical-url', 'requisition', 'same-vacancy'];

const TESTS: Record<JoinReason, (a: PostingIdentity, b: PostingIdentity) => boolean> = {
  'canonical-url': (a, b) => a.canonicalUrl === b.canonicalUrl,
  requisition: (a, b) =>
    a.requisition !== null && a.requisition === b.requisition && a.employerKey === b.employerKey && placesAgree(a, b),
  'same-vacancy': (a, b) =>
    a.employerKey === b.employerKey && a.titleKey === b.titleKey && a.placeKey === b.placeKey && a.placeKey !== '',
};

/** Alike, and yet two vacancies. */
function areSiblings(a: PostingIdentity, b: PostingIdentity): boolean {
  if (a.canonicalUrl === b.canonicalUrl) return false;
  if (a.employerKey === b.employerKey && a.requisition !== null && b.requisition !== null) {
    if (a.requisition !== b.requisition) return true;
  }
  if (!placesAgree(a, b)) return true;
  // One board does not list one vacancy twice, unless as a repost under the same requisition.
  return a.boardId === b.boardId && !a.closed && !b.closed && (a.requisition === null || a.requisition !== b.requisition);
}

function placesAgree(a: PostingIdentity, b: PostingIdentity): boolean {
  return a.placeKey === b.placeKey || a.placeKey === '' || b.placeKey === '';
}
