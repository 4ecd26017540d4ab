/** What a new source begins with: paths from the top of the repository, and their text. */
export type Skeleton = Readonly<Record<string, string>>;

/** Why an id cannot be that of a new source, or `undefined`. `taken` are the ids of all sources. */
export function faultOfId(id: string, taken: readonly string[]): string | undefined {
  if (!/^[a-z][a-z0-9-]*$/.test(id) || id.endsWith('-') || id.includes('--')) {
    return `${id} is no id: use small letters, digits and single hyphens, beginning with a letter.`;
  }
  return taken.includes(id) ? `There is a source ${id} already.` : undefined;
}

/**
 * Files of a source that reads one JSON list, with three cases that pass, and the registry with its line in it. `today`
 * is a day, ISO. The invented interface (`api.ID.example`) is there to be replaced, case first.
 */
export function skeletonOf(id: string, name: string, registry: string, today: string): Skeleton {
  const constant = id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const type = constant.charAt(0).toUpperCase() + constant.slice(1);
  const folder = `src/sources/${id}`;
  const cases = `test/sources/${id}/cases`;
  return {
    [`${folder}/schema.ts`]: schemaText(type),
    [`${folder}/index.ts`]: indexText(id, name, constant, type, today),
    [`${cases}/list/case.json`]: caseText(id, today, {
      about: 'A posting with everything that is read.',
      exchange: {
        json: { postings: [{ id: 'a-1', title: 'Coder', url: `https://${id}.example/a-1`, text: '<p>RHIT</p>' }] },
      },
      expect: {
        drafts: [
          {
            externalId: 'a-1',
            url: `https://${id}.example/a-1`,
            title: 'Coder',
            employer: 'Lakeside Health',
            descriptionFormat: 'html',
            descriptionContains: ['RHIT'],
          },
        ],
      },
    }),
    [`${cases}/empty/case.json`]: caseText(id, today, {
      about: 'A list without postings.',
      exchange: { json: { postings: [] } },
      expect: { drafts: [] },
    }),
    [`${cases}/unknown-board/case.json`]: caseText(id, today, {
      about: 'An unknown board answers 404.',
      exchange: { status: 404 },
      expect: { drafts: [], error: 'gone' },
    }),
    'src/sources/registry.ts': withSource(registry, id, constant),
  };
}

function schemaText(type: string): string {
  return `import { z } from 'zod';

/** What a board row must give. */
export const ${type}Options = z.strictObject({
  board: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'the last part of the board’s address')
    .describe('The last part of the board’s address'),
});
export type ${type}Options = z.output<typeof ${type}Options>;

/** The list; its items are looked at one by one. */
export const ${type}List = z.object({ postings: z.array(z.unknown()) });

/** One posting: only the members that are used. */
export const ${type}Posting = z.object({
  id: z.string(),
  title: z.string().trim().min(1),
  url: z.url({ protocol: /^https?$/ }),
  text: z.string().nullish(),
});
`;
}

function indexText(id: string, name: string, constant: string, type: string, today: string): string {
  return `import type { PostingDraft } from '../../model/posting.ts';
import { readAnswer, readItems, readRawItem } from '../listing.ts';
import { type CollectContext, type Collected, defineSource, type RawPosting, type SourceBoard } from '../source.ts';
import { ${type}List, ${type}Options, ${type}Posting } from './schema.ts';

/** ${name.replaceAll('*/', '')}: one request gives the whole list. */
export const ${constant} = defineSource({
  id: '${id}',
  name: ${JSON.stringify(name)},
  homepage: 'https://${id}.example',
  origin: 'employer',
  access: {
    basis: 'official-api',
    terms: 'https://${id}.example/terms',
    read: '${today}',
  },
  options: ${type}Options,
  examples: [{ board: 'lakeside' }],
  host: () => API_HOST,
  every: '6h',
  revision: 1,
  status: 'working',
  collect,
  parse,
});

const API_HOST = 'api.${id}.example';

async function* collect(board: SourceBoard<${type}Options>, context: CollectContext): AsyncGenerator<Collected> {
  const url = \`https://\${API_HOST}/boards/\${encodeURIComponent(board.options.board)}\`;
  const list = readAnswer(await context.fetch({ url }), ${type}List);
  const shape = { idMember: 'id', item: ${type}Posting, boardName: board.name, log: context.log };
  for (const { externalId, original } of readItems(list.postings, shape)) {
    context.signal.throwIfAborted();
    yield { kind: 'posting', externalId, raw: { format: 'json', body: JSON.stringify(original) } };
  }
}

function parse(raw: RawPosting<${type}Options>): PostingDraft {
  const posting = readRawItem(raw, ${type}Posting);
  return {
    externalId: raw.externalId,
    url: posting.url,
    title: posting.title,
    employer: raw.board.employer ?? raw.board.name,
    ...(posting.text && { description: posting.text, descriptionFormat: 'html' as const }),
  };
}
`;
}

interface CaseParts {
  readonly about: string;
  readonly exchange: object;
  readonly expect: object;
}

function caseText(id: string, today: string, { about, exchange, expect }: CaseParts): string {
  const board = { id: 'lakeside-health', name: 'Lakeside Health', options: { board: 'lakeside' } };
  const exchanges = [{ url: `https://api.${id}.example/boards/lakeside`, ...exchange }];
  return `${JSON.stringify({ about, board, now: `${today}T08:00:00Z`, exchanges, expect }, null, 2)}\n`;
}

/** The registry with one more source, in order; throws when the registry has another form than it had. */
function withSource(registry: string, id: string, constant: string): string {
  const imports = [...registry.matchAll(/^import \{ (\w+) \} from '\.\/([a-z0-9-]+)\/index\.ts';$/gm)];
  const list = /^(export const sources: readonly AnySource\[\] = )\[([^\]]*)\];$/m.exec(registry);
  if (imports.length === 0 || list === null) throw new Error('src/sources/registry.ts is not in the known form.');
  const all = [
    ...imports.map((match) => ({ name: match[1] ?? '', folder: match[2] ?? '' })),
    { name: constant, folder: id },
  ];
  all.sort((a, b) => (a.folder < b.folder ? -1 : 1));
  const after = all[all.findIndex((source) => source.folder === id) + 1];
  const line = `import { ${constant} } from './${id}/index.ts';\n`;
  const beside = after === undefined ? (imports.at(-1)?.[0] ?? '') : importOf(after);
  const imported =
    after === undefined
      ? registry.replace(beside, `${beside}\n${line.trimEnd()}`)
      : registry.replace(beside, `${line}${beside}`);
  const names = all.map(({ name }) => name);
  return imported.replace(list[0], `${list[1]}[\n  ${names.join(',\n  ')},\n];`);
}

function importOf({ name, folder }: { readonly name: string; readonly folder: string }): string {
  return `import { ${name} } from './${folder}/index.ts';`;
}
