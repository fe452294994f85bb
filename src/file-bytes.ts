// What the bytes of a file say before it is known what it holds: our CSV in which encoding, a workbook, an archive.
import { isUtf8 } from 'node:buffer';
import { OkhelpError } from './errors.ts';
import { bytesOf, memorySource } from './formats/byte-source.ts';
import type { StatementFile } from './formats/statement.ts';
import { unfinishedTail } from './formats/text-bytes.ts';
import { expectText } from './formats/utf8.ts';
import { expectFits, expectSheetsFit } from './largest-file.ts';
import type { OpenSource } from './open-source.ts';

/** So much of a file tells that it is in UTF-8: words of other languages come early, if at all. */
const SAMPLE = 1 << 20;

export function beginsAsUtf8(source: OpenSource): boolean {
  const sample = bytesOf(source, SAMPLE);
  return isUtf8(sample.subarray(0, sample.length - unfinishedTail(sample)));
}

/** Our own CSV whose names are plain: in GB18030 it is read all the same, in another encoding refused where it is not UTF-8. */
export async function inUtf8(source: OpenSource): Promise<OpenSource> {
  await expectFits(source, 'statement');
  const { decodeFile } = await import('./formats/decode.ts');
  const { encoding, text } = decodeFile(source.name, bytesOf(source));
  if (encoding !== 'gb18030') return source;
  return { ...source, ...memorySource(new TextEncoder().encode(text), source.name) };
}

/** Throws what is wrong with a file that is no text, and no workbook with a table of transactions. */
export async function expectReadable({ bytes, name }: StatementFile): Promise<void> {
  const { LARGEST, unpackedSize } = await import('./formats/workbook.ts');
  expectSheetsFit(name, unpackedSize(bytes), LARGEST);
  const { transactionsInZip } = await import('./formats/zip-contents.ts');
  const inside = transactionsInZip(bytes);
  if (inside) throw new OkhelpError('file-is-archive', { file: name, inside });
  expectText(bytes, name);
}
