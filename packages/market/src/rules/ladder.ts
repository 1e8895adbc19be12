import { type Money, moneyInSwedish } from '@asf-match/domain';
import type { Ladder, Part, Rung, TaskSplit } from '../report.ts';
import { listing, named } from '../short-answer.ts';

/** Rules of thumb of our own, in the manner of le marché de l'inclusion (which asks 30, 10 and 1 of a larger market). No law says them. */
const LEAST_FOR_WHOLE = 5;
const LEAST_ABLE_FOR_WHOLE = 2;
const LEAST_FOR_LOT = 3;

export interface LadderFacts {
  readonly parts: readonly Part[];
  /** Open ASF of the county that work in all clear fields of the need. */
  readonly wholeInCounty: number;
  /** Of those with a stated capacity, how many state at least the need's value, and how many state any. */
  readonly able: number;
  readonly withCapacity: number;
  readonly inCounty: number;
  readonly inCountry: number;
  readonly value?: Money;
  readonly tasks: readonly TaskSplit[];
}

/**
 * From the whole contract to a dialogue alone: how far the register's numbers reach. It states numbers and what they are
 * held against; what to do is for the buyer and a lawyer (LOU 4 kap. 1 and 2 §§).
 */
export function ladder(facts: LadderFacts): Ladder {
  const rungs = [whole(facts), lots(facts), terms(facts), dialogue(facts)];
  const reached = rungs.find((r) => r.holds === 'yes') ?? (rungs.at(-1) as Rung);
  return {
    rungs,
    reached: reached.id,
    note: 'Trappan visar hur långt antalen i registret räcker. Gränserna är egna tumregler, inte lag. Kontrollera med jurist.',
  };
}

function whole({ wholeInCounty, able, withCapacity, value, parts }: LadderFacts): Rung {
  const clear = parts.some((p) => p.certainty !== 'possible');
  const enough = clear && wholeInCounty >= LEAST_FOR_WHOLE;
  return {
    id: 'whole',
    title: 'Hela kontraktet, öppet eller reserverat',
    law: 'LOU 4 kap. 18 §, 19 kap. 25 och 25 a §§',
    holds: !enough ? 'no' : !value || able < LEAST_ABLE_FOR_WHOLE ? (withCapacity > 0 && value ? 'no' : 'unknown') : 'yes',
    numbers: [
      `${wholeInCounty} ASF i länet arbetar i alla behovets tydliga fält (tumregel: minst ${LEAST_FOR_WHOLE}).`,
      value && withCapacity === 0
        ? 'Ingen av dem i länet har uppgett hur stora uppdrag den klarar.'
        : value
          ? `${able} av ${withCapacity} som har uppgett kapacitet uppger minst ${moneyInSwedish(value)} på ett år (tumregel: minst ${LEAST_ABLE_FOR_WHOLE}).`
          : 'Behovets värde är inte angivet, så kapaciteten kan inte jämföras.',
    ],
  };
}

function lots({ parts }: LadderFacts): Rung {
  const clear = parts.filter((p) => p.certainty !== 'possible');
  const enough = clear.filter((p) => p.inCounty >= LEAST_FOR_LOT);
  return {
    id: 'lots',
    title: 'En eller flera delar',
    law: 'LOU 4 kap. 13–15 §§',
    holds: enough.length > 0 ? 'yes' : 'no',
    numbers: [
      ...clear.map((p) => `${p.label}: ${p.inCounty} ASF i länet, ${p.inCountry} i registret.`),
      enough.length > 0
        ? `Minst ${LEAST_FOR_LOT} finns i länet för ${listing(enough.map((p) => named(p.label)))} (tumregel).`
        : `Inget fält har minst ${LEAST_FOR_LOT} ASF i länet (tumregel).`,
    ],
  };
}

function terms({ inCounty, inCountry, tasks }: LadderFacts): Rung {
  const named = tasks.filter((t) => t.quotes.length > 0).length;
  return {
    id: 'terms',
    title: 'Särskilda kontraktsvillkor om sysselsättning',
    law: 'LOU 17 kap. 1 §',
    holds: inCountry > 0 || named > 0 ? 'yes' : 'no',
    numbers: [
      `${inCounty} ASF i länet och ${inCountry} i registret arbetar i något av fälten.`,
      `${named} ${named === 1 ? 'arbetsuppgift' : 'arbetsuppgifter'} i texten har enklare moment (avsnitt 5).`,
    ],
  };
}

const dialogue = ({ inCountry }: LadderFacts): Rung => ({
  id: 'dialogue',
  title: 'Bara dialog',
  law: 'LOU 4 kap. 8 §',
  holds: 'yes',
  numbers: [
    inCountry > 0
      ? 'En dialog går alltid att hålla, med samma frågor till alla.'
      : 'Registret har ingen ASF i fältet. Fråga brett vad som finns, och vilka nya verksamheter som planeras.',
  ],
});
