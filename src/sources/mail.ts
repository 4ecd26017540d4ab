import type { ParsedMail } from 'mailparser';
import type { AlertPosting } from './alert-posting.ts';
import { readLinkedInMail } from './mail-linkedin.ts';
import { readZipRecruiterMail } from './mail-ziprecruiter.ts';

/** What became of a mail; `reason` says in words why there are no postings. */
export type AlertMail =
  | { readonly sender: string; readonly postings: readonly AlertPosting[] }
  | { readonly reason: string };

/**
 * Reads a saved alert mail (`.eml`) of a board that may not be read otherwise. Its sender counts only as far as the
 * reader's own mail server has verified it (`Authentication-Results` with `dmarc=pass`). Nothing is ever fetched.
 */
export async function readAlertMail(source: Buffer): Promise<AlertMail> {
  const { simpleParser } = await import('mailparser');
  const mail = await simpleParser(source, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true });
  const sender = verifiedSender(mail);
  if (sender === undefined) {
    return { reason: 'its sender is not verified: it has no "Authentication-Results" line with dmarc=pass' };
  }
  const read = READERS.get(sender);
  if (read === undefined) return { reason: `mails of ${sender} are not known` };
  const postings = await read({ text: mail.text ?? '', html: mail.html || '' });
  return postings.length > 0 ? { sender, postings } : { reason: `no posting was found in this mail of ${sender}` };
}

const READERS = new Map([
  ['linkedin.com', readLinkedInMail],
  ['ziprecruiter.com', readZipRecruiterMail],
]);

/**
 * The domain that the newest `Authentication-Results` line vouches for; older lines below it may be the sender's own
 * invention.
 */
function verifiedSender(mail: ParsedMail): string | undefined {
  const line = mail.headerLines.find(({ key }) => key === 'authentication-results')?.line ?? '';
  if (!/\bdmarc=pass\b/i.test(line)) return undefined;
  return /\bdmarc=pass\b[^;]{0,200}\bheader\.from=([\w.-]{1,200})/i.exec(line)?.[1]?.toLowerCase();
}
