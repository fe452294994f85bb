// The published schemas are what the types say, every one of them is printed by a command, and they refuse what is wrong.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faultsOf, publishedSchemas } from './documents.ts';
import { okhelp, ROOT, temporaryFolder } from './host.ts';

test('schemas/ is what src/documents/ says', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/schemas.mjs', '--check'], { cwd: ROOT });
  expect({ status, said: stderr.toString() }).toEqual({ status: 0, said: '' });
}, 60_000);

/** A life with okhelp in which each document is printed once; each line with the document it prints. */
const LIFE: [line: string, schema: string][] = [
  ['--version', 'version'],
  ['--help', 'help'],
  ['check --help', 'help'],
  ['help formats', 'topic'],
  ['complete zsh', 'completion'],
  ['config set time-zone Asia/Shanghai', 'setting'],
  ['config list', 'settings'],
  ['config path', 'paths'],
  ['note import NOTES', 'import'],
  ['note import OTHER --columns time=When,amount=Sum,type=What --save-columns mine', 'import'],
  ['config get columns.mine', 'columns'],
  ['note add --type balance --balance 90.00 --account main', 'note'],
  ['note list', 'notes'],
  ['note export -o notes.json', 'export'],
  ['note undo --dry-run', 'undo'],
  ['check', 'check'],
  ['check NOTES --statement NOTES', 'check'],
  ['diagnose top-up failed', 'diagnosis'],
  ['draft-email --case c1', 'email'],
  ['draft chat --case c1', 'draft'],
  ['case list', 'cases'],
  ['case show c1', 'case'],
  ['case show c1 --draft d1', 'case-draft'],
  ['case log c1 sent --channel email', 'case-entry'],
  ['case log c1 --undo', 'case-undo'],
  ['case next c1', 'next'],
  ['case attach NOTES', 'case-evidence'],
  ['case attach --detach f1', 'case-evidence'],
  ['case remind c1', 'case-remind'],
  ['case export c1', 'case-export'],
  ['report', 'report'],
  ['case delete c1 --yes', 'case-delete'],
  ['contact add email help@wallet.example --found app', 'contact'],
  ['contact', 'contacts'],
  ['contact --check help@wa11et.example', 'contact-check'],
  ['contact remove k1', 'remove'],
  ['note remove n1 --yes', 'remove'],
  ['note remove n1 --yes --for-good', 'remove'],
  ['faq refund', 'faq'],
  ['guide withdrawing', 'guide'],
  ['emergency', 'emergency'],
  ['config', 'places'],
  ['export', 'archive'],
  ['delete-all --yes', 'delete-all'],
  ['no-such-command', 'error'],
];

test('each is printed by a command, as it is published', async () => {
  const dataDir = temporaryFolder();
  const file = (name: string, text: string) => {
    writeFileSync(join(dataDir, name), text);
    return join(dataDir, name);
  };
  const files: Record<string, string> = {
    NOTES: file(
      'notes.csv',
      'time,type,amount,balance\n2026-03-01 09:00,topup,100.00,100.00\n2026-03-02 09:00,payment,12.00,\n',
    ),
    OTHER: file('other.csv', 'When,Sum,What\n2026-03-03,5.00,payment\n'),
  };
  const printed: [string, string][] = [];
  for (const [line] of LIFE) {
    const words = line.split(' ').map((word) => files[word] ?? word);
    // The document itself is held against its schema by the host.
    const { stdout } = await okhelp([...words, '--json', '--no-input'], { dataDir });
    printed.push([line, JSON.parse(stdout).schema]);
  }
  expect(printed).toEqual(LIFE.map(([line, name]) => [line, `okhelp.${name}/1`]));
  expect([...new Set(printed.map(([, schema]) => schema))].sort()).toEqual(publishedSchemas());
}, 60_000);

test.each([
  [{ schema: 'okhelp.version/1', version: '1.0.0' }, []],
  [
    { schema: 'okhelp.version/1' },
    ['okhelp.version/1 must have required property \'version\' {"missingProperty":"version"}'],
  ],
  [{ schema: 'okhelp.version/1', version: 1 }, ['okhelp.version/1/version must be string {"type":"string"}']],
  [
    { schema: 'okhelp.version/1', version: '1', more: true },
    ['okhelp.version/1 must NOT have additional properties {"additionalProperty":"more"}'],
  ],
  [{ schema: 'okhelp.nothing/1' }, ['okhelp.nothing/1 is not published: see src/documents/index.ts']],
  [{}, ['no "schema"']],
])('of %j it says what is wrong', (document, faults) => {
  expect(faultsOf(document)).toEqual(faults);
});
