// An XLSX workbook as sheets of rows: what stands in the cells as text, dates written out, nothing calculated.
import { strFromU8, unzipSync } from 'fflate';
import type { TextRow } from './records.ts';
import { isDamaged } from './zip-damage.ts';

export interface Sheet {
  name: string;
  /** `line` is the row's number in the sheet; empty rows are left out. */
  records: TextRow[];
}

/** More bytes than this, unpacked, are not read: they take ten times as much memory. */
export const LARGEST = 2e8;

/** Sheets, strings, styles and how they hang together; no pictures, charts or themes. */
const WANTED = /^xl\/(?!theme|media|drawings|charts).*\.(?:xml|rels)$/i;

const opened = new WeakMap<Uint8Array, Sheet[]>();

/** The sheets of a workbook in its order; empty where the bytes are no workbook, or a damaged one. */
export function sheetsOf(bytes: Uint8Array): Sheet[] {
  const known = opened.get(bytes);
  if (known) return known;
  const sheets = bytes[0] === 0x50 && bytes[1] === 0x4b ? unpack(bytes) : [];
  opened.set(bytes, sheets);
  return sheets;
}

/** How many bytes the sheets and what belongs to them would be, by the directory; 0 where there is none. */
export function unpackedSize(bytes: Uint8Array): number {
  let size = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (WANTED.test(name)) size += originalSize;
        return false;
      },
    });
  } catch {
    return 0;
  }
  return size;
}

function unpack(bytes: Uint8Array): Sheet[] {
  if (unpackedSize(bytes) > LARGEST) return [];
  let files: { [path: string]: Uint8Array };
  try {
    files = unzipSync(bytes, { filter: ({ name }) => WANTED.test(name) });
  } catch {
    return [];
  }
  if (isDamaged(bytes, files)) return [];
  const part = (path: string): string => (files[path] ? strFromU8(files[path]) : '');
  const book = part('xl/workbook.xml');
  const targets = new Map(
    [...part('xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\b([^>]*)>/g)].map(([, at]) => [
      attribute(at!, 'Id'),
      attribute(at!, 'Target'),
    ]),
  );
  const strings = sharedStrings(part('xl/sharedStrings.xml'));
  const dates = dateStyles(part('xl/styles.xml'));
  const from1904 = /<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(book);
  return [...book.matchAll(/<(?:\w+:)?sheet\b([^>]*)>/g)].map(([, at]) => {
    const target = targets.get(attribute(at!, 'id')) ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    return { name: attribute(at!, 'name'), records: rowsIn(part(path), { strings, dates, from1904 }) };
  });
}

interface Book {
  strings: string[];
  /** By the number of the style: whether its numbers are dates. */
  dates: boolean[];
  from1904: boolean;
}

function rowsIn(xml: string, book: Book): TextRow[] {
  const records: TextRow[] = [];
  let line = 0;
  for (const { attributes, body } of elements(xml, 'row')) {
    line = Number(attribute(attributes, 'r')) || line + 1;
    if (!body) continue;
    const cells: string[] = [];
    let column = -1;
    for (const { attributes: of, body: inner } of elements(body, 'c')) {
      const named = columnOf(attribute(of, 'r'));
      column = named ?? column + 1;
      while (cells.length < column) cells.push('');
      cells[column] = inner ? cellText(of, inner, book) : '';
    }
    if (cells.some((cell) => cell !== '')) records.push({ line, cells });
  }
  return records;
}

