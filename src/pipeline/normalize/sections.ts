import {
  beginsAsHeading,
  classify,
  fold,
  type Heading,
  isMostlyVocabulary,
  isVocabulary,
  LABEL_MAX,
  type SectionKind,
  type Topic,
} from './headings.ts';
import type { Segment } from './sentences.ts';

/** A sentence with the section it stands in; headings themselves carry `heading`. */
export interface PlacedSegment extends Segment {
  readonly section: SectionKind;
  readonly topic: Topic | null;
  readonly heading: boolean;
}

/** Line of a section's heading looks like this: headings of one rank look alike. */
type Style = 'caps' | `#${number}` | undefined;

/** No honest table has wider rows. */
const MAX_CELLS = 60;

/** A heading that runs straight into its text: "Minimum Qualifications A bachelor's …", "QUALIFICATIONS 2+ years". */
const LEAD_HEADING =
  /^(?:(?:Minimum|Required|Preferred|Desired|Basic|Additional|MINIMUM|REQUIRED|PREFERRED|DESIRED|BASIC|ADDITIONAL) (?:(?:Job|JOB|Education|EDUCATION) )?(?:Qualifications?|QUALIFICATIONS?|Requirements?|REQUIREMENTS?|Skills|SKILLS|Experience|EXPERIENCE|Education|EDUCATION)|(?:QUALIFICATIONS|REQUIREMENTS|EDUCATION|Qualifications|Requirements)) (?=[A-Z][a-z' ]|\d)(?!(?:And|Of|For|In|Or)\b)/;

/** What it can begin with. */
const LEADS = 'MRPDBAQE';

/**
 * Places each sentence in its section, by the headings before it. A label at the head of a line ("Education:
 * Bachelor's") is split off as a heading of its own, and the cells of a table belong to their columns. Linear.
 */
export function placeSegments(text: string, segments: readonly Segment[]): PlacedSegment[] {
  const placed: PlacedSegment[] = [];
  let section: SectionKind = 'open';
  let topic: Topic | null = null;
  /** What holds again when a bare "Preferred:" ends. */
  let outer: SectionKind = 'open';
  /** What the heading of the section looks like. */
  let rank: Style;
  /** Line of a bare "Preferred: X" with its content beside it: it speaks of that line alone. */
  let bareLine = -1;
  let bareBullet = false;
  let table: Table | undefined;
  for (const [position, segment] of segments.entries()) {
    if (segment.cell !== undefined) {
      if (segment.first || table === undefined) table = tableAt(text, segments, position, table);
      const column = table.columns[segment.cell];
      if (table.head === segment.line || (table.columns.length > 0 && column === undefined)) {
        topic = classify(fold(text.slice(segment.start, segment.end)))?.topic ?? null;
        placed.push({ ...segment, section, topic, heading: true });
        continue;
      }
      if (column !== undefined) {
        placed.push({ ...segment, section: column, topic, heading: false });
        continue;
      }
    } else table = undefined;
    let start = segment.start;
    const opensList = segment.first && !segment.bullet && segments[position + 1]?.bullet === true;
    if (bareLine !== -1 && segment.line > bareLine && (!segment.bullet || bareBullet)) {
      section = outer;
      bareLine = -1;
    }
    // A line may carry two labels: "Licensure: Required: RN".
    for (let round = 0; round < 3; round += 1) {
      const label = labelAt(text, start, segment.end, segment, round === 0, opensList);
      if (label === undefined) break;
      const { heading, end, style } = label;
      const beside = skipBlank(text, end, segment.end);
      const inline = beside < lineEnd(text, segment.end);
      if (heading === undefined) {
        // A heading that we do not know ends the section of a known one of its rank.
        if (style !== rank) break;
        section = 'open';
        outer = 'open';
      } else if (heading.bare || isOfLine(heading, inline, segment)) section = heading.kind ?? section;
      else if (heading.kind === null || isTopicOnly(heading, outer)) section = outer;
      // "Preferred:" / "• Certification: CRC" is still preferred.
      else if (!segment.bullet || !isTopicOnly(heading, section)) {
        section = heading.kind;
        outer = heading.kind;
        rank = style;
      }
      topic = heading?.topic ?? (heading?.bare === true ? topic : null);
      placed.push({ ...segment, start, end: Math.min(end, segment.end), section, topic, heading: true });
      start = beside;
      bareLine =
        inline && heading !== undefined && (heading.bare || isOfLine(heading, inline, segment))
          ? segment.line
          : bareLine === segment.line
            ? bareLine
            : -1;
      bareBullet = segment.bullet;
      if (start >= segment.end) break;
    }
    if (start < segment.end) placed.push({ ...segment, start, section, topic, heading: false });
  }
  return placed;
}

/** The rows of a table: the line of its head, and what the columns mean where the head says it. */
interface Table {
  readonly head: number;
  readonly columns: readonly (SectionKind | undefined)[];
}

/** Reads the row that begins at `position`: a head with "Required" and "Preferred" gives its columns a meaning. */
function tableAt(text: string, segments: readonly Segment[], position: number, before: Table | undefined): Table {
  const line = segments[position]?.line ?? -1;
  const columns: (SectionKind | undefined)[] = [];
  for (let at = position; segments[at]?.line === line && at < position + MAX_CELLS; at += 1) {
    const segment = segments[at];
    if (segment?.cell === undefined || segment.end - segment.start > LABEL_MAX) continue;
    const kind = classify(fold(text.slice(segment.start, segment.end)))?.kind;
    if (kind === 'requirements' || kind === 'preferred') columns[segment.cell] = kind;
  }
  const both = columns.includes('requirements') && columns.includes('preferred');
  if (both) return { head: line, columns };
  return before === undefined ? { head: -1, columns: [] } : before;
}

/** "Not needed: a degree", "• Certification preferred: CCS": the label speaks of its own line alone. */
function isOfLine(heading: Heading, inline: boolean, segment: Segment): boolean {
  return inline && (heading.kind === 'unneeded' || (segment.bullet && heading.kind === 'preferred'));
}

/** "Education:" below "Preferred Qualifications" stays preferred; below anything else it opens requirements. */
function isTopicOnly(heading: Heading, outer: SectionKind): boolean {
  return (
    heading.kind === 'requirements' &&
    heading.topic !== null &&
    !heading.bare &&
    outer === 'preferred' &&
    !heading.explicit
  );
}

/** The label or heading at the head of a stretch; its `heading` is absent where it is surely one, but says nothing we know. */
function labelAt(
  text: string,
  start: number,
  end: number,
  segment: Segment,
  first: boolean,
  opensList: boolean,
): { readonly heading: Heading | undefined; readonly end: number; readonly style: Style } | undefined {
  const label = text.slice(start, Math.min(end, start + LABEL_MAX + 1));
  const colon = label.indexOf(':');
  const style = first && segment.first ? styleOf(text, start, end) : undefined;
  if (
    colon !== -1 &&
    label.lastIndexOf('(', colon) <= label.lastIndexOf(')', colon) &&
    text.charAt(start + colon + 1) !== '/'
  ) {
    const words = fold(label.slice(0, colon));
    const parts = words.split(/[ /,&()-]+/).filter(Boolean);
    // Behind a label stands content, unless it is made of the words of headings: "Licensure: Registered Nurse, Education: …".
    const short = parts.length <= 9 && !/[.;]/.test(words) && (first || isMostlyVocabulary(parts));
    const heading = short ? classify(words) : undefined;
    if (heading !== undefined) return { heading, end: start + colon + 1, style };
  }
  const lead = LEADS.includes(label.charAt(0)) ? LEAD_HEADING.exec(label.slice(0, 60)) : null;
  if (lead !== null && start + lead[0].length < end) {
    const heading = classify(fold(lead[0]));
    if (heading !== undefined) return { heading, end: start + lead[0].length, style };
  }
  if (end - start > LABEL_MAX) return undefined;
  if (style === undefined && !opensList && !beginsAsHeading(label)) return undefined;
  const words = fold(label).replace(/[.;]+$/, '');
  const parts = words.split(/[ /,&()-]+/).filter(Boolean);
  if (parts.length === 0 || parts.length > 9) return undefined;
  const known = isVocabulary(parts);
  // A short line above a list needs no known words to be its heading.
  const short = parts.length <= 6 || classify(words)?.kind === 'unneeded';
  const heads = opensList && first && short && !/[.;]/.test(words);
  // "What Helps You Stand OutMaster's degree": the line ended here, so most of the words may do.
  const glued = /[A-Z\d•$]/.test(text.charAt(end)) && parts.length <= 8 && isMostlyVocabulary(parts);
  if (!known && style === undefined && !heads && !glued) return undefined;
  if (known && parts.length > 2 && /^(?:no|not)\b/.test(words)) {
    const heading = classify(words);
    return heading?.kind === 'unneeded' ? { heading, end, style } : undefined;
  }
  // "RN LICENSE REQUIRED" is no heading: a short unknown word in capitals is a name.
  if (style === 'caps' && (segment.bullet || parts.some((part) => part.length < 7 && !isVocabulary([part]))))
    return undefined;
  const heading = classify(words);
  if (heading !== undefined) return { heading, end, style };
  // In capitals an item may stand as well: an unknown heading needs some words of headings.
  const sure =
    style !== 'caps' || (!segment.bullet && parts.filter((part) => isVocabulary([part])).length * 2 >= parts.length);
  return style !== undefined && sure ? { heading, end, style } : undefined;
}

/** "## Pay", "HOW WE WORK": a line that is a heading whatever its words. */
function styleOf(text: string, start: number, end: number): Style {
  if (text.charAt(start - 1) === '#' || text.charAt(start - 2) === '#') {
    let at = text.charAt(start - 1) === '#' ? start - 1 : start - 2;
    let depth = 0;
    while (text.charAt(at) === '#') {
      depth += 1;
      at -= 1;
    }
    return `#${depth}`;
  }
  if (end - start > 60 || end - start < 4) return undefined;
  const line = text.slice(start, end);
  return /^[A-Z &/,()'’?-]{4,}[A-Z)?]:?$/.test(line) && line.split(' ').length <= 8 ? 'caps' : undefined;
}

/** Where the content of a line ends. */
function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  const end = newline === -1 ? text.length : newline;
  return end - from > 400 ? end : from + text.slice(from, end).trimEnd().length;
}

function skipBlank(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /[\s*_:–—-]/.test(text.charAt(at))) at += 1;
  return at;
}
