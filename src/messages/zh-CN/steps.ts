// 事项下一步的用语：做什么、为什么、什么时候之前。
import type { CountedFrom, Span } from '../../knowledge/region.ts';
import type { Messages } from '../index.ts';

const first: Record<CountedFrom, string> = {
  'first-contact': '联系过服务商',
  complaint: '向服务商正式投诉过',
  'final-answer': '得到服务商的最终答复',
  event: '知道事情发生在哪一天',
};

const units: Record<Span['unit'], string> = {
  days: '天',
  'business-days': '个工作日',
  weeks: '周',
  months: '个月',
};

const counted: Record<CountedFrom, string> = {
  'first-contact': '首次联系服务商',
  complaint: '提出投诉',
  'final-answer': '收到最终答复',
  event: '事情发生',
};

export const steps: Messages['steps'] = {
  what: {
    'finish-questions': () => '把诊断中剩下的问题答完。',
    emergency: ({ open }) =>
      open === 0 ? '先照应急清单做：资金或账户可能有危险。' : `把应急清单做完，还有 ${open} 步没有完成。`,
    'send-draft': ({ draft }) => `草稿 ${draft} 如果还没有发出，请发出，然后在这里记一笔。`,
    'first-message': () => '写信给客服。',
    'outcome-steps': () => '照诊断给出的步骤做。',
    'await-answer': () => '等待对方回复邮件。',
    'follow-up': ({ at }) => `跟进 ${at} 的邮件，在同一封邮件里回复。`,
    'await-promise': () => '等待对方兑现承诺。',
    'ask-promise': ({ due }) => `对方答应在 ${due} 前办到，请去询问。`,
    'send-documents': () => '提交对方要的材料，然后在这里记一笔。',
    'in-writing': () => '再用书面方式说一遍，以后才有日期和文字可查。',
    complaint: () => '向服务商的投诉部门提出正式投诉。',
    'await-complaint': ({ due }) => (due ? '等待服务商答复投诉。' : '留意服务商对投诉的答复。'),
    'ask-complaint': () => '就您的投诉催问服务商。',
    'ask-body': ({ body }) => `可以找：${body}。`,
    'await-body': ({ body }) => `等待答复：${body}。`,
    'remind-body': ({ body }) => `询问投诉的进展：${body}。`,
    close: ({ refused }) => (refused ? '如果不再追究，可以结束这个事项。' : '如果问题已经解决，可以结束这个事项。'),
  },
  why: {
    'finish-questions': () => '上次问到一半停下了。',
    emergency: ({ open, at }) => {
      if (open === 0) return '还没有记录完成了其中哪一步。';
      return at === null ? '' : `上一步完成于 ${at}。与您无关的步骤，可以在清单里略过。`;
    },
    'send-draft': () => '还没有发出的记录。答复的期限从发出时算起。',
    'first-message': ({ at }) =>
      at ? `事项在 ${at} 重新打开，之后没有联系服务商的记录。` : '还没有联系服务商的记录。',
    'outcome-steps': () => '在此之前还不需要写信。',
    'await-answer': ({ at }) => `您在 ${at} 发出，一般 24 小时内会有回复。`,
    'follow-up': () => '一般 24 小时内会有回复，目前没有收到回复的记录。',
    'await-promise': ({ at }) => `这是对方在 ${at} 说的。`,
    'ask-promise': ({ at }) => `这是对方在 ${at} 说的，之后没有新的记录。`,
    'send-documents': ({ at }) => `对方在 ${at} 提出要求。请在 App 或网站里上传；身份证件不要用普通邮件发送。`,
    'in-writing': ({ at }) => (at ? `${at} 的消息没有得到答复的记录。` : '目前只有通话记录。'),
    complaint: ({ at }) =>
      at
        ? `${at} 的跟进邮件过了 24 小时，仍没有收到回复的记录。`
        : '客服没有解决时，下一步就是投诉。许多规定的期限从正式投诉时算起。',
    'await-complaint': ({ at, due }) =>
      due ? `您在 ${at} 提出投诉。` : `您在 ${at} 提出投诉。okhelp 不知道这里有哪条规定限定了答复的日期。`,
    'ask-complaint': ({ at, due }) =>
      due ? `您在 ${at} 提出投诉，没有收到答复的记录。` : `您在 ${at} 提出投诉，已过两周，没有收到答复的记录。`,
    'ask-body': ({ missing }) => (missing.length ? `先要${missing.map((one) => first[one]).join('，或者')}。` : ''),
    'await-body': ({ at }) => `您在 ${at} 向它提出。`,
    'remind-body': ({ at }) => `您在 ${at} 向它提出，没有收到答复的记录。`,
    close: ({ at, refused }) => (refused ? `${at} 收到最终答复。` : `${at} 有款项退回。`),
  },
  kinds: { overdue: '已到期', do: '现在要做', may: '可以做', wait: '还没到时候' },
  by: (day) => `期限：${day}`,
  since: (day) => `原定期限：${day}`,
  expected: (day) => `预计最晚 ${day}`,
  from: (day) => `最早：${day}`,
  until: (day) => `最后一天：${day}`,
  counted: ({ count, unit }, from) => {
    if (count === 0) return `自${counted[from]}起`;
    if (unit === 'months' && count % 12 === 0 && count > 12) return `${counted[from]}后 ${count / 12} 年`;
    return `${counted[from]}后 ${count} ${units[unit]}`;
  },
  dayCounted: (day, count) => `${day}（${count}）`,
  rules: {
    until: (rule, day, count) => `要援引${rule}，最迟要在 ${day} 通知服务商（${count}）。`,
    untilUnknown: (rule, count) => `要援引${rule}，最迟要在${count}内通知服务商。`,
    only: (doubts) =>
      `只适用于${doubts.map((one) => ({ fiat: '普通货币（不含代币）', licensed: '持牌的服务商' })[one]).join('，也只适用于')}。`,
    sayWhen: (command) => `还没有记下事情发生的时间，用 \`${command} --time 时间\` 可以补上。`,
  },
  openStep: (place, text) => `${place}. ${text}`,
  evidence: (text) => `需要提供：${text}`,
  where: (contacts) => `联系：${contacts.join('；')}`,
  doors: '期限已过的',
  over: (body, day) => `${body}（最后一天：${day}）`,
  remarks: '您所在的地方',
  sources: '来源',
  source: (title, where, read) => `${title}。${where}，查阅于 ${read}。`,
  holidays: '工作日不含周末。okhelp 不知道法定节假日，遇到节假日，日期要往后推。',
  confirm: '以上不是法律意见。请先在该机构的官方网站上核实期限、条件和号码，再据此行事。',
  regionUnknown: (region) =>
    `okhelp 不知道您在哪里，所以按一般情况显示（${region}）。请用 \`--region 代码\` 说明，例如 CN、HK。`,
  nothing: '目前没有要做的事。',
  closed: (id) => `事项 ${id} 已结束。用 \`okhelp case reopen ${id}\` 可以重新打开。`,
  none: '没有进行中的事项。用 `okhelp diagnose` 可以建立一个。',
  brief: {
    'finish-questions': '问题没有答完',
    emergency: '应急清单',
    'send-draft': '发出草稿',
    'first-message': '写信给客服',
    'outcome-steps': '照步骤做',
    'await-answer': '邮件的回复',
    'follow-up': '跟进邮件',
    'await-promise': '对方的承诺',
    'ask-promise': '询问对方的承诺',
    'send-documents': '提交材料',
    'in-writing': '改用书面方式',
    complaint: '正式投诉',
    'await-complaint': '投诉的答复',
    'ask-complaint': '催问投诉',
    'ask-body': '找别的机构',
    'await-body': '机构的答复',
    'remind-body': '再问机构',
    close: '结束事项',
  },
  briefFrom: (day) => `${day} 起`,
  briefOf: {
    'ask-body': (body) => `找${body}`,
    'await-body': (body) => `${body}的答复`,
    'remind-body': (body) => `再问${body}`,
  },
  briefUntil: (day) => `最后一天 ${day}`,
  briefly: (kind, task, day) => {
    const lead = { overdue: '已到期：', do: '要做：', may: '可以：', wait: '等待：' }[kind];
    return `${lead}${task}${day ? `（${day}）` : ''}`;
  },
  menu: (id, task) => `事项 ${id} 已到期：${task}`,
  ask: {
    region: '您在哪个国家或地区？能找的机构和期限因此不同。',
    regionElsewhere: '其他地方',
    balance: '钱包里的余额是什么？',
    balanceWhy: '许多公共机构不受理与代币有关的投诉。',
    balances: { fiat: '普通货币，例如人民币、欧元、美元', token: '代币，例如 USDT', unknown: '不清楚' },
    licensed: '服务商在您所在的地方有牌照吗？',
    licensedWhy: '调解机构只受理针对持牌机构的投诉。监管部门的名录里可以查到。',
    licences: { yes: '有', no: '没有', unknown: '不清楚' },
  },
};
