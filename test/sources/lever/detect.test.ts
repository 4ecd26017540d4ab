import { describe, expect, it } from 'vitest';
import { lever } from '../../../src/sources/lever/index.ts';

describe('lever.detect', () => {
  it.each([
    ['https://jobs.lever.co/HarborCoding', { site: 'HarborCoding', region: 'global' }],
    ['https://jobs.lever.co/harbor-coding/a24ec4e5/apply', { site: 'harbor-coding', region: 'global' }],
    ['https://jobs.eu.lever.co/harborcoding', { site: 'harborcoding', region: 'eu' }],
  ])('finds the site in %s, capitals kept', (address, options) => {
    expect(lever.detect?.(new URL(address))).toEqual(options);
  });

  it.each(['https://jobs.lever.co/', 'https://www.lever.co/harborcoding', 'https://jobs.lever.co/a%2Fb'])(
    'finds none in %s',
    (address) => {
      expect(lever.detect?.(new URL(address))).toBeUndefined();
    },
  );
});
