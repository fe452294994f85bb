// The note commands as a person and a script use them, each through main with a folder of its own.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { okhelp, temporaryFolder } from '../host.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = temporaryFolder();
});

/** Runs one line; `"two words"` is one word. */
function run(line: string, options: Parameters<typeof okhelp>[1] = {}) {
  const words = line.match(/"[^"]*"|\S+/g)!.map((word) => word.replace(/^"(.*)"$/, '$1'));
  return okhelp(words, { dataDir, ...options });
}

async function json(line: string, options: Parameters<typeof okhelp>[1] = {}) {
  const { stdout } = await run(`${line} --json`, options);
  return JSON.parse(stdout);
}

function file(name: string, ...lines: string[]): void {
  writeFileSync(join(dataDir, name), `${lines.join('\n')}\n`);
}

const memos = async () => (await json('note list')).notes.map(({ memo }: { memo: string }) => memo);
const ids = async (filter = '') => (await json(`note list ${filter}`)).notes.map(({ id }: { id: string }) => id);

describe('note add', () => {
  test('records a transaction, says its effect, and suggests the check once there is a balance', async () => {
    const { status, stdout, stderr } = await run(
      'note add --type topup --amount 1000 --balance 1000.00 --counterparty 工商银行',
    );
    expect(status).toBe(0);
    expect(stdout).toBe(
      'Recorded as n1:\n  2026-03-15 12:00  top-up  1000.00 CNY  工商银行\nIt changes the balance by +1000.00 CNY.\n',
    );
    expect(stderr).toContain('okhelp check');
  });

  test('takes everything by flags, in Chinese too, with exact amounts', async () => {
    const { note, effect } = await json(
      'note add --time 2026-03-01T09:00:00+01:00 --type 付款 --amount 1,066.123456789012345678 --currency usdt --fee 0.5 --account 钱包 --counterparty 咖啡店 --reference T-1 --status 成功 --error E1 --memo "two words"',
    );
    expect(note).toEqual({
      id: 'n1',
      time: '2026-03-01T09:00:00+01:00',
      type: 'payment',
      amount: '-1066.123456789012345678',
      currency: 'USDT',
      fee: '0.50',
      balance: null,
      account: '钱包',
      counterparty: '咖啡店',
      reference: 'T-1',
      status: 'completed',
      error: 'E1',
      memo: 'two words',
    });
    expect(effect).toBe('-1066.623456789012345678');
  });

  test.each([
    ['payment', '5', '-5.00'],
    ['refund', '5', '5.00'],
    ['payment', '+5', '5.00'],
    ['adjustment', '-5', '-5.00'],
  ])('%s of %s is recorded as %s', async (type, amount, recorded) => {
    expect((await json(`note add --type ${type} --amount ${amount}`)).note.amount).toBe(recorded);
  });

  test('uses the currency and time zone of the profile', async () => {
    await run('config set currency EUR');
    await run('config set time-zone Europe/Berlin');
    const { note } = await json('note add --type payment --amount 5 --time "2026-07-01 10:00"');
    expect(note).toMatchObject({ currency: 'EUR', time: '2026-07-01T10:00:00+02:00' });
    const now = await json('note add --type payment --amount 5');
    expect(now.note.time).toBe('2026-03-15T05:00:00+01:00');
  });

  test('says at once that a balance does not agree with the last one', async () => {
    await run('note add --type balance --balance 1000 --time "2026-03-01 09:00"');
    await run('note add --type payment --amount 66 --fee 0.50 --time "2026-03-02 12:00"');
    const { stderr } = await run('note add --type balance --balance 900 --time "2026-03-03 09:00"');
    expect(stderr.replace(/\s+/g, ' ')).toBe(
      '! The balance of 900.00 CNY is 33.50 less than your notes add up to: from the reading of 1000.00 (2026-03-01 09:00) they lead to 933.50. See the likely cause with: `okhelp check` ',
    );
    const { mismatch } = await json('note add --type balance --balance 1000 --time "2026-03-04 09:00"');
    expect(mismatch).toEqual({ expected: '900.00', recorded: '1000.00', difference: '100.00' });
  });

  describe('between readings that agreed', () => {
    beforeEach(async () => {
      await run('note add --type balance --balance 1000 --time "2026-03-01 09:00"');
      await run('note add --type balance --balance 1000 --time "2026-03-05 09:00"');
    });

    test('says which later reading no longer agrees, and once it does again', async () => {
      const broke = await run('note add --type payment --amount 66 --time "2026-03-02 09:00"');
      expect(broke.stderr.replace(/\s+/g, ' ')).toBe(
        '! With this note, the reading of 1000.00 CNY (n2, 2026-03-05 09:00) no longer agrees: it is 66.00 more than your notes add up to, 934.00. See the likely cause with: `okhelp check` ',
      );
      const { stderr } = await run('note add --type refund --amount 66 --time "2026-03-03 09:00"');
      expect(stderr).toBe('✓ Now everything adds up in main CNY.\n');
    });

    test('in JSON too', async () => {
      expect(await json('note add --type payment --amount 66 --time "2026-03-02 09:00"')).toMatchObject({
        mismatch: null,
        broken: [{ note: 'n2', expected: '934.00', recorded: '1000.00', difference: '66.00' }],
        mended: [],
        balanced: false,
      });
      expect(await json('note add --type refund --amount 66 --time "2026-03-03 09:00"')).toMatchObject({
        broken: [],
        mended: ['n2'],
        balanced: true,
      });
    });

    test('says that one reading agrees while another still does not', async () => {
      await run('note add --type payment --amount 66 --time "2026-03-02 09:00"');
      await run('note add --type balance --balance 900 --time "2026-03-07 09:00"');
      const { stderr } = await run('note add --type refund --amount 66 --time "2026-03-03 09:00" --lang zh-CN');
      expect(stderr).toBe(
        '✓ 记入这笔后，n2 的余额 1000.00 CNY 对上了；还有别的余额对不上。\n查看可能的原因：`okhelp check`\n',
      );
    });

    test('a note that does not count, or of another account, changes nothing there', async () => {
      for (const flags of ['--status failed', '--account other', '--currency USD']) {
        const { broken } = await json(`note add --type payment --amount 5 --time "2026-03-02 09:00" ${flags}`);
        expect(broken).toEqual([]);
      }
    });
  });

  describe('with a secret in it', () => {
    test('keeps it, says so, and how to take it out', async () => {
      const { status, stderr } = await run('note add --type payment --amount 5 --memo "card 4111 1111 1111 1111"');
      expect(status).toBe(0);
      expect(stderr.replace(/\s+/g, ' ')).toBe(
        '! "memo" seems to hold a card number. okhelp keeps it as you wrote it, on this computer only, and takes it out of every mail. To take it out of the note for good: okhelp note edit n1 --memo "" --for-good ',
      );
      expect(await memos()).toEqual(['card 4111 1111 1111 1111']);
    });

    test('in an edit too, for the fields that it changes', async () => {
      await run('note add --type payment --amount 5 --memo "card 4111 1111 1111 1111"');
      const { stderr } = await run('note edit n1 --error "密码是 hunter2xy" --lang zh-CN');
      expect(stderr).toContain('“错误信息”里好像有密码。');
      expect(stderr).not.toContain('备注');
      expect((await json('note edit n1 --counterparty "4111 1111 1111 1111"')).secrets).toEqual([
        { field: 'counterparty', kind: 'card-number' },
      ]);
    });

    test('a transaction id is not taken for one', async () => {
      const { secrets } = await json(
        'note add --type payment --amount 5 --reference 2026031522001412345678 --memo lunch',
      );
      expect(secrets).toEqual([]);
    });
  });

  test('control characters and line breaks of a text are not kept', async () => {
    const texts = ['--memo', 'a\u001b[2Jb\u0007\nc', '--error', 'E1\r\nE2'];
    await okhelp(['note', 'add', '--type', 'payment', '--amount', '5', ...texts], { dataDir });
    expect((await json('note show n1')).note).toMatchObject({ memo: 'ab c', error: 'E1 E2' });
  });

  test('a very long text is kept whole, and shown cut', async () => {
    const { stdout } = await run(`note add --type payment --amount 5 --memo ${'长'.repeat(5000)}`);
    expect(stdout.split('\n')[1]).toMatch(/^ {2}2026-03-15 12:00 {2}payment {2}-5.00 CNY {2}长+…$/);
    expect((await memos())[0]).toHaveLength(5000);
    expect((await run('note list')).stdout.split('\n').every((line) => line.length <= 80)).toBe(true);
  });

  test('a note that is not completed changes nothing, and says so', async () => {
    const { stdout } = await run('note add --type topup --amount 500 --status pending');
    expect(stdout).toContain('It does not change the balance: its status is "pending".');
  });

  test.each([
    ['--amount 5', 'answer-missing', '--type'],
    ['--type payment', 'answer-missing', '--amount'],
    ['--type balance', 'answer-missing', '--balance'],
    ['--type paymnt --amount 5', 'bad-value', '--type'],
    ['--type payment --amount 12,3x', 'bad-amount', '--amount'],
    ['--type payment --amount ""', 'bad-amount', '--amount'],
    ['--type adjustment --amount 5', 'bad-value', '--amount'],
    ['--type balance --balance 5 --amount 5', 'bad-value', '--amount'],
    ['--type payment --amount 5 --fee x', 'bad-amount', '--fee'],
    ['--type payment --amount 5 --currency €', 'bad-value', '--currency'],
    ['--type payment --amount 5 --status done', 'bad-value', '--status'],
    ['--type payment --amount 5 --time 2026-02-30', 'bad-time', '--time'],
    ['--type payment --amount 5 --time 1/2/2026', 'bad-time', '--time'],
  ])('%s is %s naming %s, and records nothing', async (flags, code, flag) => {
    const { status } = await run(`note add ${flags}`);
    const error = await json(`note add ${flags}`);
    expect(status).toBe(2);
    expect(error).toMatchObject({ schema: 'okhelp.error/1', code, details: { flag } });
    expect(existsSync(join(dataDir, 'okhelp.db'))).toBe(false);
  });
});

