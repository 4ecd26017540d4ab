import { UsageError } from '../errors.ts';
import type { Credential } from '../model/credential.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Place } from '../model/place.ts';
import type { Reading } from '../model/reading.ts';
import type { RequirementNode } from '../model/requirement.ts';
import { formatPay } from '../pipeline/digest/format.ts';
import { credentialName } from '../pipeline/match/credential-name.ts';
import { cleanText } from '../pipeline/normalize/clean-text.ts';
import { describeNode } from '../pipeline/normalize/describe.ts';
import { draftFromJobPosting, extractJobPostings } from '../sources/json-ld.ts';
import type { Io } from './io.ts';
import { WORKPLACE_WORD } from './opening-lines.ts';
import { oneLine, paint, wrap } from './terminal.ts';

/** A posting that can be read. */
export interface ReadablePosting {
  readonly title: string;
  readonly text: string;
  readonly employer?: string;
  readonly places?: readonly Place[];
}

/** Text, HTML, or a page with schema.org markup, as a posting; without a title the first line serves as one. */
export function postingOf(input: string, title: string | undefined, now: Date): ReadablePosting {
  if (input.trim() === '')
    throw new UsageError('There is nothing to read; pipe a posting in, for example: rolewatch read - < posting.txt');
  const [marked] = /<script/i.test(input) ? extractJobPostings(input) : [];
  const draft = marked === undefined ? undefined : draftFromJobPosting(marked, undefined, now.toISOString());
  if (draft?.description !== undefined) {
    return {
      title: title ?? draft.title ?? '',
      text: cleanText(draft.description, draft.descriptionFormat ?? 'html'),
      ...(draft.employer === undefined ? {} : { employer: draft.employer }),
      ...(draft.places === undefined ? {} : { places: draft.places }),
    };
  }
  const text = cleanText(input, /<(p|div|br|li|html|body|h[1-6]|span)\b/i.test(input) ? 'html' : 'text');
  return { title: title ?? text.split('\n', 1)[0]?.slice(0, 200) ?? '', text };
}

/** What was understood, each value with its quoted words. */
export function printReading(
  posting: ReadablePosting,
  reading: Reading,
  credentials: ReadonlyMap<string, Credential>,
  io: Io,
): void {
  const width = Math.min(io.columns, 100);
  const nameOf = (id: string): string => credentialName(id, credentials);
  for (const line of wrap(oneLine(posting.title), width)) io.out(paint('bold', line, io, 'out'));
  for (const strength of ['required', 'preferred'] as const) {
    const wanted = reading.requirements.filter((requirement) => requirement.strength === strength);
    if (wanted.length === 0) continue;
    io.out('');
    io.out(paint('bold', strength === 'required' ? 'Required' : 'Preferred', io, 'out'));
    for (const { node } of wanted) printNode(node, nameOf, 0, width, io);
  }
  if (reading.requirements.length === 0) io.out('No requirement could be read.');
  io.out('');
  io.out(paint('bold', 'Facts', io, 'out'));
  for (const [name, value, evidence] of factsOf(reading)) {
    for (const line of wrap(oneLine(value), width, `  ${name.padEnd(12)} `, ' '.repeat(15))) io.out(line);
    printQuote(evidence, ' '.repeat(15), width, io);
  }
}

function factsOf(reading: Reading): (readonly [string, string, Evidence | undefined])[] {
  const unstated = 'not stated';
  return [
    ...(reading.pay.length === 0
      ? [['pay', unstated, undefined] as const]
      : reading.pay.map((pay) => ['pay', formatPay(pay) ?? unstated, pay.evidence] as const)),
    ['workplace', reading.workplace ? WORKPLACE_WORD[reading.workplace.mode] : unstated, reading.workplace?.evidence],
    ...reading.remoteLimits.map((limit) => ['remote from', limit.area, limit.evidence] as const),
    ...(reading.employmentTypes.length === 0
      ? [['type', unstated, undefined] as const]
      : reading.employmentTypes.map(({ type, evidence }) => ['type', type.replace('_', '-'), evidence] as const)),
    ['level', reading.seniority ?? unstated, undefined],
  ];
}

function printNode(node: RequirementNode, nameOf: (id: string) => string, depth: number, width: number, io: Io): void {
  const indent = '  '.repeat(depth + 1);
  for (const line of wrap(oneLine(describeNode(node, nameOf)), width, indent, `${indent}  `)) io.out(line);
  if (depth === 0) printQuote(node.evidence, `${indent}    `, width, io);
  if (node.kind !== 'all' && node.kind !== 'any') return;
  for (const part of node.of) {
    const own = part.graceMonths !== undefined && part.graceMonths !== node.graceMonths;
    if (part.kind === 'all' || part.kind === 'any' || own) printNode(part, nameOf, depth + 1, width, io);
  }
}

function printQuote(evidence: Evidence | undefined, indent: string, width: number, io: Io): void {
  if (!evidence) return;
  for (const line of wrap(`“${oneLine(evidence.quote)}”`, width, indent)) io.out(paint('dim', line, io, 'out'));
}
