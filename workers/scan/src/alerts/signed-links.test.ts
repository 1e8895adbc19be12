import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLinkSigner, type LinkKey } from './signed-links.ts';

const key = (id: string): LinkKey => ({ id, secret: Buffer.alloc(32, id) });
const signer = createLinkSigner([key('k1')]);
const NOW = '2026-11-25T08:00:00Z';

describe('a signed link', () => {
  it('gives back what was signed', () => {
    const token = signer.sign('answer', 's1', 30, NOW, 17);
    expect(token).toMatch(/^[\w.-]+$/);
    expect(signer.read(token, 'answer', NOW)).toEqual({
      ok: true,
      claims: { purpose: 'answer', owner: 's1', item: 17, expires: Date.parse(NOW) / 1000 + 30 * 86_400 },
    });
  });

  it('holds until its day and not a second longer', () => {
    const token = signer.sign('manage', 's1', 1, NOW);
    expect(signer.read(token, 'manage', '2026-11-26T07:59:59Z').ok).toBe(true);
    expect(signer.read(token, 'manage', '2026-11-26T08:00:00Z')).toEqual({ ok: false, reason: 'expired' });
  });

  it('is worth nothing for another purpose, with another owner or with another key', () => {
    const token = signer.sign('answer', 's1', 30, NOW);
    expect(signer.read(token, 'manage', NOW)).toEqual({ ok: false, reason: 'forged' });
    const [id, , mac] = token.split('.');
    const other = signer.sign('answer', 's2', 30, NOW).split('.')[1];
    expect(signer.read(`${id}.${other}.${mac}`, 'answer', NOW)).toEqual({ ok: false, reason: 'forged' });
    expect(createLinkSigner([{ ...key('k1'), secret: Buffer.alloc(32, 'x') }]).read(token, 'answer', NOW).ok).toBe(false);
  });

  it('outlives a change of keys, until its key is taken away', () => {
    const token = signer.sign('stop', 'r1', 30, NOW);
    expect(createLinkSigner([key('k2'), key('k1')]).read(token, 'stop', NOW).ok).toBe(true);
    expect(createLinkSigner([key('k2')]).read(token, 'stop', NOW).ok).toBe(false);
    expect(createLinkSigner([key('k2'), key('k1')]).sign('stop', 'r1', 30, NOW)).toMatch(/^k2\./);
  });

  it('takes no text that was not signed, nor one letter changed', () => {
    const token = signer.sign('answer', 's1', 30, NOW, 1);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => !signer.read(text, 'answer', NOW).ok),
      { numRuns: 40 },
    );
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'abcXYZ019-_.='), (at, letter) => {
        const changed = token.slice(0, at) + letter + token.slice(at + 1);
        expect(signer.read(changed, 'answer', NOW).ok).toBe(changed === token);
      }),
      { numRuns: 60 },
    );
    for (const bad of ['', '..', 'k1..', `${token}.`, `${token}=`, 'x'.repeat(1_000_000)])
      expect(signer.read(bad, 'answer', NOW)).toEqual({ ok: false, reason: 'forged' });
  });
});
