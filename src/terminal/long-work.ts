// Work on a lot of data that leaves no time to show how far it is: what is being done is said before it begins.
import { statSync } from 'node:fs';
import type { Context } from '../context.ts';

/** A data file of some 100,000 notes; less is done with in half a second. */
const LARGE = 15_000_000;

/** Does `work`; where the file at `path` is large, `doing` stands on the terminal meanwhile. */
export async function whileShown<T>(
  doing: string,
  path: string,
  context: Pick<Context, 'host' | 'io' | 'quiet' | 'plain' | 't'>,
  work: () => Promise<T>,
): Promise<T> {
  if (sizeOf(path) < LARGE) return work();
  const { startProgress } = await import('./progress.ts');
  const progress = startProgress(doing, context);
  await progress?.begin();
  try {
    return await work();
  } finally {
    progress?.stop();
  }
}

/** In bytes; 0 where there is no such file. */
function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