describe('note list', () => {
  beforeEach(() => {
    file(
      'notes.csv',
      'time,type,amount,currency,balance,account,counterparty,status',
      '2026-03-01 09:00,topup,1000,CNY,1000,main,工商银行,',
      '2026-03-02 09:00,payment,66,CNY,934,main,Café,',
      '2026-03-03 09:00,payment,20,USDT,,token,,failed',
    );
    return run('note import notes.csv');
  });

  test('is a table that lines up with Chinese in it', async () => {
    const { stdout, stderr } = await run('note list --account main');
    expect(stdout).toBe(
      [
        'no.  time              type     amount CNY  balance  about',
        'n1   2026-03-01 09:00  top-up      1000.00  1000.00  工商银行',
        'n2   2026-03-02 09:00  payment      -66.00   934.00  Café',
        '',
      ].join('\n'),
    );
    expect(stderr).toBe('2 of 3 notes\n');
  });

  test.each([40, 60, 100])('fits %i columns, in Chinese', async (columns) => {
    const { stdout } = await run('note list --lang zh-CN', { columns });
    const { displayWidth } = await import('../../src/terminal/width.ts');
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toMatch(columns === 40 ? /^n1 {2}2026-03-01 09:00 {2}充值$/ : /^编号 {2}时间/);
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(columns);
  });

  test('cuts the text, never the type or an amount, and then shortens the time, at 80 columns', async () => {
    file(
      'wide.csv',
      'time,type,amount,fee,balance,counterparty,status',
      '2026-03-04 09:00,transfer-out,1000.00,0.50,98765.43,A rather long name of a shop,',
      '2026-03-05 09:00,balance,,,98765.43,,',
      '2026-03-06 09:00,withdrawal,10.00,,,bank card 3021,pending',
    );
    const where = temporaryFolder();
    await run(`note import ${join(dataDir, 'wide.csv')}`, { dataDir: where });
    expect((await run('note list', { dataDir: where })).stdout.split('\n')).toEqual([
      'no.  time        type          amount CNY   fee   balance  status   about',
      'n1   2026-03-04  transfer out    -1000.00  0.50  98765.43           A rather lo…',
      'n2   2026-03-05  reading                         98765.43',
      'n3   2026-03-06  withdrawal        -10.00                  pending  bank card 3…',
      '',
    ]);
  });

  test.each([
    ['--account token', ['n3']],
    ['--currency cny', ['n1', 'n2']],
    ['--type 充值', ['n1']],
    ['--status failed', ['n3']],
    ['--since 2026-03-02', ['n2', 'n3']],
    ['--until 2026-03-02', ['n1', 'n2']],
    ['--limit 1', ['n3']],
    ['--since 2026-04-01', []],
  ])('%s finds %j', async (filter, found) => {
    expect(await ids(filter)).toEqual(found);
  });

  test('refuses a limit that is no number', async () => {
    expect(await json('note list --limit 0')).toMatchObject({ code: 'bad-value', details: { flag: '--limit' } });
  });

  test('without notes says how to begin, and makes no file', async () => {
    const empty = temporaryFolder();
    const { stdout, stderr, status } = await run('note list', { dataDir: empty });
    expect({ stdout, status }).toEqual({ stdout: 'There are no notes yet.\n', status: 0 });
    expect(stderr).toContain('okhelp note add');
    expect((await json('note list', { dataDir: empty })).notes).toEqual([]);
    expect(existsSync(join(empty, 'okhelp.db'))).toBe(false);
  });
});

