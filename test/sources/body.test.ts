import { Readable } from 'node:stream';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBody, readBody } from '../../src/sources/body.ts';

const limits = { host: 'boards.example.com', maxBytes: 1000 };

describe('readBody', () => {
  it.each([
    ['', (bytes: Buffer) => bytes],
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ])('refuses a body that unpacks to more than the limit (%s)', async (encoding, pack) => {
    const source = Readable.from([pack(Buffer.alloc(1001))]);

    const reading = readBody(source, encoding, limits);

    await expect(reading).rejects.toMatchObject({
      kind: 'changed',
      message: 'boards.example.com sent more than 1000 bytes, the most that is read of one page.',
    });
  });

  it('stops unpacking a bomb soon after the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const before = process.memoryUsage().arrayBuffers;

    const reading = readBody(Readable.from([bomb]), 'gzip', { ...limits, maxBytes: 1_000_000 });

    await expect(reading).rejects.toThrow('more than 1 MB');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  it.each([
    ['cut', 'gzip', gzipSync('Registered nurse').subarray(0, 20)],
    ['not gzip at all', 'gzip', Buffer.from('<html>')],
    ['not brotli at all', 'br', Buffer.from('<html>')],
    ['not deflate at all', 'deflate', Buffer.from([0x78, 0x01, 0xff, 0xff, 0xff])],
  ])('calls a body that is %s transient (%s)', async (_, encoding, bytes) => {
    const reading = readBody(Readable.from([bytes]), encoding, limits);

    await expect(reading).rejects.toMatchObject({
      kind: 'transient',
      message: 'boards.example.com sent a compressed page that cannot be unpacked.',
    });
  });

  it.each(['zstd', 'gzip, br', 'constructor'])('refuses the encoding %s, which was not asked for', async (encoding) => {
    const reading = readBody(Readable.from([Buffer.from('x')]), encoding, limits);

    await expect(reading).rejects.toMatchObject({ kind: 'changed' });
  });

  it('passes on an error of the connection and leaves nothing unheard', async () => {
    const reset = Object.assign(new Error('reset'), { code: 'ECONNRESET' });
    async function* broken() {
      yield gzipSync('Registered nurse').subarray(0, 15);
      throw reset;
    }

    const reading = readBody(Readable.from(broken()), 'gzip', limits);

    await expect(reading).rejects.toBe(reset);
  });

  it.each([
    ['', (bytes: Buffer) => bytes],
    ['identity', (bytes: Buffer) => bytes],
    ['gzip', gzipSync],
    ['X-GZIP', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
  ])('unpacks a body of exactly the limit (%s)', async (encoding, pack) => {
    const whole = Buffer.alloc(1000, 'nurse ');

    const bytes = await readBody(Readable.from(slices(pack(whole), 7)), encoding, limits);

    expect(bytes.equals(whole)).toBe(true);
  });

  it.each(['gzip', 'br', 'deflate'])(
    'reads no body as an empty one, whatever the header says (%s)',
    async (encoding) => {
      const bytes = await readBody(Readable.from([]), encoding, limits);

      expect(bytes).toHaveLength(0);
    },
  );

  it('keeps the start of a longer body when asked to', async () => {
    const source = Readable.from([gzipSync(Buffer.alloc(5000, 'a'))]);

    const bytes = await readBody(source, 'gzip', { ...limits, truncate: true });

    expect(bytes).toHaveLength(1000);
  });
});

describe('decodeBody', () => {
  const latin1 = (text: string) => Buffer.from(text, 'latin1');

  it.each([
    ['the header', 'text/html; charset=ISO-8859-1', latin1('<p>Médecin')],
    ['the header in quotes', 'text/html; Charset="windows-1252"', latin1('<p>Médecin')],
    ['the header, against the page', 'text/html; charset=utf-8', Buffer.from('<meta charset=latin1><p>Médecin')],
    ['the meta element', 'text/html', latin1('<!doctype html><html><head><meta charset="latin1"><p>Médecin')],
    [
      'the older meta element',
      '',
      latin1('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15"><p>Médecin'),
    ],
    [
      'the XML declaration',
      'application/rss+xml',
      latin1('<?xml version="1.0" encoding=\'ISO-8859-1\'?><t>Médecin</t>'),
    ],
    ['the byte order mark', 'text/html; charset=latin1', Buffer.from('\uFEFF<p>Médecin')],
    ['the UTF-16 byte order mark', '', Buffer.from('\uFEFF<p>Médecin', 'utf16le')],
    ['UTF-8, when nothing is said', 'text/html', Buffer.from('<p>Médecin')],
    ['UTF-8, when the name is unknown', 'text/html; charset=klingon', Buffer.from('<p>Médecin')],
    ['UTF-8, when a readable page claims UTF-16', 'text/html', Buffer.from('<meta charset="utf-16"><p>Médecin')],
    ['UTF-8, when JSON only quotes a page', 'application/json', Buffer.from('{"html":"<meta charset=latin1>Médecin"}')],
  ])('goes by %s', (_, contentType, bytes) => {
    const text = decodeBody(bytes, contentType);

    expect(text).toContain('Médecin');
    expect(text.startsWith('\uFEFF')).toBe(false);
  });

  it('does not look for a charset far down the page', () => {
    const bytes = Buffer.from(`<html>${' '.repeat(2000)}<meta charset="latin1">Médecin`);

    const text = decodeBody(bytes, 'text/html');

    expect(text).toContain('Médecin');
  });

  it('never throws, whatever the bytes and the header', () => {
    fc.assert(
      fc.property(
        fc.uint8Array(),
        fc.string(),
        fc.constantFrom('', '<?xml encoding="', '<meta charset='),
        (noise, header, start) => {
          const bytes = Buffer.concat([Buffer.from(start), noise]);

          const text = decodeBody(bytes, `text/html; charset=${header}`);

          expect(typeof text).toBe('string');
        },
      ),
    );
  });
});

function slices(bytes: Buffer, size: number): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
}
