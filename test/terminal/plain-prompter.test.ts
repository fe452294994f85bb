// Questions line by line: what stands where, and how an answer is repeated.
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { loadMessages } from '../../src/messages/index.ts';
import type { InputStream, OutputStream } from '../../src/terminal/io.ts';
import { createPlainPrompter } from '../../src/terminal/plain-prompter.ts';

async function terminal(lang: 'en' | 'zh-CN', width: number) {
  let written = '';
  const stdin = new PassThrough();
  const stderr = { isTTY: true, write: (text: string) => void (written += text) };
  const host = { stdin: stdin as unknown as InputStream, stderr: stderr as OutputStream };
  const prompter = createPlainPrompter(host, await loadMessages(lang), width);
  return { prompter, written: () => written, types: (line: string) => stdin.write(`${line}\n`) };
}

const CHOICES = [
  { value: 'a', label: 'A top-up failed', hint: 'Money was to go into the wallet, but it was refused.' },
  { value: 'b', label: 'The amount:\n500.00 CNY (from your notes)', hint: 'Choose it to change it.' },
];

it('what belongs to a choice stands under its words, each line of it', async () => {
  const { prompter, written, types } = await terminal('en', 40);
  const answer = prompter.select({ message: 'Which?', choices: CHOICES });
  types('1');
  expect(await answer).toBe('a');
  expect(written()).toContain(
    [
      '1. A top-up failed',
      '   Money was to go into the wallet, but',
      '   it was refused.',
      '2. The amount:',
      '   500.00 CNY (from your notes)',
      '   Choose it to change it.',
    ].join('\n'),
  );
});

it('an answer that stands under its question is repeated by the question, without a colon that leads nowhere', async () => {
  const { prompter, written, types } = await terminal('en', 40);
  const answer = prompter.select({ message: 'Which?', choices: CHOICES });
  types('2');
  expect(await answer).toBe('b');
  expect(written()).toMatch(/Chosen: The amount\n$/);
});
