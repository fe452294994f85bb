// Data to try every prompt on: the example's notes, one case, and a table whose columns nobody knows; a copy for each run.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OKHELP } from './session.ts';

const EXAMPLE = join(import.meta.dirname, '../../examples/notes.csv');
const TABLE = 'Tag;Betrag;Stand\n01.02.2026;-5,00;95,00\n03.02.2026;-6,00;89,00\n';

/** Records the data once. `copy` makes a folder of its own with them in `data/`, and `bank.csv` beside it. */
export function prepareData(): { copy(): string; remove(): void } {
  const prepared = mkdtempSync(join(tmpdir(), 'okhelp-prepared-'));
  const made = join(prepared, 'made');
  const env = { ...process.env, OKHELP_DATA_DIR: join(made, 'data'), OKHELP_LANG: 'en', CI: '1' };
  for (const line of [`note import ${EXAMPLE}`, 'diagnose -a problem=topup-failed'])
    spawnSync(process.execPath, [OKHELP, ...line.split(' ')], { env, cwd: prepared });
  writeFileSync(join(made, 'bank.csv'), TABLE);
  return {
    copy: () => {
      const folder = mkdtempSync(join(prepared, 'run-'));
      cpSync(made, folder, { recursive: true });
      return folder;
    },
    remove: () => rmSync(prepared, { recursive: true, force: true }),
  };
}
