import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAlertMail } from '../../src/sources/mail.ts';
import { readLinkedInMail } from '../../src/sources/mail-linkedin.ts';
import { readZipRecruiterMail } from '../../src/sources/mail-ziprecruiter.ts';

const savedMail = (name: string, folder = 'mails') =>
  readFileSync(new URL(`folder/cases/${folder}/saved/${name}`, import.meta.url), 'utf8');
const read = (text: string) => readAlertMail(Buffer.from(text));

describe('readAlertMail', () => {
  it.each(['linkedin.eml', 'zip/with-html.eml', 'zip/text-only.eml'])('lets no token of %s through', async (name) => {
    const text = savedMail(name);

    const mail = await read(text);

    expect(text).toMatch(/TOKEN/);
    expect(JSON.stringify(mail)).not.toMatch(/TOKEN|MIDSIG|CONTACT|trackingId|\/comm\/|\/km\//);
    expect(mail).toHaveProperty('postings');
  });

  it('takes the newest Authentication-Results line, not an older one that the sender may have written', async () => {
    const forged = `Authentication-Results: mta.reader.example; dmarc=fail header.from=linkedin.com\n${savedMail('linkedin.eml')}`;

    const mail = await read(forged);

    expect(mail).toEqual({ reason: expect.stringContaining('not verified') });
  });

  it('takes the verified domain, whatever the From line says', async () => {
    const other = savedMail('linkedin.eml').replace(
      'header.from=linkedin.com',
      'header.from=linkedin.com.alerts.example',
    );

    const mail = await read(other);

    expect(mail).toEqual({ reason: expect.stringContaining('not known') });
  });

  it('says so when a known sender sends no posting', async () => {
    const empty = savedMail('no-postings.eml', 'mostly-bad');

    const mail = await read(empty);

    expect(mail).toEqual({ reason: expect.stringContaining('no posting was found') });
  });

  it('never throws, whatever the mail holds', async () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '\n',
        '\n\n',
        'Authentication-Results: x; dmarc=pass header.from=linkedin.com\n',
        'Content-Type: multipart/alternative; boundary="b"\n',
        '--b\n',
        '--b--',
        'Content-Type: text/html\n',
        'Content-Transfer-Encoding: base64\n',
        'https://www.linkedin.com/comm/jobs/view/12345678/',
      ),
    );

    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (pieces) => {
        await read(pieces.join(''));
      }),
      { numRuns: 50 },
    );
  });
});

describe('readLinkedInMail', () => {
  const link = 'https://www.linkedin.com/comm/jobs/view/5550000009/?otpToken=TOKEN';

  it('reads the older form with a blank line above the link', async () => {
    const text = `Your job alert\n\nCoder  \nLakeside Health  \nToledo, OH  \n\nView job: ${link}\n`;

    const postings = await readLinkedInMail({ text, html: '' });

    expect(postings).toEqual([
      {
        id: '5550000009',
        url: 'https://www.linkedin.com/jobs/view/5550000009/',
        title: 'Coder',
        employer: 'Lakeside Health',
        place: 'Toledo, OH',
      },
    ]);
  });

  it('reads a block whose label is in another language, and none that lacks a line', async () => {
    const text = `Coder\nLakeside\nToledo\nJob ansehen: ${link}\n${'-'.repeat(57)}\nCoder\nView job: https://www.linkedin.com/jobs/view/5550000010\n`;

    const postings = await readLinkedInMail({ text, html: '' });

    expect(postings.map(({ id }) => id)).toEqual(['5550000009']);
  });

  it('never throws and is linear for any text', async () => {
    const piece = fc.constantFrom(
      'a\n',
      '\n',
      '-'.repeat(57),
      link,
      '\n\n',
      '<td data-test-id="job-card">',
      '<a href="',
      '">',
      ' · ',
      '<p>',
      '</p>',
    );

    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        await readLinkedInMail({ text: pieces.join(''), html: pieces.join('') });
      }),
    );
  });
});

describe('readZipRecruiterMail', () => {
  it('marks pay that the board guessed', async () => {
    const html = `<table id="zr-job-card-0"><tr><td><a id="zr-job-title-A1" title="Coder" href="x">Coder</a><ul><li>Elm</li><li>Remote</li><li><img alt="Salary Coin">Estimated Pay $20 / hr</li></ul></td></tr></table>`;

    const postings = await readZipRecruiterMail({ text: '', html });

    expect(postings).toEqual([
      expect.objectContaining({ id: 'A1', employer: 'Elm', place: 'Remote', pay: '$20 / hr', payEstimated: true }),
    ]);
  });

  it('gives the same id to the same posting in two mails without ids', async () => {
    const text = (token: string) => `Coder\n<https://www.ziprecruiter.com/km/${token}>\n* Elm\n* Toledo, OH\n`;

    const [first] = await readZipRecruiterMail({ text: text('AAA'), html: '' });
    const [second] = await readZipRecruiterMail({ text: text('BBB'), html: '' });

    expect(first?.id).toBe(second?.id);
    expect(first?.url).not.toContain('AAA');
  });
});
