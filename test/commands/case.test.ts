// The case commands, as a script reads them and as a person is asked.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli.ts';
import { menu } from '../../src/commands/menu.ts';
import { createContext } from '../../src/context.ts';
import { readGlobals } from '../../src/globals.ts';
import { parseCommand } from '../../src/parse.ts';
import { openStore } from '../../src/store/open.ts';
import type { NewCase } from '../../src/store/store.ts';
import { BACK } from '../../src/terminal/prompter.ts';
import { okhelp, temporaryFolder, testHost } from '../host.ts';
import { type Line, scripted } from './scripted-prompter.ts';

const DAY_0 = '2026-03-02T09:00:00+08:00';
const DAY_1 = '2026-03-03T10:00:00+08:00';

const MATTER: NewCase = {
  problem: 'payment-failed',
  state: 'open',
  answers: { 'payment-debited': 'yes' },
  sources: { 'payment-debited': 'flag' },
  fields: { amount: '268.00', currency: 'CNY', transaction: 'T-77', time: '2026-03-01T21:00:00+08:00' },
  outcome: 'payment-missing',
};

let dataDir: string;
beforeEach(async () => {
  dataDir = temporaryFolder();
  await kept((cases) => cases.save(MATTER));
});

async function kept<T>(work: (cases: Awaited<ReturnType<typeof openStore>>['cases']) => T, now = DAY_0): Promise<T> {
  const store = await openStore(dataDir, () => Date.parse(now));
  try {
    return work(store.cases);
  } finally {
    store.close();
  }
}

const run = (argv: string[], now = DAY_0) => okhelp(argv, { dataDir, now });
async function json(argv: string[], now = DAY_0) {
  const { status, stdout } = await run([...argv, '--json'], now);
  return { status, document: JSON.parse(stdout) };
}

/** A person at the terminal, answering from a script. */
async function talk(line: string, answers: Line[], now = DAY_0) {
  const words = line.split(' ');
  const host = testHost({ argv: words, dataDir, now, tty: true });
  const person = scripted(...answers);
  const context = { ...(await createContext(host, readGlobals(words))), prompter: async () => person };
  try {
    if (line === '') return { status: await menu(person, context), out: host.out(), err: host.err(), ...person };
    const family = words[0] === 'case';
    const name = words.slice(0, family ? 2 : 1).join(' ');
    const command = await COMMANDS.find((entry) => entry.name === name)!.load();
    const parsed = parseCommand(command.define(context.t), words.slice(family ? 2 : 1));
    const status = await command.run(parsed as never, context);
    return { status, out: host.out(), err: host.err(), ...person };
  } finally {
    context.close();
  }
}

