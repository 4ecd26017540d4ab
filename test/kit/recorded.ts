import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { BoardError } from '../../src/errors.ts';
import { PostingDraft } from '../../src/model/posting.ts';
import { neogovFeed, teamtailorFeed, weWorkRemotelyFeed } from '../../src/sources/feed/known-feeds.ts';
import type { HttpRequest, HttpResponse } from '../../src/sources/http.ts';
import { errorForStatus } from '../../src/sources/http-status.ts';
import { findSource } from '../../src/sources/registry.ts';
import type { Collected } from '../../src/sources/source.ts';
import { boardOf, fakeContext, rawOf } from './cases.ts';

/** One saved answer, and how a source gets to see it. */
export interface Recording {
  /** File or folder, relative to the folder of recordings. */
  readonly file: string;
  readonly source: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** Answers the requests of `collect`; `undefined` where the real server would say 404. Absent for own files. */
  readonly answer?: (
    request: HttpRequest,
    folder: string,
  ) => { readonly status?: number; readonly body: string } | undefined;
  /** How many items the file holds, counted without the source. */
  readonly items: (folder: string) => number;
}

/** What came out of a recording. */
export interface RecordedResult {
  readonly file: string;
  readonly source: string;
  readonly items: number;
  readonly drafts: readonly PostingDraft[];
  /** Items that `parse` calls no posting. */
  readonly noPosting: number;
  /** Why items are missing: errors of `parse`, drafts out of form. */
  readonly problems: readonly string[];
  /** Kind of the error at the end; trimmed files rightly end as incomplete. */
  readonly ended: string;
}

/** Every recording of the folder that a source of ours can read. */
export function recordingsIn(folder: string): Recording[] {
  const found = KINDS.flatMap(({ pattern, recording }) =>
    globSync(pattern, { cwd: folder })
      .sort()
      .map((file) => recording(file.replaceAll('\\', '/'))),
  );
  return existsSync(join(folder, 'emails')) ? [...found, MAILS] : found;
}

