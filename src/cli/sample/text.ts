import { escapeHtml } from '../../sources/html.ts';
import { numberId } from './answer.ts';
import type { SamplePosting } from './world.ts';

/** One part of an advertisement. `items` form a list, `rows` a table. */
export interface Section {
  readonly part: 'about' | 'intro' | 'terms' | 'duties' | 'requires' | 'prefers' | 'pay' | 'benefits' | 'eeo';
  readonly heading?: string;
  readonly paragraphs?: readonly string[];
  readonly items?: readonly string[];
  readonly rows?: readonly (readonly string[])[];
}

/** All words of an advertisement in reading order: the employer's frame around the opening's own lines. */
export function sectionsOf(posting: SamplePosting): readonly Section[] {
  const { opening, pay } = posting;
  const { employer, roleRow } = opening;
  const { headings } = employer;
  const pick = numberId(opening.id, 6);
  const terms = [opening.setting, opening.shift && `Schedule: ${opening.shift}.`].flatMap((line) => line ?? []);
  const payWords = pay && employer.payWords?.replace('{range}', payRange(pay));
  return [
    { part: 'about', paragraphs: [employer.about] },
    { part: 'intro', paragraphs: roleRow.intro.slice(pick % roleRow.intro.length).slice(0, 1) },
    ...(terms.length > 0 ? [{ part: 'terms' as const, paragraphs: terms }] : []),
    { part: 'duties', heading: headings.duties, items: rotate(roleRow.duties, pick).slice(0, 5) },
    {
      part: 'requires',
      heading: headings.requires,
      items: opening.requires,
      ...(opening.table && { rows: opening.table }),
    },
    ...(opening.prefers.length > 0
      ? [{ part: 'prefers' as const, heading: headings.prefers, items: opening.prefers }]
      : []),
    ...(payWords ? [{ part: 'pay' as const, paragraphs: [payWords] }] : []),
    { part: 'benefits', heading: headings.benefits, items: employer.benefits },
    { part: 'eeo', paragraphs: [employer.eeo] },
  ];
}

/** `$27.50 - $38.10 per hour`, `$84,500 - $112,300 per year`; a single figure when both ends are equal. */
export function payRange({ min, max, per }: NonNullable<SamplePosting['pay']>): string {
  const ends = [...new Set([min, max])].map((amount) => money(amount, per === 'hour' ? 2 : 0));
  return `${ends.join(' - ')} per ${per}`;
}

/** Sections as plain paragraphs and lists of HTML. */
export function toHtml(sections: readonly Section[]): string {
  return sections.map((section) => `${headingHtml(section)}${bodyHtml(section)}`).join('\n');
}

/** The paragraphs, table and list of a section without its heading. */
export function bodyHtml({ paragraphs = [], items = [], rows = [] }: Section): string {
  return [
    ...paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`),
    ...(items.length > 0 ? [`<ul>${items.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>`] : []),
    ...(rows.length > 0 ? [`<table>${rows.map(rowHtml).join('')}</table>`] : []),
  ].join('');
}

/** Sections as plain text, lists with hyphens. */
export function toPlainText(sections: readonly Section[]): string {
  return sections
    .map(({ heading, paragraphs = [], items = [], rows = [] }) =>
      [
        ...(heading === undefined ? [] : [heading]),
        ...paragraphs,
        ...items.map((text) => `- ${text}`),
        ...rows.map((cells) => cells.join(': ')),
      ].join('\n'),
    )
    .join('\n\n');
}

/** The sections of these parts, in the order of the advertisement. */
export function only(sections: readonly Section[], ...parts: readonly Section['part'][]): readonly Section[] {
  return sections.filter(({ part }) => parts.includes(part));
}

/** All sections but those of these parts. */
export function except(sections: readonly Section[], ...parts: readonly Section['part'][]): readonly Section[] {
  return sections.filter(({ part }) => !parts.includes(part));
}

function headingHtml({ heading }: Section): string {
  return heading === undefined ? '' : `<h3>${escapeHtml(heading)}</h3>`;
}

function rowHtml(cells: readonly string[]): string {
  return `<tr>${cells.map((text) => `<td>${escapeHtml(text)}</td>`).join('')}</tr>`;
}

function money(amount: number, decimals: number): string {
  return `$${amount.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })}`;
}

function rotate<T>(values: readonly T[], by: number): T[] {
  const start = by % values.length;
  return [...values.slice(start), ...values.slice(0, start)];
}
