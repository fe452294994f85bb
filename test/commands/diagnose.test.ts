// okhelp diagnose, as a script sees it and as a person lives it.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/commands/diagnose.ts';
import { menu } from '../../src/commands/menu.ts';
import { createContext } from '../../src/context.ts';
import { readGlobals } from '../../src/globals.ts';
import { main } from '../../src/main.ts';
import { en } from '../../src/messages/en/index.ts';
import { parseCommand } from '../../src/parse.ts';
import { openStore } from '../../src/store/open.ts';
import { BACK } from '../../src/terminal/prompter.ts';
import { type HostOptions, temporaryFolder, testHost } from '../host.ts';
import { sampleContent } from './sample-content.ts';
import { type Line, scripted } from './scripted-prompter.ts';

const contentDir = sampleContent();

async function run(args: string[], options: Omit<HostOptions, 'argv'> = {}) {
  const host = { ...testHost({ ...options, argv: ['diagnose', ...args] }), contentDir };
  const status = await main(host);
  return { status, out: host.out(), err: host.err(), dataDir: host.dataDir };
}

async function json(args: string[], options: Omit<HostOptions, 'argv'> = {}) {
  const { status, out, err, dataDir } = await run([...args, '--json', '--no-input'], options);
  return { status, document: JSON.parse(out), err, dataDir };
}

/** A person at the terminal, answering from a script. */
async function talk(args: string[], lines: Line[], options: Omit<HostOptions, 'argv'> = {}) {
  const host = { ...testHost({ ...options, argv: ['diagnose', ...args] }), contentDir };
  const globals = readGlobals(host.argv);
  const person = scripted(...lines);
  const context = { ...(await createContext(host, globals)), prompter: async () => person };
  const parsed = parseCommand(diagnose.define(context.t), globals.rest.slice(1));
  const error = await diagnose.run(parsed, context).then(
    () => null,
    (thrown) => thrown,
  );
  context.close();
  return { out: host.out(), err: host.err(), dataDir: host.dataDir, error, ...person };
}

const casesIn = async (dataDir: string) => {
  const store = await openStore(dataDir, () => 0);
  const found = { asking: store.cases.latest('asking'), open: store.cases.latest('open') };
  store.close();
  return found;
};

const file = (name: string, content: string): string => {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
};

const NOTES = `time,type,amount,currency,balance,status,reference
2026-03-01 09:00,topup,1000.00,CNY,1000.00,completed,T1
2026-03-02 10:00,topup,500.00,CNY,1000.00,failed,T2
`;

