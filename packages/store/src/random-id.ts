import { randomBytes } from 'node:crypto';

/** An unguessable name of 128 bits, safe in addresses and file names. */
export const randomId = (): string => randomBytes(16).toString('base64url');
