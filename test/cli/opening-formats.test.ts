import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf, printAs } from '../../src/cli/opening-formats.ts';
import type { OpeningLine } from '../../src/store/query.ts';

function line(over: Partial<OpeningLine> = {}): OpeningLine {
  return {
    id: 7,
    title: 'Coder',
    employer: 'Lakeside Health',
    url: 'https://jobs.example/7',
    places: [{ text: 'Toledo, OH', city: 'Toledo', region: 'OH', country: 'US' }],
    workplace: 'onsite',
    postedAt: '2026-11-20',
    closedAt: null,
    verdict: 'eligible',
    score: 81,
    reading: { pay: [], remoteLimits: [], employmentTypes: [] },
    ...over,
  };
}

function printed(format: Parameters<typeof printAs>[0], lines: readonly OpeningLine[]): string {
  const out: string[] = [];
  const io = { out: (text: string) => out.push(text), err: () => undefined, columns: 80 };
  // as: printing asks for nothing else of a terminal
  printAs(format, lines, io as unknown as Parameters<typeof printAs>[2]);
  return out.join('\n');
}

describe('csv', () => {
  it('has a row of names and a row for each opening', () => {
    const [names, first] = parse(csvOf([line({ title: 'Coder, "inpatient"; days' })]));

    expect(names).toEqual([
      'id',
      'verdict',
      'score',
      'title',
      'employer',
      'places',
      'workplace',
      'pay',
      'posted',
      'url',
    ]);
    expect(first).toEqual([
      '7',
      'eligible',
      '81',
      'Coder, "inpatient"; days',
      'Lakeside Health',
      'Toledo, OH',
      'onsite',
      '',
      '2026-11-20',
      'https://jobs.example/7',
    ]);
  });

  it.each(['=HYPERLINK("http://x")', '+49', '-1', '@SUM(A1)', '\t=1'])('makes no formula of %j', (title) => {
    const [, first] = parse(csvOf([line({ title })]));

    expect(first?.[3]).not.toMatch(/^[=+\-@]/);
  });

  it('keeps every row whole, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (titles) => {
        const rows: unknown[] = parse(csvOf(titles.map((title) => line({ title }))));

        expect(rows).toHaveLength(titles.length + 1);
      }),
    );
  });
});

describe('markdown', () => {
  it('links the title and takes nothing of a stranger for markup', () => {
    const text = printed('md', [line({ title: 'Coder | [x](http://y) <b>', employer: '*Lakeside*' })]);

    const [, , row = ''] = text.split('\n');
    expect(row).toContain('[Coder \\| \\[x\\]\\(http://y\\) \\<b\\>](<https://jobs.example/7>)');
    expect(row).toContain('\\*Lakeside\\*');
    expect(row.split(/(?<!\\)\|/)).toHaveLength(9);
  });

  it('links no address that is none of the web', () => {
    expect(printed('md', [line({ url: 'javascript:alert(1)' })])).not.toContain('javascript');
  });
});

describe('jsonl', () => {
  it('is a line of JSON for each opening', () => {
    const text = printed('jsonl', [line(), line({ id: 8 })]);

    expect(text.split('\n').map((row) => JSON.parse(row).id)).toEqual([7, 8]);
  });

  it('says nothing where nothing was found', () => {
    expect(printed('jsonl', [])).toBe('');
  });
});
