// Lines of a Chinese statement that are no transactions, and what they say of the whole: period, counts, totals.
import type { Units } from '../ledger/money.ts';
import type { Moment } from '../ledger/time.ts';
import { readAmount } from './cell-amounts.ts';
import { CHINA, timeOf } from './chinese-cells.ts';
import { RowProblem } from './statement-rows.ts';

const FOOTER =
  /^(?:[-—─=*_]{3,}|#|(?:本页|本期|当前)?(?:合计|总计|小计|总额)|(?:资金流水)?总笔数|资金流水总|共[:：]?\s*\d+\s*[笔条]|(?:已|待|不计)?(?:收入|支出|收支)(?:合计)?[:：]|中性交易[:：]|导出时间|用户[:：]|(?:特别提示|说明|备注|注)[:：]?$)/;

/** Whether a row is a line, a total, a remark or an empty section, and no transaction. */
export function isFooter(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const first = filled[0] ?? '';
  if (FOOTER.test(first)) return true;
  return filled.length === 1 && !/^\d/.test(first);
}

/** Whether a row has a date in one of its cells; behind the first footer, what has none belongs to the footer. */
export function hasDate(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.search(DATE) >= 0 || /^(?:19|20)\d{6}$/.test(cell));
}

/** What a statement says of itself in its lines above and below the rows; each may be missing. */
export interface Said {
  count: number | null;
  moneyIn: Units | null;
  moneyOut: Units | null;
  from: Moment | null;
  to: Moment | null;
}

const DATE = /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?)?/g;
const DAY = 86_400_000;

/** Reads the lines `共66笔记录`, `收入：1笔 28.50元`, `起始时间：[…] 终止时间：[…]`, `日期区间：… 至 …` and their like. */
export function saidIn(lines: readonly string[]): Said {
  const said: Said = { count: null, moneyIn: null, moneyOut: null, from: null, to: null };
  let counted = 0;
  for (const line of lines) {
    said.count ??= numberIn(/(?:^|[\s,，])共[:：]?\s*(\d+)\s*[笔条](?!\s*[,，])/, line);
    for (const [side, name] of [
      ['moneyIn', '收入'],
      ['moneyOut', '支出'],
    ] as const) {
      const total = new RegExp(
        `(?:^|[^待])${name}(?:合计)?[:：]\\s*(\\d+)\\s*笔(?:[(（][^)）]*[)）])?[,，\\s共]*([\\d.,]+)\\s*元`,
      ).exec(line);
      if (!total) continue;
      counted += Number(total[1]);
      said[side] ??= readAmount(total[2]!, 'point')?.units ?? null;
    }
    if (said.from || !/起始|开始|起止|区间|范围|期间|周期/.test(line)) continue;
    const [begin, end] = line.match(DATE) ?? [];
    if (!begin || !end) continue;
    said.from = momentOf(begin);
    said.to = momentOf(end);
    if (said.to && !end.includes(':')) said.to = { ...said.to, epoch: said.to.epoch + DAY - 1000 };
  }
  if (said.count === null && counted > 0 && said.moneyIn !== null && said.moneyOut !== null) said.count = counted;
  return said;
}

function numberIn(pattern: RegExp, line: string): number | null {
  const found = pattern.exec(line);
  return found ? Number(found[1]) : null;
}

function momentOf(text: string): Moment | null {
  const time = timeOf(text, '', CHINA);
  return time instanceof RowProblem ? null : time;
}
