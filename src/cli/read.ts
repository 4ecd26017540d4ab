import { createInterface } from 'node:readline';
import { type DefineCommand, EXIT, type GlobalOptions } from './io.ts';

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
    .option('--jsonl', 'read one {id,title,company,location,text} a line, answer one JSON object a line')
    .action(async (file: string, _options, self: typeof command) => {
      const options: ReadOptions = self.optsWithGlobals();
      const { createReadStream } = await import('node:fs');
      const { loadShippedCredentials } = await import('./shipped-credentials.ts');
      const { compileCatalogue } = await import('../pipeline/normalize/credential-index.ts');
      const credentials = loadShippedCredentials();
      const index = compileCatalogue(credentials);
      const input = file === '-' ? io.stdin : createReadStream(file);
      if (options.jsonl) {
        const { readLine } = await import('./read-line.ts');
        let number = 0;
        for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
          number++;
          if (line.trim() !== '') io.out(JSON.stringify(readLine(line, number, index)));
        }
      } else {
        const { readText, postingOf, printReading } = await import('./reading-page.ts');
        const posting = postingOf(await readText(input), options.title, io.clock());
        const { readPosting } = await import('../pipeline/normalize/read-posting.ts');
        const reading = readPosting(posting, index);
        if (options.json) io.out(JSON.stringify({ ...posting, reading }, null, 2));
        else printReading(posting, reading, new Map(credentials.map((row) => [row.id, row.name])), io);
      }
      finish(EXIT.ok);
    });
};
