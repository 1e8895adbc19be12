import { type Call, callSchema, dayDeadline, dayMoment, type Problem, STOCKHOLM } from '@asf-match/domain';
import { z } from 'zod';
import { callTextOf, titleOf } from '../calls/call-text.ts';
import { readJsonAnswer } from '../calls/json-answer.ts';
import type { Parsed } from '../source.ts';

const day = z
  .string()
  .nullish()
  .transform((d) => /^(?!1900)\d{4}-\d\d-\d\d/.exec(d ?? '')?.[0]);
const recordSchema = z.object({
  finansiarNamn: z.string().min(1),
  diarienummer: z.string().min(1),
  titel: z.string().min(1),
  beskrivning: z.string().nullish(),
  status: z.string().nullish(),
  budgetBelopp: z.number().nullish(),
  budgetValuta: z.string().nullish(),
  oppningsdatum: day,
  stangningsdatum: day,
  /** `publiceringsplats` in version 1. */
  publiceringsplatser: z.array(z.object({ webbadress: z.string().nullish() })).nullish(),
  publiceringsplats: z.array(z.object({ webbadress: z.string().nullish() })).nullish(),
  program: z.array(z.object({ titel: z.string().nullish() })).nullish(),
});

const STATUS: Readonly<Record<string, Call['status']>> = { Kommande: 'forthcoming', Pågående: 'open', Avslutad: 'closed' };

/**
 * Reads the calls of one Swedish research funder in the common format (GDP 2.0, and what differs in 1). `lank` points at the
 * API itself; the page for people is `publiceringsplatser`, which may be empty.
 * @throws InputError when the answer is no list
 */
export function parseGdp(bytes: Uint8Array, origin: string): Parsed {
  const rows = readJsonAnswer(bytes, z.array(z.unknown()), 'gdp', origin);
  const remarks: Problem[] = [];
  const calls = rows.flatMap((row, index) => {
    const record = recordSchema.safeParse(row);
    const call = record.success ? callSchema.safeParse(callOf(record.data)) : record;
    if (call.success) return [call.data as Call];
    remarks.push({
      ...{ key: 'gdp.record', file: origin, place: `call ${index + 1}` },
      ...{ message: `Cannot be read (${call.error.issues[0]?.path.join('.')}).`, remedy: 'It is left out; the others are kept.' },
    });
    return [];
  });
  return { calls, remarks };
}

function callOf(r: z.infer<typeof recordSchema>) {
  const url = [...(r.publiceringsplatser ?? []), ...(r.publiceringsplats ?? [])].find((p) => p.webbadress && /^https?:\/\//.test(p.webbadress))?.webbadress;
  const programme = r.program?.find((p) => p.titel)?.titel;
  return {
    source: 'gdp',
    // Diary numbers are an agency’s own.
    id: `${r.finansiarNamn.toLowerCase().replace(/[^\p{L}\d]+/gu, '-')}-${r.diarienummer}`,
    references: [r.diarienummer],
    funder: r.finansiarNamn,
    ...(programme && { programme: titleOf(programme) }),
    title: titleOf(r.titel),
    text: callTextOf(r.beskrivning),
    language: 'sv',
    ...(url && { url }),
    rounds: [
      {
        ...(r.oppningsdatum && { opens: dayMoment(r.oppningsdatum, STOCKHOLM) }),
        closes: r.stangningsdatum ? [dayDeadline(r.stangningsdatum, STOCKHOLM)] : [],
      },
    ],
    ...(r.budgetBelopp && r.budgetBelopp > 0 && { budget: { amount: r.budgetBelopp, currency: r.budgetValuta ?? 'SEK' } }),
    status: STATUS[r.status ?? ''] ?? 'unknown',
  };
}
