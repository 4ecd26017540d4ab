import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';
import { schemaFor } from './json-schema.ts';
import { suggestion } from './nearest.ts';
import { profileIdOf } from './profile-ids.ts';
import { filesOf, shippedFolder } from './shipped.ts';

/** What `rolewatch init` asks. Whatever is left out stands in the files as an example, switched off by a `#`. */
export interface Answers {
  readonly name: string;
  /** IANA zone. */
  readonly timeZone: string;
  readonly email?: string | undefined;
  /** Web address or e-mail that sites see in the user agent. */
  readonly contact?: string | undefined;
  readonly city?: string | undefined;
  /** State, as its postal code. */
  readonly region?: string | undefined;
}

/** A file to be written; `path` starts at the home folder. */
export interface InitFile {
  readonly path: string;
  readonly content: string;
}

/** Every file of a new home folder. Throws `UsageError` when there is no such template. */
export function initFiles(template: string, answers: Answers): InitFile[] {
  return [
    { path: 'rolewatch.yaml', content: renderSettings(answers, template) },
    { path: `profiles/${profileIdOf(answers.name)}.yaml`, content: renderProfile(answers, template) },
    { path: '.schema/settings.json', content: toJson(schemaFor('settings')) },
    { path: '.schema/profile.json', content: toJson(schemaFor('profile')) },
    { path: '.gitignore', content: 'data/\ndigests/\n' },
  ];
}

/** The text of a first rolewatch.yaml. */
export function renderSettings(answers: Answers, template = 'health-information'): string {
  return fill(readTemplate(template, 'rolewatch.yaml'), answers);
}

/** The text of a first profile. */
export function renderProfile(answers: Answers, template = 'health-information'): string {
  return fill(readTemplate(template, 'profile.yaml'), answers);
}

function readTemplate(template: string, file: string): string {
  const folder = shippedFolder('templates');
  const known = filesOf(folder).filter((name) => existsSync(join(folder, name, 'profile.yaml')));
  if (known.includes(template)) return readFileSync(join(folder, template, file), 'utf8');
  const meant = suggestion(template, known);
  const fix = meant === undefined ? `there are: ${known.join(', ')}.` : `did you mean "${meant}"?`;
  throw new UsageError(`There is no template "${template.slice(0, 60)}"; ${fix}`);
}

/** `{{name}}` is an answer; a line with `{{city|Columbus}}` becomes a comment with the example when there is none. */
function fill(text: string, answers: Answers): string {
  const given = new Map<string, unknown>(Object.entries(answers));
  return text
    .split('\n')
    .map((line) => {
      const found = /\{\{(\w+)(?:\|([^}]*))?\}\}/.exec(line);
      if (found === null) return line;
      const [whole, name = '', example = ''] = found;
      const answer = given.get(name) || undefined;
      // A JSON string is a YAML string, whatever is in it.
      const filled = line.replace(whole, () => JSON.stringify(answer ?? example));
      return answer === undefined ? filled.replace(/^( *)/, '$1# ') : filled;
    })
    .join('\n');
}

function toJson(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