describe('case log', () => {
  it('keeps what was said, and gives the next step', async () => {
    const { document } = await json(['case', 'log', 'sent', '--channel', 'email', '--to', 'help@wallet.example']);
    expect(document).toMatchObject({
      schema: 'okhelp.case-entry/1',
      case: 'c1',
      entry: { kind: 'sent', at: '2026-03-02T09:00:00+08:00', channel: 'email', to: 'help@wallet.example' },
      secrets: 0,
      next: { task: 'await-answer', due: '2026-03-03T09:00:00+08:00' },
    });
  });

  it('knows kinds and channels by what they are called in either language', async () => {
    await run(['case', 'log', '已发送', '--channel', '在线客服']);
    await run(['case', 'log', '7', 'Documents', 'asked', 'for', '--text', 'a receipt']);
    await run(['case', 'log', '1', 'documents asked for', '--text', 'a receipt']);
    await run(['case', 'log', '投诉']);
    const said = await kept((cases) => cases.timeline('c1').map(({ kind, channel }) => [kind, channel]));
    expect(said).toEqual([
      ['sent', 'chat'],
      ['documents-asked', undefined],
      ['complaint', undefined],
    ]);
  });

  it('shows of an entry that was logged by its day the day alone, and no hour that nobody named', async () => {
    await run(['case', 'log', 'complaint', '--at', '2026-03-01']);
    await run(['case', 'log', 'call', '--at', '2026-03-01 15:20']);
    const { stdout } = await run(['case', 'show', 'c1']);
    expect(stdout).toMatch(/2026-03-01 {2,}complaint made/);
    expect(stdout).toContain('2026-03-01 15:20');
    expect(stdout).not.toContain('00:00');
  });

  it('keeps no secret, neither in the data file nor in what it prints', async () => {
    const secret = '4111 1111 1111 1111';
    const { stdout, stderr } = await run(['case', 'log', 'remark', '--text', `they have my card ${secret}`]);
    expect(stdout + stderr).not.toContain(secret);
    expect(stderr).toContain('A secret was recognised');
    expect(await kept((cases) => cases.timeline('c1')[0]?.text)).toBe('they have my card 411111******1111');
  });

  it('cleans what would move the cursor or forge a line', async () => {
    const { stdout } = await run(['case', 'log', 'remark', '--text', 'a\u001b[2Jb\nc\u202ed']);
    expect(stdout).not.toMatch(/[\u001b\u202e]/);
    expect(stdout).toContain('ab c');
  });

  it('counts an amount without a currency in that of the case', async () => {
    const { document } = await json(['case', 'log', 'money-back', '--amount', '268']);
    expect(document).toMatchObject({
      entry: { amount: '268.00', currency: 'CNY' },
      next: { task: 'close', kind: 'do' },
    });
    expect((await run(['case', 'log', 'money-back', '--amount', '0'])).status).toBe(2);
    expect((await run(['case', 'log', 'money-back', '--amount', '-5'])).status).toBe(2);
  });

  it('goes back from the first question to what happened, where that was asked', async () => {
    const { asked } = await talk('case log', ['call', BACK, 'remark', 'Sent by post.', '', 'Record it']);
    expect(asked.slice(0, 4)).toEqual(['What happened?', 'Whom did you speak to?', 'What happened?', asked[3]]);
    expect(await kept((cases) => cases.timeline('c1')[0])).toMatchObject({ kind: 'remark' });
    await expect(talk('case log call', [BACK])).rejects.toThrow('no way back');
  });

  it('takes back the entry recorded last, however old it is, and nothing that okhelp recorded', async () => {
    await run(['case', 'log', 'remark', '--text', 'one']);
    await run(['case', 'log', 'remark', '--text', 'two', '--at', '2026-01-01']);
    await run(['case', 'attach', join(dataDir, 'okhelp.db')]);
    expect((await json(['case', 'log', '--undo'])).document.takenBack.text).toBe('two');
    expect((await json(['case', 'log', '--undo'])).document.takenBack.text).toBe('one');
    expect(await json(['case', 'log', '--undo'])).toMatchObject({ status: 2, document: { code: 'nothing-to-undo' } });
  });

  it('asks at a terminal, in order; going back takes an answer out again', async () => {
    const { asked } = await talk('case log', [
      'call',
      'Wang',
      BACK,
      'Wang Fang',
      '2026-03-02 08:30',
      'a refund',
      'soon',
      '2026-03-05',
      'R-1',
      'promised: a refund',
      'a full refund',
      'Record it',
    ]);
    expect(asked).toEqual([
      'What happened?',
      'Whom did you speak to?',
      'When?',
      'Whom did you speak to?',
      'When?',
      'What was promised?',
      'By which day did they promise it?',
      '"soon" is not a day. Type it like 2026-03-20.',
      'By which day did they promise it?',
      'Did they give a number for the matter?',
      'Record this with case c1: call?',
      'What was promised?',
      'Record this with case c1: call?',
    ]);
    expect(await kept((cases) => cases.timeline('c1')[0])).toMatchObject({
      kind: 'call',
      at: '2026-03-02T08:30:00+08:00',
      with: 'Wang Fang',
      promised: 'a full refund',
      due: '2026-03-05',
      reference: 'R-1',
    });
  });

  it.each([
    ['complaint', ['The provider', 'e-mail', '2026-03-02 08:30'], 'By which day did you ask them to answer?'],
    ['answer', ['we look into it', '2026-03-02 08:30'], 'By which day did they say that they will act or write again?'],
    ['documents-asked', ['passport', '2026-03-02 08:30'], 'By which day do they want the documents?'],
  ])('asks who owes what until when: %s', async (kind, answers, question) => {
    const { asked } = await talk(`case log ${kind}`, [...answers, '', '', 'Leave']);
    expect(asked).toContain(question);
  });

  it('records nothing where the person leaves at the end', async () => {
    const before = await kept((cases) => cases.timeline('c1').length);
    await talk('case log call', ['', '2026-03-02 08:30', '', '', 'Leave']);
    expect(await kept((cases) => cases.timeline('c1').length)).toBe(before);
  });

  it('does not ask by when nothing was promised, nor anything where the line says enough', async () => {
    expect((await talk('case log call', ['', '2026-03-02 08:30', '', '', 'Record it'])).asked).not.toContain(
      'By which day did they promise it?',
    );
    expect((await talk('case log call --with Wang', [])).asked).toEqual([]);
  });
});

