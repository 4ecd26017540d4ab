import { STATE_PATTERN, stateCode } from './areas.ts';

const STATES = String.raw`(?:${STATE_PATTERN})(?![\w-])(?:(?:, | or | and | and/or |/)(?:${STATE_PATTERN})(?![\w-])){0,5}`;
const OF_THE_STATE = `(?:the )?(?:(?:[Ss]tate|[Cc]ommonwealth)s?(?: of)? ?)?`;
/** "Ohio RN", "State of Florida RN", never "OR RN"; "licensed in the State of Virginia as a Registered Nurse". */
const BEFORE = new RegExp(
  String.raw`(?:^|[\s(,/])${OF_THE_STATE}(?!(?:OR|IN)[ :,-]{1,2}(?!(?:OR|IN)\b))(${STATES})(?: [Ss]tate)?[ :,-]{1,2}(?:(?:[Cc]urrent|[Aa]ctive|[Vv]alid|[Uu]nrestricted|[Ll]icensed|[Rr]egistered|LVN/|RN/|LPN/)[ ,]{0,2}){0,2}$|\b(?:[Ll]icens\w+|[Rr]egistered|[Ee]ligib\w*|[Pp]ractice)\b[^.;]{0,30}\b(?:in|by|for|within|of)\b ${OF_THE_STATE}(${STATES})[^.;]{0,16}\b(?:as an?|for|as)? ?$`,
);
/** "RN Utah license"; in capitals OR and IN are words. */
const BETWEEN = new RegExp(String.raw`^\)? ${OF_THE_STATE}((?!OR |IN )${STATES})(?: [Ss]tate)? [Ll]icen`);
/** "RN license in Texas or Oklahoma", "Registered Nurse, State of Illinois", "licensed by the Arizona State Board". */
const AFTER = new RegExp(
  String.raw`^[^.;]{0,45}?(?:\b(?:in|for|by|from|within|of|with)\b ${OF_THE_STATE}|, ?(?:[Ss]tate|[Cc]ommonwealth) of )(${STATES})`,
);
/** "RN (Tennessee or compact)"; letters alone may be a ward: "RN (OR)". */
const IN_BRACKETS = new RegExp(
  String.raw`^(?: [Ll]icen[sc]\w*)? ?\((?:[Aa]n? |[Cc]urrent |[Aa]ctive |[Vv]alid ){0,2}(${STATES})(?=(?:[\s,/]|or|and|[Cc]ompact|[Mm]ulti-?[Ss]tate|e?NLC|[Ll]icen[sc]e|[Ss]tate|[Oo]nly|[Rr]equired|[Aa]ctive|[Cc]urrent|[Vv]alid|an?)*\))`,
);
const COMPACT = /\b(?:compact|multi-?state|e?NLC)\b/i;
/** The compact licence as a region. */
export const COMPACT_REGION = 'compact';

/**
 * Where a licence must be valid, by the words before and behind its name: postal codes of US states, and `compact`
 * where an interstate licence is taken beside them. Empty when no state is named: a compact licence alone is one of
 * the ways to hold it anywhere.
 */
export function licenceRegions(before: string, after: string): string[] {
  const named = (
    BEFORE.exec(before.slice(-80)) ??
    bracketed(after) ??
    BETWEEN.exec(after) ??
    AFTER.exec(after.slice(0, 110))
  )
    ?.slice(1)
    .find((words) => words !== undefined);
  const states = (named ?? '').split(/, | or | and | and\/or |\//).flatMap((name) => stateCode(name) ?? []);
  if (states.length === 0) return /\b(?:compact|multi-?state|e?NLC)\W{1,3}$/i.test(before) ? [COMPACT_REGION] : [];
  const compact = COMPACT.test(after.split(/;|\.\s/, 1)[0] ?? '') || COMPACT.test(before.slice(-40));
  return compact ? [...states, COMPACT_REGION] : states;
}

function bracketed(after: string): RegExpExecArray | null {
  const match = after.includes('(') ? IN_BRACKETS.exec(after) : null;
  const states = match?.[1] ?? '';
  const inside = after.slice(after.indexOf('('), after.indexOf(')'));
  return /[a-z]{3}/.test(states) || COMPACT.test(inside) || /licen|state/i.test(inside) ? match : null;
}
