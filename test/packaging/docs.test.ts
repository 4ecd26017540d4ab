import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { EXIT } from '../../src/cli/io.ts';
import { Environment } from '../../src/config/environment.ts';
import { Settings } from '../../src/config/settings.ts';
import { Profile } from '../../src/model/profile.ts';
import { sources } from '../../src/sources/registry.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const GROUPS = ['dependencies', 'optionalDependencies', 'devDependencies'];

describe('the documents', () => {
  const paths = filesBelow('');
  const documents = new Map(paths.filter((path) => path.endsWith('.md')).map((path) => [path, read(path)]));

  it('link to files and headings that exist', () => {
    const broken = brokenLinks(documents, (path) => existsSync(new URL(path, root)));

    expect(documents.size).toBeGreaterThan(15);
    expect(broken).toEqual([]);
  });

  it('name every command and every exit code on the first page', () => {
    const readme = read('README.md');
    const commands = [...read('src/cli/main.ts').matchAll(/^ {2}(\w+): \{ summary: /gm)].map((match) => match[1] ?? '');

    const unnamed = commands.filter((command) => !readme.includes(`| \`rolewatch ${command}`));

    expect(commands.length).toBeGreaterThan(10);
    expect(unnamed).toEqual([]);
    for (const code of Object.values(EXIT)) expect(readme.slice(readme.indexOf('Exit codes:'))).toContain(`${code} `);
  });

  it('show settings and a profile on the first page that can be used as they stand', () => {
    const [settings = '', profile = ''] = [...read('README.md').matchAll(/```yaml\n([^`]+)```/g)].map(
      (match) => match[1] ?? '',
    );

    expect(Settings.parse(parse(settings)).boards.add).toHaveLength(1);
    expect(Profile.parse(parse(profile)).credentials).toHaveLength(1);
  });

  it('say what each dependency is for, and of none that is gone', () => {
    const manifest: Record<string, object> = JSON.parse(read('package.json'));
    const packages = GROUPS.flatMap((group) => Object.keys(manifest[group] ?? {}));

    const { unexplained, gone } = compareDependencies(packages, read('docs/adr/0009-dependencies.md'));

    expect(unexplained).toEqual([]);
    expect(gone).toEqual([]);
  });

  it('list every decision', () => {
    const decisions = paths.filter((path) => /^docs\/adr\/\d/.test(path)).map((path) => posix.basename(path));

    const unlisted = decisions.filter((name) => !read('docs/adr/README.md').includes(`](${name})`));

    expect(decisions.length).toBeGreaterThanOrEqual(9);
    expect(unlisted).toEqual([]);
  });

  it('explain every kind of error', () => {
    const kinds = /type BoardErrorKind = ([^;]+);/.exec(read('src/errors.ts'))?.[1]?.match(/\w+/g) ?? [];

    const unexplained = kinds.filter((kind) => !read('docs/errors.md').includes(`| \`${kind}\` |`));

    expect(kinds).toHaveLength(6);
    expect(unexplained).toEqual([]);
  });

  it('name every variable of the environment', () => {
    const secrets = sources.flatMap((source) => (source.secrets ?? []).map(({ name }) => name));
    const names = ['ROLEWATCH_HOME', ...Object.keys(Environment.shape), ...secrets];

    const unnamed = names.filter((name) => !read('docs/operations.md').includes(`\`${name}\``));

    expect(unnamed).toEqual([]);
  });

  it('and all other files hold no path of one machine and no registry', () => {
    const found = paths.filter((path) => path !== '.ci/run').flatMap((path) => foreignPlaces(path, read(path)));

    expect(paths).toEqual(expect.arrayContaining(['src/log.ts', 'Dockerfile', '.ci/run']));
    expect(found).toEqual([]);
  });
});

