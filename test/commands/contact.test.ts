// The saved channels: listed, added with where they were found, removed, in step with the setting, and compared with.
import { describe, expect, it } from 'vitest';
import { contactAdd } from '../../src/commands/contact-add.ts';
import { createContext } from '../../src/context.ts';
import { readGlobals } from '../../src/globals.ts';
import { en } from '../../src/messages/en/index.ts';
import { BACK } from '../../src/terminal/prompter.ts';
import { okhelp, temporaryFolder, testHost } from '../host.ts';
import { scripted } from './scripted-prompter.ts';

const MAIL = 'support@wallet.example';
const add = (dataDir: string, ...args: string[]) => okhelp(['contact', 'add', ...args], { dataDir });

async function json(dataDir: string, ...args: string[]) {
  const { stdout, status } = await okhelp([...args, '--json'], { dataDir });
  return { status, ...JSON.parse(stdout) };
}

async function adds(dataDir: string, args: string[], ...lines: Parameters<typeof scripted>) {
  const host = testHost({ dataDir, tty: true, env: { NO_COLOR: '1' } });
  const context = await createContext(host, readGlobals([]));
  const person = scripted(...lines);
  context.prompter = async () => person;
  try {
    await contactAdd.run({ args }, context);
    return { asked: person.asked, out: host.out(), err: host.err() };
  } finally {
    context.close();
  }
}

describe('the list', () => {
  it.each([
    ['en', 'Contact us', 'okhelp knows no address of any wallet'],
    ['zh-CN', '联系我们', 'okhelp 不知道任何钱包的联系方式'],
  ])('empty, says where in the app to look and that okhelp ships none (%s)', async (lang, where, none) => {
    const { stdout, status } = await okhelp(['contact', '--lang', lang]);
    expect(status).toBe(0);
    expect(stdout.replaceAll('\n', lang === 'en' ? ' ' : '')).toContain(where);
    expect(stdout.replaceAll('\n', lang === 'en' ? ' ' : '')).toContain(none);
  });

  it('shows each with its day and where it was found', async () => {
    const { dataDir } = await okhelp(['contact', 'add', 'email', MAIL, '--found', 'in the app, Me > Help', '--use']);
    await add(dataDir, 'app', 'Me > Help > Chat', '--found', 'in the app', '--memo', '9 to 18 h');
    const { stdout } = await okhelp(['contact'], { dataDir });
    expect(stdout).toContain(
      `k1  e-mail  ${MAIL}\n    saved on 2026-03-15; found: in the app, Me > Help\n    drafts are addressed to it`,
    );
    expect(stdout).toContain('k2  in the app  Me > Help > Chat');
    expect(stdout).toContain('9 to 18 h');
    expect(await json(dataDir, 'contact')).toMatchObject({
      schema: 'okhelp.contacts/1',
      supportAddress: MAIL,
      contacts: [
        { id: 'k1', kind: 'email', value: MAIL, usedForDrafts: true },
        { id: 'k2', usedForDrafts: false },
      ],
    });
  });

  it('names a support-address that was only set', async () => {
    const { dataDir } = await okhelp(['config', 'set', 'support-address', MAIL]);
    expect((await okhelp(['contact'], { dataDir })).stdout).toContain(`Drafts are addressed to ${MAIL}`);
    expect((await okhelp(['contact', '--check', MAIL], { dataDir })).status).toBe(0);
  });
});

describe('contact add', () => {
  it.each([
    [['fax', '1'], 'email, phone, web'],
    [['email', 'nobody'], 'a mail address'],
    [['email', `a\u202e@wallet.example`], 'a mail address'],
    [['phone', 'call me'], 'a telephone number'],
    [['web', 'javascript:alert(1)'], 'a web address'],
    [['chat', 'javascript:alert(1)'], 'the place of the chat'],
    [['app', ''], 'the place in the app'],
    [['app', 'a\nb'], 'line'],
    [['email'], 'VALUE'],
    [['email', MAIL], '--found'],
  ])('%j is refused', async (args, said) => {
    const { status, stderr } = await add(temporaryFolder(), ...args, ...(args[1] === MAIL ? [] : ['--found', 'x']));
    expect(status).toBe(2);
    expect(stderr.replaceAll('\n', ' ')).toContain(said);
  });

  it('keeps no card number and no password', async () => {
    const dataDir = temporaryFolder();
    const card = await add(dataDir, 'app', '4111 1111 1111 1111', '--found', 'x');
    expect(card.status).toBe(2);
    expect(card.stderr).not.toContain('4111 1111 1111 1111');
    const { stderr } = await add(dataDir, 'email', MAIL, '--found', 'in the app, password: Sesame-77x');
    expect(stderr).toContain('was left out');
    expect(JSON.stringify(await json(dataDir, 'contact'))).not.toContain('Sesame');
  });

  it('saved twice is saved once', async () => {
    const { dataDir } = await okhelp(['contact', 'add', 'email', MAIL, '--found', 'in the app']);
    expect((await add(dataDir, 'email', MAIL.toUpperCase(), '--found', 'x')).stdout).toContain('as k1');
    expect((await json(dataDir, 'contact')).contacts).toHaveLength(1);
  });

  it('asks for what is missing, and whether drafts shall go there', async () => {
    const dataDir = temporaryFolder();
    const { asked, out } = await adds(
      dataDir,
      [],
      'e-mail',
      'nobody',
      MAIL,
      BACK,
      MAIL,
      'in the app',
      'Save it',
      'yes',
    );
    expect(asked).toEqual([
      en.contact.add.whichKind,
      en.contact.add.whichValue,
      en.contact.add.notThis(en.contact.expected.email),
      en.contact.add.whichValue,
      en.contact.add.whereFound,
      en.contact.add.whichValue,
      en.contact.add.whereFound,
      en.ask.review.message,
      en.contact.add.useIt,
    ]);
    expect(out).toContain(`Drafts are now addressed to ${MAIL}.`);
    expect((await okhelp(['config', 'get', 'support-address'], { dataDir })).stdout).toBe(`${MAIL}\n`);
  });

  it('shows what is odd about one that looks like a saved one, and saves it only after a yes', async () => {
    const { dataDir } = await okhelp(['contact', 'add', 'email', MAIL, '--found', 'in the app']);
    const { asked, err, out } = await adds(
      dataDir,
      ['email', 'support@waIlet.example'],
      'in a message',
      'Save it',
      'no',
    );
    expect(asked).toContain(en.contact.add.saveAnyway);
    expect(err).toContain('looks like');
    expect(out).toContain(en.contact.add.notSaved);
    expect((await json(dataDir, 'contact')).contacts).toHaveLength(1);
  });
});

