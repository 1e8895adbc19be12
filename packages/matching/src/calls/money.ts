import type { CallReading, Money } from '@asf-match/domain';
import { type Amount, amountsIn } from './amounts.ts';
import { type Said, stated } from './stated.ts';
import type { Statement } from './statements.ts';

/** Money of another call, another purpose, or another unit than a project. */
const ASIDE =
  /(?<!\p{L})(?:förra|föregående|tidigare (?:utlysning|år|omgång)\p{L}*|i fjol|previous|last year|earlier call|omsättning\p{L}*|turnover|de minimis|försumbart|prisbasbelopp|timkostnad|timlön|per timme|i timmen|hourly|per hour|per deltagare|per participant|per day|per dag|per dygn|lön(?:er|en)?|salar\p{L}+|revis(?:or|ion)\p{L}*|audit|sedan starten|har beviljat|have awarded|beviljades|balansomslutning|balance sheet|vite|böter|deltagaravgift|fee|moms|utöver detta|hyra|overhead)(?!\p{L})/iu;
const OWN_MONEY =
  /(?<!\p{L})(?:medfinansiering\p{L}*|egenfinansiering\p{L}*|egeninsats\p{L}*|egen insats|motfinansiering|co-?financ\p{L}*|own contribution|match(?:ed)?[- ]funding)(?!\p{L})/iu;
const OF_CALL =
  /(?<!\p{L})(?:utlyst\p{L}*|utlyses|utlyser|lyser ut|(?:total )?pot|utlysningens|utlysningen (?:omfattar|har)|omfattar|att fördela|fördelar?|fördelas|avsätt\p{L}*|avsatt\p{L}*|budget\p{L}*|potten|(?:totalt|sammanlagt|sammantaget|i år) finns|finns (?:totalt|sammanlagt)|att söka totalt|totala? (?:belopp|ram|medel)\p{L}*|ekonomisk ram|ramen|rambelopp|anslag\p{L}*|satsar|utlysningsbelopp|available|indicative|overall|total (?:amount|available|envelope|funding|budget)|envelope|set aside|earmarked|budget of|allocat\p{L}+|tillgängliga? medel|disponib\p{L}+)(?!\p{L})/iu;
const OF_PROJECT =
  /(?<!\p{L})(?:(?:per|varje|ett|enskilt|a|each|one|every|single) (?:projekt|ansökan|project|application|grant|sökande|applicant|beneficiary|organisation|förening|proposal)|projekt(?:et|en|ets|ens)?(?= (?:under|med|på|som|kan|får|ska|totala|budget|om|bör|måste|har|över))|projekt(?:et|en)s (?:totala )?(?:budget|kostnad|storlek)\p{L}*|project (?:budget|size|costs?)|grants? (?:of|range|between|from|size|amount)|(?:maximum|minimum|max|min) (?:grant|amount|bidrag|belopp|contribution|support)|each|apiece|stödets storlek|bidragets storlek|bidrag per|sökbart belopp|typical grants?|lump sums?|stipendi\p{L}*|checken|stödbelopp\p{L}*|ni kan (?:få|söka)|du kan (?:få|söka)|kan (?:ni |du )?(?:sökas?|få|beviljas)|you can (?:get|apply|receive)|may receive|can receive|söka upp till|apply for)(?!\p{L})/iu;
const MOST =
  /(?:högst|upp till|upptill|uppgår till högst|max(?:imalt|imum|imala|belopp\p{L}*|\.)?|som mest|inte (?:överstiga|överskrida|mer än)|tak(?:et)? (?:på|är)|högsta|up to|at most|not exceed(?:ing)?|no more than|not more than|maximum|ceiling|capped|≤)/iu;
