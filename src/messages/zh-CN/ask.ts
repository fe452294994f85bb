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
    select: '↑↓ 选择，回车确认',
    input: '回车确认',
    backHint: '输入 < 返回上一题',
  },
  yesOrNo: (yes, no) => `请回答“${yes}”或“${no}”。`,
  hints: (hints) => `（${hints.join('；')}）`,
  required: '请输入内容。',
  moreBelow: '（按 ↑↓ 查看更多）',
};
