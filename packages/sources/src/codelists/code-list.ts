import { type CpvLabel, InputError, type NutsLabel, nutsCodeSchema, parseTsv, readCpvCode } from '@asf-match/domain';
import { z } from 'zod';
import { decodeText } from '../table/decode.ts';
import { type LabelledCode, readGenericode } from './genericode.ts';

const rowSchema = z.object({ code: z.string(), label_sv: z.string(), label_en: z.string().optional() });

/** One official list; which one follows from its codes. */
export interface CodeList {
  readonly cpvLabels: readonly CpvLabel[];
  readonly nutsLabels: readonly NutsLabel[];
}

/**
 * The official labels of CPV (Regulation (EC) No 213/2008) or NUTS (Regulation (EC) No 1059/2003), from either of
 * - a table with tabs and the header `code label_sv label_en`, CPV codes with or without check digit;
 * - the publisher’s `cpv.gc` or `nuts.gc` (OASIS Genericode 1.0).
 * Parents are not read: the tree follows from the codes.
 * @throws InputError `codelist.malformed` naming the line, `codelist.unknown`, `xml.*`
 */
export function readCodeList(bytes: Uint8Array, file: string): CodeList {
  const head = decodeText(bytes.subarray(0, 4096)).text.trimStart();
  const rows = head.startsWith('<') ? readGenericode(bytes, file) : fromTable(bytes, file);
  const labels = rows.flatMap(({ code, sv, en }) => (code && sv ? [{ code: code.trim(), sv, ...(en && { en }) }] : []));
  const cpvLabels = labels.flatMap((label) => {
    const code = readCpvCode(label.code);
    return code === undefined ? [] : [{ ...label, code }];
  });
  // Lists of countries, currencies or programmes have such codes too: in this one all are, and some have a digit third.
  const isNuts = labels.every(({ code }) => nutsCodeSchema.safeParse(code).success) && labels.some(({ code }) => /^[A-Z]{2}\d/.test(code));
  const nutsLabels = isNuts ? labels : [];
  if (cpvLabels.length > 0 || nutsLabels.length > 0) return { cpvLabels, nutsLabels };
  throw new InputError({
    ...{ key: 'codelist.unknown', file, message: 'The file holds no CPV codes and no NUTS codes with Swedish labels.' },
    remedy: 'Give a table with the columns code, label_sv and label_en, or the publisher’s cpv.gc or nuts.gc.',
  });
}

function fromTable(bytes: Uint8Array, file: string): LabelledCode[] {
  try {
    return parseTsv(decodeText(bytes).text, rowSchema).map(({ code, label_sv, label_en }) => ({ code, sv: label_sv, en: label_en }));
  } catch (error) {
    throw new InputError({
      key: 'codelist.malformed',
      file,
      message: `${(error as Error).message}.`,
      remedy: 'Use tabs and the columns code, label_sv and label_en.',
    });
  }
}

/** The CPV labels alone. @throws InputError also `codelist.not-cpv` */
export function readCpvList(bytes: Uint8Array, file: string): readonly CpvLabel[] {
  const { cpvLabels } = readCodeList(bytes, file);
  if (cpvLabels.length > 0) return cpvLabels;
  throw new InputError({ key: 'codelist.not-cpv', file, message: 'The file holds no CPV codes.', remedy: 'Give the CPV list.' });
}
