import type { Profile } from '../../model/profile.ts';
import type { Reading } from '../../model/reading.ts';
import type { ScoredOpening, Share } from './score.ts';
import { fold, listInWords, stems } from './words.ts';

type Wanted = Profile['wanted'];

/** The occupation that the title names, or else its words, against what the profile looks for. */
export function scoreOccupation({ title, reading }: ScoredOpening, { titles, occupations }: Wanted): Share {
  if (titles.length === 0 && occupations.length === 0) return { share: 0.5, because: 'you name no titles' };
  const { occupation } = reading;
  const named =
    occupation == null ? undefined : occupations.find((one) => one === occupation.code || one === occupation.family);
  if (occupation != null && named !== undefined)
    return { share: 1, because: `${occupation.title} is an occupation you look for` };
  const byTitle = scoreTitle(title, titles);
  if (byTitle.share > 0 || titles.length > 0) return byTitle;
  return occupation == null
    ? { share: 0.5, because: 'the title names no occupation that is known' }
    : { share: 0, because: `${occupation.title} is not an occupation you look for` };
}

function scoreTitle(title: string, wanted: readonly string[]): Share {
  const words = new Set(stems(title));
  let best: { share: number; name: string } = { share: 0, name: '' };
  for (const name of wanted) {
    const asked = stems(name);
    const share = asked.length === 0 ? 0 : asked.filter((word) => words.has(word)).length / asked.length;
    if (share > best.share) best = { share, name };
  }
  if (best.share === 0) return { share: 0, because: 'the title has none of the words you look for' };
  const degree = best.share === 1 ? 'fits' : 'partly fits';
  return { share: best.share, because: `the title ${degree} "${best.name}"` };
}

/** The words that make an opening more interesting, found in its title or text. */
export function scoreWords(opening: ScoredOpening, wanted: readonly string[]): Share {
  if (wanted.length === 0) return { share: 0.5, because: 'you name no words' };

  const text = fold(`${opening.title} ${opening.text}`);
  const found = wanted.filter((phrase) => fold(phrase) !== '' && text.includes(fold(phrase)));
  if (found.length === 0) return { share: 0, because: 'none of your words is in the posting' };
  // Three hits are as good as thirty: a long list of words must not make every posting look poor.
  return {
    share: Math.min(1, found.length / Math.min(3, wanted.length)),
    because: `it speaks of ${listInWords(found.slice(0, 5), 'and')}`,
  };
}

/** Employment type, shifts and travel: the mean of those that the profile has wishes for. */
export function scoreTerms(reading: Reading, wanted: Wanted): Share {
  const shares = [
    ...(wanted.employmentTypes.length > 0 ? [scoreType(reading, wanted.employmentTypes)] : []),
    ...(wanted.shifts.length > 0 ? [scoreShifts(reading, wanted.shifts)] : []),
    ...(wanted.travel === undefined ? [] : [scoreTravel(reading, wanted.travel)]),
  ];
  if (shares.length === 0) return { share: 0.5, because: 'you name no employment type, shift or travel' };
  const share = shares.reduce((sum, one) => sum + one.share, 0) / shares.length;
  return { share, because: shares.map((one) => one.because).join('; ') };
}

function scoreType({ employmentTypes }: Reading, wanted: Wanted['employmentTypes']): Share {
  if (employmentTypes.length === 0) return { share: 0.5, because: 'the posting does not state the employment type' };
  const stated = [...new Set(employmentTypes.map(({ type }) => type))];
  return fitting(
    stated.map((type) => [type, type.replaceAll('_', '-')]),
    wanted,
  );
}

function scoreShifts({ schedule }: Reading, wanted: Wanted['shifts']): Share {
  const stated = schedule?.shifts.map(({ shift }) => shift) ?? [];
  if (stated.length === 0) return { share: 0.5, because: 'the posting names no shift' };
  return fitting(
    stated.map((shift) => [shift, shift === 'on_call' ? 'on call' : `${shift} shift`]),
    wanted,
  );
}

function fitting<T extends string>(stated: readonly (readonly [T, string])[], wanted: readonly T[]): Share {
  const fits = stated.filter(([one]) => wanted.includes(one));
  const names = listInWords(
    (fits.length > 0 ? fits : stated).map(([, name]) => name),
    'or',
  );
  return fits.length > 0
    ? { share: 1, because: `${names}, as you wish` }
    : { share: 0, because: `${names}, which you did not ask for` };
}

function scoreTravel({ travel }: Reading, most: number): Share {
  if (travel == null) return { share: 0.5, because: 'the posting does not speak of travel' };
  if (travel.percent === null) return { share: 0.5, because: 'it asks for travel without saying how much' };
  const words = travel.percent === 0 ? 'no travel' : `up to ${travel.percent} % travel`;
  return travel.percent <= most
    ? { share: 1, because: `${words}, within your ${most} %` }
    : { share: 0, because: `${words}, more than your ${most} %` };
}

/** The rank that the title states. */
export function scoreLevel(stated: Reading['seniority'], wanted: Wanted['levels']): Share {
  if (wanted.length === 0) return { share: 0.5, because: 'you name no level' };
  if (stated === null) return { share: 0.5, because: 'the title states no level' };
  return wanted.includes(stated)
    ? { share: 1, because: `${stated} level, as you wish` }
    : { share: 0, because: `${stated} level, which you did not ask for` };
}

/** Employers that the person would like to work for. */
export function scoreEmployer(opening: ScoredOpening, wanted: readonly string[]): Share {
  if (wanted.length === 0) return { share: 0.5, because: 'you name no employers' };
  const found = wanted.find((name) => isEmployer(opening, name));
  return found === undefined
    ? { share: 0, because: 'not an employer you named' }
    : { share: 1, because: `${found} is an employer you named` };
}

/** People that the person knows at the employer. */
export function scoreContacts(opening: ScoredOpening, contacts: Profile['contacts']): Share {
  if (contacts.length === 0) return { share: 0.5, because: 'you name nobody you know' };
  const there = contacts.filter(({ employer }) => isEmployer(opening, employer));
  const [first] = there;
  if (first === undefined) return { share: 0, because: 'you name nobody there' };
  const names = there.flatMap(({ person }) => person ?? []);
  return {
    share: 1,
    because:
      names.length === 0
        ? `you know somebody at ${first.employer}`
        : `you know ${listInWords(names.slice(0, 3), 'and')} there`,
  };
}

/** Is this the employer, or the family it belongs to? "Mercy" is "Mercy Health" and not "Trinity Mercy". */
export function isEmployer({ employer, reading }: Pick<ScoredOpening, 'employer' | 'reading'>, name: string): boolean {
  const asked = fold(name);
  if (asked === '') return false;
  return fold(employer).startsWith(asked) || fold(reading.employerFamily?.name ?? '').startsWith(asked);
}
