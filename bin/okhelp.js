#!/usr/bin/env node
// Starts the built program and sets the exit status. What a command needs of it is kept compiled for its next runs (keep.js).

const fs = process.getBuiltinModule('node:fs');
const { dirname, isAbsolute, join } = process.getBuiltinModule('node:path');
const { Script } = process.getBuiltinModule('node:vm');

const dist = join(dirname(__dirname), 'dist');
const main = join(dist, 'main.js');
const loaded = new Map();
/** What was compiled in this run, by the name of its file. */
const compiled = new Map();
/** What is kept for this run: first for the start, then for the command. */
const kept = [];
let folder = null;

/** One file of dist/, run once; anything else is Node's own to load. */
function load(name) {
  if (!name.startsWith('./')) return require(name);
  const file = name.slice(2);
  let module = loaded.get(file);
  if (module) return module.exports;
  module = { exports: {} };
  loaded.set(file, module);
  const run = given(file) ?? compile(file);
  run.call(module.exports, module.exports, load, module, join(dist, file), dist);
  return module.exports;
}

/** What is kept of that name: a file, or one of the pieces that commands share. */
const given = (name) => kept.find(({ functions }) => functions[name])?.functions[name];

function compile(file) {
  const filename = join(dist, file);
  // All of dist/ is ASCII (build.mjs sees to it), which is read fastest so.
  const source = fs.readFileSync(filename, 'latin1');
  const text = `(function(exports,require,module,__filename,__dirname){${source}\n})`;
  const run = new Script(text, { filename }).runInThisContext();
  compiled.set(file, run);
  return run;
}

/** A piece, which lies with others on a shelf: only what is needed of them is compiled. */
load.piece = (name, shelf) => given(name) ?? pieceOn(shelf, name);

const shelves = new Map();

function pieceOn(shelf, name) {
  const filename = join(dist, `${shelf}.shelf`);
  if (!shelves.has(shelf)) {
    const text = fs.readFileSync(filename, 'latin1');
    const line = text.indexOf('\n');
    shelves.set(shelf, { places: JSON.parse(text.slice(0, line)), texts: text.slice(line + 1) });
  }
  const { places, texts } = shelves.get(shelf);
  const text = texts.slice(...places[name]);
  const wrapped = `(function(__filename,__dirname){return ${text}})`;
  const piece = new Script(wrapped, { filename }).runInThisContext()(filename, dist);
  compiled.set(name, piece);
  return piece;
}

/** The mark at the head of main.js: code of another build, or of another Node, is never taken. */
function openKept() {
  const caches = cacheFolder(process.env, process.platform);
  if (!caches) return;
  const mark = read(main, 18).latin1Slice(2, 18);
  folder = join(caches, `${mark}-${process.version}-${process.arch}`);
  use('main');
}

/** The user's own folder for what can be made again; null where there is none, or where Node was told to keep nothing. */
function cacheFolder(env, platform) {
  if (env.NODE_DISABLE_COMPILE_CACHE) return null;
  if (env.XDG_CACHE_HOME && isAbsolute(env.XDG_CACHE_HOME)) return join(env.XDG_CACHE_HOME, 'okhelp');
  if (platform === 'win32') return env.LOCALAPPDATA ? join(env.LOCALAPPDATA, 'okhelp', 'Cache') : null;
  if (!env.HOME || !isAbsolute(env.HOME)) return null;
  return platform === 'darwin' ? join(env.HOME, 'Library', 'Caches', 'okhelp') : join(env.HOME, '.cache', 'okhelp');
}

const MARK = 'okhelp.code/2';

/**
 * Takes what was kept under a name: a line of JSON (the mark, and where all lies), V8's code, where it was kept already, and
 * the text that it was compiled from, which gives functions by name.
 */
function use(name) {
  const one = { name, functions: {}, script: null, warm: false };
  kept.push(one);
  if (!folder) return;
  try {
    const bytes = read(join(folder, name));
    const { mark, size, code, text } = JSON.parse(bytes.latin1Slice(0, bytes.indexOf(10)));
    // V8 checks its code, and of the text its length only: zeros are what a disk that failed leaves.
    if (mark !== MARK || size !== bytes.length || bytes.indexOf(0, text[0]) >= 0) return;
    const cachedData = code[1] ? bytes.subarray(code[0], code[0] + code[1]) : undefined;
    const script = new Script(bytes.latin1Slice(text[0], text[0] + text[1]), { filename: main, cachedData });
    one.functions = script.runInThisContext()(main, dist);
    one.script = script;
    one.warm = cachedData !== undefined && !script.cachedDataRejected;
  } catch {}
}

/** The first bytes of a file, or all of one that nobody but its owner can have written. */
function read(path, length) {
  const descriptor = fs.openSync(path, 'r');
  try {
    const { uid, mode, size } = fs.fstatSync(descriptor);
    if (!length && process.getuid && (uid !== process.getuid() || mode & 0o022)) throw new Error('not ours');
    const bytes = Buffer.allocUnsafeSlow(length ?? size);
    if (fs.readSync(descriptor, bytes, 0, bytes.length, 0) !== bytes.length) throw new Error('changed');
    return bytes;
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Keeps what this run had to compile. What fails costs the next run some milliseconds, and no more. */
function keep() {
  // `delete-all` sets the variable: what it deleted is not to be there again.
  if (!folder || process.env.NODE_DISABLE_COMPILE_CACHE) return;
  if (compiled.size === 0 && kept.every(({ warm }) => warm)) return;
  require('./keep.js').keep({ folder, kept, compiled, mark: MARK });
}

/** For tests, which look at what a run loaded. */
module.exports = { loaded };

openKept();
load('./main.js')
  .start(process, use)
  .then(({ status, written }) => {
    process.exitCode = status;
    keep();
    // Without taking everything apart first, which the system does faster.
    if (written) process.exit();
  });
