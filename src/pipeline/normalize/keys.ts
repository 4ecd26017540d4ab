/** Legal forms at the end of a company's name; they differ between copies of one advertisement. */
const LEGAL_FORMS = new Set(
  `inc incorporated llc llp lp ltd limited corp corporation co company plc gmbh ag kg se sa sas sarl srl spa bv nv ab oy as
  aps pty pllc pc pa kgaa ug mbh sp zoo kk pte lda`.split(/\s+/),
);

/**
 * An employer's name folded for comparison: small letters without accents, `&` as "and", no punctuation, no
 * leading "the", no legal form. Never empty for a name with a letter or digit.
 */
export function employerKey(employer: string): string {
  const words = fold(employer.replace(/\b([A-Za-z])\.(?=[A-Za-z]\b)/g, '$1')).split(' ');
  if (words.length > 1 && words[0] === 'the') words.shift();
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

/**
 * A title folded for comparison: small letters without accents or punctuation, "Sr." and "Jr." written out, and
 * without what boards append: requisition numbers, workplace, employment type and the like in brackets.
 */
export function titleKey(title: string): string {
  const bare = title
    .replace(
      /[([](?:remote|hybrid|on-?site|full[- ]?time|part[- ]?time|contract|prn|per diem|us|usa|f\/m\/d|m\/f\/d|m\/w\/d|w\/m\/d|d\/f\/m)[^)\]]{0,40}[)\]]/gi,
      ' ',
    )
    .replace(/\b(?:req(?:uisition)?|job)(?: ?id)? ?[#:]? ?[A-Z]{0,3}-?\d{3,}\b|#\s?\d{3,}/gi, ' ')
    .replace(/\bsr\b\.?/gi, 'senior')
    .replace(/\bjr\b\.?/gi, 'junior');
  const folded = fold(bare);
  return folded === '' ? fold(title) : folded;
}

function fold(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}
