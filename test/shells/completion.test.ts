// The Tab key in bash, zsh and fish, in both languages: what is put in, what is shown, and what must never happen.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en/index.ts';
import { zhCN } from '../../src/messages/zh-CN/index.ts';
import { okhelp } from '../host.ts';
import { atPrompt, CLEAR, HOME, home, INSTALLED, installed, leaveHomes, ODD_ACCOUNT, SHELLS, TAB } from './shells.ts';

afterEach(leaveHomes);

describe.each(SHELLS)('%s', (shell) => {
  it('completes commands, verbs, flags and values as far as they are certain', async () => {
    const at = await atPrompt(shell, home());
    for (const [typed, completed] of [
      ['okhelp diagn', 'okhelp diagnose'],
      ['okhelp draft fol', 'okhelp draft follow-up'],
      ['okhelp check --open', 'okhelp check --opening'],
      ['okhelp case show ', 'okhelp case show c1'],
      ['okhelp check --format wechat-m', 'okhelp check --format wechat-merchant'],
      ['okhelp --lang zh-CN faq withdrawal-lim', 'okhelp --lang zh-CN faq withdrawal-limits'],
      ['okhelp guide toppi', 'okhelp guide topping-up'],
      ['okhelp config set time-zone Asia/Shangh', 'okhelp config set time-zone Asia/Shanghai'],
      ['okhelp help priv', 'okhelp help privacy'],
      ['okhelp complete power', 'okhelp complete powershell'],
    ]) {
      at.types(typed + TAB);
      await at.lineIs(completed!);
      at.types(CLEAR);
    }
  });

  it('works after a new start, installed by the line that the help gives', async () => {
    const at = await installed(shell, home());
    at.types(`okhelp case sh${TAB}${TAB}`);
    await at.lineIs('okhelp case show c1');
    at.types(`${CLEAR}okhelp check notes${TAB}`);
    await at.lineIs('okhelp check notes-of-march.csv');
    const help = await okhelp(['complete', '--help']);
    expect(help.stdout).toContain(INSTALLED[shell].line);
  });

  it('goes on behind an equals sign, and leaves no blank before the value', async () => {
    const at = await atPrompt(shell, home());
    at.types(`okhelp diagnose --answer prob${TAB}`);
    await at.lineIs('okhelp diagnose --answer problem=');
    at.types(`topup-f${TAB}`);
    await at.lineIs('okhelp diagnose --answer problem=topup-failed');
    at.types(`${CLEAR}okhelp diagnose --answer problem=topup-failed --answer topup-deb${TAB}`);
    await at.lineIs('okhelp diagnose --answer problem=topup-failed --answer topup-debited=');
    at.types(`${CLEAR}okhelp draft-email --problem=wrong-r${TAB}`);
    await at.lineIs('okhelp draft-email --problem=wrong-recipient');
  });

  it('leaves files and folders to the shell, and offers none where none belong', async () => {
    const at = await atPrompt(shell, home());
    at.types(`okhelp check notes${TAB}`);
    await at.lineIs('okhelp check notes-of-march.csv');
    at.types(`${CLEAR}okhelp draft-email --output=notes${TAB}`);
    await at.lineIs('okhelp draft-email --output=notes-of-march.csv');
    at.types(`${CLEAR}okhelp check --data-dir photo${TAB}`);
    await at.lineIs('okhelp check --data-dir photographs/');
    at.types(`${CLEAR}okhelp guide photo${TAB}x`);
    await at.lineIs('okhelp guide photox');
  });

  it.each([
    ['en', en],
    ['zh-CN', zhCN],
  ] as const)('says what each means, in %s', async (language, t) => {
    const at = await atPrompt(shell, home(), language);
    at.types(`okhelp ${TAB}${TAB}`);
    for (const name of ['emergency', 'check', 'complete']) await at.waitFor(t.help.summaries[name]!);
    at.types(`${CLEAR}okhelp case ${TAB}${TAB}`);
    await at.waitFor(t.help.summaries['case remind']!);
    at.types(`${CLEAR}okhelp case log ${TAB}${TAB}`);
    const title = language === 'en' ? 'A payment failed' : '付款失败';
    await at.waitFor(t.complete.caseIn(title, t.cases.states.open));
    expect(at.overflow()).toEqual([]);
  });

  it('puts in an account with signs in it as one word, and runs nothing of it', async () => {
    const folder = home();
    const at = await atPrompt(shell, folder);
    at.types(`okhelp check --account my${TAB}`);
    await at.waitFor((screen) => screen.some((row) => row.includes('wallet')));
    at.types(`${HOME}printf '<%s>' \r`);
    await at.waitFor(`<--account><${ODD_ACCOUNT}>`);
    expect(readdirSync(folder)).not.toContain('harm');
  });

  it('completes Chinese names, and lines with Chinese before the cursor', async () => {
    const at = await atPrompt(shell, home());
    at.types(`okhelp check --account 零${TAB}`);
    await at.lineIs('okhelp check --account 零钱包');
    at.types(`${CLEAR}okhelp diagnose 付款失败 --no-sa${TAB}`);
    await at.lineIs('okhelp diagnose 付款失败 --no-save');
  });

  it('evaluates nothing on the line, writes nothing, and stays silent where something is wrong', async () => {
    const folder = home();
    const data = join(folder, 'data');
    const before = state(data);
    const at = await atPrompt(shell, folder);
    at.types(`okhelp check "$(touch harm)" --acco${TAB}`);
    await at.lineIs('okhelp check "$(touch harm)" --account');
    at.types(`${CLEAR}okhelp nonsense --what ${TAB}x`);
    await at.lineIs('okhelp nonsense --what x');
    at.types(`${CLEAR}okhelp --lang tlh case show --dra${TAB}`);
    await at.lineIs('okhelp --lang tlh case show --draft');
    expect(readdirSync(folder)).not.toContain('harm');
    expect(state(data)).toEqual(before);
    expect(existsSync(join(data, 'okhelp-error.log'))).toBe(false);
  });
});

/** Each file with its content and the moment of its last change. */
function state(folder: string) {
  return readdirSync(folder).map((name) => {
    const path = join(folder, name);
    return [name, statSync(path).mtimeMs, readFileSync(path).toString('base64')];
  });
}
