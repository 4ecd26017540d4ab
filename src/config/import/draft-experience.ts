import { isBefore } from '../partial-date.ts';
import { isOpenEnd, readExportDate } from './dates.ts';
import { cleanCell, foldCell, type ImportedWork, type ImportNote } from './resume.ts';
import type { Entry, ExperienceInput, Section } from './section.ts';
import { overlap, type Stretch, yearsCovered } from './time-in-role.ts';

interface Role {
  readonly role: string;
  readonly volunteer: boolean;
  readonly times: { readonly stretch: Stretch; readonly employer: string | undefined }[];
}

/** Roles with their years: times in the same role are one row, and what overlaps there counts once. */
export function draftExperience(work: readonly ImportedWork[], now: Date): Section<ExperienceInput> {
  const notes: ImportNote[] = [];
  const undecided: { row: string; why: string }[] = [];
  const roles = new Map<string, Role>();
  const today = now.toISOString().slice(0, 10);
  for (const { role, employer, start, end, volunteer } of work) {
    const stretch = stretchOf(start, end, today);
    if ('problem' in stretch) {
      const shown = employer === undefined ? role : `${role} at ${employer}`;
      notes.push({ what: shown, why: stretch.problem });
      undecided.push({ row: `{ role: ${JSON.stringify(role)}, years: ? }`, why: `${shown}: ${stretch.problem}` });
      continue;
    }
    const key = `${volunteer} ${foldCell(role)}`;
    const known = roles.get(key) ?? { role, volunteer, times: [] };
    known.times.push({ stretch, employer });
    roles.set(key, known);
  }
  const entries: Entry<ExperienceInput>[] = [];
  for (const { role, volunteer, times } of roles.values()) {
    const years = yearsCovered(
      times.map(({ stretch }) => stretch),
      now,
    );
    if (years <= 0 || years > MOST_YEARS) {
      notes.push({
        what: role,
        why: years <= 0 ? 'its dates leave no time' : 'its dates make more years than anybody works',
      });
      continue;
    }
    entries.push({ value: { role, years, ...(volunteer ? { volunteer } : {}) }, comment: commentOf(times) });
  }
  return { entries, undecided, notes: [...notes, ...concurrent([...roles.values()])] };
}

const MOST_YEARS = 70;

function stretchOf(start: string | undefined, end: string | undefined, today: string): Stretch | { problem: string } {
  if (start === undefined || start.trim() === '') return { problem: 'no start is given, so its years are not known' };
  const from = readExportDate(start);
  if (from === undefined) return { problem: `the start ${cleanCell(start) ?? ''} could not be read` };
  const until = isOpenEnd(end) ? undefined : readExportDate(end);
  if (until === undefined && !isOpenEnd(end)) return { problem: `the end ${cleanCell(end) ?? ''} could not be read` };
  if (isBefore(today, from)) return { problem: `it begins in ${from}, which is still to come` };
  if (until !== undefined && isBefore(until, from))
    return { problem: `it ends in ${until}, before it began in ${from}` };
  return { from, until };
}

function commentOf(times: Role['times']): string {
  const parts = times.map(({ stretch: { from, until }, employer }) => {
    const time = `${from} to ${until ?? 'now'}`;
    return employer === undefined ? time : `${employer}, ${time}`;
  });
  const more = parts.length > 4 ? `; and ${parts.length - 4} more` : '';
  return parts.slice(0, 4).join('; ') + more;
}

/** Roles held at the same time are both counted in full, which the person should know. */
function concurrent(roles: readonly Role[]): ImportNote[] {
  const notes: ImportNote[] = [];
  for (const [index, one] of roles.entries()) {
    for (const other of roles.slice(index + 1)) {
      if (notes.length >= 3) return notes;
      if (!one.times.some((a) => other.times.some((b) => overlap(a.stretch, b.stretch)))) continue;
      const why = 'you held both at the same time, and the years of both count; lower one if it was one job';
      notes.push({ what: `please look at ${one.role} and ${other.role}`, why });
    }
  }
  return notes;
}
