// Phrases out of patterns: `(a|b)` is one of them, `[a|b]` or a `?` behind leaves it out or not, `{name}` is a named choice.

/**
 * Reads a file of patterns.
 * @param {string} text lines: `name = a|b`, `## problem`, and below that one pattern a line; `# …` is a remark
 * @returns {{ names: Map<string, object>, patterns: { problem: string, tree: object }[] }}
 */
export function readPatterns(text) {
  const names = new Map();
  const patterns = [];
  let problem = null;
  for (const [at, line] of text.split('\n').entries()) {
    const heading = /^## (\S+)$/.exec(line);
    const naming = problem === null ? /^(\w+) = (.+)$/.exec(line) : null;
    if (heading) problem = heading[1];
    else if (naming) names.set(naming[1], parse(naming[2], at));
    else if (line.trim() !== '' && !line.startsWith('#')) patterns.push({ problem, tree: parse(line, at) });
  }
  return { names, patterns };
}

/** Up to `count` different phrases of a pattern, drawn at random but the same each time. */
export function phrasesOf(tree, names, count, random) {
  const phrases = new Set();
  for (let tries = 0; phrases.size < count && tries < 4 * count; tries++) phrases.add(draw(tree, names, random).trim());
  phrases.delete('');
  return [...phrases];
}

/** Numbers from 0 to 1 that follow from the seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const CLOSING = { '(': ')', '[': ']' };

/** A tree of `{ any: [sequence, …], maybe }`, `{ name, maybe }` and texts. */
function parse(line, at) {
  let place = 0;
  const choice = (end) => {
    const any = [[]];
    while (place < line.length && line[place] !== end) {
      const sign = line[place++];
      if (sign === '|') any.push([]);
      else if (sign in CLOSING) {
        const inner = choice(CLOSING[sign]);
        if (line[place++] !== CLOSING[sign]) throw new Error(`line ${at + 1}: ${sign} is not closed`);
        any.at(-1).push({ ...inner, maybe: maybe() || sign === '[' });
      } else if (sign === '{') {
        const end = line.indexOf('}', place);
        const name = line.slice(place, end);
        place = end + 1;
        any.at(-1).push({ name, maybe: maybe() });
      } else if (sign === ')' || sign === ']') throw new Error(`line ${at + 1}: ${sign} closes nothing`);
      else any.at(-1).push(sign);
    }
    return { any };
  };
  const maybe = () => line[place] === '?' && ++place > 0;
  return choice(null);
}

function draw(node, names, random) {
  if (typeof node === 'string') return node;
  if (node.maybe && random() < 0.5) return '';
  if (node.name !== undefined) {
    const named = names.get(node.name);
    if (!named) throw new Error(`{${node.name}} is not named`);
    return draw(named, names, random);
  }
  const sequence = node.any[Math.floor(random() * node.any.length)];
  return sequence.map((part) => draw(part, names, random)).join('');
}
