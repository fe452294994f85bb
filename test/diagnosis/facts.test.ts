// What the notes say: only what stands there, the notes named, and silence where they are silent.
import { describe, expect, it } from 'vitest';
import type { About } from '../../src/diagnosis/fact.ts';
import { drawFacts } from '../../src/diagnosis/facts.ts';
import { checkNotes } from '../../src/ledger/check.ts';
import { parseAmount } from '../../src/ledger/money.ts';
import { at, notesOf } from './sample.ts';

const NOW = at('2026-03-15 12:00').epoch;
const ANY: About = { amount: null, currency: null };
const of = (amount: string, currency: string | null = null): About => ({
  amount: parseAmount(amount)!.units,
  currency,
});

function facts(lines: string, about: About = ANY, now = NOW) {
  const notes = notesOf(lines);
  return drawFacts(notes, checkNotes(notes), about, now);
}

/** The values alone, for tests about values. */
function values(lines: string, about: About = ANY, now = NOW) {
  return Object.fromEntries(Object.entries(facts(lines, about, now)).map(([name, fact]) => [name, fact.value]));
}

describe('a failed payment', () => {
  const FAILED = `
    2026-03-01 topup 1000.00 =1000.00
    2026-03-02 payment 58.00 failed =942.00 ref=P77 error=E102:busy
    2026-03-03 payment 10.00 =932.00`;

  it('is found with its amount, and that the balance went down in spite of it', () => {
    expect(values(FAILED)).toMatchObject({
      'pending-payment': 'no',
      'payment-amount': '58.00 CNY',
      'payment-debited': 'yes',
      'balance-enough': 'yes',
    });
  });

  it('carries its note and what that gives the mail', () => {
    expect(facts(FAILED)['payment-amount']).toEqual({
      value: '58.00 CNY',
      notes: ['n2'],
      fields: {
        time: '2026-03-02T09:01:00+08:00',
        amount: '58.00',
        currency: 'CNY',
        transaction: 'P77',
        errorCode: 'E102',
        errorMessage: 'busy',
      },
    });
  });

  it('was not debited where the balance stayed', () => {
    expect(values('2026-03-01 topup 100.00 =100.00\n2026-03-02 payment 58.00 failed =100.00')['payment-debited']).toBe(
      'no',
    );
  });

  it('was not debited in the end where the money came back', () => {
    const lines = `
      2026-03-01 topup 100.00 =100.00
      2026-03-02 payment 58.00 failed =42.00
      2026-03-03 balance - =100.00`;
    expect(values(lines)['payment-debited']).toBe('no');
  });

  it('says nothing of the debit without readings around it, or where they fit neither way', () => {
    expect(values('2026-03-02 payment 58.00 failed')).not.toHaveProperty('payment-debited');
    const otherwise = '2026-03-01 topup 100.00 =100.00\n2026-03-02 payment 58.00 failed =77.00';
    expect(values(otherwise)).not.toHaveProperty('payment-debited');
  });

  it('counts its fee to what the balance must cover', () => {
    const lines = (fee: string) => `2026-03-01 topup 58.50 =58.50\n2026-03-02 payment 58.00 failed fee=${fee}`;
    expect(values(lines('0.50'))['balance-enough']).toBe('yes');
    expect(values(lines('0.51'))['balance-enough']).toBe('no');
  });

  it('judges the balance as it was before it, not after a later top-up', () => {
    const lines = `
      2026-03-01 topup 20.00 =20.00
      2026-03-02 payment 58.00 failed
      2026-03-03 topup 500.00 =520.00`;
    expect(facts(lines)['balance-enough']).toMatchObject({ value: 'no', notes: ['n1'] });
  });

  it('is the latest of them, in order of time whatever the order of the file', () => {
    const lines = '2026-03-05 payment 7.00 failed\n2026-03-02 payment 58.00 failed';
    expect(facts(lines)['payment-amount']).toMatchObject({ value: '7.00 CNY', notes: ['n1'] });
  });

  it('is left alone when it is more than a year old and nobody named its amount', () => {
    const lines = '2025-01-02 payment 58.00 failed';
    expect(values(lines)).not.toHaveProperty('payment-amount');
    expect(values(lines, of('58'))).toHaveProperty('payment-amount', '58.00 CNY');
  });
});

