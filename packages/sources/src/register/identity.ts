const LEGAL_FORMS = [
  ...['ab', 'aktiebolag', 'hb', 'handelsbolag', 'kb', 'kommanditbolag', 'ek för', 'ekonomisk förening', 'ek förening', 'ideell förening', 'förening'],
  ...[
    'stiftelsen',
    'stiftelse',
    'kooperativ',
    'kooperativet',
    'arbetskooperativ',
    'arbetskooperativet',
    'sociala företag',
    'socialt företag',
    'asf',
    'svb',
    'publ',
  ],
];
const LEGAL_FORM = new RegExp(`(?<![\\p{L}])(?:${[...LEGAL_FORMS].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}])`, 'gu');

/** A name to compare with: lower case, without legal forms, what stands in brackets and punctuation. */
export function comparableName(name: string): string {
  const plain = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
  return plain.replace(LEGAL_FORM, ' ').replace(/\s+/g, ' ').trim() || plain;
}

/** An id made from a name, safe in a file name and a URL: "Café Matlådan" gives "café-matlådan". */
export function slug(name: string): string {
  return (
    name
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\d]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60)
      .replace(/-+$/, '') || 'namnlös'
  );
}
