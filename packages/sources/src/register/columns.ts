import type { Column } from '../table/read-table.ts';

/** The columns of an ASF register, with the headers that Swedish registers use for them. The first is the one we write. */
export const REGISTER_COLUMNS: readonly Column[] = [
  { target: 'name', headers: ['namn', 'företag', 'företagsnamn', 'organisation', 'verksamhetsnamn'], required: true },
  { target: 'org_number', headers: ['organisationsnummer', 'org nr', 'orgnr', 'org.nummer'] },
  { target: 'legal_form', headers: ['juridisk form', 'bolagsform', 'företagsform'] },
  { target: 'municipality', headers: ['kommun', 'kommuner', 'ort', 'stad'] },
  { target: 'website', headers: ['webbplats', 'hemsida', 'webb', 'url'] },
  { target: 'offers', headers: ['erbjuder', 'verksamhet', 'tjänster', 'beskrivning', 'vad de gör'] },
  { target: 'fields', headers: ['fält', 'kompetenser', 'kompetens', 'kompetensfält', 'capabilities'] },
  { target: 'capacity', headers: ['kapacitet', 'kapacitet per år', 'största uppdrag'] },
  { target: 'status', headers: ['status'], required: true },
  { target: 'status_note', headers: ['statusnot', 'anmärkning', 'kommentar', 'notering'] },
  { target: 'source', headers: ['källa', 'uppgiftskälla'], required: true },
  { target: 'seen', headers: ['sedd', 'senast sedd', 'datum', 'uppgiftens datum', 'date seen'], required: true },
];
