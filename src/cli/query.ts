import { InvalidArgumentError, Option } from 'commander';
import { type DefineCommand, EXIT, type GlobalOptions } from './io.ts';

interface QueryOptions extends GlobalOptions {
  readonly remote?: boolean;
  readonly verdict?: string[];
  readonly employer?: string;
  readonly within?: number;
  readonly closed?: boolean;
  readonly limit: number;
  readonly profile?: string;
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly csv?: boolean;
  readonly md?: boolean;
  readonly sort: Sort;
  readonly offset?: number;
}

type Sort = (typeof SORTS)[number];
const SORTS = ['score', 'date'] as const;
const FORMATS = ['json', 'jsonl', 'csv', 'md'] as const;

/** The newest this many hits of the full-text search are held against the other filters. */
const MOST_HITS = 500;

export const define: DefineCommand = (command, io, finish) => {
  command
    .description('Search the openings that were found: words, "phrases", -exclusions. Best match first.')
    // An exclusion looks like an option; the action tells the two apart.
    .allowUnknownOption()
    .addHelpText('after', EXAMPLES)
    .argument('[words...]', 'what the opening must speak of')
    .option('--remote', 'remote openings only')
    .addOption(
      new Option('--verdict <verdict...>', 'only openings with this verdict').choices([
        'eligible',
        'eligible-soon',
        'near',
        'ineligible',
        'unknown',
      ]),
    )
    .option('--employer <words>', 'only employers with these words in their name')
    .option('--within <days>', 'posted within this many days', wholeNumber(MOST_DAYS))
    .option('--closed', 'closed openings too')
    .option('--limit <count>', 'at most this many', wholeNumber(MOST_LINES), 20)
    .option('--offset <count>', 'leave out the first ones', wholeNumber(MOST_OFFSET))
    .addOption(new Option('--sort <by>', 'best first, or newest first').choices(SORTS).default('score'))
    .option('--profile <id>', 'whose verdicts to show; else the first profile')
    .addOption(new Option('--json', 'print JSON').conflicts(['jsonl', 'csv', 'md']))
    .addOption(new Option('--jsonl', 'print a line of JSON for each opening').conflicts(['csv', 'md']))
    .addOption(new Option('--csv', 'print a table for spreadsheets').conflicts('md'))
    .option('--md', 'print a Markdown table')
    .action(async (words: string[], _options, self: typeof command) => {
      const options: QueryOptions = self.optsWithGlobals();
      const wrong = words.find((word) => word.startsWith('--'));
      if (wrong !== undefined) self.error(`error: unknown option '${wrong}'`);
      const { openForReading } = await import('./open-reading.ts');
      const { queryOpenings } = await import('../store/query.ts');
      const { searchOpenings } = await import('../store/search.ts');
      const reading = await openForReading(io, options);
      try {
        const { db, dialect } = reading.store;
        const text = words.join(' ');
        const found = text === '' ? undefined : await searchOpenings(db, dialect, text, MOST_HITS);
        const lines = await queryOpenings(db, {
          profileId: reading.profileId(options.profile),
          found,
          remote: options.remote === true,
          verdicts: options.verdict ?? [],
          employer: options.employer,
          postedSince:
            options.within === undefined
              ? undefined
              : new Date(io.clock().getTime() - options.within * 86_400_000).toISOString().slice(0, 10),
          closed: options.closed === true,
          limit: options.limit,
          offset: options.offset ?? 0,
          sort: options.sort,
        });
        const { printAs } = await import('./opening-formats.ts');
        printAs(FORMATS.find((format) => options[format] === true) ?? 'table', lines, io);
        finish(EXIT.ok);
      } finally {
        await reading.close();
      }
    });
};

const MOST_DAYS = 36_500;
const MOST_LINES = 10_000;
const MOST_OFFSET = 1_000_000;

const EXAMPLES = `
Examples:
  rolewatch query coder -trainee --remote
  rolewatch query '"release of information"' --within 7`;

function wholeNumber(most: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : 0;
    if (number >= 1 && number <= most) return number;
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${most}.`);
  };
}
