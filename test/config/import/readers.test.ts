import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readResumeFile } from '../../../src/config/import/export-files.ts';
import { readJsonResume } from '../../../src/config/import/json-resume.ts';
import { readLinkedIn } from '../../../src/config/import/linkedin.ts';
import { ImportError } from '../../../src/config/import/resume.ts';
import { hostileText, jsonResume, linkedInFiles } from './files.ts';
import { type ZipEntry, zipOf } from './zip.ts';

const root = mkdtempSync(join(tmpdir(), 'rolewatch-import-'));
afterAll(() => rmSync(root, { recursive: true }));
let count = 0;

/** A folder with these files. */
function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const dir = join(root, String(count++));
  mkdirSync(dir);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  return dir;
}

const one = (path: string, text: string) => readLinkedIn([{ path, text }]);

describe('readLinkedIn', () => {
  it('finds the heading of the connections behind any preamble, and takes names and companies only', () => {
    const text = linkedInFiles['Connections.csv'] ?? '';

    const { contacts, notes } = one('Connections.csv', text);

    expect(contacts).toEqual([{ employer: 'Lakeside Health', person: 'Kim Park' }]);
    expect(notes).toEqual([
      { what: 'Connections.csv: Rank', why: 'columns that are not known' },
      { what: '1 of 2 connections', why: 'they name no company' },
    ]);
  });

  it.each([
    ['without a preamble', 'First Name,Last Name,URL,Email Address,Company\nKim,Park,,,Lakeside\n'],
    ['with other letters and signs in the headings', 'FIRST_NAME,last name,company\nKim,Park,Lakeside\n'],
    [
      'with a row that is too short, and one that is too long',
      'First Name,Last Name,Company\nKim,Park,Lakeside,x,y\nBo\n',
    ],
  ])('reads connections %s', (_name, text) => {
    const { contacts } = one('Connections.csv', text);

    expect(contacts).toEqual([{ employer: 'Lakeside', person: 'Kim Park' }]);
  });

  it('reads certifications without ever holding the licence number', () => {
    const resume = one('Certifications.csv', linkedInFiles['Certifications.csv'] ?? '');

    expect(resume.certificates[0]).toEqual({
      name: 'Registered Health Information Technician (RHIT)',
      issuer: 'AHIMA',
      start: 'Jun 2023',
      end: '',
    });
    expect(JSON.stringify(resume)).not.toMatch(/99887766|123456|x\.example/);
  });

  it.each([
    ['Positions.csv', 'Positions.csv'],
    ['any other name', 'my-jobs.csv'],
  ])('knows positions in %s', (_name, path) => {
    const { work, notes } = one(path, linkedInFiles['Positions.csv'] ?? '');

    expect(work.map(({ role, employer, start }) => [role, employer, start])).toEqual([
      ['Medical Coder', 'Lakeside Health', 'Mar 2019'],
      ['medical coder', 'Riverside', 'Jan 2021'],
      ['Records Clerk', 'Hilltop', 'Mar 2017'],
      ['Greeter', 'Stonebridge', ''],
    ]);
    expect(notes).toEqual([]);
  });

  it.each([
    [
      'headings that are not understood',
      'Positions.csv',
      'Firma,Titel\na,b\n',
      /Positions\.csv: its headings were not understood; needed are Title and Company Name/,
    ],
    ['a file that is something else', 'x.csv', 'a,b\nc,d\n', /x\.csv: no part of a profile/],
    ['an empty file', 'Education.csv', '', /needed are School Name/],
  ])('refuses %s in one sentence', (_name, path, text, says) => {
    expect(() => one(path, text)).toThrow(ImportError);
    expect(() => one(path, text)).toThrow(says);
  });

  it('tells of a quote that is never closed', () => {
    const { notes } = one('Company Follows.csv', 'Organization,Followed On\nMercy,x\n"Lake');

    expect(notes).toContainEqual({ what: 'Company Follows.csv', why: expect.stringContaining('never closed') });
  });

  it('fails with an ImportError or not at all, whatever the text', () => {
    const heading = fc.constantFrom(
      'Name,Authority,License Number',
      'Title,Company Name',
      'First Name,Last Name,Company',
      '',
    );
    fc.assert(
      fc.property(heading, hostileText, (first, rest) => {
        try {
          one('x.csv', `${first}\n${rest}`);
        } catch (error) {
          expect(error).toBeInstanceOf(ImportError);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('readJsonResume', () => {
  it('reads every member that a profile needs, and names the others', () => {
    const resume = readJsonResume(`\uFEFF${JSON.stringify(jsonResume)}`);

    expect(resume).toMatchObject({
      name: 'Jordan Avery',
      place: { city: 'Cleveland', region: 'Ohio', country: 'US' },
      certificates: [{ name: 'RHIA', issuer: 'AHIMA', start: '2019-09-01' }],
      education: [{ degree: 'BS', area: 'Health Information Management', end: '2019-05-01' }],
      languages: [{ name: 'Español' }, { name: 'Klingon' }],
    });
    expect(resume.work.map(({ role, employer, volunteer }) => [role, employer, volunteer])).toEqual([
      ['HIM Analyst', 'Lakeside Health', false],
      ['Clerk', 'Old Shape Clinic', false],
      ['Records volunteer', 'Free Clinic', true],
    ]);
    expect(resume.notes).toEqual([
      { what: 'skills', why: 'no part of a profile' },
      { what: 'a time at No Title Inc', why: 'it has no position' },
    ]);
    expect(JSON.stringify(resume)).not.toMatch(/x\.example|555|Elm/);
  });

  it.each([
    ['broken JSON', '{"basics": {', /This is no JSON/],
    ['JSON of something else', '{"a": 1}', /This is no JSON Resume/],
    ['a list', '[]', /This is no JSON Resume/],
    ['nothing', '', /This is no JSON/],
    ['deep nesting', `${'['.repeat(200_000)}`, /This is no JSON/],
  ])('refuses %s in one sentence, without quoting it', (_name, text, says) => {
    expect(() => readJsonResume(text)).toThrow(says);
  });

  it('reads or refuses any JSON, and never fails otherwise', () => {
    const member = fc.constantFrom(
      'basics',
      'work',
      'volunteer',
      'education',
      'certificates',
      'languages',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.dictionary(member, fc.jsonValue({ maxDepth: 4 })), (value) => {
        try {
          expect(readJsonResume(JSON.stringify(value)).contacts).toEqual([]);
        } catch (error) {
          expect(error).toBeInstanceOf(ImportError);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('readResumeFile', () => {
  it('reads the folder of an export, sub-folders and split files too, and opens nothing else', async () => {
    const folder = folderOf(linkedInFiles);

    const resume = await readResumeFile(folder);

    expect(resume.name).toBe('Zoë Quill');
    expect(resume.contacts.map(({ person }) => person)).toEqual(['Kim Park', 'Kim Park', 'Ada Reyes']);
    expect(resume.notes[0]).toEqual({
      what: 'Jobs/Job Applications_1.csv',
      why: 'not opened: no part of a profile',
    });
    expect(JSON.stringify(resume)).not.toContain('private-answer');
  });

  it('finds the files in a folder that the archive was unpacked into', async () => {
    const folder = folderOf({ 'Basic_LinkedInDataExport/Positions.csv': linkedInFiles['Positions.csv'] ?? '' });

    const { work } = await readResumeFile(folder);

    expect(work).toHaveLength(4);
  });

  it('follows no link', async () => {
    const secret = folderOf({ 'Positions.csv': linkedInFiles['Positions.csv'] ?? '' });
    const folder = folderOf({ 'Company Follows.csv': linkedInFiles['Company Follows.csv'] ?? '' });
    symlinkSync(join(secret, 'Positions.csv'), join(folder, 'Positions.csv'));
    symlinkSync(secret, join(folder, 'more'));

    const { work } = await readResumeFile(folder);

    expect(work).toEqual([]);
    await expect(readResumeFile(join(folder, 'Positions.csv'))).rejects.toThrow(/neither a file nor a folder/);
  });

  it.each<[string, string, string | Uint8Array, RegExp]>([
    ['another kind of file', 'resume.pdf', '%PDF', /neither a JSON Resume .* nor a LinkedIn data export/],
    ['a file in another encoding', 'Positions.csv', new Uint8Array([0xff, 0xfe, 0x41, 0]), /not written in UTF-8/],
  ])('refuses %s', async (_name, name, content, says) => {
    const folder = folderOf({ [name]: content });

    await expect(readResumeFile(join(folder, name))).rejects.toThrow(says);
  });

  it('refuses a file that is far too large, and one that is not there', async () => {
    const folder = folderOf({ 'resume.json': '{}' });
    truncateSync(join(folder, 'resume.json'), 17 * 1024 * 1024);

    await expect(readResumeFile(join(folder, 'resume.json'))).rejects.toThrow(/is larger than 16 MB/);
    await expect(readResumeFile(join(folder, 'none.json'))).rejects.toThrow(/there is no such file or folder/);
    await expect(readResumeFile(folderOf({}))).rejects.toThrow(/there is no CSV file/);
  });
});

describe('an archive', () => {
  const POSITIONS = linkedInFiles['Positions.csv'] ?? '';
  const packed = (entries: readonly ZipEntry[]): string =>
    join(folderOf({ 'export.zip': zipOf(entries) }), 'export.zip');

  it('is read like its folder, sub-folders and split files too', async () => {
    const entries = Object.entries(linkedInFiles).map(([name, content]) => ({ name, content }));

    const fromArchive = await readResumeFile(packed(entries.toReversed()));

    expect(fromArchive).toEqual(await readResumeFile(folderOf(linkedInFiles)));
  });

  it.each<[string, readonly ZipEntry[], RegExp]>([
    [
      'unpacks to too much',
      [{ name: 'Positions.csv', content: Buffer.alloc(17 * 1024 * 1024) }],
      /is larger than 16 MB/,
    ],
    ['unpacks to more than it says', [{ name: 'Positions.csv', content: 'x'.repeat(1_000_000), size: 10 }], /damaged/],
    [
      'unpacks to too much in all',
      Array.from({ length: 5 }, (_, index) => ({
        name: `Positions_${index}.csv`,
        content: Buffer.alloc(15 * 1024 * 1024),
      })),
      /is larger than 64 MB/,
    ],
    [
      'has too many files',
      Array.from({ length: 5_001 }, (_, index) => ({ name: `${index}`, content: '' })),
      /more than 5000 files/,
    ],
    ['is encrypted', [{ name: 'Positions.csv', content: POSITIONS, flags: 1 }], /is encrypted/],
    ['leads out of its folder', [{ name: '../../Positions.csv', content: POSITIONS }], /damaged/],
    ['holds nothing', [], /there is no CSV file/],
    ['holds another encoding', [{ name: 'Positions.csv', content: Buffer.from([0xff, 0xfe]) }], /not written in UTF-8/],
  ])('that %s is refused in one sentence', async (_name, entries, says) => {
    const path = packed(entries);

    await expect(readResumeFile(path)).rejects.toThrow(ImportError);
    await expect(readResumeFile(path)).rejects.toThrow(says);
  });

  it('that is damaged anywhere is read or refused, and nothing else happens', async () => {
    const whole = zipOf([{ name: 'Positions.csv', content: POSITIONS }]);
    const folder = folderOf({});
    const path = join(folder, 'export.zip');

    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), async (at, byte, cut) => {
        const damaged = Buffer.from(whole);
        damaged[at] = byte;
        writeFileSync(path, cut % 3 === 0 ? damaged.subarray(0, cut) : damaged);
        const outcome: unknown = await readResumeFile(path).catch((error: unknown) => error);

        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(ImportError);
      }),
      { numRuns: 200 },
    );
    expect(readdirSync(folder)).toEqual(['export.zip']);
  });
});
