import { ROBOTS_TOKEN } from './robots.ts';

/**
 * Who asks: name and version of this program and where its operator can be reached (RFC 9110, 10.1.5). Of the contact only
 * what an e-mail or web address is made of is kept, so that nothing else can be put into the header.
 */
export function userAgentOf(version: string, contact?: string): string {
  const address = contact?.replace(/[^\w@.:/+~%?=&#-]/g, '');
  return `${ROBOTS_TOKEN}/${version}${address ? ` (+${address})` : ''}`;
}
