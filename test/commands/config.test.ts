// The profile: each value is looked at before it is saved, and nothing secret is kept.
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { okhelp, temporaryFolder } from '../host.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = join(temporaryFolder(), 'inner');
});

const run = (...argv: string[]) => okhelp(argv, { dataDir, cwd: '/' });
const json = async (...argv: string[]) => JSON.parse((await run(...argv, '--json')).stdout);

describe('config set', () => {
  test.each([
    ['name', ' 王小明 ', '王小明'],
    ['account-id', 'user-0042', 'user-0042'],
    ['reply-address', 'wang.xm+okpay@example.com', 'wang.xm+okpay@example.com'],
    ['region', 'cn', 'CN'],
    ['time-zone', 'asia/shanghai', 'Asia/Shanghai'],
    ['currency', 'usdt', 'USDT'],
    ['language', 'zh', 'zh-CN'],
    ['support-address', 'https://example.com/help', 'https://example.com/help'],
    ['support-address', '我的 > 帮助中心 > 在线客服', '我的 > 帮助中心 > 在线客服'],
  ])('%s %j is saved as %j', async (key, given, saved) => {
    expect(await json('config', 'set', key, given)).toEqual({
      schema: 'okhelp.setting/1',
      key,
      value: saved,
      source: 'saved',
    });
    expect((await json('config', 'get', key)).value).toBe(saved);
  });

  test.each([
    ['name', ''],
    ['account-id', '6222 0212 3456 7890 128'],
    ['reply-address', 'wang@localhost'],
    ['reply-address', 'a@example.com, b@example.com'],
    ['region', 'China'],
    ['region', 'UK'],
    ['region', 'EU'],
    ['time-zone', 'Beijing'],
    ['currency', '￥'],
    ['language', 'fr'],
    ['support-address', 'javascript://x'],
    ['support-address', 'support@'],
  ])('%s %j is refused', async (key, value) => {
    const { status } = await run('config', 'set', key, value);
    expect(status).toBe(2);
    expect(await json('config', 'set', key, value)).toMatchObject({ code: 'bad-value', details: { flag: key } });
  });

  test.each([
    ['region', 'UK', 'GB'],
    ['region', '香港', 'HK'],
    ['region', '新加坡', 'SG'],
    ['time-zone', '北京', 'Asia/Shanghai'],
    ['time-zone', 'london', 'Europe/London'],
  ])('%s %s suggests %s', async (key, value, suggestion) => {
    expect((await json('config', 'set', key, value)).details.suggestion).toBe(suggestion);
  });

  test('never shows the card number that it refuses', async () => {
    const { stdout, stderr } = await run('config', 'set', 'name', '4111 1111 1111 1111');
    expect(stdout + stderr).toContain('411111******1111');
    expect(stdout + stderr).not.toMatch(/4111 ?1111 ?1111 ?1111/);
  });

  test.each(['name', 'reply-address', 'support-address'])('a line break in %s is refused', async (key) => {
    expect(await json('config', 'set', key, 'a@example.com\nBcc: x@example.com')).toMatchObject({ code: 'line-break' });
  });

  test('names the nearest setting', async () => {
    expect(await json('config', 'set', 'timezone', 'UTC')).toMatchObject({
      code: 'unknown-setting',
      details: { suggestion: 'time-zone' },
    });
  });

  test('makes the folder and the file for their owner only', async () => {
    await run('config', 'set', 'name', 'Wang');
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDir, 'settings.json')).mode & 0o777).toBe(0o600);
  });
});

describe('config get, unset and list', () => {
  test('get prints the value alone, and nothing where there is none', async () => {
    expect(await run('config', 'get', 'currency')).toMatchObject({ stdout: 'CNY\n', status: 0 });
    expect(await run('config', 'get', 'name')).toMatchObject({ stdout: '', status: 0 });
  });

  test('unset forgets', async () => {
    await run('config', 'set', 'name', 'Wang');
    expect((await run('config', 'unset', 'name')).stdout).toContain('not set any more');
    expect((await json('config', 'get', 'name')).value).toBeNull();
    expect((await run('config', 'unset', 'name')).stdout).toBe('name was not set.\n');
  });

  test('list says where each value comes from', async () => {
    await run('config', 'set', 'currency', 'EUR');
    const { settings } = await json('config', 'list');
    expect(settings).toContainEqual({ key: 'currency', value: 'EUR', source: 'saved' });
    expect(settings).toContainEqual({ key: 'time-zone', value: 'Asia/Shanghai', source: 'environment' });
    expect(settings).toContainEqual({ key: 'language', value: 'en', source: 'system' });
    expect(settings).toContainEqual({ key: 'name', value: null, source: 'none' });
  });

  test('list reads well in Chinese at 60 columns', async () => {
    const { stdout } = await okhelp(['config', 'list', '--lang', 'zh-CN'], { dataDir, columns: 60 });
    expect(stdout).toContain(
      'currency         CNY（okhelp 的默认值）\n                 没写币种的金额按它理解，例如 CNY\n',
    );
  });

  test('a saved language is spoken from then on', async () => {
    await run('config', 'set', 'language', 'zh-CN');
    expect((await run('config', 'get', 'name')).stderr).toBe('name 未设置。\n');
  });

  test('a damaged settings file is named', async () => {
    await run('config', 'set', 'name', 'Wang');
    writeFileSync(join(dataDir, 'settings.json'), '{"name":');
    expect(await run('config', 'list')).toMatchObject({ status: 3 });
  });
});

test('config path shows both places', async () => {
  expect(await json('config', 'path')).toEqual({
    schema: 'okhelp.paths/1',
    data: join(dataDir, 'okhelp.db'),
    settings: join(dataDir, 'settings.json'),
  });
  expect((await run('config', 'path')).stdout).toContain('okhelp.db  (not there yet)');
});

test('without a terminal, config setup says in one sentence why it asks nothing, and what to use', async () => {
  const { status, stderr } = await run('config', 'setup', '--lang', 'zh');
  expect([status, stderr]).toEqual([
    2,
    expect.stringMatching(/^okhelp: 这里无法提问，没有改动任何设置。\n.*`okhelp config set`/),
  ]);
  expect(await json('config', 'setup')).toMatchObject({ code: 'setup-unasked' });
});
