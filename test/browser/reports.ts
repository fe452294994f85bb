// The reports that the browser is shown: with a break and without one, a case with much and one with little, many notes.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { okhelp, ROOT, temporaryFolder } from '../host.ts';

const EXAMPLES = join(ROOT, 'examples');

export const REPORTS = {
  'a mismatch, and a statement': () =>
    written(['report', join(EXAMPLES, 'notes.csv'), '--statement', join(EXAMPLES, 'statement.csv')]),
  'nothing wrong': () => written(['report', join(EXAMPLES, 'statement.csv')]),
  'a case with all that hangs on it': async () => written(['report', '--for', 'me'], await caseFolder()),
  'a case with nothing': async () => {
    const dataDir = temporaryFolder();
    await okhelp(['diagnose', '-a', 'problem=login-problem', '--no-input'], { dataDir });
    return written(['report'], dataDir);
  },
  '2,000 notes': async () => written(['report', 'many.csv'], manyNotes(2000)),
  '400 notes, all of them': async () => written(['report', 'many.csv', '--all-notes'], manyNotes(400)),
  'in Chinese, for anybody': async () => written(['report', '--for', 'public', '--lang', 'zh-CN'], await caseFolder()),
  'long words without a space': async () => written(['report', 'long.csv'], longWords()),
} satisfies Record<string, () => Promise<string>>;

/** Writes a report and gives its path. */
async function written(argv: string[], dataDir = temporaryFolder()): Promise<string> {
  const { status, stderr } = await okhelp(argv, { dataDir });
  if (status !== 0) throw new Error(stderr);
  const path = join(dataDir, 'okhelp-report.html');
  readFileSync(path);
  return path;
}

async function caseFolder(): Promise<string> {
  const dataDir = temporaryFolder();
  const run = (...argv: string[]) => okhelp(argv, { dataDir });
  await run('config', 'set', 'name', '王芳');
  await run('note', 'import', join(EXAMPLES, 'notes.csv'));
  await run('diagnose', '-a', 'problem=balance-mismatch', '--no-input');
  await run('draft-email', '--no-input', '--to', 'help@wallet.example', '-o', 'mail.txt');
  writeFileSync(join(dataDir, '截图 20 October.png'), 'a picture');
  await run('case', 'attach', '截图 20 October.png', '--memo', 'the balance of that evening');
  await run('case', 'log', 'sent', '--channel', 'email', '--to', 'help@wallet.example', '--no-input');
  await run('case', 'log', 'call', '--with', 'Ms Chen', '--promised', 'an answer by Friday');
  return dataDir;
}

/** A payment a day, each with its balance; two of them with a fee that nobody wrote down. */
function manyNotes(count: number): string {
  const rows = ['time,type,amount,balance,counterparty,reference'];
  let balance = 90_000_00;
  for (let i = 0; i < count; i++) {
    const amount = 500 + ((i * 7919) % 4000);
    balance -= amount;
    if (i === 70 || i === 1500) balance -= 150;
    const day = new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10);
    rows.push(`${day} 09:00,payment,${cents(amount)},${cents(balance)},shop ${i % 17},P${i}`);
  }
  const dataDir = temporaryFolder();
  writeFileSync(join(dataDir, 'many.csv'), `${rows.join('\n')}\n`);
  return dataDir;
}

/** What would push a page wider than a telephone, were it not broken: ids, amounts and names without a gap. */
function longWords(): string {
  const dataDir = temporaryFolder();
  const long = 'W'.repeat(300);
  writeFileSync(
    join(dataDir, 'long.csv'),
    `time,type,amount,currency,balance,account,counterparty,reference,memo
2026-03-01 09:00,balance,,USDT,123456789012345678.123456789012345678,${long.slice(0, 80)},${long},${long},${long}
2026-03-02 09:00,payment,1.000000000000000001,USDT,123456789012345670.000000000000000001,${long.slice(0, 80)},مرحبا ${long},${long},付${'款'.repeat(200)}
`,
  );
  return dataDir;
}

function cents(value: number): string {
  return `${Math.trunc(value / 100)}.${String(Math.abs(value) % 100).padStart(2, '0')}`;
}
