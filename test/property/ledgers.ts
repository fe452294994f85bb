// Arbitrary ledgers that add up: amounts, fees, statuses and readings as they come in life, at any density of readings.

import type { NewNote, NoteType } from '../../src/ledger/note.ts';
import { fc } from '../properties.ts';

const CENT = 10n ** 16n;

/** One step of a ledger before its balance is known. */
interface Step {
  type: NoteType;
  cents: number;
  feeCents: number;
  pending: boolean;
  read: boolean;
  minutes: number;
  text: string;
}

const outgoing: NoteType[] = ['payment', 'withdrawal', 'transfer-out', 'fee'];

const step: fc.Arbitrary<Step> = fc.record({
  type: fc.constantFrom<NoteType>(
    'payment',
    'payment',
    'payment',
    'topup',
    'refund',
    'withdrawal',
    'transfer-in',
    'transfer-out',
    'fee',
  ),
  cents: fc.integer({ min: 1, max: 500_000 }),
  feeCents: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 900 }) },
  ),
  pending: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  read: fc.boolean(),
  minutes: fc.integer({ min: 1, max: 5000 }),
  text: fc.oneof(
    fc.constantFrom('', '便利店', 'Smith, Jones & Co.', 'he said "no"', '=1+1', "'quoted", 'two\nlines', '@home'),
  ),
});

/** Notes with distinct times whose readings all agree. */
export const ledger: fc.Arbitrary<NewNote[]> = fc
  .tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.array(step, { minLength: 1, maxLength: 40 }))
  .map(([opening, steps]) => {
    let balance = BigInt(opening) * CENT;
    let minute = 0;
    return steps.map((each, i) => {
      minute += each.minutes;
      const size = BigInt(each.cents) * CENT;
      const amount = outgoing.includes(each.type) ? -size : size;
      const fee = BigInt(each.feeCents) * CENT;
      if (!each.pending) balance += amount - fee;
      return {
        time: { epoch: Date.UTC(2026, 0, 1) + minute * 60_000, offset: 480 },
        type: each.type,
        amount,
        currency: 'CNY',
        fee,
        balance: each.read ? balance : null,
        account: 'main',
        counterparty: each.text,
        reference: `R${i}`,
        status: each.pending ? 'pending' : 'completed',
        error: '',
        memo: '',
      };
    });
  });
