// Sentences and drafts at a terminal: they break between words at its width; in a pipe a draft stays as it was written.
import { describe, expect, it } from 'vitest';
import { answer, readable, tell, tellFailed } from '../../src/terminal/lines.ts';
import { plainPaint } from '../../src/terminal/paint.ts';
import { displayWidth } from '../../src/terminal/width.ts';

const DRAFT = [
  'Dear support team,',
  '',
  'A top-up of my wallet was not credited, and I ask you to look into it.',
  '- Does the wallet show the top-up as still being processed? No, something else',
  '1. Find this card payment by its amount, time and bank reference.',
].join('\n');

describe('a draft', () => {
  it('is read at a terminal with its lines broken between words, a point under its own text', () => {
    const shown = readable(DRAFT, { stdout: { isTTY: true, write: () => {} }, width: 40 }).split('\n');
    expect(Math.max(...shown.map(displayWidth))).toBeLessThanOrEqual(40);
    expect(shown.slice(4)).toEqual([
      '- Does the wallet show the top-up as',
      '  still being processed? No, something',
      '  else',
      '1. Find this card payment by its amount,',
      '   time and bank reference.',
    ]);
    expect(shown.join(' ').replace(/\s+/g, ' ')).toBe(DRAFT.replace(/\s+/g, ' '));
  });

  it('is the same text in a pipe', () => {
    expect(readable(DRAFT, { stdout: { write: () => {} }, width: 40 })).toBe(DRAFT);
  });
});

describe('what is said', () => {
  function heard() {
    const said = { out: '', say: '', complain: '' };
    const to = (stream: keyof typeof said) => (text: string) => void (said[stream] += `${text}\n`);
    const io = {
      out: to('out'),
      say: to('say'),
      complain: to('complain'),
      width: 40,
      widthErr: 40,
      paintErr: plainPaint,
    };
    return { said, io };
  }

  it('is wrapped, and what is not ours in it is cleaned', () => {
    const { said, io } = heard();
    tell('The draft is on the clipboard, with its subject.', { io });
    answer('Saved as k1: \u001b[31msupport@wallet.example, for later', { io });
    expect(said.say).toBe('The draft is on the clipboard, with its\nsubject.\n');
    expect(said.out).not.toContain('\u001b');
    expect(Math.max(...said.out.split('\n').map(displayWidth))).toBeLessThanOrEqual(40);
  });

  it('of a failure gives the hint a line of its own, so that no two sentences are joined', () => {
    const { said, io } = heard();
    tellFailed({ message: '没有可用的剪贴板程序。', hint: '可以改用 `-o 文件` 写入文件。' }, { io });
    expect(said.complain).toBe('没有可用的剪贴板程序。\n可以改用 `-o 文件` 写入文件。\n');
    tellFailed({ message: 'Stopped.', hint: '' }, { io });
    expect(said.complain.endsWith('文件。\nStopped.\n')).toBe(true);
  });
});
