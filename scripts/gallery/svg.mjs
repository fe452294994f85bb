// Draws the rows of a terminal as an SVG: text in a monospaced font, the 16 colours by name, light or dark as the reader has it.

const CELL = 7.8;
const LINE = 19;
const SIZE = 13;
const MARGIN = 16;
const FONT =
  "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Noto Sans Mono CJK SC','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',monospace";

/** The colours that okhelp uses, as [name, on light, on dark]; a terminal has its own shades. */
const COLOURS = {
  1: ['r', '#cf222e', '#ff7b72'],
  2: ['g', '#1a7f37', '#56d364'],
  3: ['y', '#9a6700', '#e3b341'],
  4: ['b', '#0969da', '#79c0ff'],
  5: ['m', '#8250df', '#d2a8ff'],
  6: ['c', '#1b7c83', '#56d4dd'],
};
const PAPER = { light: ['#ffffff', '#1f2328', '#d0d7de'], dark: ['#0d1117', '#e6edf3', '#30363d'] };

/** `title` is what the picture is of, in a few words; the whole text of the screen is its description. */
export function drawScreen(rows, { title, language, columns }) {
  const width = Math.ceil(columns * CELL + 2 * MARGIN);
  const height = rows.length * LINE + 2 * MARGIN;
  const text = rows
    .map((row) =>
      row
        .map((cell) => cell.text)
        .join('')
        .trimEnd(),
    )
    .join('\n');
  const lines = rows.map((row, y) => drawRow(row, MARGIN + y * LINE + SIZE)).filter(Boolean);
  const used = new Set(
    rows
      .flat()
      .map(({ colour }) => colour)
      .filter((colour) => colour !== null),
  );
  const unknown = [...used].find((colour) => !COLOURS[colour]);
  if (unknown !== undefined) throw new Error(`${title}: colour ${unknown} is none of the six that okhelp uses`);
  const shades = (n) =>
    [...used]
      .sort()
      .map((colour) => `.${COLOURS[colour][0]}{fill:${COLOURS[colour][n]}}`)
      .join('');
  const page = ([paper, ink, edge]) => `rect{fill:${paper};stroke:${edge}}text{fill:${ink}}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${language}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t d">
<title id="t">${escaped(title)}</title>
<desc id="d">${escaped(text)}</desc>
<style>text{font:${SIZE}px ${FONT};white-space:pre}.B{font-weight:700}.D{opacity:.7}.U{text-decoration:underline}.W{font-size:15px}${page(PAPER.light)}${shades(1)}@media(prefers-color-scheme:dark){${page(PAPER.dark)}${shades(2)}}</style>
<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="8"/>
${lines.join('\n')}
</svg>
`;
}

/** Each run of cells that look alike is a text of its own, as long as its cells: then columns hold in every font. */
function drawRow(row, y) {
  const runs = [];
  let x = 0;
  for (const cell of row) {
    const look = classOf(cell);
    const last = runs.at(-1);
    const blank = cell.text === ' ';
    const alike = last && last.look === look && last.wide === cell.wide && !last.text.endsWith('  ');
    const goesOn = last && last.end === x && (blank ? !last.underlined : alike);
    // Spaces between two runs belong to neither; within one, they keep its words apart; two of them part two columns.
    if (goesOn) Object.assign(last, { text: last.text + cell.text, end: x + (cell.wide ? 2 : 1) });
    else if (!blank || look.includes('U'))
      runs.push({
        text: cell.text,
        look,
        wide: cell.wide,
        underlined: look.includes('U'),
        at: x,
        end: x + (cell.wide ? 2 : 1),
      });
    x += cell.wide ? 2 : 1;
  }
  return runs
    .flatMap(asPlain)
    .map(({ text, look, wide, at, end }) => {
      const classes = [look, wide && 'W'].filter(Boolean).join(' ');
      const named = classes ? ` class="${classes}"` : '';
      return `<text x="${number(MARGIN + at * CELL)}" y="${y}" textLength="${number((end - at) * CELL)}"${named}>${escaped(text)}</text>`;
    })
    .join('');
}

/** Without the spaces behind. A run that a space was put behind may stand before one of another width. */
function asPlain(run) {
  const text = run.text.trimEnd();
  const cut = run.text.length - text.length;
  return text ? [{ ...run, text, end: run.end - cut }] : [];
}

function classOf({ colour, bold, dim, underline, text }) {
  if (text === ' ' && !underline) return '';
  const name = colour === null ? '' : (COLOURS[colour]?.[0] ?? '');
  return [name, bold && 'B', dim && 'D', underline && 'U'].filter(Boolean).join(' ');
}

const number = (value) => String(Math.round(value * 10) / 10);

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
