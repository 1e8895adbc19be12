import type { DialoguePack } from '@asf-match/market';
import { type DocumentPart, docxOf } from '../docx/document.ts';
import { descriptionOf, LOG_COLUMNS, LOG_LAW, SAME_QUESTIONS, startInSwedish } from '../match-report/words.ts';
import { clipped } from '../text.ts';

const h1 = (text: string): DocumentPart => ({ kind: 'heading', level: 1, text });
const text = (words: string, tone?: 'soft' | 'strong'): DocumentPart => ({ kind: 'text', text: words, ...(tone && { tone }) });
const PAGE_BREAK: DocumentPart = { kind: 'page-break' };

/** The dialogue pack as a document to edit: for the buyer, the invitation, the written questions and the log, each on a page of its own. */
export const dialogueDocx = (pack: DialoguePack): Promise<Uint8Array> =>
  docxOf(
    { title: `Dialog om ${lowerFirst(clipped(pack.need.title, 250))}`, kind: 'Dialogpaket', status: pack.status, madeOn: pack.madeOn, version: pack.version },
    [
      ...(pack.example ? [text('Här används exempel som följer med programmet. Behov som följer med är påhittade.', 'soft')] : []),
      ...forTheBuyer(pack),
      PAGE_BREAK,
      ...invitation(pack),
      PAGE_BREAK,
      ...request(pack),
      PAGE_BREAK,
      ...log(pack),
    ],
  );

/** A title inside a sentence; abbreviations keep their capitals. */
const lowerFirst = (title: string): string => (/^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title);

const forTheBuyer = ({ invited, fields }: DialoguePack): DocumentPart[] => [
  h1('Så använder ni paketet'),
  {
    kind: 'list',
    numbered: true,
    items: [
      'Fyll i det som står inom hakparentes i inbjudan och i frågorna.',
      'Publicera inbjudan öppet, till exempel på stadens webbplats eller som en annons om marknadsundersökning. Skicka den samtidigt till alla på listan, och till alla andra som frågar.',
      'Ställ samma frågor till alla. Lämna inte ut något till en som inte alla får.',
      'Anteckna i loggen vilka som bjöds in, vilka som svarade och vad som sades som har betydelse.',
      'Lämna upplysningarna av betydelse till alla när upphandlingen annonseras (LOU 4 kap. 8 §).',
      'Diarieför inbjudan, svar och logg. Inkomna svar är allmänna handlingar; sekretess prövas när någon begär ut dem.',
    ],
  },
  text(
    `Listan har ${invited.length} verksamheter: alla öppna rader i registret i ${fields.length === 1 ? 'fältet' : 'fälten'} ${fields.join('; ') || '(inget fält är tydligt)'}. Listan är i bokstavsordning och rekommenderar ingen. Registret är inte fullständigt.`,
  ),
  {
    ...{ kind: 'table', caption: 'Vilka som får inbjudan' },
    columns: [
      { head: 'Namn', share: 3 },
      { head: 'Kommun', share: 1.5 },
      { head: 'Fält', share: 3 },
      { head: 'Uppgiften är från', share: 1.5 },
    ],
    rows: invited.map((o) => [
      clipped(o.name, 200),
      o.municipalities.join(', ') || 'okänd',
      o.fields.join('; '),
      `${o.seen}${o.old ? ' (gammal, kontrollera)' : ''}`,
    ]),
  },
];

function invitation(pack: DialoguePack): DocumentPart[] {
  const { need } = pack;
  return [
    h1('Inbjudan till dialog'),
    text(`Vi planerar ett inköp och vill veta vad som finns på marknaden innan vi bestämmer oss: ${clipped(need.title, 300)}.`, 'strong'),
    text(descriptionOf(need)),
    {
      kind: 'facts',
      rows: [
        ['Plats', need.places.join(', ') || undefined],
        ['Planerad start', need.plannedStart && startInSwedish(need.plannedStart)],
        ['Dialogen hålls', '[dag, tid och plats, eller digitalt]'],
        ['Anmäl er senast', '[dag] till [funktionsbrevlåda]'],
        ['Svara skriftligt senast', '[dag]'],
        ['Diarienummer', '[nummer]'],
      ],
    },
    text('Alla är välkomna: företag, föreningar och andra organisationer, oavsett juridisk form och storlek. Ni behöver inte kunna utföra allt.'),
    {
      kind: 'list',
      items: [
        'Detta är ingen inbjudan att lämna anbud.',
        'Att delta ger ingen fördel och att låta bli ger ingen nackdel i en kommande upphandling.',
        'Alla får samma frågor och samma uppgifter. Det som sägs och har betydelse lämnas till alla.',
        'Säg inte vilket pris ni tänker lämna, och lämna inga affärshemligheter. Svar till oss är allmänna handlingar.',
        'Behöver ni tolk, teckenspråk eller annan anpassning? Säg till när ni anmäler er.',
      ],
    },
  ];
}

const request = ({ questions, need }: DialoguePack): DocumentPart[] => [
  h1('Skriftliga frågor (RFI)'),
  text(`Bakgrund: ${clipped(need.title, 300)}. ${descriptionOf(need)}`),
  text(`${SAME_QUESTIONS} Svaren används för att utforma upphandlingen. Svara på de frågor ni vill. Sista dag: [dag].`),
  {
    kind: 'facts',
    rows: [
      ['Organisation', '…'],
      ['Kommun', '…'],
      ['Juridisk form', '…'],
    ],
  },
  ...questions.flatMap((q, i): DocumentPart[] => [text(`${i + 1}. ${q}`, 'strong'), text('Svar:\n\n')]),
];

const log = ({ invited }: DialoguePack): DocumentPart[] => [
  h1('Dialoglogg'),
  text(LOG_LAW),
  {
    kind: 'table',
    caption: 'Vad som lämnades ut och sades, dag för dag',
    columns: LOG_COLUMNS.map((head, i) => ({ head, share: i === 3 ? 3 : 1 })),
    rows: [1, 2, 3, 4, 5].map(() => ['\n', '', '', '']),
  },
  {
    ...{ kind: 'table', caption: 'Inbjudna' },
    columns: [
      { head: 'Namn', share: 3 },
      { head: 'Inbjuden', share: 1.3 },
      { head: 'Svarade', share: 1.3 },
      { head: 'Deltog', share: 1.2 },
      { head: 'Upplysningar av betydelse', share: 3 },
    ],
    rows: [...invited.map((o) => clipped(o.name, 200)), '(andra som hörde av sig)'].map((name) => [name, '', '', '', '']),
  },
];
