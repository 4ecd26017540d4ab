import { draftCredentials, type RecogniseCredential } from './draft-credentials.ts';
import { draftEducation } from './draft-education.ts';
import { draftExperience } from './draft-experience.ts';
import { countryCode, languageCode } from './intl-codes.ts';
import { foldCell, type ImportedResume, type ImportNote } from './resume.ts';
import type { CredentialInput, EducationInput, ExperienceInput, ProfileInput, Section } from './section.ts';

/** A profile as an import proposes it. */
export interface ProfileDraft {
  readonly name: string | undefined;
  readonly home: NonNullable<ProfileInput['home']> | undefined;
  readonly credentials: Section<CredentialInput>;
  readonly education: Section<EducationInput>;
  readonly experience: Section<ExperienceInput>;
  readonly languages: readonly string[];
  readonly contacts: NonNullable<ProfileInput['contacts']>;
  /** Employers that the person follows. */
  readonly employers: readonly string[];
  /** Everything that was not taken, and why. */
  readonly notes: readonly ImportNote[];
}

/** What the import asks others about. */
export interface Lookups {
  readonly recognise: RecogniseCredential;
  /** Postal code of a state of the United States, from its name. */
  readonly stateCode: (name: string) => string | undefined;
}

/** Turns somebody's own file into a proposal. Pure: nothing is guessed that the file does not say, what is unclear is told. */
export function draftProfile(resume: ImportedResume, lookups: Lookups, now: Date): ProfileDraft {
  const credentials = draftCredentials(resume.certificates, lookups.recognise, now);
  const education = draftEducation(resume.education, now);
  const experience = draftExperience(resume.work, now);
  const home = draftHome(resume.place, lookups.stateCode);
  const languages = draftLanguages(resume.languages);
  const contacts = distinct(
    resume.contacts,
    ({ employer, person = '' }) => `${foldCell(employer)}|${foldCell(person)}`,
  );
  const kept = contacts.slice(0, MOST_CONTACTS);
  const surplus: ImportNote[] =
    kept.length === contacts.length
      ? []
      : [{ what: `${contacts.length - kept.length} connections`, why: `a profile keeps the first ${MOST_CONTACTS}` }];
  return {
    name: resume.name,
    home: home.home,
    credentials,
    education,
    experience,
    languages: languages.codes,
    contacts: kept.map(({ employer, person }) => ({ employer, ...(person === undefined ? {} : { person }) })),
    employers: distinct(resume.follows, foldCell),
    notes: [
      ...credentials.notes,
      ...education.notes,
      ...experience.notes,
      ...home.notes,
      ...languages.notes,
      ...surplus,
      ...resume.notes,
    ],
  };
}

// Two lines for each are read quickly, and more people than this nobody knows well.
const MOST_CONTACTS = 2_000;

function draftHome(
  place: ImportedResume['place'],
  stateCode: Lookups['stateCode'],
): { home: ProfileDraft['home']; notes: ImportNote[] } {
  if (place === undefined) return { home: undefined, notes: [] };
  const { city } = place;
  const state = place.region === undefined ? undefined : (stateCode(place.region) ?? twoLetters(place.region));
  const country = place.country === undefined ? stateOnly(place.region, stateCode) : countryCode(place.country);
  const shown = [city, place.region, place.country].filter((part) => part !== undefined).join(', ');
  if (shown === '') return { home: undefined, notes: [] };
  if (country === undefined) {
    const why = 'the country is not clear; fill in home by hand';
    return { home: undefined, notes: [{ what: `the place ${shown}`, why }] };
  }
  const region = country === 'US' ? state : place.region;
  const lost = place.region !== undefined && region === undefined;
  return {
    home: { ...(city === undefined ? {} : { city }), ...(region === undefined ? {} : { region }), country },
    notes: lost ? [{ what: `the region ${place.region}`, why: 'it is no state; fill in home.region by hand' }] : [],
  };
}

/** A place without a country lies in the United States only when its region is one of its states. */
function stateOnly(region: string | undefined, stateCode: Lookups['stateCode']): string | undefined {
  return region !== undefined && stateCode(region) !== undefined ? 'US' : undefined;
}

function twoLetters(region: string): string | undefined {
  return /^[a-z]{2}$/i.test(region) ? region.toUpperCase() : undefined;
}

function draftLanguages(languages: ImportedResume['languages']): { codes: string[]; notes: ImportNote[] } {
  const notes: ImportNote[] = [];
  const codes = languages.flatMap(({ name, fluency }) => {
    if (fluency !== undefined && BEGINNER.test(fluency)) {
      notes.push({ what: `the language ${name} (${fluency})`, why: 'a profile lists the languages that you work in' });
      return [];
    }
    const code = languageCode(name);
    if (code === undefined)
      notes.push({ what: `the language ${name}`, why: 'it has no two-letter code that is known' });
    return code ?? [];
  });
  return { codes: [...new Set(codes)], notes };
}

const BEGINNER = /\b(?:elementary|beginner|basic|limited|novice|a1|a2)\b/i;

function distinct<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.toReversed().map((item) => [keyOf(item), item])).values()].toReversed();
}
