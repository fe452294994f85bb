// Builds dist/: bundles src/ into one lazily loaded file per command, and compiles content/ into JSON per language.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { GIVE, light } from './build/light-modules.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, 'dist');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** What esbuild makes of src/, and of which files. */
function bundled() {
  return build({
    absWorkingDir: root,
    entryPoints: { main: 'src/main.ts', ...Object.fromEntries(catalogues.map(({ piece, path }) => [piece, path])) },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    outdir: dist,
    write: false,
    metafile: true,
    minifySyntax: true,
    minifyWhitespace: true,
    define: { OKHELP_VERSION: JSON.stringify(version) },
    plugins: [nodeWhenNeeded, commanderWithoutChildProcess, lighterPackages, libsqlFoundQuickly, catalogueByCatalogue],
    logLevel: 'warning',
    legalComments: 'none',
  });
}

/**
 * The program's files as [name, code]. esbuild splits only ES modules, and Node starts CommonJS faster (ES modules alone cost 7 % of a bare start): so the
 * split output is turned into CommonJS, `import()` into a `require` that runs when it is reached. The small pieces that
 * commands share go into a few files as functions that run when they are first asked for, since each file that Node opens
 * costs a third of a millisecond; those that only the help needs are in pages.shelf, what each command
 * and the check need in first.shelf, what scripts call for besides in shared.shelf, others in rest.shelf.
 */
async function bundleProgram() {
  const result = await bundled();
  const pieces = new Map();
  for (const file of result.outputFiles) {
    const { code } = await transform(file.text, {
      format: 'cjs',
      platform: 'node',
      target: 'node20.19',
      supported: { 'dynamic-import': false },
      minifyWhitespace: true,
      define: { 'import.meta.url': '__fileUrl' },
    });
    const url = code.includes('__fileUrl') ? 'const __fileUrl=require("node:url").pathToFileURL(__filename).href;' : '';
    pieces.set(basename(file.path), url + light(inAscii(code)));
  }
  const needed = (prefix) =>
    [...pieces.keys()].filter((name) => name.startsWith(prefix)).flatMap((name) => closure(name, result.metafile));
  const forStart = new Set(needed('main.js'));
  const forHelp = new Set(needed('help'));
  const shared = (name) => name.startsWith('chunk-') && pieces.get(name).length < 24_000;
  const page = (name) => name.startsWith('help') || /^words-.*-help\.js$/.test(name);
  const spoken = (name) => catalogues.find(({ piece, area }) => hotAreas.includes(area) && `${piece}.js` === name);
  const oftenAlone = (name) =>
    /^(context|content|parse|progress|check-document|document|report-error|email|diagnose)-/.test(name);
  const small = [...pieces.keys()].filter((name) => shared(name) || page(name) || oftenAlone(name) || spoken(name));
  // Scripts call these; what only other commands share waits in a file of its own.
  const called = ['check', 'diagnose', 'draft-email', 'email', 'open', 'en', 'zh-CN'];
  const hot = new Set(
    [...pieces.keys()]
      .filter((name) => oftenAlone(name) || called.some((prefix) => name.startsWith(`${prefix}-`)))
      .flatMap((name) => closure(name, result.metafile)),
  );
  const first = new Set(
    [...pieces.keys()]
      .filter((name) => /^(context|parse|progress|check|check-document)-[A-Z0-9]{8}\.js$/.test(name))
      .flatMap((name) => [name, ...closure(name, result.metafile)]),
  );
  const heads = new Map([...pieces.keys()].map((name) => [name, closure(name, result.metafile)]));
  /** The language whose catalogues alone need this piece. */
  const onlySpokenIn = (name) => {
    const users = [...heads].filter(([user, needs]) => !user.startsWith('chunk-') && needs.includes(name));
    const languages = new Set(users.map(([user]) => catalogues.find(({ piece }) => `${piece}.js` === user)?.language));
    return languages.size === 1 ? [...languages][0] : undefined;
  };
  const homeOf = (name) => {
    if (forStart.has(name)) return 'main';
    if (spoken(name)) return `words-${spoken(name).language}`;
    const language = onlySpokenIn(name);
    if (language) return `words-${language}`;
    if (forHelp.has(name) || page(name)) return 'pages';
    if (first.has(name)) return 'first';
    return hot.has(name) || oftenAlone(name) ? 'shared' : 'rest';
  };
  const home = new Map(small.map((name) => [name, homeOf(name)]));
  const functionOf = (name) => `function(module,exports,require){${pieces.get(name)}\n}`;
  const own = small
    .filter((name) => home.get(name) === 'main')
    .map((name) => `${JSON.stringify(name)}:${functionOf(name)}`);
  const files = ['pages', 'first', 'shared', 'rest', 'words-en', 'words-zh-CN'].map((file) => [
    `${file}.shelf`,
    shelf(small.filter((name) => home.get(name) === file).map((name) => [name, functionOf(name)])),
  ]);
  for (const [name, code] of pieces) {
    if (home.has(name)) continue;
    const text =
      name === 'main.js'
        ? `${piecesOf(own.join(',\n'), home)}(function(require){${code}\nmodule.exports.piece=__piece;module.exports.made=__made;})(__require);`
        : code.replaceAll(/require\("\.\/([^"]+)"\)/g, (call, piece) =>
            home.has(piece) ? `require("./main.js").piece(${JSON.stringify(piece)})` : call,
          );
    files.push([name, text]);
  }
  // bin/okhelp.js keeps what a command needs by this mark at the head of main.js, its characters 2 to 18.
  const mark = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
  return files.map(([name, code]) => [name, name === 'main.js' ? `/*${mark}*/${code}` : code]);
}

