import { posix, win32 } from 'node:path';

/** The user's folder: everything that is theirs is in it. */
export interface Home {
  readonly dir: string;
  /** `rolewatch.yaml` */
  readonly settingsFile: string;
  /** One file per person. */
  readonly profilesDir: string;
  /** The database of the embedded mode. */
  readonly dataDir: string;
  readonly digestsDir: string;
}

/**
 * Finds the user's folder: the `--home` flag, else ROLEWATCH_HOME, else the nearest folder upwards from `cwd` that
 * holds a rolewatch.yaml, else the platform's place for configuration. The first two need not exist yet.
 */
export function findHome(input: {
  readonly flag?: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly platform: NodeJS.Platform;
  readonly exists: (path: string) => boolean;
  readonly homedir: string;
}): Home {
  const { flag, env, cwd, platform, exists } = input;
  const path = platform === 'win32' ? win32 : posix;
  const named = flag || env['ROLEWATCH_HOME'];
  const dir = named ? path.resolve(cwd, named) : (nearestAbove() ?? platformFolder(input));
  return {
    dir,
    settingsFile: path.join(dir, SETTINGS_FILE),
    profilesDir: path.join(dir, 'profiles'),
    dataDir: path.join(dir, 'data'),
    digestsDir: path.join(dir, 'digests'),
  };

  function nearestAbove(): string | undefined {
    for (let folder = cwd; ; folder = path.dirname(folder)) {
      if (exists(path.join(folder, SETTINGS_FILE))) return folder;
      if (path.dirname(folder) === folder) return undefined;
    }
  }
}

const SETTINGS_FILE = 'rolewatch.yaml';

/** Linux: XDG Base Directory Specification, by which a relative path counts as not set. */
function platformFolder({
  env,
  platform,
  homedir,
}: {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly homedir: string;
}): string {
  if (platform === 'win32') {
    return win32.join(env['APPDATA'] || win32.join(homedir, 'AppData', 'Roaming'), 'rolewatch');
  }
  if (platform === 'darwin') return posix.join(homedir, 'Library', 'Application Support', 'rolewatch');
  const xdg = env['XDG_CONFIG_HOME'];
  return posix.join(xdg && posix.isAbsolute(xdg) ? xdg : posix.join(homedir, '.config'), 'rolewatch');
}
