// What a note has where nobody said it: the profile's currency and time zone, the present moment, the main account.
import type { Context } from '../../context.ts';
import type { NoteDefaults } from '../../formats/note-rows.ts';
import { DEFAULT_ACCOUNT, type NewNote } from '../../ledger/note.ts';
import { momentAt } from '../../ledger/time.ts';

/** The currency where neither the profile nor the note names one. */
export const DEFAULT_CURRENCY = 'CNY';

/** For reading a file: its currency and zone where it names none. */
export function noteDefaults(context: Pick<Context, 'settings' | 'timeZone'>): NoteDefaults {
  return {
    currency: context.settings.currency ?? DEFAULT_CURRENCY,
    zone: (wallClock) => context.timeZone().offset(wallClock),
  };
}

/** For a note of now, its type and amount still open. */
export function newNote(context: Pick<Context, 'settings' | 'timeZone' | 'now'>): Partial<NewNote> {
  const { currency } = noteDefaults(context);
  return { time: momentAt(context.now(), context.timeZone().offset), currency, account: DEFAULT_ACCOUNT };
}
