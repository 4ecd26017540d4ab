import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/config/import/csv.ts';
import { hostileText } from './files.ts';

describe('readCsv', () => {
  it.each<[string, string, string[][]]>([
    [
      'rows with LF',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'rows with CRLF and a byte order mark',
      '\uFEFFa,b\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['rows with CR', 'a\rb', [['a'], ['b']]],
    ['quoted commas, quotes and line ends', '"a,""b""\r\nc",d', [['a,"b"\r\nc', 'd']]],
    [
      'empty cells',
      'a,,\n,b,',
      [
        ['a', '', ''],
        ['', 'b', ''],
      ],
    ],
    ['no empty rows', 'a\n\n,,\n"",""\nb', [['a'], ['b']]],
    ['a quote inside a cell as a letter', 'a "b" c,d', [['a "b" c', 'd']]],
    ['letters after a closing quote', '"a"b,c', [['"a"b', 'c']]],
    ['nothing', '', []],
  ])('reads %s', (_name, text, rows) => {
    const reading = readCsv(text);

    expect(reading).toEqual({ rows, unclosed: false });
  });

  it('says that a quote is never closed, and keeps what stands before it', () => {
    const reading = readCsv('a,b\n"c,d\ne');

    expect(reading).toEqual({ rows: [['a', 'b']], unclosed: true });
  });

  it('gives back every table that is written after RFC 4180', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', 'é', '=') });
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 });

    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, end) => {
        const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join(end);

        const reading = readCsv(text);

        expect(reading.rows).toEqual(rows.filter((row) => row.some((one) => one.trim() !== '')));
      }),
    );
  });

  it('never fails, whatever the text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { rows } = readCsv(text);

        expect(rows.every((row) => row.length > 0)).toBe(true);
      }),
    );
  });

  it.each([
    ['quotes', '"'],
    ['commas', ','],
    ['lines', 'a\n'],
    ['quoted quotes', '"",'],
  ])('reads a megabyte of %s in a moment', (_name, part) => {
    const text = part.repeat(1_000_000 / part.length);
    const start = performance.now();

    readCsv(text);

    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
