// check --fix: what is accepted is applied as one undoable change, and proved by checking again.
import { describe, expect, it } from 'vitest';
import { type Fixed, fixNotes } from '../../src/commands/check/fix.ts';
import type { Context } from '../../src/context.ts';
import { en } from '../../src/messages/en/index.ts';
import { openStore } from '../../src/store/open.ts';
import { BACK } from '../../src/terminal/prompter.ts';
import { okhelp, temporaryFolder } from '../host.ts';
import { notesOf } from '../ledger/written.ts';
import { units } from '../store/notes.ts';
import { type Line, scripted } from './scripted-prompter.ts';

const TWO_MISTAKES = `
time,type,amount,balance,counterparty,reference
2026-03-01 09:00,topup,1000.00,1000.00,,T1
2026-03-01 12:30,payment,+35.80,964.20,Café,P1
2026-03-02 12:30,payment,10.00,,Bus,P2
2026-03-02 12:31,payment,10.00,,Bus,P2
2026-03-03 18:00,payment,50.00,904.20,Books,P3`;

async function fixed(
  csv: string,
  ...lines: Line[]
): Promise<Fixed & { asked: string[]; store: Awaited<ReturnType<typeof openStore>> }> {
  const store = await openStore(temporaryFolder(), () => 0);
  store.notes.add(notesOf(csv), 'note import');
  const prompter = scripted(...lines);
  const timeZone = () => ({ name: 'Asia/Shanghai', offset: () => 480 });
  const context = { store: async () => store, prompter: async () => prompter, t: en, timeZone } as unknown as Context;
  return { ...(await fixNotes({}, false, context)), asked: prompter.asked, store };
}

describe('check --fix', () => {
  it('asks for each mismatch, applies what is accepted, and everything adds up', async () => {
    const { applied, result, asked, store } = await fixed(
      TWO_MISTAKES,
      'an entry on the wrong side',
      'an entry is there twice',
      'Make them',
    );
    expect(asked.slice(2)).toEqual(['Make these 2 corrections?']);
    expect(applied.map(({ cause }) => cause)).toEqual(['wrong-sign', 'duplicate-entry']);
    expect(result.balanced).toBe(true);
    expect(store.notes.undo()).toMatchObject({ label: 'check --fix', edited: 1, removed: 1 });
    expect(store.notes.count()).toBe(5);
  });

  it('goes back to a mismatch, and makes none of several corrections where the person leaves', async () => {
    const twice = 'an entry is there twice';
    const lines: Line[] = ['leave it', BACK, 'an entry on the wrong side', twice, BACK, twice, 'Leave; save nothing'];
    const { applied, asked, store } = await fixed(TWO_MISTAKES, ...lines);
    expect(asked).toHaveLength(7);
    expect(applied).toEqual([]);
    expect(store.notes.lastChange()?.label).toBe('note import');
  });

  it('records a fee in a row of its own where the others stand so', async () => {
    const { result, store } = await fixed(
      `time,type,amount,balance,counterparty
2026-03-01 08:00,balance,,10000.00,
2026-03-01 09:00,withdrawal,1000.00,,Bank
2026-03-01 09:00:30,fee,1.20,8998.80,
2026-03-02 09:00,withdrawal,300.00,,Bank
2026-03-02 09:00:30,fee,0.36,8698.44,
2026-03-03 09:00,withdrawal,2000.00,,Bank
2026-03-03 09:00:30,fee,2.40,6696.04,
2026-03-05 09:00,withdrawal,800.00,5895.08,Bank
2026-03-06 09:00,payment,5.00,5890.08,Shop`,
      'a fee that was not recorded',
    );
    expect(result.balanced).toBe(true);
    expect(store.notes.list().find(({ memo }) => memo === 'added by okhelp check --fix')).toMatchObject({
      type: 'fee',
      amount: units('-0.96'),
      fee: 0n,
    });
  });

  it('leaves alone what is not accepted', async () => {
    const { applied, result } = await fixed(TWO_MISTAKES, 'leave it', 'an entry is there twice');
    expect(applied).toHaveLength(1);
    expect(result.accounts[0]!.mismatches).toHaveLength(1);
  });

  it('adds a missing entry as an adjustment, where it makes the readings agree', async () => {
    const { result, store } = await fixed(
      `
time,type,amount,balance
2026-03-01 09:00,topup,1000.00,1000.00
2026-03-03 18:00,payment,50.00,862.75`,
      'an entry is missing',
    );
    expect(result.balanced).toBe(true);
    expect(store.notes.list().map(({ type, amount }) => [type, amount / 10n ** 16n])).toEqual([
      ['topup', 100_000n],
      ['payment', -5_000n],
      ['adjustment', -8_725n],
    ]);
  });
});

describe('okhelp check --fix', () => {
  it('without a terminal needs --yes, and with it applies what is sure', async () => {
    const dataDir = temporaryFolder();
    const run = (...argv: string[]) => okhelp(argv, { dataDir });
    await run('note', 'add', '--type', 'topup', '--amount', '100', '--balance', '100', '--time', '2026-03-01 09:00');
    await run('note', 'add', '--type', 'refund', '--amount=-20', '--balance', '120', '--time', '2026-03-02 09:00');
    expect(await run('check', '--fix', '--json')).toMatchObject({ status: 2 });
    const { status, stdout } = await run('check', '--fix', '--yes', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      balanced: true,
      applied: [{ op: 'set', note: 'n2', field: 'amount', from: '-20.00', to: '+20.00' }],
    });
    expect(await run('note', 'undo')).toMatchObject({ status: 0 });
    expect(await run('check')).toMatchObject({ status: 1 });
  });

  it('adds no entry with --yes: nobody wrote it down', async () => {
    const dataDir = temporaryFolder();
    const run = (...argv: string[]) => okhelp(argv, { dataDir });
    await run('note', 'add', '--type', 'topup', '--amount', '100', '--balance', '100', '--time', '2026-03-01 09:00');
    await run('note', 'add', '--type', 'payment', '--amount', '10', '--balance', '12.75', '--time', '2026-03-02 09:00');
    const { status, stdout } = await run('check', '--fix', '--yes', '--json');
    const { accounts, applied } = JSON.parse(stdout);
    expect(accounts[0].mismatches[0].explanations[0]).toMatchObject({ cause: 'missing-entry', confidence: 'likely' });
    expect({ status, applied }).toEqual({ status: 1, applied: [] });
  });

  it('is for recorded notes only', async () => {
    expect(await okhelp(['check', 'notes.csv', '--fix'])).toMatchObject({ status: 2 });
  });
});
