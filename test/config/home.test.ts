import { describe, expect, it } from 'vitest';
import { findHome } from '../../src/config/home.ts';

const linux = {
  env: {},
  cwd: '/home/jordan/search/deep',
  platform: 'linux' as const,
  exists: (path: string) => path === '/home/jordan/rolewatch.yaml',
  homedir: '/home/jordan',
};
const nothing = () => false;

describe('findHome', () => {
  it.each([
    ['the flag before all else', { flag: '/a', env: { ROLEWATCH_HOME: '/b' } }, '/a'],
    ['a relative flag from the working directory', { flag: '../x' }, '/home/jordan/search/x'],
    ['the variable before the search', { env: { ROLEWATCH_HOME: '/b' } }, '/b'],
    ['an empty variable as none', { env: { ROLEWATCH_HOME: '' } }, '/home/jordan'],
    ['the nearest folder upwards', {}, '/home/jordan'],
    ['the folder itself first', { exists: () => true }, '/home/jordan/search/deep'],
    ['XDG_CONFIG_HOME', { exists: nothing, env: { XDG_CONFIG_HOME: '/cfg' } }, '/cfg/rolewatch'],
    [
      '~/.config when XDG is relative',
      { exists: nothing, env: { XDG_CONFIG_HOME: 'cfg' } },
      '/home/jordan/.config/rolewatch',
    ],
    ['~/.config', { exists: nothing }, '/home/jordan/.config/rolewatch'],
    [
      'Application Support on a Mac',
      { exists: nothing, platform: 'darwin' as const, homedir: '/Users/j', env: { XDG_CONFIG_HOME: '/cfg' } },
      '/Users/j/Library/Application Support/rolewatch',
    ],
    [
      'APPDATA on Windows',
      {
        exists: nothing,
        platform: 'win32' as const,
        cwd: 'C:\\work',
        env: { APPDATA: 'C:\\Users\\j\\AppData\\Roaming' },
      },
      'C:\\Users\\j\\AppData\\Roaming\\rolewatch',
    ],
    [
      'the usual folder on Windows without APPDATA',
      { exists: nothing, platform: 'win32' as const, cwd: 'C:\\work', homedir: 'C:\\Users\\j' },
      'C:\\Users\\j\\AppData\\Roaming\\rolewatch',
    ],
    [
      'a folder upwards on Windows',
      { exists: (path: string) => path === 'C:\\rolewatch.yaml', platform: 'win32' as const, cwd: 'C:\\work\\a' },
      'C:\\',
    ],
  ])('takes %s', (_, given, dir) => {
    const home = findHome({ ...linux, ...given });

    expect(home.dir).toBe(dir);
  });

  it('names the files and folders of the home', () => {
    const home = findHome({ ...linux, flag: '/a' });

    expect(home).toEqual({
      dir: '/a',
      settingsFile: '/a/rolewatch.yaml',
      profilesDir: '/a/profiles',
      dataDir: '/a/data',
      digestsDir: '/a/digests',
    });
  });
});
