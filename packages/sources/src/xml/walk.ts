import { type Document, Element, Text } from 'domhandler';

/** Prefixes differ between senders, so elements are found by local name. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

type Branch = Document | Element | undefined;

/** Child elements of a local name; all of them without a name. */
export function children(node: Branch, name?: string): Element[] {
  const found: Element[] = [];
  for (const child of node?.children ?? []) if (child instanceof Element && (name === undefined || localName(child.name) === name)) found.push(child);
  return found;
}

/** The elements at the end of a path of local names, `A/B/C`, in document order. */
export function all(node: Branch, path: string): Element[] {
  let level: Branch[] = [node];
  for (const name of path.split('/')) level = level.flatMap((n) => children(n, name));
  return level as Element[];
}

/** The first element at the end of a path, whichever branch it is on. */
export function first(node: Branch, path: string): Element | undefined {
  const slash = path.indexOf('/');
  const name = slash < 0 ? path : path.slice(0, slash);
  for (const child of node?.children ?? []) {
    if (!(child instanceof Element) || localName(child.name) !== name) continue;
    const found = slash < 0 ? child : first(child, path.slice(slash + 1));
    if (found) return found;
  }
  return undefined;
}

/** Every element of one of the local names below the node, in document order, not looking inside those found. */
export function descendants(node: Branch, ...names: readonly string[]): Element[] {
  const found: Element[] = [];
  const visit = (branch: Branch): void => {
    for (const child of branch?.children ?? []) {
      if (!(child instanceof Element)) continue;
      if (names.includes(localName(child.name))) found.push(child);
      else visit(child);
    }
  };
  visit(node);
  return found;
}

/** The text of an element, paragraphs (`P`) on lines of their own, white space made plain; undefined when there is none. */
export function text(node: Branch): string | undefined {
  if (!node) return undefined;
  const only = node.children.length === 1 ? node.children[0] : undefined;
  const raw = only instanceof Text ? only.data : gather(node);
  return (
    raw
      .normalize('NFC')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n[ \n]*/g, '\n')
      .trim() || undefined
  );
}

function gather(node: Document | Element): string {
  let out = '';
  for (const child of node.children) {
    if (child instanceof Text) out += child.data;
    else if (child instanceof Element) out += localName(child.name) === 'P' ? `\n${gather(child)}\n` : localName(child.name) === 'BR' ? '\n' : gather(child);
  }
  return out;
}

/** An attribute by local name; undefined when missing or empty. */
export const attribute = (node: Element | undefined, name: string): string | undefined => node?.attribs[name]?.trim() || undefined;
