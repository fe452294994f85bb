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
}: {
  lang?: 'en' | 'zh-CN';
  columns?: number;
  env?: Record<string, string>;
} = {}) {
  const written: string[] = [];
  const screen = new Writable({
    write(chunk, _, done) {
      written.push(String(chunk));
      done();
    },
  });
  const stderr = Object.assign(screen, { isTTY: true, columns, rows: 40 });
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
    expect(drawn()).toContain('(for example 5)');
    expect(drawn()).toContain('"x" is no number.');
  });

  it('begins with the text that stands there, and it can be emptied', async () => {
    const { prompter, press } = await terminal();
    const answer = prompter.input({ message: 'How much?', default: '5' });
    await press('\u007f', ENTER);
    expect(await answer).toBe('');
  });

  it('< goes back, also behind what stands there', async () => {
    const { prompter, press, drawn } = await terminal();
    const answer = prompter.input({ message: 'How much?', default: '5', back: true, validate: () => 'never right' });
    await press('<', ENTER);
    expect(await answer).toBe(BACK);
    expect(drawn()).toContain('type < to go back');
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
