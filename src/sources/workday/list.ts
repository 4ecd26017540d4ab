import { BoardError } from '../../errors.ts';
import type { HttpResponse } from '../http.ts';
import { isRecord, isWebPage, readAnswer } from '../listing.ts';
import type { CollectContext } from '../source.ts';
import { type WorkdayFacet, WorkdayItem, WorkdayPage } from './schema.ts';

/** What the list of a site names, by `externalPath`. */
export interface WorkdayListing {
  readonly items: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** Why the list is not whole; the items are good all the same. */
  readonly problem: BoardError | undefined;
}

/**
 * Reads all pages of a list. Sites that stop counting at 2,000 are read slice by slice through their facets.
 * `jobs` is the address of the list. A page that fails with a passing error ends its slice and becomes `problem`; any
 * other error is thrown.
 */
export async function readList(jobs: string, boardName: string, context: CollectContext): Promise<WorkdayListing> {
  const items = new Map<string, Readonly<Record<string, unknown>>>();
  const rows = { all: 0, bad: 0 };
  let problem: BoardError | undefined;

  await readSlice({});
  if (rows.bad * 2 > rows.all) {
    throw new BoardError(
      'changed',
      `${rows.bad} of ${rows.all} rows that ${boardName} lists are not in the known form. The site has changed; please report it.`,
    );
  }
  if (rows.bad > 0) context.log.warn({ bad: rows.bad, of: rows.all }, 'some listed rows cannot be opened');
  return { items, problem };

  async function readSlice(applied: Applied): Promise<Slice> {
    const first = await readPage(jobs, applied, 0, boardName, context);
    const total = first.total ?? first.jobPostings.length;
    const facet = total >= CAP ? bestFacet(first.facets ?? [], applied) : undefined;
    const slice =
      facet === undefined ? await readPages(applied, first.jobPostings, total) : await readFacet(applied, facet);
    if (slice.paths.size + slice.unnamed < total) {
      problem ??= new BoardError(
        'transient',
        `${boardName} says it has ${total} postings, but only ${slice.paths.size} could be listed. They are kept, and nothing is taken for closed.`,
      );
    }
    return slice;
  }

  async function readFacet(applied: Applied, facet: UsableFacet): Promise<Slice> {
    const union: Slice = { paths: new Set(), unnamed: 0 };
    for (const id of facet.ids) {
      const part = await attempt(() => readSlice({ ...applied, [facet.parameter]: [id] }));
      for (const path of part?.paths ?? []) union.paths.add(path);
      union.unnamed += part?.unnamed ?? 0;
    }
    return union;
  }

  async function readPages(applied: Applied, firstRows: readonly unknown[], total: number): Promise<Slice> {
    const slice: Slice = { paths: new Set(), unnamed: 0 };
    addRows(firstRows, slice);
    // an offset beyond the cap wraps round to the first page
    for (let offset = PAGE_SIZE; offset < Math.min(total, CAP); offset += PAGE_SIZE) {
      const page = await attempt(() => readPage(jobs, applied, offset, boardName, context));
      if (page === undefined || page.jobPostings.length === 0) break;
      addRows(page.jobPostings, slice);
    }
    return slice;
  }

  function addRows(values: readonly unknown[], slice: Slice): void {
    for (const value of values) {
      rows.all += 1;
      const path = WorkdayItem.safeParse(value).data?.externalPath;
      if (path && isRecord(value)) {
        slice.paths.add(path);
        if (!items.has(path)) items.set(path, value);
      } else {
        rows.bad += 1;
        slice.unnamed += 1;
      }
    }
  }

  async function attempt<T>(read: () => Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof BoardError) || error.kind !== 'transient') throw error;
      problem ??= error;
      return undefined;
    }
  }
}

/** Throws `transient` for the web page that tenants show while they are being maintained. */
export function refuseMaintenance(response: HttpResponse): void {
  if (!isWebPage(response)) return;
  throw new BoardError(
    'transient',
    `${new URL(response.url).host} answered with a web page, as Workday does during maintenance. It is tried again later.`,
  );
}

/** What one run of pages named. */
interface Slice {
  readonly paths: Set<string>;
  /** Rows that cannot be opened; they count towards the total. */
  unnamed: number;
}

async function readPage(
  jobs: string,
  appliedFacets: Applied,
  offset: number,
  boardName: string,
  context: CollectContext,
) {
  const response = await context.fetch({
    url: jobs,
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ appliedFacets, limit: PAGE_SIZE, offset, searchText: '' }),
    accept: [422],
  });
  if (response.status === 422) {
    throw new BoardError(
      'gone',
      `Workday knows no public site behind ${boardName}. Check host, tenant and site; capital letters matter in the site.`,
    );
  }
  refuseMaintenance(response);
  return readAnswer(response, WorkdayPage);
}

// More is answered with 400.
const PAGE_SIZE = 20;

// Where some tenants stop counting.
const CAP = 2000;

type Applied = Readonly<Record<string, readonly string[]>>;

interface UsableFacet {
  readonly parameter: string;
  readonly ids: readonly string[];
  readonly covered: number;
  readonly largest: number;
}

/** The facet not yet applied whose values cut the list best: small enough slices first, then the most rows covered. */
function bestFacet(facets: readonly WorkdayFacet[], applied: Applied): UsableFacet | undefined {
  return usableFacets(facets)
    .filter(({ parameter, ids }) => !(parameter in applied) && ids.length > 1)
    .sort((a, b) => Number(a.largest >= CAP) - Number(b.largest >= CAP) || b.covered - a.covered)[0];
}

function usableFacets(facets: readonly WorkdayFacet[]): UsableFacet[] {
  return facets.flatMap((facet) => {
    const values = facet.values ?? [];
    const leaves = values.filter((value) => typeof value.id === 'string' && !value.values);
    const inner = usableFacets(values.filter((value) => value.values));
    if (!facet.facetParameter || leaves.length === 0) return inner;
    const counts = leaves.map(({ count }) => count ?? 0);
    const own = {
      parameter: facet.facetParameter,
      ids: leaves.flatMap(({ id }) => id ?? []),
      covered: counts.reduce((sum, count) => sum + count, 0),
      largest: Math.max(...counts),
    };
    return [own, ...inner];
  });
}
