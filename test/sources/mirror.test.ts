import { describe, expect, it } from 'vitest';
import { readMirrors } from '../../src/sources/mirror.ts';

const mirrors = readMirrors({
  'https://api.example.com': 'http://127.0.0.1:8137/api.example.com/',
  'https://old.example.com': 'http://127.0.0.1:8137/api.example.com/old',
  'https://root.example.com': 'http://localhost:9000',
});

describe('readMirrors', () => {
  it.each([{ 'https://api.example.com': 'a folder' }, { 'api.example.com': 'http://127.0.0.1/' }])(
    'refuses %j and names the setting',
    (setting) => {
      const reading = () => readMirrors(setting);

      expect(reading).toThrow(/in http\.mirrors is not a web address/);
    },
  );

  it.each([
    ['https://api.example.com/v1/jobs?content=true', 'http://127.0.0.1:8137/api.example.com/v1/jobs?content=true'],
    ['https://api.example.com/', 'http://127.0.0.1:8137/api.example.com/'],
    ['https://root.example.com/a', 'http://localhost:9000/a'],
    ['http://api.example.com/v1', undefined],
    ['https://api.example.com:8443/v1', undefined],
    ['https://other.example.com/', undefined],
  ])('locates %s at %s', (url, expected) => {
    const located = mirrors.locate(new URL(url));

    expect(located?.href).toBe(expected);
  });

  it.each([
    ['a path inside the copy', '/api.example.com/v2', 'https://api.example.com/v2'],
    ['an address inside the copy', 'http://127.0.0.1:8137/api.example.com/v2?a=1', 'https://api.example.com/v2?a=1'],
    ['an address inside a copy below it', 'http://127.0.0.1:8137/api.example.com/old/v2', 'https://old.example.com/v2'],
    ['a relative path', 'v2', 'https://api.example.com/v2'],
    ['a path as the site itself would write it', '/v2', 'https://api.example.com/v2'],
    ['an address elsewhere', 'https://other.example.com/', 'https://other.example.com/'],
    ['an address beside the copies', 'http://127.0.0.1:8137/admin', 'http://127.0.0.1:8137/admin'],
    ['no address', 'http://', undefined],
  ])('reads %s', (_, location, expected) => {
    const target = mirrors.resolveLocation(location, new URL('https://api.example.com/v1'));

    expect(target?.href).toBe(expected);
  });

  it('translates nothing for a site that is not mirrored', () => {
    const location = 'http://127.0.0.1:8137/api.example.com/v1';

    const target = mirrors.resolveLocation(location, new URL('https://other.example.com/'));

    expect(target?.href).toBe(location);
  });
});
