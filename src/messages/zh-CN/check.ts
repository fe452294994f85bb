// 对账的说法：结论、差额、带算式的解释、无法读取的行。
import type {
  Cause,
  Confidence,
  Correction,
  Evidence,
  Explanation,
  Mismatch,
  UnreadableReason,
} from '../../ledger/findings.ts';
import { formatAmount, type Units } from '../../ledger/money.ts';
import type { Note, NoteStatus } from '../../ledger/note.ts';
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

const confidences: Record<Confidence, string> = { certain: '几乎可以确定', likely: '很可能', possible: '有可能' };

const reasons: Record<UnreadableReason, string> = {
  amount: '不是金额（应为数字和小数点，例如 128.50）',
  'amount-too-fine': '小数点后超过 18 位',
  'amount-empty': '金额为空',
  'amount-unsigned': '“调整”的金额前要写明 + 或 −',
  'amount-elided': '没有写金额，其他金额也推算不出来',
  direction: '没有写明是收入还是支出',
  'direction-contradicts': '正负号与旁边的类型或收支方向不一致，看不出是收入还是支出',
  time: '不是可识别的时间（例如 2026-03-01 09:00）',
  'time-empty': '时间为空',
  'impossible-date': '没有这一天或这一时刻',
  type: '不是可识别的类型',
  'type-empty': '类型为空',
  status: '不是可识别的状态',
  currency: '不是币种',
  'currency-empty': '币种为空，而文件里有多个币种',
  'balance-empty': '只记余额时必须写明余额',
  'too-few-cells': '这一行的列数比表头少',
  'too-many-cells': '这一行的列数比表头多',
  'cut-off': '最后一行不完整，文件可能被截断',
  'open-quote': '引号不成对',
  'stray-quote': '右引号后面还有文字',
  'masked-parties': '发送方和接收方被遮盖，看不出钱是进还是出',
  'broken-entry': '这一条的写法不符合这种格式',
  include: '这里引用了另一个文件；okhelp 一次只读一个文件',
};

const where = (note: Note): string => (note.line !== null ? `第 ${note.line} 行` : note.id || '您给出的余额');
const money = (units: Units, note: Note): string => `${formatAmount(units, note.currency)} ${note.currency}`;
const size = (units: Units): Units => (units < 0n ? -units : units);
const named = (note: Note): string =>
  `${where(note)}的${ledger.types[note.type]} ${money(size(note.amount), note)}${note.counterparty ? `（${note.counterparty}）` : ''}`;

const sum = (from: Units, effect: Units, to: Units, note: Note): string => {
  const plain = (units: Units) => formatAmount(units, note.currency);
  return `${plain(from)} ${effect < 0n ? '−' : '+'} ${plain(size(effect))} = ${plain(to)}`;
};

const listed = (lines: readonly number[]): string =>
  `第 ${lines.slice(0, 10).join('、')} 行${lines.length > 10 ? `等 ${lines.length} 行` : ''}`;

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
      return `它与 ${where(fact.twin)} 的交易号相同`;
    case 'same-details':
      return `${where(fact.twin)} 的金额和内容与它相同，${span(fact.minutes)}`;
    case 'same-amount':
      return `${where(fact.twin)} 的金额与它相同，${span(fact.minutes)}`;
    case 'twice-the-amount':
      return '差额正好是这笔金额的两倍';
    case 'sign-against-type':
      return '它的正负号与类型相反，差额又正好是这笔金额的两倍';
    case 'error-recorded':
      return `这笔记录自己写着：${fact.error}`;
    case 'status-recorded':
      return `它记为“${ledger.statuses[fact.status]}”`;
    case 'settled-after':
      return `在${where(fact.reading)}的余额里它还没有计入`;
    case 'came-back':
      return `到${where(fact.reading)}时，这笔金额已经退回`;
    case 'fee-rate-seen':
      return `这些记录里另有 ${fact.times} 笔按 ${fact.percent}% 收费`;
    case 'fee-seen':
      return `这些记录里另有 ${fact.times} 笔收了 ${fact.amount} 手续费`;
    case 'fee-usual-kind':
      return '差额与它相比很小，这类交易常收手续费';
    case 'fee-in-words':
      return `这笔记录自己写着：${fact.words}`;
    case 'recurring':
      return fact.share
        ? `另有 ${fact.others} 处对不上的差额也是${ledger.types[fact.share.type]}的 ${fact.share.percent}%`
        : `另有 ${fact.others} 处对不上的差额与此相同`;
    case 'only-this-size':
      return '差额的大小与它吻合';
    case 'usual-amount':
      return '这里同类的记录常是这个金额';
    case 'order-in-file':
      return '记录排列的先后也是这样';
    case 'nothing-behind':
      return '之后没有别的余额可以印证';
    case 'nothing-before':
      return '之前没有别的余额可以印证';
    case 'larger-than-any':
      return '这些记录里没有哪一笔接近这样的数额';
    case 'finer-than-any':
      return '这些记录里没有哪一笔有这么多位小数';
    case 'agrees-without-reading':
      return '不看这个余额，前后的余额都对得上';
    case 'other-side-of-reading':
      return '放到那里，前后都对得上';
    case 'statement-own':
      return '是这份账单本身在这里不完整';
    case 'agrees-without-row':
      return '不看这一行，前后的余额都对得上';
    case 'unreadable-between':
      return `${listed(fact.lines)}就在其中，无法读取`;
  }
};

