import {
  callFigures,
  divisionFigures,
  followUpFigures,
  innovationFigures,
  needFigures,
  noticeFigures,
  registerFigures,
  rowFigures,
  toldFigures,
} from './year-figures.ts';
import type { YearInput } from './year-input.ts';
import type { Activity, YearlyReport } from './yearly-report.ts';

/** The activities of the plan, in its order, each with its figures and with what a person must fill in. Pure. */
export function reportOnYear(input: YearInput): YearlyReport {
  const { year, today, version, register, sources } = input;
  const activities: Activity[] = [
    { title: 'Systematisk omvärldsbevakning av de områden där lokala ASF arbetar', figures: registerFigures(input), fillIn: [] },
    {
      title: 'Metoder för att undersöka marknaden som visar vad ASF kan bidra med',
      figures: needFigures(input),
      fillIn: ['I hur många inköp användes en matchrapport, och vad ledde den till?'],
    },
    {
      title: 'Särskilda dialoger om nämndens inköpsbehov',
      figures: [],
      fillIn: ['Hur många dialoger hölls, hur många bjöds in och hur många kom? Räkna i dialogloggarna.'],
    },
    {
      title: 'Anpassa språket i upphandlingar',
      figures: [],
      fillIn: ['Hur många utkast kontrollerades, och hur ändrades läsbarheten från första till sista utkast?'],
    },
    { title: 'Innovationsupphandling där ASF är med i nulägesbeskrivningen', figures: innovationFigures(input), fillIn: [] },
    {
      title: 'Följa upp arbetsförberedande insatser från 2021 och framåt',
      figures: followUpFigures(input),
      fillIn: ['Hur gick inköpen där uppgift saknas? Se tilldelningsbesluten.'],
    },
    {
      title: 'Identifiera utlysningar för ASF och staden',
      figures: callFigures(input),
      fillIn: ['Hur många söktes och beviljades, och i vilken roll?'],
    },
    {
      title: 'Arbetsdifferentiering: enklare uppgifter som kan köpas eller utföras för sig',
      figures: divisionFigures(input),
      fillIn: ['Hur många delades upp i praktiken?'],
    },
    { title: 'Register över ASF', figures: rowFigures(input), fillIn: [] },
    {
      title: 'Bjuda in samtliga kända ASF, och berätta om annonser',
      figures: [...noticeFigures(input), ...toldFigures(input)],
      fillIn: ['Till hur många skickades inbjudningar? Antalet bör vara alla öppna rader i registret.'],
    },
    { title: 'Årlig rapport till nämnden', figures: [], fillIn: ['När behandlade nämnden rapporten, och med vilket diarienummer?'] },
  ];
  return { kind: 'arsrapport', year, madeOn: today, version, example: register === undefined, activities, sources };
}
