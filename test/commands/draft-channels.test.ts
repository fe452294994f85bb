// okhelp draft … as a person and a script meet it: what is printed, said, kept with the case, written and copied.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { draftChat } from '../../src/commands/draft-chat.ts';
import { draftComplaint } from '../../src/commands/draft-complaint.ts';
import { type Context, createContext } from '../../src/context.ts';
import { readGlobals } from '../../src/globals.ts';
import type { NewCaseEvent } from '../../src/support/case-event.ts';
import { type HostOptions, okhelp, temporaryFolder, testHost } from '../host.ts';
import { type Line, scripted } from './scripted-prompter.ts';

const KINDS = ['follow-up', 'phone', 'chat', 'social', 'forum', 'complaint'] as const;
const FACTS = ['--account', 'U-2207', '--time', '2026-03-01 09:00', '--amount', '500', '--currency', 'CNY'];

async function contextFor(dataDir: string, options: HostOptions = {}): Promise<Context> {
  return createContext(testHost({ dataDir, ...options }), readGlobals(options.argv ?? []));
}

/** A folder with a case about a top-up, and what happened to it since. */
async function withCase(...events: NewCaseEvent[]): Promise<string> {
  const dataDir = temporaryFolder();
  const context = await contextFor(dataDir);
  const { cases } = await context.store();
  cases.save({
    problem: 'topup-failed',
    state: 'open',
    answers: { problem: 'topup-failed', 'topup-debited': 'yes' },
    sources: {},
    fields: { amount: '500.00 CNY', time: '2026-03-01 09:00', transaction: 'T20260301A7', account: 'U-2207' },
    outcome: 'topup-card-booked',
  });
  for (const event of events) cases.log('c1', event);
  context.close();
  return dataDir;
}

async function kept(dataDir: string) {
  const context = await contextFor(dataDir);
  const { cases } = await context.store();
  const found = { record: cases.get('c1')!, drafts: cases.drafts('c1'), timeline: cases.timeline('c1') };
  context.close();
  return found;
}

const said = (stderr: string) => stderr.replaceAll('\n', ' ');
const SENT = { kind: 'sent', channel: 'email', at: '2026-03-02T10:00:00+08:00' } as const;

describe.each(KINDS)('okhelp draft %s', (kind) => {
  it('is made from flags alone, and keeps nothing', async () => {
    const { status, stdout, stderr, dataDir } = await okhelp(['draft', kind, '--problem', 'topup-failed', ...FACTS]);
    expect({ status, kept: existsSync(join(dataDir, 'okhelp.db')) }).toEqual({ status: 0, kept: false });
    expect(stdout.trim()).not.toBe('');
    expect(stderr).not.toContain('case log c');
  });

  it('is one document for a script, also in the other language', async () => {
    const { stdout } = await okhelp(['draft', kind, '--email-lang', 'zh-CN', '--json'], {
      dataDir: await withCase(SENT),
    });
    const document = JSON.parse(stdout);
    expect(document).toMatchObject({ schema: 'okhelp.draft/1', kind, language: 'zh-CN', case: 'c1', redactions: [] });
    expect(document.body).toMatch(/[\u4e00-\u9fff]/);
    expect(document.body).not.toMatch(/\b(?:the|and|you)\b/);
  });

  it('is kept with its case, once, and stands in the timeline', async () => {
    const dataDir = await withCase(SENT);
    await okhelp(['draft', kind], { dataDir });
    const { stdout } = await okhelp(['draft', kind, '--json'], { dataDir });
    const { drafts, timeline } = await kept(dataDir);
    expect(drafts.map((draft) => [draft.kind, draft.language])).toEqual([[kind, 'en']]);
    expect(drafts[0]!.body).toContain(JSON.parse(stdout).body);
    expect(timeline.filter((event) => event.kind === 'drafted')).toMatchObject([{ draft: drafts[0]!.id }]);
  });

  it('goes to a file that only its owner reads, and to none that is there', async () => {
    const dataDir = await withCase(SENT);
    const { status, stdout } = await okhelp(['draft', kind, '-o', 'draft.txt'], { dataDir });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(statSync(join(dataDir, 'draft.txt')).mode & 0o777).toBe(0o600);
    expect((await okhelp(['draft', kind, '-o', 'draft.txt', '--json'], { dataDir })).status).toBe(2);
    expect((await okhelp(['draft', kind, '-o', 'draft.txt', '--force'], { dataDir })).status).toBe(0);
  });

  it('takes no secret along', async () => {
    const secret = ['--error-message', 'OTP: 482913 wrong', '--tried', 'My password is hunter2'];
    const dataDir = await withCase({ ...SENT, to: 'my code is 482913', reference: 'CS-20417' });
    const run = await okhelp(['draft', kind, ...secret], { dataDir });
    const { drafts } = await kept(dataDir);
    expect(run.stdout + run.stderr + JSON.stringify(drafts)).not.toMatch(/482913|hunter2/);
  });

  it('needs something to write about', async () => {
    expect((await okhelp(['draft', kind])).status).toBe(2);
    expect((await okhelp(['draft', kind, '--case', 'c9'], { dataDir: await withCase() })).status).toBe(2);
  });
});

