// A region as it is compiled, in one language: the bodies one can turn to, in order, with what each wants and until when.
// okhelp computes dates from these figures; every statement carries its source.

import type { Language } from '../globals.ts';
import type { FactSource } from './answers.ts';
import type { ProblemId } from './content.ts';

/** Days of which kind. Business days leave out the region's weekend; public holidays are not known and not left out. */
export type DayUnit = 'days' | 'business-days' | 'weeks' | 'months';

export interface Span {
  count: number;
  unit: DayUnit;
}

/** From which entry of a case's timeline a time runs. */
export type CountedFrom =
  /** The first message or complaint that went to the provider. */
  | 'first-contact'
  /** The formal complaint to the provider (the first message, where none was made). */
  | 'complaint'
  /** Its final answer. */
  | 'final-answer'
  /** When the trouble happened. */
  | 'event';

/** A moment in the life of a case: so long after such an entry. */
export interface Deadline {
  from: CountedFrom;
  span: Span;
  /** For which matters it holds, or what may lengthen it; absent where it holds for all. To be shown with the date. */
  note?: string;
  /** Where it stands: ids of sources. */
  sources: string[];
}

/** Why a body will not take a matter. `says` is shown when it may apply; `when` lets code tell. */
export interface Refusal {
  when: 'token' | 'unlicensed' | 'non-member' | 'other';
  says: string;
  sources: string[];
}

export interface BodyContact {
  kind: 'phone' | 'web' | 'email' | 'address' | 'hours';
  value: string;
  sources: string[];
}

export type BodyKind =
  | 'provider'
  | 'ombudsman'
  | 'mediator'
  | 'regulator'
  | 'consumer-body'
  | 'industry-body'
  | 'police'
  | 'court';

/** One rung of the ladder. */
export interface Body {
  /** Unique among all regions: `uk-fos`; the provider itself is `provider` in each. */
  id: string;
  kind: BodyKind;
  name: string;
  /** What it does, and what it does not. */
  does: string;
  /** What must be done before; empty where nothing must. */
  before: string[];
  /**
   * From when on it can be asked: the earliest of these; empty where at once. After a message or complaint it is the day
   * after the span ("no answer within 15 days"), after a final answer the span's last day itself (0 days: that day).
   * A body that wants the provider asked first, and names no time, has 0 days from the first contact: the day after it.
   */
  opens: Deadline[];
  /**
   * The last day on which it can be asked; empty where none is known. What counts from the final answer goes before what
   * counts from a message that had none; what counts from the event holds besides.
   */
  closes: Deadline[];
  /** How long it or the provider has to answer, once asked; null where not known. */
  answers: Deadline | null;
  /** Up to which sum, and other limits. */
  limits: string[];
  /** What it asks for. */
  evidence: string[];
  refuses: Refusal[];
  contacts: BodyContact[];
  /** The ids of the rules (below) that a complaint to it may quote. */
  rules: string[];
  sources: string[];
}

/** A rule that a complaint rests on: named exactly, said in our words. */
export interface Rule {
  id: string;
  /** `Payment Services Directive 2 (Directive (EU) 2015/2366), Article 101`. */
  name: string;
  says: string;
  /** For whom it holds: `fiat` money or `token`s too, `licensed` providers only. */
  holds: { balance: 'fiat' | 'any'; provider: 'licensed' | 'any' };
  /** The last day on which one can rely on it; absent where it names none. */
  closes?: Deadline[];
  /** The problems that it is about; absent or empty where it is about complaints of any kind. */
  problems?: ProblemId[];
  sources: string[];
}

/** What to do at once, in order; general steps and the region's own numbers in one list. */
export interface EmergencyStep {
  /** Unique in the region: `freeze`, `police`. */
  id: string;
  text: string;
  /** Why, or how; may be empty. */
  how: string[];
  contacts: BodyContact[];
  sources: string[];
}

export const REGION_IDS = ['cn', 'hk', 'tw', 'sg', 'my', 'eu', 'uk', 'us', 'au', 'ca', 'jp', 'elsewhere'] as const;
export type RegionId = (typeof REGION_IDS)[number];

export interface RegionSummary {
  id: RegionId;
  title: string;
  /** ISO 3166 codes; none for `elsewhere`, which is the region of all that are in no other. */
  countries: string[];
}

export interface Region extends RegionSummary {
  /** The IANA zone whose days are counted. */
  timeZone: string;
  /** Days of the week that are no business days, 0 = Sunday. */
  weekend: number[];
  /** In which of okhelp's languages its bodies are written to; empty where neither can be counted on. */
  letters: Language[];
  /** What to know of the language of a letter to a body. */
  lettersNote?: string;
  ladder: Body[];
  rules: Rule[];
  emergency: EmergencyStep[];
  /** What holds for the whole region: for example that no body takes virtual currency. */
  remarks: { says: string; sources: string[] }[];
  /** All that are referred to above. */
  sources: FactSource[];
}
