// The colours themselves: chalk's 16-colour set, readable on light and dark.
import { Chalk } from 'chalk';
import type { Paint } from './paint.ts';

/** Whether a stream gets colour is decided before (io.ts); chalk's own guess is not asked. */
export function colourPaint(): Paint {
  const chalk = new Chalk({ level: 1 });
  return {
    heading: chalk.bold,
    good: chalk.green,
    bad: chalk.red.bold,
    warn: chalk.yellow,
    quiet: chalk.dim,
    command: chalk.cyan,
  };
}