/** Texts behind a line that says where each lies, so that one can be compiled without the others. */
function shelf(texts) {
  let at = 0;
  const places = texts.map(([name, { length }]) => {
    at += length;
    return [name, [at - length, at]];
  });
  return `${JSON.stringify(Object.fromEntries(places))}\n${texts.map(([, text]) => text).join('')}`;
}

/**
 * esbuild escapes what is not ASCII, but for regular expressions; here that is done too. Node reads a file that is all ASCII
 * faster, and keeps it in half the room.
 */
function inAscii(code) {
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  // A character may stand escaped already, as in /\：/: then its backslash goes.
  return code.replace(/(\\*)([^\x00-\x7f])/g, (_, slashes, unit) => slashes.slice(slashes.length % 2) + escaped(unit));
}

/** The folders of the packages that each piece of the program is made of, by the piece's name; none for those of okhelp alone. */
async function packagesInside() {
  const { outputs } = (await bundled()).metafile;
  return Object.fromEntries(
    Object.entries(outputs).map(([path, { inputs }]) => {
      const folders = Object.entries(inputs).map(([file, { bytesInOutput }]) =>
        bytesInOutput > 0 ? /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] : undefined,
      );
      return [basename(path), [...new Set(folders)].filter(Boolean).sort()];
    }),
  );
}

/** The output files that `name` needs at once, directly or through others. */
function closure(name, { outputs }) {
  const byName = new Map(Object.entries(outputs).map(([path, output]) => [basename(path), output]));
  const found = new Set();
  const visit = (file) => {
    for (const { path, kind } of byName.get(file).imports) {
      const next = basename(path);
      if (kind !== 'import-statement' || found.has(next) || !byName.has(next)) continue;
      found.add(next);
      visit(next);
    }
  };
  visit(name);
  return [...found];
}

