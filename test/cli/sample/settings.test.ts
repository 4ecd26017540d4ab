import { describe, expect, it } from 'vitest';
import { sampleNow, sampleProfiles, sampleSettings } from '../../../src/cli/sample/settings.ts';
import { SAMPLE_DAY } from '../../../src/cli/sample/world.ts';
import { Settings } from '../../../src/config/settings.ts';
import { Profile } from '../../../src/model/profile.ts';
import { findSource } from '../../../src/sources/registry.ts';

const mirrors = { 'https://api.lever.co': 'http://127.0.0.1:1/api.lever.co' };

describe('sampleSettings', () => {
  it('is a valid rolewatch.yaml with boards over at least 6 sources', () => {
    const settings = Settings.parse(sampleSettings({ mirrors }));

    expect(settings.http.mirrors).toEqual(mirrors);
    expect(settings.boards.add.length).toBeGreaterThanOrEqual(14);
    expect(new Set(settings.boards.add.map(({ source }) => source)).size).toBeGreaterThanOrEqual(6);
  });

  it('gives every board the options that its source wants', () => {
    const { boards } = Settings.parse(sampleSettings({ mirrors }));

    const refused = boards.add.filter(({ source, options }) => !findSource(source)?.options.safeParse(options).success);

    expect(refused).toEqual([]);
  });

  it('leaves out boards that are not served', () => {
    const { boards } = Settings.parse(sampleSettings({ mirrors, ids: ['riskline'] }));

    expect(boards.add.map(({ id }) => id)).toEqual(['riskline']);
  });
});

describe('sampleProfiles', () => {
  it('are valid, and one is the person of the demo', () => {
    const sam = Profile.parse(sampleProfiles()['sam-rivera']);

    expect(sam.credentials.map(({ id }) => id)).toEqual(['rhit']);
    expect(sam.wanted.payFloor).toEqual({ amount: 24, currency: 'USD', period: 'hour' });
    for (const profile of Object.values(sampleProfiles())) expect(Profile.safeParse(profile).success).toBe(true);
  });
});

describe('sampleNow', () => {
  it('is on the sample day', () => {
    expect(sampleNow.toISOString().slice(0, 10)).toBe(SAMPLE_DAY);
  });
});
