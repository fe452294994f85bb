// What is offered where: read off the answer that fish gets, which is the plainest; and the scripts themselves.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS, GLOBAL_FLAGS, TOPICS } from '../../src/cli.ts';
import { BASH_SCRIPT, bashAnswer, wordsOf } from '../../src/commands/completion/bash.ts';
import { FISH_SCRIPT } from '../../src/commands/completion/fish.ts';
import { namesOf, takesValue } from '../../src/commands/completion/line.ts';
import { POWERSHELL_SCRIPT } from '../../src/commands/completion/powershell.ts';
import { sourceOfArgument, sourceOfFlag } from '../../src/commands/completion/sources.ts';
import { ZSH_SCRIPT } from '../../src/commands/completion/zsh.ts';
import { PROBLEM_IDS } from '../../src/knowledge/content.ts';
import { en } from '../../src/messages/en/index.ts';
import { SETTING_KEYS } from '../../src/settings.ts';
import { okhelp, temporaryFolder } from '../host.ts';

/** --plain is another name of --accessible, and is not offered besides. */
const EVERYWHERE = GLOBAL_FLAGS.filter((flag) => flag !== '--plain');

interface Offered {
  is: string;
  values: string[];
  says: Record<string, string>;
}

/** The last word is the one at the cursor. */
async function offered(line: string[], dataDir = temporaryFolder(), env = {}): Promise<Offered> {
  const { status, stdout, stderr } = await okhelp(['complete', 'fish', '--', ...line], { dataDir, env });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const [is = '', ...lines] = stdout.trimEnd().split('\n');
  const pairs = lines.filter(Boolean).map((one) => one.split('\t') as [string, string?]);
  return {
    is,
    values: pairs.map(([value]) => value),
    says: Object.fromEntries(pairs.map(([v, says]) => [v, says ?? ''])),
  };
}

async function withNotesAndCases(): Promise<string> {
  const dataDir = temporaryFolder();
  const run = (...argv: string[]) => okhelp(argv, { dataDir });
  await run('note', 'add', '--account', '零钱包', '--type', 'payment', '--amount', '5', '--counterparty', 'Somebody');
  await run('note', 'add', '--account', '4111 1111 1111 1111', '--type', 'payment', '--amount', '5');
  await run('note', 'add', '--account', 'two\nlines', '--type', 'payment', '--amount', '6.50', '--currency', 'XTS');
  await run('diagnose', '--answer', 'problem=payment-failed', '--no-input', '--json');
  await run('diagnose', '--answer', 'problem=login-problem', '--no-input', '--json');
  await run('case', 'close', 'c2', '--result', 'solved');
  return dataDir;
}

describe('commands and flags', () => {
  it('offers each command once, families as such, with what each does', async () => {
    const { values, says } = await offered(['']);
    const firsts = [...new Set(COMMANDS.map(({ name }) => name.split(' ')[0]!))];
    expect(values.sort()).toEqual([...firsts, 'help'].sort());
    expect(says.check).toBe(en.help.summaries.check);
    expect(says.note).toBe(en.help.families.note);
  });

  it('offers the verbs of a family; of contact too, which is a command of its own', async () => {
    const verbs = (family: string) =>
      COMMANDS.filter(({ name }) => name.startsWith(`${family} `)).map(({ name }) => name.split(' ')[1]);
    expect((await offered(['note', ''])).values).toEqual(verbs('note'));
    expect((await offered(['contact', ''])).values).toEqual(verbs('contact'));
    expect((await offered(['contact', '--'])).values).toContain('--check');
  });

  it('behind help offers commands, verbs and topics, and no flags of theirs', async () => {
    const { values, says } = await offered(['help', '']);
    expect(values).toEqual(expect.arrayContaining([...TOPICS, 'check', 'note']));
    expect(says.formats).toBe(en.help.topics.formats);
    expect((await offered(['help', 'draft', ''])).values).toContain('complaint');
    expect((await offered(['help', 'check', ''])).values).toEqual([]);
  });

  it.each(COMMANDS)('$name: every flag it takes, with its words', async ({ name, load }) => {
    const { values, says } = await offered([...name.split(' '), '--']);
    const { options } = (await load()).define(en);
    expect(values).toEqual(expect.arrayContaining([...options.map((one) => namesOf(one).at(-1)), ...EVERYWHERE]));
    expect(values.filter((flag) => !says[flag]?.trim())).toEqual([]);
  });

  it('offers a flag that stands once no second time, a repeatable one again', async () => {
    const { values } = await offered(['diagnose', '--case', 'c1', '-a', 'problem=other', '--']);
    expect(values).not.toContain('--case');
    expect(values).toContain('--answer');
  });

  it('sees the command behind flags that may stand anywhere', async () => {
    expect((await offered(['--lang', 'zh-CN', '--json', 'guide', ''])).says['topping-up']).toBe('充值');
    expect((await offered(['--data-dir'.concat('=x'), 'config', 'get', ''])).values).toEqual([...SETTING_KEYS]);
  });

  it('behind -- no word is a flag', async () => {
    expect((await offered(['diagnose', '--', '--'])).values).toEqual([]);
  });
});

