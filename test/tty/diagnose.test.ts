// The questionnaire as a person lives it: in two languages, on narrow and wide terminals, with changes of mind.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en/index.ts';
import { zhCN } from '../../src/messages/zh-CN/index.ts';
import { answers, chooses, problemOf, reads, shortestWay, squeezed, types } from './person.ts';
import { endSessions, KEY, OKHELP, type SessionOptions, session } from './session.ts';

const WORDS = { en: { t: en, say: 'my top up failed' }, 'zh-CN': { t: zhCN, say: '充值失败了' } };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'okhelp-journey-'));
});
afterEach(endSessions);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A data folder that outlives one session. */
function ownFolder(): string {
  return mkdtempSync(join(folder, 'person-'));
}

function diagnose(args: string[], options: SessionOptions & { lang?: 'en' | 'zh-CN' } = {}) {
  const { lang = 'en', ...others } = options;
  return session(['diagnose', ...args], { rows: 45, ...others, env: { OKHELP_LANG: lang, ...others.env } });
}

describe.each([
  ['en', 60],
  ['en', 120],
  ['zh-CN', 60],
  ['zh-CN', 120],
] as const)('from words to what to do, in %s, %i columns wide', (lang, columns) => {
  const { t, say } = WORDS[lang];

  it('asks each question with its reason, shows the answers, then says what to do', async () => {
    const { questions, outcome } = shortestWay(problemOf('topup-failed', lang));
    const terminal = diagnose([say], { lang, columns });
    await reads(terminal, t.diagnose.likely);
    terminal.send(KEY.enter);
    for (const question of questions) {
      await reads(terminal, question.text);
      expect(squeezed(terminal.screen().join(''))).toContain(squeezed(question.why));
      await answers(terminal, question);
    }
    await reads(terminal, t.diagnose.yourAnswers);
    await chooses(terminal, t.diagnose.showOutcome);
    expect(await terminal.exit()).toBe(0);
    const all = squeezed(terminal.history().join(''));
    expect(all).toContain(squeezed(outcome.title));
    expect(all).toContain(squeezed(t.diagnose.steps));
    // Only a command to copy stays on one line, however long.
    expect(terminal.overflow().filter((line) => !line.includes('okhelp diagnose --answer'))).toEqual([]);
    expect(terminal.cursorVisible()).toBe(true);
  });
});

describe('a wrong guess', () => {
  it('is corrected with one key, before Enter', async () => {
    const terminal = diagnose(['my top up failed']);
    await reads(terminal, en.diagnose.likely);
    const choices = () => terminal.screen().filter((row) => /^[> ] \S/.test(row));
    await terminal.waitFor(() => choices()[0]?.startsWith(`> ${problemOf('topup-failed', 'en').title}`) ?? false);
    const second = choices()[1]!.trim();
    terminal.send(KEY.down + KEY.enter);
    await terminal.waitFor((screen) => screen.some((row) => row.startsWith('✓')));
    expect(squeezed(terminal.screen().join(''))).toContain(squeezed(second));
    expect(squeezed(terminal.screen().join(''))).not.toContain(squeezed(problemOf('topup-failed', 'en').title));
  });
});

describe('a change of mind', () => {
  it('goes back to the question before, with the answer given there marked', async () => {
    const problem = problemOf('topup-failed', 'en');
    const { questions } = shortestWay(problem);
    const at = questions.findIndex(({ kind }, i) => kind === 'choice' && questions[i + 1]?.kind === 'choice');
    const terminal = diagnose(['--answer', 'problem=topup-failed']);
    for (const question of questions.slice(0, at)) await answers(terminal, question);
    const first = questions[at]!;
    const last = first.choices.at(-1)!;
    const next = problem.questions.find(({ id }) => id === last.next);
    await answers(terminal, first, last.label);
    if (next) {
      await reads(terminal, next.text);
      if (next.kind === 'choice') await chooses(terminal, en.ask.back);
      else types(terminal, '<');
      await reads(terminal, first.text);
      await terminal.waitFor(`> ${last.label}`);
    }
    expect(next).toBeDefined();
  });

  it('changes one answer in the summary and keeps the others', async () => {
    const { questions } = shortestWay(problemOf('topup-failed', 'en'));
    const amount = questions.find(({ kind }) => kind === 'amount')!;
    const terminal = diagnose(['--answer', 'problem=topup-failed'], { columns: 100 });
    for (const question of questions) await answers(terminal, question);
    await reads(terminal, en.diagnose.yourAnswers);
    await chooses(terminal, amount.text);
    await answers(terminal, amount, '620.50 CNY');
    await reads(terminal, en.diagnose.yourAnswers);
    await terminal.waitFor('620.50 CNY');
    await chooses(terminal, en.diagnose.showOutcome);
    expect(await terminal.exit()).toBe(0);
    const command = terminal.history().join('').split(en.diagnose.again)[1];
    expect(command).toContain("--answer 'topup-amount=620.50 CNY'");
    expect(command).not.toContain('500.00 CNY');
  });

  it('takes an answer that cannot be read back at once, and says what is wrong', async () => {
    const { questions } = shortestWay(problemOf('topup-failed', 'zh-CN'));
    const amount = questions.find(({ kind }) => kind === 'amount')!;
    const terminal = diagnose(['--answer', 'problem=topup-failed'], { lang: 'zh-CN' });
    for (const question of questions.slice(0, questions.indexOf(amount))) await answers(terminal, question);
    await reads(terminal, amount.text);
    types(terminal, '五百多');
    await terminal.waitFor((screen) =>
      squeezed(screen.join('')).includes(squeezed(zhCN.diagnose.notAnAmount('五百多'))),
    );
  });
});

