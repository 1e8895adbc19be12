import { ALERT_PROBABILITY, logistic, sumOfWeights } from '@asf-match/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workIntegrationRelevance } from './relevance.ts';

const FOR: readonly (readonly [title: string, text: string])[] = [
  ['Inkluderande arbetsliv i Stockholm', 'Målgruppen är långtidsarbetslösa.'],
  ['Affärsutveckling', 'Stöd till arbetsintegrerande sociala företag.'],
  ['Social innovation för långvarigt arbetslösa', ''],
  ['Bidrag för nyanländas etablering', 'Insatser som leder till arbete för nyanlända kvinnor på arbetsmarknaden.'],
  ['ESF+ programområde A', 'Arbetsträning och handledning för personer långt från arbetsmarknaden.'],
  ['Upscaling WISE', 'Work integration social enterprises in Europe.'],
  ['Pathways to employment', 'For young people not in education, employment or training.'],
  ['Unga som varken arbetar eller studerar', 'Uppsökande arbete.'],
];
const AGAINST: readonly (readonly [title: string, text: string])[] = [
  ['Batterier för elflyg', 'Utveckling av batterier.'],
  ['Films on the Move', 'Support for European film festivals and jobs in the sector.'],
  ['Forskarskola i artificiell intelligens', 'Doktorander inom AI och kompetens.'],
  ['Civil-militär innovation', 'Projekt som utvecklar metoder för försvaret.'],
  ['Hållbart jordbruk', 'Kompetens och delaktighet på landsbygden.'],
  ['Quantum flagship', 'Inclusive participation of researchers.'],
];

describe('relevance to work integration', () => {
  it.each(FOR.map(([title, text]) => ({ title, text })))('for: $title', (call) =>
    expect(workIntegrationRelevance(call).probability).toBeGreaterThanOrEqual(ALERT_PROBABILITY),
  );
  it.each(AGAINST.map(([title, text]) => ({ title, text })))('against: $title', (call) =>
    expect(workIntegrationRelevance(call).probability).toBeLessThan(ALERT_PROBABILITY),
  );

  it('follows from its reasons alone, and each quote stands where it says', () => {
    for (const [title, text] of [...FOR, ...AGAINST]) {
      const { probability, reasons } = workIntegrationRelevance({ title, text });
      expect(probability).toBeCloseTo(logistic(sumOfWeights(reasons)), 12);
      for (const { quote } of reasons) if (quote) expect((quote.part === 'title' ? title : text).slice(quote.start, quote.end)).toBe(quote.text);
    }
  });

  it('is low for a text that says nothing of it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'xyzq .') }),
        (text) => void expect(workIntegrationRelevance({ title: text, text }).probability).toBeLessThan(0.1),
      ),
    );
  });
});
