// Invented Chinese statements as files: in UTF-8, in GB18030, and as workbooks; and their notes in one line each.
import { strToU8, zipSync } from 'fflate';
import { decodeFile } from '../../src/formats/decode.ts';
import { recogniseFormat } from '../../src/formats/registry.ts';
import type { Statement, StatementFile } from '../../src/formats/statement.ts';
import { formatAmount, type Units } from '../../src/ledger/money.ts';
import { formatTime } from '../../src/ledger/time.ts';

/** Someone who lives far from China: the times of a Chinese bill are Chinese all the same. */
const defaults = { currency: 'EUR', zone: () => -300 };

export function readStatement(content: string | Uint8Array): Statement {
  const file = decodeFile('statement', typeof content === 'string' ? Buffer.from(content) : content);
  const format = recogniseFormat(file);
  if (!format) throw new Error('no format recognises it');
  return format.read(file, defaults);
}

export const fileOf = (content: string | Uint8Array): StatementFile =>
  decodeFile('statement', typeof content === 'string' ? Buffer.from(content) : content);

/** `payment -20.00 main`, with fee and status where there is something to say. */
export function told({ notes }: Statement): string[] {
  return notes.map((note) => {
    const amount = formatAmount(note.amount, note.currency, { plus: true });
    const fee = note.fee === 0n ? '' : ` fee ${formatAmount(note.fee, note.currency)}`;
    const status = note.status === 'completed' ? '' : ` ${note.status}`;
    return `${note.type} ${amount}${fee} ${note.account}${status}`;
  });
}

export const times = ({ notes }: Statement): string[] => notes.map(({ time }) => formatTime(time));

export const faults = ({ unreadable }: Statement) =>
  unreadable.map(({ line, column, value, reason }) => [line, column, value, reason]);

export const yuan = (units: Units | null | undefined): string | null =>
  units === null || units === undefined ? null : formatAmount(units, 'CNY');

/** Text in GB18030: the two-byte characters, found by decoding all of them. */
export function gb18030(text: string): Uint8Array {
  const pairs: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) pairs.push(lead, trail);
  }
  const characters = [...new TextDecoder('gb18030').decode(Uint8Array.from(pairs))];
  const codes = new Map(characters.map((character, at) => [character, pairs.slice(at * 2, at * 2 + 2)]));
  return Uint8Array.from([...text].flatMap((character) => codes.get(character) ?? [character.charCodeAt(0)]));
}

export type SheetCell = string | number | { serial: number };

/** A workbook of sheets of cells: strings shared, numbers as numbers, serials in a date style; empty cells left out. */
export function workbook(sheets: SheetCell[][][], options: { from1904?: boolean; inline?: boolean } = {}): Uint8Array {
  const strings: string[] = [];
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const cellXml = (cell: SheetCell, at: string): string => {
    if (cell === '') return '';
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
    if (typeof cell !== 'string') return `<c r="${at}" s="1"><v>${cell.serial}</v></c>`;
    if (options.inline) return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
    return `<c r="${at}" t="s"><v>${strings.push(escaped(cell)) - 1}</v></c>`;
  };
  const files: { [path: string]: string } = {};
  sheets.forEach((rows, number) => {
    const body = rows.map((cells, row) => {
      const inner = cells.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${row + 1}`));
      return inner.join('') ? `<row r="${row + 1}">${inner.join('')}</row>` : '';
    });
    files[`xl/worksheets/sheet${number + 1}.xml`] = `<worksheet><sheetData>${body.join('')}</sheetData></worksheet>`;
  });
  const named = sheets.map((_, at) => `<sheet name="Sheet${at + 1}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const related = sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`);
  files['xl/workbook.xml'] =
    `<workbook><workbookPr${options.from1904 ? ' date1904="1"' : ''}/><sheets>${named.join('')}</sheets></workbook>`;
  files['xl/_rels/workbook.xml.rels'] = `<Relationships>${related.join('')}</Relationships>`;
  files['xl/styles.xml'] =
    '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy\\-mm\\-dd hh:mm:ss"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>';
  files['xl/sharedStrings.xml'] = `<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`;
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(xml)])));
}
