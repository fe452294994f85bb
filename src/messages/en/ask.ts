// The words around prompts, the same in every command.

export const ask = {
  yes: 'Yes',
  no: 'No',
  unknown: "I don't know",
  back: '← Back',
  skip: 'leave it empty to skip',
  unknownIfEmpty: 'leave it empty if you do not know',
  help: {
    select: '↑↓ choose, Enter to confirm, ? for help',
    input: 'Enter to confirm',
    backHint: 'type < to go back',
    helpHint: '? for help',
    list: 'Type a part of the words to see only the choices that hold it; Backspace takes it away again. ↑↓ marks a choice, Enter takes it.',
    line: 'Enter takes what stands there. ←→ move in it, Ctrl-U clears it. Lines that you paste become one.',
    back: '< goes back to the question before.',
    leave: 'Ctrl-C stops okhelp.',
    search: 'Search: ',
    nothing: (text: string) => `No choice holds "${text}". Backspace shows the others again.`,
  },
  choose: (yes: string, no: string, usual: boolean) =>
    `y for ${yes}, n for ${no}; Enter for ${usual ? yes : no}; ? for help`,
  yesOrNo: (yes: string, no: string) => `Please answer ${yes} or ${no}.`,
  hints: (hints: string[]) => `(${hints.join('; ')})`,
  required: 'Please type something.',
  moreBelow: '(more with ↑↓)',
  /** What is typed is shown, and can still be changed, before anything is saved. */
  review: {
    message: 'Is this right?',
    change: (field: string, value: string) => `${field}: ${value}`,
    empty: '(left empty)',
    changeThis: 'Choose it to change it.',
    leave: 'Leave; save nothing',
    left: 'Nothing was saved.',
  },
  /** What a screen reader is told in place of a sign. */
  spoken: {
    ok: 'OK: ',
    mismatch: 'Mismatch: ',
    warning: 'Warning: ',
    to: ' to ',
    thence: ', then ',
    times: ' times ',
    comma: ', ',
  },
  /** Asking line by line, for a screen reader. */
  plain: {
    answer: 'Your answer: ',
    number: (count: number) => (count === 1 ? 'Type 1' : `Type a number from 1 to ${count}`),
    yesOrNo: 'Type yes or no',
    enterTakes: (text: string) => `Enter for ${text}`,
    helpKey: '? for help',
    backKey: '< to go back',
    ways: (parts: string[]) => {
      const line = parts.join(', ');
      return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
    },
    back: ['<', 'back'],
    quit: ['quit', 'exit'],
    wrong: (text: string) => `Not accepted: ${text}`,
    chosen: (label: string) => `Chosen: ${label}`,
    noChoice: (text: string, count: number) =>
      text === ''
        ? `Please type a number from 1 to ${count}.`
        : `There is no choice "${text}". Type a number from 1 to ${count}, or part of the words of one choice.`,
    several: (text: string, numbers: string[]) =>
      `"${text}" fits the choices ${numbers.join(', ')}. Type one of these numbers.`,
    usual: (text: string) => `Enter alone takes: ${text}. A - alone leaves it empty.`,
    joined: (count: number) => `The ${count} lines that you pasted are taken as one.`,
    listHelp: 'Type the number of a choice, or part of its words.',
    keys: (back: boolean): string =>
      back ? '< or back goes to the question before. quit or Ctrl-C stops okhelp.' : 'quit or Ctrl-C stops okhelp.',
  },
};
