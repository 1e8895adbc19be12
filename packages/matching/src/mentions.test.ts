import type { Subject } from '@asf-match/domain';
import { describe, expect, it } from 'vitest';
import { createClassifier } from './classifier.ts';
import { likely, mentionTaxonomy, smallTaxonomy, subject } from './testing/small-taxonomy.ts';

const classifier = createClassifier(smallTaxonomy);
const fields = (s: Subject): string[] => likely(classifier.classifySubject(s));

const reader = createClassifier(mentionTaxonomy);
const asked = (title: string): string[] => likely(reader.classifySubject(subject(title)));
const offered = (text: string): string[] => likely(reader.classifyOffers(text)).sort();

describe('what is only mentioned', () => {
  it('is where another field’s work is done', () => {
    expect(asked('Drift av café i hotell')).toEqual(['mat.cafe']);
    expect(asked('Drift av café, hotell').sort()).toEqual(['besok.boende', 'mat.cafe']);
  });

  it('is a place that follows directly, or hangs on a second preposition', () => {
    expect(fields(subject('Fönsterputs fruktkorgar'))).toEqual(['stad.fonster']);
    expect(fields(subject('Lokalvård till skolor samt till fruktkorgar'))).toEqual(['stad.lokalvard']);
  });

  it('is what something is learnt or found out about', () => {
    expect(fields(subject('Utredning av lokalvård'))).toEqual([]);
    expect(fields(subject('Kvalitetsmätning av kommunens fönsterputs'))).toEqual([]);
    expect(fields(subject('Utbildning i fönsterputs'))).toEqual([]);
    expect(fields(subject('Utförande av fönsterputs'))).toEqual(['stad.fonster']);
  });

  it('is what somebody else does', () => {
    expect(
      fields(subject('Ramavtal', { description: 'Städning. Fönsterputs och putsning upphandlas separat.', cpv: [{ code: '90910000', main: true }] })),
    ).toEqual(['stad.lokalvard']);
    expect(fields(subject('Fönsterputs handlas upp på annat avtal'))).toEqual([]);
  });

  it('is a condition of the contract', () => {
    const filler = 'Avtalet gäller hela kommunen. '.repeat(12);
    const weightOf = (sentence: string): number =>
      reader.classifySubject(subject('Tjänster', { description: filler + sentence })).find((c) => c.field === 'arbint.traning')?.reasons[1]?.weight ?? 0;
    expect(weightOf('Sociala krav: leverantören erbjuder arbetsträning.')).toBeCloseTo(weightOf('Leverantören erbjuder arbetsträning.') / 2, 9);
  });

  it('is a weak word that is no entry of its own in an offer, or one that is not done', () => {
    expect(offered('trädgård')).toEqual(['gron.tradgard']);
    expect(asked('Trädgård')).toEqual([]);
    expect(offered('Vi säljer böcker och fina saker från någons trädgård')).toEqual([]);
    expect(offered('Häckklippning. Vi städar inte hemma.')).toEqual(['gron.tradgard']);
    expect(offered('Städning, även häckklippning, men inte trädgårdsskötsel')).toEqual(['gron.tradgard', 'stad.lokalvard']);
  });

  it('is not what a colon leads to in an offer', () => {
    const weight = (text: string) => reader.classifyOffers(text).find((c) => c.field === 'gron.tradgard')?.reasons[1]?.weight;
    expect(weight('Café vid hotell: häckklippning')).toBe(weight('Häckklippning'));
    expect(weight('Café vid hotell häckklippning')).toBeLessThan(weight('Häckklippning') ?? 0);
  });

  it('is not the work that an offer of training is about, nor what a way of buying is for', () => {
    expect(offered('Arbetsträning i café')).toEqual(['arbint.traning', 'mat.cafe']);
    expect(asked('Arbetsträning i café')).toEqual(['arbint.traning']);
    expect(asked('Dynamiskt inköpssystem för städning')).toEqual(['stad.lokalvard']);
    expect(asked('Vagnar för städning')).toEqual([]);
  });

  it('is a weak word where something is sold, but not each entry of a list', () => {
    expect(offered('Böcker i trädgård')).toEqual([]);
    expect(offered('Vi tar hand om böcker, saker och trädgård')).toEqual(['gron.tradgard']);
  });

  it('is not what comes with a term', () => {
    expect(offered('Café med häckklippning')).toEqual(['gron.tradgard', 'mat.cafe']);
  });
});
