// okhelp report: what is in the page, what never is, where it goes, and what is said of it.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReportFlags } from '../../src/commands/report.ts';
import { writeReport } from '../../src/commands/report.ts';
import { createContext } from '../../src/context.ts';
import { readGlobals } from '../../src/globals.ts';
import { okhelp, ROOT, temporaryFolder, testHost } from '../host.ts';
import { fc } from '../properties.ts';

const NOTES = join(ROOT, 'examples', 'notes.csv');
const STATEMENT = join(ROOT, 'examples', 'statement.csv');

const pageOf = (folder: string, name = 'okhelp-report.html') => readFileSync(join(folder, name), 'utf8');

async function written(argv: string[], options: Parameters<typeof okhelp>[1] = {}) {
  const done = await okhelp(['report', ...argv], options);
  return { ...done, page: existsSync(join(done.dataDir, 'okhelp-report.html')) ? pageOf(done.dataDir) : '' };
}

/** A case with a diagnosis, a draft, evidence and entries, in a folder of its own. */
async function caseFolder(): Promise<string> {
  const dataDir = temporaryFolder();
  const run = (...argv: string[]) => okhelp(argv, { dataDir });
  await run('config', 'set', 'name', 'Wang Fang');
  await run('config', 'set', 'account-id', 'U-2207');
  await run('note', 'import', NOTES);
  await run('diagnose', '-a', 'problem=balance-mismatch', '--no-input');
  await run('draft-email', '--no-input', '--to', 'help@wallet.example', '-o', 'mail.txt');
  writeFileSync(join(dataDir, 'wang fang screen.png'), 'a picture');
  await run('case', 'attach', 'wang fang screen.png', '--memo', 'as Mother saw it');
  await run('case', 'log', 'sent', '--channel', 'email', '--to', 'help@wallet.example', '--no-input');
  await run('case', 'log', 'call', '--with', 'Ms Chen', '--promised', 'a refund by Friday', '--reference', 'TCK-77');
  await run('case', 'log', 'remark', '--text', 'I doubt them');
  return dataDir;
}

describe('the page', () => {
  it('loads nothing and runs nothing', async () => {
    const { page } = await written([NOTES, '--statement', STATEMENT]);
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'`,
    );
    expect(page).not.toMatch(
      /<(script|link|img|iframe|object|embed|base|form|audio|video)\b|\son\w+=|javascript:|@import|url\(/i,
    );
    expect(
      [...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, to]) => to!).filter((to) => !/^#[a-z]+$/.test(to)),
    ).toEqual([]);
  });

  it('shows the mismatch in its place, its explanation, the picture and the sums of its files', async () => {
    const { status, page, stdout, stderr } = await written([NOTES, '--statement', STATEMENT]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Written to okhelp-report\.html \(\d+ KB\)\.\n$/);
    expect(stderr).toContain('okhelp draft-email --attach okhelp-report.html');
    expect(page).toContain('A fee of 1.50 CNY on the withdrawal of 1500.00 CNY');
    expect(page).toMatch(/class="off"><th[^>]*><bdi>line 26<\/bdi>.*does not add up: should be 2209\.35 CNY/);
    expect(page).toMatch(/class="agreed"><th[^>]*><bdi>line 24<\/bdi>/);
    expect(page).toMatch(/<svg class="chart"[^>]*aria-labelledby="b0-0-t b0-0-d">\n<title id="b0-0-t">/);
    expect(page.match(/<td role="cell" class="sum"[^>]*><bdi>[0-9a-f]{64}<\/bdi>/g)).toHaveLength(2);
    expect(page).toContain('34 agree; 2 differ; 1 only in the statement');
  });

  it('tells of the case that is open: entries, evidence, drafts; and the case tells of the report', async () => {
    const dataDir = await caseFolder();
    const { page, stderr } = await written([], { dataDir });
    for (const text of [
      'Case c1, open',
      'with Ms Chen',
      'a refund by Friday',
      'TCK-77',
      'mail to support',
      'U-2207',
      'as Mother saw it',
    ])
      expect(page).toContain(text);
    expect(page).not.toContain('I doubt them');
    expect(page).not.toContain(dataDir);
    expect(stderr).toContain('okhelp draft-email --case c1 --attach okhelp-report.html');
    const { timeline } = JSON.parse((await okhelp(['case', 'show', '--json'], { dataDir })).stdout);
    expect(timeline.at(-1)).toMatchObject({ kind: 'report', text: 'okhelp-report.html' });
  });

  it('for oneself has the remarks and where the files lie', async () => {
    const dataDir = await caseFolder();
    const { page } = await written(['--for', 'me'], { dataDir });
    expect(page).toContain('I doubt them');
    expect(page).toContain(join(dataDir, 'wang fang screen.png'));
  });

  it('for anybody has no name, account, party, id, address, place or time of day', async () => {
    const dataDir = await caseFolder();
    const { page, stderr } = await written(['--for', 'public'], { dataDir });
    for (const text of [
      'Wang',
      'U-2207',
      'Ms Chen',
      'refund by',
      'TCK',
      'wallet.example',
      'Mother',
      'Li Wei',
      'P2026',
      '3021',
      dataDir,
    ])
      expect(page).not.toContain(text);
    expect(page).not.toMatch(/\d\d:\d\d/);
    expect(page).toContain('party 1');
    expect(page).toContain('2209.35');
    expect(page).toContain('file 1.png');
    expect(stderr).toContain('Read it through before you post it');
    expect(stderr).not.toContain('draft-email');
  });

  it('says which of its evidence is not what it was', async () => {
    const dataDir = await caseFolder();
    writeFileSync(join(dataDir, 'wang fang screen.png'), 'b picture');
    expect((await written([], { dataDir })).page).toContain('changed since it was added');
  });

  it('is in Chinese where the person is', async () => {
    const { page, stdout } = await written([join(ROOT, 'examples', 'notes-zh.csv'), '--lang', 'zh-CN']);
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toContain('对不上：应为 1336.00 CNY');
    expect(stdout).toContain('已写入 okhelp-report.html');
  });
});