/** The head of main.js: the pieces that it needs itself, where the others are, and the function that runs each once. */
const piecesOf = (definitions, home) => `"use strict";
const __own={${definitions}};
const __home=${JSON.stringify(Object.fromEntries([...home].filter(([, file]) => file !== 'main')))};
const __made=Object.create(null);
const __outer=require;
const __piece=(name)=>{
  if(__made[name])return __made[name].exports;
  const module=__made[name]={exports:{}};
  (__own[name]||__outer.piece(name,__home[name]))(module,module.exports,__require);
  return module.exports;
};
const __require=(name)=>{
  const piece=name.slice(2);
  return __own[piece]||__home[piece]?__piece(piece):__outer(name);
};
__require.give=__outer.give=${GIVE};
`;

/** The words of the program, one catalogue an area and language: `words-en-check` of src/messages/en/check.ts. */
const catalogues = ['en', 'zh-CN'].flatMap((language) =>
  readdirSync(join(root, 'src/messages', language))
    // What the mail and the check say alike (finding.ts) is a part of theirs.
    .filter((file) => file !== 'index.ts' && file !== 'finding.ts')
    .map((file) => ({ language, area: file.slice(0, -3), path: `src/messages/${language}/${file}` }))
    .map((catalogue) => ({ ...catalogue, piece: `words-${catalogue.language}-${catalogue.area}` })),
);

/** What scripts hear most lies in one file a language, since each file that Node opens costs time. */
const hotAreas = ['check', 'diagnose', 'email', 'errors', 'ledger', 'statement'];

/** A command needs the words of two or three areas: each is loaded when it is first asked for. */
const catalogueByCatalogue = {
  name: 'catalogue-by-catalogue',
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /[\\/]messages[\\/](en|zh-CN)[\\/]index\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const [, name, areas] = /export const (\w+)(?:: \w+)? = \{([^}]*)\}/.exec(source) ?? [];
      if (!areas) throw new Error(`${path} is not as it was: see catalogueByCatalogue in build.mjs`);
      const language = basename(dirname(path));
      const getters = areas
        .split(',')
        .map((area) => area.trim())
        .filter(Boolean)
        .map((area) => `get ${area}() { return require("./words-${language}-${area}.js").${area}; }`);
      return { contents: `export const ${name} = {${getters.join(',\n')}};`, loader: 'js' };
    });
    onResolve({ filter: /^\.\/words-/ }, ({ path }) => ({ path, external: true }));
  },
};

/**
 * Some modules of Node take milliseconds to load (child_process 5, fs/promises 2), and most runs call none of their functions:
 * each is loaded by the first call. Only functions may be imported from them.
 */
const nodeWhenNeeded = {
  name: 'node-when-needed',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:(child_process|crypto|fs\/promises|module|os|url|zlib)$/ }, ({ path, importer }) =>
      importer.startsWith(join(root, 'src')) ? { path, namespace: 'when-needed', sideEffects: false } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'when-needed' }, ({ path }) => {
      const names = Object.entries(process.getBuiltinModule(path)).filter(([, value]) => typeof value === 'function');
      const functions = names.map(
        ([name]) =>
          `export const ${name} = (...given) => process.getBuiltinModule(${JSON.stringify(path)}).${name}(...given);`,
      );
      return { contents: functions.filter((line) => !/const (default|delete) /.test(line)).join('\n'), loader: 'js' };
    });
  },
};

/** commander loads child_process (2 ms) for a feature that okhelp does not use: programs as subcommands. */
const commanderWithoutChildProcess = {
  name: 'commander-without-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:)?child_process$/ }, ({ importer }) =>
      importer.includes('/commander/') ? { path: 'none', namespace: 'none' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
  },
};

/**
 * conf brings a validator of JSON Schemas, which it asks only where it is given a schema, and loads crypto and assert for what
 * it encrypts: okhelp gives no schema and no key. fflate would load worker threads, for what okhelp does without them.
 */
