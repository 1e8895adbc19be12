import type { Robot } from 'robots-parser';

/** The product token of our User-Agent (RFC 9309, 2.2.1). */
export const ROBOTS_TOKEN = 'asf-match';
/** RFC 9309, 2.4: a copy is not used longer than a day. */
const KEPT_MS = 24 * 3_600_000;

/** What a site says of programs that read it: its rules, or that nothing, or everything, is forbidden. */
export type RobotsAnswer = { readonly text: string } | 'all-allowed' | 'all-forbidden';

export interface RobotsRules {
  readonly allows: (url: URL) => boolean;
}

/** Rules by site, asked for once a day. */
export function createRobots(ask: (robotsTxt: URL) => Promise<RobotsAnswer>, clock: () => number) {
  const known = new Map<string, { readonly at: number; readonly rules: Promise<RobotsRules> }>();
  return (url: URL): Promise<RobotsRules> => {
    const kept = known.get(url.origin);
    if (kept && clock() - kept.at < KEPT_MS) return kept.rules;
    const robotsTxt = new URL('/robots.txt', url);
    const rules = ask(robotsTxt).then((answer) => rulesOf(answer, robotsTxt));
    known.set(url.origin, { at: clock(), rules });
    // What could not be asked is asked again next time.
    rules.catch(() => known.delete(url.origin));
    return rules;
  };
}

async function rulesOf(answer: RobotsAnswer, robotsTxt: URL): Promise<RobotsRules> {
  if (typeof answer === 'string') return { allows: () => answer === 'all-allowed' };
  const { default: parse } = (await import('robots-parser')) as unknown as { default: (url: string, text: string) => Robot };
  const robot = parse(robotsTxt.href, answer.text);
  return { allows: (url) => robot.isAllowed(url.href, ROBOTS_TOKEN) !== false };
}