describe('case next', () => {
  it('is one document for scripts: what, why, until when, with which command', async () => {
    await run(['case', 'log', 'sent', '--channel', 'email']);
    const { document } = await json(['case', 'next', '--region', 'GB'], DAY_1);
    expect(document).toMatchObject({
      schema: 'okhelp.next/1',
      case: 'c1',
      region: { id: 'uk', assumed: false },
      unknown: ['balance-kind', 'licensed'],
    });
    expect(document.steps[0]).toMatchObject({
      id: 'follow-up-e1',
      kind: 'overdue',
      due: '2026-03-03T09:00:00+08:00',
      because: { event: 'e1', kind: 'sent' },
      command: 'okhelp draft follow-up --case c1',
    });
    const [body] = document.steps.filter(({ task }: { task: string }) => task === 'ask-body');
    expect(body).toMatchObject({ body: { id: 'uk-fos' }, from: '2026-03-24' });
    expect(body.deadlines[0]).toMatchObject({ count: 15, unit: 'business-days', event: 'e1' });
    expect(document.sources.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(body.deadlines[0].sources),
    );
  });

  it('goes back among these questions, and keeps the answer that was given last', async () => {
    await run(['case', 'log', 'sent', '--channel', 'email']);
    const answers: Line[] = ['Canada', BACK, 'United Kingdom', 'Ordinary money', BACK, 'A token', 'Yes'];
    const { asked } = await talk('case next', answers, DAY_1);
    expect(asked).toEqual([asked[0], asked[1], asked[0], asked[1], asked[4], asked[1], asked[4]]);
    expect(await kept((cases) => cases.get('c1')?.fields)).toMatchObject({ region: 'uk', balanceKind: 'token' });
  });

  it('asks once where the person lives, and what decides there; the case keeps it', async () => {
    await run(['case', 'log', 'sent', '--channel', 'email']);
    const { asked } = await talk('case next', ['United Kingdom', 'Ordinary money', "I don't know"], DAY_1);
    expect(asked).toHaveLength(3);
    expect((await talk('case next', [], DAY_1)).asked).toEqual([]);
    expect(await kept((cases) => cases.get('c1')?.fields)).toMatchObject({
      ...MATTER.fields,
      region: 'uk',
      balanceKind: 'fiat',
      licensed: 'unknown',
    });
  });

  it('takes a case in tokens to be about tokens, and says who may not take it for that', async () => {
    await kept((cases) => cases.update('c1', { ...MATTER, fields: { amount: '50', currency: 'USDT', region: 'CN' } }));
    await run(['case', 'log', 'final-answer']);
    const { document } = await json(['case', 'next']);
    expect(document.unknown).not.toContain('balance-kind');
    const sure = document.steps.flatMap(({ mayRefuse }: { mayRefuse: { when: string; certain: boolean }[] }) =>
      mayRefuse.filter(({ certain }) => certain).map(({ when }) => when),
    );
    expect(sure).toContain('token');
  });

  it('says where no region is known that it shows what holds in general', async () => {
    await run(['case', 'log', 'sent', '--channel', 'email']);
    expect((await run(['case', 'next'])).stderr).toContain('does not know where you live');
    expect((await json(['case', 'next'])).document.region).toMatchObject({ id: 'elsewhere', assumed: true });
    expect(await json(['case', 'next', '--region', 'Narnia'])).toMatchObject({ status: 2 });
  });
});

