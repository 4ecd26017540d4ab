import type { Finding } from '../model/match.ts';
import type { Db } from '../store/database.ts';
import { readOfVerdict } from '../store/matches.ts';

/** Something that a profile does not say, and how many open openings cannot be decided because of it. */
export interface Undecided {
  /** In words to the person: "your profile lists no education". */
  readonly because: string;
  readonly openings: number;
  /** The subjects that it is about, the most openings first; empty where there are none. */
  readonly subjects: readonly { readonly subject: string; readonly openings: number }[];
}

/** Counts over the stored findings, the most openings first. `total` are all undecided ones, whatever the reason. */
export async function countUndecided(
  db: Db,
  profileId: string,
): Promise<{ readonly total: number; readonly reasons: readonly Undecided[] }> {
  const tally = startTally();
  for await (const { match } of readOfVerdict(db, profileId, 'unknown')) tally.add(match.findings);
  return tally.result();
}

/**
 * Counts what the findings of undecided openings say of the profile's silence; an opening counts once for each reason.
 * What only the employer can say is no reason.
 */
export function startTally(): {
  /** All findings of one undecided opening. */
  add(findings: readonly Finding[]): void;
  result(): { readonly total: number; readonly reasons: readonly Undecided[] };
} {
  let total = 0;
  const reasons = new Map<string, number>();
  const subjects = new Map<string, Map<string, number>>();
  return {
    add(findings) {
      total++;
      const silences = findings.filter(({ strength }) => strength === 'required').flatMap(silencesIn);
      for (const because of new Set(silences.map((silence) => silence.because))) count(reasons, because);
      const told = new Set<string>();
      for (const { because, subject } of silences) {
        if (subject === undefined || told.has(`${because}|${subject}`)) continue;
        told.add(`${because}|${subject}`);
        const counts = subjects.get(because) ?? new Map<string, number>();
        subjects.set(because, counts);
        count(counts, subject);
      }
    },
    result: () => ({
      total,
      reasons: mostFirst(reasons).map(([because, openings]) => ({
        because,
        openings,
        subjects: mostFirst(subjects.get(because) ?? new Map()).map(([subject, some]) => ({ subject, openings: some })),
      })),
    }),
  };
}

interface Silence {
  readonly because: string;
  readonly subject?: string;
}

function silencesIn(finding: Finding): Silence[] {
  if (finding.state !== 'unknown') return [];
  if (finding.parts.length > 0) return finding.parts.flatMap(silencesIn);
  const silence = silenceOf(finding.because);
  return silence === undefined ? [] : [silence];
}

/** What a reason says of the profile: "you list 4 years; your profile does not show how much of it was in coding". */
function silenceOf(because: string): Silence | undefined {
  const words = because.split('; ').find((part) => part.includes('your profile'));
  if (words === undefined) return undefined;
  const subject = /^your profile does not show how much of it was in (.+)$/.exec(words)?.[1];
  if (subject !== undefined)
    return { because: 'your profile does not show how much of your experience was in', subject };
  if (words.startsWith('your profile does not name its field'))
    return { because: 'your profile does not name the field of your degree' };
  return { because: words };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function mostFirst(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([a, most], [b, less]) => less - most || (a < b ? -1 : 1));
}
