import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { call, typed } from '../kit/command-line.ts';

const PAGE = new URL('../../docs/reading.md', import.meta.url);

/** The examples of the page: a command, what it is given on stdin, and what it prints. */
const examples = [
  ...readFileSync(PAGE, 'utf8').matchAll(/```console\n\$ rolewatch ([^\n]+) <<'END'\n([^`]*?)\nEND\n([^`]*?)\n```/g),
].map(([, command = '', given = '', printed = '']) => ({ command, given, printed }));

describe('docs/reading.md', () => {
  it('has its examples in a form that can be run', () => {
    const blocks = readFileSync(PAGE, 'utf8').match(/```console/g) ?? [];

    expect(examples.length).toBeGreaterThanOrEqual(8);
    expect(blocks).toHaveLength(examples.length);
  });

  it.each(examples)('shows what is printed for $given', async ({ command, given, printed }) => {
    const called = await call(wordsOf(command), { stdin: typed(`${given}\n`) });

    expect(called).toEqual({ code: 0, err: '', out: printed });
  });
});

/** The words of a command line; those in double quotes are one. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}
