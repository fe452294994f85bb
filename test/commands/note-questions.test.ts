// What `note add` and `note edit` ask at a terminal, with a person who answers from a list.
import { beforeEach, describe, expect, test } from 'vitest';
import { noteAdd } from '../../src/commands/note-add.ts';
import { noteEdit } from '../../src/commands/note-edit.ts';
import { noteRemove } from '../../src/commands/note-remove.ts';
import { type Context, createContext } from '../../src/context.ts';
import { noteDocument } from '../../src/formats/okhelp-json.ts';
import { readGlobals } from '../../src/globals.ts';
import { BACK, type Prompter } from '../../src/terminal/prompter.ts';
import { testHost } from '../host.ts';

let context: Context;
beforeEach(async () => {
  context = await createContext(testHost({ tty: true }), readGlobals([]));
});

/** Answers each question as the list says; an answer that is refused is noted, and the next one is tried. */
function person(answers: (string | boolean | typeof BACK | null | undefined)[]) {
  const asked: string[] = [];
  const refused: string[] = [];
  const hints: (string | undefined)[] = [];
  const next = () => {
    if (answers.length === 0) throw new Error(`nobody answers: ${asked.at(-1)}`);
    return answers.shift();
  };
  const prompter: Prompter = {
    async select(question) {
      asked.push(question.message);
      return next() as never;
    },
    async input(question) {
      asked.push(question.message);
      hints.push(question.hint);
      for (;;) {
        const answer = next();
        if (answer === BACK) return BACK;
        const text = (answer ?? question.default ?? '') as string;
        const problem = question.validate?.(text) ?? null;
        if (problem === null) return text;
        refused.push(problem);
      }
    },
    async confirm(question) {
      asked.push(question.message);
      return next() as boolean;
    },
  };
  context.prompter = async () => prompter;
  return { asked, refused, hints, left: answers };
}

const only = async () => noteDocument((await context.store()).notes.list()[0]!);

describe('note add', () => {
  test('asks one thing after the other; Enter takes what is offered, or skips', async () => {
    const { left } = person([
      'payment',
      '66',
      undefined,
      undefined,
      '0.5',
      '933.50',
      'completed',
      '咖啡店',
      '',
      '',
      'save',
    ]);
    await noteAdd.run({} as never, context);
    expect(left).toEqual([]);
    expect(await only()).toMatchObject({
      type: 'payment',
      amount: '-66.00',
      currency: 'CNY',
      fee: '0.50',
      balance: '933.50',
      counterparty: '咖啡店',
      time: '2026-03-15T12:00:00+08:00',
    });
  });

  test('asks again where an answer will not do, and says why', async () => {
    const { refused } = person([
      'adjustment',
      '',
      'five',
      '5',
      '+5',
      undefined,
      'yesterday',
      undefined,
      '',
      '',
      'completed',
      '',
      '',
      '',
      'save',
    ]);
    await noteAdd.run({} as never, context);
    expect(refused).toHaveLength(4);
    expect(refused[1]).toContain('`five` is not an amount');
    expect(refused[2]).toContain('+5.00 or -5.00');
    expect((await only()).amount).toBe('5.00');
  });

  test('going back asks the question before again', async () => {
    person(['payment', BACK, 'topup', '5', BACK, '6', undefined, undefined, '', '', 'completed', '', '', '', 'save']);
    await noteAdd.run({} as never, context);
    expect(await only()).toMatchObject({ type: 'topup', amount: '6.00' });
  });

  test('asks for a reading only what a reading has, and nothing that a flag said', async () => {
    const { asked } = person(['933.50', undefined, 'save']);
    await noteAdd.run({ type: 'balance', currency: 'EUR' } as never, context);
    expect(asked).toEqual(['What balance was shown afterwards?', 'When was it?', 'Record this?']);
    expect(await only()).toMatchObject({ type: 'balance', balance: '933.50', currency: 'EUR' });
  });

  test('asks for the error only where something went wrong', async () => {
    const { asked } = person(['topup', '5', undefined, undefined, '', '', 'failed', 'E-17', '', '', '', 'save']);
    await noteAdd.run({} as never, context);
    expect(asked).toContain('Which error code or message was shown?');
    expect((await only()).error).toBe('E-17');
  });

  test('shows all answers before they are recorded, and lets one be changed', async () => {
    const { left } = person([
      'topup',
      '5',
      undefined,
      undefined,
      '',
      '',
      'completed',
      '',
      '',
      '',
      'amount',
      '6',
      'save',
    ]);
    await noteAdd.run({} as never, context);
    expect(left).toEqual([]);
    expect(await only()).toMatchObject({ type: 'topup', amount: '6.00' });
  });

  test('a transaction that turns out to be a reading is asked for what a reading has, and keeps nothing else', async () => {
    const { left } = person([
      ...['topup', '5', 'USD', undefined, '1', '', 'completed', 'shop', '', ''],
      ...['type', 'balance', '934', 'save'],
    ]);
    await noteAdd.run({} as never, context);
    expect(left).toEqual([]);
    expect(await only()).toMatchObject({
      type: 'balance',
      balance: '934.00',
      fee: '0.00',
      counterparty: '',
      currency: 'USD',
    });
  });

  test('records nothing where the person leaves', async () => {
    person(['933.50', undefined, undefined, 'leave']);
    await noteAdd.run({ type: 'balance' } as never, context);
    expect((await context.store()).notes.count()).toBe(0);
  });

  test('asks nothing where type and amount are given', async () => {
    const { asked } = person([]);
    await noteAdd.run({ type: 'payment', amount: '5' } as never, context);
    expect(asked).toEqual([]);
  });
});

