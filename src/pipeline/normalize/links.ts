import type { Mark } from './marks.ts';

/** How a leaf hangs on the one before it; `next`: words without any comma between them. */
export type Joint = 'or' | 'and' | 'with' | 'comma' | 'next';

/** The words between a leaf and the one before it. */
export interface Link {
  readonly joint: Joint;
  /** The conjunction stands right behind a comma or a semicolon: "…, or". */
  readonly apart: boolean;
  /** A semicolon that can separate the items of a list: it stands alone, or before "or". */
  readonly list: boolean;
}

/** "… or related field": its "or" belongs to the fields of study. */
const RELATED_FIELD =
  /\bor (?:an? |any |other |closely )*(?:related|similar|relevant|equivalent|comparable|other)(?: [\w/-]+){0,3}? (?:fields?|disciplines?|areas?|majors?|subjects?|concentrations?|specialt(?:y|ies)|programs?)\b/g;
/** "Within 90 days of hire or transfer": its "or" belongs to the day it counts from. */
const HIRE_OR =
  /\b(?:hire|employment|appointment|placement|transfer|promotion)(?: date)? or (?:the )?(?:date of )?(?:hire|rehire|employment|appointment|placement|transfer|promotion|assignment)\b/g;
const CONJUNCTION = /^\s*(?:(?:and ?\/ ?)?or|and|with|plus)\b/;

/** Reads the words of a gap; `next` is the leaf behind them. */
export function linkBetween(gap: string, next: Mark): Link {
  const words = gap.toLowerCase().replace(RELATED_FIELD, ' ').replace(HIRE_OR, ' ');
  const stop = Math.max(words.lastIndexOf(','), words.lastIndexOf(';'));
  // Only what follows the last comma can join the next leaf.
  const opened = words.lastIndexOf('(');
  // "with a coding credential (": an opening bracket at the end hides nothing.
  const bracket = words.slice(opened + 1).trim() === '' && /[a-z]/.test(words.slice(stop + 1, opened)) ? -1 : opened;
  const tail = words.slice(Math.max(stop, bracket) + 1);
  const joint = jointOf(gap, words, tail, next);
  const behind = words.slice(stop + 1);
  const led = CONJUNCTION.test(behind);
  return {
    joint,
    apart: stop !== -1 && (led || joint === 'and'),
    list:
      words.charAt(stop) === ';' &&
      (joint === 'or' ? led : !/\b(?:and|with|plus|addition|well|along|together)\b|&/.test(behind)),
  };
}

function jointOf(gap: string, words: string, tail: string, next: Mark): Joint {
  if (next.kind === 'equivalent') return 'or';
  // "RHIT: CCS": what the role is asked for.
  if (/^\s*:/.test(gap)) return 'and';
  if (/and ?\/ ?or/.test(tail)) return 'or';
  if (/\bin (?:lieu|place) of|instead of|as (?:an? )?(?:substitute|alternative) (?:for|to)/.test(words)) return 'or';
  if (/\bin addition to|as well as|along with|together with/.test(tail)) return 'and';
  // The strokes of "coding/billing" and "R&D" join words, and no leaves.
  const conjunctions = [...tail.matchAll(/\b(or|and|with|plus|w(?=\/(?!o\b)))\b|(?<![a-z])[/&]|[/&](?![a-z])/g)].filter(
    (one) => one[0] !== '/' || !/\bw$/.test(tail.slice(0, one.index)),
  );
  const last = conjunctions.at(-1);
  if (last !== undefined) {
    if (last[0] === 'or' || last[0] === '/') return 'or';
    if (last[0] === 'with' || last[0] === 'w') return 'with';
    return 'and';
  }
  if (words.includes(';')) return 'and';
  // Words without any comma: two lines that a scraper ran together.
  return !words.includes(',') && !words.includes('(') && /[a-z]{2}/.test(words) ? 'next' : 'comma';
}
