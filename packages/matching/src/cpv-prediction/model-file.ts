import { z } from 'zod';
import type { CpvModelParts } from './cpv-model.ts';
import { NATURES } from './natures.ts';

const FORMAT = 'asf-match cpv model 3';

const headerSchema = z.object({
  format: z.literal(FORMAT),
  facts: z.object({
    titles: z.int().positive(),
    words: z.int().nonnegative(),
    from: z.string().optional(),
    to: z.string().optional(),
    sha256: z.string(),
    trainedAt: z.string(),
  }),
  divisions: z.array(z.string().regex(/^\d{2}$/)).min(1),
  features: z.array(z.string()),
});

/** A model as one file: a line of JSON with its facts, divisions and features, then its numbers as 32-bit floats, little-endian. */
export function writeCpvModel({ facts, divisions, features, rarity, softmax, natures }: CpvModelParts): Uint8Array {
  const header = new TextEncoder().encode(`${JSON.stringify({ format: FORMAT, facts, divisions, features })}\n`);
  const numbers = [rarity, natures, softmax.biases, softmax.weights].map((floats) => new Uint8Array(floats.buffer, floats.byteOffset, floats.byteLength));
  return Buffer.concat([header, ...numbers]);
}

/** @throws Error saying what is wrong with the file. */
export function readCpvModel(bytes: Uint8Array): CpvModelParts {
  const end = bytes.indexOf(10);
  if (end < 0) throw new Error('this is no model file');
  const { facts, divisions, features } = headerOf(bytes.subarray(0, end));
  const sizes = [features.length, NATURES.length * divisions.length, divisions.length, features.length * divisions.length];
  const before = (n: number): number => sizes.slice(0, n).reduce((sum, size) => sum + size, 0);
  const wanted = 4 * before(sizes.length);
  // Copied, since floats must begin at a multiple of four.
  const body = new Uint8Array(bytes.subarray(end + 1));
  if (body.length !== wanted) throw new Error(`the file holds ${body.length} bytes of numbers instead of ${wanted}; it is cut short or damaged`);
  const [rarity, natures, biases, weights] = sizes.map((size, n) => new Float32Array(body.buffer, 4 * before(n), size)) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  return { facts: withoutAbsent(facts), divisions, features, rarity, natures, softmax: { classes: divisions.length, weights, biases } };
}

function headerOf(bytes: Uint8Array): z.infer<typeof headerSchema> {
  try {
    return headerSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw new Error('this is no model file of this version');
  }
}

const withoutAbsent = ({ from, to, ...facts }: z.infer<typeof headerSchema>['facts']): CpvModelParts['facts'] => ({
  ...facts,
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
});