describe('the first mail', () => {
  it('is kept with its case like every other draft', async () => {
    const dataDir = await withCase();
    const { stdout } = await okhelp(['draft-email', '--json'], { dataDir });
    expect((await kept(dataDir)).drafts).toMatchObject([{ kind: 'email', body: JSON.parse(stdout).body }]);
  });

  it("about another transaction is not the case's", async () => {
    const dataDir = await withCase();
    await okhelp(['draft-email', '--amount', '60'], { dataDir });
    expect((await kept(dataDir)).drafts).toEqual([]);
  });
});

describe('what is said at a draft', () => {
  it('is kept in the case, so that the next draft has it', async () => {
    const dataDir = await withCase();
    const flags = [
      '--error-code',
      'E51',
      '--currency',
      'CNY',
      '--tried',
      'Tried another card',
      '--tried',
      'Called the bank',
    ];
    const { stderr } = await okhelp(['draft', 'chat', ...flags], { dataDir });
    expect(said(stderr)).toContain('Kept in case c1, so that the next draft has it: Error code, what you have tried.');
    expect((await kept(dataDir)).record.fields).toMatchObject({ errorCode: 'E51', amount: '500.00 CNY' });
    const { stdout, stderr: next } = await okhelp(['draft-email', '--json'], { dataDir });
    expect(JSON.parse(stdout).fields.errorCode).toBe('E51');
    expect(JSON.parse(stdout).body).toContain('- Tried another card\n- Called the bank');
    expect(next).not.toContain('Kept in case');
    const shown = await okhelp(['case', 'show'], { dataDir });
    expect(shown.stdout).toContain('Tried already: Called the bank');
  });

  it('is kept when it is typed, and asked only once', async () => {
    const dataDir = await withCase();
    const ask = async (...lines: Line[]) => {
      const context = await contextFor(dataDir, { tty: true });
      const prompter = scripted(...lines);
      context.prompter = async () => prompter;
      await draftChat.run({}, context);
      context.close();
      return prompter.asked;
    };
    const first = await ask('No answer from the server', 'Nothing more');
    expect((await kept(dataDir)).record.fields.errorMessage).toBe('No answer from the server');
    expect(await ask('Nothing more')).not.toContain(first[0]);
  });

  it('is kept without secrets, and the next draft still says that one was taken out', async () => {
    const dataDir = await withCase();
    await okhelp(['draft-email', '--error-message', 'OTP: 482913 wrong'], { dataDir });
    expect((await kept(dataDir)).record.fields.errorMessage).toBe('OTP: [one-time code removed] wrong');
    const { stdout } = await okhelp(['draft-email', '--json'], { dataDir });
    expect(JSON.parse(stdout).redactions).toEqual([{ kind: 'one-time-code', where: 'errorMessage' }]);
    await okhelp(['draft-email', '--error-message', 'Time-out'], { dataDir });
    const later = await okhelp(['draft-email', '--json'], { dataDir });
    expect(JSON.parse(later.stdout).redactions).toEqual([]);
  });

  it('does not change the case where it is about another transaction, and no time to the minute into a day', async () => {
    const dataDir = await withCase();
    const before = (await kept(dataDir)).record.fields;
    await okhelp(['draft-email', '--amount', '60', '--error-code', 'E9'], { dataDir });
    await okhelp(['draft-email', '--time', '2026-03-01'], { dataDir });
    expect((await kept(dataDir)).record.fields).toEqual(before);
  });
});

