// Ledgers that add up, and one slip of the pen in them, for the properties of the check.

import { SCALE } from '../../src/ledger/money.ts';
import { counts, DIRECTION, movement, NOTE_STATUSES, type Note, type NoteType } from '../../src/ledger/note.ts';
import { recordedText } from '../../src/ledger/recorded.ts';
import { fc } from '../properties.ts';

const MOVING = ['payment', 'topup', 'withdrawal', 'transfer-in', 'transfer-out', 'refund', 'fee'] as const;
const START = Date.UTC(2026, 2, 1);

interface Entry {
  type: NoteType;
  amount: bigint;
  fee: bigint;
  minutes: number;
  status: Note['status'];
  reads: boolean;
  texts: [string, string, string];
}

/** Text as a note keeps it; the strange ones included. */
const text = fc
  .oneof(
    fc.constant(''),
    fc.constantFrom('午饭', 'Smith, Jones & Co.', 'say "hi"', '=1+1', "'quoted", '+85 2929', '-', '@home', '👛', ' a '),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  .map(recordedText);

const entry = (scale: number): fc.Arbitrary<Entry> =>
  fc.record({
    type: fc.constantFrom<NoteType>(...MOVING),
    amount: fc.bigInt({ min: 1n, max: 10n ** BigInt(scale + 5) }),
    fee: fc.oneof(
      { weight: 4, arbitrary: fc.constant(0n) },
      { weight: 1, arbitrary: fc.bigInt({ min: 1n, max: 500n }) },
    ),
    minutes: fc.integer({ min: 0, max: 2000 }),
    status: fc.oneof(
      { weight: 6, arbitrary: fc.constant<Note['status']>('completed') },
      fc.constantFrom(...NOTE_STATUSES),
    ),
    reads: fc.boolean(),
    texts: fc.tuple(text, text, text),
  });

/** Notes in order of time whose readings all agree with what was recorded; at least one reading, at the end. */
export const ledger: fc.Arbitrary<Note[]> = fc
  .constantFrom(
    { currency: 'CNY', scale: 2 },
    { currency: 'JPY', scale: 0 },
    { currency: 'USDT', scale: 6 },
    { currency: 'ETH', scale: 18 },
  )
  .chain(({ currency, scale }) =>
    fc.tuple(fc.constant({ currency, scale }), fc.array(entry(scale), { minLength: 2, maxLength: 25 })),
  )
  .map(([{ currency, scale }, entries]) => {
    const unit = 10n ** BigInt(SCALE - scale);
    let balance = 0n;
    let epoch = START;
    return entries.map(({ type, amount, fee, minutes, status, reads, texts }, i): Note => {
      epoch += minutes * 60_000;
      const note: Note = {
        id: `n${i + 1}`,
        line: i + 2,
        time: { epoch, offset: 480 },
        type,
        amount: BigInt(DIRECTION[type]) * amount * unit,
        currency,
        fee: fee * unit,
        balance: null,
        account: 'main',
        counterparty: texts[0],
        reference: texts[1],
        status,
        error: '',
        memo: texts[2],
      };
      if (counts(note)) balance += movement(note);
      return { ...note, balance: reads || i === 0 || i === entries.length - 1 ? balance : null };
    });
  });

/** One slip: a note left out, entered twice, on the wrong side, mistyped, without its fee, or a reading misread. */
export const slipped: fc.Arbitrary<Note[]> = ledger.chain((notes) =>
  fc
    .tuple(
      fc.integer({ min: 0, max: notes.length - 1 }),
      fc.constantFrom('left out', 'twice', 'wrong side', 'mistyped', 'no fee', 'misread', 'wrong status'),
      fc.bigInt({ min: 1n, max: 9n }),
    )
    .map(([at, slip, digit]) => numbered(slips[slip](notes, at, digit))),
);

type Slip = 'left out' | 'twice' | 'wrong side' | 'mistyped' | 'no fee' | 'misread' | 'wrong status';

const slips: Record<Slip, (notes: Note[], at: number, digit: bigint) => Note[]> = {
  'left out': (notes, at) => notes.toSpliced(at, 1),
  twice: (notes, at) => notes.toSpliced(at, 0, { ...notes[at]!, balance: null }),
  'wrong side': (notes, at) => notes.with(at, { ...notes[at]!, amount: -notes[at]!.amount }),
  mistyped: (notes, at, digit) => notes.with(at, { ...notes[at]!, amount: notes[at]!.amount + digit * 10n ** 18n }),
  'no fee': (notes, at) => notes.with(at, { ...notes[at]!, fee: 0n }),
  misread: (notes, at, digit) =>
    notes.with(at, { ...notes[at]!, balance: (notes[at]!.balance ?? 0n) + digit * 10n ** 18n }),
  'wrong status': (notes, at) => notes.with(at, { ...notes[at]!, status: counts(notes[at]!) ? 'failed' : 'completed' }),
};

function numbered(notes: Note[]): Note[] {
  return notes.map((note, i) => ({ ...note, id: `n${i + 1}`, line: i + 2 }));
}
