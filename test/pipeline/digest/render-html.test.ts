import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import type { DigestView } from '../../../src/model/digest.ts';
import { DARK, LIGHT, type Palette } from '../../../src/pipeline/digest/html-style.ts';
import { renderHtml } from '../../../src/pipeline/digest/render-html.ts';
import { plainLine } from '../../../src/pipeline/digest/sanitize.ts';
import { HOSTILE } from './hostile.ts';
import { candidate, finding, realistic, sampleView, withWords } from './sample.ts';

type Nodes = ReturnType<typeof parseDocument>['children'];

describe('renderHtml', () => {
  it('says who it is for, when, and the whole in one sentence', () => {
    const page = outline(renderHtml(sampleView()));

    expect(page.texts('title')).toEqual([
      'New openings for Sam Rivera: You qualify for 2 new openings, 1 cannot be decided, 31 lack more than one thing',
    ]);
    expect(page.texts('h1')).toEqual(['New openings for Sam Rivera']);
    expect(page.text).toContain('Friday, November 20, 2026');
    expect(page.text).toContain('You qualify for 2 new openings, 1 cannot be decided, 31 lack more than one thing.');
    expect(page.elements[0]).toEqual({ name: 'html', attributes: { lang: 'en' } });
  });

  it('tells everything about an opening, with the quoted words', () => {
    const page = outline(renderHtml(sampleView()));

    for (const words of [
      'You qualify',
      'Lakeside Health · Columbus, OH · Hybrid · Full time',
      '$31.50–$44.10 an hour',
      'Posted Nov 18, 2026 · On Lakeside Health careers',
      '✓ RHIA or RHIT: you hold RHIT',
      '“RHIA or RHIT certification required.”',
      'rolewatch show 101',
      'You qualify, with a condition',
      'Cannot be decided from the words',
    ]) {
      expect(page.text).toContain(words);
    }
    expect(page.links[0]).toBe('https://careers.lakeside-health.example/openings/1?ref=list&lang=en');
  });

  it('keeps the headings in order, without a gap', () => {
    const page = outline(renderHtml(sampleView()));

    const headings = page.elements.map((element) => element.name).filter((name) => /^h\d$/.test(name));

    expect(headings).toEqual(['h1', 'h2', 'h3', 'h3', 'h2', 'h3', 'h2', 'h3', 'h2']);
    expect(page.texts('h2')).toEqual([
      'You qualify (2)',
      'Cannot be decided from the words (1)',
      'Boards that gave nothing',
      'More than one thing is missing (31)',
    ]);
  });

  it('marks a preference and an estimate as such', () => {
    const reading = {
      ...candidate().opening.reading,
      pay: [{ min: 60_000, currency: 'USD', period: 'year', provenance: 'estimate' } as const],
    };
    const view = sampleView({
      candidates: [
        candidate({ reading }, { findings: [finding({ strength: 'preferred', state: 'not-met', asks: 'CCS' })] }),
      ],
    });

    const { text } = outline(renderHtml(view));

    expect(text).toContain('✗ Preferred: CCS');
    expect(text).toContain('From $60,000 a year (an estimate, not the employer’s figure)');
  });

  it('names the silent boards, the reason and since when', () => {
    const { text } = outline(renderHtml(sampleView()));

    expect(text).toContain('Harbor Clinic careers');
    expect(text).toContain('Its pages have changed and could not be read.');
    expect(text).toContain('Since Nov 18, 2026');
  });

  it('says how to see what is left out', () => {
    const view = sampleView({ beyond: { eligible: 3, unknown: 1, ineligible: 1 } });

    const { text } = outline(renderHtml(view));

    expect(text).toContain('3 more openings: rolewatch query --verdict eligible');
    expect(text).toContain('1 more opening: rolewatch query --verdict unknown');
    expect(text).toContain('See it with rolewatch query --verdict ineligible');
  });

  it('stays calm when there is nothing', () => {
    const page = outline(renderHtml(sampleView({ candidates: [], beyond: {} })));

    expect(page.texts('h1')).toEqual(['Nothing new for Sam Rivera']);
    expect(page.text).toContain('No new openings this time.');
    expect(page.texts('h2')).toEqual(['Boards that gave nothing']);
    expect(page.text).toContain('41 boards checked, 3,204 openings open.');
  });

  it('loads nothing and runs nothing', () => {
    const page = renderHtml(sampleView());

    const names = new Set(outline(page).elements.map((element) => element.name));

    expect([...names].sort()).toEqual([
      'a',
      'b',
      'body',
      'br',
      'code',
      'h1',
      'h2',
      'h3',
      'head',
      'html',
      'li',
      'meta',
      'p',
      'small',
      'style',
      'table',
      'td',
      'title',
      'tr',
      'ul',
    ]);
    expect(page).not.toMatch(/url\(|@import|src=|background=/i);
  });

  it.each(HOSTILE.map((words) => [words]))('shows %j as words only', (words) => {
    const plain = outline(renderHtml(withWords('words')));

    const fromView = outline(renderHtml(withWords(words)));
    const unclean = outline(renderHtml(uncleaned(words)));

    expect(fromView.elements).toEqual(plain.elements);
    expect(unclean.elements).toEqual(plain.elements);
    expect(fromView.comments).toEqual(plain.comments);
    expect(fromView.texts('h3')[0]).toBe(plainLine(words, 160));
  });

  it.each(HOSTILE.map((words) => [words]))('makes no link of the address %j unless it is http', (url) => {
    const view = sampleView({ candidates: [candidate({ url })] });

    const page = outline(renderHtml(view));

    expect(page.texts('h3')[0]).toBe('Health Information Specialist');
    for (const link of page.links) expect(link).toMatch(/^https:\/\/evil\.example\/[^\s<>"]*$/);
    for (const element of page.elements.filter(({ name }) => name === 'a')) {
      expect(Object.keys(element.attributes)).toEqual(['class', 'href']);
    }
  });

  it('renders two hundred openings', () => {
    const view = sampleView({ limit: 200, candidates: realistic(200) });

    expect(outline(renderHtml(view)).links).toHaveLength(200);
  });

  it('stays below 100 KB with fifty openings, so that no mail program cuts it off', () => {
    const page = renderHtml(sampleView({ candidates: realistic(50) }));

    expect(Buffer.byteLength(page)).toBeLessThan(100_000);
  });

  it('is the same for the same view', () => {
    expect(renderHtml(sampleView())).toBe(renderHtml(sampleView()));
  });

  it.each([
    ['light', LIGHT],
    ['dark', DARK],
  ])('keeps a contrast of 4.5 in the %s mode', (_name, colours) => {
    for (const [ink, ground] of pairs(colours)) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });
});

function uncleaned(words: string): DigestView {
  const view = withWords('words');
  return {
    ...view,
    personName: words,
    silentBoards: view.silentBoards.map((board) => ({ ...board, name: words, message: words })),
    sections: view.sections.map((section) => ({
      ...section,
      entries: section.entries.map((entry) => ({
        ...entry,
        title: words,
        employer: words,
        places: [words],
        boards: [words],
        remoteLimits: [words],
        findings: entry.findings.map((each) => ({ ...each, asks: words, because: words, quote: words })),
      })),
    })),
  };
}

/** What a reader of the page meets: elements with attributes, comments, texts and links, in document order. */
function outline(page: string) {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  const comments: string[] = [];
  const byName = new Map<string, string[]>();
  const visit = (nodes: Nodes): string =>
    nodes
      .map((node) => {
        if (node.type === 'text') return node.data;
        if (node.type === 'comment') comments.push(node.data);
        if (!('children' in node)) return '';
        if (!('attribs' in node)) return visit(node.children);
        elements.push({ name: node.name, attributes: { ...node.attribs } });
        const text = visit(node.children).replace(/\s+/g, ' ').trim();
        byName.set(node.name, [...(byName.get(node.name) ?? []), text]);
        if (node.name === 'style') return '';
        return /^(b|a|small|code|br)$/.test(node.name) ? text : `${text}\n`;
      })
      .join('');
  const text = visit(parseDocument(page).children);
  const links = elements.flatMap((element) => element.attributes['href'] ?? []);
  return { elements, comments, text, links, texts: (name: string) => byName.get(name) ?? [] };
}

function pairs(colours: Palette): [string, string][] {
  const inks = [colours.ink, colours.muted, colours.link, colours.good, colours.condition, colours.open, colours.bad];
  return [
    ...inks.flatMap((ink): [string, string][] => [
      [ink, colours.page],
      [ink, colours.card],
    ]),
    [colours.good, colours.goodTint],
    [colours.condition, colours.conditionTint],
    [colours.open, colours.openTint],
  ];
}

/** Contrast ratio by WCAG 2.2, section "relative luminance". */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
