import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const root = new URL('../../', import.meta.url);

const Service = z.looseObject({
  image: z.string().optional(),
  build: z.unknown().optional(),
  command: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
  user: z.string().optional(),
  read_only: z.boolean().default(false),
  tmpfs: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  networks: z.array(z.string()).default([]),
  secrets: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.object({ test: z.array(z.string()).min(2) }).optional(),
  restart: z.string().optional(),
});
const Compose = z.looseObject({
  services: z.record(z.string(), Service),
  volumes: z.record(z.string(), z.unknown()).default({}),
  networks: z.record(z.string(), z.object({ internal: z.boolean().optional() }).nullable()).default({}),
  secrets: z.record(z.string(), z.unknown()).default({}),
});
type Compose = z.infer<typeof Compose>;

describe('docker-compose.yml', () => {
  const compose = Compose.parse(parse(readFileSync(new URL('docker-compose.yml', root), 'utf8')));

  it('keeps every service healthy, restarted and consistent', () => {
    expect(faultsOf(compose)).toEqual([]);
  });

  it('has the app, Redis and PostgreSQL, and starts the app when the other two are well', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['app', 'postgres', 'redis']);
    expect(compose.services['app']?.command).toEqual(['worker', '--schedule']);
    expect(compose.services['app']?.depends_on).toEqual({
      redis: { condition: 'service_healthy' },
      postgres: { condition: 'service_healthy' },
    });
  });

  it('lets Redis write every job to its volume and drop none', () => {
    const { command = [], volumes = [] } = compose.services['redis'] ?? {};

    expect(command.join(' ')).toContain('--appendonly yes');
    expect(command.join(' ')).toContain('--maxmemory-policy noeviction');
    expect(volumes).toContain('redis:/data');
  });

  it('runs the app as nobody special on a file system that only its home can be written in', () => {
    const app = compose.services['app'];

    expect(app?.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(app?.read_only).toBe(true);
    expect(app?.tmpfs).toEqual(['/tmp']);
    expect(app?.volumes).toEqual(['home:/home/rolewatch']);
  });

  it('publishes no port, and keeps the stores away from the outside', () => {
    const { app, redis, postgres } = compose.services;

    expect([app?.ports, redis?.ports, postgres?.ports]).toEqual([[], [], []]);
    expect([redis?.networks, postgres?.networks]).toEqual([['inside'], ['inside']]);
    expect(compose.networks['inside']?.internal).toBe(true);
  });

  it('holds no secret itself', () => {
    const { app, postgres } = compose.services;

    expect(app?.environment['DATABASE_URL']).toContain('$'.concat('{POSTGRES_PASSWORD:?'));
    expect(app?.environment['ROLEWATCH_SMTP_PASSWORD']).toBe('$'.concat('{ROLEWATCH_SMTP_PASSWORD:-}'));
    expect(postgres?.environment['POSTGRES_PASSWORD_FILE']).toBe('/run/secrets/postgres_password');
    expect(postgres?.secrets).toEqual(['postgres_password']);
  });
});

describe('the check of docker-compose.yml', () => {
  const good = {
    image: 'x:1',
    restart: 'unless-stopped',
    healthcheck: { test: ['CMD', 'x'] },
    volumes: ['kept:/data'],
    networks: ['inside'],
    secrets: ['key'],
  };
  const around = { volumes: { kept: null }, networks: { inside: null }, secrets: { key: { environment: 'KEY' } } };

  it('passes a service that has everything', () => {
    expect(faultsOf(Compose.parse({ services: { x: good }, ...around }))).toEqual([]);
  });

  it.each([
    ['no health check', { healthcheck: undefined }, 'x has no health check'],
    ['no restart policy', { restart: undefined }, 'x is not restarted'],
    ['neither image nor build', { image: undefined }, 'x has neither an image nor a build'],
    ['an image without a version', { image: 'postgres' }, 'x has an image without a version'],
    ['a volume nobody declares', { volumes: ['gone:/data'] }, 'x uses the volume gone, which is not declared'],
    ['a folder of the machine', { volumes: ['./data:/data'] }, 'x uses the volume ./data, which is not declared'],
    ['a network nobody declares', { networks: ['gone'] }, 'x uses the network gone, which is not declared'],
    ['a secret nobody declares', { secrets: ['gone'] }, 'x uses the secret gone, which is not declared'],
    [
      'a dependency that is not there',
      { depends_on: { y: { condition: 'service_healthy' } } },
      'x waits for y, which is no service',
    ],
  ])('finds %s', (_name, change, fault) => {
    const compose = Compose.parse({ services: { x: { ...good, ...change } }, ...around });

    expect(faultsOf(compose)).toEqual([fault]);
  });
});

