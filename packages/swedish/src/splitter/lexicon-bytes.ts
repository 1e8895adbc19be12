import { createAutomaton } from './automaton.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';

/** "SVLX", as the bytes stand in the file. */
const MAGIC = 0x584c5653;
const FORMAT = 1;
/** Magic, format, root, number of automaton words, number of values, checksum. */
const HEADER_WORDS = 6;
const CHECKSUM_AT = 5;

/** A prepared lexicon as bytes, little-endian: header, automaton, then four tables of one byte a value. */
export function encodeLexicon({ words, root, costs, kinds }: Lexicon): Uint8Array {
  const tables = [costs.first, costs.middle, costs.last, kinds];
  const bytes = new Uint8Array(4 * (HEADER_WORDS + words.length) + 4 * kinds.length);
  bytes.set(new Uint8Array(words.buffer, words.byteOffset, words.byteLength), 4 * HEADER_WORDS);
  for (const [n, table] of tables.entries()) bytes.set(table, 4 * (HEADER_WORDS + words.length) + n * kinds.length);
  const header = new Uint32Array(bytes.buffer, 0, HEADER_WORDS);
  header.set([MAGIC, FORMAT, root, words.length, kinds.length]);
  header[CHECKSUM_AT] = checksum(bytes);
  return bytes;
}

/** Reads what `encodeLexicon` wrote, in milliseconds; undefined when the bytes are damaged or of another format, so that they are made anew. */
export function decodeLexicon(file: Uint8Array): Lexicon | undefined {
  if (file.length < 4 * HEADER_WORDS) return undefined;
  // An array of words must begin at a multiple of four.
  const bytes = file.byteOffset % 4 === 0 ? file : new Uint8Array(file);
  const [magic, format, root = 0, wordCount = 0, values = 0, sum] = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER_WORDS);
  const from = 4 * (HEADER_WORDS + wordCount);
  if (magic !== MAGIC || format !== FORMAT || bytes.length !== from + 4 * values || root >= wordCount || sum !== checksum(bytes)) return undefined;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + 4 * HEADER_WORDS, wordCount);
  const [first, middle, last, kinds] = [0, 1, 2, 3].map((n) => bytes.subarray(from + n * values, from + (n + 1) * values)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  return createLexicon(createAutomaton(words, root), { first, middle, last }, kinds);
}

/** FNV-1a over whole words of four bytes of everything but itself; the tables are a multiple of four long. */
function checksum(bytes: Uint8Array): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / 4));
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) if (i !== CHECKSUM_AT) hash = Math.imul(hash ^ (words[i] as number), 0x01000193);
  return hash >>> 0;
}