describe('Ctrl-C', () => {
  /** Runs okhelp in a shell that lives on and then tells in which state it got the terminal back. */
  const inShell = (words: string, where: string) =>
    session(['-c', `trap : INT; "$NODE" "$OKHELP" ${words}; echo "status $?"; stty -a`], {
      program: ['/bin/sh'],
      folder: where,
      columns: 100,
      rows: 60,
      env: { NODE: process.execPath, OKHELP, OKHELP_LANG: 'en' },
    });
  const { questions } = shortestWay(problemOf('topup-failed', 'en'));
  const prompts = [...questions.map(({ id }) => id), 'the summary'];

  it.each(prompts.map((name, answered) => [name, answered] as const))(
    'at %s leaves with status 130 and the terminal as it was',
    async (_, answered) => {
      const terminal = inShell('diagnose --answer problem=topup-failed', ownFolder());
      for (const question of questions.slice(0, answered)) await answers(terminal, question);
      await reads(terminal, questions[answered]?.text ?? en.diagnose.yourAnswers);
      terminal.send(KEY.ctrlC);
      expect(await terminal.exit()).toBe(0);
      const shown = terminal.history().join('\n');
      expect(shown).toContain('status 130');
      expect(shown).toContain('Stopped.');
      expect(shown).not.toMatch(/\n\s+at |Error:/);
      expect(shown).toMatch(/[^-]icanon/);
      expect(shown).toMatch(/[^-]echo\b/);
      expect(terminal.cursorVisible()).toBe(true);
    },
  );

  it('at the list of problems too', async () => {
    const terminal = inShell('diagnose', ownFolder());
    await reads(terminal, en.diagnose.whichProblem);
    terminal.send(KEY.ctrlC);
    await terminal.exit();
    expect(terminal.history().join('\n')).toContain('status 130');
    expect(terminal.cursorVisible()).toBe(true);
  });

  it('keeps what was answered: --resume goes on with the next question', async () => {
    const where = ownFolder();
    const stopped = diagnose(['--answer', 'problem=topup-failed'], { folder: where });
    for (const question of questions.slice(0, 2)) await answers(stopped, question);
    await reads(stopped, questions[2]!.text);
    stopped.send(KEY.ctrlC);
    expect(await stopped.exit()).toBe(130);
    expect(squeezed(stopped.history().join(''))).toContain(squeezed('okhelp diagnose --resume'));

    const resumed = diagnose(['--resume'], { folder: where });
    for (const question of questions.slice(2)) await answers(resumed, question);
    await reads(resumed, en.diagnose.yourAnswers);
    await chooses(resumed, en.diagnose.showOutcome);
    expect(await resumed.exit()).toBe(0);
    expect(squeezed(resumed.history().join(''))).toContain('500.00CNY');
  });
});

describe('without a terminal to ask at', () => {
  it('asks nothing when only standard output is piped away: the questions go to stderr', async () => {
    const where = ownFolder();
    const { questions } = shortestWay(problemOf('topup-failed', 'en'));
    const line = `"$NODE" "$OKHELP" diagnose --answer problem=topup-failed --json > answer.json; echo "status $?"`;
    const terminal = session(['-c', line], {
      program: ['/bin/sh'],
      folder: where,
      rows: 60,
      env: { NODE: process.execPath, OKHELP, OKHELP_LANG: 'en' },
    });
    for (const question of questions) await answers(terminal, question);
    await reads(terminal, en.diagnose.yourAnswers);
    await chooses(terminal, en.diagnose.showOutcome);
    await terminal.waitFor('status 0');
    const document = JSON.parse(execFileSync('cat', [join(where, 'answer.json')], { encoding: 'utf8' }));
    expect(document).toMatchObject({ schema: 'okhelp.diagnosis/1', problem: 'topup-failed' });
  });
});
