// The documents of the program itself: settings, paths, help, completion, version, and an error.
import type { Topic } from '../cli.ts';
import type { ErrorCode } from '../errors.ts';
import type { SettingKey } from '../settings.ts';
import type { Counts, LeftWhy, OwnKind } from '../support/own-data.ts';

export type SettingSource = 'saved' | 'environment' | 'system' | 'default' | 'none';

/** Which column of a table is what, saved under a name. */
export interface SavedColumnsDocument {
  key: string;
  name: string;
  map: Record<string, string>;
  dateOrder: 'day-first' | 'month-first' | null;
  header: string[];
  saved: string;
}

/** `okhelp config list --json` */
export interface SettingsDocument {
  schema: 'okhelp.settings/1';
  settings: { key: SettingKey; value: string | null; source: SettingSource }[];
  columns: SavedColumnsDocument[];
}

/** `okhelp config get`, `set` and `unset` with `--json` */
export interface SettingDocument {
  schema: 'okhelp.setting/1';
  key: string;
  value: string | null;
  source: SettingSource;
}

/** `okhelp config get columns.NAME --json` */
export interface ColumnsDocument extends SavedColumnsDocument {
  schema: 'okhelp.columns/1';
}

/** `okhelp config path --json` */
export interface PathsDocument {
  schema: 'okhelp.paths/1';
  data: string;
  settings: string;
}

/** `okhelp config --json`: where everything lies that okhelp keeps, and what is in it */
export interface PlacesDocument {
  schema: 'okhelp.places/1';
  folder: string;
  /** The same folder, unless the system has one of its own for settings. */
  configFolder: string;
  /** `bytes` is null for a file that is not there yet. */
  files: { kind: OwnKind; path: string; bytes: number | null }[];
  /** Null where the data cannot be read; `unread` says why. */
  counts: Counts | null;
  unread: { code: ErrorCode; message: string } | null;
  /** How many are set, saved columns among them. */
  settings: number;
  /** The person's own files that are evidence in a case. */
  evidence: { case: string; id: string; name: string; path: string }[];
  /** What lies in these folders and is none of okhelp's. */
  others: string[];
}

/** `okhelp export --json`: the archive of everything, for the person alone */
export interface ArchiveDocument {
  schema: 'okhelp.archive/1';
  file: string;
  private: true;
  encrypted: false;
  files: { name: string; bytes: number; sha256: string }[];
  /** Evidence of which no copy is in it. */
  left: { case: string; id: string; name: string; path: string; why: LeftWhy }[];
  /** Evidence that has changed since it was added; a copy of what it is now is in it. */
  changed: { case: string; id: string; name: string }[];
}

/** `okhelp delete-all --json` */
export interface DeleteAllDocument {
  schema: 'okhelp.delete-all/1';
  /** True where nothing was deleted: with --dry-run, or where there was nothing. */
  dryRun: boolean;
  /** `counts` is null where the data could not be read. */
  deleted: { counts: Counts | null; settings: number; files: { kind: OwnKind; path: string }[] };
  /** What lies in the folders and is none of okhelp's. */
  kept: string[];
}

/** `okhelp --help --json` and any command with `--help --json` */
export interface HelpDocument {
  schema: 'okhelp.help/1';
  /** Null for the help of the program. */
  command: string | null;
  text: string;
}

/** `okhelp help TOPIC --json` */
export interface TopicDocument {
  schema: 'okhelp.topic/1';
  topic: Topic;
  title: string;
  parts: {
    heading?: string;
    text?: string;
    /** Names, such as those of formats or variables, and what each means. */
    rows?: { name: string; means: string }[];
  }[];
  /** The whole page as it is shown. */
  text: string;
}

/** `okhelp complete SHELL --json` */
export interface CompletionDocument {
  schema: 'okhelp.completion/1';
  shell: 'bash' | 'zsh' | 'fish' | 'powershell';
  script: string;
}

/** `okhelp --version --json` */
export interface VersionDocument {
  schema: 'okhelp.version/1';
  version: string;
}

/** Any command with `--json`, instead of its own document: what could not be done, and what helps. */
export interface ErrorDocument {
  schema: 'okhelp.error/1';
  code: ErrorCode;
  message: string;
  hint: string;
  /** What the message is made from, by name. */
  details: Record<string, unknown>;
}
