import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/pipeline/normalize/clean-text.ts';

describe('cleanText', () => {
  it.each([
    [
      '<h2>Duties</h2><p>Code charts.</p><ul><li>RHIA</li><li>RHIT</li></ul>',
      'Duties\n\nCode charts.\n\n• RHIA\n• RHIT',
    ],
    ['<div>Required:</div><div>RHIT</div>', 'Required:\nRHIT'],
    ['<p>R&amp;D &lt;b&gt; &nbsp;x</p>', 'R&D <b> x'],
    ['a<script>alert(1)</script><style>p{}</style>b', 'ab'],
    [
      '<table><tr><td><p>Pay</p></td><td><p>$20</p></td></tr><tr><td><div>FTE</div></td></tr></table>',
      'Pay | $20\nFTE',
    ],
    ['<table><tr><td><p>We hire</p><ul><li>RHIT</li></ul><p>Apply</p></td></tr></table>', 'We hire\n\n• RHIT\n\nApply'],
    ['<table><tr><td><p>A</p><table><tr><td><p>B</p></td><td>C</td></tr></table></td></tr></table>', 'A\n\nB | C'],
    ['<table><tr><td>Pay</td><td>$20</td></tr><tr><td>FTE</td><td>1.0</td></tr></table>', 'Pay | $20\nFTE | 1.0'],
    ['<ul><li><p>CCS</p></li><li><p>CPC</p></li></ul>', '• CCS\n• CPC'],
    ['one<br>two<br/>three', 'one\ntwo\nthree'],
    ['<b>RH</b>IA', 'RHIA'],
  ])('turns %j into lines', (html, expected) => {
    expect(cleanText(html, 'html')).toBe(expected);
  });

  it.each([
    ['a\r\nb\rc', 'a\nb\nc'],
    ['x\u0000y\u200bz\u202e', 'xyz'],
    ['Min: **$39.20** - **$58.80**', 'Min: $39.20 - $58.80'],
    ['one**two', 'one two'],
    ['\ud800broken', '\ufffdbroken'],
    ['a\n\n\n\nb', 'a\n\nb'],
  ])('tidies the plain text %j', (text, expected) => {
    expect(cleanText(text, 'text')).toBe(expected);
  });

  it('keeps at most 200 KB', () => {
    expect(cleanText('word '.repeat(100_000), 'text').length).toBeLessThanOrEqual(200 * 1024);
  });

  it('survives nesting without end', () => {
    expect(cleanText('<div>'.repeat(100_000), 'html')).toBe('');
  });

  it('never throws, never leaves NUL or a lone surrogate, and is stable on its own text', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 2000, unit: 'binary' }),
        fc.constantFrom('html' as const, 'text' as const),
        (raw, format) => {
          const text = cleanText(raw, format);

          expect(text.isWellFormed()).toBe(true);
          expect(text).not.toContain('\0');
          expect(text).toBe(text.trim());
        },
      ),
    );
  });
});
