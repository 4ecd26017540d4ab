import { html, json, type SampleAnswer, type SampleRequest, type ServedBoard } from './answer.ts';

/** The answer of a board that is in trouble on purpose; `undefined` when the request is for another board. */
export function troubleAnswer({ board }: ServedBoard, { host, path }: SampleRequest): SampleAnswer | undefined {
  const name = String(board.options['token'] ?? board.options['site']);
  const mine = host === new URL(board.origin ?? '').hostname && path.split('/').includes(name);
  if (!mine || board.trouble === undefined) return undefined;
  if (board.trouble === 'gone') return json({ status: 404, error: 'Job Board not found' }, 404);
  if (board.trouble === 'throttled') {
    return { ...json({ ok: false, error: 'Too many requests' }, 429), headers: { 'retry-after': '3600' } };
  }
  return html(
    '<!doctype html>\n<html lang="en"><head><title>Northfork Regional</title></head>' +
      '<body><h1>Our career site has a new home</h1></body></html>\n',
  );
}
