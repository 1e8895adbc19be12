import { logistic, parseConcepts, parseTaxonomy, type Subject, sumOfWeights } from '@asf-match/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier } from './classifier.ts';
import { checkConcepts, compareConcepts } from './concept-check.ts';

const row = (...cells: readonly string[]): string => cells.join('\t');
const taxonomy = parseTaxonomy(
  [
    row('id', 'parent', 'label_sv', 'label_en'),
    row('stad', '', 'Städ', 'Cleaning'),
    row('stad.lokalvard', 'stad', 'Lokalvård', 'Cleaning'),
    row('stad.fonster', 'stad', 'Fönsterputs', 'Windows'),
    row('mat', '', 'Mat', 'Food'),
    row('mat.frukt', 'mat', 'Frukt', 'Fruit'),
    row('aterbruk', '', 'Återbruk', 'Reuse'),
    row('aterbruk.cykel', 'aterbruk', 'Cykel', 'Bicycles'),
  ].join('\n'),
  parseConcepts(
    [
      row('field', 'kind', 'text', 'weight', 'source'),
      row('stad', 'ord', 'renhållning', '', 'x'),
      row('stad.lokalvard', 'ord', 'lokalvård;städning;städ', '', 'x'),
      row('stad.lokalvard', 'motord', 'städmaskin', '', 'x'),
      row('stad.lokalvard', 'cpv', '90910000;90919200', '', 'x'),
      row('stad.lokalvard', 'cpv-nära', '90900000', '', 'x'),
      row('stad.lokalvard', 'cpv-liknar', '42995000', '', 'x'),
      row('stad.fonster', 'ord', 'fönsterputs;putsa fönster', '', 'x'),
      row('stad.fonster', 'cpv', '90911300', '', 'x'),
      row('mat.frukt', 'ord', 'fruktkorg', '', 'x'),
      row('mat.frukt', 'cpv', '03222000', '', 'x'),
      row('aterbruk.cykel', 'ord', 'reparation av cyklar', '', 'x'),
      row('aterbruk.cykel', 'motord', 'cykelväg', '', 'x'),
      row('aterbruk.cykel', 'cpv', '50800000', '', 'x'),
    ].join('\n'),
  ),
);
const classifier = createClassifier(taxonomy);

function subject(title: string, more: Partial<Subject> & { description?: string } = {}): Subject {
  const { description, ...rest } = more;
  const texts = [{ part: 'title', text: title }, ...(description ? [{ part: 'description', text: description }] : [])];
  return { ref: { kind: 'notice', id: 'x' }, language: 'sv', texts, cpv: [], places: [], reserved: false, buyers: [], ...rest };
}
const fields = (s: Subject): string[] =>
  classifier
    .classifySubject(s)
    .filter((c) => c.probability >= 0.5)
    .map((c) => c.field);

