// Prompts on a made-up terminal: what is drawn, what keys do, and how every way out ends.
import { PassThrough, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { loadMessages } from '../../src/messages/index.ts';
import { createPrompter } from '../../src/terminal/inquirer.ts';
import type { InputStream, OutputStream } from '../../src/terminal/io.ts';
import { BACK } from '../../src/terminal/prompter.ts';
import { displayWidth, loadFullWidth } from '../../src/terminal/width.ts';

const ENTER = '\r';
const DOWN = '\u001b[B';
const CTRL_C = '\u0003';
const CTRL_D = '\u0004';

async function terminal({
  lang = 'en',
  columns = 60,
  env = {},
  rows = 40,
}: {
  lang?: 'en' | 'zh-CN';
  columns?: number;
  env?: Record<string, string>;
  rows?: number;
} = {}) {
  const written: string[] = [];
  const screen = new Writable({
    write(chunk, _, done) {
      written.push(String(chunk));
      done();
    },
  });
  // A terminal outlives each prompt.
  const stderr = Object.assign(screen, { isTTY: true, columns, rows, end: () => screen });
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stdin });
  const host = { argv: [], env, stdin: stdin as unknown as InputStream, stderr: stderr as unknown as OutputStream };
  const prompter = await createPrompter(host, await loadMessages(lang));
  return {
    prompter,
    /** All that was drawn, one frame behind the other, without colours. */
    drawn: () => stripVTControlCharacters(written.join('').replace(/\u001b\[\d*[AGK]/g, '\n')),
    raw: () => written.join(''),
    /** Presses keys one after the other, each when the prompt has settled. */
    press: async (...keys: string[]) => {
      for (const key of keys) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        stdin.write(key);
      }
    },
    end: () => stdin.end(),
  };
}

const CHOICES = [
  { value: 'a', label: 'First', hint: 'the first one' },
  { value: 'b', label: 'Second' },
];

