import type { ApplicantKind } from '@asf-match/domain';

/** Somebody that a text names, and where. */
export interface Actor {
  readonly kind: ApplicantKind;
  readonly start: number;
  readonly end: number;
}

const MUNICIPAL = 'kommunala|kommunalägda|municipal(?:ly)?(?:[- ]owned)?|city[- ]owned';

/** How each kind is written, the most specific first: where two meet, the one that begins first and reaches longest counts. */
const KINDS: readonly (readonly [ApplicantKind, string])[] = [
  ['kommunalt bolag', `(?:${MUNICIPAL}|kommunalt)\\s+(?:ägda?\\s+)?(?:bolag(?:en)?|företag|compan(?:y|ies)|enterprises?|corporations?)`],
  [
    'kommunalförbund',
    'kommunalförbund(?:en|et)?|(?:association|federation)s? of (?:local authorities|municipalities)|inter-?municipal (?:associations?|bod(?:y|ies))',
  ],
  ['samordningsförbund', 'samordningsförbund(?:en|et|s)?|(?:financial\\s+)?coordination associations?'],
  [
    'kommun',
    "Stockholms stad|(?<!(?:region|länsstyrelsen|i|in)\\s)Stockholm(?=(?:(?:,|\\s+och|\\s+and)\\s+\\p{L}+){0,4}\\s+(?:kan|får|may|can|cannot|omfattas)(?!\\p{L}))|kommunala?,? (?:och|eller) \\p{L}+ (?:verksamheter|aktörer|organisationer|förvaltningar|myndigheter)|(?:hem)?kommun(?:er|erna|en|ens|s|ernas)?|kommunal(?=\\s+(?:med)?finansiering)|(?:kommunala|kommunal)\\s+(?:förvaltning(?:ar)?|nämnd(?:er)?|aktör(?:er)?|verksamhet(?:er)?|huvudm[aä]n)|municipalit(?:y|ies)(?:’s|'s)?|municipal (?:authorit(?:y|ies)|bod(?:y|ies)|councils?|departments?)|(?:local|city) (?:authorit(?:y|ies)|governments?|councils?|administrations?)|cit(?:y|ies)|stadens? förvaltning(?:ar)?|städer|primärkommun(?:er)?",
  ],
  [
    'region',
    'regioner(?:na|nas)?|landsting(?:en|et)?|region(?=\\s+(?:eller|och|kan|får|ska|som)(?!\\p{L}))|(?<=(?:,|och|eller|samt)\\s)region(?=[.,;)]|$)|(?<=(?:kommun|kommuner|kommunen)(?:,|\\s+(?:och|eller|samt|och/eller))\\s+(?:en\\s+)?)region(?:en)?|county councils?|regional (?:authorit(?:y|ies)|governments?|councils?)|regions(?!\\s+of)',
  ],
  ['arbetsförmedling', 'arbetsförmedling(?:en|ar)?|(?:public )?employment services?'],
  [
    'statlig myndighet',
    '(?:statlig|nationell|central)(?:a|t)?\\s+myndighet(?:er|en)?|(?:national|central|state|government(?:al)?) (?:public )?(?:authorit(?:y|ies)|agenc(?:y|ies)|bod(?:y|ies))|government agenc(?:y|ies)|myndigheter(?:na)?|ministr(?:y|ies)',
  ],
  [
    'offentlig aktör',
    '(?:offentlig(?:a|t)?(?:rättslig(?:a|t)?)?)\\s+(?:aktör(?:er|en)?|organisation(?:er|en)?|verksamhet(?:er|en)?|part(?:er|en)?|huvudm[aä]n(?:nen)?|förvaltning(?:ar)?|myndighet(?:er)?|organ(?:en)?|sektor(?:n)?|instans(?:er)?|projektpart(?:er)?|partner|aktörerna)|public(?:[- ]sector)?\\s+(?:bod(?:y|ies)|authorit(?:y|ies)|sector|organi[sz]ations?|institutions?|entit(?:y|ies)|administrations?|actors?|partners?|agenc(?:y|ies)|law bod(?:y|ies))|en offentlig(?=[\\s.,;)]|$)|offentliga sektorn?',
  ],
  ['arbetsintegrerande socialt företag', 'arbetsintegrerande\\s+sociala?(?:t)?\\s+företag(?:en|et)?|ASF|work[- ]integrati(?:on|ng) social enterprises?|WISEs?'],
  [
    'socialt företag',
    'social(?:a|t)?\\s+företag(?:en|et)?|(?:aktörer|organisationer|företag) inom (?:den )?sociala? ekonomin?|social (?:economy )?(?:enterprises?|businesses|entrepreneurs)|social economy (?:organi[sz]ations?|entit(?:y|ies)|actors)|community interest compan(?:y|ies)',
  ],
  ['ekonomisk förening', 'ekonomisk(?:a)?\\s+förening(?:ar|arna|en)?|economic associations?'],
  ['kooperativ', 'kooperativ(?:en|a företag)?|co-?operatives?'],
  [
    'idéburen organisation',
    'idéburna?\\s+(?:organisation(?:er|en)?|aktör(?:er|en)?|sektor(?:n)?|föreningar)|(?:det\\s+|den\\s+)?(?:organiserade\\s+)?civil(?:a\\s+)?samhällets?(?:\\s+(?:organisation(?:er|erna)?|aktörer))?|(?:civilsamhälles|frivillig)organisation(?:er|en)?|(?:aktörer|organisationer) (?:inom|från|i) (?:det )?civil(?:a )?samhället?|ideell(?:a)?\\s+(?:organisation(?:er|en)?|aktör(?:er)?|sektor(?:n)?)|organisation(?:er)? utan vinstsyfte|non-?profits?(?:\\s+(?:organi[sz]ations?|entit(?:y|ies)|bod(?:y|ies)))?|not-for-profit (?:organi[sz]ations?|entit(?:y|ies))|NGOs?|CSOs?|non-governmental (?:organi[sz]ations?)|(?:organi[sz]ations? of )?(?:the )?civil society(?:\\s+(?:organi[sz]ations?|actors?))?|(?:registered )?charit(?:y|ies)|voluntary organi[sz]ations?|third[- ]sector organi[sz]ations?|community organi[sz]ations?',
  ],
  [
    'ideell förening',
    'ideell(?:a)?\\s+förening(?:ar|arna|en)?|föreningslivet|(?<!(?:ekonomisk|ekonomiska)\\s)förening(?:ar|arna|en)?|(?:registered|voluntary|non-?profit|membership) associations?|associations?(?! of)',
  ],
  ['stiftelse', 'stiftelse(?:r|n|rna)?|foundations?'],
  ['trossamfund', '(?:registrerade )?trossamfund(?:en)?|(?:faith|religious) (?:communit(?:y|ies)|organi[sz]ations?)'],
  ['aktiebolag', 'aktiebolag(?:en|et)?|limited (?:liability )?compan(?:y|ies)'],
  [
    'litet eller medelstort företag',
    'små (?:och|eller) medelstora företag|SMEs?|small and medium(?:-sized)?(?: sized)? (?:enterprises|businesses)|småföretag(?:are)?|mikroföretag',
  ],
  ['enskild firma', 'enskild(?:a)? (?:firm(?:a|or)|näringsidkare|näringsverksamhet)|sole traders?|sole proprietor(?:s|ships?)?'],
  ['privatperson', 'privatperson(?:er)?|enskilda personer|fysiska personer|(?:natural|private) persons?|individuals'],
  ['universitet eller högskola', 'universitet(?:en|et)?|högskol(?:a|or|an|orna)|lärosäte(?:n|na)?|universit(?:y|ies)|higher education institutions?|HEIs?'],
  [
    'forskningsinstitut',
    'forskningsinstitut(?:en|et)?|forskningsorganisation(?:er)?|research (?:institut(?:e|es|ions?)|organi[sz]ations?|centres?|performing organi[sz]ations?)',
  ],
  ['folkhögskola eller studieförbund', 'folkhögskol(?:a|or)|studieförbund(?:en|et)?|folkbildningen|study associations?|folk high schools?'],
  ['skola', 'skolor(?:na)?|skolhuvudmän|schools?|(?:vocational )?training providers?'],
  [
    'arbetsmarknadens part',
    "arbetsmarknadens parter|fackförbund(?:en)?|fackliga organisationer|arbetsgivarorganisationer|social partners?|trade unions?|employers[’']? organi[sz]ations?",
  ],
  ['internationell organisation', 'internationell(?:a)? organisation(?:er)?|international organi[sz]ations?'],
  [
    'företag',
    '(?:privata?|vinstdrivande|näringslivets)\\s+(?:företag|aktörer|bolag)|företag(?:en|et)?(?!are|ande)|bolag(?:en)?|(?:private|for-profit|commercial) (?:compan(?:y|ies)|enterprises?|organi[sz]ations?|entit(?:y|ies))|compan(?:y|ies)|businesses|enterprises?|näringslivet',
  ],
  [
    'juridisk person',
    '(?:svensk(?:a)?\\s+)?juridisk(?:a)?\\s+person(?:er|en)?|legal (?:entit(?:y|ies)|persons?)|(?:alla|samtliga)\\s+(?:typer|slags|former)\\s+(?:av\\s+)?(?:organisationer|aktörer|verksamheter)|alla organisationer|(?:any|all)(?: types? of)? (?:organi[sz]ations?|entit(?:y|ies)|institutions?)|organi[sz]ations of any kind|(?:public (?:or|and) private|private (?:or|and) public|privata (?:och|eller) offentliga|offentliga (?:och|eller) privata|både offentliga och privata)\\s+(?:legal\\s+|juridiska\\s+)?(?:personer|persons?|organi[sz]ations?|bod(?:y|ies)|entit(?:y|ies)|organisationer|aktörer|verksamheter)',
  ],
];
const COMPILED = KINDS.map(([kind, pattern]) => [kind, new RegExp(`(?<![\\p{L}\\d-])(?:${pattern})(?![\\p{L}\\d])`, 'giu')] as const);