describe('values', () => {
  it('each flag with a value has a source, and every ID one that is not free text', async () => {
    const free: string[] = [];
    for (const { name, load } of COMMANDS) {
      const { options, arguments: args = [] } = (await load()).define(en);
      for (const option of options.filter(takesValue)) {
        if (/<ID>/.test(option.flags) && sourceOfFlag(name, option) === 'text') free.push(`${name} ${option.flags}`);
      }
      args.forEach((arg, i) => {
        if (/ID|KEY|KIND/.test(arg.name) && sourceOfArgument(name, args, i) === 'text')
          free.push(`${name} ${arg.name}`);
      });
    }
    // What only the provider knows: the account there, and the id of a transaction.
    expect(free.filter((one) => !/^draft\S*( \S+)? --(account|transaction) /.test(one))).toEqual([]);
  });

  it('cases with problem and state: closed ones for reopen alone, open ones for close', async () => {
    const dataDir = await withNotesAndCases();
    expect((await offered(['case', 'show', ''], dataDir)).says).toMatchObject({
      c1: en.complete.caseIn('A payment failed', en.cases.states.open),
      c2: expect.stringContaining(en.cases.states.closed),
    });
    expect((await offered(['case', 'reopen', ''], dataDir)).values).toEqual(['c2']);
    expect((await offered(['case', 'close', ''], dataDir)).values).toEqual(['c1']);
    expect((await offered(['draft', 'chat', '--case', ''], dataDir)).values.sort()).toEqual(['c1', 'c2']);
  });

  it('accounts without those that hold a secret or could break the line', async () => {
    const dataDir = await withNotesAndCases();
    const { values } = await offered(['check', '--account', ''], dataDir);
    expect(values).toContain('零钱包');
    expect(values.join()).not.toMatch(/4111/);
    expect(values.join()).not.toMatch(/two$/);
  });

  it('notes by day, type and amount, and nobody’s name', async () => {
    const { values, says } = await offered(['note', 'remove', 'n1', ''], await withNotesAndCases());
    expect(values).toEqual(['n3', 'n2']);
    expect(says.n3).toBe('2026-03-15 payment -6.50 XTS');
    expect(JSON.stringify(says)).not.toContain('Somebody');
  });

  it('currencies: those of the notes first, with their names', async () => {
    const { values, says } = await offered(['note', 'add', '--currency', ''], await withNotesAndCases());
    expect(values.slice(0, 2).sort()).toEqual(['CNY', 'XTS']);
    expect(says.EUR).toBe('Euro');
  });

  it('answers: the problem first, then its questions, then what can be answered', async () => {
    expect((await offered(['diagnose', '-a', ''])).values).toEqual(['problem=']);
    expect((await offered(['diagnose', '-a', 'problem='])).values).toEqual(PROBLEM_IDS.map((id) => `problem=${id}`));
    const line = ['diagnose', '-a', 'problem=topup-failed', '-a'];
    const { values } = await offered([...line, '']);
    expect(values).toContain('topup-debited=');
    expect(values).not.toContain('problem=');
    expect((await offered([...line, 'topup-debited='])).values).toEqual(
      expect.arrayContaining(['topup-debited=yes', 'topup-debited=no', 'topup-debited=unknown']),
    );
  });

  it('files and folders are the shell’s', async () => {
    for (const line of [
      ['check', ''],
      ['note', 'import', ''],
      ['report', '--output', ''],
      ['case', 'attach', 'a.png', ''],
    ])
      expect(await offered(line)).toMatchObject({ is: 'file', values: [] });
    expect((await offered(['--data-dir', ''])).is).toBe('folder');
    expect((await offered(['check', '--data-dir='])).is).toBe('folder');
  });

  it('behind an equals sign the flag stays with the value', async () => {
    expect((await offered(['report', '--for='])).values).toEqual(['--for=support', '--for=public', '--for=me']);
  });
});