describe('note show', () => {
  test('shows every field that holds something, by number with or without n', async () => {
    await run('note add --type payment --amount 66 --balance 934 --error "E-17: declined" --status failed');
    const { stdout } = await run('note show 1');
    expect(stdout).toContain('amount   -66.00 CNY\nbalance  934.00 CNY\n');
    expect(stdout).toContain('time     2026-03-15 12:00 (UTC+08:00)\n');
    expect((await json('note show n1')).note.error).toBe('E-17: declined');
  });

  test('names a note that is not there', async () => {
    expect(await json('note show n7')).toMatchObject({ code: 'unknown-note', details: { note: 'n7' } });
  });
});

describe('note edit', () => {
  beforeEach(() => run('note add --type payment --amount 66 --balance 934 --memo lunch'));

  test('changes what is given and nothing else, and shows the change', async () => {
    const { stdout } = await run('note edit n1 --amount 66.50 --status 处理中');
    expect(stdout).toBe('Changed n1:\n  amount  -66.00 → -66.50\n  status  completed → pending\n');
    expect((await json('note show n1')).note).toMatchObject({
      amount: '-66.50',
      status: 'pending',
      balance: '934.00',
      memo: 'lunch',
    });
  });

  test('turns the amount round when only the type changes', async () => {
    const { changed } = await json('note edit n1 --type topup');
    expect(changed).toEqual([
      { field: 'type', from: 'payment', to: 'topup' },
      { field: 'amount', from: '-66.00', to: '66.00' },
    ]);
  });

  test('clears what is given as empty', async () => {
    expect((await json('note edit n1 --balance "" --memo ""')).note).toMatchObject({ balance: null, memo: '' });
  });

  test('records no change where there is none', async () => {
    const { stdout } = await run('note edit n1 --amount 66.00');
    expect(stdout).toContain('nothing was changed');
    expect((await json('note undo')).change.command).toBe('note add');
  });

  test('without flags and without a terminal is a usage error that names the flags', async () => {
    const { status, stderr } = await run('note edit n1');
    expect(status).toBe(2);
    expect(stderr.replace(/\s+/g, ' ')).toBe(
      'okhelp: At least one change is missing, and okhelp may not ask here. Give it with `--time, --type, --amount, --currency, --fee, --balance, --account, --counterparty, --reference, --status, --error, --memo`. ',
    );
    expect((await run('note edit n9 --amount 1')).status).toBe(2);
  });
});

