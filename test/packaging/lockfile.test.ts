import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = new URL('../../', import.meta.url);

const Versions = z.record(z.string(), z.string()).default({});
const Lockfile = z.object({
  packages: z.record(z.string(), z.object({ resolved: z.string().optional(), optionalDependencies: Versions })),
});
type Lockfile = z.infer<typeof Lockfile>;

const Manifest = z.object({ dependencies: Versions, devDependencies: Versions, optionalDependencies: Versions });
type Manifest = z.infer<typeof Manifest>;

describe('the lockfile', () => {
  const text = readFileSync(new URL('package-lock.json', root), 'utf8');

  it('has an entry for every package of every platform', () => {
    const missing = missingPlatformPackages(Lockfile.parse(JSON.parse(text)));

    expect(missing, 'npm ci would fail everywhere; pin the newest version that is complete').toEqual([]);
  });

  it('names no registry, so that it works with any', () => {
    const addresses = registryAddresses(JSON.parse(text));

    expect(addresses).toEqual([]);
    expect(readFileSync(new URL('.npmrc', root), 'utf8').split('\n')).toContain('omit-lockfile-registry-resolved=true');
  });

  it('belongs to the manifest, which pins every version', () => {
    const manifest = Manifest.parse(JSON.parse(readFileSync(new URL('package.json', root), 'utf8')));

    expect(unpinned(manifest)).toEqual([]);
    expect(Manifest.parse(JSON.parse(text).packages[''])).toEqual(manifest);
  });
});

describe('the check of the lockfile', () => {
  it('finds a platform package without an entry, of the project and of a dependency', () => {
    const lock = Lockfile.parse({
      packages: {
        '': { optionalDependencies: { 'runtime-linux': '1.0.0', 'runtime-darwin': '1.0.0' } },
        'node_modules/runtime-linux': {},
        'node_modules/linter': { optionalDependencies: { '@linter/linux': '2.0.0', '@linter/win32': '2.0.0' } },
        'node_modules/@linter/linux': {},
      },
    });

    const missing = missingPlatformPackages(lock);

    expect(missing).toEqual(['runtime-darwin of the project', '@linter/win32 of node_modules/linter']);
  });

  it('accepts an entry that is nested, and one further up', () => {
    const lock = Lockfile.parse({
      packages: {
        'node_modules/a/node_modules/b': { optionalDependencies: { near: '1', between: '1', far: '1' } },
        'node_modules/a/node_modules/b/node_modules/near': {},
        'node_modules/a/node_modules/between': {},
        'node_modules/far': {},
      },
    });

    expect(missingPlatformPackages(lock)).toEqual([]);
  });

  it('finds the address of a registry, and leaves those for donations alone', () => {
    const lock = {
      packages: {
        'node_modules/a': { resolved: 'https://packages.example/a-1.0.0.tgz', funding: { url: 'https://a.example' } },
        'node_modules/b': { resolved: 'git+ssh://git@forge.example/b.git#0123', funding: ['https://b.example'] },
      },
    };

    const addresses = registryAddresses(lock);

    expect(addresses).toEqual(['https://packages.example/a-1.0.0.tgz', 'git+ssh://git@forge.example/b.git#0123']);
  });

  it('finds a version that is a range', () => {
    const manifest = Manifest.parse({
      dependencies: { zod: '4.6.7', pino: '^10.4.0' },
      devDependencies: { nock: '*' },
    });

    expect(unpinned(manifest)).toEqual(['pino ^10.4.0', 'nock *']);
  });
});

/**
 * Optional dependencies that have no entry. A registry may show a version before all of its platform packages are
 * there; npm then writes a lockfile without them, and `npm ci` fails on every platform.
 */
function missingPlatformPackages({ packages }: Lockfile): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !placesFor(path, name).some((place) => Object.hasOwn(packages, place)))
      .map((name) => `${name} of ${path || 'the project'}`),
  );
}

/** Where npm may have put a dependency of the package at `path`: in its own folder or in one above. */
function placesFor(path: string, name: string): string[] {
  const folders = path === '' ? [] : path.split('/node_modules/');
  const above = folders.map((_, depth) => `${folders.slice(0, depth + 1).join('/node_modules/')}/node_modules/${name}`);
  return [`node_modules/${name}`, ...above];
}

/** Every address in the lockfile, except those under `funding`. */
function registryAddresses(value: unknown): string[] {
  if (typeof value === 'string') return /^[a-z+]+:\/\/|\bregistry\./.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === 'funding' ? [] : registryAddresses(part)));
}

function unpinned(manifest: Manifest): string[] {
  return Object.values(manifest).flatMap((group) =>
    Object.entries(group)
      .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
      .map(([name, version]) => `${name} ${version}`),
  );
}