describe('a draft without a case', () => {
  it('asks at a terminal which problem it is about', async () => {
    const context = await contextFor(temporaryFolder(), { tty: true });
    const prompter = scripted('Something else', '', '', 'Nothing more');
    context.prompter = async () => prompter;
    expect(await draftChat.run({}, context)).toBe(0);
    expect(prompter.asked[0]).toBe('Which of these is it?');
    context.close();
  });

  it('says in a pipe what to do', async () => {
    const { status, stderr } = await okhelp(['draft', 'complaint']);
    expect({ status, said: said(stderr) }).toMatchObject({
      status: 2,
      said: expect.stringContaining('Run `okhelp diagnose` first, or name the problem with `--problem`.'),
    });
  });

  it.each(['draft-email', 'draft phone', 'draft complaint'])('%s names the case that was meant', async (command) => {
    const { status, stderr } = await okhelp([...command.split(' '), '--case', 'c11'], { dataDir: await withCase() });
    expect({ status, said: said(stderr) }).toMatchObject({
      status: 2,
      said: expect.stringContaining('Did you mean `c1`?'),
    });
  });
});

describe('what is said beside', () => {
  it('a call: waiting, politeness, and how to keep what was said', async () => {
    const { stderr } = await okhelp(['draft', 'phone'], { dataDir: await withCase() });
    for (const part of ['at peak times you may have to wait', 'polite and patient', '`okhelp case log c1 call`'])
      expect(said(stderr)).toContain(part);
  });

  it('the number that was saved, with where it was found', async () => {
    const dataDir = await withCase();
    const context = await contextFor(dataDir);
    (await context.store()).contacts.save({
      kind: 'phone',
      value: '400 000 0000',
      found: 'in the app, Help',
      memo: '',
    });
    context.close();
    const { stdout, stderr } = await okhelp(['draft', 'phone', '--json'], { dataDir });
    expect(JSON.parse(stdout).to).toBe('400 000 0000');
    expect(stderr).toContain('You saved: 400 000 0000 (in the app, Help, 2026-03-15).');
  });

  it('a post: that false support will answer, and which number was not shown', async () => {
    const dataDir = await withCase({ ...SENT, reference: '13800000001' });
    const { stdout, stderr } = await okhelp(['draft', 'social', '--company', 'OKPay'], { dataDir });
    expect(stdout).toBe(
      'OKPay: I have reported a top-up that failed or did not arrive to your support, and it is not solved yet. Please look into it and answer me inside your app.\n',
    );
    expect(said(stderr)).toContain('Fake support accounts answer such posts.');
    expect(said(stderr)).toContain('looks like personal data');
  });

  it('a follow-up within a day: that an answer may still come', async () => {
    const early = await okhelp(['draft', 'follow-up'], {
      dataDir: await withCase({ ...SENT, at: '2026-03-15T09:00:00+08:00' }),
    });
    expect(said(early.stderr)).toContain('3 hours ago. An answer usually comes within 24 hours');
    expect((await okhelp(['draft', 'follow-up'], { dataDir: await withCase(SENT) })).stderr).not.toContain('hours ago');
  });

  it('what cannot wait', async () => {
    const { stderr } = await okhelp(['draft', 'chat', '--problem', 'unauthorised-transaction', ...FACTS]);
    expect(stderr).toContain('What cannot wait comes first: `okhelp emergency`.');
  });
});