describe('case list', () => {
  it('has the overdue first, in the table and in the document', async () => {
    await run(['case', 'log', 'c1', 'sent', '--channel', 'email']);
    await kept((cases) => cases.save({ ...MATTER, problem: 'topup-failed', outcome: null }), DAY_1);
    const { document } = await json(['case', 'list'], DAY_1);
    expect(document.cases.map(({ id, overdue }: { id: string; overdue: number }) => [id, overdue])).toEqual([
      ['c1', 1],
      ['c2', 0],
    ]);
    expect((await run(['case', 'list'], DAY_1)).stdout.indexOf('c1')).toBeGreaterThan(0);
  });

  it('leaves closed cases out until they are asked for', async () => {
    await run(['case', 'close', '--result', 'dropped']);
    expect((await json(['case', 'list'])).document.cases).toEqual([]);
    expect((await json(['case', 'list', '--all'])).document.cases).toMatchObject([
      { state: 'closed', result: 'dropped' },
    ]);
  });
});

describe('closing, reopening, deleting', () => {
  it('asks how it ended, and keeps it in the timeline', async () => {
    await talk('case close', ['It is partly solved']);
    expect(await kept((cases) => cases.timeline('c1').at(-1))).toMatchObject({
      kind: 'closed',
      result: 'partly-solved',
    });
    expect(await json(['case', 'close', 'c1', '--result', 'solved'])).toMatchObject({
      status: 2,
      document: { code: 'case-closed' },
    });
    await run(['case', 'reopen', '1']);
    expect((await json(['case', 'show', 'c1'])).document).toMatchObject({ state: 'open', result: null });
  });

  it('reopens what was left in the middle with its questions, and an emergency as an open case', async () => {
    const states: string[] = [];
    for (const step of [null, 'freeze']) {
      const { id } = await kept((cases) => cases.save({ ...MATTER, state: 'asking', outcome: null }));
      if (step) await kept((cases) => cases.log(id, { kind: 'step', at: DAY_0, step }));
      await run(['case', 'close', id, '--result', 'dropped']);
      await run(['case', 'reopen', id]);
      states.push((await kept((cases) => cases.get(id)))!.state);
    }
    expect(states).toEqual(['asking', 'open']);
  });

  it('deletes only after a yes, and then with all that hangs on it', async () => {
    await run(['case', 'log', 'remark', '--text', 'x']);
    await talk('case delete c1', ['no']);
    expect(await kept((cases) => cases.get('c1'))).not.toBeNull();
    expect((await run(['case', 'delete', 'c1'])).status).toBe(2);
    await talk('case delete c1', ['yes']);
    expect(await kept((cases) => cases.list())).toEqual([]);
  });
});

