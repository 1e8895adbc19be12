import { messagePage } from '@asf-match/reports';
import type { Context } from 'hono';
import type { LinkClaims, LinkPurpose } from '../alerts/signed-links.ts';
import type { Service } from './service.ts';

/** Reads the signed part of an address. @returns what it says, or the page that tells why it is not taken. */
export function readLink(service: Service, c: Context, purpose: LinkPurpose): LinkClaims | Response {
  const reading = service.links.read(c.req.param('token') ?? '', purpose, service.clock());
  if (reading.ok) return reading.claims;
  const page = (title: string, text: string) => messagePage(title, [text], service.frame());
  return reading.reason === 'expired'
    ? c.html(page('Länken har gått ut', 'Öppna länken i ett nyare brev.'), 410)
    : c.html(page('Länken stämmer inte', 'Kontrollera att hela länken kom med.'), 404);
}