test.each(['en', 'zh-CN'])('only the help of note add says what is taken for a flag left out (%s)', async (lang) => {
  const leftOut = lang === 'en' ? '(main, if left out)' : '（不写就是 main）';
  expect((await run(`note add --help --lang ${lang}`, { columns: 100 })).stdout).toContain(leftOut);
  expect((await run(`note edit --help --lang ${lang}`, { columns: 100 })).stdout).not.toMatch(/left out|不写就是/);
});

describe('note remove', () => {
  beforeEach(async () => {
    for (const memo of ['a', 'b', 'c']) await run(`note add --type payment --amount 5 --memo ${memo}`);
  });

  test('removes with --yes, and undo brings back', async () => {
    expect((await json('note remove n1 3 --yes')).removed).toEqual(['n1', 'n3']);
    expect(await memos()).toEqual(['b']);
    await run('note undo');
    expect(await memos()).toEqual(['a', 'b', 'c']);
  });

  test('needs --yes where it may not ask, and removes none if one is unknown', async () => {
    expect(await json('note remove n1')).toMatchObject({ code: 'needs-yes' });
    expect(await json('note remove n1 n9 --yes')).toMatchObject({ code: 'unknown-note' });
    expect(await memos()).toEqual(['a', 'b', 'c']);
  });
});