describe('what a note may hold', () => {
  const header = 'time,type,amount,currency,balance,account,counterparty,reference,error,memo\n';
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

  it('is never HTML, an escape sequence, a direction mark or a secret in the page', async () => {
    const nasty = fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "' onload='x",
      '</style><svg/onload=x>',
      '\x1b[31mred\x1b[0m',
      '\u202egnp.exe\u2066',
      '&lt;b&gt;',
      'password: Hunter22-xyz',
      '4111 1111 1111 1111',
      'verification code 834 221',
      'CVV 123',
      '密码是 Abc12345',
    );
    const row = fc.record({ party: nasty, memo: nasty, error: nasty, account: fc.constantFrom('', '<i>a</i>') });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('support', 'public', 'me'),
        async (rows, audience) => {
          const lines = rows.map(
            ({ party, memo, error, account }, i) =>
              `2026-03-0${i + 1} 09:00,payment,1.00,CNY,${100 - 3 * i}.00,${cell(account)},${cell(party)},R-${i},${cell(error)},${cell(memo)}`,
          );
          const dataDir = temporaryFolder();
          writeFileSync(join(dataDir, 'n.csv'), `${header}${lines.join('\n')}\n`);
          const { page } = await written(['n.csv', '--for', audience], { dataDir });
          expect(page).toContain('</html>');
          expect(page).not.toMatch(
            /<script|<img|<i>|onerror=alert\(1\)>|<svg\/|[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/,
          );
          expect(page).not.toMatch(/Hunter22|Abc12345|4111 1111 1111|834 221|CVV 123/);
          // Every element that is opened is closed, so nothing that a note held became one.
          expect(page.match(/<bdi>/g)!.length).toBe(page.match(/<\/bdi>/g)!.length);
          if (audience === 'public') expect(page).not.toMatch(/alert|gnp|red|R-\d/);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('says what was taken out, on the page and beside it', async () => {
    const dataDir = temporaryFolder();
    writeFileSync(
      join(dataDir, 'n.csv'),
      `${header}2026-03-01 09:00,payment,1.00,CNY,9.00,,,,,password: Hunter22-xyz\n`,
    );
    const { page, stderr } = await written(['n.csv'], { dataDir });
    expect(page).toContain('Taken out: a password or PIN.');
    expect(stderr).toContain('Taken out: a password or PIN.');
    const { stdout } = await okhelp(['report', 'n.csv', '--json', '--force'], { dataDir });
    expect(JSON.parse(stdout).redactions).toEqual([{ kind: 'password', where: 'notes' }]);
  });
});

describe('what it is limited to', () => {
  const TWO = [
    'time,type,amount,currency,balance,account',
    '2026-03-01 09:00,balance,,CNY,100.00,main',
    '2026-03-02 09:00,payment,10.00,CNY,90.00,main',
    '2026-03-03 09:00,payment,20.00,CNY,65.00,main',
    '2026-03-04 09:00,payment,5.00,CNY,60.00,main',
    '2026-03-01 09:00,balance,,USD,7.00,savings',
    '2026-03-02 09:00,topup,3.00,USD,10.00,savings',
  ].join('\n');
  const folderWithTwo = () => {
    const dataDir = temporaryFolder();
    writeFileSync(join(dataDir, 'two.csv'), TWO);
    return dataDir;
  };

  it('is one account, or a time, in the notes, the verdict and the count; and the page says so', async () => {
    const args = ['two.csv', '--account', 'main', '--since', '2026-03-03', '--until', '2026-03-03', '--json'];
    const { stdout, page } = await written(args, { dataDir: folderWithTwo() });
    expect(JSON.parse(stdout).counts).toMatchObject({ notes: { total: 1, shown: 1 }, mismatches: 1 });
    expect(page).not.toContain('savings');
    expect(page).toContain('<bdi>account main; from 2026-03-03 00:00; until 2026-03-03 23:59</bdi>');
    expect(page).toContain('okhelp report two.csv --account main --since 2026-03-03 --until 2026-03-03');
    const other = await written(['two.csv', '--account', 'savings', '--json'], { dataDir: folderWithTwo() });
    expect(JSON.parse(other.stdout).counts).toMatchObject({ notes: { total: 2 }, mismatches: 0 });
  });

  it('holds for the recorded notes, too, and does not name the account in public', async () => {
    const dataDir = folderWithTwo();
    await okhelp(['note', 'import', 'two.csv'], { dataDir });
    const { page } = await written(['--account', 'savings', '--for', 'public'], { dataDir });
    expect(page).toContain('<bdi>one account</bdi>');
    expect(page).toContain('okhelp report --account ID --for public');
    expect(page).not.toContain('savings');
    expect(page).not.toContain('main CNY');
  });

  it('is never an account or a format that is not there', async () => {
    const dataDir = folderWithTwo();
    const { status, stderr } = await written(['two.csv', '--account', 'mian'], { dataDir });
    expect([status, stderr]).toEqual([2, expect.stringContaining('Did you mean `main`?')]);
    expect((await written(['two.csv', '--format', 'alipey-app-csv'], { dataDir })).stderr).toContain('Did you mean');
    expect(existsSync(join(dataDir, 'okhelp-report.html'))).toBe(false);
  });

  it('reads a file as --columns and --date-order say', async () => {
    const dataDir = temporaryFolder();
    writeFileSync(join(dataDir, 'own.csv'), 'Wann;Was;Stand\n03/04/2026;-5,00;95,00\n04/04/2026;-5,00;90,00\n');
    const columns = ['--columns', 'time=Wann,amount=Was,balance=Stand', '--date-order', 'day-first'];
    const { status, page } = await written(['own.csv', ...columns], { dataDir });
    expect(status).toBe(0);
    expect(page).toContain('2026-04-03');
  });
});

describe('where it goes', () => {
  it('is a file of its owner alone, never over another one without --force', async () => {
    const first = await written([NOTES]);
    expect(statSync(join(first.dataDir, 'okhelp-report.html')).mode & 0o077).toBe(0);
    const { status, stderr } = await okhelp(['report', NOTES], { dataDir: first.dataDir });
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('--force') });
    expect((await okhelp(['report', NOTES, '--force'], { dataDir: first.dataDir })).status).toBe(0);
  });

  it("goes with the mail and the complaint, in the mail's language, without remarks to oneself", async () => {
    const dataDir = await caseFolder();
    for (const command of ['draft-email', 'draft complaint']) {
      const file = `${command.replace(' ', '-')}.eml`;
      const flags = ['--attach-report', '--email-lang', 'zh-CN', '-o', file];
      const { status } = await okhelp([...command.split(' '), ...flags], { dataDir });
      expect(status).toBe(0);
      const eml = readFileSync(join(dataDir, file), 'utf8');
      const [, encoded = ''] = /filename=okhelp-report\.html(?:\r\n[^\r\n]+)*\r\n\r\n([\w+/=\r\n]+)/.exec(eml) ?? [];
      const page = Buffer.from(encoded, 'base64').toString('utf8');
      expect(page).toContain('<html lang="zh-CN"');
      expect(page).toContain('TCK-77');
      expect(page).not.toContain('I doubt them');
    }
  });

  it('is written beside a mail that is a text, and needs a case', async () => {
    const dataDir = await caseFolder();
    const { stderr } = await okhelp(['draft-email', '--attach-report', '-o', 'mail.txt', '--force'], { dataDir });
    expect(stderr).toContain('Written to mail-okhelp-report.html: attach it to the mail.');
    const alone = await okhelp(['draft-email', '--problem', 'login-problem', '--attach-report']);
    expect([alone.status, alone.stderr]).toEqual([2, expect.stringContaining('`--attach-report` goes with `--case`')]);
  });

  it('is standard output with -o -, where neither --json nor --open goes', async () => {
    const { stdout, status } = await okhelp(['report', NOTES, '-o', '-']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^<!doctype html>\n<html lang="en">[\s\S]*<\/html>\n$/);
    for (const flag of ['--json', '--open']) expect((await okhelp(['report', NOTES, '-o', '-', flag])).status).toBe(2);
  });

  it('is told to a script as one document', async () => {
    const dataDir = await caseFolder();
    const { stdout } = await okhelp(['report', '--json', '-o', 'r.html'], { dataDir });
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'okhelp.report/1',
      file: 'r.html',
      bytes: statSync(join(dataDir, 'r.html')).size,
      language: 'en',
      for: 'support',
      case: 'c1',
      sections: ['summary', 'outcome', 'timeline', 'balance', 'notes', 'evidence', 'drafts', 'made'],
      counts: { notes: { total: 38, shown: 38 }, mismatches: 1, unreadable: 0, timeline: 5, evidence: 1, drafts: 1 },
    });
  });

  it('is shown in the browser with --open', async () => {
    const host = testHost({ argv: ['report'] });
    const context = await createContext(host, readGlobals(host.argv));
    const opened: string[] = [];
    const flags: ReportFlags = { args: [NOTES], open: true };
    await writeReport(flags, context, async (target) => {
      opened.push(target);
      return { exitCode: 0, once: () => {} };
    });
    expect(opened).toEqual([join(host.dataDir, 'okhelp-report.html')]);
  });
});

