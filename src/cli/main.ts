import { Command, CommanderError } from 'commander';
import { ConfigError, UsageError } from '../errors.ts';
import { type DefineCommand, EXIT, type ExitCode, type Io } from './io.ts';
import { oneLine, paint, shorten } from './terminal.ts';
import { version } from './version.ts';

/** Every command: its one line of help, and the module that is loaded when it is called. */
const COMMANDS: Readonly<Record<string, { summary: string; load: () => Promise<{ define: DefineCommand }> }>> = {
  init: { summary: 'create a home folder: settings and your profile', load: () => import('./init.ts') },
  profile: { summary: 'make a profile from your résumé, check what it lacks', load: () => import('./profile.ts') },
  run: { summary: 'visit the boards that are due and write the digests', load: () => import('./run.ts') },
  query: { summary: 'search the openings that were found', load: () => import('./query.ts') },
  show: { summary: 'print one opening with all its copies', load: () => import('./show.ts') },
  explain: { summary: 'say why an opening fits you or not, with its own words', load: () => import('./explain.ts') },
  'why-not': { summary: 'say why an opening is not in your digest', load: () => import('./why-not.ts') },
  advise: { summary: 'say which next step would open most doors', load: () => import('./advise.ts') },
  rules: { summary: 'show how many openings each rule of your profile hides', load: () => import('./rules.ts') },
  read: { summary: 'read one posting from stdin and say what was understood', load: () => import('./read.ts') },
  replay: { summary: 'show what newer reading rules would change', load: () => import('./replay.ts') },
  digest: { summary: 'preview or send the next digest', load: () => import('./digest.ts') },
  boards: { summary: 'list, check, switch and reset boards', load: () => import('./boards.ts') },
  worker: { summary: 'run the pipeline as BullMQ workers (needs REDIS_URL)', load: () => import('./worker.ts') },
  schedule: { summary: 'put the schedule into Redis (needs REDIS_URL)', load: () => import('./schedule.ts') },
  migrate: { summary: 'bring the database schema up to date', load: () => import('./migrate.ts') },
  config: { summary: 'check the configuration, print its JSON Schema', load: () => import('./config.ts') },
  doctor: { summary: 'check this installation and say what to mend', load: () => import('./doctor.ts') },
  demo: { summary: 'run everything over the bundled sample boards', load: () => import('./demo.ts') },
};

/** Runs one command line; returns the exit code. Never throws. */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  const finish = (ended: ExitCode): void => {
    code = ended;
  };
  try {
    const program = newProgram(io);
    const called = calledCommand(args);
    for (const [name, { summary, load }] of Object.entries(COMMANDS)) {
      const command = program.command(name).summary(summary).description(sentence(summary));
      if (name === called) (await load()).define(command, io, finish);
    }
    // Only here, where a wrong command is an argument too many; the commands must not inherit it.
    program.allowExcessArguments(true);
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    code = explainFailure(error, args.includes('--debug'), io);
  }
  return code;
}

function newProgram(io: Io): Command {
  return (
    new Command('rolewatch')
      .description('Reads job boards on a schedule and says, with quoted words, which openings your credentials fit.')
      .helpCommand('help [command]', 'display help for command')
      // Without the usual -V: it would swallow the exclusion in rolewatch query coder -Veterans.
      .version(version, '--version')
      .option('--home <folder>', 'folder with rolewatch.yaml and profiles/')
      .option('--debug', 'show stack traces and the log')
      .exitOverride()
      .configureOutput({
        writeOut: (text) => io.out(text.trimEnd()),
        writeErr: (text) => io.err(text.trimEnd()),
      })
      .showHelpAfterError('(add --help for the options)')
      .action(async (_options, program: Command) => {
        const [wrong] = program.args;
        if (wrong === undefined)
          throw new UsageError('Say what to do, for example rolewatch demo; see rolewatch --help.');
        const { suggestion } = await import('../config/nearest.ts');
        const near = suggestion(wrong, Object.keys(COMMANDS));
        const fix = near === undefined ? 'see rolewatch --help.' : `did you mean ${near}?`;
        throw new UsageError(`There is no command ${shorten(oneLine(wrong), 60)}; ${fix}`);
      })
  );
}

/** The command's name: the first word that is not the value of `--home`. */
function calledCommand(args: readonly string[]): string | undefined {
  return args.find((arg, index) => Object.hasOwn(COMMANDS, arg) && args[index - 1] !== '--home');
}

function explainFailure(error: unknown, debug: boolean, io: Io): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (debug && error instanceof Error && error.stack) io.err(error.stack);
  if (error instanceof ConfigError) {
    const count = error.problems.length;
    io.err(
      paint('red', count === 1 ? 'The configuration has a problem:' : `The configuration has ${count} problems:`, io),
    );
    for (const line of error.message.split('\n')) io.err(`  ${line}`);
    return EXIT.usage;
  }
  if (error instanceof UsageError) {
    io.err(paint('red', error.message, io));
    return EXIT.usage;
  }
  const message = error instanceof Error ? error.message : String(error);
  io.err(paint('red', `${message.split('\n')[0]}`, io));
  if (!debug) io.err('Run it again with --debug to see where this happened.');
  return EXIT.failed;
}

function sentence(summary: string): string {
  return `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
}

/** Runs the command line of this process. */
export async function start(): Promise<void> {
  const stop = new AbortController();
  const stopOnce = (): void => {
    if (stop.signal.aborted) process.exit(130);
    stop.abort(new Error('Stopped; what was done so far is kept.'));
  };
  process.on('SIGINT', stopOnce).on('SIGTERM', stopOnce);
  // A reader that has seen enough (`| head`) closes the pipe; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.ok);
    throw error;
  });
  const code = await main(process.argv.slice(2), {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    progress: (text) => void process.stderr.write(text),
    stdin: process.stdin,
    env: process.env,
    cwd: process.cwd(),
    // Some pseudo-terminals report a width of 0.
    columns: process.stdout.columns || 80,
    terminal: {
      out: process.stdout.isTTY === true,
      err: process.stderr.isTTY === true,
      in: process.stdin.isTTY === true,
    },
    clock: () => new Date(),
    signal: stop.signal,
  });
  // All work is done. Left alone, Node would wait for the end of compilations that nobody needs any more.
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  process.exit(code);
}

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}