describe('the language of a complaint', () => {
  const letter = async (...argv: string[]) => {
    const { stdout, stderr } = await okhelp(['draft', 'complaint', ...argv, '--json'], {
      dataDir: await withCase(SENT),
    });
    return { language: JSON.parse(stdout).language, said: stderr.replaceAll('\n', ' ') };
  };

  it.each([
    ['zh-CN', 'GB', 'uk-fos', 'en'],
    ['zh-CN', 'SG', 'sg-fidrec', 'en'],
    ['zh-CN', 'FR', 'eu-fin-net', 'en'],
    ['en', 'CN', 'cn-pboc', 'zh-CN'],
    ['en', 'TW', 'tw-foi', 'zh-CN'],
    ['en', 'GB', 'uk-fos', 'en'],
    ['zh-CN', 'CN', 'cn-pboc', 'zh-CN'],
    ['en', 'HK', 'hk-hkma', 'en'],
    ['zh-CN', 'HK', 'hk-hkma', 'zh-CN'],
    ['zh-CN', 'JP', 'jp-payments-association', 'zh-CN'],
    ['zh-CN', 'GB', 'provider', 'zh-CN'],
  ])('a person who reads %s, a body in %s: %s is written to in %s', async (lang, region, body, language) => {
    expect(await letter('--lang', lang, '--region', region, '--body', body)).toMatchObject({ language });
  });

  it('says why it is not the one of the run, and how to read it', async () => {
    const en = await letter('--region', 'CN', '--body', 'cn-pboc');
    expect(en.said).toContain('The letter is in Chinese, since it goes to a body of this region: Mainland China.');
    expect(en.said).toContain('add `--email-lang en`');
    const zh = await letter('--lang', 'zh-CN', '--region', 'GB', '--body', 'uk-fos');
    expect(zh.said).toMatch(/收信机构在英国，所以这封信写成英文。.*--email-lang\s*zh-CN/);
  });

  it('--email-lang wins, and what the body may not read is said', async () => {
    const { language, said } = await letter('--region', 'GB', '--body', 'uk-fos', '--email-lang', 'zh-CN');
    expect(language).toBe('zh-CN');
    expect(said).toContain('A body of this region may not read Chinese: United Kingdom. `--email-lang en`');
  });

  it('to a provider in a region of another language it only says what can be chosen', async () => {
    const { said } = await letter('--region', 'CN');
    expect(said).toContain('The letter is in English. `--email-lang zh-CN` writes it in Chinese.');
    expect((await letter('--region', 'GB')).said).not.toContain('--email-lang');
  });
});

