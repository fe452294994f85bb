// 提问时各处通用的话。
import type { Messages } from '../index.ts';

export const ask: Messages['ask'] = {
  yes: '是',
  no: '否',
  unknown: '不清楚',
  back: '← 返回上一题',
  skip: '留空即可跳过',
  unknownIfEmpty: '不清楚就留空',
  help: {
    select: '↑↓ 选择，回车确认，? 查看说明',
    input: '回车确认',
    backHint: '输入 < 返回上一题',
    helpHint: '? 查看说明',
    list: '输入几个字，就只显示含有这些字的选项；按退格键恢复。按 ↑↓ 移动，按回车选定。',
    line: '按回车确认当前内容。按 ←→ 移动光标，按 Ctrl-U 清空。粘贴的多行文字会合成一行。',
    back: '输入 < 返回上一题。',
    leave: '按 Ctrl-C 退出 okhelp。',
    search: '查找：',
    nothing: (text) => `没有含“${text}”的选项。按退格键显示其余选项。`,
  },
  choose: (yes, no, usual) => `y 表示“${yes}”，n 表示“${no}”；直接按回车为“${usual ? yes : no}”；? 查看说明`,
  yesOrNo: (yes, no) => `请回答“${yes}”或“${no}”。`,
  hints: (hints) => `（${hints.join('；')}）`,
  required: '请输入内容。',
  moreBelow: '（按 ↑↓ 查看更多）',
  review: {
    message: '这样对吗？',
    change: (field, value) => `${field}：${value}`,
    empty: '（留空）',
    changeThis: '选中即可修改。',
    leave: '不保存，退出',
    left: '没有保存任何内容。',
  },
  spoken: {
    ok: '正常：',
    mismatch: '不一致：',
    warning: '注意：',
    to: ' 改为 ',
    thence: '，再到',
    times: ' 乘以 ',
    comma: '，',
  },
  plain: {
    answer: '您的回答：',
    number: (count) => (count === 1 ? '请输入 1' : `请输入 1 到 ${count} 的数字`),
    yesOrNo: '请输入“是”或“否”',
    enterTakes: (text) => `直接按回车即为 ${text}`,
    helpKey: '输入 ? 查看说明',
    backKey: '输入 < 返回上一题',
    ways: (parts) => `${parts.join('，')}。`,
    back: ['<', 'back', '返回'],
    quit: ['quit', 'exit', '退出'],
    wrong: (text) => `未接受：${text}`,
    chosen: (label) => `已选：${label}`,
    noChoice: (text, count) =>
      text === ''
        ? `请输入 1 到 ${count} 的数字。`
        : `没有“${text}”这个选项。请输入 1 到 ${count} 的数字，或某个选项里的几个字。`,
    several: (text, numbers) => `“${text}”与第 ${numbers.join('、')} 项都相符，请输入其中一个数字。`,
    usual: (text) => `直接按回车，回答就是 ${text}。只输入一个 - 表示留空。`,
    joined: (count) => `您粘贴的 ${count} 行文字已合成一行。`,
    listHelp: '请输入选项的数字，或选项里的几个字。',
    keys: (back) =>
      back ? '输入 < 或“返回”回到上一题。输入“退出”或按 Ctrl-C 退出 okhelp。' : '输入“退出”或按 Ctrl-C 退出 okhelp。',
  },
};