describe('note import', () => {
  const HEADER = 'time,type,amount,reference,memo';
  const COFFEE = '2026-03-01 09:00,payment,5.00,,coffee';

  test('records what is new; the same file again adds nothing', async () => {
    file('notes.csv', HEADER, COFFEE, COFFEE, '2026-03-01 10:00,payment,6.00,,tea');
    expect((await run('note import notes.csv')).stdout).toContain('Recorded 3 notes (n1 – n3).');
    const again = await json('note import notes.csv');
    expect(again).toMatchObject({
      schema: 'okhelp.import/1',
      rows: 3,
      added: 0,
      new: [],
      known: [{ line: 2 }, { line: 3 }, { line: 4 }],
    });
    expect(await memos()).toEqual(['coffee', 'coffee', 'tea']);
  });

  test('of three equal rows, two of them recorded, one is new', async () => {
    file('two.csv', HEADER, COFFEE, COFFEE);
    file('three.csv', HEADER, COFFEE, COFFEE, COFFEE);
    await run('note import two.csv');
    expect(await json('note import three.csv')).toMatchObject({ added: 1, new: [{ line: 4, note: 'n3' }] });
  });

  test('a note that was edited or removed since is not read in again, and the removed ones are mentioned', async () => {
    file('notes.csv', HEADER, COFFEE, '2026-03-01 10:00,payment,6.00,,tea');
    await run('note import notes.csv');
    await run('note edit n1 --memo espresso');
    await run('note remove n2 --yes');
    const { stdout } = await run('note import notes.csv');
    expect(stdout).toContain('One row was recorded and removed again by you');
    expect(await memos()).toEqual(['espresso']);
  });

  test('after undo, the file can be read in again', async () => {
    file('notes.csv', HEADER, COFFEE);
    await run('note import notes.csv');
    expect(await json('note undo')).toMatchObject({ change: { command: 'note import notes.csv', added: 1 } });
    expect(await json('note import notes.csv')).toMatchObject({ added: 1 });
  });

  test('a row with the transaction id of a different note is new, and pointed out', async () => {
    file('old.csv', `${HEADER},status`, '2026-03-01 09:00,topup,500,T-1,,pending');
    file('new.csv', `${HEADER},status`, '2026-03-01 09:00,topup,500,T-1,,completed');
    await run('note import old.csv');
    expect(await json('note import new.csv')).toMatchObject({ added: 1, similar: [{ line: 2, note: 'n1' }] });
  });

  describe('with rows that cannot be read', () => {
    beforeEach(() => file('bad.csv', HEADER, COFFEE, '2026-03-01 10:00,payment,6x,,tea', '2026-03-01,payment'));

    test('lists them with their lines, changes nothing, and exits 3', async () => {
      const { status, stdout, stderr } = await run('note import bad.csv');
      expect(status).toBe(3);
      expect(stdout).toContain('1 new, 0 recorded before, 2 unreadable');
      expect(stdout).toContain('line 3, column amount, “6x”');
      expect(stdout).toContain('line 4');
      expect(stderr).toContain('--skip-unreadable');
      expect(await memos()).toEqual([]);
    });

    test('in JSON too', async () => {
      const { status } = await run('note import bad.csv --json');
      expect(status).toBe(3);
      expect(await json('note import bad.csv')).toMatchObject({
        added: 0,
        unreadable: [{ line: 3, column: 'amount', value: '6x' }, { line: 4 }],
      });
    });

    test('imports the others with --skip-unreadable, and exits 0', async () => {
      expect((await run('note import bad.csv --skip-unreadable')).status).toBe(0);
      expect(await memos()).toEqual(['coffee']);
    });
  });

  test('--dry-run shows the lines and changes nothing', async () => {
    file('notes.csv', HEADER, COFFEE, COFFEE);
    const { stdout } = await run('note import notes.csv --dry-run');
    expect(stdout).toContain('New: lines 2–3');
    expect(stdout).toContain('2 notes would be recorded');
    expect(existsSync(join(dataDir, 'okhelp.db'))).toBe(false);
  });

  test('reads standard input, Chinese headers, and the currency of the profile', async () => {
    await run('config set currency EUR');
    const stdin = '\ufeff时间,类型,金额,备注\n2026年3月1日 9:00,充值,500,工资\n';
    expect((await run('note import -', { stdin })).status).toBe(0);
    expect((await json('note list')).notes[0]).toMatchObject({
      type: 'topup',
      amount: '500.00',
      currency: 'EUR',
      memo: '工资',
    });
  });

  test('escape sequences in a cell reach neither the notes nor the terminal', async () => {
    file('evil.csv', HEADER, '2026-03-01 09:00,payment,5,,"a\u001b[2Jb"', '2026-03-01 09:00,payment,\u001b[31m5,,x');
    const { stdout } = await run('note import evil.csv --skip-unreadable');
    expect(stdout).not.toContain('\u001b');
    expect(await memos()).toEqual(['ab']);
  });

  test.each([
    ['a file that is not there', 'none.csv', 'file-not-found'],
    ['a file without the columns', 'columns.csv', 'column-missing'],
    ['JSON that is something else', 'other.json', 'json-other'],
  ])('%s is status 3', async (_, name, code) => {
    file('columns.csv', 'when,what', '1,2');
    file('other.json', '{"schema":"okhelp.check/1"}');
    const { status } = await run(`note import ${name}`);
    expect(status).toBe(3);
    expect(await json(`note import ${name}`)).toMatchObject({ code });
  });
});

