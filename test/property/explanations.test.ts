// Whatever went wrong in a ledger, each explanation listed holds: carried out, it makes the stretch add up, and breaks nothing.

import { expect, it } from 'vitest';
import { stepFor } from '../../src/ledger/apply.ts';
import { checkNotes } from '../../src/ledger/check.ts';
import type { Correction } from '../../src/ledger/findings.ts';
import { counts, movement, type Note, type NoteStatus } from '../../src/ledger/note.ts';
import { fc } from '../properties.ts';
import { ledger as timely } from './ledger-arbitraries.ts';
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
    { numRuns: 500 },
  );
});

/** Rows that changed places with others of the same moment were once explained by a time that mended nothing (found by chance). */
it('an entry is not moved to a time at which its balance would be wrong', () => {
  const row = (id: string, minutes: number, amount: bigint, balance: bigint | null): Note => ({
    id,
    line: null,
    time: { epoch: Date.UTC(2026, 0, 1) + minutes * 60_000, offset: 480 },
    type: 'payment',
    amount: amount * 10n ** 16n,
    currency: 'CNY',
    fee: 0n,
    balance: balance === null ? null : balance * 10n ** 16n,
    account: 'main',
    counterparty: '',
    reference: id,
    status: 'completed',
    error: '',
    memo: '',
  });
  const notes = [row('n1', 1, -1n, -1n), row('n2', 1802, -1n, -2n), row('n3', 3, -1n, -3n), row('n4', 1802, 1n, null)];
  const { mismatches } = checkNotes(notes).accounts[0]!;
  expect(mismatches).not.toHaveLength(0);
  for (const { explanations } of mismatches) {
    for (const { corrections } of explanations) {
      const after = checkNotes(carriedOut(notes, corrections)).accounts[0]!.mismatches;
      expect(after.length, JSON.stringify(corrections)).toBeLessThan(mismatches.length);
    }
  }
});

/** An entry whose state the next readings show otherwise than those behind them; `way` 1: it went through later. */
const changing = (way: 1 | -1) =>
  fc
    .tuple(timely, fc.nat(), fc.integer({ min: 1, max: 3 }), fc.constantFrom<NoteStatus>('pending', 'failed'))
    .map(([made, at, readings, status]) => {
      const notes = made.map((note, i): Note => ({ ...note, id: `n${i + 1}`, line: null }));
      const fits = notes.filter((note) => movement(note) !== 0n && counts(note) === way > 0);
      const victim = fits[at % Math.max(1, fits.length)];
      if (!victim) return null;
      const behind = notes.slice(notes.indexOf(victim)).filter(({ balance }) => balance !== null);
      if (behind.length <= readings || notes.find(({ balance }) => balance !== null) === behind[0]) return null;
      for (const note of behind.slice(0, readings)) note.balance! -= BigInt(way) * movement(victim);
      victim.status = status;
      return { notes, victim };
    })
    .filter((made) => made !== null);

it('what went through after a balance was read is explained by its state, and that holds', () => {
  fc.assert(
    fc.property(changing(1), ({ notes, victim }) => {
      const { mismatches } = checkNotes(notes, { listed: 1000 }).accounts[0]!;
      expect(mismatches).toHaveLength(1);
      const named = mismatches[0]!.explanations.find(
        ({ cause, notes: [note] }) => cause === 'status' && note === victim,
      );
      expect(named!.corrections[0]).toEqual({
        op: 'set',
        note: victim.id,
        field: 'status',
        from: victim.status,
        to: 'completed',
      });
      expect(checkNotes(carriedOut(notes, named!.corrections)).balanced).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it('what is recorded as not gone through, was taken and came back, is one mismatch, and its explanations hold', () => {
  let [named, all] = [0, 0];
  fc.assert(
    fc.property(changing(-1), ({ notes, victim }) => {
      const { mismatches } = checkNotes(notes, { listed: 1000 }).accounts[0]!;
      expect(mismatches).toHaveLength(1);
      const { explanations } = mismatches[0]!;
      for (const { corrections } of explanations)
        expect(checkNotes(carriedOut(notes, corrections)).balanced, JSON.stringify(corrections)).toBe(true);
      all++;
      if (explanations.some(({ cause, notes: [note] }) => cause === 'status' && note === victim)) named++;
    }),
    { numRuns: 500 },
  );
  // A row between the two may explain the same by chance.
  expect(named).toBeGreaterThan(all * 0.97);
});
