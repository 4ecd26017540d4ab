/** The `count` candidates that look most like `word`, the nearest first; small and capital letters are alike. */
export function nearest(word: string, candidates: Iterable<string>, count: number): string[] {
  const wanted = fold(word);
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, distance: editDistance(wanted, fold(candidate)) }))
    .sort((a, b) => a.distance - b.distance || compare(a.candidate, b.candidate))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/** The candidate that `word` was probably meant to be; `undefined` when none is near enough to ask "did you mean". */
export function suggestion(word: string, candidates: Iterable<string>): string | undefined {
  const [first] = nearest(word, candidates, 1);
  if (first === undefined) return undefined;
  // Two slips in five letters still look like a slip; more is another word.
  const allowed = Math.max(1, Math.ceil(Math.min(word.length, LONGEST) * 0.4));
  return editDistance(fold(word), fold(first)) <= allowed ? first : undefined;
}

// No name is longer, and the distance costs the product of both lengths.
const LONGEST = 64;

function fold(word: string): string {
  return word.slice(0, LONGEST).toLowerCase();
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Levenshtein: how many letters must be put in, taken out or changed to turn `a` into `b`. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(changed, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
