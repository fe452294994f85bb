// The guides as a reader follows them: each command shown in a block runs as it stands, in a folder with the examples.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Block, Guide } from '../../src/knowledge/answers.ts';
import { compileContent } from '../../src/knowledge/compile.ts';
import { okhelp, ROOT, temporaryFolder } from '../host.ts';

const documents = new Map<string, unknown>(compileContent(join(ROOT, 'content')));
const GUIDES = [
  'opening-an-account',
  'topping-up',
  'withdrawing',
  'paying-safely',
  'reading-a-statement',
  'keeping-notes',
  'gathering-evidence',
  'contacting-support',
  'video-and-community',
  'escalation',
];
/** Without a terminal these cannot ask what they have to ask, and say so. */
const ASKS = ['okhelp diagnose', 'okhelp note add', 'okhelp check --fix'];

const guideOf = (language: string, id: string) => documents.get(`${language}/guides/${id}.json`) as Guide;

function commandsIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.is === 'code'
      ? block.lines.filter((line) => line.startsWith('okhelp '))
      : block.is === 'list'
        ? block.items.flatMap(commandsIn)
        : [],
  );
}

/** As a shell takes them apart: at spaces, with double quotes. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!).slice(1);
}

describe.each(['en', 'zh-CN'])('the guides in %s', (language) => {
  it.each(GUIDES)('%s shows commands that work', { timeout: 30_000 }, async (id) => {
    const folder = temporaryFolder();
    cpSync(join(ROOT, 'examples'), folder, { recursive: true });
    const host = { cwd: folder, dataDir: join(folder, 'data'), env: { OKHELP_NO_INPUT: '1', OKHELP_LANG: language } };
    for (const command of commandsIn(guideOf(language, id).body)) {
      const { status, stdout, stderr } = await okhelp(wordsOf(command), host);
      const allowed = ASKS.includes(command) ? [0, 1, 2] : [0, 1];
      expect(allowed, `${command}\n${stdout}${stderr}`).toContain(status);
    }
  });
});
