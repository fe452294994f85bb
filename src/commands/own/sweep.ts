// After something was deleted for good: nothing of it stays in the data file, or it is said where it may still be.
import { join, resolve } from 'node:path';
import type { Context } from '../../context.ts';
import { loadPrivacyMessages } from '../../messages/index.ts';
import { DAMAGED_COPY, filesIn } from '../../store/own-files.ts';
import { paragraph } from '../../terminal/lines.ts';

/** False where the file could not be rewritten, which is said; copies of damaged data are named too. */
export async function sweepData(context: Pick<Context, 'store' | 'dataDir' | 'io' | 'lang'>): Promise<boolean> {
  const { io, dataDir, lang } = context;
  const folder = resolve(dataDir);
  const swept = (await context.store()).sweep();
  const copies = filesIn(folder).own.filter((name) => DAMAGED_COPY.test(name) && !name.endsWith('-wal'));
  if (swept && copies.length === 0) return true;
  const words = await loadPrivacyMessages(lang);
  const say = (text: string) =>
    io.complain(paragraph(text, { io: { width: io.widthErr } }, io.paintErr.warn).join('\n'));
  if (!swept) say(words.remains(join(folder, 'okhelp.db')));
  if (copies.length > 0) say(words.copies(copies.map((name) => join(folder, name)).join(', ')));
  return swept;
}