describe('a complaint', () => {
  const complain = async (...flags: string[]) =>
    okhelp(['draft', 'complaint', ...flags], { dataDir: await withCase(SENT) });

  it("asks for an answer by the day that the provider's own time gives, weekends left out", async () => {
    const { stdout, stderr } = await complain('--region', 'GB');
    // 15 business days after Sunday, 15 March 2026.
    expect(stdout).toContain('Please answer me in writing by 2026-04-03.');
    expect(said(stderr)).toContain('15 business days from today');
    expect(stderr).toContain('Public holidays are not counted out.');
  });

  it('names a day of its own where no time is known, and takes the one that is given', async () => {
    expect(said((await complain('--region', 'JP')).stderr)).toContain('by 2026-03-29, 14 days from today');
    const { stdout, stderr } = await complain('--by', '2026-03-20');
    expect(stdout).toContain('in writing by 2026-03-20.');
    expect(stderr).not.toContain('--by changes it');
    expect((await complain('--by', '2026-03-15')).status).toBe(2);
  });

  it('rests on a rule only where it holds, and says why not', async () => {
    const flags = ['--region', 'DE'];
    expect((await complain(...flags, '--balance-kind', 'fiat', '--licensed', 'yes')).stdout).toContain('Article 101');
    const token = await complain(...flags, '--balance-kind', 'token', '--licensed', 'yes');
    expect(token.stdout).not.toContain('Article 101');
    expect(said(token.stderr)).toMatch(/Not quoted: .*Article 101.* yours is a token\./);
    expect(said((await complain(...flags)).stderr)).toContain('--balance-kind fiat');
  });

  it('to a body: what it wants first, when it may refuse, where it is, and to confirm it', async () => {
    const { stdout, stderr } = await complain('--region', 'GB', '--body', 'uk-fos', '--company', 'OKPay');
    expect(stdout).toContain("To: [the form or address on the body's own site]\n");
    expect(stdout).toContain('I told the provider of it on 2026-03-02. No final answer has come.');
    for (const part of [
      'Complain to the provider first',
      'tokens such as USDT',
      '0800 023 4567',
      'Confirm each number',
    ])
      expect(said(stderr)).toContain(part);
    expect(stderr.match(/legal advice/g)).toHaveLength(1);
  });

  it('knows the bodies of the region', async () => {
    const { status, stderr } = await complain('--region', 'GB', '--body', 'uk-foss');
    expect(status).toBe(2);
    expect(stderr).toContain('uk-fos');
    expect((await complain('--region', 'ZZ')).status).toBe(2);
  });

  it('lists what goes along, and carries it', async () => {
    const dataDir = await withCase(SENT);
    writeFileSync(join(dataDir, 'shot.txt'), 'Error 102');
    const context = await contextFor(dataDir);
    (await context.store()).cases.addEvidence('c1', { name: 'bank.pdf', path: '/x', bytes: 1, sha256: '', memo: '' });
    context.close();
    await okhelp(['draft', 'complaint', '--attach', 'shot.txt', '-o', 'c.eml'], { dataDir });
    const eml = readFileSync(join(dataDir, 'c.eml'), 'utf8');
    expect(eml).toContain('- shot.txt\r\n- bank.pdf');
    expect(eml).toContain('filename=shot.txt');
  });

  it('keeps what was said of balance and licence with the case, and asks it only once', async () => {
    const dataDir = await withCase(SENT);
    const answers: Line[] = ['', 'United Kingdom', 'A token', 'No', 'OKPay', 'Pay it back', 'Nothing more'];
    const ask = async (...lines: Line[]) => {
      const context = await contextFor(dataDir, { tty: true });
      const prompter = scripted(...lines);
      context.prompter = async () => prompter;
      await draftComplaint.run({}, context);
      context.close();
      return prompter.asked;
    };
    expect(await ask(...answers)).toHaveLength(answers.length);
    expect((await kept(dataDir)).record.fields).toMatchObject({ region: 'uk', balanceKind: 'token', licensed: 'no' });
    expect(await ask('', 'OKPay', 'Pay it back', 'Nothing more')).not.toContain('What is the balance of the wallet?');
  });

  it('leaves open what nobody was asked: `case next` can still ask it', async () => {
    const dataDir = await withCase(SENT);
    await okhelp(['draft', 'complaint', '--region', 'GB'], { dataDir });
    const { region, balanceKind, licensed } = (await kept(dataDir)).record.fields;
    expect({ region, balanceKind, licensed }).toEqual({ region: 'GB', balanceKind: undefined, licensed: undefined });
  });
});

describe('a chat at a terminal', () => {
  it('copies the first message, and the second when it is asked for, and records that it was sent', async () => {
    const dataDir = await withCase();
    const context = await contextFor(dataDir, { tty: true });
    const copied: string[] = [];
    const run = async (_: string, __: readonly string[], input: string | Uint8Array) => {
      copied.push(String(input));
      return 0;
    };
    const person = scripted('', 'Copy it', 'Copy the second message', 'Nothing more', 'yes');
    context.prompter = async () => person;
    await draftChat.run({}, context, { run });
    context.close();
    // Once something was done with it, Enter alone is done with it.
    expect(person.offered.map((labels) => labels.at(-1))).toEqual([
      undefined,
      'Nothing more',
      'marked: Nothing more',
      'marked: Nothing more',
    ]);
    expect(copied[0]).toMatch(/^Hello, I need help with a top-up/);
    expect(copied[1]).toMatch(/^Here are the details\./);
    expect((await kept(dataDir)).timeline).toMatchObject([
      { kind: 'drafted' },
      { kind: 'sent', channel: 'chat', draft: 'd1' },
    ]);
  });
});
