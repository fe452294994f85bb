// Journals of beancount: transactions, balances at the start of a day, pads.
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
import { asideIn } from './journal-tags.ts';
import type { Statement, StatementFile, StatementFormat } from './statement.ts';

const DIRECTIVE = /^(\d{4}[-/]\d{1,2}[-/]\d{1,2})\s+(\S+)\s*(.*)$/s;
const ACCOUNT = String.raw`[\p{Lu}\p{Lo}][\p{L}\d-]*(?::[\p{Lu}\p{Lo}\d][\p{L}\d-]*)+`;
const POSTING = new RegExp(String.raw`^\s+(?:[*!&#?%A-Z]\s+)?(${ACCOUNT})(?:\s+(.*))?$`, 'u');
const BALANCE = new RegExp(String.raw`^(${ACCOUNT})\s+(.*)$`, 'u');
const METADATA = /^\s+([a-z][\w-]*):\s*(.*)$/;
/** Amount, cost in braces, price; currencies in capitals. */
const AMOUNT = /^([^{@]*?)\s*(\{\{?[^}]*\}\}?)?\s*(?:(@@?)\s*(.*))?$/;

export const beancountJournal: StatementFormat = {
  name: 'beancount-journal',

  recognise({ text }: StatementFile): number {
    const head = text.slice(0, 100_000);
    if (/^\d{4}[-/]\d\d?[-/]\d\d?\s+(?:open|balance|pad|close)\s+[\p{Lu}\p{Lo}][\p{L}\d-]*:/mu.test(head)) return 1;
    return /^\d{4}[-/]\d\d?[-/]\d\d?\s+(?:[*!]|txn)\s+"[^\r\n]*\r?\n(?:\s+[a-z][\w-]*:.*\r?\n)*\s+[\p{Lu}\p{Lo}][\p{L}\d-]*:\S/mu.test(
      head,
    )
      ? 0.95
      : 0;
  },

  read({ text }: StatementFile, options: JournalOptions): Statement {
    return journalStatement('beancount-journal', journalOf(text), options);
  },
};

