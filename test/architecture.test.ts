// The plan of the house, held: who may import whom, who owns which package, what a pure folder may not touch.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS, FAMILIES } from '../src/cli.ts';
import { en } from '../src/messages/en/index.ts';
import { zhCN } from '../src/messages/zh-CN/index.ts';

const ROOT = join(import.meta.dirname, '..');
const FILES = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort();

/** The folders that compute and nothing else. */
const PURE = ['ledger', 'diagnosis', 'support', 'knowledge', 'formats', 'report'];

/** These run at build time (content is compiled), or read what the build compiled; they may open files. */
const READS_FILES = ['knowledge/answers.ts', 'knowledge/content.ts', 'knowledge/content-proof.ts'];

/** The half of knowledge/ that makes and proves the content when okhelp is built. */
const BUILD_TIME = [
  'answers-proof',
  'answers-schema',
  'commands-named',
  'compile',
  'compile-answers',
  'content-proof',
  'graph',
  'markdown',
  'proof',
  'schema',
  'yaml-file',
  'region-schema',
  'region-proof',
  'region-figures',
  'region-compile',
].map((name) => `knowledge/${name}.ts`);

/** Words and declarations that every folder may name as a type. */
const VOCABULARY = ['messages', 'globals.ts', 'errors.ts', 'definition.ts', 'documents'];

/** What each folder may use at run time, and what it may only name as a type. Itself and errors.ts always. */
const MAY_USE: Record<string, { values: string[]; types: string[] }> = {
  ledger: { values: [], types: [] },
  formats: { values: ['ledger'], types: ['documents'] },
  report: { values: ['ledger'], types: [] },
  knowledge: { values: ['ledger', 'diagnosis'], types: VOCABULARY },
  diagnosis: { values: ['ledger', 'knowledge', 'shell-word.ts'], types: VOCABULARY },
  support: { values: ['ledger', 'knowledge', 'diagnosis'], types: VOCABULARY },
  documents: {
    values: [],
    types: ['cli.ts', 'ledger', 'diagnosis', 'knowledge', 'support', 'report', 'globals.ts', 'settings.ts'],
  },
  store: { values: ['ledger'], types: ['knowledge', 'support'] },
  manual: { values: ['terminal', 'cli.ts'], types: VOCABULARY },
  messages: {
    values: ['ledger'],
    types: ['cli.ts', 'globals.ts', 'knowledge', 'support', 'diagnosis', 'store', 'settings.ts'],
  },
  terminal: {
    values: ['ledger', 'messages', 'cli.ts', 'globals.ts', 'nearest.ts', 'shell-word.ts'],
    types: [...VOCABULARY, 'context.ts', 'knowledge'],
  },
};

/** Who may import a package; any other file may not. */
const OWNERS: Record<string, string[]> = {
  '@inquirer/core': ['terminal/'],
  '@noble/hashes': ['store/'],
  '@scure/bip39': ['support/'],
  chalk: ['terminal/'],
  commander: ['parse.ts'],
  conf: ['settings.ts'],
  fflate: ['formats/'],
  ics: ['support/'],
  libsql: ['store/'],
  nodemailer: ['support/'],
  open: ['terminal/', 'commands/'],
  ora: ['terminal/'],
  'string-width': ['terminal/'],
  marked: ['knowledge/markdown.ts'],
  minisearch: ['knowledge/search.ts'],
  yaml: ['knowledge/yaml-file.ts', 'commands/'],
  zod: ['knowledge/schema.ts', 'knowledge/answers-schema.ts', 'knowledge/region-schema.ts', 'knowledge/yaml-file.ts'],
};

interface Import {
  from: string;
  target: string;
  typeOnly: boolean;
}

const IMPORTS = FILES.flatMap(importsOf);

