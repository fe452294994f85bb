// XML as a tree with line numbers: elements, attributes, text, CDATA and the five entities; nothing else is obeyed.

/** An element; names without their namespace prefix. */
export interface XmlElement {
  name: string;
  /** 1-based line on which it begins. */
  line: number;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** The text directly in it, ends trimmed. */
  text: string;
}

/** What is wrong with a document, and where. */
export class XmlProblem extends Error {
  constructor(
    reason: string,
    readonly line: number,
  ) {
    super(`XML, line ${line}: ${reason}`);
  }
}

/** Statements are some ten deep; deeper nesting is an attack or a fault. */
const DEEPEST = 100;

/** Most elements have no attributes, and large statements have many elements. */
const NONE: Record<string, string> = Object.freeze(Object.create(null));

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/>"'=<!?]+)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/y;
const ATTRIBUTE = /\s*([^\s=/"'<>]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')\s*|\s+/y;

/**
 * Reads a document (XML 1.0, well-formed, one root). A document type declaration is refused, so no entity can be
 * defined and nothing outside the text is ever read. Throws XmlProblem.
 */
export function parseXml(text: string): XmlElement {
  const top: XmlElement = { name: '', line: 1, attributes: {}, children: [], text: '' };
  const open = [top];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const inside = open[open.length - 1]!;
    const next = text.indexOf('<', at);
    const plain = text.slice(at, next < 0 ? text.length : next);
    if (plain.trim() && inside === top)
      throw new XmlProblem('text outside the document', line + newlines(/^\s*/.exec(plain)![0]));
    inside.text += decode(plain, line);
    line += newlines(plain);
    if (next < 0) break;
    TOKEN.lastIndex = next;
    const token = TOKEN.exec(text);
    if (!token) throw new XmlProblem(faultAt(text, next), line);
    const [whole, data, closing, name, rest] = token;
    if (data !== undefined) inside.text += data;
    else if (closing) close(open, name!, rest!, line);
    else if (name) {
      const element = opened(name, rest!, line);
      if (inside === top && top.children.length) throw new XmlProblem('more than one document', line);
      inside.children.push(element);
      if (!/\/\s*$/.test(rest!)) open.push(element);
      if (open.length > DEEPEST) throw new XmlProblem('nested too deeply', line);
    }
    line += newlines(whole);
    at = next + whole.length;
  }
  const left = open.pop()!;
  if (left !== top) throw new XmlProblem(`<${left.name}> is not closed; the file may have been cut off`, left.line);
  const [root] = top.children;
  if (!root) throw new XmlProblem('no element', line);
  return root;
}

/** The first element on a path of child names, or null. */
export function find(element: XmlElement | null | undefined, ...path: string[]): XmlElement | null {
  let here: XmlElement | null | undefined = element;
  for (const name of path) here = here?.children.find((child) => child.name === name);
  return here ?? null;
}

/** All children of that name. */
export function findAll(element: XmlElement | null | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The text at a path; empty where there is none. */
export function textAt(element: XmlElement | null | undefined, ...path: string[]): string {
  return find(element, ...path)?.text ?? '';
}

function opened(name: string, rest: string, line: number): XmlElement {
  const written = rest.replace(/\/\s*$/, '');
  if (!written) return { name: local(name), line, attributes: NONE, children: [], text: '' };
  const attributes: Record<string, string> = Object.create(null);
  ATTRIBUTE.lastIndex = 0;
  while (ATTRIBUTE.lastIndex < written.length) {
    const from = ATTRIBUTE.lastIndex;
    const match = ATTRIBUTE.exec(written);
    if (!match || ATTRIBUTE.lastIndex === from)
      throw new XmlProblem(`<${name}> has an attribute that cannot be read`, line);
    if (match[1]) attributes[local(match[1])] = decode(match[2] ?? match[3] ?? '', line);
  }
  return { name: local(name), line, attributes, children: [], text: '' };
}

function close(open: XmlElement[], name: string, rest: string, line: number): void {
  const element = open.pop()!;
  if (element.name !== local(name) || rest.trim() || open.length === 0) {
    throw new XmlProblem(`</${name}> closes nothing that is open`, line);
  }
  element.text = element.text.trim();
}

function decode(text: string, line: number): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&\s]{0,12});?/g, (reference, body: string) => {
    const known = Object.hasOwn(ENTITIES, body) ? ENTITIES[body] : undefined;
    const code = /^#x[0-9a-f]{1,6}$/i.test(body)
      ? Number.parseInt(body.slice(2), 16)
      : /^#\d{1,7}$/.test(body)
        ? Number(body.slice(1))
        : -1;
    const usable = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    if (!reference.endsWith(';') || (known === undefined && !usable)) {
      throw new XmlProblem(`${reference} stands for nothing`, line);
    }
    return known ?? String.fromCodePoint(code);
  });
}

function faultAt(text: string, at: number): string {
  if (text.startsWith('<!DOCTYPE', at)) return 'a document type declaration, which okhelp does not follow';
  return text.indexOf('>', at) < 0
    ? 'it ends in the middle; the file may have been cut off'
    : '“<” that begins no element';
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
