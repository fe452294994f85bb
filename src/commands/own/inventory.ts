// What okhelp keeps of the person on this computer, and in which files: for showing, exporting and deleting it.
import { lstatSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import { SETTING_KEYS, savedColumns } from '../../settings.ts';
import { DAMAGED_COPY, ERROR_LOG, filesIn, STORE_FILES } from '../../store/own-files.ts';
import type { CaseEvidence } from '../../support/case-event.ts';
import type { Counts, OwnKind } from '../../support/own-data.ts';
import { outsideFiles } from './outside.ts';

export interface OwnFile {
  kind: OwnKind;
  path: string;
  bytes: number;
}

export interface Inventory {
  /** The data folder, and that of the settings where it is another one. */
  folders: string[];
  /** In these folders, and what lies outside them. */
  files: OwnFile[];
  /** Names in these folders that are none of okhelp's. */
  others: string[];
  settings: number;
  /** Null where the data cannot be read; `unread` is why. */
  counts: Counts | null;
  unread: OkhelpError | null;
  /** The person's own files that stand in a case as evidence: they are not okhelp's. */
  evidence: (CaseEvidence & { case: string })[];
}

type Needs = Pick<Context, 'store' | 'settings' | 'dataDir' | 'configDir' | 'host'>;

export async function inventoryOf(context: Needs): Promise<Inventory> {
  const folders = [...new Set([resolve(context.dataDir), resolve(context.configDir)])];
  const { settings } = context;
  const saved = SETTING_KEYS.filter((key) => settings[key] !== undefined).length + savedColumns(settings).length;
  const inside = lyingIn(folders);
  const outside = outsideFiles(context.host).filter(({ path }) => inside.files.every((one) => one.path !== path));
  const places = new Set(outside.map(({ path }) => path));
  return {
    folders,
    files: [...inside.files, ...outside],
    // On Windows the compiled code lies in the folder of the data.
    others: inside.others.filter((path) => !places.has(path)),
    settings: saved,
    ...(await kept(context)),
  };
}

/** The files in the folders as they are now. */
export function lyingIn(folders: readonly string[]): Pick<Inventory, 'files' | 'others'> {
  const files: OwnFile[] = [];
  const others: string[] = [];
  for (const folder of folders) {
    const found = filesIn(folder);
    others.push(...found.others.map((name) => join(folder, name)));
    files.push(...found.own.map((name) => ownFile(join(folder, name), name)));
  }
  return { files, others };
}

function ownFile(path: string, name: string): OwnFile {
  return { kind: kindOf(name), path, bytes: lstatSync(path, { throwIfNoEntry: false })?.size ?? 0 };
}

function kindOf(name: string): OwnKind {
  if (STORE_FILES.test(name)) return 'data';
  if (DAMAGED_COPY.test(name)) return 'damaged-copy';
  if (name === ERROR_LOG) return 'log';
  return name === 'settings.json' ? 'settings' : 'temporary';
}

async function kept(context: Needs): Promise<Pick<Inventory, 'counts' | 'unread' | 'evidence'>> {
  try {
    const { notes, cases, contacts } = await context.store();
    const all = cases.list().map(({ id }) => id);
    const sum = (count: (id: string) => number) => all.reduce((total, id) => total + count(id), 0);
    const evidence = all.flatMap((id) => cases.evidence(id).map((one) => ({ ...one, case: id })));
    const counts = {
      notes: notes.count(),
      cases: all.length,
      entries: sum((id) => cases.timeline(id).length),
      drafts: sum((id) => cases.drafts(id).length),
      evidence: evidence.length,
      contacts: contacts.list().length,
    };
    return { counts, unread: null, evidence };
  } catch (error) {
    if (!(error instanceof OkhelpError)) throw error;
    return { counts: null, unread: error, evidence: [] };
  }
}
