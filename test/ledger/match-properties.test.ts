// What must hold for every pair of lists: one-to-one, whatever their order; nothing lost, nothing invented.

import { expect, it } from 'vitest';
import { type Matching, matchStatement } from '../../src/ledger/match.ts';
import type { NewNote, Note } from '../../src/ledger/note.ts';
import { fc } from '../properties.ts';
import { ledger } from '../property/ledgers.ts';

const CENT = 10n ** 16n;
const numbered = (notes: readonly NewNote[]): Note[] =>
  notes.map((note, i) => ({ ...note, id: `n${i + 1}`, line: i + 2 }));

/** Rows as alike as they can be: few amounts, few times, few words, so that much is ambiguous. */
const alike: fc.Arbitrary<Note[]> = fc
  .array(
    fc.record({
      cents: fc.constantFrom(300, 300, 300, 1000, 1234, 1324, 100),
      hours: fc.integer({ min: 0, max: 200 }),
      counterparty: fc.constantFrom('', '地铁', 'Metro', 'Metro Paris', 'Shop'),
      reference: fc.constantFrom('', '', '', 'T1001', 'T1002', 'T1003_1'),
      type: fc.constantFrom(
        'payment' as const,
        'payment' as const,
        'topup' as const,
        'refund' as const,
        'fee' as const,
      ),
      status: fc.constantFrom('completed' as const, 'completed' as const, 'pending' as const),
      fee: fc.constantFrom(0n, 0n, 10n),
      currency: fc.constantFrom('CNY', 'CNY', 'USD'),
    }),
    { maxLength: 60 },
  )
  .map((rows) =>
    numbered(
      rows.map(({ cents, hours, type, fee, ...rest }) => ({
        ...rest,
        type,
        time: { epoch: Date.UTC(2026, 2, 1) + hours * 3_600_000, offset: 480 },
        amount: BigInt(type === 'payment' ? -cents : type === 'fee' ? -(cents % 97) - 1 : cents) * CENT,
        fee: fee * CENT,
        balance: null,
        account: 'main',
        error: '',
        memo: '',
      })),
    ),
  );

/** A list, and the same in some other order. */
const shuffledToo = fc
  .tuple(alike, alike)
  .chain(([notes, statement]) => fc.tuple(fc.constant([notes, statement]), shuffled(notes), shuffled(statement)));

function shuffled<T>(list: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
}

/** What was found by what the rows say, not by how they are numbered. */
function content(matching: Matching): unknown {
  const said = ({ id, line, ...rest }: Note) =>
    JSON.stringify(rest, (_, value) => (typeof value === 'bigint' ? String(value) : value));
  const sorted = (list: string[]) => list.sort();
  return {
    matched: sorted(matching.matched.map(({ note, statement }) => `${said(note)} = ${said(statement)}`)),
    differing: sorted(
      matching.differing.map(
        ({ note, statement, differences, feeRow }) =>
          `${said(note)} = ${said(statement)} ${differences.map(({ kind }) => kind)} ${feeRow ? said(feeRow) : ''}`,
      ),
    ),
    together: sorted(
      matching.together.map(
        ({ notes, statement, kind }) => `${sorted(notes.map(said))} = ${sorted(statement.map(said))} ${kind}`,
      ),
    ),
    onlyInNotes: sorted(matching.onlyInNotes.map(said)),
    onlyInStatement: sorted(matching.onlyInStatement.map(said)),
    links: sorted(
      matching.links.map(
        ({ refund, original }) =>
          said((refund.statement ?? refund.note)!) + said((original.statement ?? original.note)!),
      ),
    ),
  };
}

it('the order of the rows does not matter', () => {
  fc.assert(
    fc.property(shuffledToo, ([[notes, statement], otherNotes, otherStatement]) => {
      const found = content(matchStatement(notes!, statement!));
      expect(content(matchStatement(numbered(otherNotes), numbered(otherStatement)))).toEqual(found);
    }),
    { numRuns: 300 },
  );
});

it('each note and each row of the statement stands in one place, once', () => {
  fc.assert(
    fc.property(alike, alike, (notes, statement) => {
      const found = matchStatement(notes, statement);
      const { matched, differing, together, onlyInNotes, onlyInStatement, outside } = found;
      const pairs = [...matched, ...differing];
      const ids = (list: Note[]) => list.map(({ id }) => id).sort();
      const fees = (side: 'notes' | 'statement') =>
        differing.flatMap(({ feeRow, differences: [first] }) =>
          feeRow && first!.kind === 'fee' && first!.side === side ? [feeRow] : [],
        );
      const own = together.flatMap((set) => set.notes);
      const theirs = together.flatMap((set) => set.statement);
      expect(ids([...pairs.map(({ note }) => note), ...own, ...fees('notes'), ...onlyInNotes, ...outside])).toEqual(
        ids(notes),
      );
      expect(
        ids([...pairs.map((pair) => pair.statement), ...theirs, ...fees('statement'), ...onlyInStatement]),
      ).toEqual(ids(statement));
    }),
    { numRuns: 300 },
  );
});

it('rows that are one on the other side add up to it, in one currency, and are two to four', () => {
  fc.assert(
    fc.property(alike, alike, (notes, statement) => {
      for (const set of matchStatement(notes, statement).together) {
        const sum = (rows: Note[]) => rows.reduce((total, { amount, fee }) => total + amount - fee, 0n);
        expect(sum(set.notes)).toBe(sum(set.statement));
        expect(new Set([...set.notes, ...set.statement].map(({ currency }) => currency)).size).toBe(1);
        const sizes = [set.notes.length, set.statement.length].sort();
        expect([sizes[0], sizes[1]! >= 2 && sizes[1]! <= 4]).toEqual([1, true]);
      }
    }),
    { numRuns: 300 },
  );
});