describe('a choice', () => {
  it('shows question, reason, choices and keys, then only question and answer', async () => {
    const { prompter, press, drawn } = await terminal();
    const answer = prompter.select({ message: 'Which?', why: 'It matters.', choices: CHOICES });
    await press(DOWN, ENTER);
    expect(await answer).toBe('b');
    expect(drawn()).toContain('? Which?\n  It matters.\n> First\n  Second\n');
    expect(drawn()).toContain('the first one');
    expect(drawn()).toContain('↑↓ choose, Enter to confirm');
    expect(drawn()).toContain('✓ Which?\n  Second');
  });

  it('shows as many choices as the screen holds beside the question and the keys, fewer while it tells more', async () => {
    const { prompter, press, drawn } = await terminal({ rows: 24 });
    const choices = Array.from({ length: 25 }, (_, i) => ({ value: i, label: `Choice ${i}`, hint: 'about it' }));
    const answer = prompter.select({ message: 'Which?', choices });
    await press('?', ENTER);
    await answer;
    const frames = drawn().split('? Which?').slice(1);
    const shown = frames.map((frame) => frame.match(/Choice \d+/g)?.length);
    expect(shown.slice(0, 2)).toEqual([18, 16]);
  });

  it('begins at the answer that stands', async () => {
    const { prompter, press } = await terminal();
    const answer = prompter.select({ message: 'Which?', choices: CHOICES, default: 'b' });
    await press(ENTER);
    expect(await answer).toBe('b');
  });

  it('offers the way back, last', async () => {
    const { prompter, press, drawn } = await terminal();
    const answer = prompter.select({ message: 'Which?', choices: CHOICES, back: true });
    await press(DOWN, DOWN, DOWN, ENTER);
    expect(await answer).toBe(BACK);
    expect(drawn()).toContain('← Back');
  });

  it('speaks Chinese throughout and wraps it by columns', async () => {
    const { prompter, press, drawn } = await terminal({ lang: 'zh-CN', columns: 40 });
    const long = '这一笔充值在银行那边显示已经扣款，但是钱包里的余额一直没有增加';
    const answer = prompter.select({
      message: long,
      why: long,
      choices: [{ value: 1, label: long, hint: long }],
      back: true,
    });
    await press(ENTER);
    await answer;
    await loadFullWidth();
    expect(Math.max(...drawn().split('\n').map(displayWidth))).toBeLessThanOrEqual(40);
    expect(drawn()).not.toMatch(/[A-Za-z]{3}/);
    expect(drawn()).toContain('← 返回上一题');
  });

  it('typing narrows it, Backspace shows the others again, and Enter takes the one that is left', async () => {
    const choices = ['Bank card', 'Bank transfer', 'Cash at a shop'].map((label) => ({ value: label, label }));
    const { prompter, press, drawn } = await terminal();
    const answer = prompter.select({ message: 'How?', choices });
    await press(...'ban', '\u007f', '\u007f', '\u007f', ...'TRANS', ENTER);
    expect(await answer).toBe('Bank transfer');
    expect(drawn()).toContain('  Search: ban\n> Bank card\n  Bank transfer\n');
    expect(drawn()).toContain('  Search: TRANS\n> Bank transfer\n');
  });

  it('is narrowed by Chinese as an input method sends it, and says where nothing is left', async () => {
    const choices = ['充值没有到账', '转账没有到账', '被重复扣款'].map((label) => ({ value: label, label }));
    const { prompter, press, drawn } = await terminal({ lang: 'zh-CN', columns: 40 });
    const answer = prompter.select({ message: '是哪一种？', choices });
    await press('退款', ENTER, '\u007f', '\u007f', '转账', ENTER);
    expect(await answer).toBe('转账没有到账');
    expect(drawn()).toContain('没有含“退款”的选项');
  });

  it('? tells more and is no search; < goes back where there is a way', async () => {
    const { prompter, press, drawn } = await terminal();
    const answer = prompter.select({
      message: 'Which?',
      help: 'It decides what comes next.',
      choices: CHOICES,
      back: true,
    });
    await press('？', '＜');
    expect(await answer).toBe(BACK);
    expect(drawn()).toContain('It decides what comes next.');
    expect(drawn()).toContain('< goes back to the question before.');
    expect(drawn()).not.toContain('Search');
  });

  it('a number that no choice holds marks the choice at that place', async () => {
    const { prompter, press } = await terminal();
    const answer = prompter.select({ message: 'Which?', choices: CHOICES });
    await press('２', ENTER);
    expect(await answer).toBe('b');
  });

  it('lets no escape sequence of a label through', async () => {
    const { prompter, press, raw } = await terminal({ env: { NO_COLOR: '1' } });
    const answer = prompter.select({ message: 'Which?', choices: [{ value: 1, label: 'red \u001b[31mred' }] });
    await press(ENTER);
    await answer;
    expect(raw()).not.toContain('\u001b[31m');
  });
});

