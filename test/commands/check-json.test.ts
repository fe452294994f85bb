// `okhelp check` on what okhelp itself wrote of notes as JSON.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { okhelp, temporaryFolder } from '../host.ts';

const NOTES = `time,type,amount,currency,balance
2026-03-01 09:00,balance,,CNY,100.00
2026-03-02 09:00,payment,20.00,CNY,80.00
2026-03-03 09:00,payment,30.00,CNY,55.00
2026-03-03 09:00,payment,1.00,USD,
`;

async function listed(): Promise<{ folder: string; json: string }> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'notes.csv'), NOTES);
  await okhelp(['note', 'import', 'notes.csv'], { dataDir: folder });
  return { folder, json: (await okhelp(['note', 'list', '--json'], { dataDir: folder })).stdout };
}

test('finds the same in the list of notes as in the notes', async () => {
  const { folder, json } = await listed();
  writeFileSync(join(folder, 'list.json'), json);
  const found = async (...words: string[]) => {
    const { status, stdout } = await okhelp(['check', ...words, '--json', '--currency', 'CNY'], { dataDir: folder });
    return [status, JSON.parse(stdout).accounts[0].mismatches[0].difference];
  };
  expect(await found('list.json')).toEqual([1, '5.00']);
  expect(await found()).toEqual([1, '5.00']);
});

test('reads it in UTF-16 too, as the shell of Windows writes it', async () => {
  const { folder, json } = await listed();
  writeFileSync(join(folder, 'list.json'), Buffer.from(`\ufeff${json}`, 'utf16le'));
  const { source } = JSON.parse((await okhelp(['check', 'list.json', '--json'], { dataDir: folder })).stdout);
  expect(source).toMatchObject({ format: 'okhelp-json', rows: 4, unreadable: [] });
});
