import { isIPv4 } from 'node:net';
import { z } from 'zod';
import { cronRule, timeZoneRule } from './schedule-checks.ts';
import { showValue } from './schema-problems.ts';
import type { Rule, RuleFinding } from './yaml-file.ts';

/** What the schema of rolewatch.yaml cannot say. */
export const settingsRules: readonly Rule[] = [
  { at: ['contact'], check: (value) => checkContact(value) },
  timeZoneRule(['timeZone']),
  { at: ['store', 'url'], check: (value) => checkStore(value) },
  { at: ['http', 'allowPrivateHosts', '*'], check: (value) => checkHost(value) },
  { at: ['http'], check: (value) => checkMirrors(value) },
  { at: ['delivery', 'email', 'from'], check: (value) => checkSender(value) },
  cronRule(['schedule', 'tick']),
];

function checkContact(value: unknown): RuleFinding[] {
  if (typeof value !== 'string' || isWebAddress(value) || isMailAddress(value)) return [];
  const message = `read ${showValue(value)}, which is neither a web address nor an e-mail address.`;
  return [{ message, fix: 'Give for example https://example.org/about or jobs@example.org.' }];
}

function checkStore(value: unknown): RuleFinding[] {
  if (typeof value !== 'string' || /^(?:sqlite:.|postgres:\/\/.|postgresql:\/\/.)/s.test(value)) return [];
  // What stands here may hold a password.
  return [{ message: 'is no address of a database.', fix: 'Give sqlite:FILE or postgres://USER@HOST/DATABASE.' }];
}

function checkHost(value: unknown): RuleFinding[] {
  if (typeof value !== 'string') return [];
  const bare = value.includes(':') && !value.startsWith('[') ? `[${value}]` : value;
  if (URL.parse(`http://${bare}/`)?.hostname === bare.toLowerCase()) return [];
  const message = `read ${showValue(value)}, which is no host.`;
  return [{ message, fix: 'Give the name or address alone, without http:// and without a port: 192.168.1.20.' }];
}

/** A mirror is asked in place of a public site, so it may only be this machine or a host that the user allowed. */
function checkMirrors(value: unknown): RuleFinding[] {
  const { allowPrivateHosts, mirrors } = MirrorFields.parse(value);
  const allowed = new Set(allowPrivateHosts.map((host) => String(host).toLowerCase()));
  return Object.entries(mirrors).flatMap(([origin, copy]) => {
    const findings: RuleFinding[] = [];
    const path = ['mirrors', origin];
    const from = URL.parse(origin);
    if (from === null || !isWebAddress(origin) || `${from.origin}/` !== from.href) {
      const message = `${showValue(origin)} is not the beginning of a web address.`;
      findings.push({ path, message, fix: 'Give scheme and host alone, for example "https://api.example.com".' });
    }
    if (typeof copy !== 'string') return findings;
    const to = URL.parse(copy);
    if (to === null || !isWebAddress(copy)) {
      const message = `read ${showValue(copy)}, which is no web address.`;
      findings.push({ path, message, fix: 'Give for example http://127.0.0.1:8080/api.' });
    } else if (!isLoopback(to.hostname) && !allowed.has(to.hostname)) {
      const message = `read ${showValue(copy)}, a copy on another machine.`;
      findings.push({ path, message, fix: `If it is yours, add "${to.hostname}" to http.allowPrivateHosts.` });
    }
    return findings;
  });
}

const MirrorFields = z
  .object({
    allowPrivateHosts: z.array(z.unknown()).catch([]),
    mirrors: z.record(z.string(), z.unknown()).catch({}),
  })
  .catch({ allowPrivateHosts: [], mirrors: {} });

function checkSender(value: unknown): RuleFinding[] {
  if (typeof value !== 'string') return [];
  const start = value.lastIndexOf('<');
  const address = start >= 0 && value.endsWith('>') ? value.slice(start + 1, -1) : value;
  if (isMailAddress(address)) return [];
  const message = `read ${showValue(value)}, which holds no e-mail address.`;
  return [{ message, fix: 'Give for example: Rolewatch <jobs@example.org>.' }];
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null &&
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    url.username === '' &&
    url.password === ''
  );
}

function isMailAddress(text: string): boolean {
  return text.length <= 254 && z.email().safeParse(text).success;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'));
}
