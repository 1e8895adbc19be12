import { parseConcepts, parseTaxonomy } from '@asf-match/domain';
import { expect, it } from 'vitest';
import { createClassifier } from './classifier.ts';
import { likely, row, tableOf } from './testing/small-taxonomy.ts';

const taxonomy = parseTaxonomy(
  tableOf(['mat.frukt', 'mat.lunch', 'aterbruk.sh', 'hantverk.mobel', 'arbint.traning', 'arbint.handled', 'textil.tvatt', 'kontor.tryck']),
  parseConcepts(
    [
      row('field', 'kind', 'text', 'weight', 'source'),
      row('mat.frukt', 'ord', 'fruktkorgar', '', 'x'),
      row('mat.lunch', 'ord', 'restaurang', '', 'x'),
      row('aterbruk.sh', 'ord', 'loppis', '', 'x'),
      row('hantverk.mobel', 'ord', 'möbler', '', 'x'),
      row('arbint.traning', 'ord', 'tar emot praktikanter', '', 'x'),
      row('arbint.handled', 'ord', 'utbildar handledare', '', 'x'),
      row('arbint.handled', 'ord', 'utbildning handledare', '', 'x'),
      row('textil.tvatt', 'ord', 'tvättar', '', 'x'),
      row('kontor.tryck', 'ord', 'häften', '0,55', 'x'),
    ].join('\n'),
  ),
);
const classifier = createClassifier(taxonomy);
const offered = (text: string): string[] => likely(classifier.classifyOffers(text)).sort();

it('leaves out a place that the work is done for, also as one of several', () => {
  expect(offered('fruktkorgar till hotell och små lokala restauranger')).toEqual(['mat.frukt']);
  expect(offered('fruktkorgar, restaurang')).toEqual(['mat.frukt', 'mat.lunch']);
});

it('leaves out what others do', () => {
  expect(offered('Utbildar handledare hos företag som tar emot praktikanter')).toEqual(['arbint.handled']);
  expect(offered('Vi tar emot praktikanter')).toEqual(['arbint.traning']);
});

it('leaves out things and verbs that fit anything where sentences say what is done, but not among key words', () => {
  expect(offered('Loppis med möbler. Vi tvättar allt.')).toEqual(['aterbruk.sh']);
  expect(offered('loppis, möbler, tvättar')).toEqual(['aterbruk.sh', 'hantverk.mobel', 'textil.tvatt']);
  expect(offered('Vi tvättar.')).toEqual(['textil.tvatt']);
});

it('takes a light word for more among key words than in a sentence', () => {
  const chance = (text: string): number => classifier.classifyOffers(text).find((c) => c.field === 'kontor.tryck')?.probability ?? 0;
  expect(chance('häften')).toBeGreaterThan(0.5);
  expect(chance('Vi gör häften.')).toBeLessThan(0.5);
});

it('leaves out places that are customers or owners of something, and what was done formerly', () => {
  expect(offered('Fruktkorgar varje måndag. Restauranger i trakten köper resten.')).toEqual(['mat.frukt']);
  expect(offered('Fruktkorgar från restaurangens gård.')).toEqual(['mat.frukt']);
  expect(offered('Tidigare hade vi restaurang, nu packar vi fruktkorgar.')).toEqual(['mat.frukt']);
  expect(offered('Vi driver en restaurang som har funnits länge.')).toEqual(['mat.lunch']);
});

it('leaves out what people learn on the way, and what others are left to do', () => {
  expect(offered('Loppis varje dag. De som arbetar här lär sig kassa och restaurang.')).toEqual(['aterbruk.sh']);
  expect(offered('Loppis varje dag. Restaurang har vi slutat med.')).toEqual(['aterbruk.sh']);
  expect(offered('Loppis varje dag. Restaurangen sköter en annan firma.')).toEqual(['aterbruk.sh']);
  expect(offered('Loppis varje dag. Restaurangen sköter vi själva.')).toEqual(['aterbruk.sh', 'mat.lunch']);
});

it('reads words cut short in key words, and takes these for no sentence', () => {
  expect(offered('restaurang, möbler, utb. handledare, renhålln.')).toEqual(['arbint.handled', 'hantverk.mobel', 'mat.lunch']);
});

it('begins another clause with "men"', () => {
  expect(offered('Fruktkorgar men inte restaurang')).toEqual(['mat.frukt']);
});
