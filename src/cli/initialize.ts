import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { type Answers, initFiles } from '../config/templates.ts';
import { UsageError } from '../errors.ts';
import type { GlobalOptions, Io } from './io.ts';
import { homeOf } from './open-home.ts';

/** Makes a home folder. What exists is never overwritten: a second call only adds what is missing. */
export async function initialize(io: Io, options: GlobalOptions & { yes?: boolean; template: string }): Promise<void> {
  const home = homeOf(io, options);
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const answers: Answers = options.yes ? { name: 'Me', timeZone } : await ask(io, timeZone);
  const made: string[] = [];
  for (const { path, content } of initFiles(options.template, answers)) {
    const file = join(home.dir, path);
    if (existsSync(file)) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    made.push(path);
  }
  if (made.length === 0) io.out(`Everything is there already: ${home.dir}`);
  else {
    io.out(`Made in ${home.dir}:`);
    for (const path of made.filter((name) => !name.startsWith('.'))) io.out(`  ${path}`);
  }
  io.out('Next: fill in your profile, then run rolewatch boards list and rolewatch run.');
}

async function ask(io: Io, ownZone: string): Promise<Answers> {
  if (!io.terminal.in) {
    throw new UsageError('There is no terminal to ask questions on; add --yes to take the template as it is.');
  }
  const dialogue = createInterface({ input: io.stdin, output: process.stderr });
  const question = async (text: string, usual = ''): Promise<string> => {
    const answer = await dialogue.question(`${text}${usual === '' ? '' : ` [${usual}]`}: `, { signal: io.signal });
    return answer.trim() || usual;
  };
  try {
    io.err('A few questions; press Enter to leave one open. Everything can be changed later.');
    const name = await question('Your first name', 'Me');
    const city = await question('City you live in');
    const region = await question('State, as two letters');
    const timeZone = await question('Time zone', ownZone);
    const email = await question('E-mail for digests');
    const contact = await question('Contact that job boards may see (e-mail or web address)', email);
    const given = { email, contact, city, region: region.toUpperCase() };
    const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
    return { name, timeZone, ...filled };
  } finally {
    dialogue.close();
  }
}
