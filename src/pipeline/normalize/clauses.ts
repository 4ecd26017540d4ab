import type { RequirementNode } from '../../model/requirement.ts';
import { type Cue, type CueStrength, type Grace, readCues, readGraces } from './cues.ts';
import { withoutExcluded } from './exclusions.ts';
import { withGrace } from './grace.ts';
import type { Mark } from './marks.ts';
import { cutBetween, partsOf } from './parts.ts';
import { phrase } from './quotes.ts';
import type { Sentence } from './sentence.ts';
import { TOPIC } from './topics.ts';
import { anyOf, buildNode, holdsCredential } from './tree.ts';

/** A demand of one sentence. `strength` is `null` where neither the words nor the section say it. */
export interface Clause {
  readonly strength: 'required' | 'preferred' | null;
  readonly node: RequirementNode;
  /** The strength stands in the sentence itself. */
  readonly said: boolean;
}

interface Drawn extends Omit<Clause, 'strength'> {
  readonly strength: CueStrength | null;
}

/** A leaf with what the sentence says of it. */
export interface Judged {
  readonly mark: Mark;
  /** Which demand of the sentence it belongs to. */
  readonly part: number;
  readonly strength: CueStrength | null;
  readonly said: boolean;
}

/**
 * Cuts one sentence into demands: its leaves are given to the wording that speaks of them ("RHIT required, RHIA
 * preferred"), then joined into trees. `fallback` is the strength of the section.
 */
export function readClauses(
  one: Sentence,
  marks: readonly Mark[],
  fallback: 'required' | 'preferred' | null,
  lead = one.start,
): Clause[] {
  const { text, start, end, words: sentence } = one;
  const cues = readCues(one);
  const kept = (one.about & TOPIC.denial) === 0 ? marks : withoutExcluded(sentence, start, marks, cues);
  const graces = readGraces(one);
  const parts = partsOf(sentence, start, kept, cues, graces);
  const judged = withGrace(text, start, sentence, judge(sentence, start, kept, parts, cues, fallback), graces);
  const clauses: Drawn[] = [];
  let group: Judged[] = [];
  const close = () => {
    const first = group[0];
    if (first === undefined) return;
    const { strength, said } = first;
    const node = buildNode(
      text,
      start,
      group.map((judgedMark) => judgedMark.mark),
      lead,
    );
    const before = clauses.at(-1);
    const tail = sentence.slice((group.at(-1)?.mark.end ?? start) - start);
    if (before?.strength === 'required' && holdsCredential(before.node) && isAlsoTaken(tail) && holdsCredential(node)) {
      clauses[clauses.length - 1] = { ...before, node: anyOf(text, [before.node, node]) };
      group = [];
      return;
    }
    // "Bachelor's degree preferred; four years of experience in lieu": never a demand of its own.
    if (before !== undefined && !asksNothing([before.node]) && group.every(({ mark }) => mark.kind === 'equivalent')) {
      clauses[clauses.length - 1] = { ...before, node: anyOf(text, [before.node, node]) };
      group = [];
      return;
    }
    // The parts of a plain "and" are demands of their own.
    const nodes = node.kind === 'all' && node.graceMonths === undefined ? node.of : [node];
    for (const part of nodes) clauses.push({ strength, node: part, said });
    group = [];
  };
  for (const next of judged) {
    const last = group.at(-1);
    if (last !== undefined && (last.strength !== next.strength || last.part !== next.part)) close();
    group.push(next);
  }
  close();
  return withPhrases(text, [start, end], lead, withSpread(clauses), cues, graces);
}

const ALSO_TAKEN =
  /^[^.;]{0,80}?\b(?:considered|accepted|acceptable(?=\W*$|[.,;)]| in | as | if | too)|may apply|(?:is|are) (?:also )?(?:fine|ok|okay|welcome)(?: too| as well)?)\b/i;

/** "CPC required; CPC-A with a year of experience considered": the words behind a demand make it another way to meet the one before. */
export function isAlsoTaken(tail: string): boolean {
  return ALSO_TAKEN.test(tail);
}