/** "in the municipality", "i kommuner" say where, not who. */
const WHERE =
  /(?<!\p{L})(?:i|inom|hos|på|in|within|across|inside)\s+(?:(?:den|sin|er|varje|olika|en|fler|flera|the|their|your|a|each|different|swedish|svenska|other)\s+)*$/iu;
const PLACE_KINDS: ReadonlySet<ApplicantKind> = new Set(['kommun', 'region']);

/** Whom a clause names, in order. */
export function actorsIn(text: string): Actor[] {
  const found = COMPILED.flatMap(([kind, pattern]) => [...text.matchAll(pattern)].map((m) => ({ kind, start: m.index, end: m.index + m[0].length }))).sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  let end = 0;
  return found.flatMap((actor) => {
    if (actor.start < end) return [];
    end = actor.end;
    if (isNoActor(text, actor)) return [];
    if (PLACE_KINDS.has(actor.kind) && WHERE.test(text.slice(Math.max(0, actor.start - 40), actor.start))) return [];
    return isLocalAndRegional(text, actor)
      ? [
          { ...actor, kind: 'kommun' as const },
          { ...actor, kind: 'region' as const },
        ]
      : [actor];
  });
}

/** "Stiftelsen Framtid", "The Lindqvist Foundation": the funder’s own name. */
const isNoActor = (text: string, { start, end }: Actor): boolean => {
  const word = text.slice(start, end);
  // "legal entities that are social enterprises" are social enterprises.
  if (/^(?:legal|juridisk)/iu.test(word) && /^\s+(?:(?:that|which) are|som är)\s+(?!etabler|establish|regist|legally)/iu.test(text.slice(end))) return true;
  if (/^Stiftelsen$/u.test(word)) return /^\s+\p{Lu}/u.test(text.slice(end));
  return /^(?:Foundation|Association)$/u.test(word) && /\p{Lu}\p{L}+\s+$/u.test(text.slice(Math.max(0, start - 30), start));
};

/** "local and regional authorities" are both. */
const isLocalAndRegional = (text: string, { kind, start }: Actor): boolean =>
  kind === 'region' && /\blocal,?\s+(?:and|or|and\/or|&)\s+$/iu.test(text.slice(Math.max(0, start - 20), start));

const PRIVATE = /(?:privat(?:a|rättsliga)?|ideella|icke-?offentliga|private|non-?public|non-?profit|not-for-profit)\s+$/iu;

/** Whether the city is one of them. A legal entity may be private only. */
export function includesCity(text: string, { kind, start, end }: Actor): boolean {
  if (kind === 'kommun' || kind === 'offentlig aktör') return true;
  if (kind !== 'juridisk person') return false;
  const [before, after] = [text.slice(Math.max(0, start - 30), start), text.slice(end, end + 60)];
  return (
    !PRIVATE.test(before) &&
    !/^\s+(?:utan vinstsyfte|inom civilsamhället|i civilsamhället|inom den sociala ekonomin|without profit|not seeking profit)/iu.test(after)
  );
}
