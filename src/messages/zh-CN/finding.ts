// 邮件里关于余额核对的说法：以写信人的口吻，只提客服查得到的交易。
import type { Correction, Evidence, Explanation, Mismatch } from '../../ledger/findings.ts';
import { formatAmount, type Units } from '../../ledger/money.ts';
import type { Note, NoteStatus } from '../../ledger/note.ts';
import { formatOffset, formatWallClock } from '../../ledger/time.ts';
import type { Messages } from '../index.ts';
import { ledger } from './ledger.ts';

const size = (units: Units): Units => (units < 0n ? -units : units);
const money = (units: Units, { currency }: Note): string => `${formatAmount(units, currency)} ${currency}`;
/** 余额旁已写明时区，这里只在时区不同时再写。 */
const at = ({ time }: Note, mismatch: Mismatch): string =>
  `${formatWallClock(time)}${time.offset === mismatch.at.note.time.offset ? '' : ` UTC${formatOffset(time.offset)}`} `;

/** 客服查得到的说法：时间、类型、金额，有交易号的加上交易号。 */
const named = (note: Note, mismatch: Mismatch): string => {
  if (note.type === 'balance') return `${at(note, mismatch)}显示的余额 ${money(note.balance ?? 0n, note)}`;
  const id = note.reference ? `（交易号 ${note.reference}）` : '';
  return `${at(note, mismatch)}的${ledger.types[note.type]} ${money(size(note.amount), note)}${id}`;
};

const sum = ({ expected, recorded, at: { note } }: Mismatch, effect: Units): string => {
  const plain = (units: Units) => formatAmount(units, note.currency);
  return `${plain(expected)} ${effect < 0n ? '−' : '+'} ${plain(size(effect))} = ${plain(recorded)}`;
};

const evidence = (fact: Evidence): string => {
  switch (fact.kind) {
    case 'fee-rate-seen':
      return `我的记录里另有 ${fact.times} 笔按 ${fact.percent}% 收费。`;
    case 'fee-seen':
      return `我的记录里另有 ${fact.times} 笔收了 ${fact.amount} 手续费。`;
    case 'fee-in-words':
      return `我当时记的是：${fact.words}。`;
    case 'error-recorded':
      return `我当时记的是：${fact.error.replace(/[.。]$/, '')}。`;
    case 'unreadable-between':
      return '我的文件在这一段有读不出的内容。';
    default:
      return '';
  }
};

const wrong = (correction: Correction, notes: readonly Note[], mismatch: Mismatch): string => {
  if (correction.op === 'add') {
    const [sign, rest] = [correction.amount.charAt(0), correction.amount.slice(1)];
    return `一笔${sign === '-' ? '支出' : '收入'} ${rest} ${correction.currency}（我可能漏记了）`;
  }
  const note = notes.find(({ id }) => id === correction.note)!;
  if (correction.op === 'remove') return `${named(note, mismatch)}重复记录`;
  const { field, from, to } = correction;
  if (field === 'fee') return `${named(note, mismatch)}漏记手续费 ${to} ${note.currency}`;
  const value = (text: string) => (field === 'status' ? ledger.statuses[text as NoteStatus] : text);
  return `${named(note, mismatch)}记成“${value(from)}”，应为“${value(to)}”`;
};

