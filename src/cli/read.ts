import { Option } from 'commander';
import { type DefineCommand, EXIT, type GlobalOptions, type Io } from './io.ts';

interface ReadOptions extends GlobalOptions {
  readonly jsonl?: boolean;
  readonly json?: boolean;
  readonly title?: string;
}

export const define: DefineCommand = (command, io, finish) => {
  command
    .description(
      'Read one posting (text or HTML) and print what was understood, requirement by requirement with the quoted words.',
    )
    .argument('[file]', 'a file, or - for stdin', '-')
    .option('--title <title>', 'the title, when the text does not begin with it')
    .option('--json', 'print the reading as JSON')
    .addOption(
      new Option(
        '--jsonl',
        'read one {id,title,company,location,text} a line, answer one JSON object a line',
      ).conflicts('title'),
    )
    .action(async (file: string, _options, self: typeof command) => {
      const options: ReadOptions = self.optsWithGlobals();
      const input = await inputOf(file, io);
      const { linesOf, readText } = await import('./input.ts');
      const { loadShippedCredentials } = await import('./shipped-credentials.ts');
      const { compileCatalogue } = await import('../pipeline/normalize/credential-index.ts');
      const credentials = loadShippedCredentials();
      const index = compileCatalogue(credentials);
      if (options.jsonl) {
        const { readLine } = await import('./read-line.ts');
        let number = 0;
        for await (const line of linesOf(input, io.signal)) {
          number++;
          if (line?.trim() !== '') io.out(JSON.stringify(readLine(line, number, index)));
        }
      } else {
        const { postingOf, printReading } = await import('./reading-page.ts');
        const posting = postingOf(await readText(input, io.signal), options.title, io.clock());
        const { readPosting } = await import('../pipeline/normalize/read-posting.ts');
        const reading = readPosting(posting, index);
        if (options.json) io.out(JSON.stringify({ ...posting, reading }, null, 2));
        else printReading(posting, reading, new Map(credentials.map((row) => [row.id, row])), io);
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
