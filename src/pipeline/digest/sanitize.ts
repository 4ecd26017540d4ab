/** Longest address that is made into a link; some boards' tracking addresses run past two thousand characters. */
const MAX_URL = 4096;

/**
 * Words from outside as one harmless line: controls, direction marks and invisible characters removed, runs of white
 * space folded to one space, stacked accents thinned, cut to `max` characters with an ellipsis. Markup is left as it
 * is: escaping belongs to the renderer. Never throws; passing the result through again changes nothing.
 */
export function plainLine(text: string, max = 200): string {
  const line = text
    .toWellFormed()
    // A letter followed by a broken line is two words, so line ends become spaces before the other controls go.
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
    // Cf and DI hold the zero-width characters, the direction marks and the letters that are drawn as nothing.
    .replace(/[\p{Cc}\p{Cf}\p{DI}\p{Co}\p{Cn}\ufffc\ufffd]/gu, '')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= max) return line;
  return `${line
    .slice(0, max - 1)
    .toWellFormed()
    .replace(/[\s\ufffd]+$/, '')}…`;
}

/**
 * The address as it may stand in a link: absolute http or https, percent-encoded, without a user name or password.
 * `undefined` for everything else; the renderers then show the plain title.
 */
export function safeLink(url: string): string | undefined {
  if (url.length > MAX_URL || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return undefined;
  parsed.username = '';
  parsed.password = '';
  return parsed.href;
}
