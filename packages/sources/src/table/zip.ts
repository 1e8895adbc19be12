import { InputError } from '@asf-match/domain';

/** XLSX and DOCX are ZIP files; unpacked, none that people work with comes near this. */
const MAX_UNPACKED = 300 * 1024 * 1024;
const END_RECORD = 0x06054b50;
const ENTRY = 0x02014b50;

/** True for a file that begins like a ZIP archive, whatever it is called. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** True for Microsoft's older container (.xls, .doc). */
export const isOldOffice = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;

/**
 * Adds up what the archive's own directory says it unpacks to, before a library unpacks it (PKWARE APPNOTE 4.3.12).
 * @throws InputError `zip.bomb` when that is more than 300 MiB, `zip.damaged` when there is no directory.
 */
export function checkZip(bytes: Uint8Array, file: string): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = (): InputError =>
    new InputError({ key: 'zip.damaged', file, message: 'The file is cut off or damaged.', remedy: 'Save it again, or fetch it again.' });
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END_RECORD) end -= 1;
  if (end < 0) throw damaged();
  let unpacked = 0;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw damaged();
    unpacked += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (unpacked <= MAX_UNPACKED) return;
  throw new InputError({
    key: 'zip.bomb',
    file,
    message: `Unpacked it would be ${Math.round(unpacked / 1048576)} MiB.`,
    remedy: 'This is no document to read; leave it out.',
  });
}
