// `check` and `note import` on files that spreadsheet programs and providers write: other encodings, lines that are no rows.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gb18030 } from '../formats/chinese-sample.ts';
import { okhelp, temporaryFolder } from '../host.ts';

const NOTES =
  'time,type,amount,balance,counterparty\n2026-03-01 09:00,topup,100.00,100.00,中国银行\n2026-03-02 09:00,payment,5.00,95.00,街角咖啡\n';

function folderWith(name: string, bytes: Uint8Array | string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, name), bytes);
  return folder;
}

describe('our own CSV', () => {
  test.each([
    ['GB18030, its names plain', gb18030(NOTES)],
    ['UTF-16 little-endian', Buffer.from(`\ufeff${NOTES}`, 'utf16le')],
    ['UTF-16 big-endian', Buffer.from(`\ufeff${NOTES}`, 'utf16le').swap16()],
    ['UTF-16 without its mark', Buffer.from(NOTES, 'utf16le')],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${NOTES}`)],
  ])('is read and recorded in %s', async (_, bytes) => {
    const dataDir = folderWith('notes.csv', bytes);
    expect((await okhelp(['check', 'notes.csv'], { dataDir })).status).toBe(0);
    const imported = JSON.parse((await okhelp(['note', 'import', 'notes.csv', '--json'], { dataDir })).stdout);
    expect([imported.added, imported.unreadable]).toEqual([2, []]);
    const { notes } = JSON.parse((await okhelp(['note', 'list', '--json'], { dataDir })).stdout);
    expect(notes.map(({ counterparty }: { counterparty: string }) => counterparty)).toEqual(['中国银行', '街角咖啡']);
  });

  test('is refused where its words are in an encoding that nobody can be sure of', async () => {
    const latin = Buffer.from(NOTES.replace('街角咖啡', 'Café Noël').replace('中国银行', 'Bank'), 'latin1');
    const dataDir = folderWith('notes.csv', latin);
    const { status, stdout } = await okhelp(['note', 'import', 'notes.csv', '--json'], { dataDir });
    expect([status, JSON.parse(stdout).code, JSON.parse(stdout).details.line]).toEqual([3, 'file-encoding', 3]);
  });
});

test('rows that are no transactions are told apart from those that were recorded', async () => {
  const table = 'Date,Description,Amount,Balance\n2026-03-01,Shop,-5.00,95.00\n2026-03-02,Kiosk,-3.00,92.00\n';
  const dataDir = folderWith('bank.csv', `${table}Total,,-8.00,\n`);
  const lines = async (lang: string) =>
    (await okhelp(['note', 'import', 'bank.csv', '--dry-run', '--lang', lang], { dataDir })).stdout.split('\n');
  expect(await lines('en')).toContain('  One row is no transaction: a total, a heading or a remark.');
  expect(await lines('zh-CN')).toContain('  另有 1 行不是交易，而是合计、标题或说明。');
});