describe('who may import whom', () => {
  for (const [folder, { values, types }] of Object.entries(MAY_USE)) {
    it(`${folder}/ uses ${values.join(', ') || 'nothing else'}`, () => {
      const offences = IMPORTS.filter(({ from, target }) => from.startsWith(`${folder}/`) && target.startsWith('src/'))
        .filter(({ target, typeOnly }) => {
          const top = target.split('/')[1]!;
          if (top === folder || top === 'errors.ts' || values.includes(top)) return false;
          return !(typeOnly && types.includes(top));
        })
        .map(({ from, target }) => `${from} → ${target}`);
      expect(offences).toEqual([]);
    });
  }

  it('at run time nothing but commands/ and the entry stands above the store and the terminal', () => {
    const offences = IMPORTS.filter(({ target }) => target.startsWith('src/commands/'))
      .filter(({ from }) => !from.startsWith('commands/') && from !== 'cli.ts' && from !== 'main.ts')
      .map(({ from, target }) => `${from} → ${target}`);
    expect(offences).toEqual([]);
  });

  it('the build-time half of knowledge/ is never reached at run time', () => {
    const buildTime = (file: string) => BUILD_TIME.includes(file);
    const offences = IMPORTS.filter(({ target, typeOnly }) => buildTime(target.replace(/^src\//, '')) && !typeOnly)
      .filter(({ from }) => !buildTime(from))
      .map(({ from, target }) => `${from} → ${target}`);
    expect(offences).toEqual([]);
  });
});

describe('packages', () => {
  it('each is imported by its owner only', () => {
    const offences = IMPORTS.filter(({ target }) => !target.startsWith('src/') && !target.startsWith('node:'))
      .filter(({ from, target }) => !ownersOf(target).some((owner) => from.startsWith(owner)))
      .map(({ from, target }) => `${from} → ${target}`);
    expect(offences).toEqual([]);
  });

  it('none of them is reached by network modules: okhelp sends nothing', () => {
    const network = /^node:(http|https|http2|net|tls|dns|dgram|inspector)(\/|$)/;
    expect(IMPORTS.filter(({ target }) => network.test(target))).toEqual([]);
  });
});

describe('pure folders', () => {
  const pure = FILES.filter((file) => PURE.includes(file.split('/')[0]!) && !READS_FILES.includes(file));

  it('import no Node module but node:buffer, which only computes', () => {
    const offences = IMPORTS.filter(({ from, target }) => pure.includes(from) && target.startsWith('node:'));
    expect(offences.filter(({ target }) => target !== 'node:buffer')).toEqual([]);
  });

  it('ask neither the clock, nor chance, nor the machine', () => {
    const impure = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bprocess\b|\brandomUUID\b|\bperformance\.now\b/;
    expect(pure.filter((file) => impure.test(codeOf(file)))).toEqual([]);
  });
});

describe('the commands', () => {
  const names = COMMANDS.map(({ name }) => name);

  it('are one set with the files and the help of each language', () => {
    const files = FILES.filter((file) => /^commands\/[^/]+\.ts$/.test(file)).map((file) => file.slice(9, -3));
    expect(files.filter((file) => file !== 'menu').sort()).toEqual(names.map((name) => name.replace(' ', '-')).sort());
    for (const t of [en, zhCN]) expect(Object.keys(t.help.summaries).sort()).toEqual([...names].sort());
    expect(new Set(names.filter((name) => name.includes(' ')).map((name) => name.split(' ')[0]))).toEqual(
      new Set(FAMILIES),
    );
  });

  it.each(COMMANDS)(
    '$name says the same of itself in both languages, and shows how it is used',
    async ({ name, load }) => {
      const { define } = await load();
      const [english, chinese] = [define(en), define(zhCN)];
      expect(chinese.options.map(({ flags }) => flags)).toEqual(english.options.map(({ flags }) => flags));
      for (const { summary, options, examples } of [english, chinese]) {
        expect([summary, ...options.map(({ description }) => description)].filter((words) => !words.trim())).toEqual(
          [],
        );
        expect(examples.length).toBeGreaterThan(0);
        for (const [line] of examples) expect(line).toContain(`okhelp ${name}`);
      }
      expect(chinese.summary).toMatch(/[\u4e00-\u9fff]/);
    },
  );
});

describe('every file', () => {
  it('begins with the one idea it holds', () => {
    expect(FILES.filter((file) => !/^\/\/ \S/.test(textOf(file)))).toEqual([]);
  });

  it('has at most 250 lines, or its idea is two', () => {
    // Catalogues of words are lists, and a list is as long as what it lists.
    const long = FILES.filter((file) => !file.startsWith('messages/') && textOf(file).split('\n').length > 251);
    expect(long).toEqual([]);
  });

  it('is named after what it is about', () => {
    expect(
      FILES.filter((file) => /(^|\/)(utils?|helpers?|common|misc|data)(\.ts|\/)|manager|service/i.test(file)),
    ).toEqual([]);
  });

  it('exports by name', () => {
    expect(FILES.filter((file) => /^export default\b/m.test(textOf(file)))).toEqual([]);
  });
});

function ownersOf(specifier: string): string[] {
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  return OWNERS[name] ?? [];
}

function textOf(file: string): string {
  return readFileSync(join(ROOT, 'src', file), 'utf8');
}

/** The text without comments and without what stands in quotes (backticks excepted: code may stand in them). */
function codeOf(file: string): string {
  return textOf(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
}

/** All imports and re-exports of a file, static and dynamic; relative ones as `src/folder/file.ts`. */
function importsOf(from: string): Import[] {
  const text = textOf(from)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean) =>
    found.push({ from, target: resolve(from, specifier), typeOnly });
  for (const [, names, specifier] of text.matchAll(/^(?:import|export)\s+([^;'"]*?)\s*from\s*['"]([^'"]+)['"]/gm)) {
    const allTypes =
      /^\{.*\}$/s.test(names!) &&
      names!
        .slice(1, -1)
        .split(',')
        .every((name) => /^\s*(type\s|$)/.test(name));
    add(specifier!, allTypes || /^type\b/.test(names!));
  }
  for (const [, specifier] of text.matchAll(/^import\s+['"]([^'"]+)['"]/gm)) add(specifier!, false);
  for (const [, before, specifier] of text.matchAll(/(typeof\s+)?\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g)) {
    add(specifier!, before !== undefined);
  }
  return found;
}

function resolve(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return join('src', from, '..', specifier).replaceAll('\\', '/');
}
