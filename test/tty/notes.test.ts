// Notes at a terminal: recorded by prompts, listed in a table that lines up whatever the language and the width.
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en/index.ts';
import { zhCN } from '../../src/messages/zh-CN/index.ts';
import { chooses, reads, squeezed, types } from './person.ts';
import { endSessions, KEY, type Session, type SessionOptions, session } from './session.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'okhelp-notes-'));
});
afterEach(endSessions);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const chinese = (args: string[], where: string, options: SessionOptions = {}) =>
  session(args, { folder: where, ...options, env: { OKHELP_LANG: 'zh-CN' } });

describe('note add', () => {
  it('asks in Chinese for each field, and records what was answered', async () => {
    const { questions, add } = zhCN.note;
    const where = mkdtempSync(join(folder, 'person-'));
    const terminal = chinese(['note', 'add'], where);
    await reads(terminal, questions.type);
    await chooses(terminal, zhCN.ledger.types.payment);
    await reads(terminal, questions.amount);
    types(terminal, '66.00');
    for (const field of ['currency', 'time', 'fee'] as const) {
      await reads(terminal, questions[field]);
      terminal.send(KEY.enter);
    }
    await reads(terminal, questions.balance);
    types(terminal, '934.00');
    await reads(terminal, questions.status);
    await chooses(terminal, zhCN.ledger.statuses.completed);
    await reads(terminal, questions.counterparty);
    types(terminal, '街角的书店');
    for (const field of ['reference', 'memo'] as const) {
      await reads(terminal, questions[field]);
      terminal.send(KEY.enter);
    }
    await reads(terminal, add.review);
    await chooses(terminal, add.save);
    expect(await terminal.exit()).toBe(0);
    expect(terminal.history().join('\n')).toContain(add.recorded('n1'));

    const list = chinese(['note', 'list'], where);
    await list.exit();
    const row = list.screen().find((line) => line.startsWith('n1'));
    expect(row).toMatch(/2026-03-10 09:00 +付款 +-66\.00.* 934\.00.* 街角的书店/);
  });

  it('says at once what is wrong with an amount, and asks again', async () => {
    const terminal = session(['note', 'add', '--type', 'payment']);
    await reads(terminal, en.note.questions.amount);
    types(terminal, '12,3');
    await terminal.waitFor(/12,3.*not an amount/);
    types(terminal, '12.30');
    await reads(terminal, en.note.questions.currency);
  });

  it('records nothing when it is stopped half-way', async () => {
    const where = mkdtempSync(join(folder, 'person-'));
    const terminal = session(['note', 'add', '--type', 'payment'], { folder: where });
    await reads(terminal, en.note.questions.amount);
    types(terminal, '12.30');
    await reads(terminal, en.note.questions.currency);
    terminal.send(KEY.ctrlC);
    expect(await terminal.exit()).toBe(130);
    expect(terminal.cursorVisible()).toBe(true);
    const list = session(['note', 'list'], { folder: where });
    await list.exit();
    expect(list.screen()[0]).toBe(en.note.list.none);
  });
});

describe('note edit', () => {
  it.each([
    ['a dash', '-'],
    ['nothing', ''],
  ])('empties a field for %s typed over it, and says that it may', async (_, typed) => {
    const { edit, hints } = en.note;
    const where = mkdtempSync(join(folder, 'edit-'));
    const added = ['note', 'add', '--type', 'payment', '--amount', '5', '--memo', 'tea', '--no-input'];
    expect(await session(added, { folder: where }).exit()).toBe(0);
    const terminal = session(['note', 'edit', 'n1'], { folder: where, rows: 40 });
    await reads(terminal, edit.which);
    await chooses(terminal, edit.field(en.ledger.fields.memo, 'tea'));
    await reads(terminal, en.note.questions.memo);
    await terminal.waitFor(hints.empty);
    types(terminal, typed);
    await reads(terminal, edit.which);
    await chooses(terminal, edit.done);
    expect(await terminal.exit()).toBe(0);
    expect(terminal.history().join('\n')).toContain('memo  tea → (empty)');
  });
});

