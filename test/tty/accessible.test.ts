// okhelp as a screen reader hears it: numbered choices, typed answers, each line written once; in two languages.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en/index.ts';
import { zhCN } from '../../src/messages/zh-CN/index.ts';
import { listener, stumbles } from './listener.ts';
import { problemOf, shortestWay, squeezed } from './person.ts';
import { endSessions, KEY, type SessionOptions, session } from './session.ts';

const WORDS = { en, 'zh-CN': zhCN };
const LANGUAGES = ['en', 'zh-CN'] as const;
const EXAMPLE = join(import.meta.dirname, '../../examples/notes.csv');

afterEach(endSessions);

function okhelp(args: string[], lang: 'en' | 'zh-CN', options: SessionOptions = {}) {
  const terminal = session(args, { rows: 50, ...options, env: { OKHELP_LANG: lang, ACCESSIBLE: '1', ...options.env } });
  return { terminal, ...listener(terminal, WORDS[lang].ask.plain.answer) };
}

const said = (lines: string[]) => squeezed(lines.join(''));

describe.each(LANGUAGES)('in %s', (lang) => {
  const t = WORDS[lang];

  it.each([40, 60, 120])(
    'diagnose: by number, by words, with help and a way back, %i columns wide',
    async (columns) => {
      const { questions, outcome } = shortestWay(problemOf('topup-failed', lang));
      const { terminal, answers, hears, lines } = okhelp(['diagnose'], lang, { columns });
      await answers(t.diagnose.whichProblem, '99');
      await answers(t.ask.plain.noChoice('99', 15), problemOf('topup-failed', lang).title);
      const [first, second] = questions as [(typeof questions)[0], (typeof questions)[0]];
      await answers(first.text, '?');
      expect(squeezed(await hears(first.text))).toContain(squeezed(first.why));
      for (const question of questions.slice(0, 2))
        await answers(question.text, question.kind === 'choice' ? '１' : '500');
      await answers(questions[2]!.text, '<');
      await answers(second.text, second.kind === 'choice' ? second.choices[0]!.label : '500');
      for (const question of questions.slice(2)) await answers(question.text, question.kind === 'choice' ? '1' : '500');
      await answers(t.diagnose.yourAnswers, '1');
      expect(await terminal.exit()).toBe(0);
      expect(said(lines())).toContain(squeezed(outcome.title));
      expect(stumbles(terminal)).toEqual([]);
    },
  );

  it('note add: a bad amount is said on a line of its own, full-width digits are digits, pasted lines are one', async () => {
    const { terminal, answers, hears, lines } = okhelp(['note', 'add'], lang);
    const { questions } = t.note;
    await answers(questions.type, t.ledger.types.topup);
    await answers(questions.amount, 'abc');
    await hears(t.ask.plain.wrong(''));
    await answers('abc', '５００');
    await answers(questions.currency, '');
    await answers(questions.time, '');
    for (const field of ['fee', 'balance', 'status', 'counterparty', 'reference'] as const) {
      await answers(questions[field], field === 'balance' ? '900' : '');
    }
    await answers(questions.memo, '第一行\nsecond line');
    await answers(t.note.add.review, '1');
    expect(await terminal.exit()).toBe(0);
    expect(said(lines())).toContain(squeezed(t.ask.plain.joined(2)));
    expect(said(lines())).toContain(squeezed(t.note.add.recorded('n1')));
    expect(stumbles(terminal)).toEqual([]);
    const shown = okhelp(['note', 'show', 'n1'], lang, { folder: terminal.folder });
    await shown.terminal.exit();
    expect(said(shown.lines())).toContain('第一行secondline');
  });

  it('check --fix: each explanation with its number, and the verdict with its word', async () => {
    const imported = okhelp(['note', 'import', EXAMPLE], lang);
    await imported.terminal.exit();
    const { folder } = imported.terminal;
    const fixing = okhelp(['check', '--fix'], lang, { folder });
    await fixing.answers(t.check.fix.leave, '1');
    expect(await fixing.terminal.exit()).toBe(0);
    expect(stumbles(imported.terminal).concat(stumbles(fixing.terminal))).toEqual([]);
    const checked = okhelp(['check'], lang, { folder });
    await checked.terminal.exit();
    expect(checked.lines()[0]).toMatch(new RegExp(`^${t.ask.spoken.ok}`));
  });

  it('emergency: the first thing to do comes before any question, and each step is asked about', async () => {
    const { emergency } = t;
    const { terminal, answers, lines } = okhelp(['emergency', '--region', 'CN'], lang);
    const first = JSON.parse(
      readFileSync(join(import.meta.dirname, `../../dist/content/${lang}/regions/cn.json`), 'utf8'),
    ).emergency[0].text;
    await answers(emergency.isDone(1, 6), '1');
    await answers(emergency.isDone(2, 6), '<');
    await answers(emergency.isDone(1, 6), emergency.choices.keep);
    await answers(emergency.isDone(2, 6), '4');
    expect(await terminal.exit()).toBe(0);
    expect(squeezed(lines().slice(0, 2).join(''))).toContain(squeezed(`1. ${first}`));
    expect(stumbles(terminal)).toEqual([]);
  });

  it('the menu leads to a contact that is saved, and to a case that is logged and closed', async () => {
    const menu = okhelp([], lang);
    await menu.answers(t.diagnose.menu.whatHappened, t.diagnose.menu.quit);
    expect(await menu.terminal.exit()).toBe(0);
    const { folder } = menu.terminal;

    const contact = okhelp(['contact', 'add'], lang, { folder });
    await contact.answers(t.contact.add.whichKind, t.contact.kinds.app);
    await contact.answers(t.contact.add.whichValue, 'Me, Help');
    await contact.answers(t.contact.add.whereFound, 'app');
    await contact.answers(t.ask.review.message, '1');
    expect(await contact.terminal.exit()).toBe(0);

    const answered = ['problem=topup-failed', 'topup-amount=500 CNY'].flatMap((one) => ['-a', one]);
    await okhelp(['diagnose', ...answered, '--no-input'], lang, { folder }).terminal.exit();
    const log = okhelp(['case', 'log', 'sent'], lang, { folder });
    const { questions, save } = t.cases.log;
    await log.answers(questions.channel, '1');
    for (const question of [questions.to, questions.at, questions.reference]) await log.answers(question, '');
    await log.answers(save, '1');
    expect(await log.terminal.exit()).toBe(0);

    const close = okhelp(['case', 'close'], lang, { folder });
    await close.answers(t.cases.close.question, '1');
    expect(await close.terminal.exit()).toBe(0);
    const all = [menu, contact, log, close].flatMap(({ terminal }) => stumbles(terminal));
    expect(all).toEqual([]);
  });

  it('what is only read has no sign without its word, and no table across the screen', async () => {
    const imported = okhelp(['note', 'import', EXAMPLE], lang);
    await imported.terminal.exit();
    const { folder } = imported.terminal;
    const screens = [
      'diagnose -a problem=account-restricted --no-input --sources',
      'check',
      'note list',
      'note undo',
      'case list',
      'case show',
      'case next --region CN --sources --no-input',
      'draft-email --no-input',
      'draft complaint --region CN --no-input',
      'contact --check http://okpay-help.example',
      'emergency --region CN --no-input',
      'faq fee',
      'guide',
      'guide topping-up',
      'config list',
      'check --help',
      'nonsense',
    ];
    for (const line of screens) {
      const { terminal } = okhelp(line.split(' '), lang, { folder, rows: 80 });
      await terminal.exit();
      expect([line, ...stumbles(terminal)]).toEqual([line]);
    }
  });

  it.each([
    ['Ctrl-C', KEY.ctrlC],
    ['Ctrl-D', KEY.ctrlD],
    ['quit', `${lang === 'en' ? 'quit' : '退出'}\r`],
  ])('%s stops with status 130 and one line, and what was answered is kept', async (_, keys) => {
    const { terminal, answers, hears, lines } = okhelp(['diagnose', '-a', 'problem=topup-failed'], lang);
    const { questions } = shortestWay(problemOf('topup-failed', lang));
    await answers(questions[0]!.text, questions[0]!.kind === 'choice' ? '1' : '500');
    await hears(questions[1]!.text);
    terminal.send(keys);
    expect(await terminal.exit()).toBe(130);
    const { message, hint } = t.errors.codes.interrupted({ resume: 'okhelp diagnose --resume' });
    expect(said(lines())).toContain(squeezed(message + hint).replaceAll('`', ''));
    expect(lines().join('\n')).not.toMatch(/\n\s+at |Error/);
    expect(stumbles(terminal)).toEqual([]);
  });
});

describe('how it is switched on', () => {
  it.each([
    ['--accessible', ['--accessible'], {}],
    ['ACCESSIBLE=true', [], { ACCESSIBLE: 'true' }],
    ['a terminal that cannot move its cursor', [], { TERM: 'dumb' }],
  ])('by %s', async (_, flags, env) => {
    const terminal = session([...flags], { env: { OKHELP_LANG: 'en', ...(env as Record<string, string>) } });
    const { answers } = listener(terminal, en.ask.plain.answer);
    await answers(en.diagnose.menu.whatHappened, en.diagnose.menu.quit);
    expect(await terminal.exit()).toBe(0);
    expect(stumbles(terminal)).toEqual([]);
  });

  it('by the setting, which ACCESSIBLE=0 overrules; colour that is forced is not spoken either', async () => {
    const set = session(['config', 'set', 'accessible', 'on']);
    await set.exit();
    const { folder } = set;
    const help = session(['--help'], { folder, env: { FORCE_COLOR: '1' } });
    await help.exit();
    expect(stumbles(help)).toEqual([]);
    const drawn = session(['--help'], { folder, env: { ACCESSIBLE: '0' } });
    await drawn.exit();
    expect(drawn.raw()).toContain('\x1b[1m');
  });
});