describe('contact remove', () => {
  it('forgets it, and the setting with it', async () => {
    const { dataDir } = await okhelp(['contact', 'add', 'email', MAIL, '--found', 'in the app', '--use']);
    const { stdout } = await okhelp(['contact', 'remove', 'k1'], { dataDir });
    expect(stdout).toContain('Drafts are not addressed to it any more.');
    expect(await json(dataDir, 'contact')).toMatchObject({ contacts: [], supportAddress: null });
    expect((await okhelp(['contact', 'remove', 'k1'], { dataDir })).status).toBe(2);
  });
});

describe('contact --check', () => {
  it('is 0 for the saved address alone; for all others, odd or not, 1', async () => {
    const { dataDir } = await okhelp(['contact', 'add', 'email', MAIL, '--found', 'in the app']);
    expect(await json(dataDir, 'contact', '--check', MAIL)).toMatchObject({
      status: 0,
      verdict: 'same',
      contact: { id: 'k1', found: 'in the app' },
    });
    expect(await json(dataDir, 'contact', '--check', 'support@wallet.exarnple')).toMatchObject({ status: 1 });
    expect(await json(dataDir, 'contact', '--check', 'help@other.test')).toMatchObject({
      status: 1,
      verdict: 'different',
      signs: [],
    });
    expect(await json(dataDir, 'contact', '--check', '95588')).toMatchObject({ status: 1, verdict: 'unknown' });
    expect(await json(temporaryFolder(), 'contact', '--check', MAIL)).toMatchObject({
      status: 1,
      verdict: 'unknown',
      contact: null,
    });
  });

  it.each([
    ['en', /\bis safe\b/i],
    ['zh-CN', /(?<!不等于)(?<!是)安全(?!：)/],
  ])('never calls an address safe (%s)', async (lang, safe) => {
    const { dataDir } = await okhelp(['contact', 'add', 'email', MAIL, '--found', 'x']);
    for (const address of [MAIL, 'help@other.test', 'support@wallet.test', '95588']) {
      const { stdout } = await okhelp(['contact', '--check', address, '--lang', lang], { dataDir });
      expect(stdout.replaceAll('\n', ' ')).not.toMatch(safe);
    }
  });

  it('reads a link that was made safe to pass on as what it stands for, and says so', async () => {
    const { dataDir } = await okhelp(['contact', 'add', 'web', 'https://wallet.example', '--found', 'in the app']);
    expect(await json(dataDir, 'contact', '--check', 'hxxps://wallet-help[.]example')).toMatchObject({
      address: 'hxxps://wallet-help[.]example',
      readAs: 'https://wallet-help.example',
      kind: 'web',
      host: 'wallet-help.example',
      verdict: 'looks-alike',
    });
    expect(await json(dataDir, 'contact', '--check', 'https://wallet.example')).toMatchObject({ readAs: null });
    const { stdout } = await okhelp(['contact', '--check', 'wallet(dot)example', '--lang', 'zh'], { dataDir });
    expect(stdout).toContain('按这个地址检查：wallet.example');
    expect((await okhelp(['contact', 'add', 'web', 'hxxps://wallet[.]example', '--found', 'x'])).status).toBe(2);
  });

  it('refuses what is too long to be an address, and an empty one', async () => {
    expect((await okhelp(['contact', '--check', `a${' '.repeat(60_000)}b<x>`])).status).toBe(2);
    expect((await okhelp(['contact', '--check', ''])).status).toBe(2);
  });

  it('lets nothing of the address move the cursor or turn the line', async () => {
    const nasty = 'https://wallet.example\u202e/\u001b[2Jmoc\u200b@evil.example';
    for (const flags of [[], ['--json']]) {
      const { stdout } = await okhelp(['contact', '--check', nasty, ...flags]);
      expect(stdout).not.toMatch(/[\u001b\u202e\u200b]/);
      expect(stdout).toContain('U+202E');
    }
  });
});

it.each([
  ['draft-email', '--problem', 'payment-failed', '--to', 'support@wal1et.example'],
  ['config', 'set', 'support-address', 'support@wal1et.example'],
])('%s warns of an address that looks like the saved one', async (...argv) => {
  const { dataDir } = await okhelp(['contact', 'add', 'email', MAIL, '--found', 'in the app']);
  const { stderr } = await okhelp(argv, { dataDir });
  expect(stderr.replaceAll('\n', ' ')).toContain(`support@wal1et.example looks like ${MAIL}`);
});