describe('note export', () => {
  beforeEach(async () => {
    await run(
      'note add --type topup --amount 1000.123456789 --currency ETH --balance 1000.123456789 --memo "=1+1, \'x\' 中文" --time 2026-03-01T09:00:00+01:00',
    );
    await run('note add --type balance --balance 5 --account b');
  });

  test.each(['csv', 'json'])('as %s is read back the same by another okhelp, and adds nothing here', async (format) => {
    const before = (await json('note list')).notes;
    expect((await run(`note export out.${format}`)).status).toBe(0);
    expect((await json(`note import out.${format}`)).added).toBe(0);
    const elsewhere = temporaryFolder();
    await run(`note import ${join(dataDir, `out.${format}`)}`, { dataDir: elsewhere });
    expect((await json('note list', { dataDir: elsewhere })).notes).toEqual(before);
  });

  test('an edited note is still known when its export is read in', async () => {
    await run('note edit n1 --memo changed');
    await run('note export -o out.csv');
    expect(await json('note import out.csv')).toMatchObject({ added: 0 });
  });

  test('goes to standard output alone, with filters', async () => {
    const { stdout, stderr } = await run('note export --account b');
    expect(stdout.split('\n')).toHaveLength(3);
    expect(stderr).toBe('');
    expect((await json('note export --account b')).notes).toHaveLength(1);
  });

  test('does not replace a file without --force', async () => {
    file('out.csv', 'mine');
    expect((await run('note export out.csv')).status).toBe(2);
    expect(readFileSync(join(dataDir, 'out.csv'), 'utf8')).toBe('mine\n');
    expect(await json('note export out.csv --force')).toEqual({
      schema: 'okhelp.export/1',
      file: 'out.csv',
      format: 'csv',
      notes: 2,
    });
  });
});

describe('note undo', () => {
  test('says what it took back, one change after the other', async () => {
    await run('note add --type payment --amount 5 --memo a');
    await run('note edit n1 --memo b');
    expect((await run('note undo')).stdout).toBe(
      'Taken back: note edit n1 (2026-03-15 12:00).\n1 note changed by it is as before.\n',
    );
    expect(await memos()).toEqual(['a']);
    expect((await run('note undo --lang zh-CN')).stdout).toBe(
      '已撤销：note add（2026-03-15 12:00）。\n它记入的 1 条已去掉。\n',
    );
    expect(await json('note undo')).toMatchObject({ code: 'nothing-to-undo' });
  });

  test('--dry-run only looks', async () => {
    await run('note add --type payment --amount 5 --memo a');
    expect(await json('note undo --dry-run')).toEqual({
      schema: 'okhelp.undo/1',
      dryRun: true,
      change: { command: 'note add', at: '2026-03-15T04:00:00.000Z', added: 1, edited: 0, removed: 0, notes: ['n1'] },
    });
    expect(await memos()).toEqual(['a']);
  });
});

describe('when the data cannot be used', () => {
  test('a damaged file is kept, copied, and named', async () => {
    file('okhelp.db', 'not a database');
    const { status, stderr } = await run('note list', { columns: 100 });
    expect(status).toBe(3);
    expect(stderr.replace(/\n/g, ' ')).toContain('okhelp.db.damaged-20260315T040000Z');
    expect(readFileSync(join(dataDir, 'okhelp.db'), 'utf8')).toBe('not a database\n');
  });

  test('a place that is a file is named, and nothing is written', async () => {
    file('place', 'mine');
    const error = await json(`note add --type payment --amount 5 --data-dir ${join(dataDir, 'place')}`);
    expect(error.code).toBe('not-writable');
  });
});
