import { describe, expect, it } from 'vitest';
import type { Origin } from '../../../src/model/posting.ts';
import { buildOpening } from '../../../src/pipeline/dedupe/build-opening.ts';
import type { StoredPosting } from '../../../src/store/postings.ts';
import { silentReading } from '../../kit/silence.ts';

let next = 1;
function copy(
  origin: Origin,
  over: { closedAt?: string | null; text?: string; postedAt?: string; firstSeenAt?: string } = {},
): StoredPosting {
  const id = next++;
  return {
    id,
    firstSeenAt: over.firstSeenAt ?? '2026-11-20T08:00:00.000Z',
    closedAt: over.closedAt ?? null,
    joinReason: 'first',
    posting: {
      boardId: origin,
      externalId: String(id),
      origin,
      url: `https://${origin}.example/${id}`,
      canonicalUrl: `https://${origin}.example/${id}`,
      title: `Coder at ${origin}`,
      titleKey: 'coder',
      employer: 'Lakeside',
      employerKey: 'lakeside',
      places: [],
      text: over.text ?? 'words',
      reading: silentReading(),
      ...(over.postedAt === undefined ? {} : { postedAt: over.postedAt }),
    },
  };
}

const EARLY = '2026-11-01T00:00:00.000Z';
const LATE = '2026-11-10T00:00:00.000Z';

describe('building an opening from its copies', () => {
  it('takes the words of the employer before those of a board or an aggregator', () => {
    const opening = buildOpening([copy('aggregator', { text: 'a much longer text' }), copy('board'), copy('employer')]);

    expect(opening.title).toBe('Coder at employer');
  });

  it('takes the words of an open copy before those of a closed one', () => {
    const opening = buildOpening([copy('board', { closedAt: EARLY }), copy('board', { text: 'open' })]);

    expect(opening.text).toBe('open');
  });

  it('fills the date of posting from another copy, and keeps the earliest sight', () => {
    const opening = buildOpening([copy('employer'), copy('board', { postedAt: '2026-11-02', firstSeenAt: EARLY })]);

    expect(opening).toMatchObject({ postedAt: '2026-11-02', firstSeenAt: EARLY });
  });

  it.each<[string, [StoredPosting, ...StoredPosting[]], string | null]>([
    ['stays open while any board shows it', [copy('board', { closedAt: EARLY }), copy('board')], null],
    ['closes when the last copy closes', [copy('board', { closedAt: EARLY }), copy('board', { closedAt: LATE })], LATE],
    [
      'closes with the employer, whatever others still show',
      [copy('employer', { closedAt: EARLY }), copy('aggregator')],
      EARLY,
    ],
    [
      'stays open with the employer, whatever others say',
      [copy('employer'), copy('aggregator', { closedAt: EARLY })],
      null,
    ],
  ])('%s', (_name, copies, closedAt) => {
    const opening = buildOpening(copies);

    expect(opening.closedAt).toBe(closedAt);
  });
});
