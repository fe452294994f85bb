// What happens to a case, one entry of its timeline at a time: mails, calls, answers, money back, steps taken.

/** The ways to reach somebody; `letter` and `form` are a body's own paper and web form. */
export const CHANNELS = ['email', 'phone', 'chat', 'social', 'forum', 'form', 'letter', 'in-person'] as const;
export type Channel = (typeof CHANNELS)[number];

/** The kinds of drafts that okhelp writes; each is kept with its case. */
export const DRAFT_KINDS = ['email', 'follow-up', 'phone', 'chat', 'social', 'forum', 'complaint'] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

export const EVENT_KINDS = [
  /** The diagnosis reached its outcome; `outcome` names it. Recorded by okhelp, also when a case is joined. */
  'diagnosed',
  /** A draft was written; `draft` names it. Recorded by okhelp. */
  'drafted',
  /** A first message went out by `channel` to `to`. */
  'sent',
  /** A reminder of it went out. */
  'follow-up',
  /** A formal complaint went to the provider's complaints office (`body` is then `provider`) or to a body of the region. */
  'complaint',
  /** Someone was spoken to by telephone: `with`, what was `promised`, and by when (`due`). */
  'call',
  /** The provider or a body answered, without it being their last word. */
  'answer',
  /** They want documents. */
  'documents-asked',
  'documents-sent',
  /** Their last word: a refusal, an offer or a decision in the end. Deadlines of the next rung count from here. */
  'final-answer',
  /** Money came back: `amount` and `currency`. */
  'money-back',
  /** A step of the emergency list or of the outcome was done; `step` names it. */
  'step',
  /** A file was added as evidence; `evidence` names it. Recorded by okhelp. */
  'evidence',
  /** A report was written; `text` names its file. Recorded by okhelp. */
  'report',
  /** A remark, nothing else. */
  'remark',
  /** The case was closed with a `result`. Recorded by okhelp. */
  'closed',
  'reopened',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const RESULTS = ['solved', 'partly-solved', 'not-solved', 'dropped'] as const;
export type CaseResult = (typeof RESULTS)[number];

/** What an entry may say besides its kind and time; everything is one line of text without secrets. */
export interface EventDetails {
  channel?: Channel;
  /** Whom it went to or came from: `provider`, or the id of a body of the region (`uk-fos`). */
  body?: string;
  /** The address, number or handle, as it was typed. */
  to?: string;
  /** The person spoken to. */
  with?: string;
  promised?: string;
  /** Until when something was promised or asked for: ISO 8601 date. */
  due?: string;
  /** Their number for the matter. */
  reference?: string;
  /** An exact amount and its currency. */
  amount?: string;
  currency?: string;
  step?: string;
  outcome?: string;
  /** `d3`. */
  draft?: string;
  /** `f2`. */
  evidence?: string;
  result?: CaseResult;
  text?: string;
}

export interface CaseEvent extends EventDetails {
  /** `e12`, unique in the store. */
  id: string;
  kind: EventKind;
  /** When it happened: ISO 8601 with the offset it was given in. */
  at: string;
  /** When it was written down: ISO 8601, UTC. */
  recorded: string;
}

export type NewCaseEvent = Omit<CaseEvent, 'id' | 'recorded'>;

/** A draft as it was written, kept with its case; secrets were taken out before. */
export interface CaseDraft {
  /** `d3`, unique in the store. */
  id: string;
  kind: DraftKind;
  language: 'zh-CN' | 'en';
  subject: string;
  body: string;
  /** ISO 8601, UTC. */
  created: string;
}

/** A file that proves something: okhelp keeps where it lies and its SHA-256, not the file itself. */
export interface CaseEvidence {
  /** `f2`, unique in the store. */
  id: string;
  name: string;
  path: string;
  bytes: number;
  /** Hexadecimal, lower case. */
  sha256: string;
  memo: string;
  /** ISO 8601, UTC. */
  added: string;
}