describe('as a script sees it', () => {
  it('gives the document of the public interface', async () => {
    const { status, document } = await json(['-a', 'problem=topup-failed', '-a', 'topup-debited=yes']);
    expect(status).toBe(0);
    expect(document).toMatchObject({
      schema: 'okhelp.diagnosis/1',
      problem: 'topup-failed',
      answers: { problem: 'topup-failed', 'topup-debited': 'yes' },
      path: [
        { question: 'problem', answer: 'topup-failed', source: 'flag' },
        { question: 'topup-debited', answer: 'yes', source: 'flag' },
      ],
      unanswered: ['topup-amount', 'topup-channel'],
      facts: {},
      outcome: { id: 'trace', urgency: 'normal', steps: ['for all', 'for no idea'] },
      check: null,
      case: 'c1',
      command: 'okhelp diagnose --answer problem=topup-failed --answer topup-debited=yes',
      email: { schema: 'okhelp.email/1', fields: { problem: 'topup-failed' } },
    });
    expect(document.candidates).toHaveLength(3);
    expect(document.candidates[0]).toEqual({ problem: 'topup-failed', score: 1 });
  });

  it('carries a draft even where the outcome asks support for nothing yet, for scripts to go by', async () => {
    const { document } = await json(['-a', 'problem=topup-failed', '-a', 'topup-debited=no']);
    expect(document.outcome.id).toBe('retry');
    expect(document.email).toMatchObject({ schema: 'okhelp.email/1', fields: { problem: 'topup-failed' } });
  });

  it('understands words in both languages, whatever the language of the program', async () => {
    for (const [words, lang] of [
      ['充值又失败了', 'en'],
      ['my top-up failed', 'zh-CN'],
    ] as const) {
      const { document } = await json([words, '--lang', lang]);
      expect(document.path[0]).toEqual({ question: 'problem', answer: 'topup-failed', source: 'words' });
      expect(document.candidates[0].problem).toBe('topup-failed');
      expect(document.candidates.length).toBeGreaterThanOrEqual(3);
    }
  });

  it('takes the amount and the id from the words', async () => {
    const { document } = await json(['充值500元失败，交易号 TX20260301']);
    expect(document.answers['topup-amount']).toBe('500.00 CNY');
    expect(document.path[1].source).toBe('words');
    const { document: traced } = await json(['充值500元失败，交易号 TX20260301', '-a', 'topup-debited=yes']);
    expect(traced.email.fields).toMatchObject({ amount: '500.00', currency: 'CNY', transaction: 'TX20260301' });
  });

  it('is `other` where the words are about something else', async () => {
    expect((await json(['有别的问题'])).document.problem).toBe('other');
  });

  it('says that it guessed, and what else it could be, where the words are not clear', async () => {
    const { out, err } = await run(['失败', '--no-input']);
    const flat = (text: string) => text.replace(/\s+/g, ' ');
    expect(flat(err)).toMatch(/okhelp guessed .* --answer problem=\S+ \(".*"\), or --answer problem=/);
    expect(flat(out)).toContain('okhelp guessed from your words');
    expect(flat(out)).toContain('(guessed from your words)');
    const clear = await run(['我的充值失败', '--no-input']);
    expect(`${clear.out}${clear.err}`).not.toContain('guessed');
  });

  it('repeats itself by the command it prints', async () => {
    const { document } = await json([
      '-a',
      'problem=topup-failed',
      '-a',
      'topup-amount=500 CNY',
      '-a',
      'topup-debited=yes',
    ]);
    const words = [...document.command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain);
    const again = await json(words.slice(2));
    expect(again.document.outcome).toEqual(document.outcome);
    expect(again.document.answers).toEqual(document.answers);
  });

  it('is told on a page where it is not JSON', async () => {
    const { status, out, err } = await run(['-a', 'problem=topup-failed', '-a', 'topup-debited=yes', '--no-input']);
    expect(status).toBe(0);
    expect(out).toMatch(/^title trace\n/);
    expect(out).toContain('  1. for all\n  2. for no idea');
    expect(out).toContain('okhelp draft-email --case c1');
    expect(out).toContain('topup-channel?');
    expect(err).toBe('');
  });
});

describe('answers from a file', () => {
  it('are a map in YAML or JSON, and a flag wins over it', async () => {
    const yaml = file('answers.yaml', 'problem: topup-failed\ntopup-amount: 500.10\ntopup-debited: true\n');
    const { document } = await json(['--answers', yaml, '-a', 'topup-debited=no']);
    expect(document.path).toEqual([
      { question: 'problem', answer: 'topup-failed', source: 'file' },
      { question: 'topup-amount', answer: '500.10', source: 'file' },
      { question: 'topup-debited', answer: 'no', source: 'flag' },
    ]);
    const piped = await json(['--answers', '-'], { stdin: '{ "problem": "topup-failed", "topup-debited": "yes" }' });
    expect(piped.document.answers['topup-debited']).toBe('yes');
  });

  it.each([
    ['problem: [topup', 1, 'not valid JSON or YAML'],
    ['- problem\n', 1, 'not a map'],
    ['problem: topup-failed\ntopup-debited:\n  yes: 1\n', 3, 'topup-debited must be a single value'],
    ['problem: a\nproblem: b\n', 2, 'answered twice'],
  ])('%j cannot be read, and says where', async (content, line, reason) => {
    const { status, document } = await json(['--answers', file('a.yaml', content)]);
    expect(status).toBe(3);
    expect(document).toMatchObject({ code: 'answers-unreadable', details: { line } });
    expect(document.message).toContain(reason);
  });

  it('and notes cannot both come from standard input', async () => {
    expect((await json(['--answers', '-', '--notes', '-'])).document.code).toBe('two-stdin');
  });
});

