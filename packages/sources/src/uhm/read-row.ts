import {
  type ContractedTender,
  type ContractedValue,
  contractedTenderSchema,
  contractedValueSchema,
  type LotTenders,
  lotTendersSchema,
  type PastPurchase,
  pastPurchaseSchema,
} from '@asf-match/domain';
import type { z } from 'zod';
import { known, readBuyerNumber, readCount, readCpvCell, readFlag, readKronor, readNature, readParty, readSize } from './cells.ts';
import { type Cells, figureCell, type UhmExport } from './columns.ts';

/** The id of the source in keys. */
const UHM = 'uhm';

/** A row of an export. */
export type UhmRow =
  | { readonly export: 'procurements'; readonly value: PastPurchase }
  | { readonly export: 'contracted-tenders'; readonly value: ContractedTender }
  | { readonly export: 'lot-tenders'; readonly value: LotTenders }
  | { readonly export: 'contracted-value'; readonly value: ContractedValue };

/** What a row says, or why it says nothing: `not-contracted` for a tender that lost, else what is wrong with it. */
export type RowOutcome = UhmRow | 'not-contracted' | { readonly wrong: string };

export function readRow(which: UhmExport, cells: Cells): RowOutcome {
  switch (which) {
    case 'procurements':
      return checked('procurements', pastPurchaseSchema, purchaseOf(cells));
    case 'contracted-tenders':
      // Since 2024 there is an export with all tenders; those that did not win say so here.
      return flagOf(cells, 'Kontrakterad') === false ? 'not-contracted' : checked('contracted-tenders', contractedTenderSchema, tenderOf(cells));
    case 'lot-tenders':
      return checked('lot-tenders', lotTendersSchema, { ...keyOf(cells), ...lotOf(cells), tenders: readCount(figureCell(cells, which)) });
    case 'contracted-value':
      return checked('contracted-value', contractedValueSchema, { ...keyOf(cells), value: { amount: readKronor(figureCell(cells, which)), currency: 'SEK' } });
  }
}

function checked<K extends UhmRow['export'], T>(name: K, schema: z.ZodType<T>, value: object): { export: K; value: T } | { wrong: string } {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { export: name, value: parsed.data };
  const issue = parsed.error.issues[0];
  return { wrong: `${issue?.path.join('.') ?? 'row'}: ${issue?.message ?? 'invalid'}` };
}

const flagOf = (cells: Cells, column: string): boolean | undefined => readFlag(cells.get(column.toLowerCase()), column);

const keyOf = (cells: Cells) => ({
  source: UHM,
  year: readCount(cells.get('år')),
  id: known(cells.get('upphandlings-id')),
  title: known(cells.get('upphandlingens titel')),
});

const lotOf = (cells: Cells) => ({ lot: known(cells.get('anbudsområdes-id')) });

function purchaseOf(cells: Cells): object {
  const agreement = known(cells.get('typ av avtal'));
  return {
    ...keyOf(cells),
    buyer: readParty(cells.get('namn för köpare'), cells.get('juridisk form för köpare')),
    buyerOrgNumber: readBuyerNumber(cells.get('organisationsnummer för köpare')),
    published: known(cells.get('publiceringsdatum'))?.slice(0, 10),
    cpv: readCpvCell(cells.get('huvudsaklig cpv-kod')),
    nature: readNature(cells.get('upphandlingsslag')),
    procedure: known(cells.get('förfarande')),
    framework: agreement === undefined ? undefined : agreement === 'Ramavtal',
    inLots: flagOf(cells, 'Anbudsområden'),
    directive: flagOf(cells, 'Direktivstyrd'),
    social: flagOf(cells, 'Socialt hållbar upphandling'),
    reserved: flagOf(cells, 'Reserverad upphandling'),
    reservedExecution: flagOf(cells, 'Reserverat genomförande'),
    reviewed: flagOf(cells, 'Överprövad'),
  };
}

function tenderOf(cells: Cells): object {
  const sector = known(cells.get('sektor för leverantör'));
  const form = known(cells.get('juridisk form för leverantör'));
  // Only the most detailed code: the labels of the shorter ones are joined wrongly ("71 Järnmalmsgruvor" for consultants).
  const sni = known(cells.get('sni-detaljgrupp för leverantör'))?.match(/^\d{5}/)?.[0];
  return {
    ...keyOf(cells),
    ...lotOf(cells),
    supplier: readParty(cells.get('namn för leverantör'), form),
    publicSector: sector === undefined ? undefined : sector === 'Offentlig',
    size: readSize(cells.get('företagsstorlek för leverantör')),
    legalForm: form,
    sni,
    tenders: readCount(figureCell(cells, 'contracted-tenders')) ?? 1,
  };
}
