// The help topics: what holds for all commands, a page each.
import type { Topic } from '../../cli.ts';

/** A piece of a page: a paragraph, or terms with what they mean. */
export interface TopicPart {
  heading?: string;
  text?: string;
  rows?: [term: string, meaning: string][];
}

export interface TopicPage {
  title: string;
  parts: TopicPart[];
}

/** What `--format` takes, and by what okhelp recognises such a file. */
const formats: [name: string, what: string][] = [
  ['okhelp-csv', 'okhelp’s own notes as CSV; by its column names, in English or Chinese'],
  ['camt053', 'bank statement in XML, ISO 20022 camt.053; by its element BkToCstmrStmt'],
  ['ofx', 'bank and card statement, OFX and QFX; by the line <OFX>'],
  ['mt940', 'SWIFT bank statement; by its fields :20: or :25: and :60F: or :60M:'],
  ['qif', 'Quicken’s exchange format; by lines such as !Type:Bank'],
  ['beancount-journal', 'journal of beancount; by its dated directives and transactions'],
  ['hledger-journal', 'journal of hledger or ledger; by its dated transactions with postings under them'],
  [
    'revolut-csv',
    'Revolut’s account statement; by its columns for start, completion, type, amount, fee, currency, state and balance',
  ],
  ['paypal-csv', 'PayPal’s activity; by its columns for date, time, time zone, currency, gross, fee and net'],
  ['wise-csv', 'Wise’s balance statement; by the columns TransferWise ID, Running Balance and Total fees'],
  ['wise-transfers-csv', 'Wise’s list of transfers; by its columns for source and target'],
  [
    'venmo-csv',
    'Venmo’s statement; by the columns Amount (total), Funding Source, Beginning Balance and Ending Balance',
  ],
  ['kraken-csv', 'Kraken’s ledgers; by the columns txid, refid, asset, fee and balance'],
  ['bitmex-csv', 'BitMEX’s wallet history in satoshi; by the columns transactTime, transactType and walletBalance'],
  ['alipay-app-csv', 'the bill that the Alipay app sends (电子客户回单); by its table'],
  ['alipay-web-txt', 'the record of Alipay’s web page (交易记录明细); by its table'],
  ['alipay-merchant', 'the ledger of an Alipay merchant (账务明细); by its table'],
  ['wechat-csv', 'the bill of WeChat Pay as CSV (微信支付账单明细); by its table'],
  ['wechat-xlsx', 'the same bill as a workbook (微信支付账单流水文件); by its table'],
  ['wechat-merchant', 'the ledger of a WeChat Pay merchant (资金账单); by its table'],
  ['jd-csv', 'the bill of the JD app (京东); by its table'],
  ['oklink-transfers', 'token transfers from the block explorer OKLink; by its table of senders and receivers'],
  ['chinese-bank', 'statement of a Chinese bank or broker; by a table with a date, amounts and a balance'],
  ['chinese-bill', 'bill of another Chinese wallet or shop; by a table with a time, 收/支 and an amount'],
  ['key-value-text', 'text in blocks of “Key: value” lines, one transaction a block'],
  ['generic-csv', 'any table whose header names a time and an amount, also in a workbook (.xlsx)'],
  ['headerless-csv', 'a table without a header, where the balances prove which column is what'],
];