describe('Dockerfile', () => {
  const dockerfile = readFileSync(new URL('Dockerfile', root), 'utf8');

  it('builds in stages, installs by the lockfile, and runs the program as nobody special', () => {
    expect(dockerfileFaults(dockerfile)).toEqual([]);
    expect(dockerfile).toContain('ENTRYPOINT ["node", "src/cli/bin.js"]');
    expect(dockerfile).toContain('VOLUME ["/home/rolewatch"]');
    expect(dockerfile).toMatch(/\bROLEWATCH_HOME=\/home\/rolewatch\b/);
  });

  it('copies only what exists and is let in by .dockerignore', () => {
    const admitted = readFileSync(new URL('.dockerignore', root), 'utf8').split('\n');

    for (const path of copiedFromHere(dockerfile)) {
      expect(existsSync(new URL(path, root)), path).toBe(true);
      expect(admitted).toContain(`!${path}`);
    }
    expect(copiedFromHere(dockerfile)).toEqual(expect.arrayContaining(['src', 'config', 'package-lock.json']));
    expect(admitted).toContain('*');
  });
});

describe('the check of the Dockerfile', () => {
  const good = 'FROM node:24-slim AS a\nRUN npm ci --omit=dev\nFROM node:24-slim\nUSER 10001:10001\n';

  it.each([
    ['one stage only', 'FROM node:24-slim\nRUN npm ci --omit=dev\nUSER 10001:10001\n', 'has one stage only'],
    ['no user', good.replace('USER 10001:10001', ''), 'runs as root'],
    ['root again', `${good}USER root\n`, 'runs as root'],
    ['the number of root', `${good}USER 0\n`, 'runs as root'],
    ['another Node', good.replace('24-slim AS', '20-slim AS'), 'does not start from Node 24: node:20-slim'],
    ['an install without lockfile', good.replace('npm ci', 'npm install'), 'does not install by the lockfile'],
    ['development tools', good.replace(' --omit=dev', ''), 'does not install by the lockfile'],
  ])('finds %s', (_name, text, fault) => {
    expect(dockerfileFaults(good)).toEqual([]);
    expect(dockerfileFaults(text)).toEqual([fault]);
  });
});

function faultsOf({ services, volumes, networks, secrets }: Compose): string[] {
  return Object.entries(services).flatMap(([name, service]) => {
    const undeclared = (what: string, used: readonly string[], known: object): string[] =>
      used
        .filter((one) => !Object.hasOwn(known, one))
        .map((one) => `${name} uses the ${what} ${one}, which is not declared`);
    const { image, build } = service;
    return [
      ...(service.healthcheck ? [] : [`${name} has no health check`]),
      ...(service.restart === 'unless-stopped' ? [] : [`${name} is not restarted`]),
      ...(image === undefined && build === undefined ? [`${name} has neither an image nor a build`] : []),
      ...(image !== undefined && build === undefined && !image.includes(':')
        ? [`${name} has an image without a version`]
        : []),
      ...undeclared(
        'volume',
        service.volumes.map((volume) => volume.split(':')[0] ?? ''),
        volumes,
      ),
      ...undeclared('network', service.networks, networks),
      ...undeclared('secret', service.secrets, secrets),
      ...Object.keys(service.depends_on)
        .filter((other) => !Object.hasOwn(services, other))
        .map((other) => `${name} waits for ${other}, which is no service`),
    ];
  });
}

function dockerfileFaults(text: string): string[] {
  const images = [...text.matchAll(/^FROM (\S+)/gm)].map((match) => match[1] ?? '');
  const lastStage = text.slice(Math.max(text.lastIndexOf('\nFROM '), 0));
  const user = [...lastStage.matchAll(/^USER (\S+)/gm)].at(-1)?.[1];
  return [
    ...(images.length < 2 ? ['has one stage only'] : []),
    ...images.filter((image) => !image.startsWith('node:24')).map((image) => `does not start from Node 24: ${image}`),
    ...(/^RUN npm ci --omit=dev\b/m.test(text) ? [] : ['does not install by the lockfile']),
    ...(user === undefined || /^(?:root|0)(?::|$)/.test(user) ? ['runs as root'] : []),
  ];
}

/** What a Dockerfile takes from the build context. */
function copiedFromHere(text: string): string[] {
  return [...text.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap((match) => (match[1] ?? '').split(' ').slice(0, -1));
}
