// The words around prompts, the same in every command.

export const ask = {
  yes: 'Yes',
  no: 'No',
  unknown: "I don't know",
  back: '← Back',
  skip: 'leave it empty to skip',
  unknownIfEmpty: 'leave it empty if you do not know',
  help: {
    select: '↑↓ choose, Enter to confirm',
    input: 'Enter to confirm',
    backHint: 'type < to go back',
  },
  yesOrNo: (yes: string, no: string) => `Please answer ${yes} or ${no}.`,
  hints: (hints: string[]) => `(${hints.join('; ')})`,
  required: 'Please type something.',
  moreBelow: '(more with ↑↓)',
};
