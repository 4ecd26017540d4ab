import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadOccupations } from '../../src/config/occupations.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolewatch-occupations-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, ...lines: string[]) => writeFileSync(join(folder, name), lines.join('\n'));
const found = () =>
  loadOccupations(folder).problems.map(({ file, line, path, message, fix }) => [
    basename(file),
    line,
    path,
    message,
    fix,
  ]);

describe('loadOccupations', () => {
  it('names a title that belongs to two rows, in whatever order and number it is written', () => {
    write(
      'a.yaml',
      '- { code: soc:29-2072, title: Records, family: health, step: 1, titles: [inpatient coder, clerk] }',
    );
    write(
      'b.yaml',
      '- code: soc:29-9021',
      '  title: Registrars',
      '  family: health',
      '  step: 2',
      '  titles:',
      '    - registrar',
      '    - Coders, Inpatient',
      '    - registrars',
    );

    const problems = found();

    expect(problems).toEqual([
      ['b.yaml', 7, '[0].titles[1]', '"Coders, Inpatient" is also a title of "Records".', 'Keep one of the two.'],
      ['b.yaml', 8, '[0].titles[2]', '"registrars" is given twice.', 'Keep one of the two.'],
    ]);
  });

  it('names rows that are called alike, and codes of other systems that stand twice', () => {
    write(
      'a.yaml',
      '- { code: soc:29-2072, title: Records, family: health, step: 1, titles: [clerk], codes: [us-federal-series:0675] }',
      '- { code: soc:29-2072, title: Records, family: health, step: 2, titles: [coder], codes: [us-federal-series:0675] }',
    );

    const problems = found();

    expect(problems).toEqual([
      ['a.yaml', 2, '[1].title', '"Records" names two rows.', 'Add a note in brackets.'],
      ['a.yaml', 2, '[1].codes[0]', '"us-federal-series:0675" is also a code of "Records".', 'Keep one of the two.'],
    ]);
  });

  it('names titles that can never be met', () => {
    write(
      'a.yaml',
      '- { code: soc:29-2072, title: Records, family: health, step: 1, titles: [of the, video coder], notWith: [videos] }',
    );

    const problems = found();

    expect(problems).toEqual([
      ['a.yaml', 1, '[0].titles[0]', 'read "of the", which has no word.', 'Take it out.'],
      ['a.yaml', 1, '[0].titles[1]', 'has "video", which notWith shuts out.', 'Take it out.'],
    ]);
  });

  it('wants one official title for each code, with a note where it has several rows', () => {
    write(
      'a.yaml',
      '- { code: soc:29-2072, title: Records, family: health, step: 1, titles: [clerk] }',
      '- { code: soc:29-2072, title: Record (coders), family: health, step: 2, titles: [coder] }',
      '- { code: soc:29-9021, title: Registrars (cancer), family: health, step: 2, titles: [registrar] }',
    );

    const problems = found();

    expect(problems).toEqual([
      [
        'a.yaml',
        2,
        '[1].title',
        'read "Record (coders)", but no row has it without a note.',
        'The title of soc:29-2072 is "Records"; a note in brackets may follow.',
      ],
      [
        'a.yaml',
        3,
        '[2].title',
        'read "Registrars (cancer)", but no row has it without a note.',
        'Give one row of this code the title without a note in brackets.',
      ],
    ]);
  });

  it('names every field that has the wrong form, with its line', () => {
    write('a.yaml', '- code: "29-2072"', '  title: Records', '  family: Health', '  step: 9', '  titles: []');

    const problems = found();

    expect(problems.map(([, line, path]) => [line, path])).toEqual([
      [1, '[0].code'],
      [3, '[0].family'],
      [4, '[0].step'],
      [5, '[0].titles'],
    ]);
  });

  it('reads the shipped files without a problem', () => {
    const { occupations, problems } = loadOccupations();

    expect(problems).toEqual([]);
    expect(occupations.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Medical Records Specialists', 'Registered Nurses', 'Software Developers']),
    );
  });
});