describe('evidence and the archive', () => {
  const write = (name: string, content: string) => {
    writeFileSync(join(dataDir, name), content);
    return name;
  };

  it('keeps each file once, with its sum', async () => {
    const { document } = await json(['case', 'attach', write('a.txt', 'paid'), '--memo', 'the receipt']);
    const sha256 = createHash('sha256').update('paid').digest('hex');
    expect(document.added).toMatchObject([{ id: 'f1', name: 'a.txt', bytes: 4, sha256, memo: 'the receipt' }]);
    expect((await run(['case', 'attach', 'a.txt'])).stdout).toContain('a.txt is there already, as f1.');
    await run(['case', 'attach', '--detach', 'f1']);
    expect(await kept((cases) => [cases.evidence('c1'), cases.timeline('c1')])).toEqual([[], []]);
  });

  it('keeps nothing where one of the files is not there', async () => {
    expect((await run(['case', 'attach', write('a.txt', 'paid'), 'b.txt'])).status).toBe(3);
    expect(await kept((cases) => cases.evidence('c1'))).toEqual([]);
  });

  it('puts all into one archive whose sums are right, without secrets and without paths', async () => {
    await run(['note', 'add', '--type', 'payment', '--amount', '268', '--time', '2026-03-01', '--memo', 'PIN: 4821']);
    await run(['note', 'add', '--type', 'payment', '--amount', '9', '--time', '2025-03-01', '--memo', 'long ago']);
    await run(['draft-email', '--case', 'c1', '--quiet']);
    await run(['case', 'log', 'sent', '--channel', 'email', '--to', '=HYPERLINK("x")']);
    await run(['case', 'attach', write('same.txt', 'paid'), write('chat.txt', 'my password is Sommer2024!x')]);
    await run(['case', 'attach', write('gone.txt', '1'), write('changed.txt', '2')]);
    write('changed.txt', '3');
    const { unlinkSync } = await import('node:fs');
    unlinkSync(join(dataDir, 'gone.txt'));
    const { document } = await json(['case', 'export', '-o', 'case.zip']);
    expect(document.left).toEqual([
      { name: 'gone.txt', why: 'gone' },
      { name: 'changed.txt', why: 'changed' },
    ]);
    expect(document.cleaned).toEqual(['chat.txt']);

    const files = unzipSync(readFileSync(join(dataDir, 'case.zip')));
    const text = (name: string) => new TextDecoder().decode(files[name]);
    expect(Object.keys(files)).toEqual([
      'case.json',
      'timeline.csv',
      'drafts/d1-email.txt',
      'drafts/d1-email.eml',
      'notes.csv',
      'evidence/f1-same.txt',
      'evidence/f2-chat.txt',
      'SHA256SUMS.txt',
    ]);
    for (const line of text('SHA256SUMS.txt').trim().split('\n')) {
      const [sum, name] = line.split('  ');
      expect(createHash('sha256').update(files[name!]!).digest('hex')).toBe(sum);
    }
    const whole = Object.keys(files).map(text).join('\n');
    expect(whole).not.toMatch(/4821|Sommer2024/);
    expect(whole).not.toContain(dataDir);
    expect(text('notes.csv')).not.toContain('long ago');
    expect(text('timeline.csv')).toContain(`"'=HYPERLINK`);
    expect(text('evidence/f1-same.txt')).toBe('paid');
    expect(JSON.parse(text('case.json'))).toMatchObject({
      schema: 'okhelp.case/1',
      evidence: [{ state: 'there' }, {}, { state: 'gone' }, { state: 'changed' }],
    });
  });

  it('replaces no file unless told to', async () => {
    write('case.zip', 'mine');
    expect((await run(['case', 'export', '-o', 'case.zip'])).status).toBe(2);
    expect(readFileSync(join(dataDir, 'case.zip'), 'utf8')).toBe('mine');
    expect((await run(['case', 'export', '-o', 'case.zip', '--force'])).status).toBe(0);
  });
});

describe('case next --json', () => {
  it('has what a body asks for, and what holds for the region, as the screen shows it', async () => {
    await run(['case', 'log', 'complaint', '--at', '2026-01-05']);
    const flags = ['case', 'next', '--region', 'GB'];
    const { document } = await json(flags);
    const body = document.steps.find(({ task }: { task: string }) => task === 'ask-body');
    const screen = (await run(flags)).stdout.replace(/\s+/g, ' ');
    expect(body.evidence).toHaveLength(1);
    for (const text of [...body.evidence, ...document.remarks]) expect(screen).toContain(text);
  });
});

describe('case remind', () => {
  it('keeps the name of an entry when its date comes nearer, and nothing of what the person typed', async () => {
    await run(['case', 'log', 'sent', '--channel', 'email', '--to', 'ann@wallet.example', '--text', 'about Ann']);
    const uids = (text: string) => text.match(/^UID:.*$/gm);
    const before = (await run(['case', 'remind', '-o', '-'])).stdout;
    const after = (await run(['case', 'remind', '--all', '-o', '-'], DAY_1)).stdout;
    expect(uids(after)?.[0]).toBe(uids(before)?.[0]);
    expect(after).toContain('DTSTART;VALUE=DATE:20260303');
    expect(before + after).not.toMatch(/ann@|Ann|268|T-77/);
  });

  it('rings when the answer is due, and not in the past', async () => {
    await run(['case', 'log', 'sent', '--channel', 'email', '--at', '2026-03-01 15:30']);
    const alarms = async (now?: string) =>
      (await json(['case', 'remind', '-o', '-'], now)).document.dates.map(({ alarms: at }: { alarms: string[] }) => at);
    expect(await alarms()).toEqual([['2026-03-02T15:30:00+08:00']]);
    expect(await alarms('2026-03-04T10:10:00+08:00')).toEqual([['2026-03-04T11:00:00+08:00']]);
  });

  it('writes no file where there is no date', async () => {
    const { stdout } = await run(['case', 'remind']);
    expect(stdout).toContain('No date is known');
    expect(await json(['case', 'remind'])).toMatchObject({ status: 0, document: { file: null, dates: [] } });
  });
});

