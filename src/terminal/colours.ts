// The colours themselves: signs have them, words stay in the terminal's own colour, so that all can be read on light and dark.
import { Chalk } from 'chalk';
import type { Paint } from './paint.ts';

/** A sign at the beginning: no letter, no digit, and a space or nothing behind it. */
const SIGN = /^(\s*)([^\p{L}\p{N}\s]+)(?=\s|$)/u;

type Painter = (text: string) => string;

/**
 * None of the 16 colours can be read on both a white and a black background in the palettes that terminals come with (green,
 * yellow and cyan have 1.4 to 3.5:1 on white, red, blue and magenta 1.6 to 4.5:1 on black; dim text has half of what there
 * is). So no word depends on one: what matters is bold, and its sign, or the name of the program, has the colour.
 * Whether a stream gets colour is decided before (io.ts); chalk's own guess is not asked.
 */
export function colourPaint(): Paint {
  const chalk = new Chalk({ level: 1 });
  const bold: Painter = (text) => (text ? chalk.bold(text) : text);
  const same: Painter = (text) => text;
  const behind = (sign: Painter, words: Painter, whole: Painter) => (text: string) => {
    const [lead = '', space = '', mark = ''] = SIGN.exec(text) ?? [];
    return mark ? space + sign(mark) + words(text.slice(lead.length)) : whole(text);
  };
  const cyan: Painter = (text) => chalk.cyan(text);
  // Each takes one text and no more: chalk would print whatever else `map` hands on.
  return {
    heading: (text) => chalk.bold(text),
    good: behind((sign) => chalk.green(sign), same, same),
    bad: behind((sign) => chalk.red.bold(sign), bold, bold),
    warn: behind((sign) => chalk.yellow.bold(sign), same, bold),
    quiet: (text) => text,
    frame: (text) => chalk.dim(text),
    command: (text) => {
      const [, space, name, rest] = /^(\s*)(okhelp)(\s.*|)$/s.exec(text) ?? [];
      return name ? space + cyan(name) + bold(rest!) : behind(cyan, bold, bold)(text);
    },
    found: (text) => chalk.underline(text),
  };
}
