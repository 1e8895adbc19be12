import { lookup as systemLookup } from 'node:dns';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { type LookupFunction, type NetConnectOpts, type Socket, connect as tcpConnect } from 'node:net';
import { connect as tlsConnect } from 'node:tls';
import { isPublicAddress } from './address.ts';

/** What the fetcher stands on; tests put their own in place to see that neither is used. */
export interface Network {
  readonly lookup: LookupFunction;
  readonly connect: (options: NetConnectOpts, secure: boolean) => Socket;
}

export const SYSTEM_NETWORK: Network = {
  lookup: systemLookup as LookupFunction,
  connect: (options, secure) => (secure ? tlsConnect(options as never) : tcpConnect(options)),
};

/** A name was looked up and one of its addresses is not of the public internet. */
export const PRIVATE_ADDRESS = 'PRIVATE_ADDRESS';

/**
 * Looks names up and refuses those that lead to a private address. The addresses checked are the ones connected to, so a
 * name that changes between the two gains nothing (DNS rebinding).
 */
export function guardedLookup({ lookup }: Network): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, options, (error, address, family) => {
      const addresses = Array.isArray(address) ? address.map((a) => a.address) : [address];
      const hidden = error ? undefined : addresses.find((a) => !isPublicAddress(a));
      if (hidden === undefined) return callback(error, address, family);
      callback(Object.assign(new Error(`${hostname} leads to ${hidden}`), { code: PRIVATE_ADDRESS }), address, family);
    });
  };
}

/** Agents that connect through the given network. Nothing is kept open between requests: they are seconds apart. */
export function agentsOf({ connect }: Network): { readonly http: HttpAgent; readonly https: HttpsAgent } {
  const agents = { http: new HttpAgent({ keepAlive: false }), https: new HttpsAgent({ keepAlive: false }) };
  agents.http.createConnection = (options) => connect(options as NetConnectOpts, false);
  agents.https.createConnection = (options) => connect(options as NetConnectOpts, true);
  return agents;
}