describe('where there is little', () => {
  it('has nothing to report without case, notes and file', async () => {
    const { status, stderr } = await okhelp(['report']);
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('okhelp report FILE') });
  });

  it('tells of a case without notes or entries', async () => {
    const dataDir = temporaryFolder();
    await okhelp(['diagnose', '-a', 'problem=login-problem', '--no-input'], { dataDir });
    const { status, page } = await written([], { dataDir });
    expect(status).toBe(0);
    expect(page).toContain('No transactions were recorded');
    expect(page).not.toContain('<svg');
  });

  it('leaves an open case out where a file is named, says so, and takes it with --case', async () => {
    const dataDir = await caseFolder();
    const { page, stderr } = await written([NOTES], { dataDir });
    expect(page).not.toContain('Ms Chen');
    expect(stderr).toContain('--case c1');
    expect((await written([NOTES, '--case', 'c1', '--force'], { dataDir })).page).toContain('Ms Chen');
    expect((await okhelp(['report', '--case', 'c9'], { dataDir })).status).toBe(2);
  });

  it('says of rows that could not be read that it is not whole, with status 3', async () => {
    const dataDir = temporaryFolder();
    writeFileSync(
      join(dataDir, 'n.csv'),
      'time,type,amount,balance\n2026-03-01,payment,1.00,9.00\n2026-03-02,payment,<b>x,8.00\n',
    );
    const { status, page, stderr } = await written(['n.csv'], { dataDir });
    expect(status).toBe(3);
    expect(page).toContain('One row of the file could not be read');
    expect(stderr).toContain('the report is not whole');
  });
});