describe('whatever is wrong', () => {
  it('there is just nothing, and nothing is written', async () => {
    const dataDir = temporaryFolder();
    writeFileSync(join(dataDir, 'okhelp.db'), 'this is no database');
    writeFileSync(join(dataDir, 'settings.json'), '{');
    const wrong = { OKHELP_LANG: 'tlh', OKHELP_NOW: 'yesterday' };
    expect((await offered(['case', 'show', ''], dataDir, wrong)).values.filter((value) => /^c\d/.test(value))).toEqual(
      [],
    );
    expect((await offered(['nonsense', 'more', ''], dataDir, wrong)).values).toEqual([]);
    expect((await offered(['check', '--no-such-flag', ''], dataDir, wrong)).is).toBe('file');
    expect(readdirSync(dataDir).sort()).toEqual(['okhelp.db', 'settings.json']);
  });

  it('a data folder that is none is not made', async () => {
    const dataDir = join(temporaryFolder(), 'none');
    expect((await offered(['check', '--account', ''], dataDir)).values).not.toContain('main');
    mkdirSync(dataDir);
  });
});

describe('for bash', () => {
  it('the line is taken apart as a shell would, quotation marks and all', () => {
    expect(wordsOf(String.raw`okhelp check --account my\ odd "a $x 'b" 'c d`)).toEqual({
      words: ['check', '--account', 'my odd', "a $x 'b", 'c d'],
      last: { raw: "'c d", text: 'c d', quote: "'" },
    });
    expect(wordsOf('okhelp check ').words).toEqual(['check', '']);
  });

  it.each([
    ['', String.raw`it\'s\ \$\(x\)\;`],
    ['"', String.raw`"it's \$(x);`],
    ["'", String.raw`'it'\''s $(x);`],
  ] as const)('a value is quoted as its word has begun: %s', (quote, written) => {
    const offer = { is: 'words' as const, candidates: [{ value: "it's $(x);", says: '' }] };
    expect(bashAnswer(offer, { raw: quote, text: '', quote }, quote, 80, false)).toBe(`words\n${written}\n`);
  });

  it('only what is behind the last equals sign is put in, and what it means fits the width', () => {
    const candidates = ['topup-failed', 'topup-other'].map((id) => ({
      value: `problem=${id}`,
      says: '充值'.repeat(40),
    }));
    const last = { raw: 'problem=topup', text: 'problem=topup', quote: '' as const };
    const [kind, ...lines] = bashAnswer({ is: 'words', candidates }, last, 'topup', 40, false).trimEnd().split('\n');
    expect(kind).toBe('words');
    expect(lines.map((line) => line.split('  ')[0])).toEqual(['topup-failed', 'topup-other']);
    expect(lines[0]).toMatch(/…\)$/);
    expect(bashAnswer({ is: 'words', candidates }, last, 'topup', 40, true)).toBe('words\ntopup-failed\ntopup-other\n');
  });
});

describe('okhelp complete', () => {
  it.each([
    ['bash', BASH_SCRIPT, /complete -F _okhelp okhelp$/],
    ['zsh', ZSH_SCRIPT, /^#compdef okhelp$/m],
    ['fish', FISH_SCRIPT, /complete -c okhelp -k -f -a/],
    ['powershell', POWERSHELL_SCRIPT, /^Register-ArgumentCompleter -Native -CommandName okhelp/m],
  ])('%s: the script alone on standard output, in ASCII', async (shell, script, sign) => {
    const { status, stdout, stderr } = await okhelp(['complete', shell]);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: script, stderr: '' });
    expect(stdout.trimEnd()).toMatch(sign);
    expect(stdout).toMatch(/^[\n -~]*$/);
  });

  it('the script for PowerShell sets back what it sets, and hands over the words in a variable', async () => {
    expect(POWERSHELL_SCRIPT).toContain('Remove-Item Env:OKHELP_COMPLETE');
    expect(POWERSHELL_SCRIPT.match(/\[Console\]::OutputEncoding = /g)).toHaveLength(2);
    expect(POWERSHELL_SCRIPT.match(/[{]/g)).toHaveLength(POWERSHELL_SCRIPT.match(/[}]/g)!.length);
    const asked = await okhelp(['complete', 'powershell'], { env: { OKHELP_COMPLETE: 'config\nset\nLANG' } });
    expect(asked.stdout).toBe(`words\nlanguage\tlanguage\t${en.config.purposes.language}\n`);
  });

  it('quotes for PowerShell what it would evaluate', async () => {
    const dataDir = temporaryFolder();
    await okhelp(['note', 'add', '--account', "a'b $(x)", '--type', 'payment', '--amount', '5'], { dataDir });
    const env = { OKHELP_COMPLETE: 'check\n--account\na' };
    const { stdout } = await okhelp(['complete', 'powershell'], { dataDir, env });
    expect(stdout).toBe("words\n'a''b $(x)'\ta'b $(x)\ta'b $(x)\n");
  });

  it('another shell is an error that names those there are', async () => {
    const { status, stderr } = await okhelp(['complete', 'zhs']);
    expect(status).toBe(2);
    expect(stderr).toContain('bash, zsh, fish, powershell');
    expect(stderr).toMatch(/zsh\b/);
  });
});
