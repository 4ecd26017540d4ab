import type { ProfileDraft } from '../config/import/draft.ts';
import { countOf } from '../pipeline/digest/format.ts';

/** What an import took, what it did not and why, and what only the person can add. Items begin with `- `. */
export function summaryOfDraft(draft: ProfileDraft): string[] {
  const notes = draft.notes.map(({ what, why }) => `- ${what}: ${why}.`);
  const shown = notes.slice(0, MOST_NOTES);
  if (notes.length > shown.length) shown.push(`- and ${notes.length - shown.length} more of this kind.`);
  return [
    '',
    'Taken:',
    ...orNone(takenOf(draft)),
    ...(shown.length === 0 ? [] : ['', 'Not taken, or to be looked at:', ...shown]),
    '',
    'Add by hand:',
    ...missingOf(draft),
    '',
    'Then: rolewatch profile check',
  ];
}

const MOST_NOTES = 40;

function takenOf({ name, home, credentials, education, experience, languages, contacts, employers }: ProfileDraft) {
  const ids = credentials.entries.map(({ value }) => value.id);
  const levels = education.entries.map(
    ({ value }) => `${value.level}${value.finished === false ? ' (unfinished)' : ''}`,
  );
  const roles = experience.entries.map(
    ({ value }) => `${value.role}, ${countOf(value.years, 'year')}${value.volunteer === true ? ' (volunteer)' : ''}`,
  );
  return [
    ...(name === undefined ? [] : [`- your name: ${name}`]),
    ...(home === undefined
      ? []
      : [`- where you live: ${[home.city, home.region, home.country].filter(Boolean).join(', ')}`]),
    ...listed(ids, 'credential'),
    ...listed(levels, 'degree'),
    ...listed(roles, 'role'),
    ...listed(languages, 'language'),
    ...(contacts.length === 0
      ? []
      : [`- ${countOf(contacts.length, 'person', 'people')} you know, by employer (names only)`]),
    ...(employers.length === 0 ? [] : [`- ${countOf(employers.length, 'employer')} you follow`]),
  ];
}

function listed(items: readonly string[], noun: string): string[] {
  if (items.length === 0) return [];
  const more = items.length > 8 ? '; …' : '';
  return [`- ${countOf(items.length, noun)}: ${items.slice(0, 8).join('; ')}${more}`];
}

function orNone(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? ['- nothing'] : lines;
}

function missingOf({ name, home, credentials, education, experience, languages }: ProfileDraft): string[] {
  const open = credentials.undecided.length + education.undecided.length + experience.undecided.length;
  return [
    ...(open === 0
      ? []
      : [`- ${countOf(open, 'row')} that only you can finish: look for "Please finish" in the file.`]),
    ...(name === undefined ? ['- your name (now “Me”).'] : []),
    ...(home === undefined ? ['- home: where you live.'] : []),
    ...(credentials.entries.length === 0 ? ['- credentials: what you hold.'] : []),
    ...(experience.entries.length === 0
      ? ['- experience: your roles with their years.']
      : ['- healthcare: true and setting for each role that was in healthcare; no export says it.']),
    ...(education.entries.length === 0 ? ['- education: your degrees.'] : ['- accredited: yes or no for each degree.']),
    ...(languages.length === 0 ? ['- languages you work in.'] : []),
    '- planned: credentials you are working towards, with the month.',
    '- wanted: titles, places, the least pay.',
  ];
}
