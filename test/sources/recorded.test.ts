import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRecording, recordingsIn } from '../kit/recorded.ts';

// Real answers are other people's texts, so they are not in the repository: see README.md beside this file.
const folder = process.env['ROLEWATCH_RECORDED'];
const there = folder !== undefined && statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;

describe('recorded answers', () => {
  const recordings = folder !== undefined && there ? recordingsIn(folder) : [];

  it('are found where ROLEWATCH_RECORDED points', ({ skip }) => {
    if (folder === undefined) {
      // biome-ignore lint/suspicious/noConsole: a skipped test must be seen
      console.warn('SKIPPED: recorded answers. Set ROLEWATCH_RECORDED to a folder of recordings to run them.');
      skip();
    }
    if (!there && process.env['CI'] !== 'true') {
      // biome-ignore lint/suspicious/noConsole: a skipped test must be seen
      console.warn(`SKIPPED: recorded answers. ROLEWATCH_RECORDED points to ${folder}, which is no folder.`);
      skip();
    }

    expect(there, `ROLEWATCH_RECORDED points to ${folder}, which is no folder`).toBe(true);
    expect(recordings.length).toBeGreaterThan(0);
  });

  it.each(recordings.map((recording) => ({ file: recording.file, recording })))(
    '$file: every item comes out as a draft or as a known non-posting',
    async ({ recording }) => {
      const result = await readRecording(recording, folder ?? '');

      expect(result.problems).toEqual([]);
      expect(result.drafts.length + result.noPosting).toBe(result.items);
    },
  );
});
