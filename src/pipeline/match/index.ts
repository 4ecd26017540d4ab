import { createHash } from 'node:crypto';
import type { Context } from '../../context.ts';
import type { Profile } from '../../model/profile.ts';
import { readProfileState, writeMatchedThrough, writeMatches } from '../../store/matches.ts';
import { latestChange, readChanged } from '../../store/openings.ts';
import { knowledgeOf } from '../normalize/knowledge.ts';
import type { Stage } from '../stage.ts';
import { type WantedArea, wantedAreas } from './areas.ts';
import { matchOpening } from './match-opening.ts';
import { preparePerson } from './person.ts';

/** Holds the openings that changed against one profile; all of them when the profile itself changed. */
export const match: Stage = {
  name: 'match',
  concurrency: 1,
  async due(context) {
    const { db } = context.store;
    const latest = await latestChange(db);
    const due: string[] = [];
    for (const { id, hash } of context.profiles) {
      const state = await readProfileState(db, id);
      if (state?.hash !== stampOf(hash, context) || state.matchedChange < latest) due.push(id);
    }
    return due;
  },
  async run(profileId, context) {
    const loaded = context.profiles.find((profile) => profile.id === profileId);
    if (!loaded) return { skipped: 'the profile is not configured' };
    const { db } = context.store;
    const now = context.clock();
    const person = preparePerson(loaded.profile, context.credentials, now);
    const areas = areasOf(loaded.profile, context);
    const stamp = stampOf(loaded.hash, context);
    const state = await readProfileState(db, profileId);
    const latest = await latestChange(db);
    let through =
      state?.hash === stamp
        ? { change: state.matchedChange, opening: state.matchedOpening }
        : { change: 0, opening: 0 };
    const totals = { matched: 0, eligible: 0, 'eligible-soon': 0, unknown: 0, near: 0, ineligible: 0 };
    while (true) {
      context.signal.throwIfAborted();
      const changed = await readChanged(db, { change: through.change, id: through.opening }, BATCH);
      const matches = changed.map(({ opening }) => ({
        openingId: opening.id,
        match: matchOpening(opening, person, now, areas),
      }));
      const last = changed.at(-1);
      // At the end the whole of the latest change is known to be done, also where its openings changed again since.
      through = last
        ? { change: last.change, opening: last.opening.id }
        : { change: Math.max(through.change, latest), opening: through.opening };
      await context.store.transaction(async (tx) => {
        await writeMatches(tx, profileId, matches, now.toISOString());
        await writeMatchedThrough(tx, profileId, stamp, through);
      });
      for (const { match: result } of matches) {
        totals.matched++;
        totals[result.verdict]++;
      }
      if (!last) return totals;
    }
  },
};

/** Towns are looked up only for a profile that gives a distance. */
function areasOf(profile: Profile, { credentials }: Pick<Context, 'credentials'>): WantedArea[] {
  if (!profile.wanted.places.some(({ within }) => within !== undefined)) return [];
  return wantedAreas(profile, knowledgeOf(credentials).gazetteer);
}

const BATCH = 200;
/** Raised when matching judges differently, so that every opening is matched again. */
const MATCH_RULES = 2;

/** All that a match rests on besides the opening: the profile, our rules and what is known of credentials. */
function stampOf(profileHash: string, { credentials }: Pick<Context, 'credentials'>): string {
  const knowledge = createHash('sha256').update(JSON.stringify([MATCH_RULES, ...credentials.values()]));
  return `${profileHash}.${knowledge.digest('hex').slice(0, 12)}`;
}
