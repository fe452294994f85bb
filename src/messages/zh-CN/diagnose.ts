// 问答、小结与结论的用语；问什么、建议什么写在 content/ 里。
import type { Messages } from '../index.ts';

export const diagnose: Messages['diagnose'] = {
  summary: '问几个问题，告诉您该怎么做',
  description:
    '用自己的话（中文或英文）说说遇到了什么，或从列表中选择。okhelp 会问几个问题，查看您的记录，然后告诉您该做什么、该保留什么、不要做什么。随时可以停下，以后再继续。',
  words: '用自己的话说明发生了什么',
  options: {
    answer: '预先给出一个回答；problem=… 指明是哪种问题',
    answers: '回答文件（JSON 或 YAML），- 表示标准输入',
    notes: '查看这个 CSV 文件，而不是已保存的记录',
    case: '接着这个事项（例如 c7）做：没有另外回答的，沿用其中的回答',
    resume: '继续上次没有做完的诊断',
    noSave: '本次诊断不保存任何内容',
    sources: '给有来源的说法标上序号，并列出来源',
  },
  examples: [
    ['okhelp diagnose', '从列表中选择问题'],
    ['okhelp diagnose 充值500没到账', '从您自己的描述开始'],
    ['okhelp diagnose --resume', '从上次停下的地方继续'],
    ['okhelp diagnose -a problem=topup-failed -a topup-debited=yes --no-input --json', '供脚本使用'],
  ],

  menu: {
    whatHappened: '发生了什么？',
    check: '核对我的余额',
    record: '记录一笔交易或余额',
    write: '写信给客服',
    ask: '查常见问题',
    read: '看操作指南',
    question: '您想了解什么？',
    questionHint: '用自己的话写；直接按 Enter 列出全部问题',
    whichGuide: '看哪一篇？',
    help: '看看 okhelp 能做什么',
    quit: '退出',
  },
  whichProblem: '是下面哪一种情况？',
  likely: '从您的描述看，应该是第一种情况。对吗？',
  closest: '从您的描述看，可能是下面几种。哪一种最接近？',
  noneOfThese: '都不是，列出全部',
  problem: '问题类型：',
  problemWhy: '每种问题要问的不同。',

  unfinished: (title, answers, when) => `您有一次诊断还没做完：“${title}”，已回答 ${answers} 项，${when}。`,
  goOn: '继续做完',
  startAnew: '重新开始，放弃没做完的那次',

  why: (why) => `为什么问：${why}`,
  amountHint: (currency) => `例如 58.50${currency ? '' : ' CNY'}`,
  hintBreak: '；',
  timeHint: '例如 2026-03-01 09:30',
  notAnAmount: (text) => `“${text}”不是金额。请输入数字和小数点，例如 58.50 或 58.50 USD。`,
  notATime: (text) => `“${text}”不是可识别的时间。请写成 2026-03-01 09:30 这样。`,
  noSuchDay: (text) => `没有“${text}”这一天或这一时刻。`,
  fromNotes: (question, answer, notes) => `根据您的记录：${question}${answer}${notes ? `（${notes}）` : ''}`,
  fromWords: (question, answer) => `根据您的描述：${question}${answer}`,
  note: (id, parts) => `${id}：${parts.join('，')}`,
  andMore: (notes, more) => `${notes.join('；')}${more ? `；另有 ${more} 条` : ''}`,
  answered: (answer, source) => `${answer}（${source}）`,
  quoted: (text) => `“${text}”`,
  sources: {
    words: '取自您的描述',
    flag: '由 --answer 给出',
    file: '取自回答文件',
    fact: '取自您的记录',
    asked: '您的回答',
  },

  guessedSource: '根据您的描述猜的',
  guessed: (title, others) =>
    `okhelp 只是根据您的描述猜测这是“${title}”。如果是别的问题${others.length ? `（例如 ${others.join(' 或 ')}）` : ''}，请用 --answer problem=… 指明。`,

  noneFits: (others) =>
    `您的描述不像 okhelp 熟悉的任何一种问题。如果其实是其中之一${others.length ? `（例如 ${others.join(' 或 ')}）` : ''}，请用 --answer problem=… 指明。`,

  yourAnswers: '您的回答',
  allRight: '都对吗？',
  showOutcome: '都对，告诉我该怎么做',
  changeThis: '按回车修改这一项',
  pathEntry: (question, answer) => `${question}${answer}`,

  urgency: {
    now: '请马上处理。',
    soon: '请今天处理。',
    normal: '不必着急，按顺序一步步来。',
  },
  because: '情况判断',
  steps: '该怎么做',
  evidence: '要保留的证据',
  avoid: '不要这样做',
  next: '接下来会怎样',
  finding: '您的记录显示',
  errorNoted: (error) => `失败的那条记录里的提示：“${error}”`,
  balanced: '记录中的各个余额都对得上。',
  mismatch: (account, amount, currency, less) =>
    `账户 ${account} 里，有一次记下的余额比按记录算出的${less ? '少' : '多'} ${amount} ${currency}。`,
  commands: '接下来可以运行',
  writeMail: '写信给客服',
  checkNotes: '查看余额从哪里开始对不上',
  recordNotes: '记录交易，okhelp 才能帮您核对',
  questions: '相关问题与解答',
  path: '判断的依据',
  unanswered: '没有回答、按“不清楚”处理的问题',
  again: '用一条命令重复这次诊断',
  seeNext: '看看接下来什么到期，并记下做过的事',
  joined: (id) => `已并入事项 ${id}。`,
  saved: (id) => `已保存为事项 ${id}。`,

  warnings: {
    guessed: (title, others) =>
      `从您的描述看不出是哪种问题，okhelp 猜是“${title}”。${others.length ? `如果是别的，请指明：${others.map(([id, other]) => `--answer problem=${id}（${other}）`).join('，或 ')}。` : ''}`,
    noneFits: (others) =>
      `您的描述不像 okhelp 熟悉的任何一种问题。${others.length ? `如果其实是下面的问题，请指明：${others.map(([id, other]) => `--answer problem=${id}（${other}）`).join('，或 ')}。` : ''}`,
    offPath: (question) => `没有用到 ${question} 的回答：按其他回答，不需要问这一题。`,
    rows: (count, file) => `${file}：有 ${count} 行无法读取，已略过。详见 \`okhelp check ${file}\`。`,
    notSaved: (reason) => `这次诊断没能保存：${reason}`,
    notRead: (reason) => `没能查看您的记录：${reason}`,
    removed: (count) => `您输入或记录的内容里有 ${count} 处密码、卡号之类的信息，已略去。`,
  },
  answersFile: {
    notAMap: '内容不是“问题: 回答”的对照表',
    notReadable: '内容不是有效的 JSON 或 YAML',
    twice: '同一个问题回答了两次',
    notPlain: (question) => `${question} 的回答必须是单个值`,
  },
};
