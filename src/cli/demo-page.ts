import { countOf, payLine, placeName, SIGN, verdictWords } from '../pipeline/digest/format.ts';
import type { DemoResult } from './demo-run.ts';
import type { Io } from './io.ts';
import { openingJson } from './opening-lines.ts';
import { printSummary } from './run-summary.ts';
import { oneLine, paint, wrap } from './terminal.ts';

/** The best openings of the sample person, what gave nothing, and where the digest lies. */
export function printDemo(result: DemoResult, io: Io): void {
  const width = Math.min(io.columns, 100);
  io.out(paint('bold', `The ${countOf(result.best.length, 'best opening')} for ${result.person}`, io, 'out'));
  for (const { line, reasons } of result.best) {
    io.out('');
    const id = String(line.id);
    for (const text of wrap(oneLine(line.title), width, `${id}  `, '    ')) io.out(paint('bold', text, io, 'out'));
    const pay = payLine(line.reading.pay);
    const where = line.workplace === 'remote' ? 'Remote' : line.places.map(placeName).join('; ');
    const facts = [oneLine(line.employer), oneLine(where), pay ? pay.figures + pay.note : ''].filter(
      (fact) => fact !== '',
    );
    for (const text of wrap(facts.join(' · '), width, '    ')) io.out(text);
    io.out(`    ${paint('green', verdictWords('eligible', reasons), io, 'out')}, ${line.score} of 100`);
    for (const reason of reasons.filter((finding) => finding.strength === 'required').slice(0, 3)) {
      const text = `${SIGN[reason.state]} ${reason.asks}: ${reason.because}. “${reason.evidence.quote}”`;
      for (const part of wrap(oneLine(text), width, '    ', '      ')) io.out(part);
    }
  }
  io.out('');
  printSummary({ ...result.summary, digests: [] }, io);
  io.out('');
  if (result.digestFile !== undefined)
    io.out(`Open the digest in a browser: ${paint('bold', result.digestFile, io, 'out')}`);
  const home = /^[\w./-]+$/.test(result.folder) ? result.folder : `'${result.folder}'`;
  io.out(`Then try: npx rolewatch query coder --remote --home ${home}`);
}

/** The same as JSON; every opening as in `query --json`, with its reasons. */
export function demoJson(result: DemoResult): Record<string, unknown> {
  return { ...result, best: result.best.map(({ line, reasons }) => ({ ...openingJson(line), reasons })) };
}