const explain = (explanation: Explanation, mismatch: Mismatch): string => {
  const { cause, notes, amount, effect, corrections } = explanation;
  const note = notes[0] ?? mismatch.at.note;
  const because = explanation.evidence.map(evidence).join('');
  const arithmetic = sum(mismatch, effect);
  const set = corrections[0]?.op === 'set' ? corrections[0] : null;
  switch (cause) {
    case 'missing-entry': {
      const place = mismatch.after ? '在这两个余额之间' : '在这个余额之前';
      return `${place}，我可能漏记了一笔${effect < 0n ? '支出' : '收入'} ${money(amount, note)}：${arithmetic}。${because}`;
    }
    case 'duplicate-entry': {
      const twin = explanation.evidence.flatMap((fact) => ('twin' in fact ? [fact.twin] : []))[0];
      const both = twin && named(twin, mismatch) !== named(note, mismatch);
      return both
        ? `同一笔交易我可能记了两次：${named(twin, mismatch)}，以及 ${named(note, mismatch)}。只算一次：${arithmetic}。`
        : `${named(note, mismatch)}，我可能记了两次。只算一次：${arithmetic}。`;
    }
    case 'wrong-sign':
      return `${named(note, mismatch)}，我可能记反了收支方向（记成 ${set?.from}，应为 ${set?.to}）。改正后：${arithmetic}。`;
    case 'unrecorded-fee':
      return `${named(note, mismatch)}可能收了 ${money(amount, note)} 手续费，我的记录里没有：${arithmetic}。${because}`;
    case 'status': {
      const [late] = explanation.evidence;
      if (late?.kind === 'settled-after')
        return `${named(note, mismatch)}，我记为“${ledger.statuses[note.status]}”，它可能是在 ${at(late.reading, mismatch)}显示余额之后才成功的：${arithmetic}。`;
      const back = note.amount < 0n ? '退了回来' : '被扣了回去';
      if (late?.kind === 'came-back')
        return late.taken
          ? `${named(note, mismatch)}，我记为“${ledger.statuses[note.status]}”，但余额当时随之变动了：${arithmetic}。到 ${at(late.reading, mismatch)}显示余额时，同样的金额又${back}。`
          : `${named(note, mismatch)}，后来同样的金额似乎又${back}：${arithmetic}。我的记录里没有这一笔。`;
      if (late && 'twin' in late)
        return `${named(note, mismatch)}，我记为“${ledger.statuses[note.status]}”，但余额当时随之变动了：${arithmetic}。我似乎又记了一次（${named(late.twin, mismatch)}），而余额没有再次变动。`;
      return set?.to === 'completed'
        ? `${named(note, mismatch)}，我记为“${ledger.statuses[note.status]}”，但余额已经按成功变动：${arithmetic}。`
        : `${named(note, mismatch)}，我记为“成功”，但余额没有随之变动：${arithmetic}。${because}`;
    }
    case 'transposed-digits':
    case 'shifted-decimal':
    case 'mistyped-digit':
      return `${named(note, mismatch)}，我可能记错了金额：记成 ${set?.from}，应为 ${set?.to}。改正后：${arithmetic}。`;
    case 'wrong-reading':
      return `${at(note, mismatch)}显示的余额我可能记错了：记成 ${set?.from}，应为 ${set?.to}。`;
    case 'wrong-time':
      if (note.type === 'balance') return `${named(note, mismatch)}，我可能是在另一个时间看的：${arithmetic}。`;
      return `${named(note, mismatch)}，我可能记错了时间，它可能应在 ${at(mismatch.at.note, mismatch)}那次余额的另一侧：${arithmetic}。`;
    case 'several-entries': {
      const parts = corrections.map((correction) => wrong(correction, notes, mismatch));
      return `几笔合起来可能是原因：${parts.join('；')}。改正后：${arithmetic}。`;
    }
    case 'unexplained':
      return '';
  }
};

export const finding: Messages['email']['mail']['check'] = {
  title: '我自己的记录',
  account: (account, currency) =>
    `在我自己的记录${account ? `（账户“${account}”，${currency}）` : `（${currency}）`}中，有一处余额与交易对不上：`,
  reading: (amount, time) => `${amount}，${time}`,
  agreed: '上一次对得上的余额',
  shown: '之后显示的余额',
  shownFirst: '显示的余额',
  expected: '按我的记录应有的余额',
  difference: '差额',
  less: (amount) => `比应有的少 ${amount}`,
  more: (amount) => `比应有的多 ${amount}`,
  cause: '从我的记录看，可能的原因',
  explain,
  others: (count) => `另外还有 ${count} 种解释也说得通。`,
  gap: '',
  further: (count) => `我的记录里还有 ${count} 处对不上。`,
  balanced: '我把自己记录的交易加总核对过，与记下的各次余额一致。',
  unread: (count) => `我的记录里有 ${count} 行读不出来，没有计入。`,
  claim: '，计算见本邮件',
};
