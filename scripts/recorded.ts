// Prints what comes out of real answers that were saved outside the repository: npm run recorded.

import type { PostingDraft } from '../src/model/posting.ts';
import { type RecordedResult, readRecording, recordingsIn } from '../test/kit/recorded.ts';

const FIELDS: readonly (readonly [heading: string, field: keyof PostingDraft])[] = [
  ['posted', 'postedAt'],
  ['closes', 'closesAt'],
  ['pay', 'pay'],
  ['places', 'places'],
  ['workplace', 'workplace'],
  ['type', 'employmentTypes'],
  ['requisition', 'requisition'],
  ['description', 'description'],
];

const folder = process.env['ROLEWATCH_RECORDED'];
if (folder === undefined) {
  console.error('Set ROLEWATCH_RECORDED to a folder of recorded answers; test/sources/README.md says what is in it.');
  process.exitCode = 2;
} else {
  await printTable(folder);
}

async function printTable(recorded: string): Promise<void> {
  const results: RecordedResult[] = [];
  for (const recording of recordingsIn(recorded)) results.push(await readRecording(recording, recorded));
  const rows = [
    ['file', 'source', 'items', 'drafts', 'no posting', ...FIELDS.map(([heading]) => heading), 'ended'],
    ...results.map(rowOf),
    rowOf({
      file: 'all',
      source: '',
      items: results.reduce((sum, { items }) => sum + items, 0),
      drafts: results.flatMap(({ drafts }) => drafts),
      noPosting: results.reduce((sum, { noPosting }) => sum + noPosting, 0),
      problems: [],
      ended: '',
    }),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  const problems = results.flatMap(({ file, problems: found }) => found.map((problem) => `${file}: ${problem}`));
  for (const problem of problems) console.error(problem);
  const missing = results.filter(({ items, drafts, noPosting }) => drafts.length + noPosting !== items);
  if (problems.length + missing.length > 0) process.exitCode = 1;
}

function rowOf({ file, source, items, drafts, noPosting, ended }: RecordedResult): string[] {
  const share = (field: keyof PostingDraft) => {
    const filled = drafts.filter((draft) => draft[field] !== undefined).length;
    return drafts.length === 0 ? '–' : `${Math.round((100 * filled) / drafts.length)} %`;
  };
  return [
    file,
    source,
    `${items}`,
    `${drafts.length}`,
    `${noPosting}`,
    ...FIELDS.map(([, field]) => share(field)),
    ended,
  ];
}
