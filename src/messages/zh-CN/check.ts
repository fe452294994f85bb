// 对账的说法：结论、差额、带算式的解释、无法读取的行。
import type { Cause, Confidence, Evidence, Explanation, Mismatch, UnreadableReason } from '../../ledger/findings.ts';
import { formatAmount, type Units } from '../../ledger/money.ts';
import type { Note } from '../../ledger/note.ts';
import { formatTime } from '../../ledger/time.ts';
import type { Messages } from '../index.ts';
import { ledger } from './ledger.ts';

const causes: Record<Cause, string> = {
  'missing-entry': '漏记了一笔',
  'duplicate-entry': '重复记了一笔',
  'wrong-sign': '收支方向记反',
  'transposed-digits': '两位数字颠倒',
  'shifted-decimal': '小数点错位',
  'mistyped-digit': '有一位数字记错',
  'unrecorded-fee': '手续费没有记',
  status: '状态记错',
  'wrong-time': '时间记错',
  'wrong-reading': '余额本身记错',
  'several-entries': '几笔一起造成',
  unexplained: '未找到原因',
};

const confidences: Record<Confidence, string> = { certain: '可以确定', likely: '很可能', possible: '有可能' };

const reasons: Record<UnreadableReason, string> = {
  amount: '不是金额（应为带小数点的数字，如 128.50）',
  'amount-empty': '金额为空',
  'amount-unsigned': '“调整”的金额前要写明 + 或 −',
  time: '不是可识别的时间（例如 2026-03-01 09:00）',
  'time-empty': '时间为空',
  'impossible-date': '没有这一天或这一时刻',
  type: '不是可识别的类型',
  'type-empty': '类型为空',
  status: '不是可识别的状态',
  currency: '不是币种',
  'balance-empty': '余额记录必须写明余额',
  'too-few-cells': '这一行的列数比表头少',
  'too-many-cells': '这一行的列数比表头多',
  'cut-off': '最后一行不完整，文件可能被截断',
  'open-quote': '引号没有成对',
  'stray-quote': '右引号后面还有文字',
};

const where = (note: Note): string => (note.line === null ? note.id : `第 ${note.line} 行`);
const money = (units: Units, note: Note): string => `${formatAmount(units, note.currency)} ${note.currency}`;
const size = (units: Units): Units => (units < 0n ? -units : units);
const named = (note: Note): string =>
  `${where(note)}的${ledger.types[note.type]} ${money(size(note.amount), note)}${note.counterparty ? `（${note.counterparty}）` : ''}`;

const sum = (from: Units, effect: Units, to: Units, note: Note): string => {
  const plain = (units: Units) => formatAmount(units, note.currency);
  return `${plain(from)} ${effect < 0n ? '−' : '+'} ${plain(size(effect))} = ${plain(to)}`;
};

const span = (minutes: number): string =>
  minutes === 0
    ? '时间相同'
    : minutes < 120
      ? `相隔 ${minutes} 分钟`
      : minutes < 2880
        ? `相隔 ${Math.round(minutes / 60)} 小时`
        : `相隔 ${Math.round(minutes / 1440)} 天`;

const evidence = (fact: Evidence): string => {
  switch (fact.kind) {
    case 'same-reference':
      return `它与 ${fact.twin} 的交易号相同`;
    case 'same-details':
      return `${fact.twin} 的金额和内容与它相同，${span(fact.minutes)}`;
    case 'same-amount':
      return `${fact.twin} 的金额与它相同，${span(fact.minutes)}`;
    case 'twice-the-amount':
      return '差额正好是这笔金额的两倍';
    case 'sign-against-type':
      return '它的正负号与类型相反，差额又正好是这笔金额的两倍';
    case 'error-recorded':
      return `这笔记录自己写着：${fact.error}`;
    case 'status-recorded':
      return `它记为“${ledger.statuses[fact.status]}”`;
    case 'fee-rate-seen':
      return `这些记录里另有 ${fact.times} 笔按 ${fact.percent}% 收费`;
    case 'fee-seen':
      return `这些记录里另有 ${fact.times} 笔收了 ${fact.amount} 手续费`;
    case 'fee-usual-kind':
      return '差额与它相比很小，这类交易常收手续费';
    case 'fee-in-words':
      return `这笔记录自己写着：${fact.words}`;
    case 'only-this-size':
      return '差额的大小与它吻合';
    case 'agrees-without-reading':
      return '不看这个余额，前后的余额都对得上';
    case 'other-side-of-reading':
      return '换到余额的另一侧，前后都对得上';
    case 'unreadable-between':
      return `第 ${fact.lines.join('、')} 行就在其中，无法读取`;
  }
};

