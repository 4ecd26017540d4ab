import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/cli/terminal.ts';
import { call, conversation, ESCAPE, emptyFolder, typed } from '../kit/command-line.ts';

const WORDS = [
  'Release of Information Specialist',
  'Lakeside Health',
  '',
  'Requirements',
  '• RHIA, RHIT or CCS required within 6 months of hire',
  '• Two years of release of information experience',
  '',
  'Preferred: CHPS.',
  'This is a hybrid role. Pay: $22 - $28 per hour. Full-time.',
].join('\n');
const HTML = `<html><body><h1>Release of Information Specialist</h1><p>Requirements</p><ul><li>RHIT required</li></ul>
<p>Pay: $22 - $28 per hour</p><script>alert("RHIA required")</script></body></html>`;
const PAGE = `<html><head><title>Menu | Careers</title><script type="application/ld+json">${JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'JobPosting',
  title: 'Inpatient Coder',
  hiringOrganization: { '@type': 'Organization', name: 'Lakeside Health' },
  jobLocation: {
    '@type': 'Place',
    address: { '@type': 'PostalAddress', addressLocality: 'Columbus', addressRegion: 'OH', addressCountry: 'US' },
  },
  description: '<p>CCS required.</p>',
})}</script></head><body>Cookies. RHIA required to read our news.</body></html>`;

describe('read', () => {
  it('prints every requirement with its quoted words, and the facts', async () => {
    const called = await call(['read', '-'], { stdin: typed(WORDS) });

    expect(called).toMatchObject({ code: 0, err: '' });
    expect(called.out).toContain(
      'Release of Information Specialist\n\nRequired\n  RHIA, RHIT or CCS, within 6 months of hire\n',
    );
    expect(called.out.match(/within 6 months of hire$/gm)).toHaveLength(1);
    expect(called.out).toMatch(/^ {6}“.*RHIT.*”$/m);
    expect(called.out).toMatch(/^Preferred\n {2}CHPS$/m);
    expect(called.out).toMatch(/^ {2}pay +\$22–\$28 an hour$/m);
    expect(called.out).toMatch(/^ {2}workplace +hybrid$/m);
    expect(called.out).toMatch(/^ {2}type +full-time$/m);
  });

  it('reads stdin when no file is named, and a file when one is', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder.dir, 'posting.txt'), WORDS);

    const piped = await call(['read'], { stdin: typed(WORDS) });
    const named = await call(['read', 'posting.txt'], { cwd: folder.dir });

    folder.remove();
    expect(piped.code).toBe(0);
    expect(named).toEqual(piped);
  });

  it.each([
    ['a file that is not there', 'missing.txt', 'missing.txt cannot be read (there is none)'],
    ['a folder', 'postings', 'postings cannot be read (it is a folder)'],
  ])('ends with 2 for %s', async (_what, name, says) => {
    const folder = emptyFolder();
    mkdirSync(join(folder.dir, 'postings'));

    const called = await call(['read', name], { cwd: folder.dir });

    folder.remove();
    expect(called.code).toBe(2);
    expect(called.err).toContain(says);
  });

  it('takes HTML for what it shows, without its scripts', async () => {
    const called = await call(['read', '-', '--json'], { stdin: typed(HTML) });

    const posting: unknown = JSON.parse(called.out);
    expect(posting).toMatchObject({ title: 'Release of Information Specialist' });
    expect(called.out).not.toContain('RHIA');
    expect(called.out).toContain('"rhit"');
  });

  it('takes the posting out of a page with schema.org data', async () => {
    const called = await call(['read', '-', '--json'], { stdin: typed(PAGE) });

    const posting: unknown = JSON.parse(called.out);
    expect(posting).toMatchObject({ title: 'Inpatient Coder', employer: 'Lakeside Health', text: 'CCS required.' });
    expect(called.out).not.toContain('rhia');
  });

  it('takes the title that is given', async () => {
    const called = await call(['read', '-', '--title', 'Health Data Analyst'], { stdin: typed(WORDS) });

    expect(called.out.split('\n')[0]).toBe('Health Data Analyst');
  });

  it.each(['', '  \n\r\n\t '])('ends with 2 when there is nothing to read', async (text) => {
    const called = await call(['read', '-'], { stdin: typed(text) });

    expect(called).toMatchObject({ code: 2, out: '' });
    expect(called.err).toContain('There is nothing to read; pipe a posting in');
  });

  it('ends with 2 for more than 10 MB', async () => {
    const called = await call(['read', '-'], { stdin: typed('x'.repeat(10 * 1024 * 1024 + 1)) });

    expect(called).toMatchObject({ code: 2, out: '' });
    expect(called.err).toContain('larger than 10 MB');
  });

  it('says how to end what is pasted into a terminal', async () => {
    const called = await call(['read'], { stdin: typed(WORDS), terminal: { out: true, err: true, in: true } });

    expect(called.err).toBe('Paste the posting, then press Ctrl-D.');
  });

  it('survives noise of any kind, and prints nothing that a terminal obeys', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.uint8Array({ minLength: 1, maxLength: 2_000 }), fc.string({ unit: 'binary', minLength: 1 })),
        async (noise) => {
          const called = await call(['read', '-'], { stdin: typed(Buffer.from(noise)) });

          expect([0, 2]).toContain(called.code);
          expect(called.out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
          for (const line of called.out.split('\n'))
            if (line.trim().includes(' ')) expect(widthOf(line)).toBeLessThanOrEqual(80);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('gives up at once when it is stopped while waiting', async () => {
    const talk = conversation();
    const stop = new AbortController();
    const running = call(['read', '-'], { stdin: talk.stdin, signal: stop.signal });

    stop.abort(new Error('Stopped; what was done so far is kept.'));

    const called = await running;
    expect(called.code).toBe(1);
    expect(called.err).toContain('Stopped;');
  });
});

