import { BoardError } from '../../errors.ts';
import { extractJobPostings, findJobPostings } from '../json-ld.ts';
import { isRecord, without } from '../listing.ts';
import { readAlertMail } from '../mail.ts';
import { type CollectContext, type Collected, defineSource, type RawContent, type SourceBoard } from '../source.ts';
import { readWebPage } from '../web-page.ts';
import { type OwnFile, ownFiles } from './files.ts';
import { parseOwnPosting } from './parse.ts';
import { FolderOptions, type StoredItem } from './schema.ts';

/** Postings that a person has saved: pages, JSON exports, and the alert mails of boards that may not be read otherwise. */
export const folder = defineSource({
  id: 'folder',
  name: 'Folder with saved postings',
  homepage: 'https://schema.org/JobPosting',
  origin: 'board',
  access: {
    basis: 'own-file',
    read: '2026-11-22',
    note: 'Your own files. Links in mails are never opened and their tokens never stored.',
  },
  options: FolderOptions,
  examples: [{ path: 'saved-postings' }],
  host: () => 'own-files',
  every: '1h',
  revision: 1,
  // a mail is a sample, and a file that was tidied away says nothing about the posting
  partial: true,
  allowEmpty: true,
  status: 'working',
  collect,
  parse: parseOwnPosting,
});

async function* collect(board: SourceBoard<FolderOptions>, context: CollectContext): AsyncIterable<Collected> {
  context.signal.throwIfAborted();
  let files = 0;
  const bad: { readonly name: string; readonly reason: string }[] = [];
  for await (const file of ownFiles(context.home, board.options.path)) {
    context.signal.throwIfAborted();
    files += 1;
    const found = await itemsOf(file);
    if ('reason' in found) {
      bad.push({ name: file.name, reason: found.reason });
      context.log.warn({ board: board.id, file: file.name, reason: found.reason }, 'own file holds no posting');
      continue;
    }
    for (const { suffix, raw } of found.items) {
      yield { kind: 'posting', externalId: `${file.name}${suffix}`, raw };
    }
  }
  const [first] = bad;
  if (first !== undefined && bad.length * 2 > files) {
    throw new BoardError(
      'changed',
      `${bad.length} of ${files} files of ${board.name} hold no posting; ${first.name}, for one: ${first.reason}.`,
    );
  }
}

interface FileItem {
  /** What is added to the file's name to tell its items apart. */
  readonly suffix: string;
  readonly raw: RawContent;
}

type FileItems = { readonly items: readonly FileItem[] } | { readonly reason: string };

async function itemsOf({ kind, content, reason = 'it cannot be read' }: OwnFile): Promise<FileItems> {
  if (content === undefined) return { reason };
  if (kind === 'eml') return itemsOfMail(content);
  const text = content.toString('utf8').replace(/^\uFEFF/, '');
  return kind === 'json' ? itemsOfJson(text) : itemsOfPage(text);
}

async function itemsOfMail(content: Buffer): Promise<FileItems> {
  const mail = await readAlertMail(content);
  if ('reason' in mail) return mail;
  const byId = new Map(mail.postings.map((alert) => [alert.id, alert]));
  return { items: [...byId].map(([id, alert]) => ({ suffix: `#${id}`, raw: stored({ alert }) })) };
}

function itemsOfJson(text: string): FileItems {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { reason: 'it is not valid JSON' };
  }
  const postings = findJobPostings(value).map((posting): StoredItem => ({ jobPosting: withoutContact(posting) }));
  const plain = (Array.isArray(value) ? value : [value]).filter(isRecord).map((posting): StoredItem => ({ posting }));
  const items = postings.length > 0 ? postings : plain;
  return items.length > 0 ? { items: numbered(items.map(stored)) } : { reason: 'it holds no object with a posting' };
}

function itemsOfPage(html: string): FileItems {
  const postings = extractJobPostings(html);
  if (postings.length === 0) return { items: [{ suffix: '', raw: { format: 'html', body: html } }] };
  const { url } = readWebPage(html);
  return {
    items: numbered(
      postings.map((posting) => stored({ jobPosting: withoutContact(posting), ...(url === undefined ? {} : { url }) })),
    ),
  };
}

function numbered(raws: readonly RawContent[]): FileItem[] {
  return raws.map((raw, index) => ({ suffix: raws.length === 1 ? '' : `#${index + 1}`, raw }));
}

function stored(item: StoredItem): RawContent {
  return { format: 'json', body: JSON.stringify(item) };
}

/** Names, addresses and numbers of recruiters are never stored. */
function withoutContact(posting: Readonly<Record<string, unknown>>) {
  return without(posting, 'applicationContact');
}