describe('the draft of a mail', () => {
  it('is kept once with its case, and the next step is to send it', async () => {
    await run(['draft-email', '--case', 'c1', '--quiet']);
    await run(['draft-email', '--case', 'c1', '--json', '--quiet']);
    const { document } = await json(['case', 'show', 'c1']);
    expect(document.drafts).toHaveLength(1);
    expect(document.timeline.map(({ kind }: { kind: string }) => kind)).toEqual(['drafted']);
    expect(document.next[0]).toMatchObject({ task: 'send-draft', command: 'okhelp case log c1 sent --channel email' });
    expect((await run(['case', 'show', '--draft', 'd1'])).stdout).toContain('T-77');
  });

  it('is asked about after it was handed over; a yes is the entry from which the 24 hours count', async () => {
    const open = ['A-1', '', 'help@wallet.example', ''];
    await talk('draft-email --case c1', [...open, 'Write it to a file', 'mail.eml', 'Nothing more', 'yes']);
    expect(await kept((cases) => cases.timeline('c1').map(({ kind, draft, to }) => ({ kind, draft, to })))).toEqual([
      { kind: 'drafted', draft: 'd1', to: undefined },
      { kind: 'sent', draft: 'd1', to: 'help@wallet.example' },
    ]);
    expect((await json(['case', 'next'])).document.steps[0].task).toBe('await-answer');
  });
});

describe('a diagnosis', () => {
  const answers = ['-a', 'problem=payment-failed', '-a', 'payment-pending=no', '-a', 'payment-debited=no'];

  it('opens a case with its entry; another run without --case opens another', async () => {
    await run(['diagnose', ...answers, '--no-input']);
    await run(['diagnose', ...answers, '--no-input']);
    const [newest] = await kept((cases) => cases.list());
    expect(newest?.id).toBe('c3');
    expect(await kept((cases) => cases.timeline('c3').map(({ kind, outcome }) => [kind, outcome]))).toEqual([
      ['diagnosed', newest?.outcome],
    ]);
  });

  it('joins the case that --case names: what only the case knew stays, what contradicts it goes', async () => {
    await kept((cases) => cases.setState('c1', 'closed'));
    await run(['case', 'next', 'c1', '--region', 'GB']);
    await run(['diagnose', '--case', '1', '-a', 'payment-debited=no', '--no-input']);
    const record = await kept((cases) => cases.get('c1'));
    expect(record).toMatchObject({ state: 'open', answers: { 'payment-debited': 'no' } });
    expect(record?.fields).toEqual({ ...MATTER.fields, region: 'GB' });
    expect(await kept((cases) => cases.timeline('c1').map(({ kind }) => kind))).toEqual(['reopened', 'diagnosed']);
    await run(['diagnose', '--case', '1', '-a', 'payment-amount=99 CNY', '--no-input']);
    expect(await kept((cases) => cases.get('c1')?.fields)).toEqual({ amount: '99.00', currency: 'CNY', region: 'GB' });
  });

  it('names what goes not together, and the case that is not there', async () => {
    for (const flag of ['--resume', '--no-save'])
      expect(await json(['diagnose', '--case', 'c1', flag, '--no-input'])).toMatchObject({
        document: { code: 'not-together' },
      });
    expect(await json(['diagnose', '--case', 'c8', '--no-input'])).toMatchObject({
      document: { code: 'unknown-case' },
    });
  });

  it('asks at a terminal whether it is the same matter, but not of another transaction', async () => {
    const talked = async (...last: Line[]) =>
      talk(
        `diagnose ${[...answers, '-a', 'payment-amount=268'].join(' ')} -a payment-balance-enough=yes -a payment-error=busy`,
        ['Yes, show me', ...last],
      );
    const { asked, offered, out } = await talked('Yes: case c1');
    expect(asked.at(-1)).toBe('Is this about the same matter?');
    expect(offered.at(-1)).toHaveLength(2);
    expect(out).toContain('Kept with case c1.');
    expect(await kept((cases) => cases.list().map(({ id }) => id))).toEqual(['c1']);
    expect((await talked('No, it is another')).out).toMatch(/Kept as case c\d\./);
  });

  it('that was left in the middle goes on to the case that it was to join', async () => {
    const left = talk('diagnose --case c1', ['268 CNY', 'Ctrl-C']);
    await expect(left).rejects.toMatchObject({ code: 'interrupted' });
    expect(await kept((cases) => cases.get('c1')?.state)).toBe('open');
    expect((await run(['diagnose', '--resume', '--no-input'])).stdout).toContain('Kept with case c1.');
    expect(await kept((cases) => cases.list().map(({ id }) => id))).toEqual(['c1']);
  });
});

