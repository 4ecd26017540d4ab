/** Legal forms at the end of a company's name; they differ between copies of one advertisement. */
const LEGAL_FORMS = new Set(
  `inc incorporated llc llp lp ltd limited corp corporation co company plc gmbh ag kg se sa sas sarl srl spa bv nv ab oy as
  aps pty pllc pc pa kgaa ug mbh sp zoo kk pte lda`.split(/\s+/),
);

/** Words of an employer's name that are written in several ways, after folding. */
const EMPLOYER_WORDS: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  centre: 'center',
  ctr: 'center',
  cntr: 'center',
  univ: 'university',
  hosp: 'hospital',
  hosps: 'hospitals',
  healthcare: 'health care',
  med: 'medical',
  mt: 'mount',
};

/**
 * An employer's name folded for comparison: small letters without accents, `&` as "and", no punctuation, no
 * leading "the", no legal form, and St., Centre, Univ., Hosp. and the like in one spelling. Never empty for a name with a letter or digit.
 */
export function employerKey(employer: string): string {
  const words = fold(employer.replace(/\b([A-Za-z])\.(?=[A-Za-z]\b)/g, '$1'))
    .split(' ')
    .flatMap((word) => (Object.hasOwn(EMPLOYER_WORDS, word) ? (EMPLOYER_WORDS[word] ?? word).split(' ') : [word]));
  if (words.length > 1 && words[0] === 'the') words.shift();
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

/** What boards append to a title: how, where and how long one works; never a level, never a place. */
const APPENDED = String.raw`(?:100% )?(?:remote|hybrid|on-?site|in[- ]person|work from home|wfh|full[- ]?time|part[- ]?time|contract|prn|per diem|us|usa|f\/m\/d|m\/f\/d|m\/w\/d|w\/m\/d|d\/f\/m)`;
const IN_BRACKETS = new RegExp(
  String.raw`[([]${APPENDED}(?:[ ,/|&-]+(?:${APPENDED}|only|eligible|position|role))*[)\]]`,
  'gi',
);
const AT_END = /\s+[-–—|,]\s*(?:100% |fully )?(?:remote|work from home|wfh|full[- ]?time|part[- ]?time)\s*$/i;
const REQUISITION =
  /\b(?:req(?:uisition)?|job|posting)(?:[ .]?(?:id|no|number))?[ .]?[#:]?[ ]?[A-Z]{0,3}-?\d{3,}\b|#\s?[A-Z]{0,3}-?\d{3,}\b|[([](?:[A-Z]{1,3}-?)?\d{4,}[)\]]|\s[-–—|]\s*(?:[A-Z]{1,3}-?)?\d{5,}\s*$/gi;

/** Nobody writes a longer title, in UTF-16 units. */
const MAX_TITLE = 500;

/**
 * A title folded for comparison: small letters without accents or punctuation, "Sr." and "Jr." written out, and
 * without what boards append: requisition numbers, workplace, employment type and the like. Levels and places stay.
 */
export function titleKey(title: string): string {
  const bare = title
    .slice(0, MAX_TITLE)
    .replace(IN_BRACKETS, ' ')
    .replace(REQUISITION, ' ')
    .trimEnd()
    .replace(AT_END, ' ')
    .replace(/\b(?:sr|snr)\b\.?/gi, 'senior')
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
