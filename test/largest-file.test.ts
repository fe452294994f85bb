// A file too large to be held whole is refused before it is read, with what to do; our own CSV is not held to that.
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { expectFits } from '../src/largest-file.ts';
import { okhelp, temporaryFolder } from './host.ts';

/** A file of that size that takes no room on the disk. */
function large(name: string, head: string, bytes: number): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, name), head);
  truncateSync(join(folder, name), bytes);
  return folder;
}

test.each([
  ['a statement', 'bank.csv', 'Date,Description,Amount,Balance\n2026-03-01,Shop,-5.00,95.00\n'],
  ['our own JSON', 'notes.json', '{\n  "schema": "okhelp.notes/1",\n  "notes": [\n'],
  ['a journal', 'all.journal', '2026-03-01 Shop\n    assets:wallet  -5.00 CNY\n    expenses\n'],
])('%s of 520 MB is refused in one calm line, and nothing happens to the notes', async (_, name, head) => {
  const dataDir = large(name, head, 520e6);
  for (const words of [
    ['check', name],
    ['note', 'import', name],
    ['check', '--statement', name],
  ]) {
    const { status, stdout, stderr } = await okhelp(words, { dataDir });
    expect([status, stdout]).toEqual([3, '']);
    expect(stderr.replace(/\s+/g, ' ')).toMatch(
      new RegExp(
        `^okhelp: ${name} has 520 MB\\. okhelp holds such a file in memory whole, and here there is room for \\d+ MB\\. Nothing was read\\.`,
      ),
    );
  }
});

test('as much fits as Node has room for, and never more than a text may be long', async () => {
  const most = async (kind: 'statement' | 'json', room: number) => {
    try {
      await expectFits({ name: 'x', size: 1e12 }, kind, room);
    } catch (error) {
      return (error as { values: { most: number } }).values.most;
    }
    return null;
  };
  expect([await most('statement', 2e9), await most('json', 2e9), await most('statement', 64e9)]).toEqual([
    50, 250, 500,
  ]);
  await expectFits({ name: 'x', size: 50e6 }, 'statement', 2e9);
});

test('a workbook is judged by what it is when unpacked', async () => {
  const book = Buffer.from(zipSync({ '[Content_Types].xml': new Uint8Array(1), 'xl/workbook.xml': new Uint8Array(9) }));
  // The size in the directory of the archive (APPNOTE.TXT, 4.3.12).
  const entry = book.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  book.writeUInt32LE(300e6, entry + 24);
  const dataDir = temporaryFolder();
  writeFileSync(join(dataDir, 'bill.xlsx'), book);
  const { status, stdout } = await okhelp(['note', 'import', 'bill.xlsx', '--json'], { dataDir });
  const { code, details } = JSON.parse(stdout);
  expect([status, code, details]).toEqual([
    3,
    'file-too-large',
    { file: 'bill.xlsx', megabytes: 300, most: 200, ours: false, unpacked: true },
  ]);
});
