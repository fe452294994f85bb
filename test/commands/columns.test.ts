// Columns that the user names: asked for at a terminal, saved under a name, taken again for the same header.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { askColumns } from '../../src/commands/columns/ask.ts';
import { decodeFile } from '../../src/formats/decode.ts';
import { en } from '../../src/messages/en/index.ts';
import { reading } from '../../src/messages/en/reading.ts';
import { BACK } from '../../src/terminal/prompter.ts';
import { okhelp, temporaryFolder } from '../host.ts';
import { type Line, scripted } from './scripted-prompter.ts';

const TABLE =
  'Wann;Wieviel;Stand;Wem\n13.10.2026;-10,00;90,00;Shop\n14.10.2026;-5,50;84,50;Kiosk\n15.10.2026;4,00;88,50;Ann\n';
const MAP = 'time=Wann,amount=Wieviel,balance=Stand';

function folderWith(files: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** Runs in a folder that is home and data folder at once. */
const runIn = (dataDir: string) => (line: string) => okhelp(line.split(' '), { dataDir });

describe('saved columns', () => {
  it('are taken again for another file with the same header, by name for any, and told of', async () => {
    const other = TABLE.replaceAll('2026', '2025').replaceAll('Shop', 'Baker');
    const folder = folderWith({ 'a.csv': TABLE, 'b.csv': other });
    const run = runIn(folder);
    const saved = await run(`check a.csv --columns ${MAP} --save-columns bank`);
    expect([saved.status, saved.stderr]).toEqual([
      0,
      expect.stringContaining('okhelp config unset columns.bank'.slice(0, 20)),
    ]);
    const again = await run('check b.csv');
    expect(again.stdout).toBe('✓ main CNY: adds up. 3 notes, 3 balance readings.\n');
    expect(again.stderr.replace(/\s+/g, ' ')).toContain(
      'Columns read as you saved them on 2026-03-15 (bank): time=Wann, amount=Wieviel, balance=Stand.',
    );
    const json = JSON.parse((await run('check b.csv --columns bank --json')).stdout);
    expect(json.source.columns).toEqual({
      name: 'bank',
      saved: '2026-03-15T12:00:00+08:00',
      map: { time: 'Wann', amount: 'Wieviel', balance: 'Stand' },
    });
  });

  it('serve note import and check --statement too', async () => {
    const folder = folderWith({ 'a.csv': TABLE });
    const run = runIn(folder);
    await run(`check a.csv --columns ${MAP} --save-columns bank`);
    const imported = JSON.parse((await run('note import a.csv --json')).stdout);
    expect([imported.added, imported.columns.name]).toEqual([3, 'bank']);
    const held = JSON.parse((await run('check --statement a.csv --json')).stdout);
    expect([held.statement.matched, held.statement.source.columns.name]).toEqual([3, 'bank']);
  });

  it('are not taken for another header', async () => {
    const folder = folderWith({ 'a.csv': TABLE, 'b.csv': TABLE.replace('Wem', 'Wer') });
    const run = runIn(folder);
    await run(`check a.csv --columns ${MAP} --save-columns bank`);
    const { status, stderr } = await run('check b.csv');
    expect([status, stderr]).toEqual([3, expect.stringContaining('--columns time=NAME,amount=NAME')]);
  });

  it('take the place of others with their name or for their header', async () => {
    const folder = folderWith({ 'a.csv': TABLE });
    const run = runIn(folder);
    await run(`check a.csv --columns ${MAP} --save-columns bank`);
    await run(`check a.csv --columns ${MAP},counterparty=Wem --save-columns shop`);
    const { columns } = JSON.parse((await run('config list --json')).stdout);
    expect(columns.map(({ name, map }: { name: string; map: object }) => [name, Object.keys(map).length])).toEqual([
      ['shop', 4],
    ]);
  });

  it('keep the order of dates that was said', async () => {
    const folder = folderWith({ 'a.csv': TABLE.replaceAll(/1(\d)\.10\.2026/g, '0$1/10/2026') });
    const run = runIn(folder);
    await run(`check a.csv --columns ${MAP} --date-order month-first --save-columns bank`);
    const { source } = JSON.parse((await run('check a.csv --json')).stdout);
    expect(source.dates).toEqual({ order: 'month-first', because: 'asked', example: '03/10/2026', read: '2026-03-10' });
  });

  it('are listed, shown and forgotten by config', async () => {
    const folder = folderWith({ 'a.csv': TABLE });
    const run = runIn(folder);
    await run(`check a.csv --columns ${MAP} --save-columns bank`);
    expect((await run('config list')).stdout).toContain('columns.bank');
    expect((await run('config get columns.bank')).stdout).toBe('time=Wann, amount=Wieviel, balance=Stand\n');
    expect((await run('config unset columns.bank')).stdout).toBe('columns.bank is not set any more.\n');
    expect(JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'))).toEqual({});
    expect((await run('config get columns.bank')).status).toBe(2);
  });

  it('leave other settings alone, and a settings file that somebody else wrote into', async () => {
    const folder = folderWith({ 'a.csv': TABLE, 'settings.json': '{"name":"Ann","columns":[7,{"name":"x"}]}' });
    const run = runIn(folder);
    expect((await run('check a.csv')).status).toBe(3);
    await run(`check a.csv --columns ${MAP} --save-columns bank`);
    expect((await run('config get name')).stdout).toBe('Ann\n');
  });

  test.each([
    ['without columns to save', 'check notes.csv --save-columns bank', '--columns'],
    ['with = in the name', `check a.csv --columns ${MAP} --save-columns a=b`, '--save-columns'],
    ['under --dry-run', `note import a.csv --dry-run --columns ${MAP} --save-columns bank`, '--dry-run'],
    ['by a name that nothing has', 'check a.csv --columns bank', '--columns'],
  ])('%s: a usage error that names the flag', async (_, line, flag) => {
    const folder = folderWith({ 'a.csv': TABLE, 'notes.csv': 'time,type,amount\n2026-10-01,payment,5\n' });
    const { status, stderr } = await runIn(folder)(line);
    expect([status, stderr]).toEqual([2, expect.stringContaining(flag)]);
    expect(existsSync(join(folder, 'settings.json'))).toBe(false);
  });

  it('are not saved where no row can be read with them', async () => {
    const folder = folderWith({ 'a.csv': TABLE });
    const { stderr } = await runIn(folder)('check a.csv --columns time=Wem,amount=Wann --save-columns bank');
    expect(stderr).toContain(reading.notSaved.slice(0, 30));
    expect(existsSync(join(folder, 'settings.json'))).toBe(false);
  });
});

test('with --statement the columns speak of the statement, not of the notes', async () => {
  const notes = 'time,type,amount,balance\n2026-10-13,payment,10.00,90.00\n';
  const folder = folderWith({ 'a.csv': TABLE, 'notes.csv': notes });
  const { status, stdout } = await runIn(folder)(`check notes.csv --statement a.csv --columns ${MAP} --json`);
  expect([status, JSON.parse(stdout).source.format]).toEqual([1, 'okhelp-csv']);
});

test('money in and money out may stand in columns of their own', async () => {
  const text = 'wann,raus,rein,stand\n2026-10-13,10.00,,90.00\n2026-10-14,,5.00,95.00\n';
  const folder = folderWith({ 'a.csv': text });
  const { stdout } = await runIn(folder)('check a.csv --columns time=wann,out=raus,in=rein,balance=stand');
  expect(stdout).toBe('✓ main CNY: adds up. 2 notes, 2 balance readings.\n');
});

describe('asked at a terminal', () => {
  const said: string[] = [];
  const context = { t: en, lang: 'en' as const, io: { widthErr: 80, say: (text: string) => void said.push(text) } };
  const asked = async (text: string, lines: Line[], offers = true) => {
    said.length = 0;
    const prompter = scripted(...lines);
    const file = decodeFile('my bank.csv', Buffer.from(text));
    const defaults = { currency: 'CNY', zone: () => 480 };
    const chosen = await askColumns(file, offers, prompter, defaults, context as never);
    return { chosen, prompter };
  };
  const { ask } = reading;

  it('proposes what it guesses, shows it, and keeps it under a name', async () => {
    const { chosen, prompter } = await asked(TABLE, ['Wann', 'Wieviel', 'Stand', 'none', ask.yes, 'bank']);
    expect(prompter.asked).toEqual([ask.time, ask.amount, ask.balance, ask.counterparty, ask.confirm, ask.name]);
    const marked = prompter.offered.slice(0, 4).map((labels) => labels.at(-1));
    expect(marked).toEqual([
      'marked: Wann  (13.10.2026 · 14.10.2026)',
      'marked: Wieviel  (-10,00 · -5,50)',
      'marked: Stand  (90,00 · 84,50)',
      'marked: Wem  (Shop · Kiosk)',
    ]);
    expect(prompter.offered.at(-1)).toEqual(['my bank']);
    expect(chosen).toEqual({ map: { time: 'Wann', amount: 'Wieviel', balance: 'Stand' }, from: null, keep: 'bank' });
    expect(said.slice(-2)).toEqual([reading.again, `  --columns ${MAP}`]);
  });

  it('goes back, and starts again from the answers given', async () => {
    const { chosen, prompter } = await asked(
      TABLE,
      ['Wann', 'Stand', BACK, 'Wieviel', 'none', 'Wem', ask.choose, 'Wann', 'Wieviel', 'Stand', 'Wem', ask.yes],
      false,
    );
    expect(prompter.offered[9]).toContain('marked: none');
    expect(chosen?.map).toEqual({ time: 'Wann', amount: 'Wieviel', balance: 'Stand', counterparty: 'Wem' });
    expect(chosen?.keep).toBeNull();
  });

  it('asks for both sides where the amount has two columns', async () => {
    const text = 'wann,raus,rein\n2026-10-13,10.00,\n2026-10-14,,5.00\n';
    const { chosen } = await asked(text, ['wann', ask.two, 'rein', 'raus', 'none', 'none', ask.yes, '']);
    expect(chosen).toMatchObject({ map: { time: 'wann', in: 'rein', out: 'raus' }, keep: null });
  });

  it('asks which is the day only where the file leaves it open', async () => {
    const text = TABLE.replaceAll(/1(\d)\.10\.2026/g, '0$1/10/2026');
    const { chosen, prompter } = await asked(text, ['Wann', 'Wieviel', 'Stand', 'Wem', '2026-03-10', ask.yes, '']);
    expect(prompter.asked[4]).toBe(ask.dates('03/10/2026'));
    expect(prompter.offered[4]).toEqual([
      ask.dayFirst('2026-10-03'),
      ask.monthFirst('2026-03-10'),
      `marked: ${ask.dayFirst('2026-10-03')}`,
    ]);
    expect(chosen?.dateOrder).toBe('month-first');
  });

  it('offers no yes where nothing can be read, and leaves the file alone when told so', async () => {
    const { chosen, prompter } = await asked(TABLE, ['Wem', 'Wieviel', 'none', 'none', ask.leave]);
    expect(prompter.offered.at(-1)).toEqual([ask.choose, ask.leave]);
    expect(chosen).toBeNull();
  });

  it('asks nothing about a text that is no table', async () => {
    expect((await asked('Dear Ann,\nit is nine\n', [])).chosen).toBeNull();
  });
});
