// Journals of hledger (and of ledger, where they agree): transactions, assertions and assignments of balances.
import type { DecimalMark } from './bank-words.ts';
import {
  type Journal,
  type JournalOptions,
  journalStatement,
  nothingOfOurs,
  type Posting,
  type Transaction,
} from './journal.ts';
import { type JournalAmount, readJournalAmount, type Weight, weightAt, weightOf } from './journal-amount.ts';
import { NO_TAGS } from './journal-events.ts';
import { asideIn, unescaped } from './journal-tags.ts';
import type { Statement, StatementFile, StatementFormat } from './statement.ts';

/** Marks a posting whose balance counts the accounts below in; no tag of a user's can be called that. */
const INCLUSIVE = '=*:';

const DAY = String.raw`(?:\d{4}[-/.])?\d{1,2}[-/.]\d{1,2}`;
const HEADER = new RegExp(String.raw`^(${DAY})(?:=${DAY})?(?=\s|$|;)\s*(.*)$`);
const POSTING = /^(?:[ \t]+)(?:[*!]\s*)?((?:[^\s;]| (?! )(?=[^\s;]))+)(?:(?: {2}|\t|[ \t]*$|\s*;)\s*(.*))?$/;

/** A day at the beginning of a line, comments, then a name that is set in. */
const ENTRY =
  /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:=[\d\-/.]+)?(?:[ \t][^\r\n]*)?\r?\n(?:[ \t]+;.*\r?\n)*[ \t]+(?:[*!][ \t]*)?([([]?\p{L}[^\r\n;"]*?)(?: {2}|\t|[ \t]*\r?$)/mu;

export const hledgerJournal: StatementFormat = {
  name: 'hledger-journal',

  recognise({ text }: StatementFile): number {
    const entry = ENTRY.exec(text.slice(0, 100_000));
    return entry ? (entry[1]!.includes(':') ? 0.9 : 0.6) : 0;
  },

  read({ text }: StatementFile, options: JournalOptions): Statement {
    return journalStatement('hledger-journal', journalOf(text), options);
  },
};

interface State {
  year: string | null;
  mark: DecimalMark | null;
  marks: Map<string, DecimalMark>;
  commodity: string;
  prefix: string[];
  aliases: [string, string][];
}

function journalOf(text: string): Journal {
  const journal: Journal = {
    transactions: [],
    balances: [],
    pads: [],
    inclusive: false,
    rounds: false,
    ...nothingOfOurs(),
  };
  const state: State = { year: null, mark: null, marks: new Map(), commodity: '', prefix: [], aliases: [] };
  let open: Transaction | null = null;
  let block = '';
  text.split(/\r\n|\n|\r/).forEach((content, at) => {
    const line = at + 1;
    if (block) {
      if (new RegExp(`^end ${block}\\b`).test(content)) block = '';
    } else if (/^(comment|test)\s*$/.test(content)) block = content.trim();
    else if (!content.trim() || /^[;#*%|]/.test(content)) {
      if (!content.trim()) open = null;
      const json = asideIn(content);
      if (json) journal.aside.push({ line, json });
    } else if (/^\s/.test(content)) {
      if (open) addLine(open, content, line, state, journal);
    } else {
      const header = HEADER.exec(content);
      open = header ? transactionOf(header[1]!, header[2]!, line, state) : null;
      if (open) journal.transactions.push(open);
      else if (!header) directive(content.trim(), line, state, journal);
    }
  });
  dropInclusive(journal);
  return journal;
}

/** `2026-03-01 * (code) payee | note  ; comment, tag: value` */
function transactionOf(day: string, rest: string, line: number, state: State): Transaction {
  const [, code, words = '', comment = ''] = /^(?:[*!]\s*)?(?:\(([^)]*)\)\s*)?([^;]*)(?:;(.*))?$/.exec(rest) ?? [];
  const [payee = '', ...note] = words.split('|').map((part) => part.trim());
  return {
    line,
    day: fullDay(day, state.year),
    payee,
    memo: note.join(' '),
    reference: code ?? '',
    tags: tagsIn(comment),
    postings: [],
  };
}

const fullDay = (day: string, year: string | null): string => {
  const parts = day.split(/[-/.]/);
  return (parts.length === 3 ? parts : [year ?? '????', ...parts]).join('-');
};

function addLine(open: Transaction, content: string, line: number, state: State, journal: Journal): void {
  const comment = /^\s*;(.*)$/.exec(content);
  const last = open.postings.at(-1);
  if (comment) {
    const owner = last ?? open;
    owner.tags = { ...owner.tags, ...tagsIn(comment[1]!) };
  } else {
    const match = POSTING.exec(content);
    const posting = match && postingOf(match[1]!, match[2] ?? '', line, open, state);
    if (posting) open.postings.push(posting);
    else journal.problems.push({ line, column: null, value: content.trim().slice(0, 80), reason: 'broken-entry' });
  }
}

function postingOf(name: string, rest: string, line: number, open: Transaction, state: State): Posting {
  const [written = '', ...comments] = rest.split(';');
  const comment = comments.join(';');
  const [, round, square] = /^(?:\((.+)\)|\[(.+)\])$/.exec(name) ?? [];
  const [, left = '', , star, asserted] = /^([^=]*)(?:(={1,2})(\*?)(.*))?$/.exec(written) ?? [];
  const { amount, weight } = amountsIn(left.trim(), state);
  const reading = asserted === undefined ? null : readAmount(asserted.replace(/@.*$/, '').trim(), state);
  const tags = star ? { ...tagsIn(comment), [INCLUSIVE]: star } : tagsIn(comment);
  const day = tags.date ?? /\[(\d[\d\-/.]+)(?:=[^\]]*)?\]/.exec(comment)?.[1];
  return {
    line,
    account: accountNamed(round ?? square ?? name, state),
    amount: asserted !== undefined && !reading ? written.trim() : amount,
    weight,
    // A balance without a commodity is in the posting's own.
    reading:
      reading && !reading.commodity && amount && typeof amount !== 'string'
        ? { ...reading, commodity: amount.commodity }
        : reading,
    group: round ? null : square ? 'virtual' : 'real',
    day: day ? fullDay(day, open.day.slice(0, 4)) : null,
    tags,
  };
}

/** `AMOUNT [{COST}] [@ PRICE | @@ PRICE]` */
function amountsIn(text: string, state: State): { amount: Posting['amount']; weight: Weight | null } {
  if (!text) return { amount: null, weight: null };
  const [, bare = '', lot, , at, price] =
    /^([^{@([]*)(\{.*?\}\}?)?\s*(\[[^\]]*\]|\([^@)]*\))?\s*(?:\(?(@@?)\)?\s*(.*))?$/.exec(text) ?? [];
  const amount = readAmount(bare.trim(), state);
  if (!amount) return { amount: text, weight: null };
  const each = at ? readAmount(price!.trim(), state) : lot ? readAmount(lot.replace(/[{}=]/g, '').trim(), state) : null;
  if (!at && !lot) return { amount, weight: weightOf(amount) };
  return { amount, weight: each && weightAt(amount, each, (at ?? lot)!.startsWith(at ? '@@' : '{{')) };
}

function readAmount(text: string, state: State): JournalAmount | null {
  const amount = readJournalAmount(
    text,
    (commodity) => state.mark ?? state.marks.get(commodity || state.commodity) ?? null,
  );
  return amount && { ...amount, commodity: amount.commodity || state.commodity };
}

function accountNamed(name: string, { prefix, aliases }: State): string {
  let full = [...prefix, name.trim()].join(':');
  for (const [from, to] of aliases.toReversed())
    if (full === from || full.startsWith(`${from}:`)) full = to + full.slice(from.length);
  return full;
}

/** Tags in a comment: `name: value` up to a comma. */
function tagsIn(comment: string): Readonly<Record<string, string>> {
  if (!comment.includes(':')) return NO_TAGS;
  const tags: Record<string, string> = Object.create(null);
  for (const [, name, value] of comment.matchAll(/([^\s:,]+):(?=\s|[^/]|$)([^,]*)/g)) {
    tags[name!] = name!.startsWith('okhelp-') ? unescaped(value!.trim()) : value!.trim();
  }
  return tags;
}

function directive(content: string, line: number, state: State, journal: Journal): void {
  const own = /^account\s+(\S(?:.*?\S)?)\s{2,};\s*okhelp-account:(.*)$/.exec(content);
  if (own) journal.names.set(own[1]!, unescaped(own[2]!.trim()));
  const [word = '', ...rest] = content.replace(/^[@!]/, '').split(/\s+/);
  const text = rest.join(' ').replace(/\s*;.*$/, '');
  if (/^Y\d{4}$/.test(word)) state.year = word.slice(1);
  else if (word === 'Y' || word === 'year' || (word === 'apply' && rest[0] === 'year'))
    state.year = /\d{4}/.exec(text)?.[0] ?? state.year;
  else if (word === 'decimal-mark') state.mark = text === ',' ? ',' : '.';
  else if (word === 'D' || word === 'commodity' || word === 'format') {
    const sample = readJournalAmount(text, () => null);
    const mark = /[.,](?=[^.,]*$)/.exec(text)?.[0] as DecimalMark | undefined;
    if (sample && mark) state.marks.set(sample.commodity, mark);
    if (sample && word === 'D') state.commodity = sample.commodity;
  } else if (word === 'apply' && rest[0] === 'account') state.prefix.push(rest.slice(1).join(' '));
  else if (word === 'end' && /^(apply )?account/.test(text)) state.prefix.pop();
  else if (word === 'end' && text === 'aliases') state.aliases = [];
  else if (word === 'alias' && !text.startsWith('/')) {
    const [from = '', to = ''] = text.split('=').map((name) => name.trim());
    if (from && to) state.aliases.push([from, to]);
  } else if (word === 'include') journal.problems.push({ line, column: null, value: text, reason: 'include' });
}

/** `=*` counts the accounts below in: it says something of the account alone only where there are none. */
function dropInclusive({ transactions }: Journal): void {
  const postings = transactions.flatMap((transaction) => transaction.postings);
  const parents = new Set(postings.flatMap(({ account }) => parentsOf(account)));
  for (const posting of postings) {
    if (posting.tags[INCLUSIVE] && parents.has(posting.account)) posting.reading = null;
  }
}

function parentsOf(account: string): string[] {
  const parts = account.split(':');
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join(':'));
}