/** "RHIT required, bachelor's degree": what follows a demand in its sentence without a strength of its own is one too. */
function withSpread(clauses: readonly Drawn[]): Drawn[] {
  let asked = false;
  return clauses.map((clause) => {
    if (clause.said) asked = clause.strength === 'required';
    return asked && clause.strength === null ? { ...clause, strength: 'required' } : clause;
  });
}

/** Widens the evidence of each demand to the words that state it, up to where the next demand begins. */
function withPhrases(
  text: string,
  [start, end]: readonly [number, number],
  lead: number,
  clauses: readonly Drawn[],
  cues: readonly Cue[],
  graces: readonly Grace[],
): Clause[] {
  const sentence = text.slice(start, end);
  let from = lead;
  return clauses.flatMap(({ strength, node, said }, position) => {
    const next = clauses[position + 1]?.node.evidence;
    const { evidence } = node;
    const to =
      next === undefined
        ? end
        : start + cutBetween(sentence, evidence.end - start, Math.max(evidence.end, next.start) - start, cues, graces);
    const wide = { ...node, evidence: phrase(text, evidence, from, to) };
    from = to;
    return strength === 'none' ? [] : [{ strength, node: wide, said }];
  });
}

/** Gives each mark the strength of the wording that speaks of it. */
function judge(
  sentence: string,
  start: number,
  marks: readonly Mark[],
  parts: readonly number[],
  cues: readonly Cue[],
  fallback: CueStrength | null,
): Judged[] {
  const result: { mark: Mark; part: number; strength: CueStrength | null; said: boolean }[] = marks.map((mark, at) => ({
    mark,
    part: parts[at] ?? 0,
    strength: fallback,
    said: false,
  }));
  let boundary = 0;
  for (const cue of cues) {
    const spans = parenthesis(sentence, cue.start);
    const within = (one: { mark: Mark }, from: number, to: number) =>
      one.mark.start - start >= from && one.mark.end - start <= to;
    if (cue.side === 'after') {
      let open = reach(
        sentence,
        start,
        result.filter((one) => within(one, boundary, cue.start)),
      );
      if (spans !== undefined) {
        const inside = open.filter((one) => within(one, spans[0], spans[1]));
        const rest = sentence.slice(spans[0] + 1, cue.start) + sentence.slice(cue.end, spans[1]);
        // "(higher education preferred)" speaks of itself, "(preferred)" of what it follows.
        if (inside.length > 0) open = inside;
        else if (!/^(?:\W|strongly|highly|but|not|is|and|or|required|preferred)*$/i.test(rest)) continue;
        else open = lastChoice(sentence, start, open);
      } else if (open.length > 0 && cue.strength !== 'required' && speaksOfOther(sentence, start, open, cue)) {
        continue;
      }
      if (open.length > 0) {
        for (const one of open) if (!one.said || cue.strength !== 'required') set(one, cue.strength);
        if (spans === undefined) boundary = cue.end;
        continue;
      }
    }
    // "Preferably at least 5 years", "ideally you have": the weaker word is the meaning.
    const wish = cues.find(
      (other) =>
        other.strength === 'preferred' &&
        other.side === 'before' &&
        other.end <= cue.start &&
        cue.start - other.end < 24,
    );
    if (
      cue.side === 'before' &&
      cue.strength === 'required' &&
      wish !== undefined &&
      !/[;.]/.test(sentence.slice(wish.end, cue.start))
    )
      continue;
    // Speaks of what follows, up to the next sentence part.
    const stop = nextStop(sentence, cue.end);
    for (const one of result) if (within(one, cue.end, stop)) set(one, cue.strength);
  }
  // "No experience needed" is never a preference, nor taken back.
  for (const one of result) if (asksNothing(one.mark.nodes)) set(one, 'required');
  return result;
}

function asksNothing(nodes: readonly RequirementNode[]): boolean {
  return nodes.some(
    (node) => (node.kind === 'experience' && node.years === 0) || (node.kind === 'education' && node.level === 'none'),
  );
}