const WHOLE = [
  'Utilization Review Nurse',
  '',
  'Requirements',
  '- Current Ohio RN license or compact license',
  '- Bachelor of Science in Nursing, or currently enrolled in an associate degree program',
  '- Two years of acute care experience',
  '',
  'Details',
  'Full-time, 36 hours per week, night shift.',
  'Pay: $38.00 - $52.00 per hour. In Texas the range is $36.00 to $49.00 per hour.',
  'Fully remote after six weeks of onsite training; must reside in Ohio or Indiana.',
  'Travel: up to 10%. Visa sponsorship is not available.',
  'Applications close December 12, 2026.',
].join('\n');
const factsOf = (out: string): string[] =>
  out
    .slice(out.indexOf('\nFacts\n') + 7)
    .split('\n')
    .filter((line) => !/^ *(?:“| \S.*”$|\()/.test(line));

describe('read prints', () => {
  it('every fact in plain words, and nothing that is not stated', async () => {
    const called = await call(['read', '-'], { stdin: typed(WHOLE) });

    expect(factsOf(called.out)).toEqual([
      '  occupation   Registered Nurses (documentation and review), SOC 29-1141',
      '               step 3 of 6 (specialist) in health information',
      '  pay          $38–$52 an hour',
      '               a full year: $79,040–$108,160 (2,080 hours a year)',
      '  other pay    $36–$49 an hour',
      '               a full year: $74,880–$101,920 (2,080 hours a year)',
      '  type         full-time',
      '  workplace    remote, after training',
      '  remote from  Ohio, Indiana',
      '  shift        night',
      '  hours        36 a week',
      '  travel       up to 10%',
      '  sponsorship  not offered',
      '  closes       Dec 12, 2026',
      '  language     English',
    ]);
    expect(called.out).not.toContain('Nothing was found');
  });

  it('the words that each fact rests on, or where else it stands', async () => {
    const called = await call(['read', '-'], { stdin: typed(WHOLE) });

    expect(called.out).toContain('health information\n               (in the title)\n');
    expect(called.out).toContain('Indiana\n               “must reside in Ohio or Indiana”\n');
    expect(called.out).toContain('(2,080 hours a year)\n               “Pay: $38.00 - $52.00 per hour”\n');
  });

  it('the state and the compact of a licence, and a degree that may be in progress', async () => {
    const called = await call(['read', '-'], { stdin: typed(WHOLE) });

    expect(called.out).toMatch(/^ {2}RN \(Ohio\) or RN \(compact\)$/m);
    expect(called.out.replace(/\s+/g, ' ')).toContain("associate's degree (in progress or finished)");
  });

  it('choices within choices part by part, where one line cannot hold them', async () => {
    const text =
      'Requirements: High school diploma with 6 years of coding experience, associate degree with 4 years, or bachelor’s degree with 2 years.';

    const called = await call(['read', '-', '--title', 'Coder'], { stdin: typed(text) });

    expect(called.out).toContain(
      [
        '  one of:',
        '    - high school diploma and 6 years of coding experience',
        "    - associate's degree and 4 years of experience",
        "    - bachelor's degree and 2 years of experience",
        '      “Requirements: High school diploma',
      ].join('\n'),
    );
  });

  it.each([
    ['RHIT required.', 'Nothing was found on pay, education, experience or workplace.'],
    ['RHIT required. Fully remote. $20 an hour. Two years of experience.', 'Nothing was found on education.'],
    ['Welcome!', 'Nothing was found on pay, education, credentials, experience or workplace.'],
  ])('what people look for and was not found: %s', async (text, says) => {
    const called = await call(['read', '-', '--title', 'Coder'], { stdin: typed(text) });

    expect(called.out.split('\n\n').at(-1)).toBe(says);
  });

  it('what the data of a page states, with the family of its employer and the coordinates of its place', async () => {
    const page = `<script type="application/ld+json">${JSON.stringify({
      '@type': 'JobPosting',
      title: 'Coder',
      hiringOrganization: { name: 'HCA Florida Lakeside Hospital' },
      jobLocation: { address: { addressLocality: 'Columbus', addressRegion: 'OH', addressCountry: 'US' } },
      employmentType: 'PART_TIME',
      validThrough: '2026-12-31',
      baseSalary: { currency: 'USD', value: { minValue: 50_000, maxValue: 60_000, unitText: 'YEAR' } },
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: { '@type': 'Country', name: 'USA' },
      description: '<p>CCS required.</p>',
    })}</script>`;

    const called = await call(['read', '-'], { stdin: typed(page) });

    expect(factsOf(called.out)).toEqual(
      expect.arrayContaining([
        '  employer     HCA Florida Lakeside Hospital',
        '               of the family HCA Healthcare',
        '  place        Columbus, OH, United States at 39.96, -83.00',
        '  pay          $50,000–$60,000 a year',
        '  type         part-time',
        '  workplace    remote',
        '  remote from  United States',
        '  closes       Dec 31, 2026',
      ]),
    );
    expect(called.out.match(/^ {15}\(in the data of the page\)$/gm)).toHaveLength(5);
  });

  it('what was said beside the text: employer, places, and the day that a closing day is counted from', async () => {
    const args = [
      '--employer',
      'Kaiser Permanente',
      '--place',
      'Columbus, OH; Greater Boston',
      '--posted',
      '2026-11-20',
    ];

    const called = await call(['read', '-', ...args], { stdin: typed('Coder\nApply by January 8.') });

    expect(factsOf(called.out)).toEqual(
      expect.arrayContaining([
        '               of the family Kaiser Permanente',
        '  place        Columbus, OH, United States at 39.96, -83.00',
        '  place        Boston, MA, United States (metropolitan area) at 42.36, -71.06',
        '  closes       Jan 8, 2027',
      ]),
    );
  });

  it.each(['tomorrow', '2026-13-01', ''])('nothing for a day of posting that is none: "%s"', async (day) => {
    const called = await call(['read', '-', '--posted', day], { stdin: typed('Coder') });

    expect(called).toMatchObject({ code: 2, out: '' });
    expect(called.err).toContain('is no day; write it as 2026-11-20.');
  });

  it('words that could not be read for certain as such', async () => {
    const called = await call(['read', '-'], {
      stdin: typed('Coder\nRequirements: CCS, or a nursing background that our director accepts'),
    });

    expect(called.out).toContain('  CCS or “nursing background that our director accepts”\n');
  });

  it('the same with colours as without, and only headings and quotes in them', async () => {
    const plain = await call(['read', '-'], { stdin: typed(WHOLE), env: { NO_COLOR: '1' } });
    const coloured = await call(['read', '-'], { stdin: typed(WHOLE), env: { FORCE_COLOR: '1' } });

    expect(plain.out).not.toContain(ESCAPE);
    expect(stripVTControlCharacters(coloured.out)).toBe(plain.out);
    expect(coloured.out).toContain(`${ESCAPE}[1mFacts${ESCAPE}[22m`);
    expect(coloured.out).toContain('\n  travel       up to 10%\n');
  });

  it('long quotes within the width of the terminal', async () => {
    const text = `Requirements: RHIT required ${'and a good mood on long and rainy days '.repeat(8)}`;

    const called = await call(['read', '-', '--title', 'Coder'], { stdin: typed(text), columns: 60 });

    expect(called.out).toContain('\n       ');
    for (const line of called.out.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(60);
  });
});

describe('read --json', () => {
  it('carries the whole reading, the places, and each pay as a yearly sum', async () => {
    const args = ['--json', '--employer', 'Kaiser Permanente', '--place', 'Columbus, OH', '--posted', '2026-11-20'];

    const called = await call(['read', '-', ...args], { stdin: typed(WHOLE) });

    expect(JSON.parse(called.out)).toMatchObject({
      title: 'Utilization Review Nurse',
      employer: 'Kaiser Permanente',
      places: [{ city: 'Columbus', region: 'OH', latitude: 39.96 }],
      postedAt: '2026-11-20',
      closesAt: '2026-12-12',
      reading: {
        pay: [{ min: 38 }, { min: 36 }],
        workplace: { mode: 'remote', afterTraining: true },
        schedule: { shifts: [{ shift: 'night' }], hoursPerWeek: { min: 36, max: 36 } },
        travel: { percent: 10 },
        sponsorship: { offered: false },
        occupation: { code: 'soc:29-1141' },
        employerFamily: { name: 'Kaiser Permanente' },
      },
      annualPay: [{ min: 79_040, max: 108_160, currency: 'USD', assumption: '2,080 hours a year' }, { min: 74_880 }],
    });
  });

  it('has no member for what is not known', async () => {
    const called = await call(['read', '-', '--json'], { stdin: typed('Coder') });

    const posting: object = JSON.parse(called.out);
    expect(Object.keys(posting)).toEqual(['title', 'places', 'text', 'reading', 'annualPay']);
  });
});

describe('read --jsonl', () => {
  const line = (id: string | number, text = 'RHIT required.'): string =>
    JSON.stringify({ id, title: 'Coder', company: 'Lakeside Health', location: 'Columbus, OH', text });
  const answers = (out: string): Record<string, unknown>[] =>
    // as: every line of the answer is an object
    out.split('\n').map((text) => JSON.parse(text) as Record<string, unknown>);

  it('answers one line a line, in order', async () => {
    const input = Array.from({ length: 50 }, (_, index) => line(index)).join('\n');

    const called = await call(['read', '--jsonl'], { stdin: typed(input), env: { FORCE_COLOR: '1' } });

    expect(called.code).toBe(0);
    expect(called.out).not.toContain(ESCAPE);
    expect(answers(called.out).map(({ id }) => id)).toEqual(Array.from({ length: 50 }, (_, index) => index));
  });

  it('answers with labels and the whole reading, occupation and family included', async () => {
    const called = await call(['read', '--jsonl'], { stdin: typed(line('a')) });

    const [answer] = answers(called.out);
    expect(answer).toMatchObject({
      id: 'a',
      reading: {
        requirements: [{ node: { kind: 'credential', id: 'rhit' } }],
        occupation: { code: 'soc:29-2072' },
        employerFamily: null,
      },
    });
  });

  it('answers a bad line with its number and goes on', async () => {
    const input = [
      line('a'),
      '{',
      '[]',
      '{"id":"x"}',
      '"words"',
      'null',
      '{"__proto__":1,"id":{},"text":""}',
      line('b'),
    ];

    const called = await call(['read', '--jsonl'], { stdin: typed(input.join('\n')) });

    const [first, ...others] = answers(called.out);
    expect(first).toMatchObject({ id: 'a' });
    expect(others.pop()).toMatchObject({ id: 'b' });
    expect(others).toEqual(
      [2, 3, 4, 5, 6, 7].map((number) => ({ line: number, error: expect.stringMatching(/^The line is no /) })),
    );
  });

  it('passes over empty lines and still counts them', async () => {
    const called = await call(['read', '--jsonl'], { stdin: typed(`\n${line('a')}\n\n\n{\n\n`) });

    expect(answers(called.out)).toMatchObject([{ id: 'a' }, { line: 5 }]);
  });

  it('takes CRLF, a byte order mark, and the line separators that JSON allows in text', async () => {
    const input = `\ufeff${line('a')}\r\n${line('b', 'One\u2028two\u2029three\u0085four RHIT required')}\r\n`;

    const called = await call(['read', '--jsonl'], { stdin: typed(input) });

    expect(answers(called.out)).toMatchObject([{ id: 'a' }, { id: 'b' }]);
  });

  it('answers a line of more than 10 MB without keeping it', async () => {
    const called = await call(['read', '--jsonl'], { stdin: typed(`${'x'.repeat(11 * 1024 * 1024)}\n${line('b')}\n`) });

    expect(answers(called.out)).toMatchObject([{ line: 1, error: 'The line is longer than 10 MB.' }, { id: 'b' }]);
  });

  it('answers each line before the next one comes, also when a character arrives in two pieces', async () => {
    const talk = conversation();
    const running = call(['read', '--jsonl'], { stdin: talk.stdin, out: talk.out });
    const accented = Buffer.from(`${line('é')}\n`);
    const middle = accented.indexOf(0xc3) + 1;

    talk.stdin.write(`${line('a')}\n`);
    const first = await talk.next();
    talk.stdin.write(accented.subarray(0, middle));
    talk.stdin.write(accented.subarray(middle));
    const second = await talk.next();
    talk.stdin.end(line('c'));
    const third = await talk.next();

    expect([first, second, third].flatMap(answers)).toMatchObject([{ id: 'a' }, { id: 'é' }, { id: 'c' }]);
    expect((await running).code).toBe(0);
  });
});