describe('note edit', () => {
  beforeEach(() => {
    person([]);
    return noteAdd.run({ type: 'payment', amount: '5', memo: 'tea' } as never, context);
  });

  test('lets one field after the other be changed', async () => {
    person(['amount', '6', 'memo', 'coffee', null]);
    await noteEdit.run({ args: ['n1'] } as never, context);
    expect(await only()).toMatchObject({ amount: '-6.00', memo: 'coffee', type: 'payment' });
  });

  test('a transaction that becomes a reading is asked for its balance', async () => {
    person(['type', 'balance', '934', null]);
    await noteEdit.run({ args: ['n1'] } as never, context);
    expect(await only()).toMatchObject({ type: 'balance', amount: '0.00', balance: '934.00' });
  });

  test('Enter keeps what stands there', async () => {
    person(['memo', undefined, 'amount', undefined, 'time', undefined, null]);
    await noteEdit.run({ args: ['n1'] } as never, context);
    expect((await context.store()).notes.lastChange()?.label).toBe('note add');
  });

  test('a dash alone empties what may be empty, and is refused elsewhere', async () => {
    const { refused } = person(['memo', '-', 'amount', '-', '7', null]);
    await noteEdit.run({ args: ['n1'] } as never, context);
    expect(refused).toEqual([expect.stringContaining('`-` is not an amount')]);
    expect(await only()).toMatchObject({ memo: '', amount: '-7.00' });
  });

  test('says how a field is emptied, where something stands in it', async () => {
    const { hints } = person(['memo', undefined, 'counterparty', undefined, 'amount', undefined, null]);
    await noteEdit.run({ args: ['n1'] } as never, context);
    expect(hints).toEqual(['type - to empty it', 'leave it empty to skip', undefined]);
  });

  test('going back changes nothing', async () => {
    person(['memo', BACK, null]);
    await noteEdit.run({ args: ['n1'] } as never, context);
    expect((await only()).memo).toBe('tea');
  });
});

test('note remove removes only after a yes', async () => {
  person([]);
  await noteAdd.run({ type: 'payment', amount: '5' } as never, context);
  person([false]);
  await noteRemove.run({ args: ['n1'] } as never, context);
  expect((await context.store()).notes.count()).toBe(1);
  person([true]);
  await noteRemove.run({ args: ['n1'] } as never, context);
  expect((await context.store()).notes.count()).toBe(0);
});
