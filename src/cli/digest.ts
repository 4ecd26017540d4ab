import { Option } from 'commander';
import { type DefineCommand, EXIT, type GlobalOptions } from './io.ts';

interface DigestOptions extends GlobalOptions {
  readonly preview?: boolean;
  readonly format: 'text' | 'html' | 'md' | 'json';
  readonly profile?: string;
  readonly json?: boolean;
}

export const define: DefineCommand = (command, io, finish) => {
  command
    .description('Print the next digest without sending it (--preview), or send what is due now.')
    .option('--preview', 'print what the next digest would say; nothing is marked as told')
    .addOption(
      new Option('--format <format>', 'form of the preview').choices(['text', 'html', 'md', 'json']).default('text'),
    )
    .option('--profile <id>', 'whose digest; else the first profile')
    .addOption(new Option('--json', 'print JSON').conflicts('format'))
    .action(async (_options, self: typeof command) => {
      const options: DigestOptions = self.optsWithGlobals();
      const { UsageError } = await import('../errors.ts');
      if (!options.preview && (options.profile !== undefined || self.getOptionValueSource('format') === 'cli')) {
        throw new UsageError('--format and --profile belong to the preview; add --preview.');
      }
      const { openContext } = await import('./open-context.ts');
      const context = await openContext(io, options);
      try {
        if (options.preview) {
          io.out(await preview(context, options));
          finish(EXIT.ok);
          return;
        }
        const { runInline } = await import('../pipeline/run-inline.ts');
        const { digest } = await import('../pipeline/digest/index.ts');
        const { match } = await import('../pipeline/match/index.ts');
        const { summarize, printSummary } = await import('./run-summary.ts');
        // Who asks for it now does not wait for boards that are due; whether a slot has passed is still looked at.
        const digestNow: typeof digest = { ...digest, due: async () => context.profiles.map(({ id }) => id).sort() };
        const summary = await summarize(context, await runInline(context, [match, digestNow]));
        if (options.json) io.out(JSON.stringify(summary));
        else if (summary.digests.length === 0 && summary.deliveriesWaiting === 0) io.out('No digest is due.');
        else printSummary(summary, io);
        finish(summary.failures.length > 0 ? EXIT.failed : EXIT.ok);
      } finally {
        await context.close();
      }
    });
};

async function preview(
  context: Awaited<ReturnType<typeof import('./open-context.ts').openContext>>,
  options: DigestOptions,
): Promise<string> {
  const { UsageError } = await import('../errors.ts');
  const { gatherDigest } = await import('../pipeline/digest/gather.ts');
  const loaded = context.profiles.find((profile) => options.profile === undefined || profile.id === options.profile);
  if (!loaded) {
    throw new UsageError(
      options.profile === undefined
        ? 'There is no profile yet; run rolewatch init.'
        : `There is no profile ${options.profile}; there is ${context.profiles.map(({ id }) => id).join(', ') || 'none'}.`,
    );
  }
  const { view } = await gatherDigest(context.store.db, context, loaded, context.clock());
  switch (options.json ? 'json' : options.format) {
    case 'html':
      return (await import('../pipeline/digest/render-html.ts')).renderHtml(view);
    case 'md':
      return (await import('../pipeline/digest/render-markdown.ts')).renderMarkdown(view);
    case 'json':
      return (await import('../pipeline/digest/render-json.ts')).renderJson(view);
    case 'text':
      return (await import('../pipeline/digest/render-text.ts')).renderText(view);
  }
}