const LEAST = /(?:minst|lägst|minimum|minim(?:i|al)\p{L}*|lägsta|min\.|at least|no less than|not less than|från och med|minimi|≥|starting from)/iu;
/** "Under 5 miljoner kronor tar vi inte upp": what is less is refused. */
const BELOW = /(?:under|mindre än|lägre än|below|less than|smaller than|under)\s*$/iu;
const REFUSED = /(?<!\p{L})(?:inte|ej|avslås|not|rejected|no)(?!\p{L})/iu;
const HOW_MUCH =
  /(?:hur mycket|how much|stödnivå|belopp|amount|storlek|size|finansiering|funding|bidrag|grant|hur stort|how big|how large|vad (?:ger|finansierar)|what (?:do you|we) (?:pay|fund))/iu;

type Found = { readonly money: Money; readonly said: Said };

/** The budget of the call, and the least and the most for one project. The first that is said of each counts. */
export function readMoney(text: string, statements: readonly Statement[]): Pick<CallReading, 'budget' | 'min' | 'max'> {
  const found: { budget?: Found; min?: Found; max?: Found } = {};
  for (const statement of statements) {
    if (ASIDE.test(statement.text)) continue;
    const amounts = amountsIn(statement.text);
    for (const [i, amount] of amounts.entries()) {
      const from = amounts[i - 1]?.end ?? 0;
      for (const [what, money] of meaningOf(statement, amount, from, amounts[i + 1]?.start ?? statement.text.length)) {
        if (money.amount > 0) found[what] ??= { money, said: statement };
      }
    }
  }
  const said = (each: Found | undefined) => each && stated(text, each.money, [each.said]);
  const [budget, min, max] = [said(found.budget), said(found.min), said(found.max)];
  return { ...(budget && { budget }), ...(min && { min }), ...(max && { max }) };
}

type Meaning = readonly (readonly ['budget' | 'min' | 'max', Money])[];

function meaningOf({ text, heading, lead }: Statement, { start, end, low, high }: Amount, from: number, to: number): Meaning {
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  if (OWN_MONEY.test(before) && !OF_PROJECT.test(before)) return [];
  const isSpan = low.amount !== high.amount;
  const [most, least] = [MOST.test(before) || /^\s*(?:som mest|at most|max(?:imalt)?)(?!\p{L})/iu.test(after), LEAST.test(before)];
  const [rest = ''] = after.split(/[;.]\s/u);
  const clause =
    text
      .slice(0, start)
      .split(/[;.]\s/u)
      .at(-1) ?? '';
  const perProject = /^\s*(?:per|för varje|for each|for every|a|each)\s+(?:projekt|ansökan|project|application|grant|sökande|applicant|organisation)/iu.test(
    after,
  );
  const ofProject = perProject || OF_PROJECT.test(clause) || OF_PROJECT.test(rest);
  const ofCall =
    OF_CALL.test(before) ||
    /^\s*(?:finns|(?:är |har )?avsatt\p{L}*|avsätts|att (?:fördela|söka)|is available|are available|in total|in all|totalt|utlyses|fördelas)/iu.test(after);
  if (BELOW.test(before) && REFUSED.test(text)) return [['min', low]];
  if (perProject && !isSpan) return [[least && !most ? 'min' : 'max', high]];
  if (ofCall && !ofProject && !isSpan) return [['budget', high]];
  if (isSpan)
    return ofCall && !ofProject && !HOW_MUCH.test(`${heading} ${lead}`)
      ? []
      : [
          ['min', low],
          ['max', high],
        ];
  if (least && !most) return [['min', low]];
  if (most) return [['max', high]];
  if (least) return nearer(before) === 'min' ? [['min', low]] : [['max', high]];
  if (ofProject || HOW_MUCH.test(`${heading} ${lead}`))
    return ofCall && /total\p{L}* (?:budget|available)|budget/iu.test(before) ? [['budget', high]] : [['max', high]];
  return /(?<!\p{L})budget/iu.test(`${heading} ${lead}`) ? [['budget', high]] : [];
}

const lastOf = (pattern: RegExp, text: string): number => Math.max(-1, ...[...text.matchAll(new RegExp(pattern, 'giu'))].map((m) => m.index));
const nearer = (before: string): 'min' | 'max' => (lastOf(LEAST, before) > lastOf(MOST, before) ? 'min' : 'max');
