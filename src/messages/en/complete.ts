// The words of completion in the shell.

export const complete = {
  summary: 'Prints the script that makes your shell complete okhelp’s commands, flags and values',
  description:
    'After you have loaded it, the Tab key completes commands, flags and values, with what each means: your cases, notes and accounts, problems, questions and their answers, guides, entries of the FAQ, formats, currencies and settings. It only reads your data, and writes nothing. Run the line for your shell once, then open a new terminal.',
  shell: (list: string) => `the shell: ${list}`,
  examples: {
    bash: 'for bash',
    zsh: 'for zsh',
    fish: 'for fish',
    powershell: 'for PowerShell',
  },
  problem: 'which problem it is',
  caseIn: (title: string, state: string) => `${title}, ${state}`,
};