describe('a typed answer', () => {
  it('is asked for again until it is valid, with the reason under it', async () => {
    const { prompter, press, drawn } = await terminal();
    const validate = (text: string) => (/^\d+$/.test(text) ? null : `"${text}" is no number.`);
    const answer = prompter.input({ message: 'How much?', hint: 'for example 5', validate });
    await press('x', ENTER, '\u007f', '7', ENTER);
    expect(await answer).toBe('7');
    expect(drawn()).toContain('(for example 5; ? for help)');
    expect(drawn()).toContain('"x" is no number.');
  });

  it('begins with the text that stands there, and it can be emptied', async () => {
    const { prompter, press } = await terminal();
    const answer = prompter.input({ message: 'How much?', default: '5' });
    await press('\u007f', ENTER);
    expect(await answer).toBe('');
  });

  it('takes full-width digits where only so it will do, and leaves Chinese punctuation alone', async () => {
    const { prompter, press } = await terminal({ lang: 'zh-CN' });
    const number = prompter.input({
      message: '多少？',
      validate: (text) => (/^\d+$/.test(text) ? null : '不是数字。'),
    });
    await press('５００', ENTER);
    expect(await number).toBe('500');
    const words = prompter.input({ message: '备注？' });
    await press('客服说：３天', ENTER);
    expect(await words).toBe('客服说：３天');
  });

  it('makes one line of several that were pasted, and waits for Enter', async () => {
    const { prompter, press } = await terminal();
    const answer = prompter.input({ message: 'What did it say?' });
    await press('\u001b[200~Error E1042\rDaily limit\u001b[201~', '!', ENTER);
    expect(await answer).toBe('Error E1042 Daily limit!');
  });

  it('? alone tells more, and the question is still open', async () => {
    const { prompter, press, drawn } = await terminal();
    const answer = prompter.input({ message: 'What for?', help: 'Support asks for it.' });
    await press('?', ENTER, 'x', ENTER);
    expect(await answer).toBe('x');
    expect(drawn()).toContain('Support asks for it.');
  });

  it('? behind the text that stands there tells more, and leaves that text', async () => {
    const { prompter, press, drawn } = await terminal();
    const validate = (text: string) => (text === 'CNY' ? null : `"${text}" is no currency.`);
    const answer = prompter.input({ message: 'Which?', help: 'Three letters.', default: 'CNY', validate });
    await press('?', ENTER, ENTER);
    expect(await answer).toBe('CNY');
    expect(drawn()).toContain('Three letters.');
    expect(drawn()).not.toContain('is no currency');
  });

  it('a ? that ends what was typed anew belongs to it', async () => {
    const { prompter, press } = await terminal();
    const answer = prompter.input({ message: 'Memo?', default: 'lunch' });
    await press('\u0015', ...'why?', ENTER);
    expect(await answer).toBe('why?');
  });

  it('what is wrong with a long Chinese line stands above it, and the line below is whole', async () => {
    const { prompter, press, raw } = await terminal({ lang: 'zh-CN', columns: 40 });
    const long = '这一笔充值在银行那边显示已经扣款但是钱包里的余额一直没有增加';
    const answer = prompter.input({ message: '多少？', validate: (text) => (text === long ? '请写数字。' : null) });
    await press(long, ENTER, '元', ENTER);
    expect(await answer).toBe(`${long}元`);
    expect(stripVTControlCharacters(raw())).toMatch(/请写数字。\n {2}> 这一笔/);
  });

  it('< goes back, also behind what stands there', async () => {
    const { prompter, press, drawn } = await terminal();
    const answer = prompter.input({ message: 'How much?', default: '5', back: true, validate: () => 'never right' });
    await press('<', ENTER);
    expect(await answer).toBe(BACK);
    expect(drawn()).toContain('type < to go back');
    expect(drawn().trimEnd()).toMatch(/✓ How much\?\n {2}← Back$/);
  });
});

describe('yes or no', () => {
  it('takes the words of the language, and y and n', async () => {
    const { prompter, press } = await terminal({ lang: 'zh-CN' });
    const answer = prompter.confirm({ message: '替换吗？', default: false });
    await press('是', ENTER);
    expect(await answer).toBe(true);
    const again = prompter.confirm({ message: '替换吗？', default: true });
    await press('n', ENTER);
    expect(await again).toBe(false);
  });
});

describe('the way out', () => {
  it.each([
    ['Ctrl-C', CTRL_C],
    ['Ctrl-D', CTRL_D],
  ])('%s is an interruption at every prompt, and the cursor is shown again', async (_, key) => {
    for (const kind of ['select', 'input', 'confirm'] as const) {
      const { prompter, press, raw } = await terminal();
      const asked = {
        select: () => prompter.select({ message: 'Which?', choices: CHOICES }),
        input: () => prompter.input({ message: 'How much?' }),
        confirm: () => prompter.confirm({ message: 'Sure?', default: true }),
      }[kind]();
      const left = expect(asked).rejects.toMatchObject({ code: 'interrupted' });
      await press(key);
      await left;
      expect(raw().lastIndexOf('\u001b[?25h')).toBeGreaterThan(raw().lastIndexOf('\u001b[?25l'));
    }
  });

  it('a terminal that went away is an interruption too', async () => {
    const { prompter, press, end } = await terminal();
    const left = expect(prompter.input({ message: 'How much?' })).rejects.toMatchObject({ code: 'interrupted' });
    await press('1');
    end();
    await left;
  });
});

describe('colour', () => {
  it('is there on a terminal and gone with NO_COLOR', async () => {
    for (const [env, coloured] of [
      [{}, true],
      [{ NO_COLOR: '1' }, false],
    ] as const) {
      const { prompter, press, raw } = await terminal({ env });
      const answer = prompter.select({ message: 'Which?', why: 'Why.', choices: CHOICES, back: true });
      await press(DOWN, ENTER);
      await answer;
      expect(/\u001b\[\d*m/.test(raw())).toBe(coloured);
    }
  });
});
