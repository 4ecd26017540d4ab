import { dateInWords, isAhead, isPast, onDate } from './dates.ts';
import type { Plan } from './person.ts';

/** How a plan stands today; `words` say it of the credential called `name`. */
export interface PlanStanding {
  /** `overdue`: its day has passed and the profile does not say how it ended. */
  readonly state: 'ahead' | 'overdue';
  /** The exam is booked, or its approval window has begun: the issuer lets the person sit for it. */
  readonly approved: boolean;
  /** When it should be held. */
  readonly when: string;
  readonly words: string;
}

/**
 * How far a plan has come. A booked day counts before the approval window, and that before the day expected. Words of a
 * plan that is ahead begin with "once you", so that they can follow "You will qualify".
 */
export function standingOf({ by, booked, window }: Plan, name: string, now: Date): PlanStanding {
  if (booked !== undefined) {
    if (isPast(booked, now)) {
      return overdue(booked, `your exam for ${name} was booked for ${dateInWords(booked)}; say whether you passed it`);
    }
    const words = `once you pass the exam for ${name}, booked for ${dateInWords(booked)}`;
    return { state: 'ahead', approved: true, when: booked, words };
  }
  if (window !== undefined) {
    if (isPast(window.until, now)) {
      const ended = `your time to sit for ${name} ended ${onDate(window.until)}`;
      return overdue(window.until, `${ended}; say whether you hold it now or have a new date`);
    }
    const days = `between ${dateInWords(window.from)} and ${dateInWords(window.until)}`;
    const words = `once you pass the exam for ${name}, which you may take ${days}`;
    // Whoever has a window must pass within it, whatever day they hoped for.
    const when = isPast(by, now) || by > window.until ? window.until : by;
    return { state: 'ahead', approved: !isAhead(window.from, now), when, words };
  }
  if (isPast(by, now)) {
    return overdue(by, `your profile planned ${name} by ${dateInWords(by)}; say there whether you hold it now`);
  }
  return { state: 'ahead', approved: false, when: by, words: `once you hold ${name}, planned by ${dateInWords(by)}` };
}

function overdue(when: string, words: string): PlanStanding {
  return { state: 'overdue', approved: false, when, words };
}
