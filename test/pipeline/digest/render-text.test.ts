import { describe, expect, it } from 'vitest';
import { renderText } from '../../../src/pipeline/digest/render-text.ts';
import { HOSTILE } from './hostile.ts';
import { candidate, finding, realistic, sampleView, withWords } from './sample.ts';

describe('renderText', () => {
  it('tells everything about an opening', () => {
    const lines = renderText(sampleView()).split('\n');

    expect(lines).toEqual(
      expect.arrayContaining([
        'New openings for Sam Rivera',
        'Friday, November 20, 2026',
        'You qualify for 2 new openings, 1 cannot be decided, 31 lack more than',
        'one thing.',
        'YOU QUALIFY (2)',
        'Inpatient Coding Specialist',
        'https://careers.lakeside-health.example/openings/1?ref=list&lang=en',
        'You qualify, with a condition',
        '$31.50–$44.10 an hour',
        '  ✓ RHIA or RHIT: you hold RHIT',
        '    “RHIA or RHIT certification required.”',
        'Details: rolewatch show 101',
        '  rolewatch query --verdict ineligible',
      ]),
    );
  });

  it('shows what lacks one thing in a section of its own behind the undecided ones', () => {
    const near = candidate({ id: 104 }, { verdict: 'near', findings: [finding({ state: 'not-met', asks: 'CCS' })] });
    const unknown = candidate({ id: 105 }, { verdict: 'unknown' });

    const text = renderText(sampleView({ candidates: [near, unknown] }));

    expect(text).toContain('\nOne thing is missing: CCS\n');
    expect(text.indexOf('CANNOT BE DECIDED FROM THE WORDS (1)')).toBeLessThan(text.indexOf('ONE THING IS MISSING (1)'));
  });

  it('keeps to 72 columns, addresses excepted', () => {
    const views = [
      sampleView({ limit: 200, candidates: realistic(200) }),
      withWords('w'.repeat(300)),
      withWords('👩'.repeat(300)),
      ...HOSTILE.map(withWords),
    ];

    for (const line of views.flatMap((view) => renderText(view).split('\n'))) {
      if (!line.startsWith('https://')) expect(line.length).toBeLessThanOrEqual(72);
      expect(line.isWellFormed()).toBe(true);
    }
  });

  it('breaks lines between words and loses none', () => {
    const title = `${'several words that do not fit on one line '.repeat(3)}end`;

    const text = renderText(sampleView({ candidates: [candidate({ title })] }));

    expect(text.replace(/\s+/g, ' ')).toContain(title);
  });

  it('shows no address that is not http', () => {
    const text = renderText(sampleView({ candidates: [candidate({ url: 'javascript:alert(1)' })] }));

    expect(text).not.toContain('javascript');
  });

  it('stays calm when there is nothing', () => {
    const text = renderText(sampleView({ candidates: [], beyond: {}, silentBoards: [] }));

    expect(text).toBe(
      'Nothing new for Sam Rivera\nFriday, November 20, 2026\n\nNo new openings this time.\n\n41 boards checked, 3,204 openings open.\n',
    );
  });
});