describe('the error that stands with it', () => {
  const kind = (error: string, type = 'payment') =>
    values(`2026-03-02 ${type} 58.00 failed error=${error}`)[`${type}-error`];

  it('names what stood in the way, or is some other message', () => {
    expect(kind('51:limit-exceeded')).toBe('other-message');
    expect(kind('超过单日限额')).toBe('limit');
    expect(kind('PAY-1042:请稍后再试')).toBe('other-message');
    expect(kind('E2031:银行拒绝了这笔交易', 'topup')).toBe('refused');
  });

  it('is no fact where none was noted', () => {
    expect(values('2026-03-02 payment 58.00 failed')).not.toHaveProperty('payment-error');
  });
});

describe('how long it has been pending', () => {
  const pending = (type: string, day: string) => values(`${day} ${type} 58.00 pending`)[`pending-${type}-age`];

  it('is a day for a payment, five working days for a top-up', () => {
    // It is Sunday, 15 March 2026, noon.
    expect([pending('payment', '2026-03-15'), pending('payment', '2026-03-14')]).toEqual(['recent', 'long']);
    expect([pending('topup', '2026-03-06'), pending('topup', '2026-03-05')]).toEqual(['recent', 'long']);
  });
});

describe('an amount that was answered', () => {
  const TWO = `
    2026-03-01 topup 100.00 =100.00
    2026-03-02 payment 30.00 failed
    2026-03-03 payment 58.00 pending
    2026-03-04 payment 12.00`;

  it('picks the payment of that amount', () => {
    expect(facts(TWO, of('30'))['pending-payment']).toMatchObject({ value: 'no', notes: ['n2'] });
    expect(facts(TWO, of('58'))['pending-payment']).toMatchObject({ value: 'yes', notes: ['n3'] });
  });

  it('says of a completed one that it is not pending', () => {
    expect(values(TWO, of('12'))).toMatchObject({ 'pending-payment': 'no' });
  });

  it('that stands in no note leaves only the question whether the balance covers it', () => {
    expect(values(TWO, of('88'))).toMatchObject({ 'balance-enough': 'yes' });
    expect(values(TWO, of('88.01'))).toMatchObject({ 'balance-enough': 'no' });
    expect(values(TWO, of('88'))).not.toHaveProperty('payment-amount');
  });

  it('looks at its own currency only', () => {
    expect(values(TWO, of('30', 'USD'))).not.toHaveProperty('payment-amount');
  });
});

describe('a top-up', () => {
  it('is found pending, with its amount', () => {
    expect(values('2026-03-04 topup 500.00 pending')).toMatchObject({
      'pending-topup': 'yes',
      'failed-topup': 'no',
      'topup-amount': '500.00 CNY',
    });
  });

  it('that is completed says nothing by itself', () => {
    expect(values('2026-03-04 topup 500.00 =500.00')).toEqual({ 'has-readings': 'no' });
  });
});

