import type { DigestEntry, DigestView, SilentBoard } from '../../model/digest.ts';
import { type Finding, type Match, NodeState, Verdict } from '../../model/match.ts';
import type { Opening } from '../../model/opening.ts';
import { Pay } from '../../model/pay.ts';
import { placeName, verdictWords } from './format.ts';
import { plainLine } from './sanitize.ts';

/** What a digest is made of. */
export interface DigestInput {
  readonly profileId: string;
  readonly personName: string;
  /** The schedule slot, an instant in UTC. */
  readonly slot: string;
  /** IANA zone of the person. */
  readonly timeZone: string;
  /** Most openings that are listed, over all verdicts. */
  readonly limit: number;
  /** The new openings, in any order; `boards` are the names of the boards each is advertised on. */
  readonly candidates: readonly DigestCandidate[];
  /** New openings that were counted but not loaded. */
  readonly beyond?: Readonly<Partial<Record<Verdict, number>>>;
  readonly silentBoards: readonly SilentBoard[];
  readonly boardsChecked: number;
  readonly openingsOpen: number;
}

/** One new opening held against the profile. */
export interface DigestCandidate {
  readonly opening: Opening;
  readonly match: Match;
  readonly boards: readonly string[];
}

/** The verdicts whose openings are listed, in the order of the sections. */
export const LISTED = ['eligible', 'eligible-soon', 'unknown', 'near'] as const satisfies readonly Verdict[];
/** At least this part of the limit is kept for openings of which one thing is missing: `near` ones never starve. */
const NEAR_SHARE = 0.2;
const MAX_FINDINGS = 10;
const MAX_NAMES = 50;
const PayFigures = Pay.omit({ evidence: true });

/**
 * Picks and orders what a digest says. The openings with the best scores are listed, eligible, soon or undecided (an
 * unread requirement must not starve a good one); equal scores by verdict, first seen, title and employer. Those of
 * which one thing is missing get a part of the limit and what the others leave. Ineligible ones are only counted in
 * `more`, hidden ones not even that. Every string of the result is a plain line of bounded length (addresses excepted, which pass `safeLink` when
 * they are drawn), so the renderers have only their own format's escaping to do. Never more than ten requirements
 * an opening, those that stand in the way first.
 */
export function buildView(input: DigestInput): DigestView {
  const shown = input.candidates.filter((candidate) => candidate.match.hidden === null);
  const picked = pick(shown, input.limit);
  const more: DigestView['more'] = [];
  const sections: DigestView['sections'] = [];
  for (const verdict of LISTED) {
    const ordered = shown.filter((candidate) => candidate.match.verdict === verdict).toSorted(byWorth);
    const entries = ordered.filter((candidate) => picked.has(candidate)).map(entryOf);
    sections.push({ verdict, entries });
    more.push({ verdict, count: ordered.length - entries.length + (input.beyond?.[verdict] ?? 0) });
  }
  const unfit = shown.filter((candidate) => candidate.match.verdict === 'ineligible').length;
  more.push({ verdict: 'ineligible', count: unfit + (input.beyond?.ineligible ?? 0) });
  return {
    profileId: input.profileId,
    personName: plainLine(input.personName, 80),
    slot: input.slot,
    timeZone: input.timeZone,
    sections,
    more: more.filter((each) => each.count > 0),
    silentBoards: input.silentBoards.map((board) => ({
      ...board,
      name: plainLine(board.name, 80),
      message: plainLine(board.message, 240),
    })),
    boardsChecked: input.boardsChecked,
    openingsOpen: input.openingsOpen,
  };
}

function pick(shown: readonly DigestCandidate[], limit: number): ReadonlySet<DigestCandidate> {
  const ordered = shown.filter(({ match }) => match.verdict !== 'ineligible').toSorted(byWorth);
  const near = ordered.filter(({ match }) => match.verdict === 'near');
  const others = ordered.filter(({ match }) => match.verdict !== 'near');
  const kept = Math.min(near.length, Math.floor(limit * NEAR_SHARE));
  const first = others.slice(0, limit - kept);
  return new Set([...first, ...near.slice(0, limit - first.length)]);
}

function byWorth(a: DigestCandidate, b: DigestCandidate): number {
  return (
    b.match.score - a.match.score ||
    Verdict.options.indexOf(a.match.verdict) - Verdict.options.indexOf(b.match.verdict) ||
    Date.parse(a.opening.firstSeenAt) - Date.parse(b.opening.firstSeenAt) ||
    compare(a.opening.title, b.opening.title) ||
    compare(a.opening.employer, b.opening.employer) ||
    compare(a.opening.url, b.opening.url)
  );
}

// By code units: the order must not depend on the machine's language.
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function entryOf({ opening, match, boards }: DigestCandidate): DigestEntry {
  const { reading } = opening;
  return {
    openingId: opening.id,
    title: plainLine(opening.title, 160) || 'Untitled opening',
    employer: plainLine(opening.employer, 120),
    url: opening.url,
    places: distinct(opening.places.map(placeName)),
    workplace: reading.workplace?.mode ?? null,
    remoteLimits: distinct(reading.remoteLimits.map((limit) => plainLine(limit.area, 60))),
    employmentTypes: [...new Set(reading.employmentTypes.map((each) => each.type))],
    // The words of a pay figure are not shown, and would only make a stored digest larger.
    pay: reading.pay.map((pay) => PayFigures.parse(pay)),
    postedAt: opening.postedAt ?? null,
    closesAt: opening.closesAt ?? null,
    firstSeenAt: opening.firstSeenAt,
    verdict: match.verdict,
    standing: plainLine(verdictWords(match.verdict, match.findings, match.steps), 240),
    score: match.score,
    findings: match.findings.toSorted(byWeight).slice(0, MAX_FINDINGS).map(findingOf),
    boards: distinct(boards.map((board) => plainLine(board, 80))),
  };
}

function findingOf(finding: Finding): DigestEntry['findings'][number] {
  return {
    strength: finding.strength,
    state: finding.state,
    asks: plainLine(finding.asks, 160),
    because: plainLine(finding.because, 200),
    quote: plainLine(finding.evidence.quote, 160),
  };
}

function byWeight(a: Finding, b: Finding): number {
  if (a.strength !== b.strength) return a.strength === 'required' ? -1 : 1;
  return NodeState.options.indexOf(b.state) - NodeState.options.indexOf(a.state);
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names.filter((name) => name !== ''))].slice(0, MAX_NAMES);
}
