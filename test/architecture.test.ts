import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findBreaches, type SourceFile } from './kit/imports.ts';

const root = new URL('../', import.meta.url);

function read(folder: string): SourceFile[] {
  return readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}${name}`)
    .sort()
    .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));
}

describe('architecture', () => {
  it('imports go the way the design says, and every library stays in its room', () => {
    const files = [...read('src/'), ...read('test/')];

    const breaches = findBreaches(files);

    expect(files.length).toBeGreaterThan(50);
    expect(breaches).toEqual([]);
  });

  it('the repository shows the tree of the design', () => {
    const top = readdirSync(root);

    expect(top).toEqual(
      expect.arrayContaining([
        'package.json',
        'tsconfig.json',
        'biome.json',
        'vitest.config.ts',
        'Dockerfile',
        'docker-compose.yml',
        'README.md',
        'CONTRIBUTING.md',
        'CHANGELOG.md',
        'SECURITY.md',
        'LICENSE',
        'config',
        'src',
        'test',
        'scripts',
        'bench',
        'docs',
      ]),
    );
    expect(readdirSync(new URL('src/', root)).sort()).toEqual([
      'cli',
      'config',
      'context.ts',
      'errors.ts',
      'log.ts',
      'model',
      'pipeline',
      'sources',
      'store',
    ]);
  });

  it('a file over 300 lines says why in its first comment', () => {
    const long = read('src/').filter(
      ({ text }) => text.split('\n').length > 301 && !text.startsWith('/* Long because'),
    );

    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('no file has a name that says nothing', () => {
    const nameless = read('src/').filter(({ path }) =>
      /\/(utils?|helpers?|manager|service|types|common)\.ts$/.test(path),
    );

    expect(nameless).toEqual([]);
  });
});

describe('the check of imports', () => {
  it.each([
    ['model imports a neighbour', 'src/model/pay.ts', "import { log } from '../log.ts';"],
    ['a source imports the store', 'src/sources/lever/index.ts', "import { x } from '../../store/database.ts';"],
    ['a source imports another', 'src/sources/lever/index.ts', "import { x } from '../workday/schema.ts';"],
    ['a shared source file imports a source', 'src/sources/feed.ts', "import { x } from './feed/index.ts';"],
    ['the store imports the pipeline', 'src/store/openings.ts', "import type { S } from '../pipeline/stage.ts';"],
    ['config imports a door', 'src/config/boards.ts', "import { openHttp } from '../sources/http.ts';"],
    ['the pipeline imports the CLI', 'src/pipeline/stage.ts', "const x = await import('../cli/io.ts');"],
    ['a path without its ending', 'src/cli/run.ts', "import { x } from './io';"],
    ['commander outside the CLI', 'src/pipeline/stage.ts', "import { Command } from 'commander';"],
    ['crawlee beside its file', 'src/sources/json-ld/index.ts', "import { HttpCrawler } from 'crawlee';"],
    ['ioredis in the CLI', 'src/cli/worker.ts', "import { Redis } from 'ioredis';"],
    ['a part of hono in the store', 'src/store/openings.ts', "import { html } from 'hono/html';"],
    ['nock in a test', 'test/sources/http.test.ts', "import nock from 'nock';"],
    ['a re-export across rooms', 'src/store/x.ts', "export { y } from '../cli/io.ts';"],
  ])('fails when %s', (_name, path, text) => {
    const breaches = findBreaches([{ path, text }]);

    expect(breaches).toHaveLength(1);
    expect(breaches[0]).toContain(path);
  });

  it.each([
    ['a source and its shared files', 'src/sources/lever/index.ts', "import { x } from '../listing.ts';"],
    ['the registry and the sources', 'src/sources/registry.ts', "import { lever } from './lever/index.ts';"],
    ['the pipeline and the store', 'src/pipeline/match/index.ts', "import { x } from '../../store/matches.ts';"],
    ['config and the registry', 'src/config/boards.ts', "import { sources } from '../sources/registry.ts';"],
    ['everybody and the model', 'src/store/openings.ts', "import { Place } from '../model/place.ts';"],
    ['a free library', 'src/model/pay.ts', "import { z } from 'zod';"],
  ])('passes %s', (_name, path, text) => {
    const breaches = findBreaches([{ path, text }]);

    expect(breaches).toEqual([]);
  });
});
