#!/usr/bin/env node
// Starts the built program and sets the exit status. What Node compiled for a command is kept for its next run.

const fs = process.getBuiltinModule('node:fs');
const { dirname, isAbsolute, join } = process.getBuiltinModule('node:path');
const { Script } = process.getBuiltinModule('node:vm');

const dist = join(dirname(__dirname), 'dist');
const loaded = new Map();
const scripts = new Map();
/** The kept code in use: where it lies, and its bytes by the name of the file. */
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
  const filename = join(dist, file);
  // All of dist/ is ASCII (build.mjs sees to it), which is read fastest so.
  const source = fs.readFileSync(filename, 'latin1');
  if (file === 'main.js') openKept(source.slice(2, 18));
  const cachedData = kept.map(({ codes }) => codes.get(file)).find(Boolean);
  const wrapped = `(function(exports,require,module,__filename,__dirname){${source}\n})`;
  const script = new Script(wrapped, { filename, cachedData });
  scripts.set(file, { script, fresh: !cachedData || script.cachedDataRejected });
  script.runInThisContext().call(module.exports, module.exports, load, module, filename, dist);
  return module.exports;
}

/** `build` is the mark at the head of main.js: code of another build, or of another Node, is never taken. */
function openKept(build) {
  const caches = cacheFolder(process.env, process.platform);
  folder = caches && join(caches, `${build}-${process.version}-${process.arch}`);
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

const MARK = 'okhelp.code/1';

/** Takes what was kept for a command: one line of JSON (the marks, and where the code of each file lies), then the code. */
function use(name) {
  const codes = new Map();
  kept.push({ name, codes });
  if (!folder) return;
  try {
    const bytes = readOwn(join(folder, name));
    const line = bytes.indexOf(10);
    const { mark, size, files } = JSON.parse(bytes.latin1Slice(0, line));
    if (mark !== MARK || size !== bytes.length) return;
    for (const [file, at, length] of files) codes.set(file, bytes.subarray(at, at + length));
  } catch {}
}

/** A file that nobody but its owner can have written. */
function readOwn(path) {
  const descriptor = fs.openSync(path, 'r');
  try {
    const { uid, mode, size } = fs.fstatSync(descriptor);
    if (process.getuid && (uid !== process.getuid() || mode & 0o022)) throw new Error('not ours');
    const bytes = Buffer.allocUnsafeSlow(size);
    if (fs.readSync(descriptor, bytes, 0, size, 0) !== size) throw new Error('changed');
    return bytes;
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Keeps the compiled code where a file was compiled anew. What fails costs the next run some milliseconds, and no more. */
function keep() {
  // `delete-all` sets the variable: what it deleted is not to be there again.
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return;
  if (!folder || ![...scripts.values()].some(({ fresh }) => fresh)) return;
  try {
    makeFolder();
    const [main, command] = kept;
    const others = [...scripts.keys()].filter((file) => file !== 'main.js');
    if (scripts.get('main.js').fresh) write(main.name, ['main.js']);
    if (command && others.some((file) => scripts.get(file).fresh)) write(command.name, others);
  } catch {}
}

/** Where the folder of caches is somebody else's (as with sudo), nothing is put there. */
function makeFolder() {
  if (fs.existsSync(folder)) return;
  const caches = dirname(folder);
  const missing = [];
  let above = caches;
  for (; !fs.existsSync(above); above = dirname(above)) missing.unshift(above);
  if (process.getuid && fs.statSync(above).uid !== process.getuid()) throw new Error('not ours');
  // One by one: told to make them all, Node tries for ever where a file system such as /proc refuses.
  for (const one of missing) fs.mkdirSync(one, { mode: 0o700 });
  // What other builds and versions kept is of no use any more.
  for (const old of fs.readdirSync(caches)) fs.rmSync(join(caches, old), { recursive: true, force: true });
  fs.mkdirSync(folder, { mode: 0o700 });
}

function write(name, files) {
  const temporary = join(folder, `.${name}-${process.pid}`);
  const descriptor = fs.openSync(temporary, 'wx', 0o600);
  try {
    const codes = files.map((file) => [file, scripts.get(file).script.createCachedData()]);
    // The head is written twice: its own length moves all that follows.
    const head = (start) => {
      let at = start;
      const places = codes.map(([file, { length }]) => {
        const place = [file, at, length];
        at += Math.ceil(length / 8) * 8;
        return place;
      });
      return { text: JSON.stringify({ mark: MARK, size: at, files: places }), size: at };
    };
    const start = Math.ceil((head(1e9).text.length + 1) / 8) * 8;
    const { text, size } = head(start);
    const bytes = Buffer.alloc(size, 32);
    bytes.latin1Write(text, 0);
    bytes[start - 1] = 10;
    let at = start;
    for (const [, code] of codes) {
      bytes.set(code, at);
      at += Math.ceil(code.length / 8) * 8;
    }
    if (fs.writeSync(descriptor, bytes) !== size) throw new Error('the disk is full');
    fs.fsyncSync(descriptor);
    fs.renameSync(temporary, join(folder, name));
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  } finally {
    fs.closeSync(descriptor);
  }
}

/** For tests, which look at what a run loaded. */
module.exports = { loaded };

load('./main.js')
  .start(process, use)
  .then(({ status, written }) => {
    process.exitCode = status;
    keep();
    // Without taking everything apart first, which the system does faster.
    if (written) process.exit();
  });
