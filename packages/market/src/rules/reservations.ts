import { type Annex2, type CpvCode, isListed } from '@asf-match/domain';
import type { ReservationRoute } from '../report.ts';

/**
 * The three ways in which LOU (2016:1145) lets a purchase be reserved, with conditions in short, what is known here
 * and what is missing. Whether 4 kap. 18 § can be used below the threshold is not answered by the text of the law
 * (19 kap. 1 §), so it is named as a question for a lawyer.
 */
export function reservationRoutes(
  facts: { readonly cpv: readonly CpvCode[]; readonly inCounty: number; readonly inCountry: number },
  annex2: Annex2,
): ReservationRoute[] {
  const { cpv, inCounty, inCountry } = facts;
  const market = `Registret har ${inCounty} ASF i behovets fält i Stockholms län och ${inCountry} i hela landet. Även Samhall och andra kan svara på en reserverad upphandling.`;
  return [
    {
      law: 'LOU 4 kap. 18 §',
      title: 'Reserverad för skyddade verkstäder och för leverantörer vars främsta syfte är social och yrkesmässig integration',
      conditions: [
        'Leverantörens främsta syfte är social och yrkesmässig integration av personer med funktionsnedsättning eller personer som har svårt att komma in på arbetsmarknaden, eller så ska kontraktet fullgöras inom ett program för skyddad anställning.',
        'Minst 30 procent av dem som sysselsätts hör till dessa grupper.',
      ],
      known: [market],
      missing: ['Hur stor andel som sysselsätts hos var och en; registret säger inte det.', 'Om paragrafen kan användas under tröskelvärdet: fråga jurist.'],
    },
    {
      law: 'LOU 19 kap. 25 §',
      title: 'Reserverad för organisationer med ett offentligt uppdrag',
      conditions: [
        'Tjänsten finns i bilaga 2 och har en av de CPV-koder som paragrafen räknar upp.',
        'Organisationens syfte är ett offentligt uppdrag kopplat till tjänsten, vinst återinvesteras, och personal, användare eller berörda deltar i ledning eller ägande.',
        'Kontraktet gäller högst tre år, och organisationen har inte tilldelats ett sådant kontrakt för samma tjänst de senaste tre åren.',
      ],
      known: [listed(cpv, '19-25', annex2)],
      missing: ['Om organisationerna i fältet uppfyller villkoren; registret säger inte det.'],
    },
    {
      law: 'LOU 19 kap. 25 a §',
      title: 'Reserverad för idéburna organisationer',
      conditions: [
        'Tjänsten finns i bilaga 2 och har en av de CPV-koder som paragrafen räknar upp.',
        'Organisationen är idéburen, dess allmännyttiga syfte bidrar till ändamålet med tjänsten, och den gör bara tillåtna värdeöverföringar.',
        'Staten, en region eller en kommun har inte ett rättsligt bestämmande inflytande över den.',
      ],
      known: [listed(cpv, '19-25a', annex2)],
      missing: ['Vilka i fältet som är registrerade som idéburna (lag 2022:900); registret säger inte det.'],
    },
  ];
}

function listed(cpv: readonly CpvCode[], list: '19-25' | '19-25a', annex2: Annex2): string {
  if (cpv.length === 0) return 'Behovet har ingen CPV-kod, så det går inte att säga om paragrafen nämner den.';
  const named = cpv.filter((code) => isListed(code, list, annex2));
  return named.length > 0 ? `Paragrafen nämner ${named.join(', ')}.` : `Paragrafen nämner inte ${cpv.join(', ')}.`;
}
