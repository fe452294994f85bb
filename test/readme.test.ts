// The README, the manual and the page of what was measured are true: their commands run and print what they show, and every command, flag and setting they
// name exists.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS, FAMILIES, GLOBAL_FLAGS } from '../src/cli.ts';
import { NOTE_FIELDS, NOTE_STATUSES, NOTE_TYPES } from '../src/ledger/note.ts';
import { loadMessages } from '../src/messages/index.ts';
import { SETTING_KEYS } from '../src/settings.ts';
import { ROOT } from './host.ts';
import { readCommandLine } from './transcripts/shell.ts';
import { readStory, writeStory } from './transcripts/story.ts';
import { told as retold, teller } from './transcripts/teller.ts';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const CHINESE = README.indexOf('\n# 简体中文\n');
const MANUAL = join(ROOT, 'docs', 'manual');

interface Page {
  file: string;
  text: string;
}

/** What is told in one language: its part of the README, the pages of the manual and the page of what was measured. */
function told(language: string, part: string): Page[] {
  const measured = join(ROOT, 'docs', language === 'en' ? 'measured.md' : `measured.${language}.md`);
  const pages = [...readdirSync(join(MANUAL, language)).map((name) => join(MANUAL, language, name)), measured];
  return [{ file: join(ROOT, 'README.md'), text: part }, ...pages.map(pageOf)];
}

function pageOf(file: string): Page {
  return { file, text: readFileSync(file, 'utf8') };
}

const ENGLISH_PAGES = told('en', README.slice(0, CHINESE));
const CHINESE_PAGES = told('zh-CN', README.slice(CHINESE));
const TOLD = [
  { name: 'English', lang: 'C.UTF-8', pages: ENGLISH_PAGES },
  { name: 'Chinese', lang: 'zh_CN.UTF-8', pages: CHINESE_PAGES },
];

describe.each(TOLD)('the $name README and manual', ({ lang, pages }) => {
  const text = pages.map((page) => page.text).join('\n');

  test.each(pages.map((page) => [relative(ROOT, page.file), page] as const))(
    '%s prints what it shows',
    async (_, page) => {
      const narrator = teller(lang);
      try {
        const now = writeStory(await retold(readStory(page.text), narrator));
        if (process.env.UPDATE_TRANSCRIPTS === '1')
          writeFileSync(
            page.file,
            readFileSync(page.file, 'utf8').replace(page.text, () => now),
          );
        else expect(now).toBe(page.text);
      } finally {
        narrator.close();
      }
    },
  );

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

test('both languages have the same pages, sections, tables and recipes', () => {
  const shapes = (pages: Page[]) =>
    pages.map(({ file, text }) => ({
      page: basename(file).replace('.zh-CN', ''),
      headings: text.match(/^##+ /gm)?.length,
      tables: text.match(/^\| --- \|/gm)?.length,
      blocks: text.match(/^```(console|sh)$/gm)?.length,
    }));
  expect(shapes(CHINESE_PAGES)).toEqual(shapes(ENGLISH_PAGES));
});

test.each([
  ['English', ENGLISH_PAGES, '## Measured', 'again with'],
  ['Chinese', CHINESE_PAGES, '## 测量结果', '重测'],
])('what the %s README says was measured is what its page says', (_, pages, heading, last) => {
  const [, section = ''] = pages[0]!.text.split(`\n${heading}\n`);
  const [, table = ''] = section.split(`| ${last} |\n`);
  const figures = table.split('\n\n')[0]!.match(/\d[\d,.]*\d|\d/g)!;
  const page = pages.find(({ file }) => basename(file).startsWith('measured'))!.text;
  expect(figures.length).toBeGreaterThan(20);
  expect(figures.filter((figure) => !page.match(/\d[\d,.]*\d|\d/g)!.includes(figure))).toEqual([]);
});

test('no line of Chinese ends where the break would show as a blank', () => {
  const sign = '[\\u3000-\\u303f\\uff00-\\uffef…“”‘’]';
  const letter = '[\\u3400-\\u9fff]';
  const blank = new RegExp(
    `(?:${sign}\\**\\n *\\**[^\\s|#<>*!-]|[^\\s|]\\**\\n *\\**${sign}|${letter}\\n *${letter})`,
    'gu',
  );
  const pages = [...CHINESE_PAGES, ...['terminal.zh-CN.md'].map((name) => pageOf(join(ROOT, 'docs', name)))];
  const found = pages.flatMap(({ file, text }) =>
    text
      .split(/^ *```[\s\S]*?^ *```$/m)
      .flatMap((prose) => prose.match(blank) ?? [])
      .map((broken) => `${relative(ROOT, file)}: ${JSON.stringify(broken)}`),
  );
  expect(found).toEqual([]);
});

test('the files and places they link to and the scripts they name are there', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  for (const { file, text } of [...ENGLISH_PAGES, ...CHINESE_PAGES]) {
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link!);
    const dead = links.filter((link) => {
      const [path = '', place] = link.split('#');
      const target = path === '' ? file : join(dirname(file), path);
      return !existsSync(target) || (place !== undefined && !placesIn(target).includes(decodeURI(place)));
    });
    expect(dead).toEqual([]);
    const named = [...text.matchAll(/npm run ([a-z:0-9]+)/g)].map(([, name]) => name!);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  }
});

/** The names by which the headings of a page can be linked to. */
function placesIn(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

/** What stands in code: spans within a line, and blocks. */
function codeIn(text: string): string[] {
  return text
    .split(/^```.*$/m)
    .flatMap((part, i) => (i % 2 ? [part] : [...part.matchAll(/`([^`]+)`/g)].map(([, code]) => code!)));
}

/** The command that words after `okhelp` name; none where they are something else (`okhelp note` alone, `okhelp help`, a word of prose). */
function commandIn(words: string): string[] {
  const [first = '', second = ''] = words.split(' ');
  const verb = /^[a-z]/.test(second);
  if (first === 'help') return [];
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