describe('the menu', () => {
  it('names what is overdue and leads there; without a case, or with damaged data, it is as ever', async () => {
    await run(['case', 'log', 'sent', '--channel', 'email']);
    await run(['case', 'next', '--region', 'GB', '--balance-kind', 'fiat', '--licensed', 'yes']);
    const { offered, out } = await talk('', ['Case c1, overdue'], DAY_1);
    expect(offered[0]).toContain('Case c1, overdue: follow up');
    expect(stripVTControlCharacters(out)).toContain('okhelp draft follow-up --case c1');
    writeFileSync(join(dataDir, 'okhelp.db'), 'no data');
    expect((await talk('', ['Leave'], DAY_1)).offered[0]?.join()).not.toContain('overdue');
  });

  it('is short: emergency first, the common problems, the others a step away', async () => {
    const { offered } = await talk('', ['Leave']);
    expect(offered[0]!.length).toBeLessThan(18);
    expect(offered[0]!.slice(0, 2)).toEqual([
      'Money or account in danger: what to do now',
      'Money moved without my consent',
    ]);
    const asked = talk('', ['Another problem', 'I cannot log in', 'Ctrl-C']);
    await expect(asked).rejects.toMatchObject({ code: 'interrupted' });
  });

  it('is not needed: in a pipe plain okhelp says below its help what is overdue, and --help does not', async () => {
    await run(['case', 'log', 'sent', '--channel', 'email']);
    const { status, stdout, stderr } = await run([], DAY_1);
    expect({ status, help: stdout.includes('Usage'), stderr }).toEqual({
      status: 0,
      help: true,
      stderr: '\nCase c1, overdue: follow up\n  okhelp case next c1\n',
    });
    for (const quiet of [['--help'], ['--quiet'], ['--json']]) expect((await run(quiet, DAY_1)).stderr).toBe('');
    expect((await run([])).stderr).toBe('');
  });

  it('leads to every draft, the report and the cases, and asks which one where there are several', async () => {
    await run(['case', 'next', '--region', 'GB', '--balance-kind', 'fiat', '--licensed', 'yes']);
    expect((await talk('', ['See what is due in my case'])).out).toContain('Case c1');
    const way = await talk('', [
      'Write, call',
      BACK,
      'Write, call',
      'Public post',
      'English',
      '',
      '',
      'OKPay',
      'Nothing more',
    ]);
    expect(way.asked.filter((one) => one === 'What happened?')).toHaveLength(2);
    expect(way.offered[1]).toHaveLength(COMMANDS.filter(({ name }) => name.startsWith('draft')).length);
    expect(way.out).toContain('OKPay');
    await run(['diagnose', '-a', 'problem=refund-missing', '--no-input']);
    const call = await talk('', ['Write, call', 'Call support', 'c1', '', '', '', '', '', 'Nothing more']);
    expect(call.asked).toContain('About which case?');
    expect((await json(['case', 'show', 'c1'])).document.drafts.map(({ kind }: { kind: string }) => kind)).toContain(
      'phone',
    );
    expect((await talk('', ['Make a report', 'c2'])).out).toContain('okhelp-report.html');
    expect((await talk('', ['See what is due in my cases'])).out).toMatch(/^c2 .*\n(?:.*\n)*c1 /m);
  });
});