function journalOf(text: string): Journal {
  const journal: Journal = {
    transactions: [],
    balances: [],
    pads: [],
    inclusive: true,
    rounds: true,
    ...nothingOfOurs(),
  };
  let open: Transaction | null = null;
  let opened = '';
  for (const { line, content } of logicalLines(text)) {
    const json = asideIn(content);
    if (json) {
      journal.aside.push({ line, json });
      continue;
    }
    const match = DIRECTIVE.exec(content);
    if (match) {
      const [, date = '', word = '', rest = ''] = match;
      const day = date.replaceAll('/', '-');
      open = null;
      opened = word === 'open' ? rest.split(/\s+/)[0]! : word === 'balance' ? BALANCED : '';
      if (word === 'txn' || /^[*!&#?%A-Z]$/.test(word))
        journal.transactions.push((open = transactionOf(day, rest, line)));
      else if (word === 'balance') addBalance(journal, day, rest, line);
      else if (word === 'pad') journal.pads.push({ line, day, account: rest.split(/\s+/)[0]! });
    } else if (/^\s/.test(content)) {
      if (open) addLine(open, content, line, journal);
      else if (opened) addOwn(opened, content, journal);
    } else {
      open = null;
      if (/^include\b/.test(content))
        journal.problems.push({ line, column: null, value: unquoted(content.slice(7)), reason: 'include' });
    }
  }
  return journal;
}

/** Where a balance is open. */
const BALANCED = 'balance';

/** What okhelp wrote below an account that it opened, or a balance. */
function addOwn(opened: string, content: string, journal: Journal): void {
  const [, name, value = ''] = METADATA.exec(content) ?? [];
  if (name === 'okhelp-account' && opened !== BALANCED) journal.names.set(opened, unquoted(value));
  const last = journal.balances.at(-1);
  if (name === 'okhelp-repeats' && opened === BALANCED && last) last.repeats = true;
}

/** Lines without comments; a text in quotes may go over several, and counts as one line. */
function* logicalLines(text: string): Generator<{ line: number; content: string }> {
  let content = '';
  let line = 1;
  let begun = 1;
  for (const written of text.split(/\r\n|\n|\r/)) {
    content = content ? `${content}\n${written}` : written;
    const bare = asideIn(content) ? content : withoutComment(content);
    if (bare !== null || line - begun > 200) {
      if (bare?.trim()) yield { line: begun, content: bare.trimEnd() };
      content = '';
      begun = line + 1;
    }
    line++;
  }
}

/** Null where a quote is still open. */
function withoutComment(content: string): string | null {
  if (!/[";]/.test(content)) return content;
  let quoted = false;
  for (let at = 0; at < content.length; at++) {
    const sign = content[at];
    if (quoted && sign === '\\') at++;
    else if (sign === '"') quoted = !quoted;
    else if (sign === ';' && !quoted) return content.slice(0, at);
  }
  return quoted ? null : content;
}

/** `"payee" "narration" #tag ^link`; where there is one text only, it is the best name for the other side that there is. */
function transactionOf(day: string, rest: string, line: number): Transaction {
  const texts = [...rest.matchAll(/"((?:[^"\\]|\\.)*)"/gs)].map(([, text]) => text!.replace(/\\(.)/gs, '$1'));
  const link = /\^([\w\-/.]+)/.exec(rest.replace(/"(?:[^"\\]|\\.)*"/gs, ''))?.[1] ?? '';
  const [payee = '', memo = ''] = texts;
  return { line, day, payee, memo, reference: link, tags: NO_TAGS, postings: [] };
}

function addLine(open: Transaction, content: string, line: number, journal: Journal): void {
  const metadata = METADATA.exec(content);
  if (metadata) {
    const owner = open.postings.at(-1) ?? open;
    owner.tags = { ...owner.tags, [metadata[1]!]: unquoted(metadata[2]!) };
    if (metadata[1] === 'okhelp-reference') open.reference = unquoted(metadata[2]!);
    return;
  }
  const match = POSTING.exec(content);
  if (match) open.postings.push(postingOf(match[1]!, match[2] ?? '', line));
  else if (!/^\s+[#^]/.test(content)) {
    journal.problems.push({ line, column: null, value: content.trim().slice(0, 80), reason: 'broken-entry' });
  }
}

function postingOf(account: string, rest: string, line: number): Posting {
  return {
    line,
    account,
    ...amountsIn(rest.trim()),
    reading: null,
    group: 'real',
    day: null,
    tags: NO_TAGS,
  };
}

function amountsIn(text: string): { amount: Posting['amount']; weight: Weight | null } {
  if (!text) return { amount: null, weight: null };
  const [, bare = '', cost, at, price = ''] = AMOUNT.exec(text) ?? [];
  const amount = readAmount(bare);
  if (!amount) return { amount: text, weight: null };
  if (!cost && !at) return { amount, weight: weightOf(amount) };
  // What a lot cost counts, not what it is worth now; the cost is the first part between the braces.
  const each = readAmount(cost ? cost.replace(/[{}]/g, '').split(',')[0]! : price);
  return { amount, weight: each && weightAt(amount, each, cost ? cost.startsWith('{{') : at === '@@') };
}

/** `ACCOUNT AMOUNT [~ TOLERANCE] CURRENCY`; what is let pass by a tolerance is not let pass here. */
function addBalance(journal: Journal, day: string, rest: string, line: number): void {
  const [, account, written = ''] = BALANCE.exec(rest) ?? [];
  const value = written.replace(/\s*~\s*[\d.,]+/, '');
  if (account) journal.balances.push({ line, day, account, amount: readAmount(value) ?? written });
  else journal.problems.push({ line, column: 'balance', value: rest.slice(0, 80), reason: 'broken-entry' });
}

/** The point divides, commas group; the currency is always named, behind the number. */
function readAmount(text: string): JournalAmount | null {
  const [, number, currency] = /^(\S.*?)\s*([A-Z][A-Z0-9'._-]*)$/.exec(text.trim()) ?? [];
  const amount = number ? readJournalAmount(number, () => '.') : null;
  return amount && { ...amount, commodity: currency! };
}

const unquoted = (text: string): string =>
  text
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replace(/\\(.)/gs, '$1');
