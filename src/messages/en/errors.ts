// What went wrong, where, and what to do: one line each, and a hint where there is something to do.
import type { ErrorCode, ErrorValues } from '../../errors.ts';

export interface ErrorText {
  message: string;
  hint: string;
}

type ErrorWords = { [C in ErrorCode]: (values: ErrorValues[C]) => ErrorText };

const meant = (suggestion: string | null | undefined, prefix = ''): string =>
  suggestion ? `Did you mean \`${prefix}${suggestion}\`?` : '';
const at = (line: number | null, column: number | null = null): string =>
  line === null ? '' : column === null ? `, line ${line}` : `, line ${line}, column ${column}`;

const codes: ErrorWords = {
  'unknown-command': ({ command, suggestion }) => ({
    message: `There is no command \`${command}\`.`,
    hint: meant(suggestion, 'okhelp ') || 'See `okhelp --help` for the commands.',
  }),
  'unknown-flag': ({ flag, suggestion }) => ({
    message: `There is no flag \`${flag}\` here.`,
    hint: meant(suggestion) || 'Add `--help` to the command to see its flags.',
  }),
  'missing-value': ({ flag }) => ({
    message: `\`${flag}\` needs a value.`,
    hint: 'Add `--help` to see what it takes.',
  }),
  'missing-argument': ({ argument }) => ({
    message: `\`${argument}\` is missing.`,
    hint: 'Add `--help` to the command to see how it is used.',
  }),
  'unexpected-argument': ({ argument }) => ({
    message: `\`${argument}\` is one word too many.`,
    hint: 'Put quotes around a value that has spaces in it; add `--help` to see how the command is used.',
  }),
  'bad-value': ({ flag, value, expected, suggestion }) => ({
    message: `\`${flag}\` cannot be \`${value}\`; it takes: ${expected}.`,
    hint: meant(suggestion),
  }),
  'bad-amount': ({ flag, value }) => ({
    message: `\`${flag}\`: \`${value}\` is not an amount.`,
    hint: 'Write digits with a point, for example 128.50 or -128.50.',
  }),
  'bad-time': ({ flag, value, impossible }) => ({
    message: impossible
      ? `\`${flag}\`: \`${value}\` is a day or hour that does not exist.`
      : `\`${flag}\`: \`${value}\` is not a time that okhelp can read.`,
    hint: 'Write it as 2026-03-01 09:00, or with its zone as 2026-03-01T09:00:00+08:00.',
  }),
  'line-break': ({ flag }) => ({
    message: `\`${flag}\` has a line break or another control character in it; that is not allowed in a mail.`,
    hint: 'Put it on one line.',
  }),
  'answer-missing': ({ flag, what }) => ({
    message: `${what} is missing, and okhelp may not ask here.`,
    hint: `Give it with \`${flag}\`.`,
  }),
  'setup-unasked': () => ({
    message: 'No questions can be asked here, and no setting was changed.',
    hint: '`okhelp config setup` asks at a terminal. In a script use `okhelp config set`, for example `okhelp config set region HK`.',
  }),
  'problem-missing': ({ problems }) => ({
    message: 'It is not clear which problem this is about, and okhelp may not ask here.',
    hint: `Add \`--answer problem=…\` with one of: ${problems}.`,
  }),
  'unknown-question': ({ question, problem, questions, suggestion }) => ({
    message: `The problem ${problem} has no question \`${question}\`.`,
    hint: [meant(suggestion), `Its questions are: ${questions}.`].filter(Boolean).join(' '),
  }),
  'unknown-guide': ({ guide, guides, suggestion }) => ({
    message: `There is no guide \`${guide}\`; the guides are: ${guides}.`,
    hint: meant(suggestion, 'okhelp guide ') || 'For a question of your own: `okhelp faq WORDS`.',
  }),
  'unknown-note': ({ note }) => ({
    message: `There is no note \`${note}\`.`,
    hint: 'See `okhelp note list` for the notes and their numbers.',
  }),
  'unknown-contact': ({ contact }) => ({
    message: `There is no saved channel \`${contact}\`.`,
    hint: 'See `okhelp contact` for those that you saved and their numbers.',
  }),
  'unknown-step': ({ step, steps, suggestion }) => ({
    message: `There is no step \`${step}\`; the steps are: ${steps}.`,
    hint: suggestion ? `Did you mean \`${suggestion}\`?` : '',
  }),
  'unknown-case': ({ case: id, suggestion }) => ({
    message: `There is no case \`${id}\`.`,
    hint: meant(suggestion) || 'A case is opened by `okhelp diagnose`, which prints its number.',
  }),
  'no-open-case': () => ({
    message: 'There is no open case.',
    hint: '`okhelp diagnose` opens one; `okhelp case list --all` shows the closed ones.',
  }),
  'case-closed': ({ case: id }) => ({
    message: `Case ${id} is closed already.`,
    hint: `\`okhelp case reopen ${id}\` opens it again.`,
  }),
  'case-not-closed': ({ case: id }) => ({ message: `Case ${id} is not closed.`, hint: '' }),
  'unknown-part': ({ part, case: id, parts }) => ({
    message: `Case ${id} has no \`${part}\`.`,
    hint: parts ? `It has: ${parts}.` : '',
  }),
  'unknown-setting': ({ key, keys, suggestion }) => ({
    message: `There is no setting \`${key}\`; the settings are: ${keys}.`,
    hint: meant(suggestion),
  }),
  'nothing-to-undo': () => ({ message: 'There is no change to undo.', hint: '' }),
  'nothing-to-resume': () => ({
    message: 'There is no unfinished diagnosis to resume.',
    hint: 'Start one with `okhelp diagnose`.',
  }),
  'nothing-to-draft': () => ({
    message: 'There is nothing to write about yet: no diagnosis, no case, no flags.',
    hint: 'Run `okhelp diagnose` first, or name the problem with `--problem`.',
  }),
  'nothing-to-report': () => ({
    message: 'There is nothing to report yet: no open case and no notes.',
    hint: 'Run `okhelp diagnose`, record notes, or name a file: `okhelp report FILE`.',
  }),
  'needs-yes': ({ flag }) => ({
    message: 'This changes or removes what okhelp keeps, and it may not ask here whether you are sure.',
    hint: `Add \`${flag}\` to do it all the same.`,
  }),
  'not-together': ({ flag, other }) => ({
    message: `\`${flag}\` and \`${other}\` do not go together.`,
    hint: 'Run them one after the other.',
  }),
  'needs-flag': ({ flag, needed }) => ({
    message: `\`${flag}\` goes with \`${needed}\`, which is missing.`,
    hint: `Add \`${needed}\`.`,
  }),
  'which-account': ({ flag, accounts }) => ({
    message: accounts
      ? `\`${flag}\` is about one account in one currency; these notes have: ${accounts}.`
      : `\`${flag}\`: there are no notes of that account and currency.`,
    hint: accounts ? 'Say which with `--account` and `--currency`.' : '',
  }),
  'two-stdin': () => ({
    message: 'Only one input can come from standard input (`-`).',
    hint: 'Give the other one as a file.',
  }),
  'file-not-found': ({ file }) => ({
    message: `${file}: there is no such file.`,
    hint: 'Check the name and the folder.',
  }),
  'folder-missing': ({ folder, isFile }) => ({
    message: isFile ? `${folder} is not a folder.` : `There is no folder ${folder}.`,
    hint: `Nothing was written. ${isFile ? 'Name' : 'Make the folder first, or name'} a file in a folder that is there.`,
  }),
  'file-is-directory': ({ file }) =>
    file === ''
      ? { message: 'The name of the file is empty.', hint: 'Name a file.' }
      : { message: `${file} is a folder, not a file.`, hint: 'Name a file in it.' },
  'file-denied': ({ file }) => ({
    message: `${file}: you are not allowed to read this file.`,
    hint: 'Check who may read it.',
  }),
  'file-unreadable': ({ file, reason }) => ({
    message: reason === 'terminal' ? 'Nothing is piped into standard input.' : `${file} could not be read (${reason}).`,
    hint: reason === 'terminal' ? 'Name a file, or pipe one in: `okhelp check - < notes.csv`.' : '',
  }),
  'file-empty': ({ file }) => ({
    message: `${file} is empty.`,
    hint: 'okhelp expects a header line, such as time,type,amount, and a line for each note.',
  }),
  'file-changed': ({ file }) => ({
    message: `${file} was changed while okhelp was reading it. Nothing was recorded.`,
    hint: 'Run the command again when no other program is writing to the file.',
  }),
  'file-too-large': ({ file, megabytes, most, ours, unpacked }) => ({
    message: `${file} has ${megabytes} MB${unpacked ? ' when unpacked' : ''}. okhelp holds such a file in memory whole, and here there is room for ${most} MB. Nothing was read.`,
    hint: ours
      ? 'Export the notes as CSV instead (`okhelp note export FILE.csv`); `okhelp check` and `okhelp note import` read that at any size.'
      : 'Export a shorter period at a time, and import one file after the other with `okhelp note import FILE`.',
  }),
  'file-not-text': ({ file }) => ({
    message: `${file} is not a text file.`,
    hint: 'Export it as CSV (UTF-8) and try again.',
  }),
  'file-is-archive': ({ file, inside }) => ({
    message: `${file} is a .zip archive; okhelp reads one file at a time, unpacked.`,
    hint: inside.length
      ? `Unpack it, then name the file in it that holds the transactions: ${inside.join(', ')}. If it asks for a password, that comes from whoever made the archive.`
      : 'Unpack it, then name the file in it that holds the transactions, if there is one.',
  }),
  'json-other': ({ file, schema }) => ({
    message: schema
      ? `${file} is JSON (${schema}), but not a list of notes.`
      : `${file} is JSON, but not a list of notes that okhelp wrote.`,
    hint: 'okhelp reads JSON from `okhelp note export --format json` or `okhelp note list --json`. For anything else, use a CSV file.',
  }),
  'file-encoding': ({ file, encoding, line }) => ({
    message: `${file}${at(line)}: the text is not UTF-8${encoding ? ` (it looks like ${encoding})` : ''}.`,
    hint: 'Save it as UTF-8: in Excel "CSV UTF-8", in Notepad "Save as…" with the encoding UTF-8.',
  }),
  'format-unknown': ({ file }) => ({
    message: `${file}: okhelp finds no table of transactions in this file.`,
    hint: 'It needs a header line such as time,type,amount. For other tables, name the columns: `--columns time=NAME,amount=NAME`.',
  }),
  'column-missing': ({ file, column, line, columns }) => ({
    message: `${file}, line ${line}: the header has no column \`${column}\`${columns ? `; it has: ${columns}` : ''}.`,
    hint: 'Columns needed: time, type, amount (时间, 类型, 金额). For another table, name its columns: `--columns time=NAME,amount=NAME`.',
  }),
  'column-twice': ({ file, column, line }) => ({
    message: `${file}, line ${line}: the column \`${column}\` is there twice.`,
    hint: 'Remove or rename one of them.',
  }),
  'rows-unreadable': ({ file, count }) => ({
    message: `${file}: ${count === 1 ? 'one row' : `${count} rows`} could not be read; nothing was imported.`,
    hint: 'Correct the rows listed, or add `--skip-unreadable` to import the others.',
  }),
  'answers-unreadable': ({ file, line, column, reason }) => ({
    message: `${file}${at(line, column)}: ${reason}.`,
    hint: 'It should be a map of question to answer, as JSON or YAML: `problem: topup-failed`.',
  }),
  'file-exists': ({ file }) => ({
    message: `${file} is already there.`,
    hint: 'Name another file, or add `--force` to replace it.',
  }),
  'output-failed': ({ full, reason }) => ({
    message: `What okhelp has to say could not be written to standard output (${full ? 'the disk is full' : reason}).`,
    hint: 'If the command was to record or change something, that is done: look before you repeat it.',
  }),
  'disk-full': ({ path }) => ({
    message: `${path} could not be written: the disk is full.`,
    hint: 'Nothing was changed. Free some space and try again.',
  }),
  'not-writable': ({ path, named }) => ({
    message: `${path} cannot be written.`,
    hint: named
      ? 'Nothing was changed. Check who may write there, or name a file in another folder.'
      : 'Nothing was changed. Check who may write there, or choose another place with `--data-dir`.',
  }),
  'data-unusable': ({ path, reason }) => ({
    message: `Your data in ${path} could not be opened (${reason}).`,
    hint: 'Nothing was changed.',
  }),
  'data-damaged': ({ path, kept }) => ({
    message: `Your data file ${path} is damaged.`,
    hint: `It was left as it is, and a copy was kept as ${kept}. To start anew, move ${path} away, then import your last export with \`okhelp note import FILE\`.`,
  }),
  'data-newer': ({ path, found, known }) => ({
    message: `Your data in ${path} was written by a newer okhelp (its version ${found}; this one knows ${known}).`,
    hint: 'Nothing was changed. Use the newer okhelp, or another folder with `--data-dir`.',
  }),
  'data-busy': ({ path }) => ({
    message: `Your data in ${path} is in use by another okhelp.`,
    hint: 'Nothing was changed. Wait until it has finished and try again.',
  }),
  'settings-damaged': ({ path }) => ({
    message: `The settings file ${path} is not valid JSON.`,
    hint: 'Correct it, or move it away to start with none.',
  }),
  'no-clipboard': ({ tools }) => ({
    message: `There is no clipboard program here (tried: ${tools}).`,
    hint: 'Write the draft to a file with `-o FILE` instead.',
  }),
  'no-opener': ({ reason }) => ({
    message: `Your mail program could not be opened (${reason}).`,
    hint: 'Write the draft to a file with `--format eml -o mail.eml`, and open that.',
  }),
  internal: ({ reason, log }) => ({
    message: `okhelp made a mistake of its own: ${reason}.`,
    hint: log
      ? `Your notes are safe. The details are in ${log}; please send that file (look through it first) to the makers of okhelp.`
      : 'Your notes are safe. Run it again with `--debug` and send what it prints (look through it first) to the makers of okhelp.',
  }),
  interrupted: ({ resume }) => ({
    message: 'Stopped.',
    hint: resume ? `What you answered is kept; go on with \`${resume}\`.` : '',
  }),
};

export const errors = { prefix: 'okhelp: ', stdin: 'standard input', codes };