const lighterPackages = {
  name: 'lighter-packages',
  setup({ onResolve, onLoad }) {
    const light = (filter, user, path) =>
      onResolve({ filter }, ({ importer }) =>
        importer.includes(`/${user}/`) ? { path, namespace: 'light', sideEffects: false } : undefined,
      );
    light(/^(ajv|ajv-formats)(\/|$)/, 'conf', 'schemas');
    light(/^node:assert$/, 'conf', 'assert');
    light(/^node:crypto$/, 'conf', 'crypto');
    light(/^module$/, 'fflate', 'threads');
    const contents = {
      schemas: 'export const Ajv2020 = null; export default null;',
      assert:
        'import { isDeepStrictEqual } from "node:util"; export default { deepEqual(a, b) { if (!isDeepStrictEqual(a, b)) throw new Error("not equal"); } };',
      crypto: 'export default new Proxy({}, { get: (_, name) => process.getBuiltinModule("node:crypto")[name] });',
      threads: 'export const createRequire = () => () => ({});',
    };
    onLoad({ filter: /.*/, namespace: 'light' }, ({ path }) => ({ contents: contents[path], loader: 'js' }));
  },
};

/**
 * libsql finds out which of its binaries fits by a diagnostic report of the process and a child process (9 ms). Its
 * packages lie beside okhelp, or beside libsql itself, and the wrong one refuses to load: so the likely one is tried first.
 * The file is looked for where Node would look: Node's own way to it takes 2 ms, and is gone where nothing was found.
 */
const libsqlFoundQuickly = {
  name: 'libsql-found-quickly',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]libsql[\\/]index\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const begin = source.indexOf('const { load, currentTarget }');
      const end = source.indexOf('const {\n  databaseOpen,');
      if (begin < 0 || end < begin)
        throw new Error('libsql/index.js is not as it was: see libsqlFoundQuickly in build.mjs');
      return { contents: source.slice(0, begin) + nativeLoader + source.slice(end), loader: 'js' };
    });
  },
};

const nativeLoader = `
function requireNative() {
  const { platform, arch } = process;
  const kinds = { win32: ["-msvc"], linux: arch === "arm" ? ["-gnueabihf", "-musleabihf"] : ["-gnu", "-musl"] };
  let refused;
  for (const near of [inFolders, () => require, besideLibsql]) {
    for (const kind of kinds[platform] ?? [""]) {
      try {
        return near()("@libsql/" + platform + "-" + arch + kind);
      } catch (error) {
        refused ??= error;
      }
    }
  }
  throw refused;
}
function inFolders() {
  const { dirname, join } = process.getBuiltinModule("node:path");
  const { existsSync } = process.getBuiltinModule("node:fs");
  return (name) => {
    for (let folder = __dirname; ; folder = dirname(folder)) {
      const path = join(folder, "node_modules", name, "index.node");
      if (existsSync(path)) {
        const found = { exports: {} };
        process.dlopen(found, path);
        return found.exports;
      }
      if (folder === dirname(folder)) throw new Error("not beside");
    }
  };
}
function besideLibsql() {
  const { createRequire } = process.getBuiltinModule("node:module");
  return createRequire(createRequire(__filename).resolve("libsql"));
}
`;

/**
 * The content compiler is TypeScript too (src/knowledge/compile.ts), and so is the table of commands, against which the
 * commands in the texts are held; both are bundled in memory and loaded from there.
 */
async function contentCompiler() {
  const { compileContent, proveContent, compileGraphs } = await loaded(`export * from './src/knowledge/compile.ts';`, [
    'yaml',
    'zod',
  ]);
  const { knownCommands, en } = await loaded(
    `export * from './src/known-commands.ts'; export { en } from './src/messages/en/index.ts';`,
    ['@inquirer/core', 'conf', 'libsql', 'open', 'ora', 'yaml'],
  );
  return { compileContent, proveContent, compileGraphs, commands: await knownCommands(en) };
}

