/**
 * Prints where the program reads a labelled posting otherwise than its labels say, with the words it rests on:
 *   npm run eval:report                         the project's own labelled postings
 *   npm run eval:report -- GOLD.jsonl [FIELD]   those of a file; of one field alone
 */

import { describeNode } from '../src/pipeline/normalize/describe.ts';
import type { Labels } from '../src/pipeline/normalize/labels.ts';
import { labelledLines, ownPostings, type Predicted, predict } from './labelled.ts';

/** Silent in every field: what a label that was left out means. */
const EMPTY: ReadonlySet<unknown> = new Set([null, undefined, false, '[]', 'null']);

const [goldFile, onlyField] = process.argv.slice(2);
const misses = new Map<string, number>();
let count = 0;
for await (const one of predict(goldFile === undefined ? ownPostings() : labelledLines(goldFile))) {
  count += 1;
  printMisses(one);
}
console.log(`${count} postings; read otherwise than labelled:`);
for (const [field, missed] of [...misses].sort((a, b) => b[1] - a[1])) {
  console.log(`  ${field.padEnd(24)} ${String(missed).padStart(3)} (${((100 * missed) / count).toFixed(1)} %)`);
}

function printMisses({ posting, reading, labels }: Predicted): void {
  const fields = Object.keys(labels).filter((field) => onlyField === undefined || field === onlyField);
  const wrong = fields.filter(
    (field) =>
      !posting.ambiguous.includes(field) && canonical(posting.labels[field]) !== canonical(read(labels, field)),
  );
  if (wrong.length === 0) return;
  console.log(`${posting.id}  ${posting.title}`);
  for (const field of wrong) {
    misses.set(field, (misses.get(field) ?? 0) + 1);
    const [wanted, got] = [posting.labels[field] ?? null, read(labels, field)].map((value) => JSON.stringify(value));
    console.log(`  ${field}: labelled ${wanted}, read ${got}`);
  }
  for (const { strength, node } of reading.requirements) {
    console.log(`    ${strength}: ${describeNode(node, (id) => id)}  “${oneLine(node.evidence.quote)}”`);
  }
  const facts = [...reading.pay, ...reading.employmentTypes, reading.workplace, ...reading.remoteLimits];
  for (const fact of facts) {
    if (fact?.evidence !== undefined) console.log(`    read from “${oneLine(fact.evidence.quote)}”`);
  }
}

function read(labels: Labels, field: string): unknown {
  return Object.entries(labels).find(([name]) => name === field)?.[1];
}

/** Lists count whatever their order. */
function canonical(value: unknown): string | undefined {
  const text = JSON.stringify(sorted(value ?? null));
  return EMPTY.has(value) || EMPTY.has(text) ? undefined : text;
}

function sorted(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ');
}
