// 报告的用语：命令的说明，以及报告页面本身的文字。
import type { SecretKind } from '../../support/draft.ts';
import type { Messages } from '../index.ts';

const places = (text: string, count: number) => (count > 1 ? `${text}（${count} 处）` : text);

const secrets: Record<SecretKind, string> = {
  'card-number': '银行卡号（保留前六位和后四位）',
  cvv: '银行卡安全码',
  'card-expiry': '银行卡有效期',
  'one-time-code': '验证码',
  password: '密码或 PIN',
  'private-key': '私钥',
  'seed-phrase': '助记词',
};

const page: Messages['report']['page'] = {
  for: {
    support: '供服务商的客服或受理投诉的机构使用。密码、卡号等机密内容已删去。',
    public: '可以公开。机密内容、姓名、账户、交易号和具体时刻已删去；金额和日期与记录相同。',
    me: '供本人留存。机密内容已删去，其余内容都在。',
  },
  contents: '目录',
  sections: {
    summary: '摘要',
    outcome: '事情经过',
    timeline: '时间线',
    balance: '余额',
    notes: '交易记录',
    statement: '与账单核对',
    evidence: '证据',
    drafts: '已写好的文稿',
    made: '本报告的由来',
  },
  caseTitle: (problem) => `报告：${problem}`,
  notesTitle: '报告：支付钱包的余额',
  caseLine: (id, state, since) => `事项 ${id}，${state}，自 ${since} 起`,
  verdict: {
    statement: (counts) => {
      const parts = [
        `${counts.matched} 笔一致`,
        counts.together && `${counts.together} 笔合计一致`,
        counts.differing && `${counts.differing} 笔有出入`,
        counts.notes && `${counts.notes} 笔只在记录里`,
        counts.statement && `${counts.statement} 笔只在账单上`,
      ].filter(Boolean);
      return `记录与账单：${parts.join('，')}。`;
    },
    unreadable: (count) => `文件中有 ${count} 行无法读取，因此结果不完整。`,
    nothing: '没有交易记录，所以没有核对余额。',
  },
  more: (count) => `另有 ${count} 处对不上，这里没有列出。`,
  chart: {
    title: (account) => `${account} 的余额，到对不上的地方为止`,
    overview: (account) => `${account} 的余额`,
    description: ({ agreed, expected, at, difference }) =>
      `${agreed === null ? '从一开始算起，' : `最后一次对得上的余额是 ${agreed}。从那里算起，`}按记录的交易应为 ${expected}；而记录的余额是 ${at}，${difference}。`,
    steady: ({ first, last, high, low }) => `从 ${first} 到 ${last}；最高 ${high}，最低 ${low}。`,
    enlarged: '图末的差距比实际画得大。',
    legend: '带勾的圆圈：最后一次对得上的余额。空心圆圈：应有的余额。叉号：记录的余额。各笔记录等距排列，不按日期。',
    table: '数字',
    rows: { agreed: '最后一次对得上的余额', expected: '应为', recorded: '记录为', difference: '相差' },
    columns: { what: '余额', amount: '金额', time: '时间', where: '位置' },
  },
  why: (confidence) => `最可能的原因（${confidence}）：`,
  alsoFits: '以下原因也说得通：',
  notes: {
    caption: (account) => `账户 ${account}`,
    shown: (shown, total) => `共 ${total} 笔记录，这里列出 ${shown} 笔：对不上的地方附近的；没有对不上的，就列最近的。`,
    left: (count) => `略去 ${count} 笔`,
    columns: {
      note: '记录',
      time: '时间',
      what: '类型',
      amount: '金额',
      fee: '手续费',
      balance: '余额',
      details: '详情',
    },
    agrees: '✓ 最后一次对得上的余额',
    off: (expected) => `✗ 对不上：应为 ${expected}`,
    concerned: (mismatches) => `→ 第 ${mismatches.join('、')} 处的原因提到这一笔`,
    unreadable: '行号：',
  },
  statement: {
    intro: (count, format) => `与账单的 ${count} 行（${format}）核对。`,
    differing: '有出入的',
    together: '一边是一行、另一边是几行，合计相同的',
    onlyNotes: '只在记录里的',
    onlyStatement: '只在账单上的',
    columns: { note: '记录', row: '账单', what: '项目', inNotes: '记录为', inStatement: '账单为' },
    amount: (slip) => (slip ? `金额（${slip}）` : '金额'),
    sign: '收支方向',
    fee: '手续费',
    currency: '币种',
    time: '时间',
    later: (hours) => `${hours < 0 ? '早' : '晚'} ${Math.abs(hours)} 小时，像是时区不同`,
    days: (days) => `${days < 0 ? '早' : '晚'} ${Math.abs(days)} 天`,
    status: '状态',
    reference: '交易号',
    sets: { 'fee-row': '一笔交易，手续费单独成行', refunds: '一笔付款，以及退回的部分', parts: '一笔金额分成几笔' },
    outside: (count) => `有 ${count} 笔记录不在账单涵盖的范围内。`,
    clockShift: (hours) => `账单的时间一律比记录${hours > 0 ? '快' : '慢'} ${Math.abs(hours)} 小时，核对时已考虑在内。`,
    selfOff: '这份账单自身的数字对不上。',
  },
  timeline: { columns: { at: '时间', what: '事情', details: '详情' }, none: '还没有记下任何事。' },
  evidence: {
    columns: { id: '编号', file: '文件', sum: 'SHA-256', about: '说明' },
    hint: 'SHA-256 校验值是添加文件时算出的。以后算出的值相同，说明文件此后没有改动；但它不能说明文件是谁做的。',
    none: '这个事项还没有添加文件。',
    added: (day) => `${day} 添加`,
    gone: '制作报告时没有找到',
    changed: '添加后有改动',
  },
  drafts: { columns: { id: '编号', day: '日期', what: '类别', subject: '主题' } },
  facts: '具体情况',
  told: 'okhelp 给本人的说明',
  answers: '问题与回答',
  name: '姓名',
  made: {
    files: '本报告所用的文件',
    written: '制作时间',
    program: '程序',
    command: '命令',
    source: '记录',
    recorded: (count) => `已记录的 ${count} 笔`,
    limits: [
      'okhelp 只核算本人的记录和账单上的数字，没有与钱包连接，也看不到钱包内部。',
      '所列原因与数字完全吻合，但只是一种可能，并不因此得到证实。',
    ],
  },
  unnamed: {
    account: (number) => `账户 ${number}`,
    counterparty: (number) => `对方 ${number}`,
    reference: (number) => `编号 ${number}`,
    file: (number, ending) => `文件 ${number}${ending}`,
    left: '[略去]',
  },
  leftOut: {
    secret: (kind, count) => `${places(`已删去：${secrets[kind]}`, count)}。`,
    public:
      '已略去或改名：机密内容、姓名、账户、交易对方、交易号、地址、自由填写的文字、文件的名称和位置、具体时刻。同一个代称始终指同一个对象。',
    support: '已略去：写给自己的备注，以及文件在电脑上的位置。',
  },
};

