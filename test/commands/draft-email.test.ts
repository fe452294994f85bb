// okhelp draft-email as a user and a script meet it: sources, refusals, formats, files, and what is said on stderr.
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DraftEmailOptions, draftEmail } from '../../src/commands/draft-email.ts';
import { type Context, createContext } from '../../src/context.ts';
import { readGlobals } from '../../src/globals.ts';
import { main } from '../../src/main.ts';
import type { BACK, Prompter } from '../../src/terminal/prompter.ts';
import { type HostOptions, okhelp, temporaryFolder, testHost } from '../host.ts';
import { sampleContent } from '../support/draft-sample.ts';

const CONTENT = sampleContent();
const KNOWN = [
  '--account',
  '13800000001',
  '--time',
  '2026-03-01 09:00',
  '--amount',
  '500',
  '--currency',
  'CNY',
  '--transaction',
  'T1',
];

async function draft(flags: readonly string[], options: HostOptions = {}) {
  const host = testHost({ ...options, argv: ['draft-email', ...flags] });
  host.contentDir = CONTENT;
  const status = await main(host);
  return { status, stdout: host.out(), stderr: host.err(), dataDir: host.dataDir };
}

async function document(flags: readonly string[], options: HostOptions = {}) {
  const { stdout, status } = await draft([...flags, '--json'], options);
  return { status, ...JSON.parse(stdout) };
}

/** A context with a case in it, and notes that do not add up. */
async function withCase(dataDir = temporaryFolder()): Promise<string> {
  const context = await contextFor({ dataDir });
  const store = await context.store();
  store.cases.save({
    problem: 'topup-failed',
    state: 'open',
    answers: { problem: 'topup-failed', 'topup-debited': 'yes' },
    sources: {},
    fields: { amount: '58.00 CNY', time: '2026-02-01 08:30', errorMessage: 'bank refused' },
    outcome: 'topup-taken',
  });
  const note = {
    line: null,
    type: 'topup',
    currency: 'CNY',
    fee: 0n,
    account: 'main',
    counterparty: '',
    status: 'completed',
    error: '',
  } as const;
  const unit = 10n ** 18n;
  store.notes.add(
    [
      {
        ...note,
        time: { epoch: 0, offset: 480 },
        amount: 100n * unit,
        balance: 100n * unit,
        reference: 'a',
        memo: '密码：abc123',
      },
      {
        ...note,
        time: { epoch: 3_600_000, offset: 480 },
        amount: 50n * unit,
        balance: 130n * unit,
        reference: 'b',
        memo: '',
      },
    ],
    'note add',
  );
  context.close();
  return dataDir;
}

async function contextFor(options: HostOptions = {}): Promise<Context> {
  const host = testHost(options);
  host.contentDir = CONTENT;
  return createContext(host, readGlobals([]));
}

function saveProfile(settings: Record<string, string>): string {
  const dataDir = temporaryFolder();
  writeFileSync(join(dataDir, 'settings.json'), JSON.stringify(settings));
  return dataDir;
}

