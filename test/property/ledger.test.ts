// What must hold for every ledger: it comes back from CSV as it was, its order in the file does not matter, the fast
// way finds what the plain way finds, a clean one gives no finding, and a broken one is found where it broke.

import { expect, it } from 'vitest';
import { memorySource } from '../../src/formats/byte-source.ts';
import { checkCsv } from '../../src/formats/check-csv.ts';
import { readNotes, writeNotes } from '../../src/formats/okhelp-csv.ts';
import { checkNotes } from '../../src/ledger/check.ts';
import type { CheckResult } from '../../src/ledger/findings.ts';
import type { NewNote, Note } from '../../src/ledger/note.ts';
import { fc } from '../properties.ts';
import { ledger } from './ledgers.ts';

const defaults = { currency: 'CNY', zone: () => 480 };
const read = (csv: string) => readNotes(Buffer.from(csv), { file: 'x.csv', ...defaults });
const numbered = (notes: NewNote[]): Note[] => notes.map((note, i) => ({ ...note, id: `n${i + 1}`, line: i + 2 }));
const stream = (csv: string) => checkCsv(memorySource(Buffer.from(csv), 'x.csv'), { defaults });

/** Findings without the names of rows, which depend on where they stand. */
const told = ({ accounts }: CheckResult) =>
  accounts.map(({ opening, expected, recorded, mismatches }) => ({
    opening,
    expected,
    recorded,
    mismatches: mismatches.map((m) => ({
      at: m.at.note.reference,
      after: m.after?.note.reference,
      difference: m.difference,
      // Where an entry may stand at the wrong time, the order of the file is evidence.
      ...(m.explanations.every(({ cause }) => cause !== 'wrong-time') && {
        causes: m.explanations.map((e) => [e.cause, e.notes.map((note) => note.reference), e.confidence]),
        alternatives: m.alternatives,
      }),
    })),
  }));

it('notes written as CSV and read again are the same notes', () => {
  fc.assert(
    fc.property(ledger, (notes) => {
      const { notes: again, unreadable, rows } = read(writeNotes(notes));
      expect(unreadable).toEqual([]);
      expect(rows).toBe(notes.length);
      expect(again.map(({ id: _id, line: _line, ...note }) => note)).toEqual(notes);
    }),
  );
});

it('a ledger that adds up gives no finding, by either way', async () => {
  await fc.assert(
    fc.asyncProperty(ledger, async (notes) => {
      expect(checkNotes(numbered(notes)).balanced).toBe(true);
      expect((await stream(writeNotes(notes))).balanced).toBe(true);
    }),
  );
});

const broken = fc.tuple(ledger, fc.nat(), fc.integer({ min: -20_000, max: 20_000 })).map(([notes, at, cents]) => {
  const wrong = notes.map((note) => ({ ...note }));
  const note = wrong[at % wrong.length]!;
  note.amount += BigInt(cents) * 10n ** 16n;
  return wrong;
});

it('the stream of bytes finds what the notes at hand give', async () => {
  await fc.assert(
    fc.asyncProperty(broken, async (notes) => {
      const csv = writeNotes(notes);
      expect((await stream(csv)).accounts).toEqual(checkNotes(read(csv).notes).accounts);
    }),
  );
});

it('the order of the rows does not matter', async () => {
  const shuffled = broken.chain((notes) =>
    fc.tuple(fc.constant(notes), fc.shuffledSubarray(notes, { minLength: notes.length })),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([notes, mixed]) => {
      const expected = told(checkNotes(numbered(notes)));
      expect(told(checkNotes(numbered(mixed)))).toEqual(expected);
      expect(told(await stream(writeNotes(mixed)))).toEqual(expected);
    }),
  );
});

it('every explanation, applied, makes its stretch balance', () => {
  fc.assert(
    fc.property(broken, (notes) => {
      for (const { mismatches } of checkNotes(numbered(notes)).accounts) {
        for (const { difference, explanations } of mismatches) {
          for (const { cause, effect } of explanations) {
            if (cause !== 'wrong-reading') expect(effect).toBe(difference);
          }
        }
      }
    }),
  );
});

it('one wrong amount is one mismatch, at the first reading behind it', () => {
  const dense = ledger.map((notes) => {
    let balance = 0n;
    return notes.map((note) => {
      if (note.status === 'completed') balance += note.amount - note.fee;
      return { ...note, balance };
    });
  });
  fc.assert(
    fc.property(dense, fc.nat(), fc.integer({ min: 1, max: 20_000 }), (notes, at, cents) => {
      const completed = notes.filter((note, i) => i > 0 && note.status === 'completed');
      fc.pre(completed.length > 0);
      const victim = completed[at % completed.length]!;
      const wrong = notes.map((note) =>
        note === victim ? { ...note, amount: note.amount - BigInt(cents) * 10n ** 16n } : note,
      );
      const { mismatches } = checkNotes(numbered(wrong)).accounts[0]!;
      expect(mismatches.map((m) => m.at.note.reference)).toEqual([victim.reference]);
      expect(mismatches[0]!.difference).toBe(BigInt(cents) * 10n ** 16n);
    }),
  );
});
