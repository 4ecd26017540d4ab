import { describe, expect, it } from 'vitest';
import { greenhouse } from '../../../src/sources/greenhouse/index.ts';

describe('greenhouse.detect', () => {
  it.each([
    ['https://boards.greenhouse.io/lakesidehealth', 'lakesidehealth'],
    ['https://job-boards.greenhouse.io/LakesideHealth/jobs/8636903002', 'lakesidehealth'],
    ['https://job-boards.eu.greenhouse.io/lakesidehealth/', 'lakesidehealth'],
    ['https://boards-api.greenhouse.io/v1/boards/lakesidehealth/jobs', 'lakesidehealth'],
  ])('finds the board in %s', (address, token) => {
    expect(greenhouse.detect?.(new URL(address))).toEqual({ token });
  });

  it.each([
    'https://boards.greenhouse.io/',
    'https://boards.greenhouse.io/embed/job_board',
    'https://boards.greenhouse.io.lakeside.example/lakesidehealth',
    'https://www.lakeside.example/careers?gh_jid=1',
  ])('finds none in %s', (address) => {
    expect(greenhouse.detect?.(new URL(address))).toBeUndefined();
  });
});
