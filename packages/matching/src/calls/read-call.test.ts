import { readFileSync } from 'node:fs';
import { type CallReading, isClosed, isoOf, type Money } from '@asf-match/domain';
import { describe, expect, it } from 'vitest';
import { readCall } from './read-call.ts';

/** The time of the references. */
const NOW = '2026-11-25T12:00:00Z';

interface Reference {
  readonly name: string;
  readonly text: string;
  readonly published: string;
  readonly expected: Readonly<Record<string, unknown>>;
}

function references(file: string): Reference[] {
  const [, ...cases] = readFileSync(new URL(`references/${file}`, import.meta.url), 'utf8').split(/^=== /m);
  return cases.map((each) => {
    const [head, json = ''] = each.split(/^---$/m) as [string, string];
    const { published, ...expected } = JSON.parse(json);
    const end = head.indexOf('\n');
    return { name: head.slice(0, end), text: head.slice(end + 1).trim(), published, expected };
  });
}

const kronor = (money: { value: Money } | undefined): number | null => (money?.value.currency === 'SEK' ? money.value.amount : null);

/** What is compared: everything that the command prints. */
const summary = (r: CallReading) => ({
  role: r.role.value,
  eligible: r.eligible?.value ?? null,
  partners_min: r.partnersMin?.value ?? null,
  public_partner_required: r.publicPartnerRequired?.value ?? false,
  opens: r.opens ? isoOf(r.opens.value.at) : null,
  closes: r.closes?.value.map(isoOf) ?? [],
  stages: r.stages?.value ?? null,
  rolling: r.rolling?.value ?? false,
  closed: isClosed(r, NOW),
  invited_only: r.invitedOnly?.value ?? false,
  funding_percent: r.fundingPercent?.value ?? null,
  cofinancing_percent: r.cofinancingPercent?.value ?? null,
  budget_sek: kronor(r.budget),
  min_sek: kronor(r.min),
  max_sek: kronor(r.max),
});
const NOTHING = summary({ language: 'sv', role: { value: 'oklart', quotes: [], check: [] }, unread: [] });
/** Not every text says who may apply in so many words. */
const compared = (actual: ReturnType<typeof summary>, expected: Reference['expected']) => ({
  ...actual,
  ...('eligible' in expected ? {} : { eligible: null }),
});

describe.each(['known.txt', ...(process.env.ASF_ASIDE === 'no' ? [] : ['aside.txt'])])('%s', (file) => {
  it.each(references(file))('$name', ({ text, published, expected }) => {
    const reading = readCall(text, { published });
    expect(compared(summary(reading), expected)).toEqual({ ...NOTHING, ...expected });
    const said = Object.values(reading).flatMap((each) => (each && typeof each === 'object' && 'quotes' in each ? each.quotes : []));
    for (const quote of said) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
  });
});
