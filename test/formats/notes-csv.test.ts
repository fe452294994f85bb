// Our CSV taken in some notes at a time: the same notes as read whole, and unreadable rows known before the first of them.
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../src/formats/byte-source.ts';
import { NotesCsv } from '../../src/formats/notes-csv.ts';
import { readNotes } from '../../src/formats/okhelp-csv.ts';

const defaults = { currency: 'CNY', zone: () => 480 };
const HEADER = 'time,type,amount,balance,memo\n';

function row(i: number, amount = `${i}.50`): string {
  return `2026-03-01T09:00:${String(i % 60).padStart(2, '0')}+08:00,topup,${amount},,note ${i}\n`;
}

function taken(text: string, later = text) {
  const source = memorySource(Buffer.from(text), 'notes.csv');
  const csv = new NotesCsv(source, defaults);
  const scanned = [...csv.scan()];
  const [first, rest] = [source.read, memorySource(Buffer.from(later), 'notes.csv').read];
  source.read = later === text ? first : rest;
  return { csv, scanned, pieces: () => [...csv.pieces()] };
}

const MANY = Array.from({ length: 12_345 }, (_, i) =>
  row(i, i % 5000 === 4321 ? '1x' : i % 7 ? undefined : '"1,234.567"'),
).join('');

describe('a file of notes', () => {
  it('gives the same notes as when it is read whole, in pieces, with how far it has come', () => {
    const text = `\ufeff${HEADER}${MANY}`;
    const { csv, scanned, pieces } = taken(text);
    const whole = readNotes(Buffer.from(text), { file: 'notes.csv', ...defaults });
    const all = pieces();
    expect(all.flatMap(({ notes }) => notes)).toEqual(whole.notes);
    expect([csv.rows, csv.unreadable]).toEqual([whole.rows, whole.unreadable]);
    expect(csv.unreadable.map(({ line }) => line)).toEqual([4323, 9323]);
    expect(all.map(({ notes }) => notes.length)).toEqual([5000, 5000, 2343]);
    expect(all.at(-1)!.done).toBe(Buffer.byteLength(text));
    for (const marks of [scanned, all.map(({ done }) => done)]) {
      expect(marks).toEqual([...marks].sort((a, b) => a - b));
      expect(new Set(marks).size).toBe(marks.length);
    }
  });

  it.each([
    ['', 'file-empty'],
    ['time,type\n', 'column-missing'],
    [`${HEADER}${MANY}\xff\n`, 'file-encoding'],
  ])('is refused before anything is taken from it', (text, code) => {
    const csv = new NotesCsv(memorySource(Buffer.from(text, 'latin1'), 'notes.csv'), defaults);
    expect(() => [...csv.scan()]).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    ['has more rows', HEADER + MANY + row(1)],
    ['has fewer rows', HEADER + MANY.slice(0, MANY.lastIndexOf('2026'))],
    ['has another row that cannot be read', HEADER + MANY.replace('1.50', '1.5O')],
    ['has one less', HEADER + MANY.replace('1x', '1.00')],
  ])('that %s than a moment ago is not taken in', (_, later) => {
    const { pieces } = taken(HEADER + MANY, later);
    expect(pieces).toThrow(expect.objectContaining({ code: 'file-changed', values: { file: 'notes.csv' } }));
  });
});
