// The stories beside this file are run and must print what they say; UPDATE_TRANSCRIPTS=1 writes down what they print.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../host.ts';
import { readCommandLine } from './shell.ts';
import { readStory, writeStory } from './story.ts';
import { teller, told } from './teller.ts';

const FOLDER = join(ROOT, 'test', 'transcripts');
const UPDATE = process.env.UPDATE_TRANSCRIPTS === '1';
const STORIES = readdirSync(FOLDER).filter((name) => name.endsWith('.md') && name !== 'README.md');

test.each(STORIES)('the story %s', async (name) => {
  const file = join(FOLDER, name);
  const story = readFileSync(file, 'utf8');
  const narrator = teller(name.endsWith('-zh.md') ? 'zh_CN.UTF-8' : undefined);
  try {
    const now = writeStory(await told(readStory(story), narrator));
    if (UPDATE && now !== story) writeFileSync(file, now);
    else expect(now).toBe(story);
  } finally {
    narrator.close();
  }
});

describe('how stories are read', () => {
  test('as a shell would: quotes, redirections, variables, pipes', () => {
    expect(readCommandLine(`LANG=C okhelp add --memo "two \\"words\\"" 'a $b' c\\ d > out.csv 2> err # why`)).toEqual({
      env: { LANG: 'C' },
      words: ['okhelp', 'add', '--memo', 'two "words"', 'a $b', 'c d'],
      stdin: null,
      stdout: { file: 'out.csv', append: false },
      stderr: 'err',
      hereDocument: null,
      pipe: null,
    });
    expect(readCommandLine('okhelp check - < a.csv | jq -r .schema')).toMatchObject({
      words: ['okhelp', 'check', '-'],
      stdin: 'a.csv',
      pipe: { words: ['jq', '-r', '.schema'] },
    });
    expect(readCommandLine(`cat > a.csv << 'END'`)).toMatchObject({ words: ['cat'], hereDocument: 'END' });
  });

  test('and no further', () => {
    expect(() => readCommandLine('okhelp check $FILE')).toThrow('know nothing of $');
    expect(() => readCommandLine('okhelp check; okhelp list')).toThrow('know nothing of ;');
  });

  test('a story that prints what it says comes out as it was', () => {
    const story =
      'Prose.\n\n```console\n$ okhelp a \\\n    b\n$ cat > f << END\n$ x\nEND\n\nout\n[exit 1]\n```\n\nMore.\n';
    expect(writeStory(readStory(story))).toBe(story);
    expect(readStory(story)[1]).toEqual({
      exchanges: [
        { command: 'okhelp a \\\n    b', output: [], status: 0 },
        { command: 'cat > f << END\n$ x\nEND', output: ['', 'out'], status: 1 },
      ],
    });
  });
});
