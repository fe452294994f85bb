// Every command that writes a file says which folder is missing, what to do, and that nothing was written.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { okhelp, temporaryFolder } from '../host.ts';

const COMMANDS = [
  'export',
  'note export',
  'report',
  'case export c1',
  'case remind c1',
  'draft-email',
  'draft follow-up',
  'draft phone',
  'draft chat',
  'draft social',
  'draft forum',
  'draft complaint',
];

async function withCase(): Promise<{ dataDir: string; cwd: string }> {
  const { dataDir } = await okhelp(['diagnose', '-a', 'problem=topup-failed', '--no-input']);
  await okhelp(['case', 'log', 'sent', '--channel', 'email'], { dataDir });
  const cwd = join(temporaryFolder(), 'here');
  mkdirSync(cwd);
  return { dataDir, cwd };
}

describe.each(COMMANDS)('okhelp %s -o into a folder that is missing', (command) => {
  it.each([
    ['en', 'There is no folder cases/may. Nothing was written. Make the folder first'],
    ['zh-CN', '没有文件夹 cases/may。 没有写入任何内容。请先建好这个文件夹'],
  ])('says so in %s', async (lang, said) => {
    const where = await withCase();
    const { status, stderr } = await okhelp([...command.split(' '), '-o', 'cases/may/file.out', '--lang', lang], where);
    expect(status).toBe(3);
    expect(stderr.replaceAll('\n', ' ')).toContain(said);
    expect(readdirSync(where.cwd)).toEqual([]);
  });
});
