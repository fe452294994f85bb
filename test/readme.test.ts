// The README is true: its commands run and print what it shows, and every command, flag and setting it names exists.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS, FAMILIES, GLOBAL_FLAGS } from '../src/cli.ts';
import { NOTE_FIELDS, NOTE_STATUSES, NOTE_TYPES } from '../src/ledger/note.ts';
import { loadMessages } from '../src/messages/index.ts';
import { SETTING_KEYS } from '../src/settings.ts';
import { ROOT } from './host.ts';
import { readCommandLine } from './transcripts/shell.ts';
import { readStory, writeStory } from './transcripts/story.ts';
import { teller, told } from './transcripts/teller.ts';

const FILE = join(ROOT, 'README.md');
const README = readFileSync(FILE, 'utf8');
const CHINESE = README.indexOf('\n# 简体中文\n');
const SECTIONS = [
  { name: 'English', lang: 'C.UTF-8', text: README.slice(0, CHINESE) },
  { name: 'Chinese', lang: 'zh_CN.UTF-8', text: README.slice(CHINESE) },
];

describe.each(SECTIONS)('the $name README', ({ lang, text }) => {
  test('runs, and prints what it shows', async () => {
    const narrator = teller(lang);
    try {
      const now = writeStory(await told(readStory(text), narrator));
      if (process.env.UPDATE_TRANSCRIPTS === '1')
        writeFileSync(
          FILE,
          readFileSync(FILE, 'utf8').replace(text, () => now),
        );
      else expect(now).toBe(text);
    } finally {
      narrator.close();
    }
  });

  test('names every command, and none that is not there', () => {
    const named = codeIn(text).flatMap(
      (code) => code.match(/(?<=(?:^|^\$ |npx )okhelp )[a-z-]+(?: [a-z][a-z-]*)?/gm) ?? [],
    );
    expect([...new Set(named.flatMap(commandIn))].sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
  });

  test('names no flag that is not there', async () => {
    const flags = [...(await everyFlag())];
    const named = text.match(/(?<![\w-])--[a-z][a-z-]*/g) ?? [];
    expect(named.filter((flag) => !flags.includes(flag))).toEqual([]);
  });

  test('gives each command only flags that it takes', async () => {
    for (const part of readStory(text)) {
      if ('prose' in part) continue;
      for (const { command } of part.exchanges) {
        const { words } = readCommandLine(command.replace(/\\\n\s*/g, ''));
        const [entry] = commandIn(words.slice(1, 3).join(' '));
        const known = await flagsOf(entry!);
        expect(words.filter((word) => word.startsWith('--')).filter((flag) => !known.has(flag))).toEqual([]);
      }
    }
  });

  test('tells all settings, columns, types and statuses', () => {
    const told = new Set(codeIn(text));
    const all = [...SETTING_KEYS, ...NOTE_FIELDS, ...NOTE_TYPES, ...NOTE_STATUSES];
    expect(all.filter((name) => !told.has(name))).toEqual([]);
  });
});

test('both languages have the same sections, tables and recipes', () => {
  const [english, chinese] = SECTIONS.map(({ text }) => ({
    headings: text.match(/^## /gm)!.length,
    tables: text.match(/^\| --- \|/gm)!.length,
    blocks: text.match(/^```(console|sh)$/gm)!.length,
  }));
  // The ratios of the other benches stand once.
  expect({ ...chinese!, tables: chinese!.tables + 1 }).toEqual(english!);
});

test('the files it links to and the scripts it names are there', () => {
  const links = [...README.matchAll(/\]\(([^)#]+)\)/g)].map(([, path]) => path!);
  expect(links.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const named = [...README.matchAll(/npm run ([a-z:0-9]+)/g)].map(([, name]) => name!);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

/** What stands in code: spans within a line, and blocks. */
function codeIn(text: string): string[] {
  return text
    .split(/^```.*$/m)
    .flatMap((part, i) => (i % 2 ? [part] : [...part.matchAll(/`([^`]+)`/g)].map(([, code]) => code!)));
}

/** The command that words after `okhelp` name; none where they are something else (`okhelp note` alone, a word of prose). */
function commandIn(words: string): string[] {
  const [first = '', second = ''] = words.split(' ');
  const verb = /^[a-z]/.test(second);
  if (FAMILIES.some((family) => family === first) && (verb || !COMMANDS.some(({ name }) => name === first)))
    return verb ? [`${first} ${second}`] : [];
  return [first];
}

async function flagsOf(name: string): Promise<Set<string>> {
  const entry = COMMANDS.find((command) => command.name === name);
  const definition = (await entry!.load()).define(await loadMessages('en'));
  const own = definition.options.flatMap(({ flags }) => flags.match(/--[a-z-]+/g) ?? []);
  return new Set([...own, ...GLOBAL_FLAGS]);
}

async function everyFlag(): Promise<Set<string>> {
  const all = await Promise.all(COMMANDS.map(({ name }) => flagsOf(name)));
  return new Set(all.flatMap((flags) => [...flags]));
}
