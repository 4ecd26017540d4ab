/**
 * Colours of one mode. Every ink keeps a contrast of at least 4.5 on `page` and on `card`, and the inks of a verdict
 * also on the tint behind them.
 */
export interface Palette {
  readonly page: string;
  readonly card: string;
  readonly line: string;
  readonly ink: string;
  readonly muted: string;
  readonly link: string;
  readonly good: string;
  readonly condition: string;
  readonly open: string;
  readonly bad: string;
  readonly goodTint: string;
  readonly conditionTint: string;
  readonly openTint: string;
}

export const LIGHT: Palette = {
  page: '#f4f3ef',
  card: '#ffffff',
  line: '#e4e2da',
  ink: '#1f2428',
  muted: '#586169',
  link: '#17527f',
  good: '#1b6a4d',
  condition: '#865006',
  open: '#4b5a80',
  bad: '#9d352c',
  goodTint: '#e4f2eb',
  conditionTint: '#fbeedb',
  openTint: '#e9ecf5',
};

export const DARK: Palette = {
  page: '#14171a',
  card: '#1d2125',
  line: '#333a40',
  ink: '#e8e6e1',
  muted: '#a9b0b6',
  link: '#93c7f2',
  good: '#82d3b0',
  condition: '#f0ba6c',
  open: '#b1c0e6',
  bad: '#f3a79e',
  goodTint: '#1c3a30',
  conditionTint: '#41311a',
  openTint: '#2a3246',
};

/** The system's own typeface, named for mail programs that do not know `system-ui`. */
export const FONT = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/**
 * The dark mode, the phone, and the tones of what is repeated for every requirement: written inline, those would
 * push a digest of fifty openings past 100 KB, where Gmail cuts a mail off. A program that drops this part still
 * shows the layout and the light page, which are inline; hence the `!important`s.
 */
export const STYLE = `a{text-decoration:none}
a:hover{text-decoration:underline}
h3{margin:0;font-size:18px;line-height:1.35;font-weight:600}
li{margin:8px 0 0}
small{font-size:14px}
code{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:13px}
.sign{display:inline-block;width:16px;text-indent:0}
.badge{display:inline-block;padding:1px 10px;border-radius:10px;font-size:13px}
${tones(LIGHT)}
@media (prefers-color-scheme:dark){
.page{background:${DARK.page}!important;color:${DARK.ink}!important}
.card{background:${DARK.card}!important;border-color:${DARK.line}!important}
.row{border-color:${DARK.line}!important}
${tones(DARK)}
}
@media (max-width:480px){
h1{font-size:24px!important}
.wrap{padding:20px 10px!important}
.row{padding:18px 16px!important}
.side{padding-left:6px!important;padding-right:6px!important}
}`;

function tones(colours: Palette): string {
  return `.muted{color:${colours.muted}}
.link{color:${colours.link}}
.good{color:${colours.good}}
.condition{color:${colours.condition}}
.open{color:${colours.open}}
.bad{color:${colours.bad}}
.badge.good{background:${colours.goodTint}}
.badge.condition{background:${colours.conditionTint}}
.badge.open{background:${colours.openTint}}`;
}