describe('the checks of the documents', () => {
  it('find a link to nowhere, as a file or as a heading', () => {
    const documents = new Map([
      ['README.md', '[a](docs/a.md) [b](docs/b.md) [c](docs/a.md#two-words) [d](docs/a.md#gone) [e](#here)\n# Here'],
      ['docs/a.md', '## Two words\n[up](../README.md) [out](../../x.md) [web](https://x.example) `[code](no.md)`'],
    ]);
    const exists = (path: string): boolean => documents.has(path);

    const broken = brokenLinks(documents, exists);

    expect(broken).toEqual(['README.md: docs/b.md', 'README.md: docs/a.md#gone', 'docs/a.md: ../../x.md']);
  });

  it('find a dependency without a line, and a line without a dependency', () => {
    const page = '| `zod` | shapes |\n| `left-pad` | spaces |\n### Left out\n| `eslint` | refuses |\n';

    const compared = compareDependencies(['zod', 'pino'], page);

    expect(compared).toEqual({ unexplained: ['pino'], gone: ['left-pad'] });
  });

  it.each([
    ['a folder of root', `see ${'/ro'}${'ot/x'}`],
    ['a folder of work', `cd "${'/wo'}${'rk/x'}"`],
    ['a folder beside the repository', `in ../${'sha'}${'red/x'}`],
    ['a registry', `https://${'registry'}.npmjs.org/x`],
  ])('find %s', (_name, text) => {
    expect(foreignPlaces('a.md', `fine\n${text}`)).toEqual([`a.md:2: ${text}`]);
  });

  it('leave ordinary words alone', () => {
    const text = 'shared by all; https://x.example/root/1; a shared/own split; src/root/x; /home/me/root/x';

    expect(foreignPlaces('a.md', text)).toEqual([]);
  });
});

/** Every file of the repository that people wrote, by its path from the top. */
function filesBelow(folder: string): string[] {
  const skipped = new Set(['node_modules', '.git', 'dist', 'demo', 'coverage', 'package-lock.json']);
  return readdirSync(fileURLToPath(new URL(folder || '.', root)), { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    return entry.isDirectory() ? filesBelow(`${folder}${entry.name}/`) : [`${folder}${entry.name}`];
  });
}

/** Links of Markdown files, relative ones only, whose file or heading does not exist. */
function brokenLinks(documents: ReadonlyMap<string, string>, exists: (path: string) => boolean): string[] {
  return [...documents].flatMap(([path, text]) =>
    linksOf(text).flatMap((link) => {
      const [file = '', heading] = link.split('#');
      const target = file === '' ? path : posix.join(posix.dirname(path), file);
      if (!exists(target)) return [`${path}: ${link}`];
      const known = heading === undefined || headingsOf(documents.get(target) ?? '').includes(heading);
      return known ? [] : [`${path}: ${link}`];
    }),
  );
}

function linksOf(markdown: string): string[] {
  const prose = markdown.replace(/```[^`]*```|`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^()\s]+)\)/g)]
    .map((match) => match[1] ?? '')
    .filter((link) => !/^[a-z]+:/.test(link));
}

/** Headings as GitHub names them in addresses. */
function headingsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#{1,6} (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** The packages of the manifest held against the tables of the page; types have one line, "Left out" may be gone. */
function compareDependencies(packages: readonly string[], page: string): { unexplained: string[]; gone: string[] } {
  const namesIn = (text: string): string[] =>
    [...text.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap((row) =>
      [...(row[1] ?? '').matchAll(/`([^`]+)`/g)].map((name) => name[1] ?? ''),
    );
  const [kept = ''] = page.split('### Left out');
  const explained = new Set(namesIn(page));
  return {
    unexplained: packages.filter((name) => !explained.has(name) && !name.startsWith('@types/')),
    gone: namesIn(kept).filter((name) => !packages.includes(name) && name !== '@types/*'),
  };
}

/** Lines that name a place which exists on one machine only, or a package registry. */
function foreignPlaces(path: string, text: string): string[] {
  const place = /(?:^|[\s"'`(=:])\/(?:work|root)\/|(?:^|[\s"'`(=])(?:\.\.\/)+shared\/|\bregistry\.(?:npmjs|yarnpkg)\b/;
  return text.split('\n').flatMap((line, index) => (place.test(line) ? [`${path}:${index + 1}: ${line}`] : []));
}