describe('classifySubject', () => {
  it('finds terms in any form, in compounds by their last part, and in phrases that end in a compound', () => {
    expect(fields(subject('Lokalvården i skolor'))).toEqual(['stad.lokalvard']);
    expect(fields(subject('Kontorsstädning'))).toEqual(['stad.lokalvard']);
    expect(fields(subject('Fönsterputsningstjänster'))).toEqual([]);
    expect(fields(subject('Reparation av tjänstecyklar'))).toEqual(['aterbruk.cykel']);
  });

  it('does not take a machine for the work that is done with it', () => {
    expect(fields(subject('Städmaskiner'))).toEqual([]);
    expect(fields(subject('Städmaskin till städning av hallar'))).toEqual([]);
    expect(fields(subject('Byggande av cykelväg'))).toEqual([]);
  });

  it('reads two words of a term near each other, but not across a list', () => {
    expect(fields(subject('Cyklar: service och reparation'))).toEqual(['aterbruk.cykel']);
    expect(fields(subject('Reparation av tak, cyklar och trä'))).toEqual([]);
  });

  it('reads a two-word term by the root that noun and verb share, and in a compound of thing and action', () => {
    expect(fields(subject('Putsning av kontorets fönster'))).toEqual(['stad.fonster']);
    expect(fields(subject('Cykelreparation'))).toEqual(['aterbruk.cykel']);
  });

  it('reads a word that a hyphen cuts short', () => {
    const [first] = classifier.classifySubject(subject('Kontors- och trappstädning'));
    expect(first?.field).toBe('stad.lokalvard');
    expect(classifier.classifySubject(subject('Fönster- och fasadputs'))[0]?.reasons.map((r) => r.quote?.text)).toContain('Fönster- och fasadputs');
  });

  it('tells what is bought from what is only mentioned', () => {
    const of = (title: string, field: string): number => classifier.classifySubject(subject(title)).find((c) => c.field === field)?.probability ?? 0;
    expect(of('Vagnar för städning', 'stad.lokalvard')).toBeLessThan(0.5);
    expect(of('Ramavtal för städning', 'stad.lokalvard')).toBeGreaterThan(0.5);
    expect(of('Städning av fruktkorgar', 'mat.frukt')).toBeLessThan(0.5);
    expect(of('Lokalvård, men fönsterputs omfattas inte', 'stad.fonster')).toBeLessThan(0.05);
    expect(of('Lokalvård, men fönsterputs omfattas inte', 'stad.lokalvard')).toBeGreaterThan(0.5);
    expect(of('Putsa fönster och städning', 'stad.lokalvard')).toBeGreaterThan(0.5);
  });

  it('takes a word of the group as weak evidence for each of its fields', () => {
    const found = classifier.classifySubject(subject('Renhållning'));
    expect(found.map((c) => c.field)).toEqual(['stad.fonster', 'stad.lokalvard']);
    expect(found.every((c) => c.probability < 0.5)).toBe(true);
  });

  it('reads codes up and down the tree, the own ones strongest', () => {
    const probability = (code: string): number =>
      classifier.classifySubject(subject('Tjänst', { cpv: [{ code, main: true }] })).find((c) => c.field === 'stad.lokalvard')?.probability ?? 0;
    const [same, below, above, related, apart] = ['90919200', '90911000', '90900000', '90900000', '72000000'].map(probability);
    expect(same).toBeGreaterThan(below ?? 1);
    expect(below).toBeGreaterThan(above ?? 1);
    expect(related).toBeGreaterThan(0);
    expect(apart).toBe(0);
  });

  it('lets text and code speak, so that a wrong code does not hide the text', () => {
    expect(fields(subject('Fruktkorgar till kontor', { cpv: [{ code: '79900000', main: true }] }))).toContain('mat.frukt');
  });

  it('doubts a service when goods are bought, and a field of goods not', () => {
    const service = (nature: 'services' | 'supplies') => classifier.classifySubject(subject('Inköp', { nature, description: 'Material till städning.' }))[0];
    expect(service('supplies')?.probability).toBeLessThan(service('services')?.probability ?? 0);
    expect(service('supplies')?.reasons.map((r) => r.rule)).toContain('goods');
    const fruit = classifier.classifySubject(subject('Fruktkorgar', { nature: 'supplies', cpv: [{ code: '03222000', main: true }] }))[0];
    expect(fruit?.reasons.map((r) => r.rule)).not.toContain('goods');
  });

  it('is sure of the goods when the purchase says so, less when only the code does', () => {
    const weight = (more: Partial<Subject>): number =>
      classifier.classifySubject(subject('Städning', more))[0]?.reasons.find((r) => r.rule === 'goods')?.weight ?? 0;
    const cpv = [{ code: '39830000', main: true }];
    expect(weight({ cpv, nature: 'supplies' })).toBeLessThan(weight({ cpv }));
    expect(weight({ cpv })).toBeLessThan(0);
    expect(weight({ cpv, nature: 'services' })).toBe(0);
  });

  it('says nothing twice when a lot repeats the notice', () => {
    const once = subject('Städning', { description: 'Städning av kontor.' });
    const repeated = { ...once, texts: [...once.texts, { part: 'lot:1:description', lot: '1', text: 'Städning av kontor.' }] };
    expect(classifier.classifySubject(repeated)).toEqual(classifier.classifySubject(once));
  });

  it('gives a probability that is exactly the logistic of its reasons, with quotes that are verbatim', () => {
    const word = fc.constantFrom('städning', 'Lokalvård', 'putsa', 'fönster', 'fruktkorgar', 'städmaskin', 'och', 'kontor', 'åäö', '—', '1 000 kr');
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (title, description) => {
        const s = subject(title, { description, cpv: [{ code: '90919200', main: true }] });
        for (const { probability, reasons } of classifier.classifySubject(s)) {
          expect(probability).toBe(logistic(sumOfWeights(reasons)));
          for (const { quote } of reasons) {
            if (!quote || quote.part === 'cpv') continue;
            expect(s.texts.find((t) => t.part === quote.part)?.text.slice(quote.start, quote.end)).toBe(quote.text);
          }
        }
      }),
    );
  });

  it('finds nothing in nothing, and takes any string', () => {
    expect(classifier.classifySubject(subject(''))).toEqual([]);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => classifier.classifySubject(subject(text)).every((c) => c.probability <= 1)));
    const started = performance.now();
    classifier.classifySubject(subject('å'.repeat(100_000), { description: 'ord och mening '.repeat(300_000) }));
    expect(performance.now() - started).toBeLessThan(4000);
  });

  it('takes time in proportion to the text, however its terms repeat', () => {
    const took = (times: number): number => {
      const text = 'städmaskin städning, renhållning av kontors- och trappstäd för cyklar. '.repeat(times);
      const started = performance.now();
      classifier.classifySubject(subject('x', { description: text }));
      return performance.now() - started;
    };
    took(1000);
    expect(took(16_000)).toBeLessThan(8 * Math.max(took(4000), 20));
  });
});

