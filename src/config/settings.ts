import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { ConfigProblem } from '../errors.ts';
import { Board } from '../model/board.ts';
import type { Home } from './home.ts';
import { noPlaces, type Places } from './places.ts';
import { settingsRules } from './settings-rules.ts';
import { readYamlFile } from './yaml-file.ts';

/** The user's `rolewatch.yaml`. Secrets are not in it: they come from the environment. */
export const Settings = z.strictObject({
  contact: z
    .string()
    .optional()
    .describe('Web address or e-mail that sites see in our user agent; say who is asking, as a courtesy'),
  timeZone: z.string().default('UTC').describe('IANA zone for schedules and dates, for example America/New_York'),
  store: z
    .strictObject({
      url: z
        .string()
        .default('sqlite:data/rolewatch.db')
        .describe('sqlite:FILE (relative to this file) or postgres://…; DATABASE_URL wins over it'),
    })
    .prefault({}),
  boards: z
    .strictObject({
      enable: z.array(z.string()).default([]).describe('Ids or tags of boards in the shipped catalogue'),
      disable: z.array(z.string()).default([]).describe('Ids that stay off although a tag switched them on'),
      add: z.array(Board).default([]).describe('Boards of your own; same form as in config/boards'),
    })
    .prefault({}),
  http: z
    .strictObject({
      allowPrivateHosts: z
        .array(z.string())
        .default([])
        .describe('Hosts on your own network that boards may be read from; all other private addresses are refused'),
      mirrors: z
        .record(z.string(), z.string())
        .default({})
        .describe('Origin to local copy, for recordings: "https://api.example.com": "http://127.0.0.1:8080/api"'),
      paceMs: z.number().int().min(250).default(1000).describe('Milliseconds between two requests to one host'),
      timeoutSeconds: z.number().positive().max(600).default(30).describe('Seconds after which a request is given up'),
      maxMegabytes: z.number().positive().max(500).default(10).describe('Largest answer that is read, in megabytes'),
    })
    .prefault({}),
  delivery: z
    .strictObject({
      files: z
        .strictObject({
          formats: z
            .array(z.enum(['html', 'md', 'json']))
            .default(['html', 'md', 'json'])
            .describe('Any of html, md and json'),
        })
        .prefault({})
        .describe('Digests are written into digests/ as these formats'),
      email: z
        .strictObject({
          host: z.string().min(1).describe('Name of the mail server, for example smtp.example.org'),
          port: z.number().int().positive().max(65_535).default(587).describe('Port of the mail server: 587 or 465'),
          secure: z.boolean().default(false).describe('TLS from the first byte (port 465); else STARTTLS'),
          user: z.string().optional().describe('The password is read from ROLEWATCH_SMTP_PASSWORD'),
          from: z.string().describe('Sender, for example Rolewatch <jobs@example.org>'),
        })
        .optional()
        .describe('Mail server that digests are sent through'),
    })
    .prefault({})
    .describe('How digests reach you'),
  schedule: z
    .strictObject({
      tick: z.string().default('*/15 * * * *').describe('Cron pattern: how often the workers look for due work'),
    })
    .prefault({}),
});
export type Settings = z.infer<typeof Settings>;

/**
 * Reads rolewatch.yaml and checks all of it. `settings` is undefined exactly when there are problems; `places` tells
 * `activeBoards` the lines of the user's own boards.
 */
export function loadSettings(home: Home): {
  readonly settings: Settings | undefined;
  readonly problems: readonly ConfigProblem[];
  readonly places: Places;
} {
  const file = home.settingsFile;
  if (!existsSync(file)) {
    const missing = { file, message: `no rolewatch.yaml in ${home.dir}.`, fix: 'Run `rolewatch init`.' };
    return { settings: undefined, problems: [missing], places: noPlaces(file) };
  }
  const { value, problems, places } = readYamlFile(file, Settings, settingsRules);
  return { settings: value, problems, places };
}
