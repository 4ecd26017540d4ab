import { type DefineCommand, EXIT, type GlobalOptions } from './io.ts';

interface InitOptions extends GlobalOptions {
  readonly yes?: boolean;
  readonly template: string;
}

export const define: DefineCommand = (command, io, finish) => {
  command
    .description('Create a home folder: rolewatch.yaml, a profile, and schemas for your editor. Asks a few questions.')
    .option('--yes', 'ask nothing, take the template as it is')
    .option('--template <name>', 'what to start from', 'health-information')
    .action(async (_options, self: typeof command) => {
      const options: InitOptions = self.optsWithGlobals();
      const { initialize } = await import('./initialize.ts');
      await initialize(io, options);
      finish(EXIT.ok);
    });
};
