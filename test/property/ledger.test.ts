// The check, whatever the notes: what adds up is said to, every explanation holds, and both ways of reading agree.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../src/formats/byte-source.ts';
import { checkCsv } from '../../src/formats/check-csv.ts';
import { readNotes, writeNotes } from '../../src/formats/okhelp-csv.ts';
import { checkNotes } from '../../src/ledger/check.ts';
import { corrected } from '../../src/ledger/corrections.ts';
import type { Correction } from '../../src/ledger/findings.ts';
import { parseAmount } from '../../src/ledger/money.ts';
import type { Note, NoteType } from '../../src/ledger/note.ts';
import { parseTime } from '../../src/ledger/time.ts';
import { ledger, slipped } from './ledger-arbitraries.ts';

const defaults = { currency: 'CNY', zone: () => 0 };

describe('our own CSV', () => {
  it('gives back every note as it was written', () => {
    fc.assert(
      fc.property(ledger, (notes) => {
        const bytes = new TextEncoder().encode(writeNotes(notes));
        const read = readNotes(bytes, { file: 'notes.csv', ...defaults });
        expect(read.unreadable).toEqual([]);
        expect(read.notes).toEqual(notes);
      }),
    );
  });
});

describe('the check', () => {
  it('finds nothing in a ledger that adds up', () => {
    fc.assert(
      fc.property(ledger, (notes) => {
        const { accounts, balanced } = checkNotes(notes);
        expect(balanced).toBe(true);
        expect(accounts[0]!.expected).toBe(accounts[0]!.recorded);
      }),
    );
  });

  it('finds at most what one slip can do: a mismatch, or two of opposite size', () => {
    fc.assert(
      fc.property(slipped, (notes) => {
        const mismatches = checkNotes(notes).accounts.flatMap((account) => account.mismatches);
        expect(mismatches.length).toBeLessThanOrEqual(2);
        if (mismatches.length === 2) expect(mismatches[0]!.difference).toBe(-mismatches[1]!.difference);
      }),
    );
  });

  it('offers only explanations whose corrections make that stretch balance', () => {
    fc.assert(
      fc.property(slipped, (notes) => {
        const [mismatch] = checkNotes(notes).accounts.flatMap((account) => account.mismatches);
        for (const { cause, corrections } of mismatch?.explanations ?? []) {
          if (cause === 'unexplained') continue;
          const left = checkNotes(applied(notes, corrections)).accounts.flatMap((account) => account.mismatches);
          expect(left.map(({ at }) => at.note.id)).not.toContain(mismatch!.at.note.id);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says the same of a file that streams by as of notes at hand', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(ledger, slipped), async (notes) => {
        const bytes = new TextEncoder().encode(writeNotes(notes));
        const streamed = await checkCsv(memorySource(bytes, 'notes.csv'), { defaults });
        expect(streamed.accounts).toEqual(checkNotes(notes).accounts);
      }),
      { numRuns: 200 },
    );
  });
});

/** The notes with these corrections carried out, in order of time. */
function applied(notes: readonly Note[], corrections: readonly Correction[]): Note[] {
  let changed = [...notes];
  for (const correction of corrections) {
    if (correction.op === 'remove') changed = changed.filter(({ id }) => id !== correction.note);
    else if (correction.op === 'set') {
      changed = changed.map((note) => (note.id === correction.note ? set(note, correction) : note));
    } else {
      const [after, before] = correction.between.map((id) => changed.findIndex((note) => note.id === id));
      const like = changed[before!]!;
      const added: Note = {
        ...like,
        id: 'added',
        balance: null,
        fee: 0n,
        status: 'completed',
        type: correction.type as NoteType,
      };
      added.amount = parseAmount(correction.amount)!.units;
      added.time = changed[after!]?.time ?? like.time;
      changed.splice(before!, 0, added);
    }
  }
  return changed.toSorted((a, b) => a.time.epoch - b.time.epoch);
}

function set(note: Note, correction: Extract<Correction, { op: 'set' }>): Note {
  if (correction.field !== 'time') return corrected(note, correction);
  const time = parseTime(correction.to, () => 0);
  if (typeof time === 'string') throw new Error(`${time}: ${correction.to}`);
  return { ...note, time };
}
