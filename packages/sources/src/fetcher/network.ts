import { promises as dns, type LookupAddress } from 'node:dns';
import type { Agent as HttpAgent } from 'node:http';
import type { Agent as HttpsAgent } from 'node:https';
import { type LookupFunction, type NetConnectOpts, type Socket, connect as tcpConnect } from 'node:net';
import { connect as tlsConnect } from 'node:tls';

/** What the fetcher stands on; tests put their own in place to see what is used. */
export interface Network {
  /** All addresses of a name. */
  readonly lookup: (hostname: string) => Promise<readonly LookupAddress[]>;
  readonly connect: (options: NetConnectOpts, secure: boolean) => Socket;
}

export const SYSTEM_NETWORK: Network = {
  lookup: (hostname) => dns.lookup(hostname, { all: true }),
  connect: (options, secure) => (secure ? tlsConnect(options as never) : tcpConnect(options)),
};

/**
 * A lookup for sockets that only knows the addresses that were checked before, so that a name which changes between check
 * and connection gains nothing (DNS rebinding).
 */
export function pinned(addresses: readonly LookupAddress[]): LookupFunction {
  return (_hostname, { all }, callback) => {
    const [first] = addresses;
    if (all) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };
}

/**
 * Agents that connect through the given network. Nothing is kept open between requests: they are seconds apart. Node's HTTP
 * is loaded by whoever asks something, since it takes a twentieth of a second.
 */
export async function agentsOf({ connect }: Network): Promise<{ readonly http: HttpAgent; readonly https: HttpsAgent }> {
  const [http, https] = await Promise.all([import('node:http'), import('node:https')]);
  const agents = { http: new http.Agent({ keepAlive: false }), https: new https.Agent({ keepAlive: false }) };
  agents.http.createConnection = (options) => connect(options as NetConnectOpts, false);
  agents.https.createConnection = (options) => connect(options as NetConnectOpts, true);
  return agents;
}
