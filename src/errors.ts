// Errors as a code and its values; the words for them stand in messages/, the exit status here.

/** What each error has to say; the words are made from these values in the user's language. */
export interface ErrorValues {
  // 2: usage
  'unknown-command': { command: string; suggestion: string | null };
  'unknown-flag': { flag: string; suggestion: string | null };
  'missing-value': { flag: string };
  'missing-argument': { argument: string };
  'unexpected-argument': { argument: string };
  'bad-value': { flag: string; value: string; expected: string; suggestion?: string | null };
  'bad-amount': { flag: string; value: string };
  'bad-time': { flag: string; value: string; impossible: boolean };
  'line-break': { flag: string };
  'answer-missing': { flag: string; what: string };
  'setup-unasked': Record<string, never>;
  'problem-missing': { problems: string };
  'unknown-question': { question: string; problem: string; questions: string; suggestion?: string | null };
  'unknown-guide': { guide: string; guides: string; suggestion: string | null };
  'unknown-note': { note: string };
  'unknown-contact': { contact: string };
  'unknown-step': { step: string; steps: string; suggestion: string | null };
  'unknown-case': { case: string; suggestion?: string | null };
  'no-open-case': Record<string, never>;
  'case-closed': { case: string };
  'case-not-closed': { case: string };
  'unknown-part': { part: string; case: string; parts: string };
  'unknown-setting': { key: string; keys: string; suggestion: string | null };
  'nothing-to-undo': Record<string, never>;
  'nothing-to-resume': Record<string, never>;
  'nothing-to-draft': Record<string, never>;
  'nothing-to-report': Record<string, never>;
  'needs-yes': { flag: string };
  'not-together': { flag: string; other: string };
  'needs-flag': { flag: string; needed: string };
  'which-account': { flag: string; accounts: string };
  'two-stdin': Record<string, never>;
  // 3: a file or the data is not what it should be
  'file-not-found': { file: string };
  'folder-missing': { folder: string; isFile: boolean };
  'file-is-directory': { file: string };
  'file-denied': { file: string };
  'file-unreadable': { file: string; reason: string };
  'file-empty': { file: string };
  'file-changed': { file: string };
  /** Sizes in megabytes (10^6 bytes); `ours`: notes that okhelp wrote; `unpacked`: the size of what is packed in it. */
  'file-too-large': { file: string; megabytes: number; most: number; ours: boolean; unpacked?: true };
  'file-not-text': { file: string };
  /** `inside`: the names in it that may hold transactions. */
  'file-is-archive': { file: string; inside: string[] };
  'json-other': { file: string; schema: string | null };
  'file-encoding': { file: string; encoding: string | null; line: number | null };
  'format-unknown': { file: string };
  'column-missing': { file: string; column: string; line: number; columns: string };
  'column-twice': { file: string; column: string; line: number };
  'rows-unreadable': { file: string; count: number };
  'answers-unreadable': { file: string; line: number | null; column: number | null; reason: string };
  'file-exists': { file: string };
  'disk-full': { path: string };
  'output-failed': { full: boolean; reason: string };
  /** `named`: by the user, who can name another file. */
  'not-writable': { path: string; named?: boolean };
  'data-unusable': { path: string; reason: string };
  'data-damaged': { path: string; kept: string };
  'data-newer': { path: string; found: number; known: number };
  'data-busy': { path: string };
  'settings-damaged': { path: string };
  'no-clipboard': { tools: string };
  'no-opener': { reason: string };
  // 70
  internal: { reason: string; log: string | null };
  // 130
  interrupted: { resume: string | null };
}

export type ErrorCode = keyof ErrorValues;

const DATA_ERRORS: ErrorCode[] = [
  'file-not-found',
  'folder-missing',
  'file-is-directory',
  'file-denied',
  'file-unreadable',
  'file-empty',
  'file-changed',
  'file-too-large',
  'file-not-text',
  'file-is-archive',
  'json-other',
  'file-encoding',
  'format-unknown',
  'column-missing',
  'column-twice',
  'rows-unreadable',
  'answers-unreadable',
  'disk-full',
  'output-failed',
  'not-writable',
  'data-unusable',
  'data-damaged',
  'data-newer',
  'data-busy',
  'settings-damaged',
  'no-clipboard',
  'no-opener',
];

/** The exit status that belongs to an error (contract: 2 usage, 3 data, 70 a fault of okhelp's own, 130 interrupted). */
export function statusOf(code: ErrorCode): number {
  if (code === 'internal') return 70;
  if (code === 'interrupted') return 130;
  return DATA_ERRORS.includes(code) ? 3 : 2;
}

/** "Cannot go on", said once, at the top, by main.ts. Findings are never errors: they are values. */
export class OkhelpError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly values: ErrorValues[C];

  constructor(code: C, values: ErrorValues[C], cause?: unknown) {
    super(code, { cause });
    this.name = 'OkhelpError';
    this.code = code;
    this.values = values;
  }
}
