// Rows that say the same in every respect belong together: three of them there and two here are two pairs and one alone.
import { byWhatTheySay, pair, type Row } from './row.ts';

/** Both lists as RowMaker sorts them. */
export function pairIdentical(notes: readonly Row[], statement: readonly Row[]): void {
  for (let i = 0, j = 0; i < notes.length && j < statement.length; ) {
    const order = byWhatTheySay(notes[i]!, statement[j]!);
    if (order === 0) pair(notes[i]!, statement[j]!, 'identical');
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
}
