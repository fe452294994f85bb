// The command that repeats a diagnosis survives the shell, whatever was typed into it.
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { commandLine } from '../../src/diagnosis/command-line.ts';

it('names the problem and every answer of the path', () => {
  const path = [
    { question: 'problem', answer: 'topup-failed', source: 'words' },
    { question: 'topup-debited', answer: 'yes', source: 'flag' },
  ] as const;
  expect(commandLine(path, null)).toBe('okhelp diagnose --answer problem=topup-failed --answer topup-debited=yes');
});

it('is read back by a shell as it was', () => {
  const answers = ['58.00 CNY', 'it\'s $HOME; `id` & "so" on', '充值 失败', '-x', ''];
  const path = answers.map((answer) => ({ question: 'q', answer, source: 'asked' }) as const);
  const line = commandLine(path, 'my notes.csv').replace('okhelp diagnose', "printf '%s\\n'");
  const words = execFileSync('sh', ['-c', line], { encoding: 'utf8' }).trimEnd().split('\n');
  expect(words).toEqual(['--notes', 'my notes.csv', ...answers.flatMap((answer) => ['--answer', `q=${answer}`])]);
});
