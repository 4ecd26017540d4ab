import { countOf, formatCount } from '../pipeline/digest/format.ts';
import { type ChangedField, fieldName } from '../pipeline/normalize/replay.ts';
import type { ReplaySample } from '../pipeline/normalize/replay-tally.ts';
import type { Io } from './io.ts';
import type { Acceptance, Comparison } from './replay-readings.ts';
import { oneLine, paint, table, wrap } from './terminal.ts';

const NOTHING = 'No stored posting was read by older rules.';

/** More boards than this are not named one by one: a changed credential catalogue concerns all of them. */
const MOST_NAMES = 5;

/** What would change, as a table and with samples; `board` is the one that was asked for. */
export function printComparison(comparison: Comparison, board: string | undefined, io: Io): void {
  const { compared, changed, added, gone, unreadable, fields, samples, rereadAnyway } = comparison;
  const width = Math.min(io.columns, 100);
  const say = (text: string): void => {
    for (const line of wrap(oneLine(text), width)) io.out(line);
  };
  if (compared === 0) {
    say(NOTHING);
    return;
  }
  say(`${countOf(compared, 'stored posting')} read again, without a request; ${formatCount(changed)} would change.`);
  if (added > 0) say(`${countOf(added, 'item')} would become a posting.`);
  if (gone > 0) say(`${countOf(gone, 'posting is', 'postings are')} none any more and would be closed.`);
  if (unreadable > 0) say(`${countOf(unreadable, 'item')} cannot be read; what was read before stays.`);
  if (fields.length > 0) {
    const rows = fields.map(({ field, postings }) => [fieldName(field), formatCount(postings)]);
    const [heading = '', ...body] = table(
      [{ title: 'Changed' }, { title: 'Postings', width: 10, align: 'right' }],
      rows,
      width,
    );
    io.out('');
    io.out(paint('bold', heading, io, 'out'));
    for (const line of body) io.out(line);
  }
  let last: ChangedField | undefined;
  for (const sample of samples) {
    if (sample.field !== last) {
      io.out('');
      io.out(paint('bold', fieldName(sample.field), io, 'out'));
    }
    last = sample.field;
    printSample(sample, width, io);
  }
  io.out('');
  if (rereadAnyway.length > 0) {
    const boards = countOf(rereadAnyway.length, 'board is', 'boards are');
    const more = rereadAnyway.length - MOST_NAMES;
    const names = [...rereadAnyway.slice(0, MOST_NAMES), ...(more > 0 ? [`${formatCount(more)} more`] : [])];
    say(`${boards} read again by the next run in any case, for another reason than the rules: ${names.join(', ')}.`);
  }
  const command = `rolewatch replay --accept${board === undefined ? '' : ` --board ${board}`}`;
  say(`Nothing was written; \`${command}\` writes the new readings.`);
}

function printSample(sample: ReplaySample, width: number, io: Io): void {
  const head = [sample.title, sample.employer, sample.boardId].map(oneLine).join(' · ');
  for (const line of wrap(head, width, '  ', '    ')) io.out(line);
  const print = (label: string, lines: readonly string[]): void => {
    for (const [index, text] of lines.entries()) {
      const indent = `    ${(index === 0 ? label : '').padEnd(8)}`;
      for (const line of wrap(oneLine(text), width, indent, ' '.repeat(12))) io.out(line);
    }
  };
  print('before', sample.before);
  print('after', sample.after);
  if (sample.quote === undefined) return;
  const quote = `“${oneLine(sample.quote)}”`;
  for (const line of wrap(quote, width, ' '.repeat(12))) io.out(paint('dim', line, io, 'out'));
}

/** What was written, and what the next run does with it. */
export function printAcceptance(acceptance: Acceptance, io: Io): void {
  const { boards, read, rewritten, unreadable, busy, failures, finished } = acceptance;
  const width = Math.min(io.columns, 100);
  const say = (text: string): void => {
    for (const line of wrap(oneLine(text), width)) io.out(line);
  };
  if (boards === 0) {
    say(NOTHING);
    return;
  }
  say(`${countOf(read, 'posting')} read again on ${countOf(boards, 'board')}; the new readings are stored.`);
  if (unreadable > 0) say(`${countOf(unreadable, 'posting')} could not be read; what was read before stays.`);
  for (const { board, message } of failures) say(`${board}: ${message}`);
  if (busy.length > 0) say(`Another process is at work on ${busy.join(', ')}.`);
  if (!finished) say('Some postings are left; run it again to go on.');
  else if (rewritten > 0) {
    const again = `The next \`rolewatch run\` groups and matches ${formatCount(rewritten)} of them again`;
    say(`${again}; no opening is told a second time.`);
  }
}
