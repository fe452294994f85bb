// The stories beside this file are run, and must print what they say. UPDATE_TRANSCRIPTS=1 writes down what they print.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../host.ts';
import { readCommandLine } from './shell.ts';
import { elided, readStory, writeStory } from './story.ts';
import { teller, told } from './teller.ts';

const FOLDER = join(ROOT, 'test', 'transcripts');
const UPDATE = process.env.UPDATE_TRANSCRIPTS === '1';

describe('stories', () => {
  test.each(readdirSync(FOLDER).filter((name) => name.endsWith('.md') && name !== 'README.md'))('%s', async (name) => {
    const file = join(FOLDER, name);
    const story = readFileSync(file, 'utf8');
    const narrator = teller();
    try {
      const now = writeStory(await told(readStory(story), narrator));
      if (UPDATE && now !== story) writeFileSync(file, now);
      else expect(now).toBe(story);
    } finally {
      narrator.close();
    }
  });
});
