// What stands in test/fixtures/store-v1.db, a data file written by the first version and kept as it was. It was made by
// running `writeV1` once; it is never made anew, so that each later version shows that it can still read it.
import { openStore } from '../../src/store/open.ts';
import { note, units } from './notes.ts';

export const V1_NOTES = [
  note({ type: 'topup', amount: '+1000.00', balance: '1000.00', reference: 'T-1', counterparty: '工商银行' }),
  note({ time: '2026-03-01T18:30:00+08:00', amount: '-66.00', fee: '0.50', balance: '933.50', memo: '午饭' }),
  note({
    time: '2026-03-02T09:00:00+08:00',
    amount: '-20',
    currency: 'USDT',
    account: 'token',
    status: 'failed',
    error: 'E-17',
  }),
];

export async function writeV1(folder: string): Promise<void> {
  const store = await openStore(folder, () => Date.parse('2026-03-02T10:00:00+08:00'));
  store.notes.add([...V1_NOTES, note({ memo: 'removed later' })], 'note import notes.csv');
  store.notes.edit('n2', { amount: units('-66.50') }, 'note edit n2');
  store.notes.remove(['n4'], 'note remove n4');
  store.cases.save({
    problem: 'topup-failed',
    state: 'open',
    answers: { 'topup-debited': 'yes' },
    sources: { 'topup-debited': 'asked' },
    fields: { amount: '100.00' },
    outcome: 'topup-debited-not-credited',
  });
  store.close();
}
