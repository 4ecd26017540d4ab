import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLine, paint, shorten, table, widthOf, wrap } from '../../src/cli/terminal.ts';

/** Any text, with plenty of what terminals obey, reorder or draw oddly. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\u001b[31m',
        '\u001b]0;title\u0007',
        '\u009b2J',
        '\r\n',
        '\u2028',
        '\u202e',
        '\u200b',
        '\ud800',
        '漢字',
        '🩺',
        'e\u0301',
        ' ',
      ),
    ),
  )
  .map((parts) => parts.join(''));

describe('oneLine', () => {
  it.each([
    ['colours', '\u001b[31mCoder\u001b[0m', 'Coder'],
    ['a window title', '\u001b]0;Boss\u0007Coder\u001b]2;x\u001b\\', 'Coder'],
    ['the beginning of a sequence that does not end', '\u001b]0;Coder', '0;Coder'],
    ['a cleared screen', 'Co\u001b[2Jder', 'Coder'],
    ['line ends of every kind', 'HIM\r\nCoder\u2028II\u2029now', 'HIM Coder II now'],
    ['direction marks', '\u202eredoC\u202c \u2066x\u2069', 'redoC x'],
    ['invisible characters', 'Co\u200bder\ufeff', 'Coder'],
    ['white space around', '  Coder \t ', 'Coder'],
    ['half a character', 'a\ud800b', 'a\ufffdb'],
  ])('takes out %s', (_what, text, wanted) => {
    const line = oneLine(text);

    expect(line).toBe(wanted);
  });

  it('never leaves a control character, a format character or a line end, whatever comes in', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const line = oneLine(text);

        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(line).toBe(line.trim());
      }),
    );
  });

  it('stays quick for a long text made to be slow', () => {
    const began = performance.now();

    for (const part of ['\u001b[', '\u001b];a', '\u001b;', '\u009d', '\u001b[1;', ';', ' ']) {
      oneLine(`\u001b${part.repeat(100_000)}\u001b];;${';'.repeat(100_000)}`);
    }

    expect(performance.now() - began).toBeLessThan(3_000);
  });
});

describe('shorten', () => {
  it.each([
    ['Health Information', 10, 'Health In…'],
    ['Coder', 5, 'Coder'],
    ['漢字漢字', 5, '漢字…'],
    ['Coder', 0, ''],
  ])('cuts %s to %i columns', (text, width, wanted) => {
    const cut = shorten(text, width);

    expect(cut).toBe(wanted);
  });

  it('never exceeds the width, and leaves alone what fits', () => {
    fc.assert(
      fc.property(hostile.map(oneLine), fc.nat(60), (text, width) => {
        const cut = shorten(text, width);

        expect(widthOf(cut)).toBeLessThanOrEqual(width);
        if (widthOf(text) <= width) expect(cut).toBe(text);
      }),
    );
  });
});

describe('wrap', () => {
  it('indents the first line and the others apart', () => {
    const lines = wrap('one two three four', 11, '- ', '  ');

    expect(lines).toEqual(['- one two', '  three', '  four']);
  });

  it('keeps a word whole that is longer than a line', () => {
    const lines = wrap('see https://jobs.example/a-long-address now', 12);

    expect(lines).toEqual(['see', 'https://jobs.example/a-long-address', 'now']);
  });

  it('loses no word, and makes no line too long but for a single word', () => {
    fc.assert(
      fc.property(hostile.map(oneLine), fc.integer({ min: 8, max: 60 }), (text, width) => {
        const lines = wrap(text, width, '  ', '    ');

        expect(lines.map((line) => line.trim()).join(' ')).toBe(text);
        for (const line of lines) if (line.trim().includes(' ')) expect(widthOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('table', () => {
  const columns = [
    { title: 'ID', width: 5, align: 'right' as const },
    { title: 'Title' },
    { title: 'Employer', width: 10, from: 40 },
  ];

  it('gives what is left to the column without a width', () => {
    const lines = table(columns, [['7', 'Release of Information Specialist', 'Lakeside Health']], 40);

    expect(lines).toEqual(['ID  Title                     Employer', ' 7  Release of Information …  Lakeside …']);
  });

  it('leaves out a column for which the terminal is too narrow', () => {
    const lines = table(columns, [['7', 'Coder', 'Lakeside Health']], 39);

    expect(lines).toEqual(['ID  Title', ' 7  Coder']);
  });

  it('is never wider than the terminal', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(hostile, hostile, hostile), { maxLength: 5 }),
        fc.integer({ min: 20, max: 120 }),
        (rows, width) => {
          const lines = table(
            columns,
            rows.map((row) => row.map(oneLine)),
            width,
          );

          expect(lines).toHaveLength(rows.length + 1);
          for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});

describe('paint', () => {
  const piped = { out: false, err: false, in: false };
  const screen = { out: true, err: true, in: true };

  it.each([
    ['a terminal', {}, screen, true],
    ['a pipe', {}, piped, false],
    ['NO_COLOR', { NO_COLOR: '1' }, screen, false],
    ['an empty NO_COLOR, which counts as not set', { NO_COLOR: '' }, screen, true],
    ['NO_COLOR against FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, screen, false],
    ['FORCE_COLOR on a pipe', { FORCE_COLOR: '1' }, piped, true],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, screen, false],
    ['a terminal without colours', { TERM: 'dumb' }, screen, false],
  ])('heeds %s', (_what, env, terminal, coloured) => {
    const text = paint('red', 'no', { env, terminal }, 'out');

    expect(text).toBe(coloured ? '\u001b[31mno\u001b[39m' : 'no');
  });

  it('looks at the stream that the text goes to', () => {
    const text = paint('red', 'no', { env: {}, terminal: { out: false, err: true, in: false } }, 'out');

    expect(text).toBe('no');
  });
});
