import { type DefineCommand, EXIT } from './io.ts';
import type { ImportOptions } from './profile-import.ts';

export const define: DefineCommand = (command, io, finish) => {
  command.description('Make a profile from what you have elsewhere, or check what a profile lacks.');

  command
    .command('import')
    .description(
      'Make a profile from a JSON Resume (.json) or from your LinkedIn data export (the .zip, its folder unpacked, or one of its CSV files). An existing profile is never overwritten.',
    )
    .argument('<file>', 'the file or folder')
    .option('--as <id>', 'id of the profile; else made from your name')
    .option('--output <file>', 'write it there instead; the file must not exist')
    .option('--print', 'print it, write nothing')
    .action(async (file: string, _options, self: typeof command) => {
      const options: ImportOptions = self.optsWithGlobals();
      const { importProfile } = await import('./profile-import.ts');
      await importProfile(io, options, file);
      finish(EXIT.ok);
    });

  command
    .command('check')
    .description('Check a profile, or all: contradictions and unknown ids, and what would decide more openings.')
    .argument('[name]', 'id of the profile; else all of them')
    .option('--json', 'print JSON')
    .action(async (name: string | undefined, _options, self: typeof command) => {
      const { checkProfiles } = await import('./profile-check.ts');
      await checkProfiles(io, self.optsWithGlobals(), name);
      finish(EXIT.ok);
    });
};
