// The files that a text or link cannot carry, written beside it: cleaned copies, and notes that are no file yet.
import { type Stats, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import { writeOutput } from '../../files.ts';
import type { Attachment } from '../../support/draft.ts';
import { cleanForTerminal } from '../../terminal/clean.ts';
import { wrap } from '../../terminal/width.ts';
import type { Attached } from './attach.ts';

/** One file to attach, and where the user finds it. */
export interface Beside {
  attachment: Attachment;
  /** Where it is to be written; null where the user's own file is the one to attach. */
  file: string | null;
  /** Whether secrets were taken out of it. */
  cleaned: boolean;
}

/**
 * Names the copies `<stem of the draft>-<name>`, in the draft's folder; never as the draft, another copy or a file that is
 * attached. The mail lists them by these names.
 */
export function planBeside(draftFile: string, attached: Attached, { host }: Pick<Context, 'host'>): Beside[] {
  const key = (path: string) => resolve(host.cwd, path).toLowerCase();
  const taken = new Set([draftFile, ...attached.origins.flatMap(({ path }) => path ?? [])].map(key));
  const stem = basename(draftFile, extname(draftFile));
  return attached.attachments.map((attachment, i) => {
    const { path, secrets } = attached.origins[i]!;
    const cleaned = secrets > 0;
    if (path !== null && !cleaned) return { attachment, file: null, cleaned };
    const ending = extname(attachment.name);
    const start = join(dirname(draftFile), `${stem}-${basename(attachment.name, ending)}`);
    let file = start + ending;
    for (let n = 2; taken.has(key(file)); n++) file = `${start}-${n}${ending}`;
    taken.add(key(file));
    return { attachment: { ...attachment, name: basename(file) }, file, cleaned };
  });
}

/** Throws `file-exists` or `file-is-directory` before anything is written, so that all is written or nothing. */
export async function expectFree(
  files: readonly string[],
  force: boolean,
  { host }: Pick<Context, 'host'>,
): Promise<void> {
  for (const file of files) {
    const there = statOf(resolve(host.cwd, file));
    if (there?.isDirectory()) throw new OkhelpError('file-is-directory', { file });
    if (there?.isFile() && !force) throw new OkhelpError('file-exists', { file });
  }
}

function statOf(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

export async function writeBeside(planned: readonly Beside[], force: boolean, context: Context): Promise<void> {
  for (const { attachment, file } of planned) {
    if (file !== null) await writeOutput(file, attachment.content, context, { force });
  }
}

/** Says where each copy lies, and which of the user's own files are to be attached. */
export function sayBeside(planned: readonly Beside[], { io, t }: Pick<Context, 'io' | 't'>): void {
  const say = (text: string) => io.say(wrap(text, io.widthErr).join('\n'));
  for (const { file, cleaned } of planned)
    if (file !== null) say(t.email.writtenBeside(cleanForTerminal(file), cleaned));
  const own = planned.filter(({ file }) => file === null).map(({ attachment }) => cleanForTerminal(attachment.name));
  if (own.length > 0) say(t.email.attachYourself(own));
}

/** Where nothing is written: that the format carries no files, and which secrets stand in the originals (always said). */
export function sayLoose({ attachments, origins }: Attached, { io, t }: Pick<Context, 'io' | 't'>): void {
  const named = (wanted: (origin: Attached['origins'][number]) => boolean) =>
    attachments.filter((_, i) => wanted(origins[i]!)).map(({ name }) => cleanForTerminal(name));
  const secret = named(({ secrets }) => secrets > 0);
  const plain = named(({ secrets, path }) => secrets === 0 && path !== null);
  const count = origins.reduce((sum, { secrets }) => sum + secrets, 0);
  if (count > 0) io.complain(wrap(t.email.notCarried(secret, count), io.widthErr).join('\n'));
  const say = (text: string) => io.say(wrap(text, io.widthErr).join('\n'));
  if (plain.length > 0) say(count > 0 ? t.email.attachYourself(plain) : t.email.notCarried(plain, 0));
  for (const name of named(({ path }) => path === null)) say(t.email.notesNotWritten(name));
}