/** The man pages in both languages, as man looks for them: man1/ in English, zh_CN/man1/ in Chinese. */
async function manualPages() {
  const { manualPage, languages } = await loaded(
    `export { manualPage } from './src/manual/page.ts';
    import { loadMessages, loadTopicMessages } from './src/messages/index.ts';
    export const languages = async (lang) => [await loadMessages(lang), await loadTopicMessages(lang)];`,
    ['@inquirer/prompts', 'conf', 'libsql', 'open', 'ora', 'yaml'],
  );
  const page = async (lang) => manualPage(...(await languages(lang)), version);
  return [
    ['man/man1/okhelp.1', await page('en')],
    ['man/zh_CN/man1/okhelp.1', await page('zh-CN')],
  ];
}

/** The help of the whole program for a pipe, as [path, text] (src/help-page.ts reads it). */
async function helpPages() {
  const { BUILT_WIDTH, rootHelp, plainPaint, loadHelpMessages } = await loaded(
    `export { BUILT_WIDTH } from './src/help-page.ts';
    export { rootHelp } from './src/terminal/help.ts';
    export { plainPaint } from './src/terminal/paint.ts';
    export { loadHelpMessages } from './src/messages/index.ts';`,
    [],
  );
  const page = { width: BUILT_WIDTH, paint: plainPaint };
  const made = async (lang) => [`content/${lang}/help.txt`, rootHelp({ help: await loadHelpMessages(lang) }, page)];
  return [await made('en'), await made('zh-CN')];
}

/** Writes each questionnaire as a picture into docs/questionnaires; with `check` it only says which are not current. */
async function drawQuestionnaires(check) {
  const { compileGraphs } = await contentCompiler();
  const folder = join(root, 'docs', 'questionnaires');
  const pages = new Map(compileGraphs(join(root, 'content')));
  const there = existsSync(folder)
    ? readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.md'))
    : [];
  const stale = [...pages].filter(
    ([path, text]) => !there.includes(path) || text !== readFileSync(join(folder, path), 'utf8'),
  );
  const left = there.filter((path) => !pages.has(path));
  if (check) {
    for (const path of [...stale.map(([name]) => name), ...left])
      process.stdout.write(`docs/questionnaires/${path} is not current\n`);
    process.exitCode = stale.length + left.length > 0 ? 1 : 0;
    return;
  }
  for (const path of left) rmSync(join(folder, path));
  for (const [path, text] of stale) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  process.stdout.write(`${pages.size} pages in docs/questionnaires, ${stale.length} written\n`);
}

/** What a few lines of TypeScript export, bundled in memory. */
async function loaded(contents, external) {
  const result = await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    external,
    logLevel: 'warning',
  });
  const module = { exports: {} };
  const load = new Function('module', 'exports', 'require', result.outputFiles[0].text);
  load(module, module.exports, createRequire(join(root, 'build.mjs')));
  return module.exports;
}

if (process.argv.includes('--check-content')) {
  const { proveContent, commands } = await contentCompiler();
  const print = (line) => process.stdout.write(`${line}\n`);
  process.exitCode = proveContent(join(root, 'content'), commands, print) ? 0 : 1;
} else if (process.argv.includes('--content-graph')) {
  await drawQuestionnaires(process.argv.includes('--check'));
} else if (process.argv.includes('--packages')) {
  process.stdout.write(`${JSON.stringify(await packagesInside(), null, 2)}\n`);
} else {
  const { compileContent, commands } = await contentCompiler();
  const content = [...compileContent(join(root, 'content'), commands)];
  const program = await bundleProgram();
  const pages = [...(await manualPages()), ...(await helpPages())];
  // What was built before is there until all of the new is ready.
  rmSync(dist, { recursive: true, force: true });
  for (const [path, document] of content) write(join('content', path), JSON.stringify(document));
  // What is learnt from people's words is made beforehand (bench/words/learn.mjs) and only copied.
  for (const script of ['latin', 'han'])
    write(`content/words/${script}.bin`, readFileSync(join(root, 'content/words', `${script}.bin`)));
  for (const [path, code] of [...program, ...pages]) write(path, code);
}

function write(path, text) {
  const file = join(dist, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
