import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownFiles } from '../../../src/sources/folder/files.ts';

let root = '';
let home = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'own-files-'));
  home = join(root, 'home');
  await mkdir(join(home, 'saved', 'inner'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

async function filesIn(path: string) {
  const files = [];
  for await (const { name, kind, content, reason } of ownFiles(home, path)) {
    files.push([name, kind, content?.toString() ?? reason]);
  }
  return files;
}

describe('ownFiles', () => {
  it('gives the files of the folder and of those in it by name, and no others', async () => {
    await writeFile(join(home, 'saved', 'inner', 'b.EML'), 'mail');
    await writeFile(join(home, 'saved', 'a.json'), '{}');
    await writeFile(join(home, 'saved', 'notes.txt'), 'x');
    await writeFile(join(home, 'saved', '.hidden.json'), 'x');

    const files = await filesIn('saved');

    expect(files).toEqual([
      ['a.json', 'json', '{}'],
      ['inner/b.EML', 'eml', 'mail'],
    ]);
  });

  it('refuses a link that leads out of the folder, and follows one inside', async () => {
    await writeFile(join(root, 'secret.json'), 'secret');
    await writeFile(join(home, 'saved', 'inner', 'a.html'), 'page');
    await symlink(join(root, 'secret.json'), join(home, 'saved', 'out.json'));
    await symlink(join(home, 'saved', 'inner', 'a.html'), join(home, 'saved', 'in.html'));
    await symlink(join(home, 'saved', 'nowhere'), join(home, 'saved', 'lost.json'));
    await symlink(root, join(home, 'saved', 'up'));

    const files = await filesIn('saved');

    expect(files).toEqual([
      ['in.html', 'html', 'page'],
      ['inner/a.html', 'html', 'page'],
      ['lost.json', 'json', 'it is not there any more'],
      ['out.json', 'json', 'it is a link that leads out of the folder'],
    ]);
  });

  it('refuses a file of more than 10 MB unread', async () => {
    await writeFile(join(home, 'saved', 'a.json'), '');
    await truncate(join(home, 'saved', 'a.json'), 10 * 1024 * 1024 + 1);

    const files = await filesIn('saved');

    expect(files).toEqual([['a.json', 'json', 'it is larger than 10 MB']]);
  });

  it.each(['..', 'saved/../..', 'nowhere', 'saved/a.json', 'out'])('refuses the path %s', async (path) => {
    await writeFile(join(home, 'saved', 'a.json'), '{}');
    await symlink(root, join(home, 'out'));

    await expect(filesIn(path)).rejects.toMatchObject({ kind: 'misconfigured' });
  });

  it('takes an absolute path outside of home, which somebody wrote on purpose', async () => {
    await mkdir(join(root, 'downloads'));
    await writeFile(join(root, 'downloads', 'a.json'), '{}');

    const files = await filesIn(join(root, 'downloads'));

    expect(files).toEqual([['a.json', 'json', '{}']]);
  });
});