/** Runs a recording through the source's real `collect` and `parse`. */
export async function readRecording(recording: Recording, folder: string): Promise<RecordedResult> {
  const source = findSource(recording.source);
  if (source === undefined) throw new Error(`No source is called ${recording.source}.`);
  const one = {
    board: { id: 'recorded', name: 'Recorded board', employer: 'Recorded employer', options: recording.options },
  };
  const board = boardOf(source, one);
  const context = fakeContext({
    fetch: (request) => respond(recording, request, folder),
    now: NOW,
    home: folder,
    secrets: Object.fromEntries((source.secrets ?? []).map(({ name }) => [name, 'recorded'])),
    known: () => undefined,
    signal: new AbortController().signal,
  });
  const drafts: PostingDraft[] = [];
  const problems: string[] = [];
  let noPosting = 0;
  let ended = 'complete';
  try {
    for await (const item of source.collect(board, context)) read(item);
  } catch (error) {
    if (!(error instanceof BoardError)) throw error;
    ended = error.kind;
  }
  return {
    file: recording.file,
    source: recording.source,
    items: recording.items(folder),
    drafts,
    noPosting,
    problems,
    ended,
  };

  function read(item: Collected): void {
    if (item.kind === 'seen') return;
    try {
      const draft = source?.parse(rawOf(item, board, NOW));
      if (draft === undefined) noPosting += 1;
      else drafts.push(PostingDraft.parse(draft));
    } catch (error) {
      problems.push(`${item.externalId}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

// after every recording that is expected here, so that no date lies ahead
const NOW = '2026-11-20T08:00:00Z';

interface Kind {
  readonly pattern: string;
  readonly recording: (file: string) => Recording;
}

const KINDS: readonly Kind[] = [
  list('greenhouse/board-*.json', 'greenhouse', { token: 'recorded' }, (body) => JSON.parse(body).jobs.length),
  list('lever/postings-*.json', 'lever', { site: 'recorded' }, (body) => JSON.parse(body).length),
  { pattern: 'workday/list-*.json', recording: workday },
  list(
    'usajobs/search-*.json',
    'usajobs',
    { series: ['1550'] },
    (body) => JSON.parse(body).SearchResult.SearchResultItems.length,
  ),
  list('remotive/*.json', 'remotive', {}, (body) => JSON.parse(body).jobs.length),
  list('weworkremotely/*.rss', 'feed', weWorkRemotelyFeed('recorded'), countRssItems),
  list('neogov/*.{rss,xml}', 'feed', neogovFeed('recorded'), countRssItems),
  list('teamtailor/*.json', 'feed', teamtailorFeed('recorded.example'), (body) => JSON.parse(body).items.length),
  { pattern: 'greenhouse/cassette-*.yml', recording: cassette },
  { pattern: '{icims,jazzhr,jobvite,paylocity,taleo}/*detail*.html', recording: page },
  { pattern: '{breezy,weworkremotely}/*jsonld*.html', recording: page },
];

/** Alert mails, read as the person's own files. */
const MAILS: Recording = {
  file: 'emails',
  source: 'folder',
  options: { path: 'emails' },
  items(folder) {
    const names = readdirSync(join(folder, 'emails')).filter((name) => name.endsWith('.eml'));
    return names.reduce((sum, name) => sum + countJobsInMail(readText(folder, `emails/${name}`)), 0);
  },
};

function list(pattern: string, source: string, options: Recording['options'], count: (body: string) => number): Kind {
  return {
    pattern,
    recording(file) {
      let first: string | undefined;
      return {
        file,
        source,
        options,
        answer(request, folder) {
          // the trimmed files end where a second page would begin
          first ??= request.url;
          return request.url === first ? { body: readText(folder, file) } : { status: 503, body: '' };
        },
        items: (folder) => count(readText(folder, file)),
      };
    },
  };
}

/** A list, each row opened with the one detail that is recorded. */
function workday(file: string): Recording {
  return {
    file,
    source: 'workday',
    options: { host: 'recorded.wd1.myworkdayjobs.com', tenant: 'recorded', site: 'Recorded' },
    answer({ method }, folder) {
      const name = method === 'POST' ? file : globSync('workday/detail-*.json', { cwd: folder })[0];
      return name === undefined ? undefined : { body: readText(folder, name) };
    },
    items: (folder) => JSON.parse(readText(folder, file)).jobPostings.length,
  };
}

/** A tape of VCR with an answer of Greenhouse's old interface: a list, a single job, or an error. */
function cassette(file: string): Recording {
  const response = (folder: string) => parseYaml(readText(folder, file)).http_interactions[0].response;
  const jobs = (folder: string): readonly unknown[] => {
    const value = JSON.parse(response(folder).body.string);
    return value.jobs ?? (value.id === undefined ? [] : [value]);
  };
  return {
    file,
    source: 'greenhouse',
    options: { token: 'recorded' },
    answer: (_, folder) => ({ status: response(folder).status.code, body: JSON.stringify({ jobs: jobs(folder) }) }),
    items: (folder) => jobs(folder).length,
  };
}

/** A page of a single posting that carries schema.org data. */
function page(file: string): Recording {
  const address = `https://recorded.example/${file}`;
  return {
    file,
    source: 'json-ld',
    options: { sitemap: 'https://recorded.example/sitemap.xml' },
    answer: ({ url }, folder) =>
      url === address
        ? { body: readText(folder, file) }
        : {
            body: `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${address}</loc></url></urlset>`,
          },
    items: () => 1,
  };
}

function respond(recording: Recording, request: HttpRequest, folder: string): HttpResponse {
  const { host } = new URL(request.url);
  const { status = 200, body } = recording.answer?.(request, folder) ?? { status: 404, body: '' };
  const wanted = (status >= 200 && status < 300) || request.accept?.includes(status);
  if (!wanted) throw errorForStatus(host, status, {}, new Date(NOW));
  return { status, url: request.url, headers: {}, body, unchanged: false };
}

function countRssItems(body: string): number {
  return body.split(/<item[\s>]/).length - 1;
}

/** LinkedIn's text part has one such line per posting; a mail of ZipRecruiter numbers its cards. */
function countJobsInMail(mail: string): number {
  const lines = mail.match(/^View job: /gm)?.length ?? 0;
  return lines > 0 ? lines : new Set(mail.match(/zr-job-card-\d+/g)).size;
}

function readText(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}