describe('the balance', () => {
  it('adds up', () => {
    const lines = '2026-03-01 topup 100.00 =100.00\n2026-03-02 payment 30.00 =70.00';
    expect(values(lines)).toEqual({ 'has-readings': 'yes', mismatch: 'no' });
  });

  it('is off, in a direction, by exactly a note that does not count', () => {
    const lines =
      '2026-03-01 topup 100.00 =100.00\n2026-03-02 payment 30.00 pending ref=P9\n2026-03-03 balance - =70.00';
    expect(values(lines)).toMatchObject({ mismatch: 'yes', 'mismatch-direction': 'less', 'mismatch-status': 'yes' });
    expect(facts(lines)['mismatch-status']).toMatchObject({
      notes: ['n2'],
      fields: { amount: '30.00', currency: 'CNY', transaction: 'P9', time: '2026-03-03T09:02:00+08:00' },
    });
  });

  it('is off with no such note', () => {
    const lines = '2026-03-01 topup 100.00 =100.00\n2026-03-03 balance - =105.00';
    expect(values(lines)).toMatchObject({ 'mismatch-direction': 'more', 'mismatch-status': 'no' });
  });

  it('says how old that note is', () => {
    const lines = (day: string) => `2026-02-01 topup 100.00 =100.00\n${day} payment 30.00 pending =70.00`;
    expect(values(lines('2026-03-05'))['mismatch-entry-age']).toBe('recent');
    expect(values(lines('2026-02-05'))['mismatch-entry-age']).toBe('long');
  });

  it('is off by a slip in the notes: what is recorded twice', () => {
    const lines = `
      2026-03-01 topup 100.00 =100.00
      2026-03-02 payment 30.00 ref=P1
      2026-03-02 payment 30.00 ref=P1
      2026-03-03 balance - =70.00`;
    expect(facts(lines)['mismatch-cause-in-notes']).toMatchObject({ value: 'yes', notes: ['n3'] });
  });

  it('is not a slip where one of two mismatches is not explained by one', () => {
    const lines = `
      2026-03-01 topup 100.00 =100.00
      2026-03-02 payment 30.00 ref=P1
      2026-03-02 payment 30.00 ref=P1
      2026-03-03 balance - =70.00
      2026-03-04 balance - =61.77`;
    expect(values(lines)['mismatch-cause-in-notes']).toBe('no');
  });

  it('is no slip where an entry is missing or its status explains it', () => {
    expect(values('2026-03-01 topup 100.00 =100.00\n2026-03-03 balance - =105.00')['mismatch-cause-in-notes']).toBe(
      'no',
    );
    const pending = '2026-03-01 topup 100.00 =100.00\n2026-03-02 payment 30.00 pending =70.00';
    expect(values(pending)['mismatch-cause-in-notes']).toBe('no');
  });

  it('cannot be said to add up where a row could not be read', () => {
    const notes = notesOf('2026-03-01 topup 100.00 =100.00\n2026-03-02 payment 30.00 =70.00');
    const check = checkNotes(notes);
    check.source.unreadable.push({ line: 9, column: 'amount', value: 'x', reason: 'amount' });
    expect(drawFacts(notes, check, ANY, NOW)).not.toHaveProperty('mismatch');
  });

  it('is not compared across accounts or currencies', () => {
    const lines = '2026-03-01 topup 100.00 =100.00\n2026-03-02 topup 5.00 =5.00 in=USD';
    expect(values(lines)).toEqual({ 'has-readings': 'no' });
  });
});

it('no notes, no facts', () => {
  expect(drawFacts([], null, ANY, NOW)).toEqual({});
});

describe('what the words name is never contradicted', () => {
  const NOTES = `
    2026-03-02 payment 268.00 failed ref=R1
    2026-03-03 payment 300.00 failed in=USD ref=R3
    2026-03-04 payment 20.00 failed ref=R4`;
  const found = (about: Partial<About>) => facts(NOTES, { ...ANY, ...about })['payment-amount']?.notes;

  it.each([
    [of('268'), ['n1']],
    [of('500'), undefined],
    [{ currency: 'USD' }, ['n2']],
    [{ currency: 'EUR' }, undefined],
    [{ time: at('2026-03-02') }, ['n1']],
    [{ time: at('2026-02-01') }, undefined],
    [{ transaction: 'r1' }, ['n1']],
    [{ transaction: 'R9' }, undefined],
  ] as [Partial<About>, string[] | undefined][])('%# finds the note that agrees, or none', (about, notes) => {
    expect(found(about)).toEqual(notes);
  });

  it('names no mismatch of another currency', () => {
    const off = '2026-03-01 topup 100.00 =100.00\n2026-03-02 payment 10.00 =80.00';
    expect(values(off, { amount: null, currency: 'CNY' }).mismatch).toBe('yes');
    expect(values(off, { amount: null, currency: 'USD' })).not.toHaveProperty('mismatch');
  });
});
