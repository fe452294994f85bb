// Every line of the guidance that okhelp was made from is said in the FAQ or a guide, in both languages, where it is tagged.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GUIDANCE_IDS } from '../../src/knowledge/answers-schema.ts';
import { proveFolder } from '../../src/knowledge/content-proof.ts';
import { ROOT } from '../host.ts';

const { topics, guides } = proveFolder(join(ROOT, 'content'), null);
const PLACES = [
  ...topics.flatMap(({ entries }) =>
    Object.entries(entries).map(([id, { guidance, answer }]) => ({ place: `faq ${id}`, guidance, text: answer })),
  ),
  ...guides.map(({ id, guidance, body }) => ({ place: `guide ${id}`, guidance, text: body })),
];

/** The line, a place where it is said, and the words that say it. */
const SAID: [(typeof GUIDANCE_IDS)[number], string, RegExp, RegExp][] = [
  ['C1', 'guide contacting-support', /page lists the ways.*e-mail, phone and live chat/s, /邮件、电话、在线客服/],
  [
    'C2',
    'guide contacting-support',
    /Your account, the time.*error in full.*more exact, the quicker/s,
    /账户、时间.*完整的错误提示.*越准确，处理越快/s,
  ],
  ['C3', 'faq how-long-support-takes', /e-mail is usually answered within 24 hours/, /邮件通常 24 小时内/],
  ['C4', 'faq which-channel', /Phone.*usually quick, with waiting at peak times/, /电话.*通常较快，高峰时段要排队/],
  [
    'C5',
    'faq which-channel',
    /Live chat.*usually the most efficient.*starts at once/s,
    /在线客服.*效率最高.*马上就能开始/s,
  ],
  ['C6', 'faq which-channel', /be polite and patient/, /请礼貌、耐心/],
  ['P1', 'faq payment-declined-causes', /entered wrongly.*balance is too\s+small/s, /信息填错，或者可用余额不足/],
  [
    'P2',
    'faq account-frozen-why',
    /security monitoring saw something unusual.*Contact support at once.*prove your identity/,
    /安全监测发现了异常.*马上联系客服，问清原因和解冻步骤.*验证身份/,
  ],
  [
    'P3',
    'faq balance-differs',
    /records in your account at once.*collect the evidence.*patience/,
    /马上查看账户里的交易记录.*收集相关交易的全部证据.*耐心/,
  ],
  [
    'P4',
    'faq topup-failed-causes',
    /Check your bank account for a limit, a block.*another card, or a bank transfer.*report it to support/,
    /有没有限额、冻结.*换一张卡，或改用银行转账.*报给客服/,
  ],
  [
    'S1',
    'faq learn-by-reading-or-watching',
    /payment, account security, top-up\s+and withdrawal/,
    /付款、账户安全、充值、提现/,
  ],
  [
    'S2',
    'faq learn-by-reading-or-watching',
    /opening an account, topping up,\s+withdrawing, and common/,
    /开户、充值、提现和常见问题/,
  ],
  ['S3', 'faq learn-by-reading-or-watching', /Videos: on the official site/, /视频教程：看官网/],
  ['S4', 'faq learn-by-reading-or-watching', /forum or community: the experience of others/, /论坛和社区：别人的经验/],
  ['E1', 'faq escalate', /official social media account.*quicker/s, /官方社交媒体账号.*更快/s],
  ['E2', 'faq escalate', /in detail.*professional discussion/s, /专业讨论平台.*详细说明/s],
  ['E3', 'faq escalate', /consumer association.*financial regulator/s, /消费者协会.*金融监管机构/s],
  ['E4', 'faq escalate', /freeze the account, change the\s+password/, /冻结账户、改密码/],
  [
    'Q1',
    'faq avoid-late-arrival',
    /some working days early.*digit by digit.*holidays/,
    /提前几个工作日办理.*逐位核对.*节假日/,
  ],
  ['Q2', 'faq pay-safely', /official app.*receiver/is, /官方 App.*核对收款方/s],
  ['Q3', 'faq account-blocked-by-mistake', /Object in writing.*appeal/s, /申诉.*书面提出异议/s],
  ['Q4', 'faq feedback-process', /It usually gets a number.*first-line support/s, /一般会得到一个编号.*一线客服/s],
];

describe('each line of the guidance', () => {
  it('is in the list below', () => expect(SAID.map(([id]) => id)).toEqual([...GUIDANCE_IDS].sort(asBelow)));

  it.each(SAID)('%s is said in %s', (id, place, en, zh) => {
    const there = PLACES.find((one) => one.place === place)!;
    expect(there.guidance).toContain(id);
    expect(plain(there.text.en)).toMatch(en);
    expect(plain(there.text['zh-CN'])).toMatch(zh);
  });
});

/** Without the signs of Markdown and the ends of its lines. */
function plain(markdown: string): string {
  return markdown.replace(/\*\*|`|\[\^[^\]]*\]/g, '').replace(/\s+/g, ' ');
}

function asBelow(a: string, b: string): number {
  return 'CPSEQ'.indexOf(a[0]!) - 'CPSEQ'.indexOf(b[0]!) || a.localeCompare(b);
}
