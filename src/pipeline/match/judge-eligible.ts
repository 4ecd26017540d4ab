import { BLANK_PROFILE, bestOf, type Judgement, NOT_IN_PROFILE } from './judgement.ts';
import type { Person } from './person.ts';
import { type RouteStanding, routesTo, toldOf } from './routes.ts';
import { overlaps } from './words.ts';

/**
 * May the person sit for a credential that they neither hold nor plan? By the issuer's routes: one that the profile
 * shows in full answers yes, one with a part not known is `unknown`. Issuers revise their routes, so a route never
 * rejects: what points to the credential keeps the answer open, and only where nothing does it is `not-met`.
 */
export function judgeMaySit(id: string, person: Person): Judgement {
  const routes = routesTo(id, person);
  const byRoute = bestOf(routes.flatMap((route) => judgeRoute(route, person.nameOf(id))));
  if (byRoute !== undefined) return byRoute;
  if (person.blank) return { state: 'unknown', because: BLANK_PROFILE };

  const pointer = pointerTo(id, person);
  if (pointer === undefined) return { state: 'not-met', because: NOT_IN_PROFILE };
  const check = `${pointer}; check whether it lets you sit for ${person.nameOf(id)}`;
  const [shortest] = routes;
  if (shortest === undefined) return { state: 'unknown', because: check };
  const lacks = toldOf(shortest, 'missing');
  return { state: 'unknown', because: lacks === '' ? check : `${check}, whose shortest route also asks for ${lacks}` };
}

function judgeRoute(route: RouteStanding, name: string): Judgement[] {
  // What only words describe cannot be told from a profile.
  if (route.parts.length === 0 || route.state === 'missing') return [];
  if (route.state === 'has') {
    return [{ state: 'met', because: `you may sit for ${name} by the issuer's rule: ${route.route.text}` }];
  }
  if (route.state === 'coming') {
    return [{ state: 'planned', because: `once you have ${toldOf(route, 'coming')}, which lets you sit for ${name}` }];
  }
  const open = toldOf(route, 'open');
  return [{ state: 'unknown', because: `whether you may sit for ${name} depends on this: ${open}` }];
}

/** What in the profile may make the person eligible to sit for a credential: a degree or work in its field. */
function pointerTo(id: string, person: Person): string | undefined {
  const subject = person.subjectOf(id);
  const degree = person.degrees.find(
    ({ level, words: own }) => level !== 'none' && level !== 'high_school' && (own === null || overlaps(own, subject)),
  );
  if (degree !== undefined) {
    const field = degree.field === undefined ? 'education' : `education in ${degree.field}`;
    return degree.finished ? `you list ${field}` : `you list unfinished ${field}`;
  }
  const role = person.roles.find((entry) => overlaps(entry.words, subject));
  return role === undefined ? undefined : `you list experience as ${role.role}`;
}
