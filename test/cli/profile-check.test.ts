import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call, emptyFolder, runSampleHome } from '../kit/command-line.ts';

describe('profile check without a store', () => {
  let folder: ReturnType<typeof emptyFolder>;
  beforeEach(() => {
    folder = emptyFolder();
    mkdirSync(join(folder.dir, 'profiles'));
  });
  afterEach(() => folder.remove());
  const write = (id: string, text: string): void => writeFileSync(join(folder.dir, 'profiles', `${id}.yaml`), text);
  const check = (...words: string[]) => call(['profile', 'check', ...words, '--home', folder.dir]);

  it('finds a profile with nothing but a name fine, and says what to add first', async () => {
    write('just', 'name: Just\n');

    const { code, out } = await check('just');

    expect(code).toBe(0);
    expect(out).toMatch(/^just \(Just\): no problem found\.\n {2}It says little more than a name, which is fine/);
    expect(out).toMatch(/Add first:\n {2}credentials: .* {2}education: .* {2}experience: .* {2}home: /s);
  });

  it('says nothing of a profile that says everything', async () => {
    write(
      'full',
      `name: Full
home: { city: Columbus, region: OH }
credentials: [{ id: rhit }, { id: rn, region: OH }]
education: [{ level: associate, field: Health Information Technology }]
experience: [{ role: Coder, years: 2, healthcare: true }]
wanted: { titles: [coder], payFloor: { amount: 20, period: hour } }
`,
    );

    const { out } = await check('full');

    expect(out).toBe(
      'full (Full): no problem found.\n  No opening has been matched with it yet; this is told from the profile alone.',
    );
  });

  it.each([
    ['the state of a licence', 'credentials: [{ id: rn }]', 'credentials: region of rn'],
    ['the field of a degree', 'education: [{ level: bachelor }]', 'education: field of bachelor'],
    [
      'the end of studies',
      'education: [{ level: master, field: x, finished: false }]',
      'education: expected for master',
    ],
    ['whether a role was in healthcare', 'experience: [{ role: Clerk, years: 1 }]', 'experience: healthcare for Clerk'],
  ])('names %s that is not said', async (_name, line, field) => {
    write('some', `name: Some\n${line}\n`);

    const { out } = await check('some', '--json');

    expect(JSON.parse(out)).toMatchObject([
      { id: 'some', gaps: expect.arrayContaining([{ field, why: expect.any(String) }]) },
    ]);
  });

  it.each([
    [
      'an unknown id, with the three nearest',
      'credentials: [{ id: rhitt }]',
      /credentials\[0\]\.id: read "rhitt".* The nearest are: rhit, \S+, \S+\.$/,
    ],
    [
      'a plan for what is held',
      'credentials: [{ id: ccs }]\nplanned: [{ id: ccs, by: 2028 }]',
      /planned\[0\]\.id: plans "ccs", which credentials says you hold/,
    ],
    [
      'a plan whose day is past',
      'planned: [{ id: ccs, by: 2020-05 }]',
      /planned\[0\]\.by: is "2020-05", which is past/,
    ],
    [
      'studies whose end is past',
      'education: [{ level: bachelor, finished: false, expected: 2024 }]',
      /education\[0\]\.expected: is "2024", which is past, and/,
    ],
    [
      'a finished degree with an end to come',
      'education: [{ level: bachelor, expected: 2040 }]',
      /education\[0\]\.expected: is "2040", which is to come/,
    ],
    [
      'an exam after the day by which it is held',
      'planned: [{ id: ccs, by: 2028-05, booked: 2028-06-01 }]',
      /planned\[0\]\.by: is "2028-05", before the exam is booked/,
    ],
  ])('ends with 2 for %s', async (_name, lines, says) => {
    write('bad', `name: Bad\n${lines}\n`);

    const { code, err } = await check('bad');

    expect(code).toBe(2);
    expect(err).toMatch(says);
  });

  it.each([
    ['a licence of another state', 'credentials: [{ id: rn, region: OH }]\nplanned: [{ id: rn, by: 2028 }]'],
    ['a credential that ran out', 'credentials: [{ id: ccs, validUntil: 2020 }]\nplanned: [{ id: ccs, by: 2028 }]'],
    ['one that is held only later', 'credentials: [{ id: ccs, since: 2030 }]\nplanned: [{ id: ccs, by: 2030 }]'],
    ['this year', 'planned: [{ id: ccs, by: 2026 }]'],
  ])('allows the plan for %s', async (_name, lines) => {
    write('good', `name: Good\n${lines}\n`);

    expect(await check('good')).toMatchObject({ code: 0, err: '' });
  });

  it('does not stop a run for what time has overtaken', async () => {
    write('late', 'name: Late\nplanned: [{ id: ccs, by: 2020 }]\n');
    writeFileSync(join(folder.dir, 'rolewatch.yaml'), '{}\n');

    const { code } = await call(['config', 'check', '--home', folder.dir]);

    expect(code).toBe(0);
  });

  it('looks at the named profile only, and at all without a name', async () => {
    write('good', 'name: Good\n');
    write('bad', 'name: Bad\ncredentials: [{ id: rhitt }]\n');

    expect((await check('good')).code).toBe(0);
    expect((await check()).code).toBe(2);
  });

  it('ends with 2 for a profile that there is not, and when there is none', async () => {
    const none = await check();
    write('jordan', 'name: Jordan\n');
    const other = await check('jordon');

    expect(none).toMatchObject({ code: 2, err: expect.stringContaining('There is no profile yet') });
    expect(other).toMatchObject({ code: 2, err: 'There is no profile jordon; there is jordan.' });
  });
});

describe('profile check over stored openings', () => {
  let home: Awaited<ReturnType<typeof runSampleHome>>;
  beforeAll(async () => {
    home = await runSampleHome(['lakeside-health', 'codewell', 'him-network']);
    writeFileSync(join(home.dir, 'profiles', 'new.yaml'), 'name: New\n');
    await call(['run', '--home', home.dir]);
  });
  afterAll(() => home.close());

  it('counts the openings that each silence leaves undecided, the most first', async () => {
    const { out } = await call(['profile', 'check', 'new', '--json', '--home', home.dir]);
    const unclear = await call([
      'query',
      '--verdict',
      'unknown',
      '--limit',
      '9999',
      '--profile',
      'new',
      '--json',
      '--home',
      home.dir,
    ]);

    // as: what this command prints for one profile
    const [{ openings, outdated }] = JSON.parse(out) as [
      { outdated: boolean; openings: { undecided: number; reasons: { because: string; openings: number }[] } },
    ];
    const counts = openings.reasons.map((reason) => reason.openings);
    expect(outdated).toBe(false);
    expect(openings.undecided).toBe(JSON.parse(unclear.out).length);
    expect(openings.reasons.map(({ because }) => because)).toContain('your profile lists no education');
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(Math.max(...counts)).toBeLessThanOrEqual(openings.undecided);
  });

  it('says it in words', async () => {
    const { code, out } = await call(['profile', 'check', 'new', '--home', home.dir]);

    expect(code).toBe(0);
    expect(out).toMatch(/Would decide more openings:\n {2}\d+ openings cannot be decided: your profile/);
  });

  it('says that the counts are older than the profile', async () => {
    writeFileSync(join(home.dir, 'profiles', 'sam-rivera.yaml'), 'name: Sam\n');

    const { out } = await call(['profile', 'check', 'sam-rivera', '--home', home.dir]);

    expect(out).toContain('These counts are older than the profile');
  });
});