const pages: Record<Topic, TopicPage> = {
  environment: {
    title: 'Environment variables',
    parts: [
      { text: 'A flag wins over a variable, a variable over a saved setting, a setting over what the system says.' },
      {
        heading: 'okhelp’s own',
        rows: [
          ['OKHELP_LANG', 'the language: en or zh-CN'],
          ['OKHELP_DATA_DIR', 'the folder of notes, cases and settings'],
          ['OKHELP_NO_INPUT', 'never ask; anything but empty, 0 and false turns it on'],
          ['OKHELP_NOW', 'the instant taken for now, such as 2026-11-01T10:00:00+08:00'],
        ],
      },
      {
        heading: 'Known elsewhere too',
        rows: [
          ['CI', 'never ask, and no animation'],
          ['ACCESSIBLE', 'for a screen reader, as with --accessible: see the topic accessibility; 0 turns it off'],
          ['NO_COLOR', 'no colour, whatever its value, if it is not empty'],
          ['FORCE_COLOR, CLICOLOR_FORCE', 'colour in a pipe too; 0 means no'],
          ['CLICOLOR', 'with 0: no colour'],
          ['TERM', 'with dumb: no colour, no animation, no pager'],
          ['COLUMNS', 'the width of what goes into a pipe; 40 to 100 columns, 80 if not set'],
          ['PAGER', 'the program that shows long texts on a terminal: less -FIRX if not set; none if empty or cat'],
          [
            'LC_ALL, LC_MESSAGES, LANG',
            'the language of the system, where nothing else names one; the first that is set',
          ],
          ['LC_CTYPE', 'whether the terminal can show characters beyond ASCII, together with LC_ALL and LANG'],
          ['TZ', 'the time zone, where the setting time-zone names none'],
          ['NODE_DISABLE_COMPILE_CACHE', 'set: okhelp keeps nothing of what Node compiled'],
        ],
      },
      {
        heading: 'Where things lie',
        rows: [
          ['XDG_DATA_HOME', 'on Linux: notes and cases go into its folder okhelp (~/.local/share/okhelp if not set)'],
          ['XDG_CONFIG_HOME', 'on Linux: settings go into its folder okhelp (~/.config/okhelp if not set)'],
          [
            'XDG_CACHE_HOME',
            'on Linux: what Node compiled of okhelp goes into its folder okhelp (~/.cache/okhelp if not set); it can be deleted',
          ],
          ['LOCALAPPDATA', 'on Windows: notes, cases, settings and what Node compiled go into its folder okhelp'],
          ['HOME', 'the home folder, where none of these is set'],
          [
            'TMPDIR, TMP, TEMP',
            'the folder for temporary files, and for the details of a fault where the data folder takes none',
          ],
          ['PATH', 'where the program for the clipboard is looked for'],
        ],
      },
      { text: '`okhelp config path` shows the folders in use.' },
    ],
  },
  'exit-status': {
    title: 'Exit status',
    parts: [
      { text: 'For scripts: what the number means that okhelp leaves behind.' },
      {
        text: '`check` on a file of which some rows cannot be read still reports on the others and ends with 3, because its verdict is not whole. An error goes to standard error; with --json it is one document on standard output, with a code and a message.',
      },
    ],
  },
  formats: {
    title: 'Formats',
    parts: [
      {
        text: 'okhelp finds out the format of a file by what is in it; its name counts for nothing. Where it takes one for another, say --format NAME.',
      },
      { heading: 'Read by `check`, `note import` and `report`, and as `--statement`', rows: formats },
      {
        text: 'Text may be UTF-8, UTF-16 or GB18030; statements also Windows-1252 and CP852, tables of banks also Big5, Shift_JIS, EUC-KR and Windows-1251. `check` and `note import` also read what `note export` and `note list --json` wrote as JSON. What comes packed as .zip has to be unpacked first. PDFs, pictures and old workbooks (.xls) are not read.',
      },
      {
        heading: 'Written',
        rows: [
          ['note export', 'csv, json, hledger, beancount'],
          ['draft-email', 'text, eml (a mail file), mailto (a link)'],
          ['case remind', 'a calendar file (.ics)'],
          ['case export', 'an archive (.zip)'],
          ['report', 'one HTML file'],
        ],
      },
      { text: 'With --json every command writes one JSON document; its field `schema` names its kind and version.' },
    ],
  },
  accessibility: {
    title: 'Accessibility',
    parts: [
      {
        rows: [
          [
            'ACCESSIBLE=1',
            'for every command: each line is written once, with no colour, picture or animation, and no pager',
          ],
          ['--accessible, --plain', 'the same for one command'],
          ['config set accessible yes', 'the same from now on'],
          ['--no-color, NO_COLOR', 'no colour alone; a state is always said in words as well'],
          ['--no-input', 'no questions: everything by flags'],
          ['--quiet', 'the answer alone, without progress and hints'],
          ['--json', 'the answer for a program to read aloud or to lay out'],
        ],
      },
      {
        text: 'In this mode choices have numbers: type the number, or part of the words. `?` tells more, `<` goes back, “quit” stops. What is wrong with an answer is said on a line of its own. Signs are words.',
      },
      {
        text: 'Nothing is told by colour or by a picture alone. Output wraps at the width of the terminal, from 40 columns on, in Chinese too. The report of `okhelp report` is laid out for a screen reader, a telephone, and light and dark.',
      },
      {
        text: 'Answers can also be given by flags: each error names the flag it lacks, and every diagnosis prints the one command that repeats it.',
      },
    ],
  },
  privacy: {
    title: 'Privacy',
    parts: [
      {
        text: 'okhelp uses no network. It sends nothing, counts nothing and looks for no updates. --open hands a draft to your own mail program or a report to your browser, --copy puts a draft on the clipboard; both only when you ask.',
      },
      {
        text: 'Notes, cases and settings lie in folders on this computer that only you can read. `okhelp config` shows where and what is in them. `okhelp export` puts all of it into one file for you; `okhelp delete-all` deletes all of it for good. Files that you had it write stay where you put them.',
      },
      {
        text: 'Secrets are taken out of every mail, draft and report, and of what `case log` keeps: card numbers (the first six and last four digits stay), security codes and expiry dates, one-time codes, passwords and PINs, private keys, recovery phrases. okhelp says what it took out. A secret is known by its shape or by the words beside it; one that nothing marks may stay, so read each text before you send it.',
      },
      {
        text: 'Your own notes, and what you export, keep what you wrote. A report --for public takes out names, accounts, ids and texts, and keeps amounts and days.',
      },
      {
        text: 'okhelp ships no address, number or link of any wallet. Of your data, completion in the shell shows ids, the problem and state of a case, the day, type and amount of a note, and the names that you gave to accounts, to columns and to files kept as evidence.',
      },
    ],
  },
};

/** The headings of the man page. */
const manual = {
  name: 'NAME',
  synopsis: 'SYNOPSIS',
  description: 'DESCRIPTION',
  purpose: 'get out of trouble with a payment wallet',
  commandOrTopic: 'COMMAND|TOPIC',
  heading: (words: string) => words.toUpperCase(),
};

export const topics = { pages, formats, manual };
