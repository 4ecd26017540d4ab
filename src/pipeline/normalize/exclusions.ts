import type { Cue } from './cues.ts';
import type { Mark } from './marks.ts';

const AFTER =
  /(?:not|n['’]t) (?:be )?(?:permitted|allowed|accepted|acceptable|considered|eligible|sufficient|substituted)|can(?:not|['’]?t) be (?:accepted|considered|substituted|used)|need not apply|do(?:es)? not (?:qualify|meet|count)|\b(?:are |is )?excluded/i;
const BEFORE =
  /\b(?:excluding|except(?: for)?|other than|not including|does not include|(?:cannot|can['’]?t|can not|do not|don['’]?t|will not|won['’]?t|unable to|not able to) (?:take|accept|consider|hire|use|recogni[sz]e)|not (?:accepting|considering|taking))\b/i;
/** "no CPC-A", "(not CPC-A or CCA)", "but not CPC-A", "neither RHIA nor RHIT". */
const DENIED =
  /(?<!if )\b(?:no|not|nor|neither|without)(?: (?:an?|the|any))?(?: apprentice(?: status| designation)?)? \(?$/i;
/** No pattern of this file matches without one of these. */
const NEGATES = /no|exclu|except|other than|without|can['’]?t|n['’]t|unable/i;
const SAME_LIST = /^[\s,/]*(?:(?:and\/or|or|and|nor)\b[\s(]*(?:an? )?)?$/i;

/** Leaves out what a sentence shuts out in words: "CPC-A not accepted", "(CCA excluded)", "no apprentices (CPC-A)". */
export function withoutExcluded(
  sentence: string,
  start: number,
  marks: readonly Mark[],
  cues: readonly Cue[],
): readonly Mark[] {
  if (!NEGATES.test(sentence)) return marks;
  const after = AFTER.exec(sentence);
  if (after !== null) {
    const from = start + excludedFrom(sentence.slice(0, after.index), cues);
    return marks.filter((mark) => mark.start < from || mark.start > start + after.index);
  }
  const before = BEFORE.exec(sentence);
  if (before !== null) {
    const close = sentence.indexOf(')', before.index);
    const to = close === -1 ? sentence.length : close;
    return marks.filter((mark) => mark.start < start + before.index || mark.start > start + to);
  }
  let last: Mark | undefined;
  return marks.filter((mark) => {
    const denied =
      DENIED.test(sentence.slice(Math.max(0, mark.start - start - 36), mark.start - start)) ||
      (last !== undefined && SAME_LIST.test(sentence.slice(last.end - start, mark.start - start)));
    if (denied && mark.kind !== 'experience' && !(mark.kind === 'education' && isNone(mark))) last = mark;
    else last = undefined;
    return last === undefined;
  });
}

function isNone(mark: Mark): boolean {
  return mark.nodes.some((node) => node.kind === 'education' && node.level === 'none');
}

/** Where, before "… not accepted", the list begins that is not accepted. */
function excludedFrom(head: string, cues: readonly Cue[]): number {
  const cue = cues.findLast((one) => one.side === 'after' && one.end <= head.length);
  const from = Math.max(
    head.lastIndexOf('('),
    head.lastIndexOf(';'),
    head.lastIndexOf(' but '),
    head.lastIndexOf('. '),
    cue?.end ?? 0,
    0,
  );
  const comma = head.lastIndexOf(',');
  // "CPC or CCS, CPC-A not accepted": the list before the comma is complete.
  const complete =
    comma > from && /\bor\b/i.test(head.slice(from, comma)) && !/\b(?:and|or)\b/i.test(head.slice(comma));
  return complete ? comma : from;
}
