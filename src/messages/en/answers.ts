// The words around the FAQ, the guides and the sources; what they say themselves stands in content/.

export const answers = {
  faq: {
    summary: 'Answers questions, offline',
    description:
      'Ask in your own words, in English or Chinese; the best answer is shown, and what else fits. Without words the questions are listed by topic.',
    words: 'what you want to know, or the id of a question',
    options: { topic: 'only this topic', sources: 'number what rests on a source, and list the sources' },
    examples: [
      ['okhelp faq', 'all questions by topic'],
      ['okhelp faq how long does a withdrawal take', 'the answer that fits best'],
      ['okhelp faq 充值没到账怎么办', 'ask in Chinese'],
      ['okhelp faq pay-safely --sources', 'one answer, with its sources'],
      ['okhelp faq --topic top-up', 'the questions of one topic'],
    ] as [string, string][],
    readOne: 'Read one with `okhelp faq ID`, or ask in your own words with `okhelp faq WORDS`.',
    goOn: 'Go on with',
    related: 'Questions that go with it',
    guides: 'Guides that go with it',
    others: 'What else may fit',
    unsure: 'The words fit no question well. This one is the nearest.',
    nothing: 'No question of the FAQ fits these words.',
    nothingInTopic: (title: string) => `No question of the topic "${title}" fits these words.`,
    tryThis: 'You can',
    describe: 'describe what happened and be asked a few questions',
    listAll: 'look through all questions by topic',
    fewer: 'Sometimes fewer words, or others for the same thing, find more.',
    topics: 'The topics',
    secretLeftOut: 'What looked like a secret among your words was left out of the search and is not repeated here.',
  },
  guide: {
    summary: 'Shows a guide, step by step',
    description:
      'Without a topic the guides are listed. On a terminal a long guide is shown page by page; q leaves it.',
    topic: 'the guide, as the list names it',
    options: { sources: 'number what rests on a source, and list the sources' },
    examples: [
      ['okhelp guide', 'all guides'],
      ['okhelp guide topping-up', 'one guide'],
      ['okhelp guide contacting-support > guide.txt', 'into a file'],
    ] as [string, string][],
    all: 'Guides',
    readOne: 'Read one with `okhelp guide TOPIC`.',
    related: 'Questions that go with it',
  },
  sources: {
    title: 'Sources',
    primary: 'first-hand',
    secondary: 'second-hand',
    line: (title: string, where: string, kind: string, day: string) => `${title} (${where}; ${kind}; read on ${day})`,
    confirm: "Confirm a number or a link on the body's own site before you use it.",
    none: 'No statement here rests on a source outside okhelp.',
  },
};
