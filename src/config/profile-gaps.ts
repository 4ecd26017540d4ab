import type { Profile } from '../model/profile.ts';

/** Something that a profile does not say yet: the field, and what saying it is good for. */
export interface ProfileGap {
  readonly field: string;
  readonly why: string;
}

/**
 * What a profile does not say, the most useful first: each would let more openings be decided, or ordered better.
 * `isRegional` tells the credentials that are granted by a state.
 */
export function gapsOf(profile: Profile, isRegional: (id: string) => boolean): ProfileGap[] {
  const { credentials, planned, education, experience, home, wanted } = profile;
  const stateless = credentials.filter(({ id, region }) => region === undefined && isRegional(id)).map(({ id }) => id);
  const fieldless = education.filter(({ level, field }) => field === undefined && !WITHOUT_FIELD.includes(level));
  const unplaced = experience.filter(({ healthcare }) => healthcare === undefined);
  const open = education.filter(({ finished, expected }) => !finished && expected === undefined);
  const gaps: (ProfileGap | false)[] = [
    credentials.length + planned.length === 0 && {
      field: 'credentials',
      why: 'openings that ask for a licence or certification are decided by them',
    },
    education.length === 0 && { field: 'education', why: 'openings that ask for a degree stay undecided without it' },
    experience.length === 0 && { field: 'experience', why: 'openings that ask for years stay undecided without it' },
    home === undefined && { field: 'home', why: 'remote openings for some states only are decided by it' },
    wanted.titles.length + wanted.occupations.length === 0 && {
      field: 'wanted.titles',
      why: 'it orders the openings: without it none is nearer to your wishes than another',
    },
    stateless.length > 0 && {
      field: `credentials: region of ${[...new Set(stateless)].join(', ')}`,
      why: 'it is granted by a state, and openings name theirs',
    },
    fieldless.length > 0 && {
      field: `education: field of ${fieldless.map(({ level }) => level).join(', ')}`,
      why: 'openings often name the fields that they take',
    },
    open.length > 0 && {
      field: `education: expected for ${open.map(({ level }) => level).join(', ')}`,
      why: 'it is not finished, and an opening may wait for it',
    },
    unplaced.length > 0 && {
      field: `experience: healthcare for ${unplaced
        .map(({ role }) => role)
        .slice(0, 5)
        .join(', ')}`,
      why: 'years in healthcare are often asked for; say true or false',
    },
    wanted.payFloor === undefined && { field: 'wanted.payFloor', why: 'openings are ordered by it; it hides nothing' },
  ];
  return gaps.filter((gap) => gap !== false);
}

const WITHOUT_FIELD: readonly string[] = ['none', 'high_school'];
