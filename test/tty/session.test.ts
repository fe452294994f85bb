// The harness tested on small programs of its own: a journey is only as true as what reads its screen.
import { afterEach, describe, expect, it } from 'vitest';
import { endSessions, KEY, type SessionOptions, session } from './session.ts';

afterEach(endSessions);

/** A terminal that runs a line of JavaScript in place of okhelp. */
function script(code: string, options: SessionOptions = {}) {
  return session([], { ...options, program: [process.execPath, '-e', code] });
}

describe('the screen', () => {
  it('is read as it stands, after what was written over', async () => {
    const terminal = script(`process.stdout.write('first\\nsecond\\r\\x1b[Ksecund')`);
    expect(await terminal.exit()).toBe(0);
    expect(terminal.screen().slice(0, 3)).toEqual(['first', 'secund', '']);
  });

  it('counts Chinese as two columns and gives it as one character', async () => {
    const terminal = script(`console.log('余额  | 790.50\\nfee   | 22.00')`);
    await terminal.exit();
    const [chinese, english] = terminal.screen() as [string, string];
    expect(chinese).toBe('余额  | 790.50');
    expect(terminal.columnOf(chinese, '|')).toBe(6);
    expect(terminal.columnOf(english, '|')).toBe(6);
  });

  it('wraps at the width it was given and keeps what scrolled away', async () => {
    const terminal = script(`console.log('a'.repeat(50)); for (let i = 0; i < 9; i++) console.log(i)`, {
      columns: 40,
      rows: 5,
    });
    await terminal.exit();
    expect(terminal.history().slice(0, 3)).toEqual(['a'.repeat(40), 'a'.repeat(10), '0']);
    expect(terminal.screen().slice(0, 2)).toEqual(['5', '6']);
    expect(terminal.overflow()).toEqual(['a'.repeat(50)]);
  });

  it('is shown in the error when the awaited text never comes', async () => {
    const terminal = script(`console.log('something else')`);
    await terminal.exit();
    const wait = terminal.waitFor('never', 100);
    await expect(wait).rejects.toThrow(/waited for never; the screen shows:\nsomething else/);
  });
});

describe('the program', () => {
  it('finds terminals on all three streams, with the size that was asked for', async () => {
    const code = 'console.log([0,1,2].map((fd) => require("tty").isatty(fd)).join(), process.stdout.columns)';
    const terminal = script(code, { columns: 66 });
    await terminal.exit();
    expect(terminal.screen()[0]).toBe('true,true,true 66');
  });

  it('is told nothing by the environment of the tests', async () => {
    const terminal = script('console.log(Object.keys(process.env).sort().join())');
    await terminal.exit();
    expect(terminal.screen().join('')).toBe('HOME,LANG,OKHELP_DATA_DIR,OKHELP_NOW,PATH,PWD,TERM,TZ');
  });

  it('receives keys, and its exit status is given', async () => {
    const terminal = script(
      `process.stdin.setRawMode(true).on('data', (d) => { console.log(JSON.stringify(String(d))); if (d[0] === 3) process.exit(130) }); console.log('ready')`,
    );
    await terminal.waitFor('ready');
    terminal.send(KEY.down);
    await terminal.waitFor('"\\u001b[B"');
    terminal.send(KEY.ctrlC);
    expect(await terminal.exit()).toBe(130);
  });

  it('is seen to have hidden the cursor, or shown it again', async () => {
    const hides = script(`process.stdout.write('\\x1b[?25l')`);
    await hides.exit();
    expect(hides.cursorVisible()).toBe(false);
    const restores = script(`process.stdout.write('\\x1b[?25l?\\x1b[?25h')`);
    await restores.exit();
    expect(restores.cursorVisible()).toBe(true);
  });
});

describe('okhelp in it', () => {
  it('says its version', async () => {
    const terminal = session(['--version']);
    expect(await terminal.exit()).toBe(0);
    expect(terminal.screen()[0]).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
