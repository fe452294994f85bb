// A value of the ledger for anybody to read: whatever a person typed is gone, and what is one stays one.

import { describe, expect, it } from 'vitest';
import { checkNotes } from '../../src/ledger/check.ts';
import { matchStatement } from '../../src/ledger/match.ts';
import type { Note } from '../../src/ledger/note.ts';
import { unnamed } from '../../src/support/unnamed.ts';
import { fc } from '../properties.ts';

const WORDS = {
  account: (n: number) => `@account ${n}@`,
  counterparty: (n: number) => `@party ${n}@`,
  reference: (n: number) => `@id ${n}@`,
  left: '@left@',
};
const UNIT = 10n ** 18n;

function note(i: number, patch: Partial<Note> = {}): Note {
  return {
    id: `n${i}`,
    line: i + 1,
    time: { epoch: 1_772_000_000_000 + i * 50_000_000, offset: 480 },
    type: 'payment',
    amount: -UNIT,
    currency: 'CNY',
    fee: 0n,
    balance: 100n * UNIT,
    account: 'main',
    counterparty: '',
    reference: '',
    status: 'completed',
    error: '',
    memo: '',
    ...patch,
  };
}

const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

describe('for anybody to read', () => {
  it('no text of a note is left, in whatever the check and the matching make of it', () => {
    const typed = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }).map((text) => `§${text}`);
    fc.assert(
      fc.property(
        fc.array(fc.record({ a: typed, c: typed, r: typed, m: typed }), { minLength: 3, maxLength: 8 }),
        (rows) => {
          const notes = rows.map(({ a, c, r, m }, i) =>
            note(i, {
              account: i % 2 ? a : 'main',
              counterparty: c,
              reference: r,
              memo: `${m} fee 0.50`,
              error: m,
              status: i === 1 ? 'failed' : 'completed',
            }),
          );
          const found = unnamed(
            { check: checkNotes(notes, { traced: true }), matching: matchStatement(notes, notes.slice(1)), notes },
            WORDS,
          );
          expect(textsIn(found).filter((text) => text.includes('§'))).toEqual([]);
          expect(found.notes.map(({ amount, balance }) => [amount, balance])).toEqual(
            notes.map(({ amount, balance }) => [amount, balance]),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('the same name has the same stand-in wherever it comes up, and another name another', () => {
    const names = ['Li Wei', 'shop', 'Li Wei'].map((counterparty, i) => note(i, { counterparty, reference: `T${i}` }));
    const { notes, twin } = unnamed({ notes: names, twin: names[0] }, WORDS);
    expect(notes.map(({ counterparty }) => counterparty)).toEqual(['@party 1@', '@party 2@', '@party 1@']);
    expect(twin).toBe(notes[0]);
    expect(notes[0]!.reference).not.toBe(notes[2]!.reference);
  });

  it('days stay, times of day do not; amounts, types, error codes and the main account stay', () => {
    const at = (text: string) => ({ epoch: Date.parse(text), offset: 480 });
    const given = note(7, { time: at('2026-03-02T23:59:59+08:00'), error: 'PAY-1042', fee: 5n });
    const bare = unnamed(given, WORDS);
    expect(bare).toEqual({ ...given, time: at('2026-03-02T00:00:00+08:00') });
    expect(unnamed({ error: 'call Mr Wang' }, WORDS)).toEqual({ error: '@left@' });
  });

  it('a correction keeps its amounts and loses the rest', () => {
    expect(
      unnamed(
        [
          { op: 'set', note: 'n3', field: 'fee', from: '0.00', to: '1.50' },
          { op: 'set', note: 'n3', field: 'status', from: 'failed', to: 'completed' },
          { op: 'set', note: 'n3', field: 'time', from: '2026-03-02T09:41:00+08:00', to: 'soon' },
          { anything: 'Wang Fang' },
        ],
        WORDS,
      ),
    ).toEqual([
      { op: 'set', note: 'n3', field: 'fee', from: '0.00', to: '1.50' },
      { op: 'set', note: 'n3', field: 'status', from: 'failed', to: 'completed' },
      { op: 'set', note: 'n3', field: 'time', from: '2026-03-02', to: '@left@' },
      { anything: '@left@' },
    ]);
  });
});
