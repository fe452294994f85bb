// A table that is one on a wide screen and on paper, and a list of cards on a telephone.
import { type Content, html, type Markup } from './html.ts';

export interface Column {
  label: string;
  /** `amount`: at the right, never broken; `sum`, `free`: broken anywhere; `head`: the name of the row. */
  kind?: 'amount' | 'sum' | 'free' | 'head' | 'time';
}

export interface Row {
  cells: Content[];
  /** What is special about the row; the cells say it in words. */
  mark?: 'off' | 'agreed' | 'concerned';
}

/** An amount with more signs than this may be broken, since a page is no wider than a telephone. */
const LONG = 20;

/** `left`: so many rows are left out there. */
export type Line = Row | { left: string };

/**
 * `caption` is heard and not seen where a heading above says the same (`quiet`). Roles are said, since a table whose display is changed is none
 * to some screen readers.
 */
export function table(caption: string, columns: readonly Column[], lines: readonly Line[], quiet = false): Markup {
  const rows = lines.map((line) =>
    'left' in line
      ? html`<tr role="row" class="left"><td role="cell" colspan="${columns.length}">${line.left}</td></tr>\n`
      : html`<tr role="row" class="${line.mark ?? ''}">${line.cells.map((cell, i) => cellOf(cell, columns[i]!))}</tr>\n`,
  );
  return html`<table role="table">
<caption class="${quiet && 'heard'}">${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(
    ({ label, kind }) => html`<th role="columnheader" scope="col" class="${kind ?? ''}">${label}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">
${rows}</tbody>
</table>
`;
}

function cellOf(cell: Content, { label, kind }: Column): Markup {
  if (kind === 'head') return html`<th role="rowheader" scope="row" data-label="${label}"><bdi>${cell}</bdi></th>`;
  const empty = cell === '' || cell === null || cell === false;
  if (empty) return html`<td role="cell" class="empty"></td>`;
  const long = kind === 'amount' && typeof cell === 'string' && cell.length > LONG && ' long';
  return html`<td role="cell" class="${kind ?? ''}${long}" data-label="${label}"><bdi>${cell}</bdi></td>`;
}

/** Names and values under each other. */
export function pairs(rows: readonly (readonly [string, Content])[]): Markup {
  return html`<dl>${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd><bdi>${value}</bdi></dd></div>`)}</dl>\n`;
}
