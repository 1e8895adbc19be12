import { type Classification, parseConcepts, parseTaxonomy, type Subject } from '@asf-match/domain';

/** A row of a table, tab separated. */
export const row = (...cells: readonly string[]): string => cells.join('\t');
/** A few fields with terms, negative terms and codes of every kind. */
export const smallTaxonomy = parseTaxonomy(
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

/** A purchase with this title and, when given, description. */
export function subject(title: string, more: Partial<Subject> & { description?: string } = {}): Subject {
  const { description, ...rest } = more;
  const texts = [{ part: 'title', text: title }, ...(description ? [{ part: 'description', text: description }] : [])];
  return { ref: { kind: 'notice', id: 'x' }, language: 'sv', texts, cpv: [], places: [], reserved: false, buyers: [], ...rest };
}

/** Rows of a concept map with words that are easily only mentioned: where something is done, for whom, with what. */
export const mentionRows = [
  row('field', 'kind', 'text', 'weight', 'source'),
  row('mat.cafe', 'ord', 'café; drift av café; café med', '', 'x'),
  row('besok.boende', 'ord', 'hotell', '', 'x'),
  row('arbint.traning', 'ord', 'arbetsträning', '', 'x'),
  row('gron.tradgard', 'ord', 'häckklippning; trädgårdsskötsel', '', 'x'),
  row('gron.tradgard', 'erbjudande', 'trädgård', '', 'x'),
  row('stad.lokalvard', 'ord', 'städning; städar', '', 'x'),
  row('stad.hem', 'ord', 'putsning', '0,55', 'x'),
];

/** A table of these leaves and of their groups, called by their ids. */
export function tableOf(leaves: readonly string[]): string {
  const groups = [...new Set(leaves.map((id) => id.split('.')[0] as string))];
  return [
    row('id', 'parent', 'label_sv', 'label_en'),
    ...groups.map((id) => row(id, '', id, id)),
    ...leaves.map((id) => row(id, id.split('.')[0] as string, id, id)),
  ].join('\n');
}
/** The fields of those rows, as a table. */
export const mentionFields = tableOf(['mat.cafe', 'besok.boende', 'arbint.traning', 'gron.tradgard', 'stad.lokalvard', 'stad.hem']);
export const mentionTaxonomy = parseTaxonomy(mentionFields, parseConcepts(mentionRows.join('\n')));

/** The fields that are found with even odds or more. */
export const likely = (found: readonly Classification[]): string[] => found.filter((c) => c.probability >= 0.5).map((c) => c.field);
