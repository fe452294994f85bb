// The check of one account and currency where there are very many notes: as they stream by, in place of all in memory.
import type { Context } from '../../context.ts';
import { checkCsv } from '../../formats/check-csv.ts';
import type { AccountFinding } from '../../ledger/findings.ts';
import { DEFAULT_ACCOUNT, type Note } from '../../ledger/note.ts';
import { recordedText } from '../../ledger/recorded.ts';
import { noteDefaults } from './defaults.ts';

/** What the check finds in the recorded notes of a ledger as they are now; null where it has none. The account as it was given. */
export async function checkOfMany(
  { account: given, currency }: Pick<Note, 'account' | 'currency'>,
  context: Pick<Context, 'store' | 'settings' | 'timeZone'>,
): Promise<AccountFinding | null> {
  const { notes } = await context.store();
  const account = recordedText(given) || DEFAULT_ACCOUNT;
  return notes.inOrder(async (all) => {
    const options = { account, currency, defaults: noteDefaults(context), noteOf: all.note };
    return (await checkCsv({ ...all, name: '' }, options)).accounts[0] ?? null;
  });
}
