import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainLine, safeLink } from '../../../src/pipeline/digest/sanitize.ts';
import { HOSTILE } from './hostile.ts';

describe('plainLine', () => {
  it.each([
    ['folds white space and line ends', ' Lead\r\n\tCoder\u00a0\u3000II ', 'Lead Coder II'],
    ['drops direction marks', 'Coder \u202edaeL\u202c \u2066x\u2069\u200f', 'Coder daeL x'],
    ['drops zero-width characters', 'Co\u200bd\u2060e\ufeffr\u00ad', 'Coder'],
    ['drops letters that are drawn as nothing', 'Co\u3164d\u115fer', 'Coder'],
    ['drops controls', 'Co\u0000d\u001b[31mer\u007f\u009b', 'Cod[31mer'],
    ['keeps line separators apart', 'one\u2028two\u2029three\u0085four', 'one two three four'],
    ['drops halves of surrogate pairs', 'Co\ud800der\udc00', 'Coder'],
    ['thins stacked accents', `Z${'\u0301'.repeat(50)}a`, 'Z\u0301\u0301\u0301a'],
    ['keeps words of all scripts', 'Médecin · 医療 · مدير · 👩 $5–6 & <b>', 'Médecin · 医療 · مدير · 👩 $5–6 & <b>'],
    ['gives nothing for nothing', '\u200b \n', ''],
  ])('%s', (_name, text, expected) => {
    expect(plainLine(text)).toBe(expected);
  });

  it('cuts at the limit, never through a character', () => {
    expect(plainLine('abcdefgh', 5)).toBe('abcd…');
    expect(plainLine('abc👩👩👩', 5)).toBe('abc…');
    expect(plainLine('abc defgh', 5)).toBe('abc…');
  });

  it('holds for any text: one line, bounded, no invisible characters, stable', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.constantFrom(...HOSTILE));

    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 120 }), (input, max) => {
        const line = plainLine(input, max);
        expect(line.length).toBeLessThanOrEqual(max);
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|\s\s|^\s|\s$/u);
        expect(plainLine(line, max)).toBe(line);
      }),
    );
  });

  it('is linear in the length of the text', () => {
    for (const piece of ['\u0301', ' ', '\u200b', 'a\u0301\u0301\u0301\u0301', '<']) {
      const start = performance.now();
      plainLine(piece.repeat(200_000 / piece.length));
      expect(performance.now() - start).toBeLessThan(5_000);
    }
  });
});

describe('safeLink', () => {
  it.each([
    ['https://jobs.example/1?a=b&c=d#e', 'https://jobs.example/1?a=b&c=d#e'],
    ['HTTP://jobs.example', 'http://jobs.example/'],
    ['https://jobs.example/a b"<c>', 'https://jobs.example/a%20b%22%3Cc%3E'],
    ['https://bank.example@evil.example/', 'https://evil.example/'],
    ['https://sam:secret@jobs.example/', 'https://jobs.example/'],
  ])('opens %s', (url, expected) => {
    expect(safeLink(url)).toBe(expected);
  });

  it.each([
    '',
    '/jobs/1',
    '//jobs.example/1',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://jobs.example/',
    'mailto:sam@person.example',
    'https://',
    `https://jobs.example/${'a'.repeat(5000)}`,
  ])('does not open %j', (url) => {
    expect(safeLink(url)).toBeUndefined();
  });

  it('gives for any text nothing, or an address that cannot leave its attribute', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withQueryParameters: true, withFragments: true })),
        (url) => {
          expect(safeLink(url) ?? 'https://x').toMatch(/^https?:\/\/[^\s<>"]+$/);
        },
      ),
    );
  });
});
