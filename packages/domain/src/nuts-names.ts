import type { Place } from './place.ts';

/** Sweden's areas by NUTS code: riksdelar, riksområden and counties (Regulation (EC) No 1059/2003, annex I; SCB). */
const NAMES: Readonly<Record<string, string>> = {
  ...{ SE: 'Hela Sverige', SE1: 'Östra Sverige', SE2: 'Södra Sverige', SE3: 'Norra Sverige' },
  ...{ SE11: 'Stockholms län', SE12: 'Östra Mellansverige', SE21: 'Småland med öarna', SE22: 'Sydsverige', SE23: 'Västsverige' },
  ...{ SE31: 'Norra Mellansverige', SE32: 'Mellersta Norrland', SE33: 'Övre Norrland' },
  ...{ SE110: 'Stockholms län', SE121: 'Uppsala län', SE122: 'Södermanlands län', SE123: 'Östergötlands län', SE124: 'Örebro län' },
  ...{ SE125: 'Västmanlands län', SE211: 'Jönköpings län', SE212: 'Kronobergs län', SE213: 'Kalmar län', SE214: 'Gotlands län' },
  ...{ SE221: 'Blekinge län', SE224: 'Skåne län', SE231: 'Hallands län', SE232: 'Västra Götalands län', SE311: 'Värmlands län' },
  ...{ SE312: 'Dalarnas län', SE313: 'Gävleborgs län', SE321: 'Västernorrlands län', SE322: 'Jämtlands län', SE331: 'Västerbottens län' },
  SE332: 'Norrbottens län',
};

/** The places as people call them, each once: the source's own name, or else that of the area; a code that is not Swedish as it is. */
export const placesInSwedish = (places: readonly Place[]): string[] => [
  ...new Set(places.flatMap(({ name, nuts }) => name ?? (nuts && (NAMES[nuts] ?? nuts)) ?? [])),
];
