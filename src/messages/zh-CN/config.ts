// 设置（config）各命令的话。
import type { Messages } from '../index.ts';

export const config: Messages['config'] = {
  purposes: {
    name: '邮件末尾的署名',
    'account-id': '您在平台的账号，方便客服查找',
    'reply-address': '希望客服回复到的邮箱',
    region: '您所在的国家或地区，两位字母代码，例如 CN、HK',
    'time-zone': '没写时区的时间按它理解，例如 Asia/Shanghai',
    currency: '没写币种的金额按它理解，例如 CNY',
    language: 'okhelp 使用的语言：zh-CN 或 en',
    'support-address': '您在自己的 App 或账户里找到的客服联系方式',
  },
  expected: {
    name: '写在一行内的姓名（要清除请用 okhelp config unset name）',
    'account-id': '写在一行内的账号，不能是银行卡号',
    'reply-address': '邮箱地址，例如 name@example.com',
    region: '国家或地区的两位字母代码（ISO 3166），例如 CN、HK、GB',
    'time-zone': '时区名称，例如 Asia/Shanghai、Europe/London',
    currency: '币种代码，例如 CNY、USD、USDT',
    language: 'zh-CN、en',
    'support-address': '邮箱、网址，或它在 App 里的位置，写在一行内',
  },
  notACard: '银行卡号以外的内容；okhelp 不保存卡号',
  sources: { saved: '已保存', environment: '来自环境变量', system: '来自本机', default: 'okhelp 的默认值', none: '' },
  notSet: '（未设置）',
  from: (value, source) => `${value}（${source}）`,
  columnsSaved: (day) => `表头相同的文件各列的含义（${day} 保存）`,
  key: '设置项，全部设置项见 `okhelp config list`',
  value: '新的值，含空格时请加引号',
  list: { summary: '列出全部设置、各自的来源和用途。', examples: { all: '全部设置', json: '供脚本使用' } },
  get: { summary: '查看一项设置。', examples: { currency: '没写币种时使用的币种' }, empty: (key) => `${key} 未设置。` },
  set: {
    summary: '保存一项设置。',
    examples: {
      zone: '您的时区',
      currency: '您的币种',
      reply: '希望客服回复到的邮箱',
      support: '您在自己的 App 里找到的客服邮箱',
    },
    saved: (key, value) => `已保存：${key} = ${value}`,
    region: (name) => `即${name}。`,
    support: '请只保存您在自己的 App 或账户里找到的联系方式，不要用搜索到的或别人发来的。',
  },
  unset: {
    summary: '清除一项设置。',
    examples: { name: '清除姓名' },
    done: (key) => `已清除 ${key}。`,
    wasNot: (key) => `${key} 本来就没有设置。`,
  },
  path: {
    summary: '显示记录、事项和设置在本机的位置。',
    examples: { both: '两处位置', json: '供脚本使用' },
    data: '记录和事项',
    settings: '设置',
    notYet: '（还没有）',
  },
};
