// The package as a stranger gets it: packed, installed into an empty folder, driven by flags alone, on each Node line.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** The Node that runs these tests, and the current LTS lines; their binaries come as packages without install scripts. */
const NODE_LINES = ['own', '22', '24'] as const;

/** Six notes, one of which lost its fee: the last balance is 2.50 lower than the notes add up to. */
const NOTES = `时间,类型,金额,币种,余额,交易号,备注
2026-03-01 09:00,充值,1000.00,CNY,1000.00,A1,
2026-03-01 12:10,付款,58.00,CNY,942.00,A2,午饭
2026-03-02 08:30,付款,120.00,CNY,822.00,A3,
2026-03-02 18:00,退款,20.00,CNY,842.00,A4,
2026-03-03 10:00,提现,300.00,CNY,539.50,A5,
2026-03-03 20:15,付款,39.50,CNY,500.00,A6,
`;

let folder: string;
let tarball: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'okhelp-e2e-'));
  npm(['pack', '--pack-destination', folder], ROOT);
  tarball = join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz'))!);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the tarball', () => {
  it('is smaller than 3 MB', () => {
    expect(statSync(tarball).size).toBeLessThan(3_000_000);
  });

  it('holds the program, its content and its licence, and neither sources nor tests', () => {
    const files = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).trim().split('\n');
    const names = files.map((file) => file.replace(/^package\//, ''));
    for (const name of [
      'package.json',
      'LICENSE',
      'README.md',
      'CHANGELOG.md',
      'THIRD_PARTY_LICENSES',
      'bin/okhelp.js',
      'dist/main.js',
    ]) {
      expect(names).toContain(name);
    }
    expect(names.filter((name) => name.startsWith('dist/content/zh-CN/'))).not.toEqual([]);
    expect(names.filter((name) => /^(src|test|bench|content|node_modules|\.ci)\//.test(name))).toEqual([]);
  });
});

describe.each(NODE_LINES)('installed into an empty folder with Node %s', (line) => {
  let home: string;
  let node: string;

  beforeAll(() => {
    home = join(folder, `node-${line}`);
    mkdirSync(home);
    node = line === 'own' ? process.execPath : nodeFromPackage(line, join(folder, `runtime-${line}`));
    writeFileSync(join(home, 'package.json'), '{"private":true}');
    npm(['install', '--no-audit', '--no-fund', '--prefer-offline', tarball], home, node);
    writeFileSync(join(home, 'notes.csv'), NOTES);
  });

  const okhelp = (...args: string[]) => {
    const bin = join(home, 'node_modules', '.bin', 'okhelp');
    const run = spawnSync(node, [bin, ...args], {
      cwd: home,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        HOME: home,
        LANG: 'zh_CN.UTF-8',
        TZ: 'Asia/Shanghai',
        OKHELP_NOW: '2026-03-10T09:00:00+08:00',
      },
    });
    return { status: run.status, stdout: run.stdout, stderr: run.stderr };
  };

  it('brings no package with an install script', () => {
    const withScripts = installedPackages(join(home, 'node_modules')).filter((file) => {
      const { scripts = {} } = JSON.parse(readFileSync(file, 'utf8'));
      return ['preinstall', 'install', 'postinstall'].some((name) => name in scripts);
    });
    expect(withScripts).toEqual([]);
  });

  it('runs on the Node it was installed with', () => {
    const version = execFileSync(node, ['--version'], { encoding: 'utf8' });
    if (line !== 'own') expect(version).toMatch(new RegExp(`^v${line}\\.`));
    expect(okhelp('--version')).toEqual({ status: 0, stdout: `${packageVersion()}\n`, stderr: '' });
  });

  it('goes the whole way from notes to a mail without asking anything', () => {
    const imported = okhelp('note', 'import', 'notes.csv', '--no-input', '--json');
    expect(imported.stderr).toBe('');
    expect(imported.status).toBe(0);

    const checked = okhelp('check', '--json');
    expect(checked.status).toBe(1);
    const [account] = JSON.parse(checked.stdout).accounts;
    expect(account.mismatches).toHaveLength(1);
    expect(account.mismatches[0]).toMatchObject({ expected: '542.00', recorded: '539.50', difference: '-2.50' });
    expect(account.mismatches[0].explanations[0]).toMatchObject({ cause: 'unrecorded-fee', amount: '2.50' });

    const diagnosed = okhelp('diagnose', '--answer', 'problem=balance-mismatch', '--no-input', '--json');
    expect(diagnosed.stderr).toBe('');
    expect(diagnosed.status).toBe(0);
    const diagnosis = JSON.parse(diagnosed.stdout);
    expect(diagnosis).toMatchObject({ schema: 'okhelp.diagnosis/1', problem: 'balance-mismatch' });
    expect(diagnosis.case).toMatch(/^c\d+$/);

    const written = okhelp(
      'draft-email',
      '--case',
      diagnosis.case,
      '--format',
      'eml',
      '-o',
      'mail.eml',
      '--account',
      'me',
      '--no-input',
    );
    expect({ status: written.status, stdout: written.stdout }).toMatchObject({ status: 0 });
    const mail = readFileSync(join(home, 'mail.eml'), 'latin1');
    expect(mail).toMatch(/^Subject: =\?UTF-8\?[BQ]\?/m);
    expect(mail).toMatch(/^Content-Type: text\/plain; charset=utf-8/im);
    expect(mail).toMatch(/^[\x00-\x7f]*$/);
  });

  it('loads each part that waits until it is needed', () => {
    writeFileSync(join(home, 'answers.yaml'), 'problem: topup-failed\ntopup-debited: yes\n');
    writeFileSync(join(home, 'statement.csv'), 'Date,Description,Amount,Balance\n2026-03-01,Tea,-4.00,96.00\n');
    writeFileSync(join(home, 'bank.qif'), '!Type:Bank\nD29/12/2025\nT-10.00\nPShop\n^\n');
    const seed = Array.from({ length: 11 }, () => 'abandon').join(' ');
    const parts: [status: number, ...words: string[]][] = [
      [0, 'diagnose', '--answers', 'answers.yaml', '--no-input', '--no-save', '--json'],
      [0, 'diagnose', '付款失败', '--no-input', '--no-save'],
      [0, 'check', 'statement.csv'],
      [0, 'check', 'bank.qif', '--json'],
      [1, 'check', 'notes.csv', '--statement', 'statement.csv', '--json'],
      [0, 'note', 'export', '--format', 'hledger'],
      [0, 'note', 'export', '--format', 'beancount'],
      [0, 'note', 'export', 'all.json'],
      [0, 'note', 'import', 'all.json', '--dry-run'],
      [0, 'config', 'set', 'time-zone', 'Asia/Shanghai'],
      [0, 'check', '--fix', '--yes', '--json'],
      [0, 'draft-email', '--problem', 'payment-failed', '--error-message', `${seed} about`, '--json'],
      [0, 'draft-email', '--problem', 'payment-failed', '--format', 'mailto'],
      [3, 'draft-email', '--problem', 'payment-failed', '--attach', 'not-there.png'],
      [2, 'check', '--format', 'no-such-format'],
    ];
    const went = parts.map(([, ...words]) => [okhelp(...words).status, ...words]);
    expect(went).toEqual(parts);
    const drafted = okhelp('draft-email', '--problem', 'payment-failed', '--error-message', `${seed} about`, '--json');
    expect(JSON.parse(drafted.stdout).redactions).toEqual([{ kind: 'seed-phrase', where: 'errorMessage' }]);
  });

  it('keeps what it was told where its owner alone can read it', () => {
    const data = join(home, '.local', 'share', 'okhelp');
    expect(existsSync(data)).toBe(true);
    const open = [data, ...readdirSync(data).map((name) => join(data, name))].filter(
      (path) => statSync(path).mode & 0o077,
    );
    expect(open).toEqual([]);
  });

  it('says in Chinese what is wrong with an unknown command, with status 2', () => {
    const { status, stdout, stderr } = okhelp('chekc');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/chekc/);
    expect(stderr).toMatch(/okhelp check/);
    expect(stderr).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('installed for all folders, without a network', () => {
  it('okhelp is a command that works, its licences lie beside it, and npm runs and misses nothing', () => {
    const prefix = join(folder, 'global');
    const bin = process.platform === 'win32' ? prefix : join(prefix, 'bin');
    // What the installations before this one fetched is in npm's cache.
    const words = ['install', '--global', '--offline', '--no-audit', '--no-fund', '--loglevel=notice', tarball];
    const run = spawnSync('npm', words, {
      encoding: 'utf8',
      env: { ...process.env, npm_config_prefix: prefix },
    });
    expect({ status: run.status, stdout: run.stdout.trim() }).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^added \d+ packages? in /),
    });
    const said = run.stderr
      .split('\n')
      .filter((line) => /warn|err/i.test(line) && !/user config|env config/.test(line));
    expect(said).toEqual([]);
    const env = { PATH: `${bin}:${process.env.PATH}`, HOME: folder, OKHELP_DATA_DIR: join(folder, 'global-data') };
    const okhelp = (...args: string[]) => spawnSync('okhelp', args, { encoding: 'utf8', env, cwd: folder });
    expect(okhelp('--version').stdout).toBe(`${packageVersion()}\n`);
    expect(okhelp('note', 'add', '--type', 'payment', '--amount', '5', '--currency', 'CNY', '--no-input').status).toBe(
      0,
    );
    expect(JSON.parse(okhelp('note', 'list', '--json').stdout).notes).toHaveLength(1);
    expect(existsSync(join(prefix, 'lib', 'node_modules', 'okhelp', 'THIRD_PARTY_LICENSES'))).toBe(true);
  });
});

/** Runs npm under the given Node; an npm that starts another Node version is that version's npm for all that counts. */
function npm(args: string[], cwd: string, node = process.execPath): string {
  const path = `${join(node, '..')}:${process.env.PATH}`;
  return execFileSync('npm', args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Installs the packaged binary of a Node line (the newest of it) and gives its path. */
function nodeFromPackage(line: string, into: string): string {
  mkdirSync(into);
  writeFileSync(join(into, 'package.json'), '{"private":true}');
  const name = `node-${process.platform}-${process.arch}`;
  npm(['install', '--no-audit', '--no-fund', '--prefer-offline', `${name}@${line}`], into);
  return join(into, 'node_modules', name, 'bin', 'node');
}

/** The package.json of every installed package. */
function installedPackages(modules: string): string[] {
  return readdirSync(modules).flatMap((name) => {
    if (name.startsWith('.')) return [];
    const path = join(modules, name);
    if (name.startsWith('@')) return installedPackages(path);
    const nested = join(path, 'node_modules');
    return [join(path, 'package.json'), ...(existsSync(nested) ? installedPackages(nested) : [])];
  });
}

function packageVersion(): string {
  return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version;
}