const changed = (correction: Correction, notes: readonly Note[]): string => {
  if (correction.op === 'add') {
    const [sign, size] = [correction.amount.charAt(0), correction.amount.slice(1)];
    return `漏记了一笔${sign === '-' ? '支出' : '收入'} ${size} ${correction.currency}`;
  }
  const note = notes.find(({ id }) => id === correction.note)!;
  if (correction.op === 'remove') return `${named(note)}重复记了一次`;
  const value = (text: string) => (correction.field === 'status' ? ledger.statuses[text as NoteStatus] : text);
  return `${named(note)}：${ledger.fields[correction.field]} ${value(correction.from)} → ${value(correction.to)}`;
};

const explain = (explanation: Explanation, mismatch: Mismatch): string => {
  const { cause, notes, between, amount, effect } = explanation;
  const note = notes[0] ?? mismatch.at.note;
  const arithmetic = sum(mismatch.expected, effect, mismatch.recorded, note);
  const because = explanation.evidence.map(evidence).join('；');
  const tail = because ? `；${because}。` : '。';
  const change = explanation.corrections[0];
  const set = change?.op === 'set' ? change : null;
  const isHabit = explanation.evidence.some((fact) => fact.kind === 'usual-amount');
  const isAlone = !explanation.evidence.some((fact) => fact.kind === 'agrees-without-reading');
  const copied = explanation.evidence.some((fact) => fact.kind === 'agrees-without-row');
  switch (cause) {
    case 'missing-entry': {
      const place = between?.[0] ? `${where(between[0])}与${where(between[1])}之间` : `${where(between![1])}之前`;
      const lacks = explanation.evidence.some((fact) => fact.kind === 'statement-own') ? '缺少' : '漏记了';
      return `${place}${lacks}一笔${effect < 0n ? '支出' : '收入'} ${money(amount, note)}：${arithmetic}${tail}`;
    }
    case 'duplicate-entry':
      return copied
        ? `${named(note)}连同余额重复记了一次${tail}`
        : `${named(note)}重复记了一次。去掉它：${arithmetic}${tail}`;
    case 'wrong-sign':
      return `${named(note)}记反了收支方向（记成 ${set?.from}，应为 ${set?.to}）。改正后余额变动 2 × ${formatAmount(amount, note.currency)}：${arithmetic}${tail}`;
    case 'unrecorded-fee':
      return `${named(note)}有 ${money(amount, note)} 手续费没有记：${arithmetic}${tail}`;
    case 'status': {
      const [late] = explanation.evidence;
      if (late?.kind === 'settled-after')
        return `${named(note)}记为“${ledger.statuses[note.status]}”，在${where(late.reading)}的余额里还没有计入，之后才成功：${arithmetic}。`;
      const back = note.amount < 0n ? '同样的金额又退了回来' : '同样的金额又被扣了回去';
      if (late?.kind === 'came-back')
        return late.taken
          ? `${named(note)}记为“${ledger.statuses[note.status]}”，但余额当时随之变动了：${arithmetic}。到${where(late.reading)}的余额时，${back}。`
          : `${named(note)}当时已经计入余额，后来${back}，可能是撤销或退款：${arithmetic}。`;
      if (late && 'twin' in late)
        return `${named(note)}记为“${ledger.statuses[note.status]}”，但余额当时随之变动了：${arithmetic}。${where(late.twin)}${late.kind === 'same-reference' ? '与它交易号相同' : '看起来是同一笔'}，余额没有因此再次变动，两笔只能算一笔。`;
      return set?.to === 'completed'
        ? `${named(note)}记为“${ledger.statuses[note.status]}”，但余额已经按成功变动：${arithmetic}。`
        : `${named(note)}记为“成功”，但余额没有随之变动，这笔可能没有成功：${arithmetic}${tail}`;
    }
    case 'transposed-digits':
    case 'shifted-decimal':
    case 'mistyped-digit':
      return `${named(note)}可能记错（${causes[cause]}）：记成 ${set?.from}，应为 ${set?.to}。改正后 ${arithmetic}${isHabit ? tail : '。'}`;
    case 'wrong-reading':
      return `${where(note)}的余额${isAlone ? '可能' : ''}看错或记错了：记成 ${set?.from}，应为 ${set?.to}${tail}`;
    case 'wrong-time':
      if (note.type === 'balance')
        return `${where(note)}的余额可能不是在所记的时间（${set?.from}）看的，而是在 ${set?.to} 前后${tail}`;
      return `${named(note)}的时间记错了（${set?.from}），应在 ${set?.to} 前后${tail}`;
    case 'several-entries':
      return `两处错误合在一起：${explanation.corrections.map((each) => changed(each, notes)).join('；')}。改正后 ${arithmetic}。`;
    case 'unexplained':
      return `okhelp 所知的原因都不能很好地解释这个差额${tail}`;
  }
};

