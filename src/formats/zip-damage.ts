// Whether what was unpacked from a ZIP file is what was packed: by the checksums in its directory (CRC-32).

const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_END = 0x06054b50;

/** True where a file's bytes do not have the checksum that the directory gives for it, or the directory cannot be read. */
export function isDamaged(zip: Uint8Array, files: { [path: string]: Uint8Array }): boolean {
  const sums = checksums(zip);
  return Object.entries(files).some(([path, bytes]) => sums.get(path) !== crc32(bytes));
}

/** The checksums of the files by their paths (APPNOTE.TXT, 4.3.12 and 4.3.16). */
function checksums(zip: Uint8Array): Map<string, number> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const sums = new Map<string, number>();
  let end = zip.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== DIRECTORY_END) end--;
  if (end < 0) return sums;
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= zip.length && view.getUint32(at, true) === DIRECTORY_ENTRY) {
    const name = at + 46;
    const length = view.getUint16(at + 28, true);
    sums.set(new TextDecoder().decode(zip.subarray(name, name + length)), view.getUint32(at + 16, true));
    at = name + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sums;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = TABLE[(sum ^ byte) & 0xff]! ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