const explain = (explanation: Explanation, mismatch: Mismatch): string => {
  const { cause, notes, between, amount, effect } = explanation;
  const note = notes[0] ?? mismatch.at.note;
  const arithmetic = sum(mismatch.expected, effect, mismatch.recorded, note);
  const because = explanation.evidence.map(evidence).join('；');
  const tail = because ? `；${because}。` : '。';
  const change = explanation.corrections[0];
  const set = change?.op === 'set' ? change : null;
  switch (cause) {
    case 'missing-entry': {
      const place = between?.[0] ? `${where(between[0])}与${where(between[1])}之间` : `${where(between![1])}之前`;
      return `${place}漏记了一笔${effect < 0n ? '支出' : '收入'} ${money(amount, note)}：${arithmetic}${tail}`;
    }
    case 'duplicate-entry':
      return `${named(note)}很可能重复记了。去掉它：${arithmetic}${tail}`;
    case 'wrong-sign':
      return `${named(note)}很可能记反了收支方向（记成 ${set?.from}，应为 ${set?.to}）。改正后余额变动 2 × ${formatAmount(amount, note.currency)}：${arithmetic}${tail}`;
    case 'unrecorded-fee':
      return `${named(note)}有 ${money(amount, note)} 手续费没有记：${arithmetic}${tail}`;
    case 'status':
      return set?.to === 'completed'
        ? `${named(note)}记为“${ledger.statuses[note.status]}”，但余额已经按成功变动：${arithmetic}。`
        : `${named(note)}记为“成功”，但余额没有随之变动，这笔可能没有成功：${arithmetic}${tail}`;
    case 'transposed-digits':
    case 'shifted-decimal':
    case 'mistyped-digit':
      return `${named(note)}可能记错（${causes[cause]}）：记成 ${set?.from}，应为 ${set?.to}。改正后 ${arithmetic}。`;
    case 'wrong-reading':
      return `${where(note)}的余额很可能看错或记错：记成 ${set?.from}，应为 ${set?.to}；${because}。`;
    case 'wrong-time':
      return `${named(note)}很可能应在${where(mismatch.at.note)}那次余额的另一侧（现记为 ${formatTime(note.time)}）：${arithmetic}。`;
    case 'several-entries':
      return `几笔合起来可以解释：${notes.map(where).join('、')}：${arithmetic}。`;
    case 'unexplained':
      return 'okhelp 所知的原因都解释不了这个差额。';
  }
};

export const check: Messages['check'] = {
  summary: '找出记录与余额对不上的地方，并说明原因。',
  description:
    '不写文件时，核对用 `okhelp note` 记下的记录；`-` 表示从标准输入读取。退出状态：0 全部对得上，1 有差额，3 有的行无法读取。',
  fileArgument: '记录的 CSV 文件，- 表示标准输入',
  options: {
    account: '只看这个账户',
    currency: '只看这个币种',
    balance: '应用里现在显示的余额',
    at: '显示该余额的时间（不写则为现在）',
    opening: '第一笔记录之前的余额',
    since: '只看这个时间之后',
    until: '只看这个时间之前；只写日期时含当天',
    format: '指定文件的格式，不自动识别',
  },
  examples: [
    ['okhelp check', '核对已记下的记录'],
    ['okhelp check notes.csv', '核对一个文件'],
    ['okhelp check --balance 790.50', '与应用里现在的余额核对'],
    ['okhelp check notes.csv --json', '供脚本使用'],
  ],
  causes,
  confidences,
  reasons,
  where,
  explain,
  reading: (file) => `正在读取 ${file}`,
  progress: (percent, seconds) => `${percent}%${seconds === null ? '' : `，大约还要 ${seconds} 秒`}`,
  noNotes: '还没有可以核对的记录。',
  noNotesHint: '用 `okhelp note add` 记一笔，或用 `okhelp note import 文件` 读入。',
  noReadings: (account, notes) => `${account}：共 ${notes} 笔记录，但没有记过余额，无从比较。`,
  noReadingsHint: '把应用里显示的余额告诉 okhelp：`okhelp check --balance 金额`。',
  balanced: (account, notes, readings) => `${account}：对得上。共 ${notes} 笔记录、${readings} 次余额。`,
  lastBalance: (amount, time) => `最后一次记下的余额：${amount}，${time}。`,
  mismatches: (account, count, notes, readings) =>
    `${account}：${notes} 笔记录、${readings} 次余额中，有 ${count} 处对不上。`,
  mismatch: (number, count) => (count === 1 ? '对不上的地方' : `对不上的地方 ${number}/${count}`),
  expected: '应为',
  recorded: '记录为',
  difference: '差额',
  less: (amount) => `比应有的少 ${amount}`,
  more: (amount) => `比应有的多 ${amount}`,
  betweenReadings: (after, at) =>
    after === null ? `从一开始就对不上，最早见于${at}。` : `问题出在${after}与${at}之间。`,
  placeOf: (note, time) => `${where(note)}（${time}）`,
  likeliest: (confidence) => `原因（${confidence}）：`,
  alsoFits: '另一种可能：',
  alternatives: (count) => `另有 ${count} 种解释也说得通。`,
  moreMismatches: (count) => `另有 ${count} 处对不上，这里没有列出。`,
  space: '',
  toCorrect: '改正方法：',
  correctInFile: {
    set: (place, field, to) => `把${place}的${field}改为 ${to}`,
    remove: (place) => `删去${place}`,
    add: (amount) => `补上漏记的一行，金额 ${amount}`,
  },
  addNote: (command) => `先在应用里找到这一笔，再运行 ${command}`,
  compareFirst: '修改记录之前，请先与应用里的明细核对。',
  unreadable: (count) => `有 ${count} 行无法读取，因此结果不完整：`,
  unreadableRow: (line, column, value, reason) =>
    `第 ${line} 行${column ? `，“${column}”列` : ''}${value ? `，“${value}”` : ''}：${reason}`,
  moreUnreadable: (count) => `……另有 ${count} 行（用 --json 可全部列出）。`,
  next: '下一步：',
  nextDiagnose: '看看该怎么办',
  currencyExpected: '币种代码，如 CNY 或 USDT',
};
