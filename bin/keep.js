// Keeps what a command needs for its next run: the text of what it ran, and, from the second run of that text on, V8's code for it.

const fs = require('node:fs');
const { dirname, join } = require('node:path');

/**
 * `kept` is what this run took: first for its start, then, once a command was called, for that. `compiled` are the functions that it
 * took from dist/ instead, by name. Code is kept of a text that ran as a whole; so a text that has grown has none yet.
 */
exports.keep = ({ folder, kept: [start, command], compiled, mark }) => {
  try {
    makeFolder(folder);
    const main = [...compiled].filter(([name]) => name === 'main.js');
    const others = [...compiled].filter(([name]) => name !== 'main.js');
    for (const [one, grown] of [
      [start, main],
      [command, others],
    ]) {
      if (!one) continue;
      const nothing = Buffer.alloc(0);
      if (grown.length > 0)
        write(folder, one.name, mark, nothing, textOf({ ...one.functions, ...Object.fromEntries(grown) }));
      else if (one.script && !one.warm)
        write(folder, one.name, mark, one.script.createCachedData(), textOf(one.functions));
    }
  } catch {}
};

/** Functions by name as a text that gives them, and that is the same whenever it is made of the same. */
function textOf(functions) {
  const members = Object.entries(functions).map(([name, made]) => `${JSON.stringify(name)}:${made}`);
  return `(function(__filename,__dirname){return{${members.join(',\n')}}})`;
}

/** Where the folder of caches is somebody else's (as with sudo), nothing is put there. */
function makeFolder(folder) {
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

/** Writes the file whole or not at all. */
function write(folder, name, mark, code, text) {
  const temporary = join(folder, `.${name}-${process.pid}`);
  const descriptor = fs.openSync(temporary, 'wx', 0o600);
  try {
    // V8 wants its code at a multiple of eight.
    const at = 256;
    const end = at + code.length;
    const size = end + text.length;
    const bytes = Buffer.alloc(size, 32);
    bytes.latin1Write(`${JSON.stringify({ mark, size, code: [at, code.length], text: [end, text.length] })}\n`, 0);
    bytes.set(code, at);
    bytes.latin1Write(text, end);
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
