import { isBefore } from '../partial-date.ts';
import { readExportDate } from './dates.ts';
import { cleanCell, type ImportedCertificate, type ImportNote } from './resume.ts';
import type { CredentialInput, Entry, Section } from './section.ts';

/** What a certification's name and issuer mean in the credential catalogue. */
export type CredentialGuess =
  | {
      readonly kind: 'known';
      readonly id: string;
      readonly region?: string | undefined;
      /** What the person should look at all the same. */
      readonly doubt?: string | undefined;
    }
  | { readonly kind: 'unknown'; readonly why: string; readonly nearest: readonly { id: string; name: string }[] };

export type RecogniseCredential = (name: string, issuer: string | undefined) => CredentialGuess;

/** The certifications that the catalogue knows, each once; the others with the three nearest. */
export function draftCredentials(
  certificates: readonly ImportedCertificate[],
  recognise: RecogniseCredential,
  now: Date,
): Section<CredentialInput> {
  const entries = new Map<string, Entry<CredentialInput>>();
  const undecided: { row: string; why: string }[] = [];
  const notes: ImportNote[] = [];
  const today = now.toISOString().slice(0, 10);
  for (const certificate of certificates) {
    const guess = recognise(certificate.name, certificate.issuer);
    const shown = [certificate.name, certificate.issuer].filter((part) => part !== undefined).join(', ');
    if (guess.kind === 'unknown') {
      const ids = guess.nearest.map(({ id, name }) => `${id} (${name})`).join(', ');
      const nearest = ids === '' ? '' : `; the nearest are ${ids}`;
      notes.push({ what: `the certification ${shown}`, why: `${guess.why}${nearest}` });
      const row = `{ id: ${guess.nearest.map(({ id }) => id).join(' | ') || '?'} }`;
      undecided.push({ row, why: `${shown}: ${guess.why}` });
      continue;
    }
    const dates = datesOf(certificate, today, notes);
    const region = guess.region === undefined ? {} : { region: guess.region };
    const value = { id: guess.id, ...dates, ...region };
    if (guess.doubt !== undefined) notes.push({ what: `please look at ${guess.id}`, why: `${shown}: ${guess.doubt}` });
    const key = `${guess.id} ${guess.region ?? ''}`;
    const earlier = entries.get(key);
    entries.set(key, earlier === undefined ? { value, comment: shown } : joined(earlier, value));
  }
  return { entries: [...entries.values()], undecided, notes };
}

/** A renewal is the same credential: held since the first day, valid as long as the latest row says. */
function joined(earlier: Entry<CredentialInput>, later: CredentialInput): Entry<CredentialInput> {
  const [old, recent] =
    (earlier.value.since ?? '') > (later.since ?? '') ? [later, earlier.value] : [earlier.value, later];
  const { since: _since, ...rest } = recent;
  const since = old.since ?? recent.since;
  return { comment: earlier.comment, value: { ...rest, ...(since === undefined ? {} : { since }) } };
}

function datesOf(
  { name, start, end }: ImportedCertificate,
  today: string,
  notes: ImportNote[],
): Pick<CredentialInput, 'since' | 'validUntil'> {
  const since = dateOf(start, name, notes);
  const until = dateOf(end, name, notes);
  if (since !== undefined && isBefore(today, since)) {
    notes.push({
      what: `${name}: the day ${since}`,
      why: 'it is still to come; if you plan it, move the row to planned',
    });
  }
  if (since !== undefined && until !== undefined && isBefore(until, since)) {
    notes.push({ what: `${name}: the dates ${since} and ${until}`, why: 'it would end before it began' });
    return {};
  }
  if (until !== undefined && isBefore(until, today)) {
    notes.push({ what: `please look at ${name}`, why: `it ran out in ${until}; correct validUntil if you renewed it` });
  }
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { validUntil: until }) };
}

function dateOf(text: string | undefined, name: string, notes: ImportNote[]): string | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const date = readExportDate(text);
  if (date === undefined)
    notes.push({ what: `${name}: the date ${cleanCell(text) ?? 'in it'}`, why: 'it could not be read' });
  return date;
}
