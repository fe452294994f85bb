// The help that a pipe gets is made when okhelp is built: it is the page that would be made now.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUILT_WIDTH } from '../src/help-page.ts';
import { loadHelpMessages } from '../src/messages/index.ts';
import { rootHelp } from '../src/terminal/help.ts';
import { plainPaint } from '../src/terminal/paint.ts';
import { okhelp } from './host.ts';

const CONTENT = join(import.meta.dirname, '..', 'dist', 'content');

describe.each(['en', 'zh-CN'] as const)('okhelp --help in %s', (lang) => {
  const made = async (width: number) => rootHelp({ help: await loadHelpMessages(lang) }, { width, paint: plainPaint });

  it('is the page of today', async () => {
    expect(readFileSync(join(CONTENT, lang, 'help.txt'), 'utf8')).toBe(await made(BUILT_WIDTH));
  });

  it('is made anew for another width', async () => {
    const { stdout } = await okhelp(['--help', '--lang', lang], { env: { COLUMNS: '60' } });
    expect(stdout).toBe(`${await made(60)}\n`);
  });
});
