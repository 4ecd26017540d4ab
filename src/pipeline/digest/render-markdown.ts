import type { DigestEntry, DigestView } from '../../model/digest.ts';
import { escapeMarkdown, markdownLink } from './escape-markdown.ts';
import {
  beyond,
  countBy,
  countOf,
  coverageOf,
  datesOf,
  factsOf,
  formatCount,
  formatLongDay,
  headingOf,
  payLine,
  queryCommand,
  SECTION,
  SIGN,
  silenceOf,
  summaryOf,
} from './format.ts';

/** The digest as Markdown (CommonMark), readable as it stands; every value from outside is escaped. */
export function renderMarkdown(view: DigestView): string {
  const blocks = [
    `# ${escapeMarkdown(headingOf(view))}`,
    formatLongDay(view.slot, view.timeZone),
    `**${summaryOf(view)}.**`,
    ...view.sections.flatMap((section) => sectionBlocks(view, section)),
    ...silenceBlocks(view),
    ...unfitBlocks(view),
    coverageOf(view),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function sectionBlocks(view: DigestView, section: DigestView['sections'][number]): string[] {
  const { verdict, entries } = section;
  const more = beyond(view, verdict);
  if (entries.length + more === 0) return [];
  return [
    `## ${SECTION[verdict]} (${formatCount(countBy(view, verdict))})`,
    ...entries.flatMap((entry) => entryBlocks(entry, view.timeZone)),
    ...(more === 0 ? [] : [`${countOf(more, 'more opening')}: \`${queryCommand(verdict)}\``]),
  ];
}

function entryBlocks(entry: DigestEntry, timeZone: string): string[] {
  const pay = payLine(entry.pay);
  const lines = [
    `**${escapeMarkdown(entry.standing)}**`,
    escapeMarkdown(factsOf(entry).join(' · ')),
    pay === undefined ? '' : escapeMarkdown(pay.figures + pay.note),
    escapeMarkdown(datesOf(entry, timeZone).join(' · ')),
  ].filter((line) => line !== '');
  return [
    `### ${markdownLink(entry.title, entry.url)}`,
    // A backslash at the end of a line keeps the line break.
    lines.join('\\\n'),
    ...(entry.findings.length === 0 ? [] : [entry.findings.map(findingLine).join('\n')]),
    `Details: \`rolewatch show ${entry.openingId}\``,
  ];
}

function findingLine(finding: DigestEntry['findings'][number]): string {
  const preferred = finding.strength === 'preferred' ? 'Preferred: ' : '';
  const quote = finding.quote === '' ? '' : `\\\n  “${escapeMarkdown(finding.quote)}”`;
  const words = `**${escapeMarkdown(finding.asks)}**: ${escapeMarkdown(finding.because)}`;
  return `- ${SIGN[finding.state]} ${preferred}${words}${quote}`;
}

function silenceBlocks(view: DigestView): string[] {
  if (view.silentBoards.length === 0) return [];
  const lines = view.silentBoards.map((board) => {
    const { reason, since } = silenceOf(board, view.timeZone);
    return `- **${escapeMarkdown(board.name)}**: ${escapeMarkdown(reason)}${since === '' ? '' : ` ${since}.`}`;
  });
  return ['## Boards that gave nothing', lines.join('\n')];
}

function unfitBlocks(view: DigestView): string[] {
  const count = countBy(view, 'ineligible');
  if (count === 0) return [];
  return [
    `## ${SECTION.ineligible} (${formatCount(count)})`,
    `${countOf(count, 'new opening')} left out, because more than one thing that is required is missing: \`${queryCommand('ineligible')}\``,
  ];
}