describe('from flags alone', () => {
  it('prints the mail, and makes no data file', async () => {
    const { status, stdout, dataDir } = await draft(['--problem', 'topup-failed', ...KNOWN]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^To: \[the address in your app/);
    expect(stdout).toContain('- Time: 2026-03-01 09:00 (UTC+08:00)\n- Amount: 500.00 CNY\n- Transaction ID: T1\n');
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('is one document with --json', async () => {
    const mail = await document([
      '--problem',
      'topup-failed',
      ...KNOWN,
      '--error-code',
      'E102',
      '--to',
      'help@wallet.example',
    ]);
    expect(mail).toMatchObject({
      status: 0,
      schema: 'okhelp.email/1',
      language: 'en',
      to: 'help@wallet.example',
      from: null,
      missing: [],
      redactions: [],
      attachments: [],
    });
    expect(mail.fields).toEqual({
      account: '13800000001',
      time: '2026-03-01T09:00:00+08:00',
      problem: 'topup-failed',
      amount: '500.00',
      currency: 'CNY',
      transaction: 'T1',
      errorCode: 'E102',
      errorMessage: '',
    });
  });

  it('lists what is missing and still succeeds', async () => {
    const { status, missing } = await document(['--problem', 'topup-failed', '--amount', '500']);
    expect({ status, missing }).toEqual({ status: 0, missing: ['account', 'time', 'currency', 'transaction'] });
  });

  it('takes facts without a problem for a problem of no special kind', async () => {
    expect((await document(['--error-message', 'something broke'])).fields.problem).toBe('other');
  });

  it('writes in another language than it speaks', async () => {
    const { stdout, stderr } = await draft(['--problem', 'topup-failed', ...KNOWN, '--email-lang', 'zh-CN']);
    expect(stdout).toContain('您好，\n');
    expect(stdout).toContain('收件人：[请填写您 App 里显示的客服邮箱');
    expect(stderr).toContain('An answer usually comes within 24 hours.');
  });

  it('takes secrets out and says which, not what', async () => {
    const { stdout, stderr } = await draft(['--problem', 'topup-failed', '--error-message', 'OTP: 482913 wrong']);
    expect(stdout + stderr).not.toContain('482913');
    expect(stderr).toContain('Taken out of the error message: a one-time code.');
  });

  it('says where the address is found, and gives none', async () => {
    const { stdout, stderr } = await draft(['--problem', 'topup-failed', ...KNOWN]);
    expect(stderr).toContain("okhelp does not know support's address and will not guess one.");
    expect(stdout + stderr).not.toMatch(/\S@\S/);
  });

  it('does not need data that cannot be read, but says so', async () => {
    const dataDir = temporaryFolder();
    writeFileSync(join(dataDir, 'okhelp.db'), 'this is not a database, and longer than its header would be'.repeat(20));
    const { status, stdout, stderr } = await draft(['--problem', 'topup-failed', ...KNOWN], { dataDir });
    expect(status).toBe(0);
    expect(stdout).toContain('Dear support team');
    expect(stderr).toContain('so the draft is made without them');
  });
});

describe('from a case and the profile', () => {
  it('takes the last open case', async () => {
    const mail = await document([], { dataDir: await withCase() });
    expect(mail.fields).toMatchObject({
      problem: 'topup-failed',
      amount: '58.00',
      currency: 'CNY',
      time: '2026-02-01T08:30:00+08:00',
    });
    expect(mail.body).toContain('- Did the money leave your bank account? Yes');
    expect(mail.body).toContain('1. Tell me why this top-up failed.');
  });

  it('a flag wins over the case', async () => {
    const mail = await document(['--case', 'c1', '--error-message', 'limit'], { dataDir: await withCase() });
    expect(mail.fields).toMatchObject({ amount: '58.00', errorMessage: 'limit' });
  });

  it.each([
    [['--amount', '60'], { amount: '60.00', currency: '', time: '', errorMessage: '' }],
    [['--currency', 'USD'], { amount: '', currency: 'USD', time: '', errorMessage: '' }],
    [['--time', '2026-02-02 08:30'], { amount: '', time: '2026-02-02T08:30:00+08:00', errorMessage: '' }],
    [['--amount', '60', '--error-message', 'limit'], { amount: '60.00', errorMessage: 'limit' }],
    [['--amount', '58', '--time', '2026-02-01'], { amount: '58.00', currency: 'CNY', errorMessage: 'bank refused' }],
    [['--transaction', 'T9'], { transaction: 'T9', amount: '58.00', errorMessage: 'bank refused' }],
  ])('%j beside a case: nothing of another transaction', async (flags, fields) => {
    expect((await document(['--case', 'c1', ...flags], { dataDir: await withCase() })).fields).toMatchObject(fields);
  });

  it('says in one sentence what the flags contradict, and what was not taken from the case', async () => {
    const { stdout, stderr } = await draft(['--case', 'c1', '--amount', '60'], { dataDir: await withCase() });
    expect(stdout).not.toContain('bank refused');
    expect(stderr.replaceAll('\n', ' ')).toContain(
      'What you gave does not fit the transaction of case c1 (Amount), so this was not taken from the case: Time, Currency, Error message.',
    );
    const agreed = await draft(['--case', 'c1', '--amount', '58.0'], { dataDir: await withCase() });
    expect(agreed.stderr).not.toContain('does not fit');
  });

  it('leaves a case of another problem aside', async () => {
    const mail = await document(['--problem', 'payment-failed'], { dataDir: await withCase() });
    expect(mail.fields).toMatchObject({ problem: 'payment-failed', amount: '', errorMessage: '' });
  });

  it('tells what the check of the notes found where the balance is the trouble', async () => {
    const mail = await document(['--problem', 'balance-mismatch'], { dataDir: await withCase() });
    expect(mail.body).toContain('- Difference: 20.00 CNY less than expected');
  });

  it('fills account, currency, name and addresses in from the profile', async () => {
    const dataDir = saveProfile({
      name: '张三',
      'account-id': 'A-77',
      currency: 'USDT',
      'reply-address': 'me@example.org',
      'support-address': 'help@wallet.example',
    });
    const mail = await document(['--problem', 'topup-failed', '--amount', '5'], { dataDir });
    expect(mail).toMatchObject({ to: 'help@wallet.example', from: 'me@example.org' });
    expect(mail.fields).toMatchObject({ account: 'A-77', currency: 'USDT', amount: '5.00' });
    expect(mail.body.endsWith('Kind regards,\n张三\nReply to: me@example.org')).toBe(true);
  });

  it.each(['Me > Help > Contact us', 'https://wallet.example/contact'])(
    'says what was saved where that is no mail address (%s), and writes to nobody',
    async (place) => {
      const dataDir = saveProfile({ 'support-address': place });
      const { status, stdout, stderr } = await draft(['--problem', 'payment-failed'], { dataDir });
      expect(status).toBe(0);
      expect(stdout).toContain(`To: [as you saved: ${place}]\n`);
      expect(stderr.replaceAll('\n', ' ')).toContain(`You saved: ${place}. That is no e-mail address`);
      expect((await document(['--problem', 'payment-failed'], { dataDir })).to).toBeNull();
      const eml = await draft(['--problem', 'payment-failed', '--format', 'eml'], { dataDir });
      expect(eml.stdout).not.toMatch(/^To:/m);
      const link = await draft(['--problem', 'payment-failed', '--format', 'mailto'], { dataDir });
      expect(link.stdout).toMatch(/^mailto:\?subject=/);
    },
  );

  it('an address on the command line wins over the place that was saved', async () => {
    const dataDir = saveProfile({ 'support-address': 'Me > Help' });
    const { stdout, stderr } = await draft(['--problem', 'payment-failed', '--to', 'help@wallet.example'], { dataDir });
    expect(stdout).toContain('To: help@wallet.example\n');
    expect(stderr).not.toContain('You saved');
  });

  it('says that the name is open, unless one is saved', async () => {
    expect((await draft(['--problem', 'other'])).stderr).toContain('okhelp config set name NAME');
    const dataDir = saveProfile({ name: '张三' });
    const { stdout, stderr } = await draft(['--problem', 'other'], { dataDir });
    expect(stdout).toContain('Kind regards,\n张三\n');
    expect(stderr).not.toContain('config set name');
  });

  it('attaches the notes without their secrets', async () => {
    const dataDir = await withCase();
    const file = join(dataDir, 'mail.eml');
    const { status } = await draft(['--attach-notes', '--format', 'eml', '-o', file], { dataDir });
    expect(status).toBe(0);
    const base64 = /filename=notes\.csv\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(readFileSync(file, 'utf8'))![1]!;
    const csv = Buffer.from(base64, 'base64').toString();
    expect(csv).toContain('密码：[password removed]');
    expect(csv).not.toContain('abc123');
  });
});

describe('from a diagnosis that looked into a file', () => {
  const NOTES = `time,type,amount,currency,balance,reference,memo
2026-03-01 09:00,topup,1000,CNY,1000,T1,
2026-03-01 10:00,payment,100,CNY,900,T2,密码：abc123
2026-03-01 11:00,withdrawal,87.50,CNY,790.50,T3,
`;

  /** A case about the file `notes.csv` in its folder, with the real content; gives the mail that is written later. */
  async function later(between: (file: string) => void, flags: readonly string[] = [], notes = 'notes.csv') {
    const dataDir = temporaryFolder();
    const file = join(dataDir, 'notes.csv');
    writeFileSync(file, NOTES);
    const diagnosed = ['diagnose', '--answer', 'problem=balance-mismatch', '--notes', notes, '--no-input', '--json'];
    const { stdout } = await okhelp(diagnosed, { dataDir, stdin: NOTES });
    expect(JSON.parse(stdout).case).toBe('c1');
    between(file);
    const made = await okhelp(['draft-email', '--case', 'c1', '--json', ...flags], { dataDir });
    return { ...JSON.parse(made.stdout), stderr: made.stderr };
  }

  it('tells its finding, and attaches the file that was used, without its secrets', async () => {
    const { body, attachments, stderr } = await later(() => {}, ['--attach-notes']);
    expect(body).toContain('- Difference: 22.00 CNY less than expected');
    expect(attachments).toMatchObject([{ name: 'notes.csv' }]);
    expect(stderr.replaceAll('\n', ' ')).toContain('and 1 secret stands in the original of notes.csv.');
  });

  it.each([
    ['en', '- Difference: 22.00 CNY less than expected'],
    ['zh-CN', '- 差额：比应有的少 22.00 CNY'],
  ])('tells its finding when the file is gone (%s), and says that it cannot be attached', async (language, told) => {
    const flags = ['--attach-notes', '--email-lang', language];
    const { body, attachments, stderr } = await later((file) => rmSync(file), flags);
    expect(body).toContain(told);
    expect(attachments).toEqual([]);
    const said = stderr.replaceAll('\n', ' ');
    expect(said).toContain('notes.csv: this file, which the diagnosis looked into, cannot be read any more');
  });

  it('tells what the file says now, where it was corrected since', async () => {
    const corrected = (file: string) => writeFileSync(file, NOTES.replace('87.50', '109.50'));
    const { body } = await later(corrected);
    expect(body).not.toContain('Difference');
    expect(body).not.toContain('The calculation is in this mail');
  });

  it('tells the finding of notes from standard input, which are not kept themselves', async () => {
    const { body, attachments, stderr } = await later(() => {}, ['--attach-notes'], '-');
    expect(body).toContain('- Difference: 22.00 CNY less than expected');
    expect(attachments).toEqual([]);
    expect(stderr).toContain('were not kept');
  });
});

describe('refusals', () => {
  it('with nothing to write about', async () => {
    const { status, stdout } = await draft(['--json']);
    expect([status, JSON.parse(stdout).code]).toEqual([2, 'nothing-to-draft']);
  });

  it.each([
    [['--problem', 'top-up-failed'], 'bad-value'],
    [['--case', 'c99'], 'unknown-case'],
    [['--problem', 'other', '--amount', '12,3x'], 'bad-amount'],
    [['--problem', 'other', '--amount', '4111111111111111'], 'bad-amount'],
    [['--problem', 'other', '--amount', '4111111111111111.00'], 'bad-amount'],
    [['--problem', 'other', '--time', '2026-02-30'], 'bad-time'],
    [['--problem', 'other', '--currency', '$$'], 'bad-value'],
    [['--problem', 'other', '--to', 'not an address'], 'bad-value'],
    [['--problem', 'other', '--to', 'a@example.org\r\nBcc: b@example.org'], 'line-break'],
    [['--problem', 'other', '--transaction', 'T1\nBcc: b@example.org'], 'line-break'],
    [['--problem', 'other', '--account', 'me\r\nX: y'], 'line-break'],
    [['--problem', 'other', '--format', 'pdf'], 'bad-value'],
    [['--problem', 'other', '--email-lang', 'fr'], 'bad-value'],
    [['--problem', 'other', '--output', ''], 'missing-value'],
  ])('%j: %s, status 2', async (flags, code) => {
    const { status, stdout } = await draft([...flags, '--json']);
    expect([status, JSON.parse(stdout).code]).toEqual([2, code]);
  });

  it.each([
    ['missing.png', 'file-not-found'],
    ['.', 'file-is-directory'],
  ])('an attachment that cannot be read (%s), status 3', async (name, code) => {
    const { status, stdout } = await draft(['--problem', 'other', '--attach', name, '--json']);
    expect([status, JSON.parse(stdout).code]).toEqual([3, code]);
  });
});

describe('files', () => {
  it('-o writes for the owner only, and says so on stderr', async () => {
    const { status, stdout, stderr, dataDir } = await draft(['--problem', 'other', '-o', 'mail.txt']);
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toContain('Written to mail.txt.');
    expect(readFileSync(join(dataDir, 'mail.txt'), 'utf8')).toContain('Dear support team,');
    expect(statSync(join(dataDir, 'mail.txt')).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir)).toEqual(['mail.txt']);
  });

  it('a name that ends in .eml makes an .eml', async () => {
    const { dataDir } = await draft(['--problem', 'other', '-o', 'mail.eml']);
    expect(readFileSync(join(dataDir, 'mail.eml'), 'utf8')).toMatch(/^X-Unsent: 1\r\n/);
  });

  it('an existing file stays, unless --force says otherwise', async () => {
    const dataDir = temporaryFolder();
    const file = join(dataDir, 'mail.txt');
    writeFileSync(file, 'mine');
    expect((await draft(['--problem', 'other', '-o', file], { dataDir })).status).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect((await draft(['--problem', 'other', '-o', file, '--force'], { dataDir })).status).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('Dear support team,');
  });

  it('with --json, -o writes the file too and stdout is the document', async () => {
    const { stdout, dataDir } = await draft(['--problem', 'other', '-o', 'mail.eml', '--json']);
    expect(JSON.parse(stdout).schema).toBe('okhelp.email/1');
    expect(existsSync(join(dataDir, 'mail.eml'))).toBe(true);
  });

  it('a text attachment goes as a clean copy, the original stays', async () => {
    const dataDir = temporaryFolder();
    writeFileSync(join(dataDir, 'chat.txt'), 'my PIN is 0000');
    writeFileSync(join(dataDir, 'shot.png'), new Uint8Array([0x89, 0x50, 0, 1]));
    const flags = ['--problem', 'other', '--attach', 'chat.txt', '--attach', 'shot.png', '--json'];
    const { stdout, stderr } = await draft(flags, { dataDir });
    expect(JSON.parse(stdout)).toMatchObject({
      redactions: [{ kind: 'password', where: 'chat.txt' }],
      attachments: [
        { name: 'chat.txt', type: 'text/plain', bytes: 'my PIN is [password removed]'.length },
        { name: 'shot.png', type: 'image/png', bytes: 4 },
      ],
    });
    expect(readFileSync(join(dataDir, 'chat.txt'), 'utf8')).toBe('my PIN is 0000');
    expect(stderr).toContain('shot.png: okhelp cannot look inside this file.');
  });
});

describe('attachments of a draft that cannot carry them', () => {
  function withFiles(): string {
    const dataDir = temporaryFolder();
    writeFileSync(join(dataDir, 'n.csv'), 'memo\nmy PIN is 0000\nOTP: 482913\n');
    writeFileSync(join(dataDir, 'plain.txt'), 'nothing');
    return dataDir;
  }
  const ATTACH = ['--problem', 'other', '--attach', 'n.csv', '--attach', 'plain.txt'];

  it.each([[['--quiet']], [['--format', 'mailto', '--quiet']], [['-o', '-', '--quiet']], [['--json', '--quiet']]])(
    'no copy is claimed where there is none: %j',
    async (flags) => {
      const { status, stdout, stderr } = await draft([...ATTACH, ...flags], { dataDir: withFiles() });
      expect(status).toBe(0);
      expect(decodeURIComponent(stdout)).toContain('To be attached:');
      expect(stderr.replaceAll('\n', ' ')).toContain(
        'okhelp cannot attach files in this format, and 2 secrets stand in the original of n.csv. Do not attach the original: `--format eml -o mail.eml` makes a mail with a cleaned copy.',
      );
      expect(stderr).not.toMatch(/taken out|0000|482913/i);
    },
  );

  it('is quiet about originals without secrets', async () => {
    const flags = ['--problem', 'other', '--attach', 'plain.txt', '--quiet'];
    expect((await draft(flags, { dataDir: withFiles() })).stderr).toBe('');
  });

  it.each([['text'], ['mailto']])('-o writes the cleaned copy beside the draft (%s)', async (format) => {
    const dataDir = withFiles();
    const { status, stderr } = await draft([...ATTACH, '--format', format, '-o', 'mail.txt'], { dataDir });
    expect(status).toBe(0);
    expect(stderr.replaceAll('\n', ' ')).toContain('Written to mail-n.csv, without the secrets: attach this copy.');
    expect(stderr).toContain('Attach plain.txt yourself.');
    expect(readFileSync(join(dataDir, 'mail-n.csv'), 'utf8')).toBe(
      'memo\nmy PIN is [password removed]\nOTP: [one-time code removed]\n',
    );
    expect(readFileSync(join(dataDir, 'n.csv'), 'utf8')).toContain('0000');
    const mail = decodeURIComponent(readFileSync(join(dataDir, 'mail.txt'), 'utf8')).replaceAll('\r', '');
    expect(mail).toContain('Attached:\n- mail-n.csv (63 B)\n- plain.txt (7 B)\n');
    expect(existsSync(join(dataDir, 'mail-plain.txt'))).toBe(false);
  });

  it('writes nothing where a copy is there already, unless --force says otherwise', async () => {
    const dataDir = withFiles();
    writeFileSync(join(dataDir, 'mail-n.csv'), 'mine');
    const flags = [...ATTACH, '-o', 'mail.txt', '--json'];
    const { status, stdout } = await draft(flags, { dataDir });
    expect([status, JSON.parse(stdout).code]).toEqual([2, 'file-exists']);
    expect(existsSync(join(dataDir, 'mail.txt'))).toBe(false);
    expect((await draft([...flags, '--force'], { dataDir })).status).toBe(0);
    expect(readFileSync(join(dataDir, 'mail-n.csv'), 'utf8')).toContain('[password removed]');
  });

  it('never writes over a file that is attached', async () => {
    const dataDir = withFiles();
    writeFileSync(join(dataDir, 'mail-n.csv'), 'my PIN is 1111');
    const flags = [...ATTACH, '--attach', 'mail-n.csv', '-o', 'mail.txt', '--force'];
    expect((await draft(flags, { dataDir })).status).toBe(0);
    expect(readFileSync(join(dataDir, 'mail-n.csv'), 'utf8')).toBe('my PIN is 1111');
    expect(readFileSync(join(dataDir, 'mail-n-2.csv'), 'utf8')).toContain('[password removed]');
  });

  it('writes the notes beside the draft', async () => {
    const dataDir = await withCase();
    await draft(['--attach-notes', '-o', 'mail.txt'], { dataDir });
    expect(readFileSync(join(dataDir, 'mail-notes.csv'), 'utf8')).toContain('密码：[password removed]');
  });

  it('an .eml holds the copy and says so', async () => {
    const { stderr, dataDir } = await draft([...ATTACH, '-o', 'mail.eml'], { dataDir: withFiles() });
    expect(stderr).toContain('n.csv: secrets were taken out of the attached copy; your file is unchanged.');
    expect(readFileSync(join(dataDir, 'mail.eml'), 'utf8')).toContain('\r\nAttached:\r\n- n.csv');
  });

  it('cleans a name that is a card number', async () => {
    const dataDir = temporaryFolder();
    writeFileSync(join(dataDir, '4111111111111111.txt'), 'hello');
    const flags = ['--problem', 'other', '--attach', '4111111111111111.txt', '--json'];
    const { stdout, stderr } = await draft(flags, { dataDir });
    expect(stdout + stderr).not.toContain('4111111111111111');
    expect(JSON.parse(stdout)).toMatchObject({
      redactions: [{ kind: 'card-number', where: 'attachments' }],
      attachments: [{ name: '411111xxxxxx1111.txt' }],
    });
  });
});

describe('what was taken out when the case was kept', () => {
  it('stands in both documents and is said', async () => {
    const dataDir = temporaryFolder();
    const note = '--type topup --amount 100 --currency CNY --status failed --error'.split(' ');
    await okhelp(['note', 'add', '--time', '2026-03-14 09:00', ...note, 'E1 验证码 884213'], { dataDir });
    const diagnosed = await okhelp(['diagnose', 'top up 100 failed', '--no-input', '--json'], { dataDir });
    const redactions = [{ kind: 'one-time-code', where: 'errorMessage' }];
    expect(JSON.parse(diagnosed.stdout).email).toMatchObject({
      fields: { errorMessage: 'E1 验证码 [one-time code removed]' },
      redactions,
    });
    const mail = await okhelp(['draft-email', '--json'], { dataDir });
    expect(JSON.parse(mail.stdout)).toMatchObject({ redactions });
    expect((await okhelp(['draft-email'], { dataDir })).stderr).toContain(
      'Taken out of the error message: a one-time code.',
    );
    const other = await okhelp(['draft-email', '--json', '--error-message', 'limit'], { dataDir });
    expect(JSON.parse(other.stdout).redactions).toEqual([]);
  });

  it('a card number given as the amount is neither kept nor written', async () => {
    const answer = ['diagnose', '--answer', 'problem=topup-failed', '--answer', 'topup-amount=4111111111111111'];
    const { stdout } = await okhelp([...answer, '--no-input', '--json']);
    expect(stdout).not.toContain('4111111111111111');
    expect(JSON.parse(stdout).email.redactions).toEqual([{ kind: 'card-number', where: 'amount' }]);
  });
});

describe('mailto', () => {
  it('is one line that opens the mail program', async () => {
    const { stdout } = await draft([
      '--problem',
      'topup-failed',
      ...KNOWN,
      '--format',
      'mailto',
      '--to',
      'help@wallet.example',
    ]);
    expect(stdout).toMatch(/^mailto:help@wallet\.example\?subject=Top-up%20failed\S*\n$/);
  });

  it('says that it cannot carry attachments', async () => {
    const dataDir = temporaryFolder();
    writeFileSync(join(dataDir, 'a.txt'), 'a');
    const { stderr } = await draft(['--problem', 'other', '--format', 'mailto', '--attach', 'a.txt'], { dataDir });
    expect(stderr.replaceAll('\n', ' ')).toContain('okhelp cannot attach files in this format: attach a.txt yourself');
  });
});

describe('the desktop', () => {
  const options: DraftEmailOptions = { problem: 'topup-failed', amount: '500', to: 'help@wallet.example' };

  it('--copy puts subject and text on the clipboard', async () => {
    const given: string[] = [];
    const run = async (command: string, _: readonly string[], input: string | Uint8Array) => {
      given.push(command, String(input));
      return 0;
    };
    const context = await contextFor({});
    expect(await draftEmail.run({ ...options, copy: true }, context, { run })).toBe(0);
    expect(given[0]).toBe('wl-copy');
    expect(given[1]).toMatch(/^Subject: Top-up failed or not credited: 500\.00\n\nDear support team,\n/);
  });

  it('--copy without any clipboard program fails and names those tried', async () => {
    const context = await contextFor({});
    await expect(draftEmail.run({ ...options, copy: true }, context, { run: async () => null })).rejects.toMatchObject({
      code: 'no-clipboard',
      values: { tools: 'wl-copy, xclip, xsel, clip.exe' },
    });
  });

  it('--open opens the link, or the .eml that was written', async () => {
    const opened: string[] = [];
    const open = async (target: string) => {
      opened.push(target);
      return { exitCode: 0, once: () => {} };
    };
    const context = await contextFor({});
    await draftEmail.run({ ...options, open: true }, context, { open });
    await draftEmail.run({ ...options, open: true, output: 'mail.eml' }, context, { open });
    expect(opened).toEqual([
      expect.stringMatching(/^mailto:help@wallet\.example\?/),
      join(context.dataDir, 'mail.eml'),
    ]);
  });
});

describe('at a terminal', () => {
  /** Answers in order; a prompt too many fails the test. */
  function answering(answers: (string | typeof BACK)[], asked: string[] = []): Prompter {
    const next = (message: string) => {
      asked.push(message);
      if (answers.length === 0) throw new Error(`not expected: ${message}`);
      return answers.shift()!;
    };
    return {
      select: async ({ message }) => next(message) as never,
      input: async ({ message, validate }) => {
        const answer = next(message);
        expect(typeof answer === 'string' && validate ? validate(answer) : null).toBeNull();
        return answer;
      },
      confirm: async ({ message }) => next(message) === 'yes',
    };
  }

  async function atTerminal(options: DraftEmailOptions, answers: (string | typeof BACK)[]) {
    const host = testHost({ tty: true, env: { NO_COLOR: '1' } });
    host.contentDir = CONTENT;
    const context = await createContext(host, readGlobals([]));
    const asked: string[] = [];
    context.prompter = async () => answering(answers, asked);
    const status = await draftEmail.run(options, context);
    return { status, asked, stdout: host.out(), stderr: host.err(), dataDir: host.dataDir };
  }

  it('asks for what is missing, shows the mail, and offers what to do with it', async () => {
    const answers = ['A-77', '2026-03-01 09:00', '500 cny', '', 'help@wallet.example', '', 'done'];
    const { status, asked, stdout, stderr } = await atTerminal({ problem: 'topup-failed' }, answers);
    expect(status).toBe(0);
    expect(asked).toHaveLength(7);
    expect(stdout).toContain('To: help@wallet.example\n');
    expect(stdout).toContain('- Amount: 500.00 CNY\n- Transaction ID: [please fill in]');
    expect(stderr).toContain('Still to fill in: Transaction ID.');
  });

  it('shows what is to be attached, and attaches the cleaned copy to the .eml', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'chat.txt'), 'my PIN is 0000');
    const answers = ['A-77', '', '', '', '', '', '', 'write', 'out.eml', 'done'];
    const options = { problem: 'topup-failed', attach: [join(folder, 'chat.txt')] };
    const { stdout, stderr, dataDir } = await atTerminal(options, answers);
    expect(stdout).toContain('To be attached:\n- chat.txt');
    const eml = readFileSync(join(dataDir, 'out.eml'), 'utf8');
    expect(eml).toContain('\r\nAttached:\r\n- chat.txt');
    expect(eml).toContain(Buffer.from('my PIN is [password removed]').toString('base64'));
    expect(stderr).toContain('chat.txt: secrets were taken out of the attached copy');
  });

  it('writes an .eml where it is told to', async () => {
    const answers = ['A-77', '', '', '', '', '', '', 'write', 'out.eml', 'done'];
    const { dataDir } = await atTerminal({ problem: 'topup-failed' }, answers);
    expect(readFileSync(join(dataDir, 'out.eml'), 'utf8')).toContain('X-Unsent: 1');
  });
});
