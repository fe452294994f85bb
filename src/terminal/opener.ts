// Opens a link or a file with the program that the user's system has for it.
import { OkhelpError } from '../errors.ts';

/** The part of a started program that is looked at. */
export interface Started {
  exitCode: number | null;
  once(event: 'exit', listener: (status: number | null) => void): unknown;
}

export type Open = (target: string) => Promise<Started>;

/** How long a launcher has to say that it found no program; one that is still running has found it. */
const PATIENCE = 1500;

/** Opens `target` (a mailto link or a path); throws `no-opener` where that visibly failed. */
export async function openTarget(target: string, open: Open = systemOpen, patience = PATIENCE): Promise<void> {
  let status: number | null;
  try {
    const started = await open(target);
    status = started.exitCode ?? (await exitWithin(started, patience));
  } catch (error) {
    throw new OkhelpError(
      'no-opener',
      { reason: (error as NodeJS.ErrnoException).code ?? (error as Error).message },
      error,
    );
  }
  if (status) throw new OkhelpError('no-opener', { reason: `exit ${status}` });
}

function exitWithin(started: Started, patience: number): Promise<number | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), patience);
    started.once('exit', (status) => {
      clearTimeout(timer);
      resolve(status);
    });
  });
}

async function systemOpen(target: string): Promise<Started> {
  const { default: open } = await import('open');
  return open(target);
}
