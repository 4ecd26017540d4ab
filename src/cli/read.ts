import { Option } from 'commander';
import { type DefineCommand, EXIT, type GlobalOptions, type Io } from './io.ts';

interface ReadOptions extends GlobalOptions {
  readonly jsonl?: boolean;
  readonly json?: boolean;
  readonly title?: string;
  readonly employer?: string;
  readonly place?: string;
  readonly posted?: string;
}

export const define: DefineCommand = (command, io, finish) => {
  command
    .description(
      'Read one posting (text or HTML) and print what was understood, each value with the words it rests on.',
    )
    .argument('[file]', 'a file, or - for stdin', '-')
    .option('--title <title>', 'the title, when the text does not begin with it')
    .option('--employer <name>', 'the employer, to know its family')
    .option('--place <place>', 'where it is: "Columbus, OH"; several are joined by ;')
    .option('--posted <day>', 'the day of posting, for closing days without a year')
    .option('--json', 'print the reading as JSON')
    .addOption(
      new Option(
        '--jsonl',
        'read one {id,title,company,location,text} a line, answer one JSON object a line',
      ).conflicts(['title', 'employer', 'place', 'posted']),
    )
    .action(async (file: string, _options, self: typeof command) => {
      const options: ReadOptions = self.optsWithGlobals();
      const input = await inputOf(file, io);
      const { linesOf, readText } = await import('./input.ts');
      const { loadShippedCredentials } = await import('./shipped-credentials.ts');
      const { knowledgeOf } = await import('../pipeline/normalize/knowledge.ts');
      const credentials = new Map(loadShippedCredentials().map((row) => [row.id, row]));
      const knowledge = knowledgeOf(credentials);
      if (options.jsonl) {
        const { readLine } = await import('./read-line.ts');
        let number = 0;
        for await (const line of linesOf(input, io.signal)) {
          number++;
          if (line?.trim() !== '') io.out(JSON.stringify(readLine(line, number, knowledge)));
        }
      } else {
        const { draftOf } = await import('./read-input.ts');
        const { normalizeDraft } = await import('../pipeline/normalize/normalize-draft.ts');
        const { printReading, readingJson } = await import('./reading-page.ts');
        const draft = draftOf(await readText(input, io.signal), options, io.clock());
        const posting = normalizeDraft(draft, { id: '', origin: 'employer' }, knowledge);
        if (options.json) io.out(JSON.stringify(readingJson(posting), null, 2));
        else printReading(posting, draft, credentials, io);
      }
      finish(EXIT.ok);
    });
};

async function inputOf(file: string, io: Io): Promise<NodeJS.ReadableStream> {
  if (file === '-') {
    if (io.terminal.in) io.err('Paste the posting, then press Ctrl-D.');
    return io.stdin;
  }
  const { open } = await import('node:fs/promises');
  const path = await import('node:path');
  const { UsageError } = await import('../errors.ts');
  const why = (reason: string): Error =>
    new UsageError(`${file} cannot be read (${reason}); give a file, or - for stdin.`);
  try {
    const handle = await open(path.resolve(io.cwd, file));
    if ((await handle.stat()).isDirectory()) {
      await handle.close();
      throw why('it is a folder');
    }
    return handle.createReadStream();
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      throw why(error.code === 'ENOENT' ? 'there is none' : String(error.code));
    throw error;
  }
}
