/*
 * A child process of the crash test: one `run` over a sample home that kills itself, the hard way, right after its
 * N-th statement to the database. Without N it runs to its end and prints how many statements there were.
 */
import { openContext } from '../../src/cli/open-context.ts';
import { runInline } from '../../src/pipeline/run-inline.ts';
import { stages } from '../../src/pipeline/stages.ts';
import { sampleIo } from './sample-home.ts';

const [home = '', killAfter] = process.argv.slice(2);
let statements = 0;

const context = await openContext(sampleIo(), {
  home,
  onQuery() {
    statements++;
    if (statements === Number(killAfter)) process.kill(process.pid, 'SIGKILL');
  },
});
await runInline(context, stages);
await context.close();
process.stdout.write(`${statements}\n`);