/** 汉字与编号、币种之间空一格（`n9 的`），汉字与“第 9 行”之间不空。 */
const spaced = (text: string): string =>
  text
    .replace(/(?<=\p{sc=Han}) (?=第 \d+ 行)|(?<=第 \d+ 行) (?=\p{sc=Han})/gu, '')
    .replace(/(?<=\p{sc=Han})(?=n\d+(?!\w))|(?<=\bn\d+|\d [A-Z]{2,6})(?=\p{sc=Han})/gu, ' ');

export const check: Messages['check'] = {
  summary: '找出记录与余额对不上的地方，并说明原因。',
  description:
    '不写文件时，核对用 `okhelp note` 记下的记录；文件可以是 okhelp 自己的 CSV，也可以是其他程序的账单；`-` 表示从标准输入读取。退出状态：0 全部对得上，1 有差额，3 有的行无法读取。',
  fileArgument: '交易文件，- 表示标准输入',
  options: {
    account: '只看这个账户',
    currency: '只看这个币种',
    balance: 'App 里现在显示的余额',
    at: '显示该余额的时间（不写则为现在）',
    opening: '第一笔记录之前的余额',
    since: '只看这个时间及以后的',
    until: '只看到这个时间为止的；只写日期时包含当天',
    format: '指定文件的格式，不自动识别',
    columns:
      '列名看不出含义时，指明各列：time=列名,amount=列名（收支分两列时用 in=列名,out=列名）；也可以写保存过的名称',
    saveColumns: '把各列的含义以此名称保存，以后表头相同的文件就这样读取',
    dateOrder: '文件里看不出时，指明 03/04/2026 这类日期怎么理解：day-first 日在前，month-first 月在前',
  },
  examples: [
    ['okhelp check', '核对已记下的记录'],
    ['okhelp check notes.csv', '核对一个文件'],
    ['okhelp check --balance 790.50', '与 App 里现在的余额核对'],
    ['okhelp check --statement export.csv', '与服务商导出的账单核对'],
    ['okhelp check notes.csv --json', '供脚本使用'],
  ],
  causes,
  confidences,
  reasons,
  where,
  explain: (explanation, mismatch) => spaced(explain(explanation, mismatch)),
  checking: (notes) => `正在核对 ${notes} 笔记录`,
  busy: { notes: '正在查看您的记录', packing: '正在打包全部内容' },
  reading: (file) => `正在读取 ${file}`,
  doing: (what, progress) => `${what}：${progress}`,
  progress: (percent, seconds) => `${percent}%${seconds === null ? '' : `，大约还要 ${seconds} 秒`}`,
  noNotes: '还没有可以核对的记录。',
  noNotesHint: '用 `okhelp note add` 记一笔，或用 `okhelp note import 文件` 读入。',
  noReadings: (account, notes) => `${account}：共 ${notes} 笔记录，但没有记过余额，无法核对。`,
  noReadingsHint: (command) => `把 App 里显示的余额告诉 okhelp：${command}`,
  balanced: (account, notes, readings) => `${account}：对得上。共 ${notes} 笔记录、${readings} 次余额。`,
  oneReading: (account, notes) => `${account}：共 ${notes} 笔记录，只有一次余额；再有一次才能比较。`,
  balancedSoFar: (account, notes, readings) => `${account}：能读取的 ${notes} 笔记录与 ${readings} 次余额对得上。`,
  noRows: '这个文件里只有表头，没有记录。',
  mismatches: (account, count, notes, readings) =>
    `${account}：${notes} 笔记录、${readings} 次余额中，有 ${count} 处对不上。`,
  mismatch: (number, count) => (count === 1 ? '对不上的地方' : `对不上的地方 ${number}/${count}`),
  expected: '应为',
  recorded: '记录为',
  difference: '差额',
  less: (amount) => `比应有的少 ${amount}`,
  more: (amount) => `比应有的多 ${amount}`,
  betweenReadings: (after, at) =>
    spaced(after === null ? `从一开始就对不上，最早见于${at}。` : `问题出在${after}与${at}之间。`),
  chart: {
    agreed: (amount, time) => `最后一次对得上的余额：${amount}，${time}`,
    enlarged: '为了看得清，末端的差距画得比实际大。',
  },
  placeOf: (note, time) => `${where(note)}（${time}）`,
  likeliest: (confidence) => `原因（${confidence}）：`,
  alsoFits: '另一种可能：',
  alternatives: (count) => `另有 ${count} 种解释也说得通。`,
  limit: ({ kind, most }) =>
    kind === 'pairs'
      ? `这里没有查找两处错误合在一起的情形：两个余额之间的记录太多（上限 ${most} 笔，对不上的地方多时更少）。`
      : `两个余额之间的记录超过 ${most} 笔，没有在其中查找单个数字的笔误。`,
  recurring: ({ mismatches, share, difference }, { currency }) => {
    const [less, amount] = [difference < 0n, formatAmount(size(difference), currency)];
    const numbers = mismatches.slice(0, 10).map((at) => at + 1);
    const more = mismatches.length > numbers.length ? '……' : '';
    const what = share ? `一笔${ledger.types[share.type]}的 ${share.percent}%` : ` ${amount} ${currency}`;
    const cause = share
      ? `每次有 ${share.percent}% 的${less ? '手续费' : '奖励或返现'}没有记下`
      : less
        ? '有定期扣除的款项没有记下，例如手续费或会员费'
        : '有定期到账的款项没有记下，例如奖励、返现或利息';
    return `其中 ${mismatches.length} 处（第 ${numbers.join('、')}${more} 处）的余额都比记录${less ? '少' : '多'}${what}。可能是同一个原因：${cause}。`;
  },
  moreMismatches: (count) => `另有 ${count} 处对不上，这里没有列出。`,
  space: '',
  and: '；',
  fix: {
    review: (count) => `进行这 ${count} 处更正吗？`,
    correct: '更正',
    flag: '逐条查看改正方法，采用您同意的（只针对已记下的记录）',
    yes: '与 --fix 一起用：可以确定和很可能、且不必补记的，直接采用，不再询问',
    question: (place) => `这处差额（${place}）要怎么改？`,
    choice: (cause, confidence) => `${cause}（${confidence}）`,
    leave: '先不改',
    memo: '由 okhelp check --fix 补记，类型不明',
    memoOfFee: '由 okhelp check --fix 补记',
    applied: (count) => (count === 0 ? '没有做任何改动。' : `已采用 ${count} 项改正。撤销用：\`okhelp note undo\``),
    again: '再次核对：',
    inFile: '已记下的记录；请先导入这个文件，或自己修改文件',
  },
  correctRow: (lines) => `先把${listed(lines)}改成可以读取的样子，再核对一次`,
  toCorrect: '改正方法：',
  correctInFile: {
    set: (place, field, to) => `把${place}的${field}改为“${to}”`,
    remove: (place) => `删去${place}`,
    addFee: (amount) => `给手续费单独补一行：${amount}`,
    add: (amount) => `补上漏记的一行，金额 ${amount}`,
  },
  addNote: (command) => `先在 App 里找到这一笔，再运行 ${command}，其中 TIME 换成它的时间`,
  exportAgain: '如果账单确实不全，请按完整的时段重新导出，或向服务商索取。',
  compareFirst: '修改记录之前，请先与 App 里的明细核对。',
  unreadable: (count) => `有 ${count} 行无法读取，因此结果不完整：`,
  unreadableRow: (line, column, value, reason) =>
    `第 ${line} 行${column ? `，“${column}”列` : ''}${value ? `，“${value}”` : ''}：${reason}`,
  moreUnreadable: (count) => `……另有 ${count} 行（用 --json 可全部列出）。`,
  nextRecord: '先记下这个余额，okhelp 才知道它：',
  nextDiagnose: '下一步，看看该怎么办：',
  currencyExpected: '币种代码，例如 CNY 或 USDT',
};
