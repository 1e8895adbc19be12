import { InputError } from '@asf-match/domain';

const CHUNK = 1 << 16;

/**
 * Bytes to text by byte order mark, else by the XML declaration, else UTF-8.
 * @throws InputError `xml.encoding` naming about where the bytes stop being text in that encoding.
 */
export function decodeXml(bytes: Uint8Array, file: string): string {
  const label = encodingOf(bytes);
  const decoder = decoderFor(label, file);
  try {
    return decoder.decode(bytes);
  } catch {
    throw new InputError({
      ...{ key: 'xml.encoding', file, place: `near byte ${firstBadByte(bytes, label)}`, message: `The file says it is ${label}, but these bytes are not.` },
      remedy: 'Fetch it again, or save it in the encoding that its first line names.',
    });
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*encoding=["']([\w.:-]+)["']/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
}

function decoderFor(label: string, file: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    throw new InputError({ key: 'xml.encoding', file, place: 'line 1', message: `The encoding ${label} is not known.`, remedy: 'Save the file as UTF-8.' });
  }
}

function firstBadByte(bytes: Uint8Array, label: string): number {
  const fails = (end: number): boolean => {
    try {
      new TextDecoder(label, { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return false;
    } catch {
      return true;
    }
  };
  let end = Math.min(CHUNK, bytes.length);
  while (end < bytes.length && !fails(end)) end += CHUNK;
  let [good, bad] = [0, Math.min(end, bytes.length)];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (fails(middle)) bad = middle;
    else good = middle;
  }
  return bad - 1;
}
