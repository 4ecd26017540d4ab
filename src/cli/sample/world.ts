import type { SampleBoard, SampleData, SampleOpening, SamplePay } from '../../config/sample.ts';
import { hexId, numberId } from './answer.ts';

/** The day that all the sample's dates are counted from, ISO. */
export const SAMPLE_DAY = '2026-11-20';

/** One advertisement of an opening on one board, on one day of the sample. */
export interface SamplePosting {
  readonly opening: SampleOpening;
  /** Unique on its board and the same every day: what the vendor's ids are made from. */
  readonly key: string;
  readonly title: string;
  /** As the board spells it. */
  readonly employer: string;
  /** ISO days. */
  readonly postedOn: string;
  readonly closesOn: string | undefined;
  readonly pay: SamplePay | undefined;
  /** Absolute address that the advertisement leads to, on its own host (never the mirror). */
  readonly url: string;
  /** The employer's own page of the opening carries this advertisement; all others are copies. */
  readonly original: boolean;
}

/** What every board advertises on `day` (0 is `SAMPLE_DAY`), newest first, by board id. */
export function sampleWorld(data: SampleData, day: number): ReadonlyMap<string, readonly SamplePosting[]> {
  const boards = new Map(data.boards.map((board) => [board.id, board]));
  const openings = new Map(data.openings.map((opening) => [opening.id, opening]));

  function advertise(board: SampleBoard): SamplePosting[] {
    const own = data.openings
      .filter((opening) => opening.boardId === board.id && isOpen(opening, day))
      .map((opening) => original(opening, board, day));
    const copied = board.copies.flatMap((copy) => {
      const opening = openings.get(copy.of);
      const home = boards.get(opening?.boardId ?? '');
      if (opening === undefined || home === undefined || !isOpen(opening, day)) return [];
      return [copyOf(original(opening, home, day), board, copy)];
    });
    return [...own, ...copied].sort((a, b) => compare(b.postedOn, a.postedOn) || compare(a.key, b.key));
  }

  return new Map(data.boards.map((board) => [board.id, advertise(board)]));
}

/** ISO day so many days after `SAMPLE_DAY`. */
export function dayAfter(days: number): string {
  return new Date(Date.parse(SAMPLE_DAY) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days from the ISO day `from` to `to`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Words of an address: `Coder/Abstractor` → `Coder-Abstractor`. */
function slug(text: string): string {
  return text
    .replaceAll(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-');
}

/** `/job/{Place}/{Title}_{requisition}[-n]`, as Workday makes it; a second posting of a requisition gets a number. */
export function workdayPath({ key, opening, title }: Pick<SamplePosting, 'key' | 'opening' | 'title'>): string {
  const again = key === opening.id ? '' : '-1';
  return `/job/${slug(opening.place)}/${slug(title)}_${opening.requisition}${again}`;
}

/** The id of a Lever posting. */
export function leverId(key: string): string {
  const hex = hexId(key);
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20)].join('-');
}

/** The number of a posting in the addresses and members of all vendors that count. */
export function postingNumber(board: Pick<SampleBoard, 'id'>, key: string): number {
  return numberId(`${board.id} ${key}`, 8);
}

function isOpen(opening: SampleOpening, day: number): boolean {
  return opening.appears <= day && (opening.gone === undefined || day < opening.gone);
}

function original(opening: SampleOpening, home: SampleBoard, day: number): SamplePosting {
  const { laterPay } = opening;
  const words = { opening, key: opening.id, title: opening.title };
  return {
    ...words,
    employer: opening.employer.name,
    postedOn: dayAfter(-opening.posted),
    closesOn: opening.closes === undefined ? undefined : dayAfter(opening.closes),
    pay: laterPay !== undefined && day >= laterPay.day ? laterPay : opening.pay,
    url: pageOf(home, words),
    original: true,
  };
}

function copyOf(first: SamplePosting, board: SampleBoard, copy: SampleBoard['copies'][number]): SamplePosting {
  const { opening } = first;
  const { employer } = opening;
  const words = { opening, key: `${opening.id} again`, title: copy.title ?? first.title };
  const later = opening.posted - (copy.later ?? board.later);
  return {
    ...first,
    ...words,
    employer: employer.spellings[board.spelling - 1] ?? employer.name,
    postedOn: dayAfter(-Math.max(later, 0)),
    url:
      board.link === 'employer'
        ? `${first.url}${first.url.includes('?') ? '&' : '?'}${TRACKING}`
        : pageOf(board, words),
    original: false,
  };
}

// What boards hang on the links that leave them.
const TRACKING = 'utm_source=job-board&utm_medium=rss';

/** The public page of an advertisement, in the form of its board's vendor. */
function pageOf(board: SampleBoard, posting: Pick<SamplePosting, 'key' | 'opening' | 'title'>): string {
  const { pages = '', source, shape } = board;
  const number = postingNumber(board, posting.key);
  const words = slug(posting.title).toLowerCase();
  if (source === 'greenhouse') return `${pages}/openings?gh_jid=${number}`;
  if (source === 'lever') return `${pages}/${leverId(posting.key)}`;
  if (source === 'workday') return `${pages}/${String(board.options['site'])}${workdayPath(posting)}`;
  if (source === 'usajobs') return `${pages}/GetJob/ViewDetails/${postingNumber(board, posting.key)}0`;
  if (source === 'remotive') return `${pages}/remote-jobs/${words}-${number}`;
  if (shape === 'state') return `${pages}/job/${number}/${words}/`;
  if (shape === 'network') return `${pages}/job/${words}/${number}/`;
  return `${pages}/jobs/${number}/${words}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
