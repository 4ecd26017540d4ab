import { beginsHeading } from './inner-heading.ts';

/**
 * One sentence, list item or heading. `start` and `end` are UTF-16 offsets without surrounding blanks and list
 * marks; `line` counts the lines of the text, so that the sentences of one line can be told.
 */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** It begins a list item. */
  readonly bullet: boolean;
  /** It is the first of its line. */
  readonly first: boolean;
  /** Column of a table's row, counted from 0; absent outside tables. */
  readonly cell?: number;
}

/** Longer stretches without any stop are cut at a blank, so that no reader sees an endless sentence. */
const MAX_SENTENCE = 2500;
/** Words with a capital inside, and whether each is a name. */
type Names = Map<string, boolean>;
/** More different ones than this are looked up in no text: the search must stay linear. */
const MAX_NAMES = 200;
/** Names that are written with a capital inside: no line break was swallowed there. */
const CAMEL_WORDS = new Set(
  `PowerPoint QuickBooks JavaScript TypeScript LinkedIn GitHub YouTube DevOps OneNote SharePoint PowerChart
  CareConnect HealthStream HealthCare WordPress CloudTrail GuardDuty FaceTime SalesForce NextGen MedTech
  OneDrive PowerShell PayPal FedEx InDesign AutoCAD PointClickCare 
  OneStream SmartSheet AdvancedMD DocuSign SuccessFactors TruCode
  CompTIA ClinDoc MyChart ChartMaxx TruBridge PageUp SolarWinds DevSecOps GitLab ServiceNow DataDog`.split(/\s+/),
);
const BULLET =
  /^[ \t]*(?:(?:[•·*+o§~>]|[\p{Extended_Pictographic}\p{So}→➔➜](?:\u{FE0F}|\p{Emoji_Modifier})?|[‣⁃])|[-–—]|\(?\d{1,2}[.)](?!\d)|\(?[a-z][.)])(?:[ \t]+|(?=\*\*|[A-Z]))/u;
/** What begins a line after one that ended in capitals: "USPay:", "RHIARequirements". */
const GLUED_WORD =
  /(?:Requirements?|Responsibilities|Qualifications?|Preferred|Required|Experience|Education|Benefits|Pay|Salary|Schedule|Location|About|Equal|Job|Skills|Must|Minimum|Bachelor|Associate|High School|Strong|Ability|Knowledge|Excellent|Licensure|Certifications?|Certified|Registered|Licensed|One|Two|Three|Four|Five|Six|Seven|Eight|Ten|Proficien\w+|Familiar\w*|Current|Active|Valid|Degree|Demonstrated|Proven|Able|Working)(?![a-z])/y;
const GED_GLUE = /(?:^|[^A-Za-z])GED[A-Z]{2,4}/;
/** For each pair of ASCII characters, whether something can end between them. */
const MAYBE_END = new Uint8Array(128 * 128);
for (let code = 0; code < 128; code += 1) {
  for (let next = 0; next < 128; next += 1) {
    const pair = String.fromCharCode(code, next);
    if (/ [A-Z]|[*-] |\*[A-Z]|\][A-Z]|[.!?][\s\S]|[a-z][A-Z\d]|[)A-Z][A-Z]|[A-Z]\d/.test(pair))
      MAYBE_END[(code << 7) | next] = 1;
  }
}
/** "… life science5+ years": a swallowed break before a length of experience. */
const SPAN_GLUE = /^\d{1,2} ?\+? ?(?:(?:[-–]|to) ?\d{1,2} ?\+? ?)?(?:years?|yrs?|months?)\b/i;
/** "E.I.T.", "B.S. in" */
const DOTTED = /^[A-Z]\.[A-Z]\./;
/** "St.Louis", "Dr.Smith". */
const TITLE = /(?:^|[^a-z])(?:dr|mr|mrs|ms|st)$/i;
const ABBREVIATION =
  /(?:^|[^a-z])(?:e\.g|i\.e|etc|vs|approx|inc|dr|mr|mrs|ms|st|no|min|max|yrs?|mos?|hrs?|u\.s|a\.m|p\.m|[a-z])$/i;

/**
 * Cuts a text into sentences in reading order. It also cuts where a scraper swallowed a line break: after a
 * small letter before a capital ("RequirementsRHIA"), after a point without a blank ("etc.Bachelor's"), and at
 * list marks inside a line. Nothing of the text is altered. Linear.
 */
export function splitSentences(text: string): Segment[] {
  const segments: Segment[] = [];
  const names: Names = new Map();
  let line = 0;
  let at = 0;
  let table = false;
  let bar = -1;
  while (at <= text.length) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline;
    if (bar < at) bar = indexOrEnd(text, '|', at);
    table = bar < end && (table || (end - at < 200 && TABLE_HEAD.test(text.slice(at, end))));
    if (table) splitRow(text, at, end, line, segments, names);
    else splitPart(text, at, end, line, segments, names);
    line += 1;
    at = end + 1;
  }
  return segments;
}

