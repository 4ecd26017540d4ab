import { z } from 'zod';

/** An occupation of the Standard Occupational Classification of the United States, and its place on a ladder. */
export const Occupation = z.object({
  code: z
    .string()
    .regex(/^soc:\d\d-\d{4}$/)
    .describe('A code of SOC 2018, of a detailed occupation or of a group: soc:29-2072'),
  title: z
    .string()
    .min(1)
    .describe('The official title of the code; where it has several rows, with a note in brackets'),
  family: z
    .string()
    .regex(/^[a-z]+(-[a-z]+)*$/)
    .describe('Small letters and hyphens; steps are compared inside one family only'),
  step: z
    .int()
    .min(1)
    .max(6)
    .describe('1 entry, 2 trained, 3 specialist, 4 supervisor or manager, 5 director, 6 executive'),
});
export type Occupation = z.infer<typeof Occupation>;

/** One row of `config/occupations/*.yaml`. Everything about a profession is in these rows; no code names an occupation. */
export const OccupationRow = z.strictObject({
  ...Occupation.shape,
  titles: z
    .array(z.string())
    .min(1)
    .describe('Titles met in postings; matched as whole words in any order, without regard to case and plural'),
  notWith: z.array(z.string()).default([]).describe('Words that make a title mean something else; one word each'),
  qualification: z
    .boolean()
    .default(false)
    .describe('true: these titles name a licence, and another occupation in the same title is the role'),
  codes: z
    .array(z.string().regex(/^[a-z]+(-[a-z]+)*:\S+$/))
    .default([])
    .describe('Codes of other systems, as scheme:code: us-federal-series:0675'),
});
export type OccupationRow = z.infer<typeof OccupationRow>;

/** One word of a job title, folded: small letters, no accents, singular, usual abbreviations written out. */
export interface TitleWord {
  readonly word: string;
  /** Number of the part of the title, from 0; commas, slashes, brackets and free-standing hyphens divide parts. */
  readonly part: number;
  /** Does it stand in brackets? */
  readonly aside: boolean;
}

/** The words of a title without "of", "the" and the like. Linear in its length; never throws. */
export function titleWords(title: string): TitleWord[] {
  const text = (ASCII.test(title) ? title : withoutAccents(title)).toLowerCase();
  const signed = INNER_SIGNS.test(text);
  const words: TitleWord[] = [];
  let part = 0;
  let aside = false;
  let broken = false;
  let previous = '';
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (!isWordCode(code)) {
      if (code !== SPACE) {
        const sign = text.charAt(at);
        const opens = sign === '(' || sign === '[';
        if (opens || sign === ')' || sign === ']') aside = opens;
        if (BREAKS.includes(sign) || (sign === '-' && isFree(text, at))) broken = true;
      }
      at += 1;
      continue;
    }
    const end = endOfWord(text, at);
    const written = text.slice(at, end);
    const raw = signed ? written.replaceAll(INNER_SIGNS_ALL, '') : written;
    at = end;
    if (broken && words.length > 0) part += 1;
    const joined = broken ? undefined : JOINED.get(previous)?.get(raw);
    if (joined === undefined) {
      if (!SMALL.has(raw)) words.push({ word: foldWord(raw), part, aside });
    } else {
      // The first half is taken back; "on" of "on site" was never kept.
      if (!SMALL.has(previous)) words.pop();
      words.push({ word: joined, part, aside });
    }
    broken = false;
    previous = raw;
  }
  return words;
}

/** The same for titles that have the same words in any order: "Coder, Inpatient" and "inpatient coders". */
export function titleKeyInAnyOrder(title: string): string {
  return titleWords(title)
    .map(({ word }) => word)
    .sort()
    .join(' ');
}

const ASCII = /^[\0-\x7f]*$/;
const BREAKS = ',;:|/\\()[]{}•·–—―';
const INNER_SIGNS = /['’.]/;
const INNER_SIGNS_ALL = /['’.]/g;
const SPACE = 32;

/** Words that carry no meaning of their own in a title. */
const SMALL: ReadonlySet<string> = new Set('of the and for in a an to at with on by'.split(' '));

/** Words that are written as one or as two: the whole by its first and its second half. */
const JOINED: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['health', new Map([['care', 'healthcare']])],
  [
    'full',
    new Map([
      ['time', 'fulltime'],
      ['stack', 'fullstack'],
    ]),
  ],
  ['part', new Map([['time', 'parttime']])],
  ['per', new Map([['diem', 'perdiem']])],
  [
    'on',
    new Map([
      ['site', 'onsite'],
      ['call', 'oncall'],
    ]),
  ],
  ['entry', new Map([['level', 'entrylevel']])],
  ['vice', new Map([['president', 'vp']])],
  ['front', new Map([['end', 'frontend']])],
  ['back', new Map([['end', 'backend']])],
  ['help', new Map([['desk', 'helpdesk']])],
]);

/** Abbreviations and spellings of words that titles of every trade use. */
const SPELLINGS: ReadonlyMap<string, string> = new Map(
  `mgr=manager mngr=manager dir=director supv=supervisor supvr=supervisor spec=specialist coord=coordinator asst=assistant
  assoc=associate rep=representative sr=senior snr=senior jr=junior exec=executive svc=service svcs=service ops=operation
  mgmt=management engr=engineer info=information cert=certified lic=licensed programme=program programmes=program
  centre=center labour=labor behavioural=behavioral paediatric=pediatric counsellor=counselor adviser=advisor`
    .split(/\s+/)
    .map((pair) => {
      const [written = '', word = ''] = pair.split('=');
      return [written, word];
    }),
);

function foldWord(raw: string): string {
  const one = singular(raw);
  return SPELLINGS.get(raw) ?? SPELLINGS.get(one) ?? one;
}

function singular(word: string): string {
  const last = word.length - 1;
  if (last < 2 || word.charCodeAt(last) !== 115) return word;
  const before = word.charAt(last - 1);
  // "analysis", "campus", "access" are no plurals; "nurses" and "boss" differ in the letter before.
  if (before === 's' || before === 'u' || before === 'i') return word;
  if (before !== 'e' || last < 4) return word.slice(0, last);
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(?:ss|x|ch|sh)es$/.test(word) ? word.slice(0, -2) : word.slice(0, last);
}

/** Where the word that begins at `from` ends: apostrophes, the dots of "R.N." and the signs of "C++" belong to it. */
function endOfWord(text: string, from: number): number {
  let letters = 0;
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isWordCode(code)) letters += 1;
    else if (code === 46 && letters === 1 && isWordCode(text.charCodeAt(at + 1))) letters = 0;
    else if (!((code === 39 || code === 0x2019) && isWordCode(text.charCodeAt(at + 1)))) break;
  }
  while (at < text.length && (text.charAt(at) === '+' || text.charAt(at) === '#')) at += 1;
  return at;
}

function isFree(text: string, hyphen: number): boolean {
  return text.charAt(hyphen - 1) === ' ' || text.charAt(hyphen + 1) === ' ';
}

/** Letters and digits; signs and the punctuation of any script are none. `NaN`, past the end, is none. */
function isWordCode(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
  return code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && !(code >= 0x2000 && code <= 0x2bff) && !isFarSign(code);
}

function isFarSign(code: number): boolean {
  return (code >= 0x3000 && code <= 0x303f) || (code >= 0xd800 && code <= 0xdfff) || (code >= 0xfe00 && code <= 0xfe4f);
}

function withoutAccents(title: string): string {
  return title.normalize('NFKD').replace(/\p{M}+/gu, '');
}
