// What makes two notes the same row of the same export: every field, in one canonical line.
import type { Note } from './note.ts';
import { recordedText } from './recorded.ts';

/**
 * The canonical text of a note's fields: the same for `1,000.00` and `1000`, for 09:00+08:00 and 01:00Z, and for text
 * that differs only in control characters or Unicode composition; different as soon as any value is. The store keeps a
 * hash of it.
 */
export function fingerprint(note: Omit<Note, 'id' | 'line'>): string {
  const texts = [note.account, note.counterparty, note.reference, note.error, note.memo];
  return JSON.stringify([
    note.time.epoch,
    note.type,
    String(note.amount),
    note.currency,
    String(note.fee),
    note.balance === null ? null : String(note.balance),
    note.status,
    ...texts.map((text) => (text === '' ? text : recordedText(text).normalize('NFC'))),
  ]);
}
