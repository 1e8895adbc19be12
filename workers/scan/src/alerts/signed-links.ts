import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link may be used for. A link for one purpose is worth nothing for another. */
export type LinkPurpose = 'confirm' | 'manage' | 'stop' | 'answer';

/** What a signed link says: whose it is (a subscription's or a recipient's id), which item it is about, and until when it holds. */
export interface LinkClaims {
  readonly purpose: LinkPurpose;
  readonly owner: string;
  readonly item?: number;
  /** Seconds since 1970. */
  readonly expires: number;
}

export interface LinkKey {
  readonly id: string;
  readonly secret: Uint8Array;
}

type LinkReading = { readonly ok: true; readonly claims: LinkClaims } | { readonly ok: false; readonly reason: 'forged' | 'expired' };

/** Signs links and reads them back. */
export interface LinkSigner {
  /** Letters, digits, "-", "_" and "." only. @param days how long it holds */
  sign(purpose: LinkPurpose, owner: string, days: number, now: string, item?: number): string;
  read(token: string, purpose: LinkPurpose, now: string): LinkReading;
}

const LONGEST = 512;

/**
 * Links that cannot be guessed or altered: HMAC-SHA-256 (RFC 2104) over purpose, owner, item and expiry.
 * @param keys the first signs; every one is accepted, so that keys can be changed without breaking the mails that are out
 */
export function createLinkSigner(keys: readonly LinkKey[]): LinkSigner {
  const [first] = keys;
  if (!first) throw new Error('no key to sign links with');
  const macOf = (secret: Uint8Array, text: string): Buffer => createHmac('sha256', secret).update(text).digest();
  return {
    sign(purpose, owner, days, now, item) {
      const expires = Math.floor(Date.parse(now) / 1000) + days * 86_400;
      const payload = Buffer.from(JSON.stringify([purpose, owner, expires, ...(item === undefined ? [] : [item])])).toString('base64url');
      const signed = `${first.id}.${payload}`;
      return `${signed}.${macOf(first.secret, signed).toString('base64url')}`;
    },
    read(token, purpose, now) {
      const [id = '', payload = '', mac = '', ...more] = token.length <= LONGEST ? token.split('.') : [];
      const key = keys.find((k) => k.id === id);
      const given = Buffer.from(mac, 'base64url');
      const right = macOf((key ?? first).secret, `${id}.${payload}`);
      // The text form is compared too, since several texts decode to the same bytes.
      if (!key || more.length > 0 || given.length !== right.length || !timingSafeEqual(given, right) || given.toString('base64url') !== mac) {
        return { ok: false, reason: 'forged' };
      }
      const [of, owner, expires, item] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [LinkPurpose, string, number, number?];
      if (of !== purpose) return { ok: false, reason: 'forged' };
      if (expires * 1000 <= Date.parse(now)) return { ok: false, reason: 'expired' };
      return { ok: true, claims: { purpose, owner, expires, ...(item !== undefined && { item }) } };
    },
  };
}
