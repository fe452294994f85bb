// The man page says what the commands say, in both languages; and roff takes none of it for a request.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS, TOPICS } from '../../src/cli.ts';
import { LANGUAGES } from '../../src/globals.ts';
import { manualPage } from '../../src/manual/page.ts';
import { item, request, text } from '../../src/manual/roff.ts';
import { loadMessages, loadTopicMessages } from '../../src/messages/index.ts';
import { ROOT } from '../host.ts';

describe('roff', () => {
  it('what would be a request, an escape or a hyphen is text', () => {
    expect(text('.TH is no request')).toBe(String.raw`\&.TH is no request`);
    expect(text("'quoted' at the start")).toBe(String.raw`\&'quoted' at the start`);
    expect(text(String.raw`C:\new --flag ~/x ^y`)).toBe(String.raw`C:\enew \-\-flag \(ti/x \(hay`);
    expect(text('two\n.lines')).toBe('two .lines');
    expect(request('SH', 'a "b" c')).toBe(String.raw`.SH "a \(dqb\(dq c"`);
    expect(item('-x <ID>', 'runs `okhelp check`')).toEqual([
      '.TP',
      String.raw`\fB\-x <ID>\fR`,
      String.raw`runs \fBokhelp check\fR`,
    ]);
  });

  it('three dots are three full stops, so that a terminal without UTF-8 has them; a Chinese …… stays', () => {
    expect(text('problem=… names it')).toBe('problem=... names it');
    expect(text('等等……')).toContain('……');
  });

  it('Chinese may break between characters, but not before a closing sign or behind an opening one', () => {
    expect(text('先说（一）。再')).toBe(String.raw`先\:说\:（一）。\:再`);
  });
});

describe.each(LANGUAGES)('the page in %s', (language) => {
  const page = async () => manualPage(await loadMessages(language), await loadTopicMessages(language), '1.2.3');
  const plain = (roff: string) =>
    roff
      .replaceAll('\\-', '-')
      .replaceAll('\\:', '')
      .replace(/\\f[BR]/g, '');

  it('has each command with its flags, and each topic', async () => {
    const t = await loadMessages(language);
    const { pages, manual } = await loadTopicMessages(language);
    const said = plain(await page());
    for (const { name, load } of COMMANDS) {
      expect(said).toMatch(new RegExp(`^\\.SS "okhelp ${name}[ "]`, 'm'));
      for (const { flags } of (await load()).define(t).options) expect(said).toContain(`\n${flags}\n`);
    }
    for (const topic of TOPICS) expect(said).toContain(`.SH "${manual.heading(pages[topic].title)}"`);
    expect(said.match(/^\.SS "okhelp [a-z]/gm)).toHaveLength(COMMANDS.length);
  });

  it('holds no request that was not meant', async () => {
    const requests = new Set((await page()).match(/^[.'].\S*/gm));
    expect([...requests].sort()).toEqual(
      ['.PP', '.SH', '.SS', '.TH', '.TP', '.br', '.fi', '.in', '.na', '.nf', '.nh', String.raw`.\"`].sort(),
    );
  });

  it('is built with the program, and npm is told of it', async () => {
    const path = language === 'en' ? 'man1/okhelp.1' : 'zh_CN/man1/okhelp.1';
    const { version, man, files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const built = readFileSync(join(ROOT, 'dist/man', path), 'utf8');
    expect(built).toBe(await manualPage(await loadMessages(language), await loadTopicMessages(language), version));
    expect(files).toContain('dist');
    expect(man.every((one: string) => existsSync(join(ROOT, one)))).toBe(true);
  });
});
