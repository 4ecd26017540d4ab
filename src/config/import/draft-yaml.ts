import type { ProfileDraft } from './draft.ts';
import type { Entry, Section } from './section.ts';

/**
 * The text of a profile: what the import found, each row with its origin, rows that the person must finish as
 * comments, and every other field as an example that is switched off. Every value is quoted, whatever is in it.
 */
export function renderDraft(draft: ProfileDraft): string {
  const { home, credentials, education, experience, languages, contacts, employers } = draft;
  const lines = [
    '# yaml-language-server: $schema=../.schema/profile.json',
    '#',
    '# Made by rolewatch profile import from your own file. Read every line: what is wrong here decides wrongly.',
    '# Never write a licence number or anything secret here.',
    '',
    '# How the digest addresses you.',
    `name: ${quoted(draft.name ?? 'Me')}`,
    '',
    '# Where the digest is sent when `digest.email` is true.',
    '# email: "me@example.org"',
    '# timeZone: America/New_York',
    '',
    '# Where you live. Some remote openings are only for certain states.',
    ...(home === undefined ? ['# home: { city: Columbus, region: OH, country: US }'] : [`home: ${flow(home)}`]),
    '',
    '# Certifications and licences that you hold, by their id in the credential catalogue.',
    ...section('credentials', credentials),
    '',
    '# What you are working towards, and when you expect to hold it.',
    '# planned:',
    '#   - { id: rhia, by: 2027-09, booked: 2027-08-14, window: { from: 2027-07-01, until: 2027-10-31 } }',
    '',
    '# Level: high_school, certificate, associate, bachelor, master or doctorate. Add accredited: "yes" or "no" (CAHIIM).',
    ...section('education', education),
    '',
    '# Work, placements and volunteering. Add healthcare: true where it was, and setting: "acute care hospital".',
    ...section('experience', experience),
    '',
    '# Languages you work in, as ISO codes.',
    languages.length === 0 ? '# languages: [en]' : `languages: ${flow(languages)}`,
    '',
    '# Employers at which you know somebody; openings there are marked.',
    ...(contacts.length === 0
      ? ['# contacts:', '#   - { employer: "Lakeside Health", person: "Kim Park" }']
      : ['contacts:', ...contacts.map((contact) => `  - ${flow(contact)}`)]),
    '',
    '# What you are looking for. This orders the openings; it hides nothing.',
    'wanted:',
    '  # titles: [coder, health information]',
    '  # words: [Epic, training]',
    '  # occupations: ["soc:29-2072", health-information]',
    '  # levels: [entry, senior]',
    '  workplace: [remote, hybrid, onsite]',
    '  # places:',
    '  #   - { city: Columbus, region: OH, within: 25 mi }',
    '  # payFloor: { amount: 22, currency: USD, period: hour }',
    '  # employmentTypes: [full_time, part_time]',
    '  # shifts: [day, evening]',
    '  # travel: 10',
    ...(employers.length === 0
      ? ['  # employers: ["Lakeside Health"]']
      : ['  # The employers that you follow.', '  employers:', ...employers.map((name) => `    - ${quoted(name)}`)]),
    '',
    '# What you do not want to see at all.',
    'refused:',
    '  employers: []',
    '  titles: []',
    '  words: []',
    '',
    '# When and how you are told: a cron pattern in your time zone.',
    'digest:',
    '  schedule: 0 7 * * 1-5',
    '  limit: 50',
    '  email: false',
    '  files: true',
  ];
  return `${lines.join('\n')}\n`;
}

function section<Value extends object>(name: string, { entries, undecided }: Section<Value>): string[] {
  const open = undecided.flatMap(({ row, why }) => [`  # Please finish, or delete: ${why}`, `  # - ${row}`]);
  const head = entries.length === 0 ? `${name}: []` : `${name}:`;
  return [head, ...entries.flatMap(entryLines), ...open];
}

function entryLines<Value extends object>({ value, comment }: Entry<Value>): string[] {
  return [`  # ${comment}`, `  - ${flow(value)}`];
}

function flow(value: object): string {
  if (Array.isArray(value)) return `[${value.map(quoted).join(', ')}]`;
  return `{ ${Object.entries(value)
    .map(([key, item]) => `${key}: ${quoted(item)}`)
    .join(', ')} }`;
}

/** A JSON value is a YAML value, whatever is in it. */
function quoted(value: unknown): string {
  return JSON.stringify(value);
}