describe('classifyOffers', () => {
  it('reads what an organisation says that it does', () => {
    expect(
      classifier
        .classifyOffers('Vi gör fruktkorgar och putsar fönster; städar gör vi också')
        .map((c) => c.field)
        .sort(),
    ).toEqual(['mat.frukt', 'stad.fonster', 'stad.lokalvard']);
    expect(classifier.classifyOffers('')).toEqual([]);
  });
});

describe('what is only mentioned', () => {
  const rows = [
    row('field', 'kind', 'text', 'weight', 'source'),
    row('mat.cafe', 'ord', 'café; drift av café', '', 'x'),
    row('besok.boende', 'ord', 'hotell', '', 'x'),
    row('arbint.traning', 'ord', 'arbetsträning', '', 'x'),
    row('gron.tradgard', 'ord', 'häckklippning; trädgårdsskötsel', '', 'x'),
    row('gron.tradgard', 'erbjudande', 'trädgård', '', 'x'),
    row('stad.lokalvard', 'ord', 'städning; städar', '', 'x'),
    row('stad.hem', 'ord', 'putsning', '0,55', 'x'),
  ];
  const ids = ['mat', 'mat.cafe', 'besok', 'besok.boende', 'arbint', 'arbint.traning', 'gron', 'gron.tradgard', 'stad', 'stad.lokalvard', 'stad.hem'];
  const fieldsTsv = [
    row('id', 'parent', 'label_sv', 'label_en'),
    ...ids.map((id) => row(id, id.includes('.') ? (id.split('.')[0] as string) : '', id, id)),
  ].join('\n');
  const other = parseTaxonomy(fieldsTsv, parseConcepts(rows.join('\n')));
  const reader = createClassifier(other);
  const asked = (title: string, description = '', cpv: string[] = []): string[] =>
    reader
      .classifySubject(subject(title, { description, cpv: cpv.map((code) => ({ code, main: true })) }))
      .filter((c) => c.probability >= 0.5)
      .map((c) => c.field);
  const offered = (text: string): string[] =>
    reader
      .classifyOffers(text)
      .filter((c) => c.probability >= 0.5)
      .map((c) => c.field)
      .sort();

  it('is where another field’s work is done', () => {
    expect(asked('Drift av café i hotell')).toEqual(['mat.cafe']);
    expect(asked('Drift av café, hotell').sort()).toEqual(['besok.boende', 'mat.cafe']);
  });

  it('is a place that follows directly, or hangs on a second preposition', () => {
    expect(fields(subject('Fönsterputs fruktkorgar'))).toEqual(['stad.fonster']);
    expect(fields(subject('Lokalvård till skolor samt till fruktkorgar'))).toEqual(['stad.lokalvard']);
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

  it('is found in texts without å, ä and ö, but no short word that is another then', () => {
    expect(asked('Stadning av hotell')).toEqual(['stad.lokalvard']);
    expect(asked('Hackklippning')).toEqual(['gron.tradgard']);
    expect(asked('Hackklippning på Ön')).toEqual([]);
  });

  it('counts a light word for less', () => {
    expect(asked('Putsning')).toEqual([]);
  });

  it('hears a code of another branch against the words', () => {
    const probability = (code?: string): number =>
      reader.classifySubject(subject('Städning', { cpv: code ? [{ code, main: true }] : [] })).find((c) => c.field === 'stad.lokalvard')?.probability ?? 0;
    expect(probability('71000000')).toBeLessThan(probability('80000000'));
    expect(probability('80000000')).toBeLessThan(probability());
  });

  it('is shown when the map is changed, and what cannot be meant is found', () => {
    const more = parseTaxonomy(
      fieldsTsv,
      parseConcepts(
        [
          ...rows,
          row('mat.cafe', 'ord', 'och för', '', 'x'),
          row('besok.boende', 'ord', 'hotellet', '', 'x'),
          row('mat.cafe', 'motord', 'drift av café', '', 'x'),
          row('stad.hem', 'ord', 'hotellrum; hotell', '', 'x'),
        ].join('\n'),
      ),
    );
    expect(checkConcepts(other)).toEqual([]);
    expect(checkConcepts(more).map((r) => `${r.kind} ${r.text}`)).toEqual(['both drift av café', 'empty och för', 'twice hotellet']);
    const changes = compareConcepts(other, more, [subject('Hotell'), subject('Drift av café'), subject('Städning')]);
    expect(changes.map((c) => [c.subject.texts[0]?.text, c.kind, c.field, c.because])).toEqual([
      ['Hotell', 'lost', 'besok.boende', 'Hotell'],
      ['Drift av café', 'lost', 'mat.cafe', 'Drift av café'],
    ]);
  });
});

describe('bad input', () => {
  const long = (unit: string): string => unit.repeat(Math.ceil(5_000_000 / unit.length));
  const inputs: Readonly<Record<string, string>> = {
    'empty text': '',
    '5 MB of terms': long('Städning av kontor, fönsterputs och fruktkorgar.\n'),
    '5 MB without a full stop': long('putsa stora fönster '),
    'one word of 100,000 letters': 'städ'.repeat(25_000),
    'only digits': '0123456789'.repeat(10_000),
    emoji: '🧹'.repeat(50_000),
    'right-to-left marks': '\u202estädning\u200f '.repeat(10_000),
    'lone surrogates': '\ud800\udc00\udc00\ud800 '.repeat(20_000),
    Finnish: 'Siivouspalvelut, ikkunanpesu ja ruokapalvelut kunnan kiinteistöissä. '.repeat(1_000),
    Arabic: 'خدمات التنظيف وصيانة المباني البلدية. '.repeat(1_000),
  };

  it.each(Object.entries(inputs))('is answered within a second: %s', (_, text) => {
    const before = process.cpuUsage();
    const found = classifier.classifySubject(subject(text.slice(0, 100), { description: text }));
    const { user, system } = process.cpuUsage(before);
    expect(user + system).toBeLessThan(1_000_000);
    for (const { probability, reasons } of found) {
      expect(probability).toBeGreaterThan(0);
      for (const { quote } of reasons) if (quote?.part === 'description') expect(text.slice(quote.start, quote.end)).toBe(quote.text);
    }
  });

  it('finds what stands at the beginning and at the end of a text that is too long to be read whole', () => {
    const filler = long('Ord utan betydelse för saken. ');
    const reasons = classifier
      .classifySubject(subject('Ramavtal', { description: `Fönsterputs.\n${filler}\nFruktkorgar levereras.` }))
      .flatMap((c) => c.reasons);
    const quoted = reasons.flatMap((r) => r.quote?.text ?? []);
    expect(quoted).toEqual(expect.arrayContaining(['Fönsterputs', 'Fruktkorgar']));
  });
});
