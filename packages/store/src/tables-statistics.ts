interface PurchaseKey {
  source: string;
  year: number;
  /** Row of the file it was read from. */
  row: number;
  /** The source's number of the purchase; not unique within an export. */
  purchase: string;
  title: string;
}

/** Statistics of past purchases: each export of a year is replaced as a whole. Flags are 1, 0 or null for unknown. */
export interface StatisticsTables {
  statistics_import: { source: string; year: number; export: string; file: string; imported: string; rows: number };
  past_purchase: PurchaseKey & {
    buyer: string;
    buyer_org_number: string | null;
    published: string | null;
    cpv: string | null;
    nature: string | null;
    procedure: string | null;
    framework: number | null;
    in_lots: number | null;
    directive: number | null;
    social: number | null;
    reserved: number | null;
    reserved_execution: number | null;
    reviewed: number | null;
    url: string | null;
  };
  /** Fields that a past purchase's title and code were read as when it was imported. */
  past_purchase_field: { source: string; year: number; row: number; field: string; probability: number };
  /** Stems of the words of its title. */
  past_purchase_stem: { source: string; year: number; row: number; stem: string };
  contracted_tender: PurchaseKey & {
    lot: string | null;
    supplier: string;
    public_sector: number | null;
    size: string | null;
    legal_form: string | null;
    sni: string | null;
    tenders: number;
  };
  lot_tenders: PurchaseKey & { lot: string | null; tenders: number };
  contracted_value: PurchaseKey & { amount: number; currency: string };
}

/** The register as it was after each import, so that a later look can say what has changed. */
export interface SnapshotTables {
  register_snapshot: { taken: string; organisation: string; fields: string; body: string };
}