describe('what is wrong with the line', () => {
  it.each([
    [[], 'problem-missing', /--answer problem=….*topup-failed/],
    [['-a', 'problem=topup-fialed'], 'bad-value', /Did you mean `topup-failed`/],
    [['-a', 'problem=topup'], 'bad-value', /Did you mean `topup-failed`/],
    [['-a', 'problem=restricted'], 'bad-value', /Did you mean `account-restricted`/],
    [
      ['-a', 'problem=topup-failed', '-a', 'topup-debitd=yes'],
      'unknown-question',
      /Did you mean `topup-debited`.*topup-channel/,
    ],
    [['-a', 'problem=topup-failed', '-a', 'topup-debited=yess'], 'bad-value', /yes, no, unknown.*Did you mean `yes`/],
    [['-a', 'problem=topup-failed', '-a', 'topup-amount=lots'], 'bad-amount', /--answer topup-amount/],
    [['-a', 'problem'], 'bad-value', /QUESTION=VALUE/],
    [['--resume'], 'nothing-to-resume', /okhelp diagnose/],
  ])('%j is refused with status 2, and what would be right', async (args, code, said) => {
    const { status, document } = await json(args);
    expect(status).toBe(2);
    expect(document.code).toBe(code);
    expect(`${document.message} ${document.hint}`).toMatch(said);
  });

  it('words that say nothing about it are refused with the problems there are, and nothing is kept', async () => {
    const { status, document, dataDir } = await json(['since yesterday']);
    expect([status, document.code]).toEqual([2, 'problem-missing']);
    expect(document.hint).toContain(document.details.problems);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('words that nobody knows are answered with all problems', async () => {
    const { document } = await json(['xyzzy plugh']);
    expect(document.code).toBe('problem-missing');
    expect(document.details.problems.split(', ')).toHaveLength(5);
  });

  it('an answer that was not needed is a warning', async () => {
    const { status, err } = await json([
      '-a',
      'problem=topup-failed',
      '-a',
      'topup-debited=no',
      '-a',
      'topup-channel=card',
    ]);
    expect(status).toBe(0);
    expect(err).toContain('topup-channel');
  });
});

describe('facts from the notes', () => {
  it('answer beforehand, with the notes they come from; rows that cannot be read are left out', async () => {
    const notes = file('notes.csv', `${NOTES}yesterday,topup,1,CNY,,completed,\n`);
    const { document, err } = await json(['-a', 'problem=topup-failed', '--notes', notes]);
    expect(document.facts['topup-amount']).toEqual({ value: '500.00 CNY', notes: ['n2'] });
    expect(document.path[1]).toEqual({ question: 'topup-amount', answer: '500.00 CNY', source: 'fact' });
    expect(document.check).toMatchObject({
      schema: 'okhelp.check/1',
      source: { kind: 'file', rows: 3 },
      balanced: true,
    });
    expect(document.command).toContain(`--notes ${notes}`);
    expect(err.replace(/\s+/g, ' ')).toContain('one row could not be read');
  });

  it('follow the amount that was answered', async () => {
    const { document } = await json([
      '-a',
      'problem=topup-failed',
      '-a',
      'topup-amount=1000',
      '--notes',
      file('n.csv', NOTES),
    ]);
    expect(document.facts['failed-topup']).toEqual({ value: 'no', notes: ['n1'] });
    expect(document.answers['topup-debited']).toBe('no');
  });

  it('follow the bare amount that the words name', async () => {
    const { document } = await json(['充值1000失败', '--notes', file('n.csv', NOTES)]);
    expect(document.facts['topup-amount']).toEqual({ value: '1000.00 CNY', notes: ['n1'] });
    const { document: none } = await json(['top up 77 failed', '--notes', file('n.csv', NOTES)]);
    expect(none.answers['topup-amount']).toBe('77.00');
    expect(none.facts).not.toHaveProperty('topup-amount');
    expect(none.email.fields).toMatchObject({ amount: '77.00', transaction: '', currency: '' });
  });

  it('come from the store where no file is named', async () => {
    const dataDir = temporaryFolder();
    const host = testHost({ argv: ['note', 'import', file('notes.csv', NOTES)], dataDir });
    expect(await main(host)).toBe(0);
    const { document } = await json(['-a', 'problem=topup-failed'], { dataDir });
    expect(document.path.at(1)).toMatchObject({ answer: '500.00 CNY', source: 'fact' });
    expect(document.check.source.kind).toBe('notes');
  });

  it('a notes file that is not there is an error', async () => {
    const { status, document } = await json(['-a', 'problem=topup-failed', '--notes', 'nowhere.csv']);
    expect([status, document.code]).toEqual([3, 'file-not-found']);
  });
});

describe('keeping it', () => {
  it('leaves nothing behind with --no-save', async () => {
    const { document, dataDir } = await json(['-a', 'problem=topup-failed', '--no-save']);
    expect(document.case).toBeNull();
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('gives the whole answer where it cannot be kept, and says so once', async () => {
    const { status, document, err } = await json(['-a', 'problem=topup-failed', '-a', 'topup-debited=yes'], {
      env: { OKHELP_DATA_DIR: file('not-a-folder', '') },
    });
    expect(status).toBe(0);
    expect(document.case).toBeNull();
    expect(document.outcome.id).toBe('trace');
    expect(err.match(/could not be kept/g)).toHaveLength(1);
  });

  it('keeps answers, sources, mail fields and outcome as an open case', async () => {
    const { dataDir } = await json([
      '-a',
      'problem=topup-failed',
      '-a',
      'topup-amount=58 USD',
      '-a',
      'topup-debited=yes',
    ]);
    expect((await casesIn(dataDir)).open).toMatchObject({
      id: 'c1',
      problem: 'topup-failed',
      answers: { 'topup-amount': '58.00 USD', 'topup-debited': 'yes', 'topup-channel': 'unknown' },
      sources: { problem: 'flag', 'topup-amount': 'flag', 'topup-debited': 'flag' },
      fields: { amount: '58.00', currency: 'USD' },
      outcome: 'trace',
    });
  });

  it('keeps no secret that was typed into an answer', async () => {
    const typed = 'payment-error=card 4111 1111 1111 1111 refused';
    const { document, dataDir, err } = await json(['-a', 'problem=payment-failed', '-a', typed]);
    const { open } = await casesIn(dataDir);
    for (const text of [JSON.stringify(document), JSON.stringify(open)]) {
      expect(text).not.toContain('1111 1111');
      expect(text).toContain('411111');
    }
    expect(err).toContain('secret');
  });
});

describe('as a person lives it', () => {
  const SHOW = 'Yes, show me';

  it('chooses the problem, is asked one question after the other, sees the answers, then what to do', async () => {
    const { asked, offered, out } = await talk([], ['topup-failed', '500', 'label yes', 'label bank', SHOW]);
    expect(asked).toEqual([
      'Which of these is it?',
      'topup-amount?',
      'topup-debited?',
      'topup-channel?',
      'Your answers',
    ]);
    expect(offered.at(-1)).toContain('topup-amount?\n→ 500.00 (you answered)');
    expect(out).toMatch(/^title trace\n/);
    expect(out).toContain('for bank');
  });

  it('types an amount until it is one, and nothing where it is not known', async () => {
    const { asked } = await talk(['-a', 'problem=topup-failed'], ['a lot', '', 'label no', SHOW]);
    expect(asked.slice(0, 3)).toEqual([
      'topup-amount?',
      '"a lot" is not an amount. Type digits with a point, for example 58.50 or 58.50 USD.',
      'topup-amount?',
    ]);
  });

  it('goes back, finds the former answer marked, and changes it', async () => {
    const { asked, offered, out } = await talk([], ['topup-failed', '500', 'label yes', BACK, 'label no', SHOW]);
    expect(asked.slice(2, 5)).toEqual(['topup-debited?', 'topup-channel?', 'topup-debited?']);
    expect(offered[4]).toContain('marked: label yes');
    expect(out).toMatch(/^title retry\n/);
  });

  it('goes back from the first question to the list of problems', async () => {
    const { asked } = await talk([], ['topup-failed', BACK, 'payment-failed', 'E12', SHOW]);
    expect(asked.slice(1, 4)).toEqual(['topup-amount?', 'Which of these is it?', 'payment-error?']);
  });

  it('changes any answer in the summary; answers that still fit stay', async () => {
    const lines = [
      'topup-failed',
      '500',
      'label yes',
      'label bank',
      'topup-debited?',
      'label no',
      'topup-debited?',
      'label yes',
      SHOW,
    ];
    const { asked, out } = await talk([], lines);
    expect(asked.slice(4)).toEqual([
      'Your answers',
      'topup-debited?',
      'Your answers',
      'topup-debited?',
      'Your answers',
    ]);
    expect(out).toContain('for bank');
  });

  it('changes the problem in the summary', async () => {
    const { out } = await talk([], ['topup-failed', '', 'label no', 'The problem', 'payment-failed', 'E12', SHOW]);
    expect(out).toContain('--answer problem=payment-failed --answer payment-error=E12');
  });

  it('is told what the notes answer, and corrects it', async () => {
    const notes = file('notes.csv', NOTES);
    const lines = ['label bank', 'topup-debited?', 'label no', SHOW];
    const { asked, err, out } = await talk(['-a', 'problem=topup-failed', '--notes', notes], lines);
    expect(asked[0]).toBe('topup-channel?');
    expect(err.replace(/\s+/g, ' ')).toContain(
      'From your notes: topup-amount? 500.00 CNY (n2: 2026-03-02 10:00, top-up +500.00 CNY, failed)',
    );
    expect(out).toMatch(/^title retry\n/);
  });

  it('is asked which one where the words are not clear, with the best three first', async () => {
    const { asked, offered } = await talk(['失败'], ['payment-failed', 'E12', SHOW]);
    expect(asked[0]).toContain('could be one of these');
    expect(offered[0]).toHaveLength(4);
  });

  it('has the clear one first in the list, and the next likely one key below', async () => {
    const { asked, offered } = await talk(['我的充值失败'], ['topup-failed', '', 'label no', SHOW]);
    expect(asked.slice(0, 2)).toEqual([expect.stringContaining('sounds like the first'), 'topup-amount?']);
    expect(offered[0]).toHaveLength(4);
    expect(offered[0]![0]).toContain('topup-failed');
  });

  it('corrects a wrong guess in the list itself', async () => {
    const { asked, out } = await talk(['我的充值失败'], ['payment-failed', 'E12', SHOW]);
    expect(asked.slice(0, 2)).toEqual([expect.stringContaining('sounds like the first'), 'payment-error?']);
    expect(out).toContain('--answer problem=payment-failed');
  });

  it('goes back from the first question to what the words could mean instead', async () => {
    const lines: Line[] = ['topup-failed', BACK, 'payment-failed', 'E12', SHOW];
    const { asked, offered, out } = await talk(['我的充值失败'], lines);
    expect(asked.slice(1, 4)).toEqual([
      'topup-amount?',
      expect.stringContaining('could be one of these'),
      'payment-error?',
    ]);
    expect(offered[2]).toHaveLength(4);
    expect(offered[2]!.join()).not.toContain('topup-failed');
    expect(out).toContain('--answer problem=payment-failed');
  });

  it('goes back from the whole list to the short one, and from that to the problem that stood', async () => {
    const lines: Line[] = ['None of these', BACK, 'topup-failed', BACK, BACK, '', 'label no', SHOW];
    const { asked, out } = await talk(['我的充值失败'], lines);
    const short = expect.stringContaining('sounds like the first');
    const whole = 'Which of these is it?';
    const others = expect.stringContaining('could be one of these');
    expect(asked.slice(0, 6)).toEqual([short, whole, short, 'topup-amount?', others, 'topup-amount?']);
    expect(out).toContain('--answer problem=topup-failed');
  });

  it('never leads off the answers into escape sequences', async () => {
    const { out } = await talk(['-a', 'problem=payment-failed'], ['E12 \u001b[31mred', SHOW]);
    expect(out).not.toContain('\u001b');
  });
});

describe('Ctrl-C', () => {
  it('keeps the answers; --resume goes on with the next question', async () => {
    const { error, dataDir } = await talk([], ['topup-failed', '500', 'label yes', 'Ctrl-C']);
    expect(error).toMatchObject({ code: 'interrupted', values: { resume: 'okhelp diagnose --resume' } });
    const { asked, out } = await talk(['--resume'], ['label bank', 'Yes, show me'], { dataDir });
    expect(asked).toEqual(['topup-channel?', 'Your answers']);
    expect(out).toContain('case c1');
    expect((await casesIn(dataDir)).asking).toBeNull();
  });

  it('an unfinished diagnosis of a problem that is not known here is a clean error', async () => {
    const { dataDir } = await talk([], ['topup-failed', '500', 'Ctrl-C']);
    const store = await openStore(dataDir, () => 0);
    const { id, ...record } = store.cases.latest('asking')!;
    store.cases.update(id, { ...record, problem: 'wrong-recipient' });
    store.close();
    const { status, document } = await json(['--resume'], { dataDir });
    expect([status, document.code]).toEqual([2, 'bad-value']);
    expect(document.message).toContain('wrong-recipient');
  });

  it('before anything was answered leaves nothing to resume', async () => {
    const { error, dataDir } = await talk([], ['topup-failed', 'Ctrl-C']);
    expect(error).toMatchObject({ code: 'interrupted', values: { resume: null } });
    expect(existsSync(join(dataDir, 'okhelp.db'))).toBe(false);
  });

  it('keeps nothing with --no-save', async () => {
    const { error } = await talk(['--no-save'], ['topup-failed', '500', 'Ctrl-C']);
    expect(error).toMatchObject({ values: { resume: null } });
  });

  it('the next start offers to go on, or to drop it', async () => {
    const { dataDir } = await talk([], ['topup-failed', '500', 'Ctrl-C']);
    const goOn = await talk([], ['Go on', 'Ctrl-C'], { dataDir });
    expect(goOn.asked[0]).toContain('one answer');
    expect(goOn.asked[1]).toBe('topup-debited?');
    const anew = await talk([], ['Start anew', 'Ctrl-C'], { dataDir });
    expect(anew.asked[1]).toBe('Which of these is it?');
    expect((await casesIn(dataDir)).asking).toBeNull();
  });
});

describe('the menu of plain okhelp', () => {
  const open = async (...lines: Line[]) => {
    const host = { ...testHost({ argv: [] }), contentDir };
    const person = scripted(...lines);
    const context = { ...(await createContext(host, readGlobals([]))), prompter: async () => person };
    const status = await menu(person, context);
    context.close();
    return { status, out: host.out(), ...person };
  };

  it('leads into the questions of the problem chosen', async () => {
    const { asked, out, status } = await open('topup-failed', '', 'label no', 'Yes, show me');
    expect(asked.slice(0, 2)).toEqual(['What happened?', 'topup-amount?']);
    expect([status, out.split('\n')[0]]).toEqual([0, 'title retry']);
  });

  it('puts what cannot wait first, so that Enter alone gets there', async () => {
    const { offered } = await open('Leave');
    const first = [en.emergency.menu, 'unauthorised-transaction (en)', 'topup-failed (en)'];
    expect(offered[0]!.slice(0, 3)).toEqual(first);
  });

  it('shows the help, or leaves', async () => {
    expect((await open('Show what okhelp can do')).out).toContain('okhelp diagnose');
    expect((await open('Leave')).out).toBe('');
  });
});
