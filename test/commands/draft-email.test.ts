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
    const mail = await document(['--case', 'c1', '--amount', '60'], { dataDir: await withCase() });
    expect(mail.fields).toMatchObject({ amount: '60.00', errorMessage: 'bank refused' });
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
    expect(stderr).toContain('notes.csv: secrets were taken out of the attached copy');
  });

  it.each([
    ['en', '- Difference: 22.00 CNY less than expected'],
    ['zh-CN', '- 差额：比应有的少 22.00 CNY'],
  ])('tells its finding when the file is gone (%s), and says that it cannot be attached', async (language, told) => {
    const flags = ['--attach-notes', '--email-lang', language];
    const { body, attachments, stderr } = await later((file) => rmSync(file), flags);
    expect(body).toContain(told);
    expect(attachments).toEqual([]);
    expect(stderr).toContain('notes.csv: this file, which the diagnosis looked into, cannot be read any more');
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
    expect(stderr).toContain('A mailto link cannot carry attachments');
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

  it('writes an .eml where it is told to', async () => {
    const answers = ['A-77', '', '', '', '', '', '', 'write', 'out.eml', 'done'];
    const { dataDir } = await atTerminal({ problem: 'topup-failed' }, answers);
    expect(readFileSync(join(dataDir, 'out.eml'), 'utf8')).toContain('X-Unsent: 1');
  });
});
