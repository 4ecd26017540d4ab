import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PostingDraft } from '../../src/model/posting.ts';
import { draftFromJobPosting, extractJobPostings, mainJobPosting } from '../../src/sources/json-ld.ts';

const RECEIVED = '2026-11-20T08:00:00Z';
const PAGE = 'https://careers.lakeside.example/job/1';

const block = (text: string) => `<script type="application/ld+json">${text}</script>`;

describe('extractJobPostings', () => {
  it('finds nothing in a page without data, in broken blocks, and in other types', () => {
    const page = `${block('{"@type":"Organization"}')}${block('{broken')}${block('')}<p itemprop="title">x</p>`;

    const found = extractJobPostings(page);

    expect(found).toEqual([]);
  });

  it('keeps the good block beside a broken one', () => {
    const page = `${block('{"@type":"JobPosting","title":"Coder"}')}${block('{"@type":')}`;

    const found = extractJobPostings(page);

    expect(found).toEqual([{ '@type': 'JobPosting', title: 'Coder' }]);
  });

  it('parses the page when a scan for script tags is misled by a ">" inside an attribute', () => {
    const page = `<script data-a="a>b" type="application/ld+json">{"@type":"JobPosting","title":"Coder"}</script>`;

    const found = extractJobPostings(page);

    expect(found).toHaveLength(1);
  });

  it('gives a repeated block once', () => {
    const page = block('{"@type":"JobPosting","title":"Coder"}').repeat(3);

    const found = extractJobPostings(page);

    expect(found).toHaveLength(1);
  });

  it('leaves out a value that is nested without sense', () => {
    const page = block(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);

    const found = extractJobPostings(page);

    expect(found).toEqual([]);
  });

  it.each([
    ['unclosed scripts', '<script type="application/ld+json">'],
    ['openings without an end', '<script '],
    ['raw control characters', `${'<script type="application/ld+json">'}"\u0001`],
    ['nested microdata', '<div itemscope itemtype="http://schema.org/JobPosting"><b itemprop=title>'],
    ['deep tags and strange ends, ld+json', '<b><script type=ld+json>application/ld+json</script></x>'],
  ])('takes time in proportion to the page: %s', (_, part) => {
    const page = part.repeat(Math.ceil(1_000_000 / part.length));
    const start = performance.now();

    extractJobPostings(page);

    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe('mainJobPosting', () => {
  it('takes the posting that names the page before longer ones', () => {
    const own = { '@type': 'JobPosting', title: 'Own', url: `${PAGE}/?source=x` };
    const other = { '@type': 'JobPosting', title: 'Other', description: 'long '.repeat(50) };

    const main = mainJobPosting([other, own], PAGE);

    expect(main).toBe(own);
  });

  it('takes the longest when none names the page', () => {
    const short = { title: 'Short', description: 'x' };
    const long = { title: 'Long', description: 'xxx' };

    const main = mainJobPosting([short, long], PAGE);

    expect(main).toBe(long);
  });
});

describe('draftFromJobPosting', () => {
  it.each([
    ['the page when there is none', undefined, PAGE],
    ['its own on the same host', `${PAGE}?lang=en`, `${PAGE}?lang=en`],
    ['its own on a host of the same site', 'https://lakeside.example/jobs/1', 'https://lakeside.example/jobs/1'],
    ['the page for another site', 'https://employer.example/jobs/1', PAGE],
    ['the page for a home page', 'https://careers.lakeside.example/', PAGE],
    ['the page for no web address', 'javascript:alert(1)', PAGE],
    ['the page for a relative one', '/job/1', PAGE],
    ['the page for one with a password', 'https://a:b@careers.lakeside.example/job/1', PAGE],
  ])('gives as address %s', (_, url, expected) => {
    const parts = draftFromJobPosting({ url }, PAGE, RECEIVED);

    expect(parts.url).toBe(expected);
  });

  it('does not repeat a section that the description already holds', () => {
    const posting = { description: '<p>Code.</p><p>CCS required</p>', qualifications: 'CCS required', skills: 'Excel' };

    const parts = draftFromJobPosting(posting, PAGE, RECEIVED);

    expect(parts.description).toBe('<p>Code.</p><p>CCS required</p>\n<h3>Skills</h3>\n<p>Excel</p>');
  });

  it('drops a posting date that lies after the visit, and keeps one of the same day', () => {
    const future = draftFromJobPosting({ datePosted: '2026-11-21' }, PAGE, RECEIVED);
    const today = draftFromJobPosting({ datePosted: '2026-11-20' }, PAGE, RECEIVED);

    expect(future.postedAt).toBeUndefined();
    expect(today.postedAt).toBe('2026-11-20');
  });

  it('makes of any JSON whatever a draft of the known form', () => {
    const members = [
      'title',
      'url',
      'description',
      'hiringOrganization',
      'jobLocation',
      'baseSalary',
      'datePosted',
      'validThrough',
      'employmentType',
      'identifier',
      'jobLocationType',
      'applicantLocationRequirements',
      'experienceRequirements',
      'estimatedSalary',
      'occupationalCategory',
      'address',
      'addressCountry',
      'addressRegion',
      'value',
      'minValue',
      'name',
      '__proto__',
      'constructor',
    ];
    const { posting } = fc.letrec((tie) => ({
      posting: fc.dictionary(fc.constantFrom(...members), tie('value'), { maxKeys: 12 }),
      value: fc.oneof(
        { depthSize: 'small' },
        fc.string(),
        fc.double(),
        fc.constantFrom(
          null,
          true,
          '',
          'N/A',
          '2026-02-31',
          '2026-11-10',
          'http://x',
          '$1,000',
          '&lt;p&gt;',
          'Remote',
          'DD',
        ),
        fc.array(tie('value'), { maxLength: 4 }),
        tie('posting'),
      ),
    }));

    fc.assert(
      fc.property(posting, (value) => {
        // made of JSON text, as it is in life
        const parts = draftFromJobPosting(JSON.parse(JSON.stringify(value)), PAGE, RECEIVED);
        const draft = { title: 'x', employer: 'x', ...parts, externalId: 'x' };
        expect(PostingDraft.safeParse(draft).error).toBeUndefined();
      }),
    );
  });

  it('never throws on any page', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '<script type="application/ld+json">',
        '</script>',
        '{"@type":"JobPosting"',
        ',',
        '}',
        '"',
        '\\',
        '<!--',
        '-->',
        '<',
        '>',
        '&quot;',
        '\n',
        '[',
        ']',
        '<div itemscope itemtype="http://schema.org/JobPosting">',
        '<b itemprop="title">',
        '</div>',
        '</b>',
      ),
      { maxLength: 60 },
    );

    fc.assert(
      fc.property(pieces, (parts) => {
        const found = extractJobPostings(parts.join(''));
        for (const posting of found) draftFromJobPosting(posting, PAGE, RECEIVED);
      }),
    );
  });
});
