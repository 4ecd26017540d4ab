import type { Evidence } from '../model/evidence.ts';
import type { Occupation } from '../model/occupation.ts';
import { annualPay, type Pay } from '../model/pay.ts';
import type { Place } from '../model/place.ts';
import type { Posting, PostingDraft } from '../model/posting.ts';
import type { Reading, Schedule, Travel } from '../model/reading.ts';
import type { RequirementNode } from '../model/requirement.ts';
import { formatDay, formatPay, placeName } from '../pipeline/digest/format.ts';
import { regionName } from '../pipeline/normalize/describe.ts';
import { WORKPLACE_WORD } from './opening-lines.ts';

/** One thing that a posting says, for a reader: a name, one or more lines, and what it rests on. */
export interface Fact {
  readonly name: string;
  readonly lines: readonly string[];
  readonly evidence: readonly Evidence[];
  /** Where it is stated, when not in the text. */
  readonly origin?: string;
}

const TITLE = 'in the title';
const DATA = 'in the data of the page';

/** Everything but the requirements that is known of a posting; what is not known is left out. */
export function factsOf({ employer, places, closesAt, reading }: Posting, draft: PostingDraft): Fact[] {
  return [
    ...employerFacts(employer, reading),
    ...places.map((place) => fact('place', [placeLine(place)], [])),
    ...(reading.occupation ? [occupationFact(reading.occupation, draft.occupationCode !== undefined)] : []),
    ...(reading.seniority === null ? [] : [fact('seniority', [reading.seniority], [], TITLE)]),
    ...reading.pay.map((pay, position) => payFact(pay, position === 0 ? 'pay' : 'other pay')),
    ...together(reading.employmentTypes).map(({ items, evidence }) =>
      fact(
        'type',
        [items.map(({ type }) => type.replace('_', '-')).join(', ')],
        evidence,
        draft.employmentTypes === undefined ? TITLE : DATA,
      ),
    ),
    ...workplaceFacts(reading, draft),
    ...scheduleFacts(reading.schedule),
    ...(reading.travel ? [fact('travel', [travelWords(reading.travel)], [reading.travel.evidence])] : []),
    ...(reading.sponsorship
      ? [fact('sponsorship', [reading.sponsorship.offered ? 'offered' : 'not offered'], [reading.sponsorship.evidence])]
      : []),
    ...(closesAt === undefined ? [] : [closingFact(closesAt, reading, draft)]),
    ...(reading.language === null ? [] : [fact('language', [languageName(reading.language)], [])]),
  ];
}

/** Which of the things that most people look for were not found. */
export function silentOn({ pay, workplace, requirements }: Reading): string[] {
  const asked = new Set(requirements.flatMap(({ node }) => kindsOf(node)));
  return [
    ...(pay.length === 0 ? ['pay'] : []),
    ...(asked.has('education') ? [] : ['education']),
    ...(asked.has('credential') ? [] : ['credentials']),
    ...(asked.has('experience') ? [] : ['experience']),
    ...(workplace === null ? ['workplace'] : []),
  ];
}

function kindsOf(node: RequirementNode): string[] {
  if (node.kind === 'equivalent') return [node.of];
  return node.kind === 'all' || node.kind === 'any' ? node.of.flatMap(kindsOf) : [node.kind];
}

function fact(name: string, lines: readonly string[], evidence: readonly (Evidence | undefined)[], origin?: string) {
  const quoted = evidence.filter((one) => one !== undefined);
  return { name, lines, evidence: quoted, ...(quoted.length > 0 || origin === undefined ? {} : { origin }) };
}

function employerFacts(employer: string, { employerFamily }: Reading): Fact[] {
  if (employer === '') return [];
  const family = employerFamily ? [`of the family ${employerFamily.name}`] : [];
  return [fact('employer', [employer, ...family], [])];
}

const AREA_WORDS = { county: 'county', metro: 'metropolitan area' } as const;

function placeLine(place: Place): string {
  const { city, country, postalCode, latitude, longitude, area } = place;
  // Without a town the name is made of the source's words, which hold all of this already.
  const more = city === undefined ? [] : [postalCode, country === undefined ? undefined : countryName(country)];
  const name = [placeName(place), ...more].filter((part) => part !== undefined).join(', ');
  const at =
    latitude === undefined || longitude === undefined ? '' : ` at ${latitude.toFixed(2)}, ${longitude.toFixed(2)}`;
  return `${name}${area === undefined ? '' : ` (${AREA_WORDS[area]})`}${at}`;
}

const STEP_WORDS = ['entry', 'trained', 'specialist', 'supervisor or manager', 'director', 'executive'];

