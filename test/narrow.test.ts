// Pages in a terminal of 40 columns, in both languages: headings and sentences wrap; only what is copied whole is longer.
import { beforeAll, expect, test } from 'vitest';
import { COMMANDS, TOPICS } from '../src/cli.ts';
import { displayWidth, loadFullWidth } from '../src/terminal/width.ts';
import { okhelp, ROOT, temporaryFolder } from './host.ts';

const PAGES = [
  [],
  ...TOPICS.map((topic) => ['help', topic]),
  ...COMMANDS.map(({ name }) => [...name.split(' '), '--help']),
  ['check', 'notes.csv', '--statement', 'statement.csv'],
  ['check'],
  ['diagnose', '-a', 'problem=topup-failed', '--no-save'],
  ['emergency', '--region', 'GB', '--sources'],
  ['faq'],
  ['faq', 'how long does a refund take', '--sources'],
  ['faq', 'best phone to buy'],
  ['guide'],
  ['guide', 'topping-up'],
  ['contact'],
  ['contact', '--check', 'https://wa11et.example/login'],
  ['case', 'list'],
  ['case', 'show'],
  ['case', 'next', '--region', 'uk', '--sources'],
  ['note', 'list'],
  ['note', 'show', 'n39'],
  ['config'],
  ['delete-all', '--dry-run'],
  ['note', 'add', '--type', 'paymnet'],
  ['check', 'nothing.csv'],
];

let dataDir: string;
beforeAll(async () => {
  await loadFullWidth();
  dataDir = temporaryFolder();
  const memo = '写得很长的备注，看看怎么换行，and words that go on and on';
  for (const argv of [
    ['note', 'import', 'notes.csv'],
    [
      'note',
      'add',
      '--type',
      'payment',
      '--amount',
      '7',
      '--currency',
      'CNY',
      '--counterparty',
      '👩‍👩‍👧‍👦 café 店',
      '--memo',
      memo,
    ],
    ['diagnose', '-a', 'problem=topup-failed'],
    ['contact', 'add', 'web', 'https://wallet.example', '--found', 'in the app'],
    ['case', 'log', 'sent', '--channel', 'email'],
  ])
    expect((await okhelp([...argv, '--no-input'], { dataDir, cwd: `${ROOT}/examples` })).status).toBe(0);
});

test.each(['en', 'zh-CN'])('no line is wider, in %s', async (lang) => {
  const wide: string[] = [];
  for (const argv of PAGES) {
    const options = { dataDir, cwd: `${ROOT}/examples`, columns: 40, env: { LANG: 'C.UTF-8' } };
    const { stdout, stderr } = await okhelp([...argv, '--no-input', '--lang', lang], options);
    const lines = `${stdout}\n${stderr}`.split('\n');
    // A command, a path and an address are there to be copied; a word of help that is longer than its column stays whole.
    const whole = (line: string) => /okhelp |\/|https?:|\S{18}/.test(line);
    for (const line of lines) if (displayWidth(line) > 40 && !whole(line)) wide.push(`${argv.join(' ')}: ${line}`);
  }
  expect(wide).toEqual([]);
});
