// Is this our own CSV, well or badly kept, or the table of some other program?
import { memorySource, pulling } from './byte-source.ts';
import { CsvRows } from './csv-rows.ts';
import { columnNamed } from './note-words.ts';

/**
 * By the first line that is not blank. `surely` ours: it names time, type and amount, and most of its columns are ours; or all
 * its columns are ours and a needed one is missing, so that the user hears which. `perhaps`: it names the needed ones among
 * many others, as some banks do. `head` is the beginning of the file, in UTF-8.
 */
export function ownCsv(head: Uint8Array): 'surely' | 'perhaps' | 'no' {
  const rows = new CsvRows(pulling(memorySource(head, '')), { size: Math.max(64, head.length) });
  if (!rows.next()) return 'no';
  const cells = Array.from({ length: rows.cells }, (_, i) =>
    rows
      .text(i)
      .replace(/^\ufeff/, '')
      .trim(),
  ).filter(Boolean);
  const known = new Set(cells.map(columnNamed).filter((column) => column !== null));
  if (known.has('time') && known.has('type') && known.has('amount')) {
    return known.size >= 0.6 * cells.length ? 'surely' : 'perhaps';
  }
  const onlyOurs = known.size >= 2 && known.size === cells.length && (known.has('time') || known.has('type'));
  return onlyOurs ? 'surely' : 'no';
}
