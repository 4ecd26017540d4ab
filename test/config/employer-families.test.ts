import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadEmployerFamilies } from '../../src/config/employer-families.ts';
import { employerKey } from '../../src/pipeline/normalize/keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'rolewatch-employers-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'employers.yaml');

function problemsOf(...lines: string[]) {
  writeFileSync(file, lines.join('\n'));
  return loadEmployerFamilies(employerKey, file).problems.map(({ line, path, message }) => [line, path, message]);
}

describe('loadEmployerFamilies', () => {
  it('names what stands in two families or twice in one, legal forms and case aside', () => {
    const problems = problemsOf(
      '- name: Lakeside Health',
      '  aliases: [Harbor Clinic, "Lakeside Health, Inc."]',
      '- { name: Fernwood, aliases: [HARBOR CLINIC LLC] }',
      '- { name: Oakdale, brands: [Fernwood, Oakdale] }',
      '- { name: Elmhill, brands: [Oakdale] }',
    );

    expect(problems).toEqual([
      [2, '[0].aliases[1]', '"Lakeside Health, Inc." is given twice.'],
      [3, '[1].aliases[0]', '"HARBOR CLINIC LLC" also belongs to "Lakeside Health".'],
      [5, '[3].brands[0]', '"Oakdale" also belongs to "Oakdale".'],
    ]);
  });

  it.each([
    'Mercy',
    "St. Mary's Hospital",
    'Saint Joseph Medical Center',
    'The University Hospital',
    'Memorial Health System',
    'Mount Carmel Hospital',
    'Community Regional Medical Ctr., Inc.',
  ])('refuses %s, which many employers are called', (name) => {
    const problems = problemsOf('- name: Lakeside Health', `  aliases: [${JSON.stringify(name)}]`);

    expect(problems).toEqual([
      [2, '[0].aliases[0]', `read ${JSON.stringify(name)}, a name that many employers share.`],
    ]);
  });

  it('refuses a name without a word, and one that is no text', () => {
    const problems = problemsOf('- name: Lakeside Health', '  aliases: ["--"]', '- { name: [Harbor] }');

    expect(problems).toEqual([[3, '[1].name', 'read a list, but a text is needed.']]);
    expect(problemsOf('- name: Lakeside Health', '  aliases: ["--"]')).toEqual([
      [2, '[0].aliases[0]', 'read "--", a name that many employers share.'],
    ]);
  });

  it('reads the shipped file without a problem', () => {
    const { families, problems } = loadEmployerFamilies(employerKey);

    expect(problems).toEqual([]);
    expect(families.length).toBeGreaterThan(40);
  });
});
