/** "… may be obtained through the following:", "can be met by any of these:". */
const WAYS =
  /\b(?:may|can|could) (?:also )?be (?:obtained|met|earned|satisfied|fulfilled|gained|acquired|demonstrated|achieved|shown|completed) (?:through|by|via|with|in)\b[^.;:]{0,60}:/i;

/** Where the words end that offer several ways to meet one demand; -1 where there are none. What follows are these ways, and most name no leaf. */
export function waysFrom(words: string): number {
  if (!words.includes(' be ')) return -1;
  const ways = WAYS.exec(words);
  return ways === null ? -1 : ways.index + ways[0].length;
}
