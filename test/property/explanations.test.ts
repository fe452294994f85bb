// Whatever went wrong in a ledger, each explanation listed holds: carried out, it makes the stretch add up, and breaks nothing.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stepFor } from '../../src/ledger/apply.ts';
import { checkNotes } from '../../src/ledger/check.ts';
import type { Correction } from '../../src/ledger/findings.ts';
import type { Note } from '../../src/ledger/note.ts';
import { ledger } from './ledgers.ts';

const HOUR = 3_600_000;

/** One thing done wrong to the note at a place. */
const slip = fc.tuple(fc.nat(), fc.constantFrom('sign', 'status', 'time', 'drop', 'twice', 'reading', 'tenfold'));
const KINDS: Record<string, (note: Note, all: Note[]) => void> = {
  sign: (note) => (note.amount = -note.amount),
  status: (note) => (note.status = note.status === 'completed' ? 'pending' : 'completed'),
  time: (note) => (note.time = { ...note.time, epoch: note.time.epoch + 30 * HOUR }),
  drop: (note, all) => all.splice(all.indexOf(note), 1),
  twice: (note, all) => all.push({ ...note, id: `n${900 + all.length}`, balance: null }),
  reading: (note) => (note.balance = note.balance === null ? null : note.balance + 9n * 10n ** 18n),
  tenfold: (note) => (note.amount *= 10n),
};

const spoiled = fc.tuple(ledger, fc.array(slip, { minLength: 1, maxLength: 2 })).map(([notes, slips]) => {
  const wrong = notes.map((note, i) => ({ ...note, id: `n${i + 1}`, line: null, reference: `R${i + 1}` }));
  for (const [at, kind] of slips) if (wrong.length > 1) KINDS[kind]!(wrong[at % wrong.length]!, wrong);
  return wrong;
});

function carriedOut(notes: readonly Note[], corrections: readonly Correction[]): Note[] {
  let now = [...notes];
  for (const correction of corrections) {
    const step = stepFor(correction, now, '');
    if (step.op === 'set') now = now.map((note) => (note.id === step.id ? { ...note, ...step.patch } : note));
    else if (step.op === 'remove') now = now.filter(({ id }) => id !== step.id);
    else now.push({ ...step.note, id: 'n999', line: null });
  }
  return now;
}

it('each explanation, carried out, leaves fewer mismatches', () => {
  fc.assert(
    fc.property(spoiled, (notes) => {
      const { mismatches } = checkNotes(notes).accounts[0]!;
      for (const { explanations } of mismatches) {
        for (const { corrections, cause } of explanations) {
          if (corrections.length === 0) continue;
          const after = checkNotes(carriedOut(notes, corrections)).accounts[0]!.mismatches;
          expect(after.length, `${cause} ${JSON.stringify(corrections)}`).toBeLessThan(mismatches.length);
        }
      }
    }),
    { numRuns: 300 },
  );
});
