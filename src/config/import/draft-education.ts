import type { EducationLevel } from '../../model/requirement.ts';
import { isBefore } from '../partial-date.ts';
import { isOpenEnd, readExportDate } from './dates.ts';
import { readDegree } from './degree.ts';
import type { ImportedStudy, ImportNote } from './resume.ts';
import type { EducationInput, Entry, Section } from './section.ts';

/**
 * Degrees with their level and field. One is finished when its end is past, and expected when it is to come; where the
 * file does not say, the row is left to the person.
 */
export function draftEducation(studies: readonly ImportedStudy[], now: Date): Section<EducationInput> {
  const entries: Entry<EducationInput>[] = [];
  const undecided: { row: string; why: string }[] = [];
  const notes: ImportNote[] = [];
  const today = now.toISOString().slice(0, 10);
  for (const { institution, degree, area, end } of studies.slice(0, MOST)) {
    const shown = [degree, area, institution].filter((part) => part !== undefined).join(', ') || 'a row without words';
    const reading = readDegree(degree ?? '');
    const level = reading.level ?? readDegree(area ?? '').level;
    if (level === undefined) {
      notes.push({ what: `the education ${shown}`, why: 'its words name no level (associate, bachelor, …)' });
      if (degree !== undefined || area !== undefined) {
        undecided.push({ row: rowOf('?', area ?? degree), why: `${shown}: which level is it?` });
      }
      continue;
    }
    const field = level === 'high_school' ? undefined : (area ?? reading.field);
    const state = stateOf(end, today);
    if (state === 'unclear') {
      const date = isOpenEnd(end) ? 'no end is given' : `the end is ${end?.trim()}`;
      undecided.push({ row: rowOf(level, field, 'finished: true'), why: `${shown}: ${date}; is it finished?` });
      notes.push({ what: `the education ${shown}`, why: `${date}, so it is not clear whether you finished it` });
      continue;
    }
    const value = {
      level,
      ...(field === undefined ? {} : { field }),
      ...(institution === undefined ? {} : { institution }),
      ...state,
    };
    entries.push({ value, comment: shown });
  }
  return { entries, undecided, notes };
}

const MOST = 50;

function stateOf(end: string | undefined, today: string): { finished: boolean; expected?: string } | 'unclear' {
  const date = readExportDate(end);
  if (date === undefined) return 'unclear';
  if (date === today || isBefore(date, today)) return { finished: true };
  // "2026" in the middle of 2026 may be behind or ahead.
  return isBefore(today, date) ? { finished: false, expected: date } : 'unclear';
}

function rowOf(level: EducationLevel | '?', field: string | undefined, rest = ''): string {
  const parts = [`level: ${level}`, field === undefined ? '' : `field: ${JSON.stringify(field)}`, rest];
  return `{ ${parts.filter((part) => part !== '').join(', ')} }`;
}
