// The documents of the program itself: settings, paths, help, version, and an error.
import type { ErrorCode } from '../errors.ts';
import type { SettingKey } from '../settings.ts';

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

/** `okhelp --help --json` and any command with `--help --json` */
export interface HelpDocument {
  schema: 'okhelp.help/1';
  /** Null for the help of the program. */
  command: string | null;
  text: string;
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
