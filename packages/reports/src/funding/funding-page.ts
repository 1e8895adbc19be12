import { moneyInSwedish } from '@asf-match/domain';
import { ASSUMED_PROJECT, type FundingEntry, type FundingList } from '@asf-match/market';
import { html } from 'hono/html';
import { facts, type Html, list, page, table } from '../page.ts';
import { clipped, shown, webAddress } from '../text.ts';
import { closingInSwedish, cofinancingInSwedish, instantInSwedish, moneySpanInSwedish, percentInSwedish, ROLE_MEANS, STATE } from './words.ts';

const MOST_WORDS = 6;

/** Calls for funding as a page: what closes soonest first, then each call with what speaks for it and what is left to find out. */
export function fundingHtml(funding: FundingList): string {
  const { calls, closedToCity, toRead, others, sources } = funding;
  return page({
    title: 'Utlysningar att söka med ASF',
    kind: 'Arbetsmarknadsförvaltningen',
    status: 'arbetsmaterial',
    madeOn: funding.at.slice(0, 10),
    version: funding.version,
    example: false,
    main: [
      html`<p>Läget ${instantInSwedish(funding.at)}. Uppgifterna är lästa ur utlysningarnas texter av ett program. Det är alltid finansiärens egen text som gäller.</p>
<p>${summary(calls.length)} ${others.closed} har stängt och ${others.irrelevant} handlar om annat. De finns kvar i arkivet.</p>`,
      html`<h2>Stänger först</h2>${calls.length > 0 ? overview(calls) : html`<p>Ingen öppen eller kommande utlysning passar just nu.</p>`}`,
      ...(calls.length > 0 ? [html`<h2>En i taget</h2>${calls.map(entry)}`] : []),
      toRead.length > 0
        ? html`<h2>Läs sidan</h2><p>På de här sidorna gick det inte att läsa ut när man kan söka. Det betyder inte att det inte går.</p>${list(toRead.map(pageToRead))}`
        : html``,
      closedToCity.length > 0
        ? html`<h2>Här kan staden inte delta</h2><details><summary>Visa ${closedToCity.length === 1 ? 'en utlysning' : `${closedToCity.length} utlysningar`}</summary>${closedToCity.map(entry)}</details>`
        : html``,
      html`<h2>Källor</h2>${table(
        'Varifrån utlysningarna kommer',
        [
          { head: 'Källa', names: true, cell: (s) => shown(s.label) },
          { head: 'Senast läst', cell: (s) => (s.lastRead ? instantInSwedish(s.lastRead) : 'aldrig') },
          { head: 'Senaste svar', cell: (s) => clipped(s.outcome, 300) },
        ],
        sources,
      )}`,
    ],
  });
}

const summary = (n: number): string => (n === 0 ? 'Ingen utlysning är aktuell.' : n === 1 ? 'En utlysning är aktuell.' : `${n} utlysningar är aktuella.`);

const anchor = (key: string): string => `u-${encodeURIComponent(key).replace(/[^\w-]/g, '_')}`;

function overview(calls: readonly FundingEntry[]): Html {
  return html`${table(
    'Öppna och kommande utlysningar, närmaste sista dag först',
    [
      { head: 'Stänger', cell: (c) => closingInSwedish(c) },
      {
        head: 'Utlysning',
        names: true,
        cell: (c) => html`<a href="#${anchor(c.key)}">${clipped(c.title, 200)}</a><br><span class="meta">${clipped(c.funder, 100)}</span>`,
      },
      { head: 'Läge', cell: (c) => STATE[c.state] },
      { head: 'Stadens roll', cell: (c) => c.role },
      { head: 'Medfinansiering', number: true, cell: (c) => (c.cofinancing ? `${moneyInSwedish(c.cofinancing.amount)}` : 'framgår inte') },
    ],
    calls,
  )}
<p class="meta">Medfinansieringen är räknad på ett typiskt projekt: mitten av utlysningens spann, annars dess största belopp, annars ett antaget projekt för ${moneyInSwedish(ASSUMED_PROJECT)}. Varje utlysning säger vilket.</p>`;
}

function entry(c: FundingEntry): Html {
  const address = webAddress(c.url);
  return html`<article class="entry" id="${anchor(c.key)}"><h3>${clipped(c.title, 300)}</h3>
${facts([
  ['Stänger', closingInSwedish(c)],
  ['Sedan', c.later.length > 0 ? c.later.map((closes) => closingInSwedish({ ...c, closes })).join('; ') : undefined],
  ['Öppnar', c.state === 'forthcoming' && c.opens ? closingInSwedish({ ...c, closes: c.opens }) : undefined],
  ['Finansiär', shown([c.funder, c.programme].filter(Boolean).join(', '))],
  ['Stadens roll', html`<strong>${c.role}</strong>. ${ROLE_MEANS[c.role]}${c.roleQuotes.map((q) => html`<br><mark>${clipped(q.text, 300)}</mark>`)}`],
  ['Får söka', shown(c.eligible.join(', ')) || 'framgår inte'],
  ['Målgrupper', shown(c.targetGroups.join(', '))],
  [
    'ASF som kan vara med',
    c.fields.length > 0
      ? list(c.fields.map((f) => `${f.label}: ${f.organisations.length === 0 ? 'ingen i registret' : clipped(f.organisations.join(', '), 300)}`))
      : undefined,
  ],
  ['Stöd', c.fundingPercent === undefined ? undefined : `högst ${percentInSwedish(c.fundingPercent)} av kostnaderna`],
  ['Medfinansiering', c.cofinancing ? cofinancingInSwedish(c.cofinancing) : 'framgår inte'],
  ['Belopp för ett projekt', moneySpanInSwedish(c)],
  ['Hela utlysningen', c.budget && moneyInSwedish(c.budget)],
  ['Därför är den med', words(c)],
])}
${c.missing.length > 0 ? html`<p>Att ta reda på:</p>${list(c.missing.map((m) => clipped(m, 300)))}` : ''}
<p class="meta">${address ? html`<a href="${address}">Läs utlysningen ${clipped(c.title, 80)}</a>. ` : 'Utlysningen har ingen adress på webben. '}Källa: ${shown(c.source)}, läst ${instantInSwedish(c.readAt)}.</p></article>`;
}

const words = ({ why }: FundingEntry): Html =>
  html`${why.slice(0, MOST_WORDS).map((r, i) => html`${i > 0 ? ', ' : ''}<mark>${clipped(r.quote?.text ?? '', 80)}</mark>`)}`;

function pageToRead(c: FundingEntry): Html {
  const address = webAddress(c.url);
  const name = `${clipped(c.funder, 100)}: ${clipped(c.title, 200)}`;
  return html`${address ? html`<a href="${address}">${name}</a>` : name} <span class="meta">(läst ${instantInSwedish(c.readAt)})</span>`;
}
