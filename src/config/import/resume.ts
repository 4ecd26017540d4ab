/** Something that an import did not take, and why, in words. */
export interface ImportNote {
  readonly what: string;
  readonly why: string;
}

/** A certification as its holder wrote it; dates are the file's own words. A licence number is never part of it. */
export interface ImportedCertificate {
  readonly name: string;
  readonly issuer: string | undefined;
  readonly start: string | undefined;
  readonly end: string | undefined;
}

/** A degree or course; `degree` is "Bachelor of Science", `area` its subject. */
export interface ImportedStudy {
  readonly institution: string | undefined;
  readonly degree: string | undefined;
  readonly area: string | undefined;
  readonly end: string | undefined;
}

/** A time in one role; without `end` it goes on. */
export interface ImportedWork {
  readonly role: string;
  readonly employer: string | undefined;
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly volunteer: boolean;
}

/** What was read of somebody's own file, whichever kind it was: cleaned words, nothing looked up yet. */
export interface ImportedResume {
  readonly name: string | undefined;
  /** In the file's own words: a region may be a name or a code. */
  readonly place:
    | { readonly city: string | undefined; readonly region: string | undefined; readonly country: string | undefined }
    | undefined;
  readonly certificates: readonly ImportedCertificate[];
  readonly education: readonly ImportedStudy[];
  readonly work: readonly ImportedWork[];
  readonly languages: readonly { readonly name: string; readonly fluency: string | undefined }[];
  /** Employers that are followed. */
  readonly follows: readonly string[];
  /** Names only: no address of anybody is read. */
  readonly contacts: readonly { readonly employer: string; readonly person: string | undefined }[];
  readonly notes: readonly ImportNote[];
}

/** A file that cannot be imported at all; `message` is one sentence that says what to do. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

/**
 * A cell as it may be kept: one line, at most 100 characters, no control or invisible marks, and neither e-mail
 * addresses nor telephone and licence numbers. `undefined` when nothing is left, or when it is a spreadsheet formula.
 */
export function cleanCell(value: string | undefined): string | undefined {
  const line = (value ?? '')
    .slice(0, LONGEST_RAW)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/\p{Cf}+/gu, '')
    .trim();
  if (line.startsWith('=') || /^[+@-]\w{0,30}\(/.test(line)) return undefined;
  const plain = line
    .split(' ')
    .filter((word) => !word.includes('@') || word === '@')
    .join(' ')
    .replace(/[+(]?\d(?:[ ().-]{0,2}\d){6,20}/g, '…')
    .split(' ')
    .map((word) => (word.replace(/\D+/g, '').length >= 5 ? '…' : word))
    .join(' ')
    .trim();
  const letters = plain.slice(0, LONGEST).toWellFormed().replaceAll('\uFFFD', '').trim();
  return /[\p{L}\p{N}]/u.test(letters) ? letters : undefined;
}

// Far more than is kept, far less than makes a pattern slow.
const LONGEST_RAW = 2_000;
const LONGEST = 100;

/** A text folded for comparing: small letters without accents, one space between words. */
export function foldCell(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
