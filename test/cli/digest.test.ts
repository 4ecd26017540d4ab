import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, ESCAPE, runSampleHome } from '../kit/command-line.ts';

/** The next working day, an hour after the digest is due. */
const monday = (): Date => new Date('2026-11-23T13:00:00Z');

let home: Awaited<ReturnType<typeof runSampleHome>>;
beforeAll(async () => {
  home = await runSampleHome();
});
afterAll(() => home.close());

function preview(...words: string[]) {
  return call(['digest', '--preview', '--profile', 'sam-rivera', ...words, '--home', home.dir], { clock: monday });
}

/** The numbers of the openings that a digest in JSON tells. */
function told(json: string): number[] {
  return [...json.matchAll(/"openingId": ?(\d+)/g)].map(([, id]) => Number(id));
}

describe('digest --preview', () => {
  it.each([
    ['text', 'for Sam Rivera'],
    ['html', '<!DOCTYPE html>'],
    ['md', '# '],
    ['json', '"sections"'],
  ])('prints the next digest as %s and marks nothing as told', async (format, holds) => {
    const first = await preview('--format', format);
    const second = await preview('--format', format);

    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out.toLowerCase()).toContain(holds.toLowerCase());
    expect(first.out).not.toContain(ESCAPE);
    expect(second).toEqual(first);
  });

  it('prints the same with --json as with --format json', async () => {
    const format = await preview('--format', 'json');
    const json = await preview('--json');

    expect(json).toEqual(format);
  });

  it('takes the first profile when none is named', async () => {
    const { out } = await call(['digest', '--preview', '--home', home.dir], { clock: monday });

    expect(out).toContain('Dana Okafor');
  });

  it('ends with 2 for an unknown profile and says who there is', async () => {
    const called = await call(['digest', '--preview', '--profile', 'nobody', '--home', home.dir]);

    expect(called).toMatchObject({ code: 2, out: '' });
    expect(called.err).toBe('There is no profile nobody; there is dana-okafor, sam-rivera.');
  });
});

describe('digest', () => {
  it('says that nothing is due right after a run', async () => {
    const called = await call(['digest', '--home', home.dir]);

    expect(called).toEqual({ code: 0, out: 'No digest is due.', err: '' });
  });

  it('tells what the preview promised, and tells it once', async () => {
    const promised = told((await preview('--json')).out);

    const sent = await call(['digest', '--home', home.dir], { clock: monday });
    const again = await call(['digest', '--home', home.dir], { clock: monday });

    const file = readdirSync(join(home.dir, 'digests')).find((name) => /^2026-11-23-.*sam-rivera\.json$/.test(name));
    expect(promised.length).toBeGreaterThan(0);
    expect(sent.code).toBe(0);
    expect(sent.out).toContain('Digest: ');
    expect(told(readFileSync(join(home.dir, 'digests', file ?? 'none'), 'utf8'))).toEqual(promised);
    expect(again.out).toBe('No digest is due.');
    for (const id of told((await preview('--json')).out)) expect(promised).not.toContain(id);
  });
});
