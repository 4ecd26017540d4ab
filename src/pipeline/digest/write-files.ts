import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DeliveryError } from '../../errors.ts';
import type { DigestView } from '../../model/digest.ts';
import { slotStamp } from './format.ts';
import { renderHtml } from './render-html.ts';
import { renderJson } from './render-json.ts';
import { renderMarkdown } from './render-markdown.ts';

/** Kinds of digest file, named by their extension. */
export type DigestFormat = 'html' | 'md' | 'json';

const RENDER: Record<DigestFormat, (view: DigestView) => string> = {
  html: renderHtml,
  md: renderMarkdown,
  json: renderJson,
};

/**
 * Writes the digest into `folder` (made when missing) and gives the paths, one for each format. A name is made of
 * the slot in the person's zone and the profile, `2026-11-20-0700-sam.html`, so a repeat writes the same files with
 * the same bytes. A reader never sees half a file. Rejects with a `DeliveryError`.
 */
export async function writeDigestFiles(
  folder: string,
  view: DigestView,
  formats: readonly DigestFormat[],
): Promise<string[]> {
  if (!/^[A-Za-z0-9][\w.-]{0,99}$/.test(view.profileId)) {
    throw new DeliveryError(
      'rejected',
      'The profile’s id cannot be part of a file name. Rename its file to letters, digits and hyphens.',
    );
  }
  const stem = `${slotStamp(view.slot, view.timeZone)}-${view.profileId}`;
  const files = [...new Set(formats)].map((format) => ({
    path: join(folder, `${stem}.${format}`),
    content: RENDER[format](view),
  }));
  try {
    await mkdir(folder, { recursive: true });
    for (const file of files) await replaceFile(file.path, file.content);
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
    throw new DeliveryError(
      'transient',
      `The digest could not be written to ${folder}${reason}. Check that the folder can be written and has room.`,
      cause,
    );
  }
  return files.map((file) => file.path);
}

async function replaceFile(path: string, content: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, content, { flag: 'wx', flush: true });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
