import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Profile } from '../../src/model/profile.ts';
import { jsonResume, linkedInFiles } from '../config/import/files.ts';
import { call, ESCAPE, emptyFolder } from '../kit/command-line.ts';

let folder: ReturnType<typeof emptyFolder>;
beforeEach(() => {
  folder = emptyFolder();
  for (const [path, content] of Object.entries(linkedInFiles)) write(`export/${path}`, content);
  write('resume.json', JSON.stringify(jsonResume));
});
afterEach(() => folder.remove());

function write(path: string, content: string): void {
  mkdirSync(dirname(join(folder.dir, path)), { recursive: true });
  writeFileSync(join(folder.dir, path), content);
}
const home = (): string => join(folder.dir, 'home');
const run = (...words: string[]) => call(['profile', 'import', ...words, '--home', home()], { cwd: folder.dir });
const read = (path: string): string => readFileSync(join(folder.dir, path), 'utf8');

describe('profile import', () => {
  it('makes a profile of a LinkedIn export that the check finds right', async () => {
    const made = await run('export');
    const checked = await call(['profile', 'check', 'zoe-quill', '--home', home()]);

    const text = read('home/profiles/zoe-quill.yaml');
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(checked).toMatchObject({ code: 0, err: '' });
    expect(Profile.parse(parse(text))).toMatchObject({
      name: 'Zoë Quill',
      home: { city: 'Columbus', region: 'OH', country: 'US' },
      credentials: [
        { id: 'rhit', since: '2023-06' },
        { id: 'rn', since: '2019-01', validUntil: '2030-03', region: 'OH' },
      ],
      education: [
        {
          level: 'associate',
          field: 'Health Information Technology',
          institution: 'Olentangy College',
          finished: true,
        },
        { level: 'bachelor', finished: false, expected: '2028' },
      ],
      experience: [{ role: 'Medical Coder' }, { role: 'Records Clerk', years: 2 }],
      languages: ['en', 'es'],
      contacts: [
        { employer: 'Lakeside Health', person: 'Kim Park' },
        { employer: 'Mercy Valley', person: 'Ada Reyes' },
      ],
      wanted: { employers: ['Mercy Valley'] },
    });
    // Neither numbers of licences nor addresses of anybody, nor answers to applications.
    expect(text + made.out).not.toMatch(/99887766|123456|x\.example|555|private-answer|Elm Street/);
  });

  it('says in words what was taken, what was not and why, and what to add', async () => {
    const { out } = await run('export');

    const said = out.replace(/\s+/g, ' ');
    expect(said).toContain('Taken: your name: Zoë Quill where you live: Columbus, OH, US 2 credentials: rhit; rn');
    expect(said).toContain('the certification CPC Exam Prep, Some School: it says more than the name of a credential');
    expect(said).toContain('the nearest are rhia (Registered Health Information Administrator), rhit');
    expect(said).toContain('Greeter at Stonebridge: no start is given');
    expect(said).toContain('Job Applications_1.csv: not opened: no part of a profile.');
    expect(said).toContain('Connections.csv: Rank: columns that are not known.');
    expect(said).toContain('Add by hand: 4 rows that only you can finish');
    expect(said).toContain('healthcare: true and setting for each role');
  });

  it('makes a profile of a JSON Resume, volunteering marked', async () => {
    const { code } = await run('resume.json');

    const { credentials, education, experience } = Profile.parse(parse(read('home/profiles/jordan-avery.yaml')));
    expect(code).toBe(0);
    expect(credentials).toMatchObject([{ id: 'rhia', since: '2019-09-01' }]);
    expect(education).toMatchObject([{ level: 'bachelor', field: 'Health Information Management', finished: true }]);
    expect(experience).toMatchObject([
      { role: 'HIM Analyst', years: 2, volunteer: false },
      { role: 'Clerk', years: 2 },
      { role: 'Records volunteer', volunteer: true },
    ]);
  });

  it.each([
    ['--as', ['--as', 'other'], 'home/profiles/other.yaml'],
    ['--output', ['--output', 'new/mine.yaml'], 'new/mine.yaml'],
  ])('writes where %s says', async (_name, words, path) => {
    const { code } = await run('resume.json', ...words);

    expect(code).toBe(0);
    expect(read(path)).toContain('name: "Jordan Avery"');
  });

  it('prints the profile on stdout and the summary on stderr, and writes nothing', async () => {
    const { code, out, err } = await run('resume.json', '--print');

    expect(code).toBe(0);
    expect(Profile.parse(parse(out)).name).toBe('Jordan Avery');
    expect(err).toContain('Taken:');
    expect(existsSync(home())).toBe(false);
  });

  it.each([
    ['the profile', [], 'home/profiles/jordan-avery.yaml'],
    ['the file of --output', ['--output', 'mine.yaml'], 'mine.yaml'],
  ])('never overwrites %s', async (_name, words, path) => {
    write(path, 'name: Mine\n');

    const called = await run('resume.json', ...words);

    expect(called).toMatchObject({ code: 2, out: '' });
    expect(called.err).toContain('exists and is left as it is; add --as ID, --output FILE or --print.');
    expect(read(path)).toBe('name: Mine\n');
  });

  it.each([
    ['a file that is not there', ['none.json'], /cannot be read \(there is no such file or folder\)/],
    ['broken JSON', ['broken.json'], /This is no JSON/],
    ['an archive that is none', ['export.zip'], /it is no .zip archive, or it is damaged/],
    ['an id that is none', ['resume.json', '--as', '../x'], /--as takes small letters/],
    ['two places to write to', ['resume.json', '--print', '--output', 'x'], /not both/],
    ['no file', [], /missing required argument 'file'/],
  ])('ends with 2 for %s, in one message, and makes nothing', async (_name, words, says) => {
    write('broken.json', '{');
    write('export.zip', 'PK');
    const before = readdirSync(folder.dir).sort();

    const called = await run(...words);

    expect(called.code).toBe(2);
    expect(called.err).toMatch(says);
    expect(readdirSync(folder.dir).sort()).toEqual(before);
  });

  it('lets no word of the file command the terminal', async () => {
    write(
      'evil.json',
      JSON.stringify({ basics: { name: `${ESCAPE}[2JEve` }, certificates: [{ name: `${ESCAPE}]0;x\u0007` }] }),
    );

    const { out, err } = await run('evil.json', '--print');

    expect(out + err).not.toContain(ESCAPE);
  });
});
