// The colours themselves: chalk's 16-colour set, readable on light and dark.
import { Chalk } from 'chalk';
import type { Paint } from './paint.ts';

/** Whether a stream gets colour is decided before (io.ts); chalk's own guess is not asked. */
export function colourPaint(): Paint {
  const chalk = new Chalk({ level: 1 });
  // Each takes one text and no more: chalk would print whatever else `map` hands on.
  return {
    heading: (text) => chalk.bold(text),
    good: (text) => chalk.green(text),
    bad: (text) => chalk.red.bold(text),
    warn: (text) => chalk.yellow(text),
    quiet: (text) => chalk.dim(text),
    command: (text) => chalk.cyan(text),
    found: (text) => chalk.underline(text),
  };
}
