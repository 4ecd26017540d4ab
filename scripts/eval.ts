/**
 * Reads labelled postings and writes what the program understands of them, for measuring:
 *   npm run eval -- GOLD.jsonl OUT.jsonl
 * A line of GOLD is {id, title, company, location, text, …}; a line of OUT is {id, …labels} (`labels.ts`).
 * Lines stream through; the count and the speed are printed on stderr.
 */

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { labelledLines, predict } from './labelled.ts';

const [goldFile, outFile] = process.argv.slice(2);
if (goldFile === undefined || outFile === undefined) {
  console.error('usage: npm run eval -- GOLD.jsonl OUT.jsonl');
  process.exit(2);
}

const out = createWriteStream(outFile);
let count = 0;
let spent = 0;
for await (const { posting, labels, ms } of predict(labelledLines(goldFile))) {
  spent += ms;
  count += 1;
  if (!out.write(`${JSON.stringify({ id: posting.id, ...labels })}\n`)) await once(out, 'drain');
}
out.end();
await once(out, 'finish');
console.error(`${count} postings read, ${Math.round(count / (spent / 1000))} per second`);
