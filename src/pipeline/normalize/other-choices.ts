import type { Mark } from './marks.ts';
import { quote } from './quotes.ts';

/** A credential that no row of the catalogue knows, by its letters: "CASCC", "EMT-P". */
const LETTERS = '[A-Z][A-Z0-9]{1,6}(?:-[A-Z]{1,3})?';
const NEXT = new RegExp(String.raw`^(?:[,;]? (?:or|and\/or) (?:an? )?|, ?|\/)(${LETTERS})(?![\w-])(?=\W|$)`);
const BEFORE = new RegExp(
  String.raw`(?<![\w/-])(${LETTERS})(?: certification| credential)?(?:,? (?:or|and\/or) (?:an? )?|, ?|\/)$`,
);
/** "RN, or physician trained abroad": an alternative in words. */
const WORDS = /^[,;]? or (?:an? )?([a-z][a-z'’-]+(?: [\w'’/-]+){0,6})/i;
/** Words after "or" that speak of the same demand, of its time or of its level, and name no other way to meet it. */
const SAME =
  /^(?:licen[sc]\w*|compact|multi-?state|higher|above|greater|more|better|to|must|be|able|will|eligib\w*|currently|in|at|for|with|when|if|as|obtain\w*|earn\w*|ability|within|certif\w*|credential\w*|upon|by|from|of|on|the|has|have|is|are|required|preferred|related|similar|equivalent|comparable|other|another|any|after|before|working|willing\w*|registered|registration|hybrid|remote|onsite|advanced|degree|field|an?|one|its|their|you|who|should|may|can|not|no)\b/i;
/** Letters that stand beside credentials and are none. */
const NONE = new Set(
  'AHIMA AAPC ACDIS HIM HIT CDI EHR EMR ICD CPT DRG HCC PRN USA US GED OR AND IN OF TO FT PT AM PM EST PST CST HR IT QA MS BS BA AS AA AAS BSN MSN MBA MHA MPH ADN PHD JD II III IV HIPAA HEDIS ROI EPIC NCRA NAHQ HIMSS AHA CMS'.split(
    ' ',
  ),
);

/**
 * Alternatives that cannot be read ("RHIT or CASCC", "degree or military training"). They become leaves that are
 * `unread`: whoever lacks the others may still have this one.
 */
export function readOthers(text: string, start: number, end: number, marks: readonly Mark[]): Mark[] {
  const found: Mark[] = [];
  if (marks.length === 0) return found;
  // In shouted text every word looks like letters.
  const sentence = text.slice(start, end);
  if (!/[a-z]{2}/.test(sentence)) return found;
  const add = (from: number, words: string, kind: Mark['kind'] = 'credential') => {
    const to = from + words.length;
    if (to > end || NONE.has(words) || [...marks, ...found].some((mark) => mark.start < to && from < mark.end)) return;
    found.push({ start: from, end: to, kind, nodes: [{ kind: 'unread', evidence: quote(text, from, to) }] });
  };
  const credentials = marks.filter((mark) => mark.kind === 'credential');
  for (const mark of credentials) {
    const left = text.slice(Math.max(start, mark.start - 40), mark.start);
    const before = BEFORE.exec(left);
    if (before?.[1] !== undefined) add(mark.start - left.length + before.index, before[1]);
    const right = text.slice(mark.end, Math.min(end, mark.end + 80));
    const next = NEXT.exec(right);
    if (next?.[1] !== undefined) add(mark.end + next[0].length - next[1].length, next[1]);
    else {
      const words = WORDS.exec(right);
      if (words?.[1] !== undefined && !SAME.test(words[1])) addWords(mark, words, add);
    }
  }
  if (/\bor\b/i.test(sentence)) {
    if (/credits?\b|semester/i.test(sentence)) addCredits(text, start, end, marks, found);
    if (/\byears?\b/i.test(sentence)) addSchooling(text, start, end, marks, found);
    addWays(text, end, marks, add);
  }
  return found;
}

/** Another way in, said in words: what somebody is, has finished, or is taught in. Never several people: these are colleagues. */
const STRONG =
  /\b(?:(?:graduate|physician|doctor|nurse|pharmacist|therapist|paramedic|medic|corpsman|clinician|student|intern|trainee|veteran)(?! \w+s\b)|apprentice\w*|military|army|navy|training|trained|(?:program(?:me)?|school|academy|bootcamp|courses?)(?=$| (?:in|of|for|from|at)\b)|schooling|coursework|credits?|internship|externship|residency|enrolled|enroll?ment|graduation|completion|diploma|(?:last|final) (?:year|semester|term))\b/i;
/** Work of another sort: a way in where an article or "any" sets it apart from the topics before it. */
const WORK =
  /\b(?:work|experience|background|training|schooling|employment|service)\b(?! (?:setting|environment|area|place))/i;
const WAY = '((?:(?:an?|any|some|be|currently|presently|the) ){0,3})([a-z0-9][^,;.()\\n]{2,80})';
const APART_OR = new RegExp(`^([^;.()]{0,70}?)([,;]) or ${WAY}`, 'i');
const CLOSE_OR = new RegExp(`^((?: degree| diploma)?)() or ${WAY}`, 'i');
/** A demand that is closed before its "or". */
const CLOSED = /\b(?:required|preferred|must|for|who|that|will)\b/i;
/** What is finished, and needs no article. */
const FINISHED = /^(?:completion|graduation|military|enroll?ment)\b/i;
/** Words that point back to what was named before. */
const SAME_AGAIN = /\b(?:one|it|them|these|such|the same)(?: (?:program(?:me)?|degree|school)s?)?$/i;
/** The learner's own words, which `SAME` would take for the demand's. */
const LEARNS = /^(?:enrolled|in (?:the |your |their )?(?:last|final)|a student|attending|completing|finishing)\b/i;