export const report: Messages['report'] = {
  summary: '把事项、余额图、记录和证据写成一份 HTML 报告。',
  description:
    '不写 FILE，报告的是最近有变动的、进行中的事项和已记录的交易；写了 FILE，就只报告这个文件。页面不需要网络，没有脚本，适合打印。每份报告都会删去密码、验证码、私钥和完整卡号。',
  file: '交易文件，用来代替已记录的交易；- 表示标准输入',
  options: {
    case: '报告哪个事项（不写则为最近有变动的、进行中的事项）',
    statement: '与服务商导出的这份账单核对',
    for: '给谁看：support（默认）；public（姓名、交易号等也删去）；me（除机密内容外都保留）',
    allNotes: '列出全部记录，而不只是对不上的地方附近的',
    output: '写入这个文件（默认 okhelp-report.html）；- 表示标准输出',
    force: '文件已存在时替换',
    open: '写好后在浏览器里打开',
  },
  examples: [
    ['okhelp report', '进行中的事项和已记录的交易'],
    ['okhelp report notes.csv --statement export.csv', '文件与账单核对'],
    ['okhelp report --for public -o post.html', '不含姓名和交易号'],
    ['okhelp report --case c7 --all-notes --open', '一个事项和全部记录，并在浏览器里打开'],
  ],
  written: (file, size) => `已写入 ${file}（${size}）。`,
  opened: '已交给浏览器打开。',
  attach: '随邮件一起发送：',
  paper: '需要 PDF 时，在浏览器里打印这一页，选择“另存为 PDF”。',
  readPublic: '金额和日期仍在其中。公开之前请通读一遍：了解这个账户的人可能由此认出它。',
  withoutCase: (id) => `因为指定了文件，事项 ${id} 不在其中。要包含它：--case ${id}`,
  incomplete: '有些行无法读取，所以报告不完整。`okhelp check` 会逐行说明。',
  notLogged: (reason) => `报告已写好，但未能记入事项：${reason}`,
  page,
};
