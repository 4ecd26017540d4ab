import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeliveryError } from '../../../src/errors.ts';
import { DigestView } from '../../../src/model/digest.ts';
import { writeDigestFiles } from '../../../src/pipeline/digest/write-files.ts';
import { sampleView } from './sample.ts';

describe('writeDigestFiles', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rolewatch-digest-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('names the files by local time and profile and makes the folder', async () => {
    const digests = join(folder, 'home', 'digests');

    const paths = await writeDigestFiles(digests, sampleView(), ['html', 'md', 'json']);

    expect(paths).toEqual(['html', 'md', 'json'].map((format) => join(digests, `2026-11-20-0700-sam.${format}`)));
    expect((await readdir(digests)).sort()).toEqual([
      '2026-11-20-0700-sam.html',
      '2026-11-20-0700-sam.json',
      '2026-11-20-0700-sam.md',
    ]);
  });

  it('writes the same bytes again on a repeat, and nothing else', async () => {
    const paths = await writeDigestFiles(folder, sampleView(), ['html', 'md', 'json']);
    const before = await Promise.all(paths.map((path) => readFile(path)));

    const again = await writeDigestFiles(folder, sampleView(), ['html', 'md', 'json']);

    expect(await Promise.all(again.map((path) => readFile(path)))).toEqual(before);
    expect(await readdir(folder)).toHaveLength(3);
  });

  it('keeps the whole view in the JSON, in one order of members', async () => {
    const view = sampleView();
    const shuffled = Object.fromEntries(Object.entries(view).toReversed());

    const [path = ''] = await writeDigestFiles(folder, DigestView.parse(shuffled), ['json']);

    const text = await readFile(path, 'utf8');
    expect(JSON.parse(text)).toEqual(view);
    expect(Object.keys(JSON.parse(text))).toEqual(Object.keys(view));
  });

  it.each(['../sam', '..', 'a/b', 'a\\b', '/etc/passwd', 'sam\u0000', '', '.hidden', `${'a'.repeat(200)}`])(
    'refuses the profile id %j',
    async (profileId) => {
      const writing = writeDigestFiles(folder, sampleView({ profileId }), ['html']);

      await expect(writing).rejects.toBeInstanceOf(DeliveryError);
      expect(await readdir(folder)).toEqual([]);
    },
  );

  it('reports a folder that cannot be written as transient and leaves no half file', async () => {
    const blocked = join(folder, 'a-file');
    await writeFile(blocked, '');

    const writing = writeDigestFiles(join(blocked, 'digests'), sampleView(), ['html']);

    await expect(writing).rejects.toMatchObject({ name: 'DeliveryError', kind: 'transient' });
    await expect(writing).rejects.toThrow(/could not be written to .*a-file.*Check that/);
    expect(await readdir(folder)).toEqual(['a-file']);
  });
});
