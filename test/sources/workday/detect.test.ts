import { describe, expect, it } from 'vitest';
import { workday } from '../../../src/sources/workday/index.ts';

const own = { host: 'lakeside.wd5.myworkdayjobs.com', tenant: 'lakeside', site: 'External' };
const shared = { host: 'wd5.myworkdaysite.com', tenant: 'lakeside', site: 'External' };

describe('workday.detect', () => {
  it.each([
    ['https://lakeside.wd5.myworkdayjobs.com/External', own],
    ['https://lakeside.wd5.myworkdayjobs.com/en-US/External/job/Durham-NC/Coder_R1', own],
    ['https://lakeside.wd5.myworkdayjobs.com/wday/cxs/lakeside/External/jobs', own],
    ['https://wd5.myworkdaysite.com/recruiting/lakeside/External', shared],
    ['https://wd5.myworkdaysite.com/en-US/recruiting/lakeside/External/job/Durham-NC/Coder_R1', shared],
  ])('finds the site in %s', (address, options) => {
    expect(workday.detect?.(new URL(address))).toEqual(options);
  });

  it.each([
    'https://lakeside.wd5.myworkdayjobs.com/',
    'https://wd5.myworkdaysite.com/External',
    'https://lakeside.wd5.myworkdayjobs.com.evil.example/External',
    'https://www.workday.com/External',
  ])('finds none in %s', (address) => {
    expect(workday.detect?.(new URL(address))).toBeUndefined();
  });
});
