import { type DefineCommand, EXIT, type GlobalOptions, type Io } from './io.ts';

interface ListOptions extends GlobalOptions {
  readonly all?: boolean;
  readonly tag?: string[];
  readonly json?: boolean;
}

export const define: DefineCommand = (command, io, finish) => {
  command.description('List, check, switch on and off, and reset boards.');

  command
    .command('list')
    .description('The boards that are on, with the outcome of their latest visit; --all for the whole catalogue.')
    .option('--all', 'every board of the catalogue')
    .option('--tag <tag...>', 'only boards with this tag')
    .option('--json', 'print JSON')
    .action(async (_options, self: typeof command) => {
      const { listBoardsFor, printBoards } = await import('./board-list.ts');
      const options: ListOptions = self.optsWithGlobals();
      const boards = await listBoardsFor(io, options);
      if (options.json) io.out(JSON.stringify(boards, null, 2));
      else printBoards(boards, options, io);
      finish(EXIT.ok);
    });

  command
    .command('check')
    .description('Visit boards now, store nothing, and say what came back.')
    .argument('<ids...>', 'boards to check')
    .option('--json', 'print JSON')
    .action(async (ids: string[], _options, self: typeof command) => {
      const { checkBoards } = await import('./board-check.ts');
      finish(await checkBoards(io, self.optsWithGlobals(), ids));
    });

  for (const [name, description] of [
    ['enable', 'Switch boards on, by id or tag, in rolewatch.yaml.'],
    ['disable', 'Switch boards off in rolewatch.yaml; their postings are kept.'],
  ] as const) {
    command
      .command(name)
      .description(description)
      .argument('<names...>', name === 'enable' ? 'ids or tags' : 'ids')
      .action(async (names: string[], _options, self: typeof command) => {
        await switchBoards(io, self.optsWithGlobals(), name, names);
        finish(EXIT.ok);
      });
  }

  command
    .command('reset')
    .description('Make boards due now, also blocked ones; do this after mending what stopped them.')
    .argument('<ids...>', 'boards to reset')
    .action(async (ids: string[], _options, self: typeof command) => {
      const { openContext } = await import('./open-context.ts');
      const { requireOn } = await import('./board-check.ts');
      const { resetBoards } = await import('../store/boards.ts');
      const context = await openContext(io, self.optsWithGlobals());
      try {
        requireOn(context.boards, ids);
        const count = await resetBoards(context.store.db, ids, context.clock().toISOString());
        io.out(`${count} ${count === 1 ? 'board is' : 'boards are'} due now.`);
        finish(EXIT.ok);
      } finally {
        await context.close();
      }
    });
};

async function switchBoards(
  io: Io,
  options: GlobalOptions,
  how: 'enable' | 'disable',
  names: readonly string[],
): Promise<void> {
  const { readFileSync, renameSync, writeFileSync } = await import('node:fs');
  const { UsageError } = await import('../errors.ts');
  const { loadCatalogue } = await import('../config/boards.ts');
  const { loadSettings } = await import('../config/settings.ts');
  const { disableBoard, enableBoard } = await import('../config/edit-settings.ts');
  const { ConfigError } = await import('../errors.ts');
  const { suggestion } = await import('../config/nearest.ts');
  const { homeOf } = await import('./open-home.ts');
  const home = homeOf(io, options);
  const { settings, problems } = loadSettings(home);
  if (!settings) throw new ConfigError(problems);
  const { boards } = loadCatalogue();
  const all = [...boards, ...settings.boards.add];
  const tags = new Set(all.flatMap((board) => board.tags));
  const known = new Set([...all.map(({ id }) => id), ...(how === 'enable' ? tags : [])]);
  for (const name of names) {
    if (known.has(name)) continue;
    if (tags.has(name)) {
      const fix = `take it out of boards.enable in ${home.settingsFile}, or name the boards: rolewatch boards list --tag ${name}.`;
      throw new UsageError(`${name} is a tag, and boards are switched off one by one; ${fix}`);
    }
    const near = suggestion(name, known);
    throw new UsageError(
      `There is no board ${name}; ${near ? `did you mean ${near}?` : 'see rolewatch boards list --all.'}`,
    );
  }
  let text = readFileSync(home.settingsFile, 'utf8');
  for (const name of names) text = how === 'enable' ? enableBoard(text, name) : disableBoard(text, name);
  const draft = `${home.settingsFile}.new`;
  writeFileSync(draft, text);
  renameSync(draft, home.settingsFile);
  io.out(`${names.join(', ')}: ${how}d in ${home.settingsFile}.`);
}
