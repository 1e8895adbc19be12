/** How fast one domain is written to. */
export interface DomainLimits {
  /** Runs a sending when its domain's turn comes; one domain's sendings start at least so far apart. */
  run<T>(address: string, send: () => Promise<T>): Promise<T>;
  /** The domain has asked us to come back later: further sendings are spread out more, until one is accepted. */
  slowDown(address: string): void;
  speedUp(address: string): void;
}

const SLOWEST_MS = 10_000;

/** @param perSecond sendings a second to one domain */
export function createDomainLimits(perSecond: number, wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))): DomainLimits {
  const usual = 1000 / perSecond;
  const domains = new Map<string, { gap: number; turn: Promise<void> }>();
  const domainOf = (address: string) => {
    const name = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
    const known = domains.get(name) ?? { gap: usual, turn: Promise.resolve() };
    domains.set(name, known);
    return known;
  };
  return {
    async run(address, send) {
      const domain = domainOf(address);
      const mine = domain.turn;
      domain.turn = mine.then(() => wait(domain.gap));
      await mine;
      return send();
    },
    slowDown(address) {
      const domain = domainOf(address);
      domain.gap = Math.min(SLOWEST_MS, Math.max(domain.gap * 2, usual));
    },
    speedUp(address) {
      domainOf(address).gap = usual;
    },
  };
}