it('a statement held against itself matches fully', () => {
  fc.assert(
    fc.property(fc.oneof(alike, ledger.map(numbered)), (notes) => {
      const { matched, differing, onlyInNotes, onlyInStatement } = matchStatement(notes, notes);
      expect([matched.length, differing, onlyInNotes, onlyInStatement]).toEqual([notes.length, [], [], []]);
    }),
  );
});

it('taking rows away leaves exactly those alone', () => {
  const parts = fc
    .oneof(alike, ledger.map(numbered))
    .chain((notes) => fc.tuple(fc.constant(notes), fc.subarray(notes, { minLength: Math.min(1, notes.length) })));
  const sameCurrency = (notes: Note[]) => notes.every(({ currency }) => currency === 'CNY');
  fc.assert(
    fc.property(
      parts.filter(([notes]) => sameCurrency(notes)),
      ([notes, some]) => {
        const taken = notes.length - some.length;
        // A fee alone on its side may stand with the transaction that it was charged for.
        const tell = ({ matched, differing, onlyInNotes, onlyInStatement }: Matching) => {
          const fees = differing.filter(({ feeRow, differences }) => feeRow && differences.length === 1).length;
          return [matched.length + fees, fees + onlyInNotes.length + onlyInStatement.length, differing.length - fees];
        };
        const less = matchStatement(notes, some);
        expect([...tell(less), less.onlyInStatement]).toEqual([some.length, taken, 0, []]);
        const more = matchStatement(some, notes);
        expect([...tell(more), more.onlyInNotes]).toEqual([some.length, taken, 0, []]);
      },
    ),
  );
});

it('N identical rows stay N', () => {
  fc.assert(
    fc.property(ledger.map(numbered), fc.nat({ max: 80 }), fc.nat({ max: 80 }), ([note], here, there) => {
      const copies = (count: number) => numbered(Array.from({ length: count }, () => note!));
      const { matched, onlyInNotes, onlyInStatement } = matchStatement(copies(here), copies(there));
      const both = Math.min(here, there);
      expect([matched.length, onlyInNotes.length, onlyInStatement.length]).toEqual([both, here - both, there - both]);
    }),
  );
});

it('notes written down some minutes late, without an id, find their rows', () => {
  const late = ledger
    .map(numbered)
    .chain((statement) =>
      fc.tuple(
        fc.constant(statement),
        fc.array(fc.integer({ min: -20, max: 20 }), { minLength: statement.length, maxLength: statement.length }),
      ),
    );
  fc.assert(
    fc.property(late, ([statement, minutes]) => {
      const apart = statement.every(
        ({ time, amount }, i) =>
          !statement.some(
            (other, j) =>
              i !== j && other.amount === amount && Math.abs(other.time.epoch - time.epoch) < 10 * 86_400_000,
          ),
      );
      fc.pre(apart);
      const notes = statement.map((note, i) => ({
        ...note,
        reference: '',
        time: { ...note.time, epoch: note.time.epoch + minutes[i]! * 60_000 },
      }));
      const { matched } = matchStatement(notes, statement);
      expect(matched.filter((pair) => pair.note.id === pair.statement.id)).toHaveLength(statement.length);
    }),
  );
});

it('an amount with one slip is found as differing, by that slip, where nothing else claims it', () => {
  const slips = ['transposed-digits', 'shifted-decimal', 'mistyped-digit'] as const;
  const slipped = ledger
    .map(numbered)
    .chain((statement) =>
      fc.tuple(
        fc.constant(statement),
        fc.nat({ max: statement.length - 1 }),
        fc.constantFrom(...slips),
        fc.nat(),
        fc.boolean(),
      ),
    );
  fc.assert(
    fc.property(slipped, ([statement, at, slip, seed, ids]) => {
      const real = statement[at]!;
      const wrong = slips.length && slip1(real.amount / CENT, slip, seed);
      fc.pre(wrong !== null && real.counterparty.length !== 1);
      const notes = statement.map((note, i) => ({
        ...note,
        reference: ids ? note.reference : '',
        amount: i === at ? wrong * CENT : note.amount,
      }));
      const { matched, differing } = matchStatement(notes, statement);
      expect(matched).toHaveLength(statement.length - 1);
      expect(differing.map(({ note, statement }) => [note.id, statement.id])).toEqual([[real.id, real.id]]);
      // One digit off may be read as a fee where fees are usual, or as another slip of the same size.
      expect(['amount-typo', 'fee']).toContain(differing[0]!.differences[0]!.kind);
    }),
    { numRuns: 300 },
  );
});

/** The amount (in cents) with a slip in it, or null where there is none of that kind. */
function slip1(amount: bigint, slip: string, seed: number): bigint | null {
  const sign = amount < 0n ? -1n : 1n;
  const digits = (amount * sign).toString().split('');
  if (slip === 'shifted-decimal') return amount * 10n;
  const at = seed % digits.length;
  if (slip === 'mistyped-digit') {
    digits[at] = String((Number(digits[at]) + 1 + (seed % 8)) % 10);
  } else {
    if (at + 1 >= digits.length || digits[at] === digits[at + 1]) return null;
    [digits[at], digits[at + 1]] = [digits[at + 1]!, digits[at]!];
  }
  const wrong = BigInt(digits.join('')) * sign;
  return wrong === 0n || wrong === amount ? null : wrong;
}
