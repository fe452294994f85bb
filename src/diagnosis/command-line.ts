// The one-line command that repeats a diagnosis, quoted so that it can be pasted into a POSIX shell.
import { shellWord } from '../shell-word.ts';
import type { PathEntry } from './result.ts';

/** `okhelp diagnose --answer problem=topup-failed …`: every answer on the path, and the notes file where one was used. */
export function commandLine(path: readonly PathEntry[], notesFile: string | null): string {
  const answers = path.flatMap(({ question, answer }) => ['--answer', `${question}=${answer}`]);
  const notes = notesFile === null ? [] : ['--notes', notesFile];
  return ['okhelp', 'diagnose', ...notes, ...answers].map(shellWord).join(' ');
}
