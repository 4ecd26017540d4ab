import type { z } from 'zod';
import { loadSample } from '../../config/sample.ts';
import type { Settings } from '../../config/settings.ts';
import type { Profile } from '../../model/profile.ts';
import type { SampleBoards } from './server.ts';

/** The moment that the sample is told at: eight in the morning in Columbus, on the sample day. */
export const sampleNow = new Date('2026-11-20T13:00:00Z');

/** A `rolewatch.yaml` in which only the served boards are switched on, asked through their mirrors. */
export function sampleSettings(
  boards: Pick<SampleBoards, 'mirrors'> & Partial<Pick<SampleBoards, 'ids'>>,
): z.input<typeof Settings> {
  const { boards: rows, folder } = loadSample();
  const add = rows
    .filter(({ id }) => boards.ids?.includes(id) ?? true)
    .map(({ id, name, source, employer, tags, options }) => ({
      id,
      name,
      source,
      ...(employer !== undefined && { employer }),
      tags,
      options: source === 'folder' ? { ...options, path: folder } : options,
    }));
  return {
    contact: 'demo@rolewatch.example',
    timeZone: 'America/New_York',
    boards: { add },
    http: { mirrors: { ...boards.mirrors } },
    delivery: { files: { formats: ['html', 'md', 'json'] } },
  };
}

/** The people of the sample, by profile id; the first in the demo is `sam-rivera`. */
export function sampleProfiles(): Record<string, z.input<typeof Profile>> {
  return Object.fromEntries(loadSample().profiles);
}

/** Values for the environment: what the sample boards want in place of real keys. */
export function sampleSecrets(): Record<string, string> {
  return { ROLEWATCH_USAJOBS_KEY: 'sample-key', ROLEWATCH_USAJOBS_EMAIL: 'sam.rivera@example.com' };
}
