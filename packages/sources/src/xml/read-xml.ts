import { InputError } from '@asf-match/domain';
import { Document, Element, Text } from 'domhandler';
import { Parser } from 'htmlparser2';
import { decodeXml } from './decode.ts';
import { localName } from './walk.ts';

const MAX_XML_BYTES = 64 * 1024 * 1024;
const MAX_XML_DEPTH = 100;

export interface XmlOptions {
  /** Elements, by local name, that are dropped while reading with all that is in them. */
  readonly skip?: ReadonlySet<string>;
  /** The same for elements told by their attributes. */
  readonly skipWhen?: (localName: string, attributes: Readonly<Record<string, string>>) => boolean;
}

/**
 * Reads XML strictly into the tree that cheerio works on (`cheerio.load(document, { xml: true })`), with cheerio's own parser.
 *
 * Refused, each with a key and a place: more than 64 MiB (`xml.too-large`), wrong encoding (`xml.encoding`), any DOCTYPE and so any entity
 * of its own (`xml.doctype`), an HTML page (`xml.html`), elements more than 100 deep (`xml.depth`), elements left open (`xml.truncated`),
 * nothing to read (`xml.empty`). White space between elements is dropped.
 * @throws InputError
 */
export function readXml(bytes: Uint8Array, file: string, { skip = new Set(), skipWhen = () => false }: XmlOptions = {}): Document {
  if (bytes.length > MAX_XML_BYTES)
    throw refuse('xml.too-large', `The file has ${Math.round(bytes.length / 1048576)} MiB; at most 64 MiB are read.`, 'Check that it is a notice.');
  const text = decodeXml(bytes, file);
  const document = new Document([]);
  const open: (Document | Element)[] = [document];
  let top: Document | Element = document;
  /** How many elements deep inside a skipped one. */
  let skipping = 0;

  function refuse(key: string, message: string, remedy: string, at?: number): InputError {
    const place = at === undefined ? undefined : `line ${lineAt(text, at)}`;
    return new InputError({ key, file, ...(place && { place }), message, remedy });
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (skipping || skip.has(localName(name)) || skipWhen(localName(name), attributes)) {
          skipping += 1;
        } else {
          if (open.length > MAX_XML_DEPTH)
            throw refuse('xml.depth', `Elements are nested more than ${MAX_XML_DEPTH} levels deep.`, 'This is no notice; leave it out.', parser.startIndex);
          if (open.length === 1 && name.toLowerCase() === 'html') throw html();
          const element = new Element(name, attributes);
          element.parent = top;
          top.children.push(element);
          open.push(element);
          top = element;
        }
        if (skipping > MAX_XML_DEPTH)
          throw refuse('xml.depth', `Elements are nested more than ${MAX_XML_DEPTH} levels deep.`, 'This is no notice; leave it out.', parser.startIndex);
      },
      onclosetag(name, implied) {
        // An empty element `<a/>` is closed by the parser too; only what is left open at another's end or at the end of the file is wrong.
        if (implied && !isSelfClosing()) {
          throw refuse('xml.truncated', `The element ${name} is not closed; the file is cut off or damaged.`, 'Fetch it again.', parser.endIndex);
        }
        if (skipping) {
          skipping -= 1;
          return;
        }
        open.pop();
        top = open.at(-1) ?? document;
      },
      ontext(data) {
        if (skipping || top === document) return;
        const last = top.children.at(-1);
        if (last instanceof Text) last.data += data;
        else if (/\S/.test(data)) {
          const node = new Text(data);
          node.parent = top;
          top.children.push(node);
        }
      },
      onprocessinginstruction(name, data) {
        if (!/^!doctype$/i.test(name)) return;
        if (/^!doctype\s+html/i.test(data)) throw html();
        throw refuse(
          'xml.doctype',
          'The file has a DOCTYPE, which can hold entities; notices have none.',
          'Fetch the notice from its source.',
          parser.startIndex,
        );
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  const isSelfClosing = (): boolean => text.charCodeAt(parser.endIndex - 1) === 0x2f && text.charCodeAt(parser.endIndex) === 0x3e;
  const html = (): InputError => refuse('xml.html', 'This is an HTML page, not a notice in XML.', 'Save the XML of the notice instead of the page.');

  parser.write(text);
  parser.end();
  if (document.children.length === 0) {
    const empty = text.trim() === '';
    throw refuse('xml.empty', empty ? 'The file is empty.' : 'The file holds no XML element.', 'Fetch it again.');
  }
  return document;
}

function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