/** The head of a table whose columns say how strongly their cells are asked for. */
const TABLE_HEAD =
  /\b(?:required|minimum|must[- ]haves?|requirements?)\b[^|]{0,30}\|[^|]{0,30}\b(?:preferred|desired|desirable|nice|pluse?s?)\b|\b(?:preferred|desired|desirable|nice)\b[^|]{0,30}\|[^|]{0,30}\b(?:required|minimum|must)\b/i;

/** Cuts the row of a table into its cells. */
function splitRow(text: string, from: number, to: number, line: number, out: Segment[], names: Names): void {
  const bar = text.indexOf('|', from);
  let cell = 0;
  let start = from;
  for (let at = bar; at !== -1 && at < to; at = text.indexOf('|', at + 1)) {
    // A bar that opens the line is its frame.
    if (cell > 0 || at > from) {
      splitPart(text, start, at, line, out, names, cell);
      cell += 1;
    }
    start = at + 1;
  }
  splitPart(text, start, to, line, out, names, cell);
}

function indexOrEnd(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at;
}

function splitPart(
  text: string,
  from: number,
  to: number,
  line: number,
  out: Segment[],
  names: Names,
  cell?: number,
): void {
  // No list mark is a capital.
  const mark = isUpper(codeAt(text, from)) ? null : BULLET.exec(text.slice(from, Math.min(to, from + 12)));
  let start = from + (mark?.[0].length ?? 0);
  let bullet = mark !== null;
  let first = cell === undefined || cell === 0;
  let next = codeAt(text, start);
  for (let at = start; at < to; at += 1) {
    const code = next;
    next = codeAt(text, at + 1);
    // Inside a word or before a blank, as nearly everywhere: nothing ends here.
    if (code < 128 && next < 128 ? MAYBE_END[(code << 7) | next] === 0 : !isDot(next) && code !== 0x2013) continue;
    const cut = cutAfter(text, at, start, to, names);
    if (cut === 0) continue;
    if (push(text, start, at + 1, line, bullet, first, out, cell)) first = false;
    start = at + 1;
    bullet = cut === 2;
  }
  push(text, start, to, line, bullet, first, out, cell);
}