/** "RHIT or CCS (preferred)": the last item with all that "or" hangs on it. */
function lastChoice<One extends { mark: Mark }>(sentence: string, start: number, open: readonly One[]): One[] {
  let from = open.length - 1;
  for (; from > 0; from -= 1) {
    const [left, right] = [open[from - 1], open[from]];
    if (left === undefined || right === undefined || left.mark.kind !== right.mark.kind) break;
    if (
      !/^\)?,? ?(?:(?:and\/)?or\b|\/)[\s(]*(?:an? )?$/i.test(
        sentence.slice(left.mark.end - start, right.mark.start - start),
      )
    )
      break;
  }
  return open.slice(Math.max(0, from));
}

/** A wording reaches back over its own list only: not past a semicolon, the end of a sentence, or a long stretch of other words. */
function reach<One extends { mark: Mark; part: number }>(sentence: string, start: number, open: readonly One[]): One[] {
  for (let position = open.length - 1; position > 0; position -= 1) {
    const gap = sentence.slice(
      (open[position - 1]?.mark.end ?? start) - start,
      (open[position]?.mark.start ?? start) - start,
    );
    if (gap.length > 110 || STOP.test(gap) || open[position]?.part !== open[position - 1]?.part)
      return open.slice(position);
  }
  return [...open];
}

/** A semicolon, or a full stop right before the next demand: "CCS-P. 3 years preferred". */
const STOP = /;|(?<!\b(?:min|max|approx|cert|certif|lic|equiv|incl|pref|req|no))\.\s+$/i;

function set(one: { strength: CueStrength | null; said: boolean }, strength: CueStrength): void {
  one.strength = strength;
  one.said = true;
}

function parenthesis(sentence: string, at: number): [number, number] | undefined {
  const open = sentence.lastIndexOf('(', at);
  if (open === -1 || sentence.indexOf(')', open) < at) return undefined;
  return [open, sentence.indexOf(')', at)];
}

/** A word of its own between a comma and "preferred". */
const OWN_CONTENT = /\b(?!(?:but|also|is|are|strongly|highly|very|much|an?|the|not|required)\b)[a-z]{3}/i;
const ANOTHER_SPAN =
  /(?:[,;(/]|\bwith|\bor|–|-)\s*(?:\d{1,2} ?\+?|two|three|four|five|six|seven|eight|ten)(?: ?(?:-|–|to) ?\d{1,2})?(?: or more| plus)?(?: (?:years?|yrs?))?(?: (?:is|are|strongly|highly))?\s*$/i;

/** "RN licence, case management experience preferred": the preference is for the experience. */
function speaksOfOther(sentence: string, start: number, open: readonly { mark: Mark }[], cue: Cue): boolean {
  const last = open.at(-1);
  if (last === undefined) return false;
  const gap = sentence.slice(last.mark.end - start, cue.start);
  // "3 years of coding, 5 preferred".
  if (last.mark.kind === 'experience' && ANOTHER_SPAN.test(gap)) return true;
  const semicolon = gap.lastIndexOf(';');
  if (semicolon !== -1 && /[a-z]{3}/i.test(gap.slice(semicolon).replace(/\b(?:strongly|highly|is|are|also)\b/gi, '')))
    return true;
  const comma = Math.max(gap.lastIndexOf(','), gap.lastIndexOf(' - '), gap.lastIndexOf(' with '));
  if (comma === -1) return false;
  const chunk = gap.slice(comma + 1);
  if (/^\s*(?:or|and\/or)\b|\bor\b/i.test(chunk)) return false;
  // "One year of office experience, health care preferred".
  if (last.mark.kind === 'experience' && OWN_CONTENT.test(chunk)) return true;
  return /experience|knowledge|skills|background|proficien|familiar|abilit|setting|environment|bilingual|patient|acute|previous|prior/i.test(
    chunk,
  );
}

function nextStop(sentence: string, from: number): number {
  const semicolon = sentence.indexOf(';', from);
  return semicolon === -1 ? sentence.length : semicolon;
}
