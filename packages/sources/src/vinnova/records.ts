import { z } from 'zod';

/** "x" and "xx" stand for a text that nobody has translated, and an empty text for none. */
const text = z
  .string()
  .nullish()
  .transform((t) => (t && !/^\s*x{1,3}\s*$/i.test(t) ? t : undefined));
const number = z.union([z.string(), z.number()]).nullish();
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((l) => l ?? []);

const links = list(z.object({ Beskrivning: text, URL: text }));
/** TextSv and TextEn; contact lists (KontaktLista) hold persons and are not read at all. */
const webTexts = list(z.object({ TextSv: text, TextEn: text }));

/** An ansökningsomgång. Names of dates are without accents, others keep theirs. */
export const roundSchema = z.object({
  Diarienummer: z.string().min(1),
  DiarienummerUtlysning: text,
  Titel: text,
  Beskrivning: text,
  Oppningsdatum: text,
  Stangningsdatum: text,
  AvlasningstillfalleLista: list(z.unknown()),
  LankLista: links,
  Publik: number,
  AnnonseringslägeÅr: number,
  AnnonseringslägePeriod: text,
  WebTextLista: webTexts,
});
export const callSchema = z.object({
  Diarienummer: z.string().min(1),
  DiarienummerProgram: text,
  Titel: text,
  Beskrivning: text,
  LankLista: links,
  Publik: number,
  AnsokningsomgangDnrLista: list(z.object({ DiarienummerAnsokningsomgang: text })),
});
export const programmeSchema = z.object({ Diarienummer: z.string().min(1), Titel: text, Beskrivning: text });

export type VinnovaRound = z.infer<typeof roundSchema>;
export type VinnovaCall = z.infer<typeof callSchema>;
export type VinnovaProgramme = z.infer<typeof programmeSchema>;

/** The three lists of one scan, each as it was answered. */
export const envelopeSchema = z.object({ ansokningsomgangar: z.array(z.unknown()), utlysningar: z.array(z.unknown()), program: z.array(z.unknown()) });
