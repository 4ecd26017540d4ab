import type { Origin } from '../../model/posting.ts';
import type { OpeningContent } from '../../store/openings.ts';
import type { StoredPosting } from '../../store/postings.ts';

const RANK: Record<Origin, number> = { employer: 0, board: 1, aggregator: 2 };

/**
 * What an opening says: the words of its best copy (open before closed, the employer's before a board's before an
 * aggregator's, the longer text before the shorter), with gaps in dates filled from the others. Open as long as one
 * copy is; the copies of an employer's closed posting elsewhere close with it. `copies` are oldest first and not empty.
 */
export function buildOpening(copies: readonly [StoredPosting, ...StoredPosting[]]): OpeningContent {
  const best = [...copies].sort(byWorth)[0] ?? copies[0];
  const { posting } = best;
  const firstOf = (values: readonly (string | undefined)[]): string | null =>
    values.filter((value) => value !== undefined).sort()[0] ?? null;
  return {
    postingId: best.id,
    title: posting.title,
    employer: posting.employer,
    employerKey: posting.employerKey,
    url: posting.url,
    places: posting.places,
    workplace: posting.reading.workplace?.mode ?? null,
    postedAt: posting.postedAt ?? firstOf(copies.map((copy) => copy.posting.postedAt)),
    closesAt: posting.closesAt ?? firstOf(copies.map((copy) => copy.posting.closesAt)),
    firstSeenAt: firstOf(copies.map((copy) => copy.firstSeenAt)) ?? best.firstSeenAt,
    closedAt: closedAt(copies),
    text: posting.text,
  };
}

function closedAt(copies: readonly StoredPosting[]): string | null {
  const employers = copies.filter((copy) => copy.posting.origin === 'employer');
  const deciding = employers.length > 0 ? employers : copies;
  const times = deciding.map((copy) => copy.closedAt);
  if (times.includes(null)) return null;
  return (
    times
      .filter((time) => time !== null)
      .sort()
      .at(-1) ?? null
  );
}

function byWorth(a: StoredPosting, b: StoredPosting): number {
  return (
    Number(a.closedAt !== null) - Number(b.closedAt !== null) ||
    RANK[a.posting.origin] - RANK[b.posting.origin] ||
    b.posting.text.length - a.posting.text.length ||
    compare(a.posting.boardId, b.posting.boardId) ||
    compare(a.posting.externalId, b.posting.externalId)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
