import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

/** A name for one holder of a lease, which says where it lives. */
export function newOwner(): string {
  return `${hostname()} ${process.pid} ${randomUUID()}`;
}

/** Whether the holder was a process of this machine that has ended: it will neither go on nor give its lane back. */
export function isDead(owner: string): boolean {
  const [host, pid] = owner.split(' ');
  if (host !== hostname()) return false;
  try {
    return !process.kill(Number(pid), 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
