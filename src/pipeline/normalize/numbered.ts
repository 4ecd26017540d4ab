import type { CredentialIndex, Mention } from './credential-index.ts';
import { tokenize } from './tokens.ts';

const NEXT =
  /^(?:,? ?(?:&|and|or) |, |\/)(\d{1,3})(?=(?:,? ?(?:&|and|or)|,|\/) ?\d|\s*[;.)]|\s*$|,? (?:licen|certif|exam|registration|required|preferred|is\b|are\b|and (?!\d)|or (?!\d)))/i;

/**
 * Adds the credentials that are named by their number alone behind one of the same name: "Series 7 & 66". `mentions`
 * are those of one sentence, which ends at `end`.
 */
export function withNumbered(
  text: string,
  end: number,
  mentions: readonly Mention[],
  index: CredentialIndex,
): readonly Mention[] {
  if (!mentions.some((mention) => isDigit(text.charCodeAt(mention.end - 1)))) return mentions;
  return mentions.flatMap((mention, position) => {
    const named = text.slice(mention.start, mention.end);
    const stem = named.replace(/\d+$/, '');
    const found = [mention];
    if (stem === named || !/[a-z]/i.test(stem)) return found;
    const limit = Math.min(end, mentions[position + 1]?.start ?? end);
    for (let at = mention.end; at < limit; ) {
      const next = NEXT.exec(text.slice(at, Math.min(end, at + 40)));
      if (next?.[1] === undefined) break;
      at += next[0].length;
      // The name as it stands beside it is what tells a guarded spelling.
      const words = `${stem}${next[1]} ${named}`;
      const [other] = index.scan(words, tokenize(words, index.vocabulary));
      if (other === undefined || other.end !== stem.length + next[1].length || at > limit) break;
      found.push({ id: other.id, start: at - next[1].length, end: at });
    }
    return found;
  });
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
