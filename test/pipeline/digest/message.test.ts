import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMessage } from '../../../src/pipeline/digest/message.ts';
import { HOSTILE } from './hostile.ts';
import { sampleView, withWords } from './sample.ts';

const RENDERED = { html: '<p>x</p>', text: 'x' };
const ENVELOPE = { from: 'Rolewatch <jobs@rolewatch.example>', to: 'sam@person.example', hostId: 'one' };

describe('buildMessage', () => {
  it('names the day and the counts in the subject', () => {
    const message = buildMessage(sampleView(), RENDERED, ENVELOPE);

    expect(message.subject).toBe(
      'Nov 20, 2026: You qualify for 2 new openings, 1 cannot be decided, 31 lack more than one thing',
    );
    expect(message.date).toBe('2026-11-20T12:00:00.000Z');
    expect(message.headers).toEqual({
      'Auto-Submitted': 'auto-generated',
      'List-Id': '<sam.digest.rolewatch.invalid>',
    });
    expect(message).toMatchObject(RENDERED);
  });

  it('gives the Message-ID by installation, profile and slot, whatever the digest says', () => {
    const id = (view = sampleView(), envelope = ENVELOPE) => buildMessage(view, RENDERED, envelope).messageId;

    expect(id()).toMatch(/^<rolewatch\.sam\.20261120T120000Z\.[0-9a-f]{20}@rolewatch\.invalid>$/);
    expect(id(sampleView({ candidates: [], slot: '2026-11-20T12:00:00.000Z' }))).toBe(id());
    expect(id(sampleView({ profileId: 'ana' }))).not.toBe(id());
    expect(id(sampleView({ slot: '2026-11-21T12:00:00Z' }))).not.toBe(id());
    expect(id(sampleView(), { ...ENVELOPE, hostId: 'two' })).not.toBe(id());
  });

  it('keeps the Message-ID valid and distinct for any profile id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (profileId) => {
        const { messageId, headers } = buildMessage(sampleView({ profileId }), RENDERED, ENVELOPE);

        expect(messageId).toMatch(/^<[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*@rolewatch\.invalid>$/);
        expect(headers['List-Id']).toMatch(/^<[A-Za-z0-9-]+\.digest\.rolewatch\.invalid>$/);
      }),
    );
    const ids = ['a.b', 'a-b'].map(
      (profileId) => buildMessage(sampleView({ profileId }), RENDERED, ENVELOPE).messageId,
    );
    expect(ids[0]).not.toBe(ids[1]);
  });

  it.each(HOSTILE.map((words) => [words]))('lets no line end of %j into a header', (words) => {
    const message = buildMessage(withWords(words), RENDERED, { ...ENVELOPE, from: words, to: words });

    for (const value of [
      message.subject,
      message.from,
      message.to,
      message.messageId,
      ...Object.values(message.headers),
    ]) {
      expect(value).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    }
  });
});
