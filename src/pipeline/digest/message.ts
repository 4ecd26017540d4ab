import { createHash } from 'node:crypto';
import type { DigestView } from '../../model/digest.ts';
import { formatDay, summaryOf } from './format.ts';
import { plainLine } from './sanitize.ts';

/** A mail that is ready to be sent; the same digest always gives the same one. */
export interface DigestMessage {
  readonly from: string;
  readonly to: string;
  /** With its angle brackets. */
  readonly messageId: string;
  readonly subject: string;
  /** Instant in UTC: the digest's slot. */
  readonly date: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
  readonly text: string;
}

/** Who sends and who receives. */
export interface Envelope {
  readonly from: string;
  readonly to: string;
  /** Tells installations apart that send to one person from one address; it has to stay the same. */
  readonly hostId?: string | undefined;
}

/**
 * The mail of a digest. Its Message-ID rests on installation, profile and slot alone, so a repeated sending is
 * recognised as the same mail; no header can hold a line end.
 */
export function buildMessage(
  view: DigestView,
  rendered: { readonly html: string; readonly text: string },
  envelope: Envelope,
): DigestMessage {
  // Atoms of RFC 5322, section 3.2.3: other characters would have to be quoted.
  const profile = view.profileId.replace(/[^A-Za-z0-9-]/g, '-').slice(0, 64) || 'profile';
  const slot = new Date(view.slot).toISOString();
  const stamp = slot.replace(/\.\d+/, '').replace(/[-:]/g, '');
  const hash = createHash('sha256')
    .update(JSON.stringify([envelope.hostId ?? '', view.profileId, slot]))
    .digest('hex');
  return {
    from: plainLine(envelope.from, 320),
    to: plainLine(envelope.to, 320),
    messageId: `<rolewatch.${profile}.${stamp}.${hash.slice(0, 20)}@rolewatch.invalid>`,
    subject: plainLine(`${formatDay(view.slot, view.timeZone)}: ${summaryOf(view)}`),
    date: slot,
    headers: {
      // RFC 3834: no holiday reply, please. RFC 2919: what mail filters sort by.
      'Auto-Submitted': 'auto-generated',
      'List-Id': `<${profile}.digest.rolewatch.invalid>`,
    },
    html: rendered.html,
    text: rendered.text,
  };
}