function occupationFact({ code, title, family, step }: Occupation, coded: boolean): Fact {
  const words = STEP_WORDS[step - 1];
  return fact(
    'occupation',
    [
      `${title}, ${code.replace('soc:', 'SOC ')}`,
      `step ${step} of ${STEP_WORDS.length}${words === undefined ? '' : ` (${words})`} in ${family.replaceAll('-', ' ')}`,
    ],
    [],
    coded ? `${TITLE}, or ${DATA}` : TITLE,
  );
}

const PROVENANCE = {
  field: DATA,
  text: TITLE,
  estimate: 'a board’s estimate, not the employer’s figure',
} as const;

function payFact(pay: Pay, name: string): Fact {
  const yearly = annualPay(pay);
  const lines = [formatPay(pay) ?? ''];
  if (yearly?.assumption) {
    const { assumption, ...sums } = yearly;
    const full = formatPay({ ...rounded(sums), provenance: pay.provenance });
    lines.push(`a full year: ${full} (${assumption})`);
  }
  return fact(name, lines, [pay.evidence], PROVENANCE[pay.provenance]);
}

function rounded({ min, max, currency }: { min?: number; max?: number; currency?: string }) {
  return {
    ...(min === undefined ? {} : { min: Math.round(min) }),
    ...(max === undefined ? {} : { max: Math.round(max) }),
    ...(currency === undefined ? {} : { currency }),
  };
}

function workplaceFacts({ workplace, remoteLimits }: Reading, draft: PostingDraft): Fact[] {
  const facts: Fact[] = [];
  if (workplace !== null) {
    const { mode, officeDays, afterTraining } = workplace;
    const days = officeDays === undefined ? [] : [`${officeDays} ${officeDays === 1 ? 'day' : 'days'} a week on site`];
    const later = afterTraining === true ? ['after training'] : [];
    const origin = draft.workplace === mode ? DATA : 'in the title or the place';
    const evidence = [workplace.evidence, workplace.officeDaysEvidence];
    facts.push(fact('workplace', [[WORKPLACE_WORD[mode], ...later, ...days].join(', ')], evidence, origin));
  }
  for (const { items, evidence } of together(remoteLimits)) {
    const areas = items.map(({ area }) => areaName(area));
    const origin = draft.remoteLimits === undefined ? TITLE : DATA;
    facts.push(fact('remote from', [areas.join(', ')], evidence, origin));
  }
  return facts;
}

function scheduleFacts(schedule: Schedule | null | undefined): Fact[] {
  if (!schedule) return [];
  const shifts = together(schedule.shifts).map(({ items, evidence }) =>
    fact('shift', [items.map(({ shift }) => shift.replace('_', ' ')).join(', ')], evidence),
  );
  const { hoursPerWeek } = schedule;
  if (hoursPerWeek === undefined) return shifts;
  const { min, max, evidence } = hoursPerWeek;
  const figure = min === 0 ? `up to ${max}` : min === max ? `${max}` : `${min}–${max}`;
  return [...shifts, fact('hours', [`${figure} a week`], [evidence])];
}

function travelWords({ percent }: Travel): string {
  if (percent === null) return 'some; no upper bound is stated';
  return percent === 0 ? 'none' : `up to ${percent}%`;
}

function closingFact(closesAt: string, { closesOn }: Reading, draft: PostingDraft): Fact {
  return fact('closes', [formatDay(closesAt, 'UTC')], draft.closesAt === undefined ? [closesOn?.evidence] : [], DATA);
}

/** `US-OH` → Ohio, `CA` → Canada. */
function areaName(area: string): string {
  return area.startsWith('US-') ? regionName(area.slice(3)) : countryName(area);
}

function countryName(code: string): string {
  return nameOf('region', code);
}

function languageName(code: string): string {
  return nameOf('language', code);
}

function nameOf(type: 'region' | 'language', code: string): string {
  // Intl throws for what is no code at all.
  return /^[A-Za-z]{2}$/.test(code) ? (new Intl.DisplayNames('en-US', { type }).of(code) ?? code) : code;
}

/** Neighbours that rest on overlapping words, as one. */
function together<Item extends { readonly evidence?: Evidence | undefined }>(
  items: readonly Item[],
): { readonly items: Item[]; readonly evidence: Evidence[] }[] {
  const groups: { items: Item[]; evidence: Evidence[] }[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    const { evidence } = item;
    const before = last?.evidence.at(-1);
    const joins =
      evidence === undefined
        ? before === undefined
        : before !== undefined && evidence.start < before.end && before.start < evidence.end;
    if (last !== undefined && joins) {
      last.items.push(item);
      if (evidence !== undefined) last.evidence.push(evidence);
    } else groups.push({ items: [item], evidence: evidence === undefined ? [] : [evidence] });
  }
  return groups;
}
