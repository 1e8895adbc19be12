import { type Annex2, type CpvCode, isListed } from '@asf-match/domain';
import type { Condition, LimitCheck, ReservationRoute } from '../report.ts';

export interface ReservationFacts {
  readonly cpv: readonly CpvCode[];
  readonly inCounty: number;
  readonly inCountry: number;
  /** The need's value against the threshold that applies to it. */
  readonly threshold?: LimitCheck['relation'] | undefined;
}

const UNKNOWN = 'Registret säger inte det. Fråga var och en.';
const MARKET = ({ inCounty, inCountry }: ReservationFacts): string =>
  `${inCountry === 0 ? 'Ingen öppen rad i registret hör till ett fält som behovet rör.' : `Registret har ${inCounty} ASF i behovets fält i Stockholms län och ${inCountry} i hela landet.`} Även Samhall och andra kan svara på en reserverad upphandling.`;

/**
 * The three ways in which LOU (2016:1145) lets a purchase be reserved, each condition beside the fact that meets it or
 * what is missing. Whether 4 kap. 18 § can be used below the threshold is not answered by the text of the law
 * (19 kap. 1 §), so it is named as a question for a lawyer.
 */
export function reservationRoutes(facts: ReservationFacts, annex2: Annex2): ReservationRoute[] {
  const inAnnex2 = facts.cpv.some((code) => isListed(code, 'annex-2', annex2));
  return [
    {
      law: 'LOU 4 kap. 18 §',
      title: 'Reserverad för skyddade verkstäder och för leverantörer vars främsta syfte är social och yrkesmässig integration',
      conditions: [
        aboveThreshold(facts, inAnnex2),
        unknown(
          'Leverantörens främsta syfte är social och yrkesmässig integration av personer med funktionsnedsättning eller personer som har svårt att komma in på arbetsmarknaden, eller så ska kontraktet fullgöras inom ett program för skyddad anställning.',
        ),
        unknown('Minst 30 procent av dem som sysselsätts hör till dessa grupper.'),
      ],
      known: [MARKET(facts), 'Paragrafen gäller alla CPV-koder.'],
      missing: ['Hur stor andel som sysselsätts hos var och en.', 'Om paragrafen kan användas under tröskelvärdet: fråga jurist.'],
    },
    {
      law: 'LOU 19 kap. 25 §',
      title: 'Reserverad för organisationer med ett offentligt uppdrag',
      conditions: [
        listed(facts.cpv, '19-25', annex2),
        unknown(
          'Organisationens syfte är ett offentligt uppdrag kopplat till tjänsten, vinst återinvesteras, och personal, användare eller berörda deltar i ledning eller ägande.',
        ),
        unknown('Organisationen har inte tilldelats ett sådant kontrakt för samma tjänst de senaste tre åren.'),
        { text: 'Kontraktet gäller högst tre år.', state: 'unknown', because: 'Ni bestämmer avtalstiden.' },
      ],
      known: [],
      missing: ['Om organisationerna i fältet uppfyller villkoren.'],
    },
    {
      law: 'LOU 19 kap. 25 a §',
      title: 'Reserverad för idéburna organisationer',
      conditions: [
        listed(facts.cpv, '19-25a', annex2),
        unknown('Organisationen är idéburen, dess allmännyttiga syfte bidrar till ändamålet med tjänsten, och den gör bara tillåtna värdeöverföringar.'),
        unknown('Staten, en region eller en kommun har inte ett rättsligt bestämmande inflytande över den.'),
      ],
      known: [],
      missing: ['Vilka i fältet som är registrerade som idéburna (lag 2022:900).'],
    },
  ];
}

const unknown = (text: string): Condition => ({ text, state: 'unknown', because: UNKNOWN });

function aboveThreshold({ threshold }: ReservationFacts, inAnnex2: boolean): Condition {
  const text = 'Upphandlingen sker enligt reglerna över tröskelvärdet, där 4 kap. gäller.';
  if (inAnnex2) return { text, state: 'unknown', because: 'CPV-koden finns i bilaga 2, där 19 kap. gäller i stället. Fråga jurist.' };
  if (threshold === 'at-or-above') return { text, state: 'met', because: 'Behovets värde når tröskelvärdet.' };
  if (threshold === 'below')
    return { text, state: 'not-met', because: 'Behovets värde är under tröskelvärdet. Kommuner har ändå reserverat sådana upphandlingar. Fråga jurist.' };
  return { text, state: 'unknown', because: 'Värdet kan inte jämföras med tröskelvärdet.' };
}

function listed(cpv: readonly CpvCode[], list: '19-25' | '19-25a', annex2: Annex2): Condition {
  const text = 'Tjänsten finns i bilaga 2 och har en av de CPV-koder som paragrafen räknar upp.';
  if (cpv.length === 0) return { text, state: 'unknown', because: 'Behovet har ingen CPV-kod, så det går inte att säga om paragrafen nämner den.' };
  const named = cpv.filter((code) => isListed(code, list, annex2));
  return named.length > 0
    ? { text, state: 'met', because: `Paragrafen nämner ${named.join(', ')}.` }
    : { text, state: 'not-met', because: `Paragrafen nämner inte ${cpv.join(', ')}.` };
}