/** "Degree in HIM; or a physician trained abroad", "one year of ROI, or any registration work": ways that no leaf names. */
function addWays(
  text: string,
  end: number,
  marks: readonly Mark[],
  add: (from: number, words: string, kind: Mark['kind']) => void,
): void {
  for (const { kind, end: from } of marks) {
    if (kind === 'equivalent') continue;
    const behind = text.slice(from, Math.min(end, from + 170));
    const way = APART_OR.exec(behind) ?? CLOSE_OR.exec(behind);
    if (way === null) continue;
    const [whole, gap = '', comma = '', lead = '', words = ''] = way;
    const own = words.split(STATED)[0]?.trimEnd() ?? '';
    if (!isWay(kind, gap, comma, lead, own)) continue;
    add(from + whole.length - words.length, own, kind);
  }
}

function isWay(kind: Mark['kind'], gap: string, comma: string, lead: string, words: string): boolean {
  if (CLOSED.test(gap) || (SAME.test(words) && !LEARNS.test(words))) return false;
  // Read as an equivalent: "or currently enrolled".
  if (/^enrolled\b/i.test(words) && !/\bbe\b/i.test(lead)) return false;
  // "… in nursing, public health, or …" goes on with its own list; a semicolon ends it.
  if (comma === ',' && /,|\bor\b/i.test(gap)) return false;
  // "Enrolled in an associate program or graduate of one" speaks of the same degree.
  if (SAME_AGAIN.test(words)) return false;
  // "JD or LLM from an accredited school": where it is earned is no way of its own.
  const named = words.split(/ (?:from|at) /i)[0] ?? '';
  if (kind !== 'experience') return STRONG.test(named) && !/experience/i.test(words);
  return comma !== '' && (lead !== '' || FINISHED.test(words)) && (WORK.test(words) || STRONG.test(words));
}

const CREDITS =
  /\b(?:\d{2,3}|thirty|sixty|ninety)\+? (?:(?:completed|accredited|college|university|semester|transferable) ){0,2}(?:credits?(?: hours)?|semester hours)\b/gi;

/** "Associate degree, 60 credits, or two years": credits beside a degree are less than the degree. */
function addCredits(text: string, start: number, end: number, marks: readonly Mark[], found: Mark[]): void {
  for (const match of text.slice(start, end).matchAll(CREDITS)) {
    const at = start + match.index;
    const degree = marks.findLast((mark) => mark.kind === 'education' && mark.end <= at);
    if (degree === undefined) continue;
    const gap = text.slice(degree.end, at);
    const behind = text.slice(at + match[0].length, Math.min(end, at + match[0].length + 60));
    const lead = /^[^;.]{0,60}?(\bor|,) (?:at least |a minimum of |an? |completed )*$/i.exec(gap);
    if (lead === null || (lead[1] === ',' && !/^[^;.]{0,40}\bor\b/i.test(behind))) continue;
    // It begins at its conjunction: before the level that is read of "60 college credits", and instead of it.
    const from = degree.end + gap.lastIndexOf(lead[1] ?? '');
    const evidence = quote(text, at, at + match[0].length);
    found.push({ start: from, end: evidence.end, kind: 'education', nodes: [{ kind: 'unread', evidence }] });
  }
}

/** Years at a school, which are no experience and no level: "or two years above high school", "or three years of graduate study". */
const SCHOOLING = new RegExp(
  [
    String.raw`\bor ((?:at least |a minimum of )?(?:\d{1,2}|one|two|three|four|five|six)(?: \(\d\))? (?:full |academic )*years?`,
    String.raw`(?: of)? (?:(?!experience\b)[\w/-]+ ){0,4}?(?:college|education|(?:university|graduate|undergraduate|post-?secondary|vocational|technical)`,
    ` (?:study|studies|education|school|coursework|training)|(?=(?:above|beyond|past) (?:the )?high))`,
    String.raw`(?: ?(?:above|beyond|past) (?:the )?high school(?: level)?)?)\b(?![- ](?:\w+ ){0,3}experience)`,
  ].join(''),
  'gi',
);

function addSchooling(text: string, start: number, end: number, marks: readonly Mark[], found: Mark[]): void {
  for (const match of text.slice(start, end).matchAll(SCHOOLING)) {
    const words = match[1] ?? '';
    const to = start + match.index + match[0].length;
    if (!marks.some((mark) => mark.end <= start + match.index)) continue;
    const evidence = quote(text, to - words.length, to);
    found.push({ start: start + match.index, end: to, kind: 'education', nodes: [{ kind: 'unread', evidence }] });
  }
}

function addWords(mark: Mark, words: RegExpExecArray, add: (from: number, words: string) => void): void {
  const named = words[1] ?? '';
  // Only up to where a strength is stated.
  const own = named.split(STATED)[0] ?? '';
  if (own !== '') add(mark.end + words[0].length - named.length, own);
}

const STATED = / (?:is|are|required|preferred|desired|a plus|strongly|highly|with|within|and|or)\b/i;
