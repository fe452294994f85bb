// FAQ、指南和来源周围的文字；正文在 content/ 里。
import type { Messages } from '../index.ts';

export const answers: Messages['answers'] = {
  faq: {
    summary: '离线解答常见问题',
    description:
      '用自己的话提问，中文、英文都可以；会显示最合适的答案和其他可能相关的问题。不写内容时，按主题列出全部问题。',
    words: '想问的事，或问题的编号',
    options: { topic: '只看这个主题', sources: '给有来源的说法标上序号，并列出来源' },
    examples: [
      ['okhelp faq', '按主题列出全部问题'],
      ['okhelp faq 充值没到账怎么办', '最合适的答案'],
      ['okhelp faq how long does a withdrawal take', '用英文提问'],
      ['okhelp faq pay-safely --sources', '看一条答案及其来源'],
      ['okhelp faq --topic top-up', '只看一个主题的问题'],
    ],
    readOne: '用 `okhelp faq 编号` 看某一条，或用 `okhelp faq 您的问题` 直接提问。',
    goOn: '接下来可以运行',
    related: '相关问题',
    guides: '相关指南',
    others: '其他可能相关的问题',
    unsure: '没有很吻合的问题，下面是最接近的一条。',
    nothing: '常见问题里没有与此相符的内容。',
    nothingInTopic: (title) => `“${title}”这个主题里没有与此相符的问题。`,
    tryThis: '您可以',
    describe: '说明发生了什么，回答几个问题',
    listAll: '按主题浏览全部问题',
    fewer: '少写几个词，或换一种说法，有时更容易找到。',
    topics: '主题',
    secretLeftOut: '您输入的内容里有疑似密码、验证码之类的信息，已略去，没有用于搜索，这里也不再显示。',
  },
  guide: {
    summary: '一步一步的操作指南',
    description: '不写主题时列出全部指南。在终端里，较长的指南会分页显示，按 q 退出。',
    topic: '指南的名称，以列表中的为准',
    options: { sources: '给有来源的说法标上序号，并列出来源' },
    examples: [
      ['okhelp guide', '列出全部指南'],
      ['okhelp guide topping-up', '看一篇指南'],
      ['okhelp guide contacting-support > guide.txt', '存成文件'],
    ],
    all: '指南',
    readOne: '用 `okhelp guide 名称` 阅读。',
    related: '相关问题',
  },
  sources: {
    title: '来源',
    primary: '原始来源',
    secondary: '转述',
    line: (title, where, kind, day) => `${title}（${where}；${kind}；${day} 查阅）`,
    confirm: '使用其中的号码或网址之前，请先到该机构自己的网站上核对。',
    none: '这里没有需要引用外部来源的说法。',
  },
};