/** `C7` is column 2; null where there is no reference, or one beyond the 16,384 columns that a sheet has. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (!letters) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return column < 16_384 ? column : null;
}

function cellText(attributes: string, inner: string, { strings, dates, from1904 }: Book): string {
  const kind = attribute(attributes, 't');
  if (kind === 'inlineStr') return bare(textIn(inner));
  const [{ body: value } = { body: '' }] = elements(inner, 'v');
  if (kind === 's') return bare(strings[Number(value)] ?? '');
  if (kind !== '' && kind !== 'n') return bare(decoded(value));
  const style = Number(attribute(attributes, 's') || 0);
  return dates[style] ? writtenDate(Number(value), from1904) : plainNumber(value);
}

/** A number as Excel shows it: 15 digits, because the file may say 28.160000000000004 for 28.16; never with an exponent. */
function plainNumber(value: string): string {
  if (/^-?\d{1,15}$/.test(value)) return value;
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  const [digits, exponent] = Math.abs(number).toExponential(14).split('e') as [string, string];
  const all = digits.replace('.', '').replace(/0+$/, '') || '0';
  const point = 1 + Number(exponent);
  const whole = point > 0 ? all.slice(0, point).padEnd(point, '0') : '0';
  const fraction = point > 0 ? all.slice(point) : all.padStart(all.length - point, '0');
  return `${number < 0 ? '-' : ''}${whole}${fraction && all !== '0' ? `.${fraction}` : ''}`;
}

/** A serial date (days since the end of 1899, or since 1904) as `2026-03-01 09:00:05`, to the second. */
function writtenDate(serial: number, from1904: boolean): string {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return String(serial);
  const days = serial + (from1904 ? 1462 : 0);
  return new Date(Math.round((days - 25_569) * 86_400) * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/** Which styles show dates: by the built-in formats (ECMA-376 part 1, 18.8.30) and the letters of own ones. */
function dateStyles(xml: string): boolean[] {
  const own = new Map(
    [...xml.matchAll(/<(?:\w+:)?numFmt\b([^>]*)>/g)].map(([, at]) => [
      attribute(at!, 'numFmtId'),
      decoded(attribute(at!, 'formatCode')).replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''),
    ]),
  );
  const cellFormats = /<(?:\w+:)?cellXfs\b[^>]*>([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(xml)?.[1] ?? '';
  return [...cellFormats.matchAll(/<(?:\w+:)?xf\b([^>]*)>/g)].map(([, at]) => {
    const id = attribute(at!, 'numFmtId');
    const code = own.get(id);
    if (code !== undefined) return /[ymdhs年月日]/i.test(code);
    const number = Number(id);
    return (
      (number >= 14 && number <= 22) ||
      (number >= 27 && number <= 36) ||
      (number >= 45 && number <= 58 && number !== 48 && number !== 49)
    );
  });
}

function sharedStrings(xml: string): string[] {
  return elements(xml, 'si').map(({ body }) => textIn(body));
}

/** The text of a string item: its runs together, without the readings (furigana) beside them. */
function textIn(xml: string): string {
  const readings = elements(xml, 'rPh').map(({ body }) => body);
  const runs = readings.reduce((rest, reading) => rest.replace(reading, ''), xml);
  return elements(runs, 't')
    .map(({ body }) => decoded(body))
    .join('');
}

/** The elements of a name, in their order; none of these holds one of its own name. What is never closed ends the list. */
function elements(xml: string, name: string): { attributes: string; body: string }[] {
  const found: { attributes: string; body: string }[] = [];
  const open = new RegExp(`<((?:\\w+:)?${name})(?=[\\s/>])([^>]*)>`, 'g');
  for (let tag = open.exec(xml); tag; tag = open.exec(xml)) {
    const [, full, attributes] = tag as unknown as [string, string, string];
    if (attributes.endsWith('/')) {
      found.push({ attributes: attributes.slice(0, -1), body: '' });
      continue;
    }
    const end = xml.indexOf(`</${full}>`, open.lastIndex);
    if (end < 0) break;
    found.push({ attributes, body: xml.slice(open.lastIndex, end) });
    open.lastIndex = end;
  }
  return found;
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      if (name) return ENTITIES[name] ?? whole;
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/_x([0-9A-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The value of an attribute, with whatever prefix. */
function attribute(attributes: string, name: string): string {
  let at = attributes.indexOf(`${name}="`);
  while (at > 0 && !/[\s:]/.test(attributes[at - 1]!)) at = attributes.indexOf(`${name}="`, at + 1);
  if (at < 0) return '';
  const from = at + name.length + 2;
  return attributes.slice(from, attributes.indexOf('"', from));
}

/** Without the blanks, tabs and backticks around it. */
function bare(text: string): string {
  return text.replace(/^[\s\u00a0\u200b\ufeff`]+|[\s\u00a0\u200b\ufeff]+$/g, '');
}