function push(
  text: string,
  from: number,
  to: number,
  line: number,
  bullet: boolean,
  first: boolean,
  out: Segment[],
  cell: number | undefined,
) {
  const column = cell === undefined ? {} : { cell };
  let start = from;
  let end = to;
  while (start < end && !isLetter(codeAt(text, start)) && /[\s*_#•·▪●]/.test(text.charAt(start))) start += 1;
  while (end > start && !isSign(codeAt(text, end - 1)) && /[\s*_#]/.test(text.charAt(end - 1))) end -= 1;
  if (start === end) return false;
  let begin = first;
  while (end - start > MAX_SENTENCE) {
    const blank = text.slice(start, start + MAX_SENTENCE).lastIndexOf(' ');
    const stop = blank > 0 ? start + blank : start + MAX_SENTENCE;
    out.push({ start, end: stop, line, bullet, first: begin, ...column });
    begin = false;
    start = stop;
    while (start < end && text.charAt(start) === ' ') start += 1;
  }
  if (start < end) out.push({ start, end, line, bullet, first: begin, ...column });
  return true;
}

/** 0: no cut after this character; 1: a sentence ends here; 2: a list item begins after it. */
function cutAfter(text: string, at: number, start: number, to: number, names: Names): 0 | 1 | 2 {
  if (at + 1 >= to) return 0;
  const code = codeAt(text, at);
  const next = codeAt(text, at + 1);
  if (isDot(next)) return 2;
  if (code === 32) return isUpper(next) && beginsHeading(text, at, start, [next, codeAt(text, at + 2)]) ? 1 : 0;
  // A list mark inside a line: "… accounts * Prepare", "…:- Previous", "…origin.– Experience".
  if ((code === 42 || code === 45 || code === 0x2013) && isListMark(text, at, start)) return 2;
  if (code === 46 || code === 33 || code === 63) return endsSentence(text, at, start) ? 1 : 0;
  if (isDigit(next)) return endsWord(text, at, code) && SPAN_GLUE.test(text.slice(at + 1, at + 24)) ? 1 : 0;
  if (isUpper(next)) {
    if (isLower(code)) return isGlue(text, at, to, names) ? 1 : 0;
    if (code === 93) return 1;
    if (code === 42) return isLetter(codeAt(text, at - 1)) && codeAt(text, at - 1) !== 42 ? 2 : 0;
    if (code === 41) return isLower(codeAt(text, at - 1)) || isLower(codeAt(text, at + 2)) ? 1 : 0;
    // "QUALIFICATIONSBachelor's": a long run of capitals ends before the last one.
    if (isUpper(code) && isLower(codeAt(text, at + 2)))
      return isCapitalRun(text, at) || beginsGluedWord(text, at + 1) ? 1 : 0;
    // "GEDCPC": two lines of which the first ended in an abbreviation.
    if (code === 68 && GED_GLUE.test(text.slice(Math.max(0, at - 3), at + 4))) return 1;
  }
  return 0;
}

function isListMark(text: string, at: number, start: number): boolean {
  if (at === start || codeAt(text, at + 1) !== 32 || !isUpper(codeAt(text, at + 2))) return false;
  if (text.charAt(at) === '*') return text.charAt(at - 1) === ' ';
  return /[.:;,)a-z]/.test(text.charAt(at - 1)) || /[.:;]/.test(text.charAt(at - 2));
}

function endsSentence(text: string, at: number, start: number): boolean {
  const next = codeAt(text, at + 1);
  if (next === 32 || next === 42 || next === 9 || next === 35) {
    let after = at + 1;
    while (!isLetter(codeAt(text, after)) && /[\s*_#"“(]/.test(text.charAt(after)) && after < at + 10) after += 1;
    const begin = codeAt(text, after);
    if (!isUpper(begin) && !isDigit(begin) && (isLower(begin) || !/[$£€]/.test(text.charAt(after)))) return false;
    return text.charAt(at) !== '.' || !ABBREVIATION.test(text.slice(Math.max(start, at - 6), at));
  }
  // "… for this one.2–4 years".
  if (isDigit(next)) return isLower(codeAt(text, at - 1)) && SPAN_GLUE.test(text.slice(at + 1, at + 24));
  // "etc.Bachelor's": needs a word of two letters before, so that D.D.S. and U.S.A. stay whole.
  if (!isUpper(next)) return false;
  if (text.charAt(at) !== '.') return true;
  const before = codeAt(text, at - 1);
  if (before === 41 || isDigit(before)) return isLower(codeAt(text, at + 2));
  if (!isLetter(codeAt(text, at + 2)) && codeAt(text, at + 2) !== 32) return false;
  return isLetter(before) && isLetter(codeAt(text, at - 2)) && !TITLE.test(text.slice(Math.max(start, at - 4), at));
}

function isGlue(text: string, at: number, to: number, names: Names): boolean {
  const before = codeAt(text, at - 1);
  // "LPNs who become RNsOur team": the plural of an acronym ends a line as well.
  const plural = text.charAt(at) === 's' && isUpper(before) && isUpper(codeAt(text, at - 2));
  if (!isLower(before) && !(plural && isLower(codeAt(text, at + 2)))) return false;
  // "PharmD degree": one capital at the end of a word is part of it, unless it is a word.
  if (!isLetter(codeAt(text, at + 2)) && !/[AI]/.test(text.charAt(at + 1)) && !DOTTED.test(text.slice(at + 1, at + 6)))
    return false;
  let start = at;
  while (start > 0 && at - start < 30 && isLetter(codeAt(text, start - 1))) start -= 1;
  let end = at + 1;
  while (end < to && end - at < 30 && isLetter(codeAt(text, end))) end += 1;
  const word = text.slice(start, end);
  let part = at;
  while (part > start && !isUpper(codeAt(text, part))) part -= 1;
  if (
    CAMEL_WORDS.has(word) ||
    CAMEL_WORDS.has(text.slice(part, end)) ||
    /^(?:Mc|Mac|De|La|Le|Van)[A-Z][a-z]+$/.test(word)
  )
    return false;
  // A word that is written so twice is a name ("LakesideHealth"), not a swallowed line break.
  const known = names.get(word);
  if (known !== undefined) return !known;
  if (names.size >= MAX_NAMES) return true;
  const twice = text.indexOf(word) !== text.lastIndexOf(word);
  names.set(word, twice);
  return !twice;
}

/** Two letters of one case stand before: "business10 years", "CCNA5 years". */
function endsWord(text: string, at: number, code: number): boolean {
  const before = codeAt(text, at - 1);
  return isLower(code) ? isLower(before) : isUpper(code) && isUpper(before);
}

function beginsGluedWord(text: string, at: number): boolean {
  if (!isUpper(codeAt(text, at - 2))) return false;
  GLUED_WORD.lastIndex = at;
  return GLUED_WORD.test(text);
}

function isCapitalRun(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && at - start < 8 && isUpper(codeAt(text, start - 1))) start -= 1;
  return at - start >= 6;
}

/** • · ● ▪ */
function isDot(code: number): boolean {
  return code === 0x2022 || code === 0xb7 || code === 0x25cf || code === 0x25aa;
}
/** The UTF-16 unit at a place, 0 beyond the ends: `NaN` would make the callers several times slower. */
function codeAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : 0;
}
/** A letter or a full stop, as which most sentences end. */
function isSign(code: number): boolean {
  return code === 46 || isLetter(code);
}
function isUpper(code: number): boolean {
  return code >= 65 && code <= 90;
}
function isLower(code: number): boolean {
  return code >= 97 && code <= 122;
}
function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
function isLetter(code: number): boolean {
  return isUpper(code) || isLower(code);
}
