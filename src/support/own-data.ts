// What okhelp keeps of the person, in kinds and numbers.

/** A file of okhelp's own, by what is in it. */
export type OwnKind = 'data' | 'settings' | 'log' | 'damaged-copy' | 'temporary' | 'compiled-code';

export interface Counts {
  notes: number;
  cases: number;
  /** In the timelines of all cases. */
  entries: number;
  drafts: number;
  evidence: number;
  contacts: number;
}

/** Why no copy of a file that is evidence could be taken. */
export type LeftWhy = 'gone' | 'unreadable' | 'too-large';
