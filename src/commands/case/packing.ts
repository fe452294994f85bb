// How the files of an archive are packed: by Node's own zlib, loaded when the first of them comes.
import { crc32, deflateRawSync } from 'node:zlib';
import type { Packing } from '../../formats/zip-archive.ts';

/** Each part is flushed on its own (zlib's Z_SYNC_FLUSH, 2), which ends it at a byte; the last one with Z_FINISH, 4. */
export const packing: Packing = {
  deflate: (bytes, last) => deflateRawSync(bytes, { finishFlush: last ? 4 : 2 }),
  crc32: (bytes, before) => crc32(bytes, before),
};
