// What the store keeps, as its callers see it: notes with every change undoable, and cases with their answers.

import type { ProblemId } from '../knowledge/content.ts';
import type { NewNote, Note, NoteField } from '../ledger/note.ts';
import type { CaseDraft, CaseEvent, CaseEvidence, NewCaseEvent } from '../support/case-event.ts';

export interface NoteFilter {
  account?: string;
  currency?: string;
  /** Milliseconds since the epoch, both ends included. */
  since?: number;
  until?: number;
}

/** One command's change to the notes, as `note undo` shows and takes it back. */
export interface NoteChange {
  /** The command that made it: `note add`, `note import notes.csv`. */
  label: string;
  /** ISO 8601, UTC. */
  at: string;
  added: number;
  edited: number;
  removed: number;
  /** The ids of the notes it touched, in order. */
  notes: string[];
}

/** A diagnosis under way or finished. Answers are kept, never positions. */
export interface CaseRecord {
  /** `c7`. */
  id: string;
  problem: ProblemId;
  /** `asking`: the questionnaire was left in the middle; `open`: it has its outcome; `closed`: by the person, with a result. */
  state: 'asking' | 'open' | 'closed';
  answers: Record<string, string>;
  /** The source of each answer, by question. */
  sources: Record<string, string>;
  /** What the mail needs, as far as it is known. */
  fields: Record<string, string>;
  outcome: string | null;
  /** ISO 8601, UTC. */
  created: string;
  updated: string;
}

export const CONTACT_KINDS = ['email', 'phone', 'web', 'app', 'chat', 'social'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** An official way to reach the provider that the person found and saved. */
export interface SavedContact {
  /** `k2`. */
  id: string;
  kind: ContactKind;
  value: string;
  /** Where it was found, in the person's words: "in the app, under Help". */
  found: string;
  memo: string;
  /** ISO 8601, UTC. */
  saved: string;
}

/** All notes as CSV, a balance's columns only, in order of time, then of recording. */
export interface NotesInOrder {
  count: number;
  /** About how many bytes there are. */
  size: number;
  /** Fills `target` from `at` on with what comes next, from the beginning where `from` is 0; gives how many bytes, 0 at the end. */
  read(target: Uint8Array, at: number, from: number): number;
  /** The note in a row that was read; the first has number 1. */
  note(row: number): Note;
}

/** What became of a row of a file. */
export type TakenRow =
  /** `note`: its number, where it was recorded; `similar`: the note with its transaction id, which differs otherwise. */
  | { state: 'new'; note: number | null; similar: string | null }
  /** Recorded before; `removed`: and removed again by the user. */
  | { state: 'known'; removed: boolean };

export type NewCase = Omit<CaseRecord, 'id' | 'created' | 'updated'>;

export interface Store {
  notes: {
    /** In order of time, then of recording. */
    list(filter?: NoteFilter): Note[];
    /** The same, some at a time and as they are at one moment; for as many notes as there may be. */
    each(filter: NoteFilter, use: (notes: readonly Note[]) => Promise<void> | void): Promise<void>;
    /** For the check of all notes: they stay as they are at one moment until `work` has ended. */
    inOrder<T>(work: (notes: NotesInOrder) => Promise<T>): Promise<T>;
    get(id: string): Note | null;
    /** Adds all in one transaction, as one undoable change; gives their ids. */
    add(notes: readonly NewNote[], label: string): string[];
    edit(id: string, patch: Partial<Pick<Note, NoteField>>, label: string): Note;
    remove(ids: readonly string[], label: string): void;
    /**
     * Takes in the rows of a file, many at a time, as one undoable change in one transaction. `work` gets a function that tells
     * of each row whether it is new or was recorded before (an edited or removed note still counts), so that the same export
     * read again adds nothing twice and N identical rows stay N. The numbers of what is recorded follow each other. With `dryRun` nothing is recorded. Where `work` throws,
     * nothing was.
     */
    takeIn<T>(
      label: string,
      dryRun: boolean,
      work: (take: (notes: readonly NewNote[]) => TakenRow[]) => Promise<T>,
    ): Promise<T>;
    /**
     * Erases notes, removed ones too, with all that the journal kept of them: `undo` knows nothing of them any more, and a file
     * that held them brings them back. Throws `unknown-note`.
     */
    erase(ids: readonly string[]): void;
    /** Whether there is a note of that id that was removed and can still be brought back. */
    isRemoved(id: string): boolean;
    /** Erases what a note held before its edits; only `undo` of these is lost. */
    forgetEdits(id: string): void;
    /** Runs several additions, edits and removals as one undoable change, in one transaction. */
    together<T>(label: string, work: () => T): T;
    /** The change that `undo` would take back; null where there is none. */
    lastChange(): NoteChange | null;
    /** Takes back the last change that was not taken back yet; null where there is none. */
    undo(): NoteChange | null;
    /** How many notes there are that fit, without those removed. */
    count(filter?: NoteFilter): number;
  };
  cases: {
    save(record: NewCase): CaseRecord;
    update(id: string, record: NewCase): CaseRecord;
    get(id: string): CaseRecord | null;
    /** The newest one in that state (any state where none is given). */
    latest(state?: CaseRecord['state']): CaseRecord | null;
    /** All of these states (all where none is given), the one changed last first. */
    list(state?: CaseRecord['state']): CaseRecord[];
    /** Only the state; the timeline is the caller's to write (see `together`). */
    setState(id: string, state: CaseRecord['state']): CaseRecord;
    /** Deletes the case with all that hangs on it, for good. */
    discard(id: string): void;
    /** Runs several writes as one transaction: all of it or nothing is kept. */
    together<T>(work: () => T): T;
    /** By time, then by the order of recording. Throws `unknown-case`, as all of these do. */
    timeline(id: string): CaseEvent[];
    log(id: string, event: NewCaseEvent): CaseEvent;
    /** Takes one entry out of the timeline again; false where there is none of that id in the case. */
    unlog(id: string, event: string): boolean;
    drafts(id: string): CaseDraft[];
    addDraft(id: string, draft: Omit<CaseDraft, 'id' | 'created'>): CaseDraft;
    evidence(id: string): CaseEvidence[];
    addEvidence(id: string, evidence: Omit<CaseEvidence, 'id' | 'added'>): CaseEvidence;
    removeEvidence(id: string, evidence: string): boolean;
  };
  contacts: {
    /** In the order of saving. */
    list(): SavedContact[];
    save(contact: Omit<SavedContact, 'id' | 'saved'>): SavedContact;
    /** False where there is none of that id. */
    remove(id: string): boolean;
  };
  /**
   * Leaves nothing of what was deleted in the file and its log. False where that could not be, since another okhelp is reading
   * or the disk is full: it is deleted all the same, and the next sweep takes the rest.
   */
  sweep(): boolean;
  /** Writes a copy of all data to an empty file that is there. */
  copyTo(file: string): void;
  close(): void;
}
