// 文件有不止一种读法时，okhelp 是怎么读的：各列的含义，日期的先后。
import type { ReadingMessages } from '../index.ts';

const because: Record<Parameters<ReadingMessages['dates']>[3], string> = {
  asked: '这是按您的要求',
  'only-one-exists': '因为文件里有的日期只有这样读才存在',
  points: '因为数字之间用的是点号',
  'most-exist': '因为文件里多数日期只有这样读才存在，但并非全部',
  'in-order': '因为这样读，各行才按时间先后排列',
  'shorter-period': '因为这样读，各行的时间更集中',
  clock: '因为文件里的时间写有 AM、PM',
  'decimal-comma': '因为金额用逗号作小数点',
  nothing: '但文件里没有可以判断的依据',
};

export const reading: ReadingMessages = {
  dates: (example, order, day, why, other) =>
    `形如 ${example} 的日期按“${order === 'day-first' ? '日在前、月在后' : '月在前、日在后'}”理解（即 ${day}），${because[why]}。如果正好相反，请加 ${other}。`,
  columns: (name, day, map) => `各列按您 ${day} 保存的“${name}”读取：${map}。`,
  saved: (name, command) => `各列的含义已保存为“${name}”，以后遇到表头相同的文件就这样读取。要清除请用：${command}`,
  notSaved: '没有一行能这样读取，因此没有保存各列的含义。',
  nameRule: '不超过 40 个字的名称，不含 = 和 ,',
  again: '不想回答这些问题时，可以加上：',
  ask: {
    intro: (file) => `okhelp 认不出 ${file} 的各列。`,
    time: '哪一列是日期或时间？',
    amount: '哪一列是金额？',
    two: '分两列：收入一列，支出一列',
    in: '哪一列是收入？',
    out: '哪一列是支出？',
    balance: '哪一列是每笔之后的余额？',
    counterparty: '哪一列写的是对方，或者用途？',
    none: '没有',
    dates: (example) => `${example} 是哪一天？`,
    dayFirst: (day) => `${day}（日在前）`,
    monthFirst: (day) => `${day}（月在前）`,
    confirm: '就这样读取这个文件吗？',
    rows: (read, unreadable) => `有 ${read} 行可以读取${unreadable ? `，${unreadable} 行无法读取` : ''}。前几行是：`,
    noRows: '这样一行也读不出来。',
    yes: '是',
    choose: '不，重新选择',
    leave: '不，先不读取',
    name: '要以什么名称保存，供下次使用？',
    nameHint: '留空则不保存',
  },
};
