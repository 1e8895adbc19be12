import type { ToldItem } from '@asf-match/market';
import { html } from 'hono/html';
import { factsOf, NEWS_IN_SWEDISH, oneLine, whyOf } from '../mail/words.ts';
import { facts, type Html, list } from '../page.ts';
import { webAddress } from '../text.ts';
import { type ServiceFrame, servicePage } from './service-page.ts';

/** Why something was not relevant, in the reader's words; the keys are those of the store. */
const REASONS = {
  field: 'Det är inte sådant vi gör',
  place: 'Det är för långt bort',
  size: 'Det är för stort för oss',
  time: 'Det är för kort om tid',
  terms: 'Kraven är för svåra för oss',
  other: 'Något annat',
} as const;

const STEPS = { interested: 'intresserade', 'not-relevant': 'inte relevant', bid: 'anbud är lämnat', won: 'ni vann' } as const;

export interface AnswerPage {
  readonly item: ToldItem;
  /** What was answered before. */
  readonly answered: readonly (keyof typeof STEPS)[];
}

/** One item with the ways to answer it. Opening it changes nothing. */
export function answerPage({ item, answered }: AnswerPage, frame: ServiceFrame): string {
  const url = webAddress(item.url);
  return servicePage(
    oneLine(item.title, 200),
    [
      html`<p class="meta">${NEWS_IN_SWEDISH[item.kind]}</p>
${answered.length > 0 ? html`<p class="note">Ert svar: ${answered.map((step) => STEPS[step]).join(', ')}.</p>` : ''}
${item.description ? html`<p class="said">${oneLine(item.description, 700)}</p>` : ''}
${facts(factsOf(item))}
${item.why.length > 0 ? html`<h2>Därför fick ni den</h2>${list(whyOf(item.why))}` : ''}
${item.hurdles.length > 0 ? html`<h2>Det här kan vara svårt</h2>${list(item.hurdles)}` : ''}
<p>${url ? html`<a href="${url}">Läs annonsen hos köparen</a>` : 'Annonsen finns inte på nätet.'}</p>
<p><strong>Detta är ingen inbjudan att lämna anbud.</strong> Det är köparens annons som gäller.</p>`,
      html`<h2 id="svar">Passar den er?</h2>
<form method="post"><p><button type="submit" name="svar" value="interested">Ja, vi är intresserade</button></p></form>
<form method="post"><fieldset><legend>Nej, inte relevant. Varför?</legend>
<p>Tryck på det som stämmer bäst. Då får ni färre sådana brev.</p>
<p>${reasonButtons()}</p>
<label class="above" for="ord">Vill ni säga mer? (behövs inte)</label><textarea id="ord" name="ord" rows="2" maxlength="500"></textarea>
</fieldset></form>
<form method="post"><fieldset><legend>Gick det vidare?</legend><p>
<button class="quiet" type="submit" name="svar" value="bid">Vi har lämnat anbud</button>
<button class="quiet" type="submit" name="svar" value="won">Vi vann</button></p></fieldset></form>`,
    ],
    frame,
  );
}

const reasonButtons = (): Html =>
  html`${Object.entries(REASONS).map(([key, text]) => html`<button class="quiet" type="submit" name="svar" value="not-relevant:${key}">${text}</button>`)}`;
