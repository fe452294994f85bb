// Runs okhelp in a pseudo-terminal of a fixed size, and gives what stands on its screen, cell by cell.
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

/** For this long nothing may change before a screen that waits for keys counts as drawn. */
const STILL = 250;
const PATIENCE = 20_000;
const ROWS = 120;

/**
 * `run(words, { keys })` gives the rows of the screen when okhelp has ended, or, where `until` names a text, when that
 * stands on it and nothing changes any more. `keys` is a list of [text to wait for, what is then typed].
 * @typedef {{ text: string, wide: boolean, colour: number | null, bold: boolean, dim: boolean, underline: boolean }} Cell
 */
export function terminal({ program, folder, env, columns }) {
  return async function run(words, { keys = [], until = null, rows = ROWS } = {}) {
    const screen = new xterm.Terminal({ cols: columns, rows, scrollback: 0, allowProposedApi: true });
    const pty = spawn(process.execPath, [program, ...words], {
      name: 'xterm-256color',
      cols: columns,
      rows,
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', HOME: folder, TERM: 'xterm-256color', ...env },
    });
    let ended = false;
    let unread = 0;
    let last = Date.now();
    pty.onData((piece) => {
      unread++;
      screen.write(piece, () => {
        unread--;
        last = Date.now();
      });
    });
    pty.onExit(() => (ended = true));
    const shows = (text) =>
      rowsOf(screen).some((row) =>
        row
          .map((cell) => cell.text)
          .join('')
          .includes(text),
      );
    const wait = async (what, done) => {
      for (const begun = Date.now(); !done(); ) {
        if (Date.now() - begun > PATIENCE) {
          const text = rowsOf(screen)
            .map((row) =>
              row
                .map((cell) => cell.text)
                .join('')
                .trimEnd(),
            )
            .join('\n');
          throw new Error(`okhelp ${words.join(' ')}: waited for ${what}; the screen shows:\n${text}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const settled = () => unread === 0 && Date.now() - last > STILL;
    try {
      for (const [text, typed] of keys) {
        await wait(text, () => shows(text) && settled());
        pty.write(typed);
      }
      if (until === null) await wait('its end', () => ended && settled());
      else await wait(until, () => shows(until) && settled());
      return rowsOf(screen);
    } finally {
      if (!ended) pty.kill('SIGKILL');
    }
  };
}

/** The rows down to the last that holds something. */
function rowsOf(screen) {
  const buffer = screen.buffer.active;
  const rows = [];
  for (let y = 0; y < screen.rows; y++) {
    const line = buffer.getLine(buffer.baseY + y);
    const cells = [];
    for (let x = 0; x < screen.cols; x++) {
      const cell = line.getCell(x);
      // The second half of a wide character is no cell of its own.
      if (cell.getWidth() === 0) continue;
      cells.push({
        text: cell.getChars() || ' ',
        wide: cell.getWidth() === 2,
        colour: cell.isFgPalette() ? cell.getFgColor() : null,
        bold: cell.isBold() !== 0,
        dim: cell.isDim() !== 0,
        underline: cell.isUnderline() !== 0,
      });
    }
    rows.push(cells);
  }
  while (rows.length > 0 && rows.at(-1).every(({ text }) => text === ' ')) rows.pop();
  return rows;
}
