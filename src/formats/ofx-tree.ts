// OFX as a tree, whether its elements are closed (OFX 2, XML) or not (OFX 1, SGML).
import type { XmlElement } from './xml.ts';

const TOKEN = /<(\/?)([A-Za-z][\w.]*)[^<>]*?(\/?)>([^<]*)/g;

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** OFX is six or so deep; what goes deeper was not closed, and its fields still are found at the depth reached. */
const DEEPEST = 60;

/**
 * An element that has text holds nothing else, and ends with it. One without text holds what follows up to its closing
 * tag; where it is never closed in the whole file it was left empty. Names in upper case. Never throws: what is no element
 * is passed over.
 */
export function ofxTree(text: string): XmlElement {
  const root = element('', 1);
  const open = [root];
  const closed = new Set([...text.matchAll(/<\/([A-Za-z][\w.]*)\s*>/g)].map(([, name]) => name!.toUpperCase()));
  let line = 1;
  let counted = 0;
  for (const token of text.matchAll(TOKEN)) {
    for (let at = text.indexOf('\n', counted); at >= 0 && at < token.index; at = text.indexOf('\n', at + 1)) {
      line++;
      counted = at + 1;
    }
    const name = token[2]!.toUpperCase();
    if (token[1]) {
      const at = open.findLastIndex((one) => one.name === name);
      if (at > 0) open.length = at;
      continue;
    }
    const made = element(name, line, decode(token[4]!).trim());
    open[open.length - 1]!.children.push(made);
    const holds = !made.text && !token[3] && closed.has(name);
    if (holds && open.length < DEEPEST) open.push(made);
  }
  return root;
}

function element(name: string, line: number, text = ''): XmlElement {
  return { name, line, attributes: {}, children: [], text };
}

/** OFX 1 is often written with bare ampersands, so what stands for nothing stays as it is. */
function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,6}));/gi, (reference, decimal, hex, name) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? reference;
    const code = Number.parseInt(decimal ?? hex, decimal ? 10 : 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : reference;
  });
}
