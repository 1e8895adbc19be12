import type { Robot } from 'robots-parser';

/** The product token of our User-Agent (RFC 9309, 2.2.1). */
export const ROBOTS_TOKEN = 'asf-match';
/** RFC 9309, 2.4: a copy is not used longer than a day. */
const KEPT_MS = 24 * 3_600_000;

/** What a site says of programs that read it. */
export interface RobotsRules {
  readonly allows: (url: URL) => boolean;
  /** Seconds between requests that the site asks for (`Crawl-delay`, not in the standard but in use). */
  readonly delay: number;
}

/**
 * Rules by site, asked for once a day.
 * @param ask the text of a robots.txt, empty when the site has none. What it throws is thrown on and asked for again next time.
 */
export function createRobots(ask: (robotsTxt: URL, signal?: AbortSignal) => Promise<string>, clock: () => number) {
  const known = new Map<string, { readonly at: number; readonly rules: RobotsRules }>();
  return async (url: URL, signal?: AbortSignal): Promise<RobotsRules> => {
    const kept = known.get(url.origin);
    if (kept && clock() - kept.at < KEPT_MS) return kept.rules;
    const robotsTxt = new URL('/robots.txt', url);
    const rules = await rulesOf(await ask(robotsTxt, signal), robotsTxt);
    known.set(url.origin, { at: clock(), rules });
    return rules;
  };
}

async function rulesOf(text: string, robotsTxt: URL): Promise<RobotsRules> {
  const { default: parse } = (await import('robots-parser')) as unknown as { default: (url: string, text: string) => Robot };
  const robot = parse(robotsTxt.href, text);
  return { allows: (url) => robot.isAllowed(url.href, ROBOTS_TOKEN) !== false, delay: robot.getCrawlDelay(ROBOTS_TOKEN) || 0 };
}
