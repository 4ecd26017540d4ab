import type { DigestEntry, DigestView } from '../../model/digest.ts';
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
import { safeLink } from './sanitize.ts';

const WIDTH = 72;

/** The digest as plain text for the mail's text part: lines of at most 72 characters, addresses alone on theirs. */
export function renderText(view: DigestView): string {
  const blocks = [
    [...wrap(headingOf(view)), formatLongDay(view.slot, view.timeZone)].join('\n'),
    wrap(`${summaryOf(view)}.`).join('\n'),
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
    heading(`${SECTION[verdict]} (${formatCount(countBy(view, verdict))})`),
    ...entries.map((entry) => entryBlock(entry, view.timeZone)),
    ...(more === 0 ? [] : [`${countOf(more, 'more opening')}: ${queryCommand(verdict)}`]),
  ];
}

function entryBlock(entry: DigestEntry, timeZone: string): string {
  const link = safeLink(entry.url);
  const pay = payLine(entry.pay);
  return [
    ...wrap(entry.title),
    ...(link === undefined ? [] : [link]),
    ...wrap(entry.standing),
    ...wrap(factsOf(entry).join(' · ')),
    ...(pay === undefined ? [] : wrap(pay.figures + pay.note)),
    ...wrap(datesOf(entry, timeZone).join(' · ')),
    ...entry.findings.flatMap(findingLines),
    `Details: rolewatch show ${entry.openingId}`,
  ].join('\n');
}

function findingLines(finding: DigestEntry['findings'][number]): string[] {
  const preferred = finding.strength === 'preferred' ? 'Preferred: ' : '';
  const words = `${preferred}${finding.asks}: ${finding.because}`;
  const quote = finding.quote === '' ? [] : wrap(`“${finding.quote}”`, '    ');
  return [...wrap(words, '    ', `  ${SIGN[finding.state]} `), ...quote];
}

function silenceBlocks(view: DigestView): string[] {
  if (view.silentBoards.length === 0) return [];
  const lines = view.silentBoards.flatMap((board) => {
    const { reason, since } = silenceOf(board, view.timeZone);
    return wrap(`${board.name}: ${reason}${since === '' ? '' : ` ${since}.`}`, '    ', '  - ');
  });
  return [heading('Boards that gave nothing'), lines.join('\n')];
}

function unfitBlocks(view: DigestView): string[] {
  const count = countBy(view, 'ineligible');
  if (count === 0) return [];
  const words = `${countOf(count, 'new opening')} left out, because more than one thing that is required is missing:`;
  return [
    heading(`${SECTION.ineligible} (${formatCount(count)})`),
    [...wrap(words), `  ${queryCommand('ineligible')}`].join('\n'),
  ];
}

function heading(words: string): string {
  return `${words.toUpperCase()}\n${'-'.repeat(WIDTH)}`;
}

/** Lines that fit the width: the first begins with `first`, the others with `indent`; overlong words are broken. */
function wrap(text: string, indent = '', first = indent): string[] {
  const room = WIDTH - Math.max(indent.length, first.length);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((each) => pieces(each, room))) {
    if (line === '') line = word;
    else if (line.length + 1 + word.length <= room) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  return lines.map((each, index) => (index === 0 ? first : indent) + each);
}

function pieces(word: string, room: number): string[] {
  if (word.length <= room) return word === '' ? [] : [word];
  const cut: string[] = [''];
  for (const character of word) {
    const last = cut.length - 1;
    if ((cut[last] ?? '').length + character.length > room) cut.push(character);
    else cut[last] += character;
  }
  return cut;
}
