// What the gallery shows: the lines that are typed, on made-up data, at a fixed time, in both languages.

/** What lies in the data before: a case that was reported two days ago, and a saved address. */
export const BEFORE = {
  en: [
    ['2026-11-01T10:00:00+08:00', 'config', 'set', 'region', 'GB'],
    ['2026-11-01T10:00:00+08:00', 'note', 'import', 'notes.csv'],
    ['2026-11-01T10:00:00+08:00', 'diagnose', '--answers', 'answers.yaml'],
    ['2026-11-01T10:00:00+08:00', 'draft-email', '--case', 'c1', '--account', 'U-2207', '-o', 'mail.txt'],
    ['2026-11-01T10:05:00+08:00', 'case', 'log', 'c1', 'sent', '--channel', 'email'],
    ['2026-11-01T10:05:00+08:00', 'case', 'next', 'c1', '--balance-kind', 'fiat', '--licensed', 'yes'],
    ['2026-11-01T10:05:00+08:00', 'contact', 'add', 'web', 'wallet.example', '--found', 'in the app, under Help'],
  ],
  'zh-CN': [
    ['2026-11-01T10:00:00+08:00', 'config', 'set', 'region', 'CN'],
    ['2026-11-01T10:00:00+08:00', 'note', 'import', 'notes-zh.csv'],
    ['2026-11-01T10:00:00+08:00', 'diagnose', '--answers', 'answers.yaml'],
    ['2026-11-01T10:00:00+08:00', 'draft-email', '--case', 'c1', '--account', 'U-2207', '-o', 'mail.txt'],
    ['2026-11-01T10:05:00+08:00', 'case', 'log', 'c1', 'sent', '--channel', 'email'],
    ['2026-11-01T10:05:00+08:00', 'case', 'next', 'c1', '--balance-kind', 'fiat', '--licensed', 'yes'],
    ['2026-11-01T10:05:00+08:00', 'contact', 'add', 'web', 'wallet.example', '--found', 'App 里的“帮助”页面'],
  ],
};

/** The instant at which everything is shown. */
export const NOW = '2026-11-03T10:00:00+08:00';

/**
 * `line` is typed by `argv` (the words behind okhelp); `until` a text on a screen that waits for keys; `rows` cuts a long
 * answer. Each field is one for both languages, or one a language.
 */
export const SCREENS = [
  {
    name: 'menu',
    title: { en: 'The menu: what happened?', 'zh-CN': '菜单：发生了什么' },
    argv: [],
    until: { en: 'What happened?', 'zh-CN': '发生了什么' },
    tall: 44,
  },
  {
    name: 'question',
    title: { en: 'A question of the diagnosis, and why it is asked', 'zh-CN': '诊断里的一个问题，以及为什么要问' },
    argv: ['diagnose', '-a', 'problem=topup-failed', '-a', 'topup-amount=500 CNY', '--no-save'],
    until: { en: 'Does the wallet show', 'zh-CN': '钱包' },
    tall: 24,
  },
  {
    name: 'outcome',
    title: { en: 'The outcome: what to do', 'zh-CN': '诊断结果：该做什么' },
    argv: ['diagnose', '--answers', 'answers.yaml', '--no-save', '--no-input'],
    rows: 44,
  },
  {
    name: 'check',
    title: {
      en: 'The check: where the balance stops adding up, and why',
      'zh-CN': '核对：余额从哪里开始对不上，原因是什么',
    },
    argv: { en: ['check', 'notes.csv'], 'zh-CN': ['check', 'notes-zh.csv'] },
  },
  {
    name: 'statement',
    title: { en: 'The notes held against a statement', 'zh-CN': '把记录与账单逐笔核对' },
    argv: {
      en: ['check', 'notes.csv', '--statement', 'statement.csv'],
      'zh-CN': ['check', 'notes-zh.csv', '--statement', 'statement-zh.csv'],
    },
  },
  {
    name: 'mail',
    title: { en: 'The mail to support', 'zh-CN': '给客服的邮件' },
    argv: ['draft-email', '--case', 'c1', '--account', 'U-2207', '--no-input'],
  },
  { name: 'case', title: { en: 'A case', 'zh-CN': '一个事项' }, argv: ['case', 'show', 'c1'] },
  {
    name: 'next',
    title: { en: 'What is due in a case', 'zh-CN': '事项里接下来要做什么' },
    argv: ['case', 'next', 'c1'],
  },
  {
    name: 'faq',
    title: { en: 'An answer', 'zh-CN': '一个常见问题的解答' },
    argv: { en: ['faq', 'how long does a refund take'], 'zh-CN': ['faq', '退款多久到账'] },
  },
  {
    name: 'emergency',
    title: { en: 'Money in danger: the first step', 'zh-CN': '钱有危险：第一步' },
    argv: ['emergency'],
    until: { en: '1. ', 'zh-CN': '1. ' },
    tall: 40,
  },
  {
    name: 'contact',
    title: { en: 'An address that only looks like the saved one', 'zh-CN': '一个只是看起来像的地址' },
    argv: ['contact', '--check', 'https://wa11et.example/login'],
  },
  {
    name: 'notes',
    title: { en: 'The notes', 'zh-CN': '交易记录' },
    argv: ['note', 'list', '--limit', '12'],
  },
];
