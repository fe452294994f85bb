// The pictures in the README are what okhelp draws of the examples, and only at a terminal.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { okhelp, ROOT } from '../host.ts';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const PICTURES = [...README.matchAll(/^```text\n( +\d+\.\d\d ┤.*?)\n```$/gms)].map(([, picture]) => picture!);

describe('the picture in the README', () => {
  it.each([
    ['English', 'C.UTF-8', 'notes.csv', 0],
    ['Chinese', 'zh_CN.UTF-8', 'notes-zh.csv', 1],
  ] as const)('in %s is true', async (_, LANG, file, place) => {
    const options = { cwd: join(ROOT, 'examples'), env: { LANG, NO_COLOR: '1' } };
    const drawn = await okhelp(['check', file], { ...options, tty: { stdout: true } });
    expect(drawn.stdout).toContain(`\n\n${PICTURES[place]}\n\n`);
    const piped = await okhelp(['check', file], options);
    expect(piped.stdout).not.toContain('┤');
    expect(drawn.stdout.replace(`\n\n${PICTURES[place]}\n\n`, '\n')).toBe(piped.stdout);
  });
});

it('at most three mismatches are drawn', async () => {
  const rows = ['10', '20', '30', '40', '50'].map((balance, i) => `2026-10-0${i + 1},payment,1.00,${balance}`);
  const { stdout } = await okhelp(['check', '-'], {
    stdin: `time,type,amount,balance\n${rows.join('\n')}\n`,
    tty: { stdout: true },
    env: { NO_COLOR: '1' },
  });
  expect(stdout.match(/^ +└/gm)).toHaveLength(3);
  expect(stdout).toContain('Mismatch 4 of 4');
});

it('a gap in a statement is drawn too', async () => {
  const text = 'Date;Betrag;Saldo\n01.10.2026;-10,00;90,00\n02.10.2026;-5,00;85,00\n05.10.2026;-5,00;60,00\n';
  const { stdout } = await okhelp(['check', '-'], { stdin: text, tty: { stdout: true }, env: { NO_COLOR: '1' } });
  expect(stdout).toMatch(/80\.00 ┤.*○ should be$/m);
  expect(stdout).toMatch(/60\.00 ┤.*✗ recorded$/m);
});

it('so is what was recorded with okhelp note', async () => {
  const csv = 'time,type,amount,balance\n2026-10-01,topup,100,100\n2026-10-02,payment,10,80\n';
  const { dataDir } = await okhelp(['note', 'import', '-'], { stdin: csv });
  const { stdout } = await okhelp(['check'], { dataDir, tty: { stdout: true }, env: { NO_COLOR: '1' } });
  expect(stdout).toMatch(/80\.00 ┤.*✗ recorded$/m);
});
