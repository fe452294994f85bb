// What okhelp writes into a journal beside the entries, so that it reads its own notes back as they were.

import { formatAmount } from '../ledger/money.ts';
import type { NewNote } from '../ledger/note.ts';
import { formatTime } from '../ledger/time.ts';
import { harmlessJson } from '../ledger/visible.ts';
import { noteDocument } from './okhelp-json.ts';

/** The texts of a note as the entry shows them, in the way in which they are read back. */
export interface Shown {
  counterparty: string;
  reference: string;
  memo: string;
}

/** A fee, a balance, an exact time: names without `okhelp-` and their values. Texts only where the entry shows them otherwise. */
export function tagsOf(note: NewNote, day: string, shown: Shown): [string, string][] {
  const { time, type, fee, currency, error } = note;
  const own = formatTime(time);
  const tags: [string, string][] = [
    ['type', type],
    ['time', own],
  ];
  if (own.slice(0, 10) !== day) tags.push(['day', day]);
  if (fee !== 0n && type !== 'balance') tags.push(['fee', formatAmount(fee, currency)]);
  // An entry that has the name of its type for a payee is read as one without.
  const read = shown.counterparty === type ? { ...shown, counterparty: '' } : shown;
  for (const field of ['counterparty', 'reference', 'memo'] as const) {
    if (note[field] !== read[field]) tags.push([field, note[field]]);
  }
  if (error) tags.push(['error', error]);
  return tags;
}

/** A value in a comment of hledger, where a comma ends it and a slash does not begin it; and back. */
export const escaped = (value: string): string =>
  value.replace(/[%,;[\]\x00-\x1f\x7f\x85\u2028\u2029]|^\/|^\s|\s$|\s(?=\s)/g, encodeURIComponent);

export function unescaped(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** A comment line with a note that does not count: all of it, for no entry holds it. */
export const asideOf = (note: NewNote): string => {
  const { id: _, ...document } = noteDocument({ ...note, id: '', line: null });
  return `; okhelp-note: ${harmlessJson(JSON.stringify(document))}`;
};

/** The note in a comment line, as JSON; null where the line is none. */
export function asideIn(line: string): string | null {
  return /^;\s*okhelp-note:\s*(\{.*\})\s*$/.exec(line)?.[1] ?? null;
}
