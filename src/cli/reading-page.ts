import type { Credential } from '../model/credential.ts';
import type { Evidence } from '../model/evidence.ts';
import { annualPay } from '../model/pay.ts';
import type { Posting, PostingDraft } from '../model/posting.ts';
import type { RequirementNode } from '../model/requirement.ts';
import { credentialName } from '../pipeline/match/credential-name.ts';
import { describeNode } from '../pipeline/normalize/describe.ts';
import type { Io } from './io.ts';
import { type Fact, factsOf, silentOn } from './reading-facts.ts';
import { oneLine, paint, wrap } from './terminal.ts';

/** How wide the names of the facts are, with the margin before and the gap behind. */
const NAMES = 15;

/** All that was understood of one posting as JSON; `annualPay` has an entry for each of `reading.pay`. */
export function readingJson(posting: Posting): object {
  const { title, employer, places, postedAt, closesAt, text, reading } = posting;
  return {
    title,
    ...(employer === '' ? {} : { employer }),
    places,
    ...(postedAt === undefined ? {} : { postedAt }),
    ...(closesAt === undefined ? {} : { closesAt }),
    text,
    reading,
    annualPay: reading.pay.map(annualPay),
  };
}

/** What was understood, each value with its quoted words; `draft` tells what stands beside the text. */
export function printReading(
  posting: Posting,
  draft: PostingDraft,
  credentials: ReadonlyMap<string, Credential>,
  io: Io,
): void {
  const width = Math.min(io.columns, 100);
  const nameOf = (id: string): string => credentialName(id, credentials);
  for (const line of wrap(oneLine(posting.title), width)) io.out(paint('bold', line, io, 'out'));
  for (const strength of ['required', 'preferred'] as const) {
    const wanted = posting.reading.requirements.filter((requirement) => requirement.strength === strength);
    if (wanted.length === 0) continue;
    io.out('');
    io.out(paint('bold', strength === 'required' ? 'Required' : 'Preferred', io, 'out'));
    for (const { node } of wanted) printDemand(node, nameOf, width, io);
  }
  const facts = factsOf(posting, draft);
  if (facts.length > 0) {
    io.out('');
    io.out(paint('bold', 'Facts', io, 'out'));
    for (const fact of facts) printFact(fact, width, io);
  }
  const silent = silentOn(posting.reading);
  if (silent.length === 0) return;
  io.out('');
  const topics = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(silent);
  for (const line of wrap(`Nothing was found on ${topics}.`, width)) io.out(line);
}

function printFact({ name, lines, evidence, origin }: Fact, width: number, io: Io): void {
  const hanging = ' '.repeat(NAMES);
  for (const [position, words] of lines.entries()) {
    const indent = position === 0 ? `  ${name}`.padEnd(NAMES) : hanging;
    for (const line of wrap(oneLine(words), width, indent, hanging)) io.out(line);
  }
  printQuotes(evidence, hanging, width, io);
  if (origin !== undefined) io.out(paint('dim', `${hanging}(${origin})`, io, 'out'));
}

function printDemand(node: RequirementNode, nameOf: (id: string) => string, width: number, io: Io): void {
  for (const line of demandLines(node, nameOf, width)) io.out(line);
  printQuotes(evidenceOf(node), ' '.repeat(6), width, io);
}

/** A demand in a sentence; one that holds choices within choices and is longer than a line, part by part. */
function demandLines(node: RequirementNode, nameOf: (id: string) => string, width: number): string[] {
  if (node.kind === 'unread') return ['  words that could not be read for certain'];
  const lines = wrap(oneLine(describeNode(node, nameOf)), width, '  ', '    ');
  if ((node.kind !== 'all' && node.kind !== 'any') || lines.length === 1 || !node.of.some(isGroup)) return lines;
  const grace = node.graceMonths === undefined ? '' : `, within ${node.graceMonths} months of hire`;
  return [
    `  ${node.kind === 'any' ? 'one of' : 'all of'}${grace}:`,
    ...node.of.flatMap((part) => {
      const { graceMonths: _grace, ...bare } = part;
      const words = describeNode(node.graceMonths === undefined ? part : bare, nameOf);
      return wrap(oneLine(words), width, '    - ', '      ');
    }),
  ];
}

function isGroup(node: RequirementNode): boolean {
  return node.kind === 'all' || node.kind === 'any';
}

/** What a demand rests on: its own words and those of its parts, which may stand in another sentence. */
function evidenceOf(node: RequirementNode): Evidence[] {
  const parts = node.kind === 'all' || node.kind === 'any' ? node.of.flatMap(evidenceOf) : [];
  return [node.evidence, ...parts];
}

/** Each quote on lines of its own, without those that are part of another. */
function printQuotes(evidence: readonly Evidence[], indent: string, width: number, io: Io): void {
  const kept = evidence.filter(
    (one, position) =>
      one.quote !== '' &&
      !evidence.some(
        (other, at) =>
          other.start <= one.start &&
          one.end <= other.end &&
          (other.end - other.start > one.end - one.start || at < position),
      ),
  );
  for (const { quote } of kept)
    for (const line of wrap(`“${oneLine(quote)}”`, width, indent, `${indent} `)) io.out(paint('dim', line, io, 'out'));
}
