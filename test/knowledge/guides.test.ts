// The guides as a reader follows them: each command shown in a block runs as it stands, in a folder with the examples.
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli.ts';
import type { Block } from '../../src/knowledge/answers.ts';
import { readGuide } from '../../src/knowledge/answers-schema.ts';
import { readMarkdown } from '../../src/knowledge/markdown.ts';
import { readSource } from '../../src/knowledge/yaml-file.ts';
import { okhelp, ROOT, temporaryFolder } from '../host.ts';

const FOLDER = join(ROOT, 'content', 'guides');
const GUIDES = readdirSync(FOLDER).map((file) => file.replace('.yaml', ''));
/** Without a terminal these cannot ask what they have to ask, and say so. */
const ASKS = ['okhelp diagnose', 'okhelp note add', 'okhelp check --fix'];

function bodyOf(id: string, language: 'en' | 'zh-CN'): Block[] {
  const file = `guides/${id}.yaml`;
  return readMarkdown(
    readGuide(readSource(file, readFileSync(join(FOLDER, `${id}.yaml`), 'utf8'))).value!.body[language],
  ).blocks;
}

function commandsIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.is === 'list') return block.items.flatMap(commandsIn);
    return block.is === 'code' ? block.lines.filter((line) => line.startsWith('okhelp ')) : [];
  });
}

/** As a shell takes them apart: at spaces, with double quotes. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!).slice(1);
}

/** The table of commands has it; that each command named is one of the contract is proved with the content. */
function isThere(command: string): boolean {
  return COMMANDS.some(({ name }) => `${command} `.startsWith(`okhelp ${name} `));
}

describe.each(['en', 'zh-CN'] as const)('the guides in %s', (language) => {
  it.each(GUIDES)('%s shows commands that work', { timeout: 30_000 }, async (id) => {
    const folder = temporaryFolder();
    cpSync(join(ROOT, 'examples'), folder, { recursive: true });
    const host = { cwd: folder, dataDir: join(folder, 'data'), env: { OKHELP_NO_INPUT: '1', OKHELP_LANG: language } };
    // What a guide says of a case comes after a diagnosis.
    await okhelp(['diagnose', '--answer', 'problem=topup-failed'], host);
    const commands = commandsIn(bodyOf(id, language));
    expect(commands).not.toEqual([]);
    for (const command of commands.filter(isThere)) {
      const { status, stdout, stderr } = await okhelp(wordsOf(command), host);
      expect(ASKS.includes(command) ? [0, 1, 2] : [0, 1], `${command}\n${stdout}${stderr}`).toContain(status);
    }
  });
});
