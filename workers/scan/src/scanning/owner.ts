import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

/** A name for this process that no other has, and from which others on the same machine can tell whether it lives. */
export const createOwner = (): string => `${hostname()}/${process.pid}/${randomUUID()}`;

/** Whether a process of this machine is known to be gone. Of other machines nothing is known. */
export function isGone(owner: string): boolean {
  const [host, pid] = owner.split('/');
  if (host !== hostname() || !pid) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
