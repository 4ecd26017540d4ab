import { html, raw } from 'hono/html';
import type { DigestEntry, DigestView } from '../../model/digest.ts';
import type { NodeState, Verdict } from '../../model/match.ts';
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
import { FONT, LIGHT, STYLE } from './html-style.ts';
import { safeLink } from './sanitize.ts';

/** A piece of escaped markup. */
type Markup = ReturnType<typeof html>;

/** Everything stays inside the page, however long a word is. */
const BREAK = 'overflow-wrap:anywhere;word-break:break-word';

/**
 * The digest as one complete HTML page, the same bytes for the mail and for the file: the layout in tables and
 * inline, no script, no picture, nothing that is loaded from anywhere. Every value is escaped, and an address
 * becomes a link only through `safeLink`.
 */
export function renderHtml(view: DigestView): string {
  const heading = headingOf(view);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${heading}: ${summaryOf(view)}</title>
<style>${raw(STYLE)}</style>
</head>
<body class="page" style="margin:0;padding:0;background:${LIGHT.page};color:${LIGHT.ink}">
<table class="page" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:${LIGHT.page};color:${LIGHT.ink};${raw(FONT)};font-size:16px;line-height:1.5">
<tr><td class="wrap" align="center" style="padding:36px 16px">
<!--[if mso]><table role="presentation" width="600" align="center"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;table-layout:fixed;text-align:left;${BREAK}">
<tr><td class="side" style="padding:0 28px 4px">
<p style="margin:0"><small class="muted">Rolewatch · ${formatLongDay(view.slot, view.timeZone)}</small></p>
<h1 style="margin:6px 0 0;font-size:28px;line-height:1.25;font-weight:650">${heading}</h1>
<p style="margin:8px 0 0;font-size:17px">${summaryOf(view)}.</p>
</td></tr>
${view.sections.map((section) => sectionPart(view, section.verdict, section.entries))}
${silencePart(view)}
${unfitPart(view)}
<tr><td class="side" style="padding:28px 28px 0">
<p style="margin:0"><small class="muted">${coverageOf(view)}</small></p>
</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</table>
</body>
</html>
`;
  // hono/html answers with a promise only when a value was one, and a view holds none.
  if (page instanceof Promise) throw new TypeError('A value of the digest was a promise.');
  return page.toString();
}

function sectionPart(view: DigestView, verdict: Verdict, entries: readonly DigestEntry[]): Markup | '' {
  const more = beyond(view, verdict);
  if (entries.length + more === 0) return '';
  const rows = entries.map((entry, index) => entryPart(entry, view.timeZone, index === 0));
  const rest = html`<p style="margin:0">${countOf(more, 'more opening')}: ${command(queryCommand(verdict))}</p>`;
  return block(
    `${SECTION[verdict]} (${formatCount(countBy(view, verdict))})`,
    more === 0 ? rows : [...rows, row(rest, entries.length === 0)],
  );
}

function entryPart(entry: DigestEntry, timeZone: string, first: boolean): Markup {
  const link = safeLink(entry.url);
  const pay = payLine(entry.pay);
  return row(
    html`${badge(entry)}
<h3>${link === undefined ? entry.title : html`<a class="link" href="${link}">${entry.title}</a>`}</h3>
<p style="margin:3px 0 0">${factsOf(entry).join(' · ')}</p>
${pay === undefined ? '' : html`<p style="margin:3px 0 0"><b>${pay.figures}</b>${pay.note}</p>`}
<p style="margin:3px 0 0"><small class="muted">${datesOf(entry, timeZone).join(' · ')}</small></p>
${
  entry.findings.length === 0
    ? ''
    : html`<ul style="list-style:none;margin:12px 0 0;padding:0 0 0 20px;text-indent:-20px">${entry.findings.map(findingPart)}</ul>`
}
<p style="margin:12px 0 0"><small class="muted">Details: ${command(`rolewatch show ${entry.openingId}`)}</small></p>`,
    first,
  );
}

function badge(entry: DigestEntry): Markup {
  return html`<p style="margin:0 0 6px"><b class="badge ${badgeTone(entry)}">${entry.standing}</b></p>`;
}

function badgeTone({ verdict, standing }: DigestEntry): string {
  if (verdict === 'eligible') return standing === SECTION.eligible ? 'good' : 'condition';
  return verdict === 'eligible-soon' ? 'condition' : 'open';
}

const TONE = {
  met: 'good',
  'met-by-other': 'good',
  grace: 'condition',
  planned: 'condition',
  unknown: 'open',
  'not-met': 'bad',
} as const satisfies Record<NodeState, string>;

function findingPart(finding: DigestEntry['findings'][number]): Markup {
  const tone = TONE[finding.state];
  return html`
<li><b class="sign ${tone}">${SIGN[finding.state]}</b> ${
    finding.strength === 'preferred' ? 'Preferred: ' : ''
  }<b>${finding.asks}</b>: ${finding.because}${
    finding.quote === '' ? '' : html`<br><small class="muted">“${finding.quote}”</small>`
  }</li>`;
}

function silencePart(view: DigestView): Markup | '' {
  if (view.silentBoards.length === 0) return '';
  const rows = view.silentBoards.map((board, index) => {
    const { reason, since } = silenceOf(board, view.timeZone);
    return row(
      html`<h3>${board.name}</h3>
<p style="margin:2px 0 0">${reason}</p>
${since === '' ? '' : html`<p style="margin:2px 0 0"><small class="muted">${since}</small></p>`}`,
      index === 0,
    );
  });
  return block('Boards that gave nothing', rows);
}

function unfitPart(view: DigestView): Markup | '' {
  const count = countBy(view, 'ineligible');
  if (count === 0) return '';
  const words = html`<p style="margin:0">${countOf(count, 'new opening')} left out, because more than one thing that is required is missing. See ${count === 1 ? 'it' : 'them'} with ${command(queryCommand('ineligible'))}</p>`;
  return block(`${SECTION.ineligible} (${formatCount(count)})`, [row(words, true)]);
}

/** A heading with a card below it. */
function block(heading: string, rows: readonly Markup[]): Markup {
  return html`<tr><td class="side" style="padding:32px 28px 10px"><h2 style="margin:0;font-size:18px;font-weight:650">${heading}</h2></td></tr>
<tr><td class="card" style="background:${LIGHT.card};border:1px solid ${LIGHT.line};border-radius:12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="table-layout:fixed;font-size:16px">
${rows}
</table>
</td></tr>`;
}

function row(content: Markup, first: boolean): Markup {
  const border = first ? '' : `;border-top:1px solid ${LIGHT.line}`;
  return html`<tr><td class="row" style="padding:22px 28px${border}">
${content}
</td></tr>
`;
}

function command(words: string): Markup {
  return html`<code>${words}</code>`;
}