describe('note list', () => {
  const NOTES = `时间,类型,金额,余额,对方,状态
2026-03-01 09:00,充值,1000.00,1200.00,,成功
2026-03-01 12:10,付款,58.00,1142.00,街角的书店,成功
2026-03-02 18:30,付款,1280.50,1142.00,Corner Café,失败
2026-03-03 08:00,转入,20000.00,1142.00,王小明 👛,处理中
2026-03-03 08:30,付款,42.00,1100.00,👛,成功
`;
  let where: string;
  beforeAll(async () => {
    where = mkdtempSync(join(folder, 'list-'));
    writeFileSync(join(where, 'notes.csv'), NOTES);
    const imported = session(['note', 'import', 'notes.csv', '--no-input'], { folder: where });
    expect(await imported.exit()).toBe(0);
  });

  it.each([60, 80, 120])('lines up with Chinese, accents and emoji at %i columns', async (columns) => {
    const terminal = chinese(['note', 'list'], where, { columns });
    expect(await terminal.exit()).toBe(0);
    const rows = ['n1', 'n2', 'n3', 'n4', 'n5'].map((id) => rowOf(terminal, id));
    const starts = ['充值', '付款', '付款', '转入', '付款'].map((type, i) => terminal.columnOf(rows[i]!, type));
    expect(new Set(starts)).toHaveLength(1);
    const endsOf = (cells: string[]) =>
      new Set(cells.map((cell, i) => terminal.columnOf(rows[i]!, cell) + cell.length));
    expect(endsOf(['1000.00', '-58.00', '-1280.50', '20000.00', '-42.00'])).toHaveLength(1);
    expect(endsOf(['1200.00', '1142.00', '1142.00', '1142.00', '1100.00'])).toHaveLength(1);
    expect(terminal.overflow()).toEqual([]);
  });
});

describe('check', () => {
  it('shows a mismatch in Chinese on a narrow terminal without one broken line', async () => {
    const where = mkdtempSync(join(folder, 'check-'));
    writeFileSync(
      join(where, 'notes.csv'),
      '时间,类型,金额,余额\n2026-03-01 09:00,充值,1000.00,1000.00\n2026-03-02 10:00,提现,300.00,697.50\n2026-03-03 10:00,付款,7.50,690.00\n',
    );
    const terminal = chinese(['check', 'notes.csv'], where, { columns: 50 });
    expect(await terminal.exit()).toBe(1);
    const all = squeezed(terminal.history().join(''));
    for (const amount of ['700.00', '697.50', '2.50']) expect(all).toContain(amount);
    expect(terminal.overflow().filter((line) => !line.includes('okhelp diagnose --answer'))).toEqual([]);
  });
});

describe('okhelp alone', () => {
  it('asks what happened; the last choice leaves', async () => {
    const terminal = session([], { rows: 40 });
    await reads(terminal, en.diagnose.menu.whatHappened);
    await chooses(terminal, en.diagnose.menu.quit);
    expect(await terminal.exit()).toBe(0);
  });

  it('prints the help instead where it may not ask', async () => {
    const terminal = session(['--no-input'], { rows: 60 });
    expect(await terminal.exit()).toBe(0);
    expect(terminal.history().join('\n')).toContain('okhelp diagnose');
  });

  it.each([
    ['NO_COLOR', { NO_COLOR: '1' }],
    ['TERM=dumb', { TERM: 'dumb' }],
  ])('writes no colour under %s', async (_, env) => {
    const terminal = session(['--help'], { rows: 60, env });
    await terminal.exit();
    expect(terminal.raw()).not.toMatch(/\x1b\[/);
  });

  it('writes in colour to a terminal', async () => {
    const terminal = session(['--help'], { rows: 60 });
    await terminal.exit();
    expect(terminal.raw()).toContain('\x1b[1m');
  });
});

function rowOf(terminal: Session, id: string): string {
  return terminal.history().find((line) => line.startsWith(`${id} `))!;
}

it.each([
  ['en', 'note add --type balance --balance 1 --no-input', /`okhelp check`/],
  ['en', 'note remove n1 --yes', /`okhelp note undo`/],
  ['en', 'note edit n2 --memo shop', /`okhelp note undo`/],
  ['en', 'guide', /escalation/],
  ['zh-CN', 'note remove n2 --yes', /`okhelp note undo`/],
] as const)('in %s, `okhelp %s` keeps within 40 columns and breaks no command', async (lang, line, shown) => {
  const before = session(['note', 'import', join(import.meta.dirname, '../../examples/notes.csv')]);
  await before.exit();
  copyFileSync(join(import.meta.dirname, '../../examples/notes.csv'), join(before.folder, 'notes.csv'));
  const env = { OKHELP_LANG: lang, PAGER: 'cat' };
  const terminal = session(line.split(' '), { columns: 40, folder: before.folder, env });
  expect(await terminal.exit()).toBe(0);
  expect(terminal.history().join('\n')).toMatch(shown);
  expect(terminal.overflow()).toEqual([]);
});
