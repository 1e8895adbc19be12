import { moneyInSwedish } from '@asf-match/domain';
import type { FollowedPurchase, FollowUp } from '@asf-match/market';
import { html } from 'hono/html';
import { facts, type Html, list, page, table } from './page.ts';
import { clipped, dayInSwedish, shown, webAddress } from './text.ts';
import { COMPANY_SIZE } from './words.ts';

const MISSING = 'uppgift saknas';

/** Earlier purchases of work-preparing support as a page: each with how it went, and what nobody knows. */
export function followUpHtml(report: FollowUp): string {
  const { purchases, searched } = report;
  return page({
    title: 'Arbetsförberedande insatser: så gick upphandlingarna',
    kind: 'Uppföljning',
    status: 'arbetsmaterial',
    madeOn: report.madeOn,
    version: report.version,
    example: false,
    main: [
      html`<section class="short" aria-labelledby="kort"><h2 id="kort">Kort svar</h2>${list(shortOf(report))}</section>`,
      gaps(report),
      html`<section aria-labelledby="inkop"><h2 id="inkop">Inköpen</h2>${purchases.length > 0 ? purchases.map(entry) : html`<p>Inget inköp hittades. Kontrollera att statistiken är inläst.</p>`}</section>`,
      html`<section aria-labelledby="metod"><h2 id="metod">Så gjordes uppföljningen</h2>
<p>${searched ? `Sökt bland ${searched.searched} inköp i ${shown(searched.source)}, inläst ${dayInSwedish(searched.date)}.` : 'Ingen statistik är inläst.'}</p>
<p>Med är inköp av köpare med organisationsnummer ${report.rule.buyers.join(', ')} som rör ${report.rule.fields.join(' eller ').toLowerCase()}, eller som har något av orden ${report.rule.words.join(', ')} i titeln. Urvalet står i filen follow-up.tsv och kan ändras.</p>
<p>Källan anger inte alltid hur det gick. Att en vinnare eller ett antal anbud saknas betyder inte att ingen lämnade anbud. Resultatet finns i tilldelningsbeslutet hos köparen.</p></section>`,
    ],
  });
}

/** The first sentences, also for the terminal. */
export function shortOf({ purchases, gaps: counts, searched }: FollowUp): string[] {
  const gap = (about: string): number => counts.find((g) => g.about === about)?.count ?? 0;
  const n = purchases.length;
  if (!searched) return ['Ingen statistik och inga resultat är inlästa, så inget kan följas upp ännu.'];
  const years = [...new Set(purchases.map((p) => p.year))].sort((a, b) => a - b);
  return [
    `${n} inköp av arbetsförberedande insatser hittades${n > 0 ? `, annonserade ${years.join(', ')}` : ''}. Sökt bland inköp ${searched.period.from.slice(0, 4)}–${searched.period.to.slice(0, 4)}.`,
    `Vem som vann är känt för ${n - gap('vinnare')} av ${n}, antal anbud för ${n - gap('antal anbud')} och värdet för ${n - gap('värde')}.`,
    `${purchases.filter((p) => p.reserved).length} av ${n} var märkta som reserverade eller sade det i titeln.`,
    'Luckorna behöver fyllas ur tilldelningsbesluten.',
  ];
}

const gaps = ({ gaps: counts, purchases }: FollowUp): Html => html`<section aria-labelledby="luckor"><h2 id="luckor">Vad som inte är känt</h2>
${table(
  'Luckor i uppgifterna',
  [
    { head: 'Uppgift', names: true, cell: (g) => g.about },
    { head: 'Saknas för', number: true, cell: (g) => `${g.count} av ${purchases.length}` },
  ],
  counts,
)}</section>`;

function entry(p: FollowedPurchase): Html {
  const address = webAddress(p.url);
  const agreement = p.framework === undefined ? MISSING : p.framework ? 'ramavtal' : 'kontrakt';
  return html`<article class="entry"><h3>${clipped(p.title, 300)}</h3>
${facts([
  ['Nummer', address ? html`<a href="${address}">${shown(p.id)}</a>` : shown(p.id)],
  ['Köpare', shown(p.buyer)],
  ['Annonserat', p.published ? dayInSwedish(p.published) : MISSING],
  ['CPV-kod', p.cpv ?? MISSING],
  ['Förfarande', p.procedure ? shown(p.procedure.toLowerCase()) : MISSING],
  ['Avtal', agreement],
  ['Reserverat', p.reserved ? 'märkt så, kontrollera i annonsen' : 'inte enligt källan'],
  ['Sociala kriterier', p.social === undefined ? MISSING : p.social ? 'ja' : 'nej'],
  ['Anbud', p.tenders ?? MISSING],
  ['Vinnare', p.winners.length > 0 ? p.winners.map(winner).join('; ') : MISSING],
  ['Värde utan moms', p.value === undefined ? MISSING : moneyInSwedish({ amount: p.value, currency: 'SEK' })],
])}
<p class="meta">Med på grund av ${shown(p.because)}. Källa: ${shown(p.source)}.</p></article>`;
}

const winner = ({ name, size, legalForm }: FollowedPurchase['winners'][number]): string => {
  const more = [size && COMPANY_SIZE[size], legalForm?.toLowerCase()].filter(Boolean).join(', ');
  return `${clipped(name, 120)}${more ? ` (${shown(more)})` : ''}`;
};
