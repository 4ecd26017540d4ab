import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { z } from 'zod';
import { type Answers, initFiles } from '../config/templates.ts';
import { UsageError } from '../errors.ts';
import type { GlobalOptions, Io } from './io.ts';
import { homeOf } from './open-home.ts';

/**
 * Makes a home folder. What exists is never overwritten: a second call only adds what is missing, and no second
 * profile beside somebody's own.
 */
export async function initialize(io: Io, options: GlobalOptions & { yes?: boolean; template: string }): Promise<void> {
  const home = homeOf(io, options);
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  // A wrong template is said before anything is asked.
  initFiles(options.template, { name: 'Me', timeZone });
  const answers: Answers = options.yes ? { name: 'Me', timeZone } : await ask(io, timeZone);
  const hasProfile =
    existsSync(home.profilesDir) && readdirSync(home.profilesDir).some((name) => name.endsWith('.yaml'));
  const made: string[] = [];
  for (const { path, content } of initFiles(options.template, answers)) {
    const file = join(home.dir, path);
    if (existsSync(file) || (hasProfile && path.startsWith('profiles/'))) continue;
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
  const question = openDialogue(io);
  io.err('A few questions; press Enter to leave one open. Everything can be changed later.');
  try {
    const name = await question.ask('Your first name', 'Me');
    const city = await question.ask('City you live in');
    const region = await question.ask('State, as two letters', '', /^[a-z]{2}$/i);
    const timeZone = await question.ask('Time zone', ownZone, isTimeZone);
    const email = await question.ask('E-mail for digests', '', isMail);
    const contact = await question.ask('Contact that job boards may see (e-mail or web address)', email);
    const given = { email, contact, city, region: region.toUpperCase() };
    const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
    return { name, timeZone, ...filled };
  } finally {
    question.close();
  }
}

const isMail = { test: (text: string): boolean => z.email().safeParse(text).success };

const isTimeZone = {
  test(zone: string): boolean {
    try {
      return Boolean(new Intl.DateTimeFormat('en-US', { timeZone: zone }));
    } catch {
      return false;
    }
  },
};

function openDialogue(io: Io) {
  const output = new Writable({
    write(chunk, _encoding, done) {
      io.progress(String(chunk));
      done();
    },
  });
  const lines = createInterface({ input: io.stdin, output, terminal: false });
  // One reader for all answers: a question of its own each would lose what was pasted ahead.
  const answers = lines[Symbol.asyncIterator]();
  const stop = (): void => lines.close();
  io.signal.addEventListener('abort', stop, { once: true });
  return {
    /** Asks until the answer is empty or passes `good`; an empty answer means `usual`. */
    async ask(text: string, usual = '', good: { test(answer: string): boolean } = /^/): Promise<string> {
      for (;;) {
        io.progress(`${text}${usual === '' ? '' : ` [${usual}]`}: `);
        const { value, done } = await answers.next();
        io.signal.throwIfAborted();
        if (done) throw new UsageError('The answers ended too soon; nothing was made.');
        const answer = String(value).trim() || usual;
        if (answer === '' || good.test(answer)) return answer;
        io.err('That cannot be used; try again, or press Enter.');
      }
    },
    close() {
      io.signal.removeEventListener('abort', stop);
      lines.close();
    },
  };
}
