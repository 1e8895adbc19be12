/**
 * A minimal acyclic automaton of words with a value for each, in one Uint32Array: for a node, a head (value << 8 |
 * number of edges) and then its edges in the order of their letters (target << 6 | letter). Equal ends are stored
 * once (Daciuk, Mihov, Watson, Watson 2000, "Incremental construction of minimal acyclic finite-state automata").
 */
export interface Automaton {
  readonly words: Uint32Array;
  readonly root: number;
  /** The node behind each letter's number at the beginning of a word; 0 for none. Where most steps are taken. */
  readonly begins: Uint32Array;
}

export const createAutomaton = (words: Uint32Array, root: number): Automaton => ({
  ...{ words, root },
  begins: Uint32Array.from({ length: 64 }, (_, letter) => follow(words, root, letter)),
});

/** Letters have numbers 1 to 63; 0 is a letter that no word of the lexicon has. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyzåäöéèüáàâêëçñóôøæíìîïúùûýšžčćńłřőãõ';

const LETTER_NUMBERS = new Uint8Array(1024);
for (const [n, letter] of Array.from(ALPHABET).entries()) LETTER_NUMBERS[letter.charCodeAt(0)] = n + 1;

/** The number of a UTF-16 code unit's letter; 0 for any other. */
export const letterNumber = (codeUnit: number): number => LETTER_NUMBERS[codeUnit] ?? 0;

/** The node behind a letter; 0 for none. No node is at 0. */
export function follow(words: Uint32Array, node: number, letter: number): number {
  const last = node + ((words[node] as number) & 0xff);
  for (let at = node + 1; at <= last; at++) {
    const edge = words[at] as number;
    const found = edge & 63;
    if (found === letter) return edge >>> 6;
    if (found > letter) return 0;
  }
  return 0;
}

/** The value of the word that ends at a node; 0 for none. */
export const valueAt = (words: Uint32Array, node: number): number => (words[node] as number) >>> 8;

/** The value of a word; 0 when it is not there. */
export function lookUp({ words, begins }: Automaton, word: string): number {
  let node = begins[letterNumber(word.charCodeAt(0))] as number;
  for (let i = 1; i < word.length && node !== 0; i++) node = follow(words, node, letterNumber(word.charCodeAt(i)));
  return node === 0 ? 0 : valueAt(words, node);
}

/** A node of the word that is being added, not yet written. */
interface Open {
  value: number;
  readonly edges: number[];
}

/**
 * Builds an automaton.
 * @param entries words of letters with numbers, with values 1 to 2^24 - 1, in any order, each once.
 */
export function buildAutomaton(entries: ReadonlyMap<string, number>): Automaton {
  const coded = Array.from(entries.keys(), encode).sort();
  const writer = createWriter();
  const path: Open[] = [{ value: 0, edges: [] }];
  let before = '';
  for (const code of coded) {
    const shared = sharedLength(before, code);
    close(path, before, shared, writer);
    for (let i = shared; i < code.length; i++) path.push({ value: 0, edges: [] });
    (path.at(-1) as Open).value = entries.get(decode(code)) as number;
    before = code;
  }
  close(path, before, 0, writer);
  const root = writer.write(path[0] as Open);
  return createAutomaton(writer.words(), root);
}

/** Letters as their numbers, so that the order of strings is the order of edges. */
const encode = (word: string): string => Array.from(word, (letter) => String.fromCharCode(letterNumber(letter.charCodeAt(0)))).join('');
const decode = (code: string): string => Array.from(code, (n) => ALPHABET[n.charCodeAt(0) - 1]).join('');

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

/** Writes the nodes of the path that no further word can change. */
function close(path: Open[], word: string, depth: number, writer: Writer): void {
  while (path.length > depth + 1) {
    const target = writer.write(path.pop() as Open);
    (path.at(-1) as Open).edges.push(target * 64 + word.charCodeAt(path.length - 1));
  }
}

interface Writer {
  /** Where the node stands; an equal one that is there already is used again. */
  write(node: Open): number;
  words(): Uint32Array;
}

function createWriter(): Writer {
  let out = new Uint32Array(1 << 16);
  let used = 1;
  let table = new Uint32Array(1 << 16);
  let count = 0;

  const isSame = (at: number, head: number, edges: readonly number[]): boolean => out[at] === head && edges.every((edge, n) => out[at + 1 + n] === edge);

  function slotOf(head: number, edges: readonly number[]): number {
    let slot = hash(head, edges) & (table.length - 1);
    while (table[slot] !== 0 && !isSame(table[slot] as number, head, edges)) slot = (slot + 1) & (table.length - 1);
    return slot;
  }

  function grow(): void {
    const old = table;
    table = new Uint32Array(old.length * 2);
    for (const at of old) {
      if (at === 0) continue;
      const head = out[at] as number;
      table[slotOf(head, Array.from(out.subarray(at + 1, at + 1 + (head & 0xff))))] = at;
    }
  }

  return {
    write({ value, edges }) {
      const head = value * 256 + edges.length;
      let slot = slotOf(head, edges);
      if (table[slot] !== 0) return table[slot] as number;
      if (++count * 2 > table.length) {
        grow();
        slot = slotOf(head, edges);
      }
      if (used + 1 + edges.length > out.length) {
        const larger = new Uint32Array(out.length * 2);
        larger.set(out);
        out = larger;
      }
      const at = used;
      table[slot] = at;
      out[at] = head;
      out.set(edges, at + 1);
      used += 1 + edges.length;
      return at;
    },
    words: () => out.slice(0, used),
  };
}

function hash(head: number, edges: readonly number[]): number {
  let h = Math.imul(head, 0x9e3779b1);
  for (const edge of edges) h = Math.imul(h ^ edge ^ (h >>> 15), 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
}
