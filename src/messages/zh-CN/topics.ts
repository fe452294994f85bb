// 帮助主题：对所有命令都适用的说明，每个主题一页。
import type { TopicMessages } from '../index.ts';

const formats: TopicMessages['formats'] = [
  ['okhelp-csv', 'okhelp 自己的 CSV 记录；凭中文或英文列名识别'],
  ['camt053', 'XML 格式的银行对账单（ISO 20022 camt.053）；凭 BkToCstmrStmt 元素识别'],
  ['ofx', '银行和银行卡账单（OFX、QFX）；凭 <OFX> 一行识别'],
  ['mt940', 'SWIFT 银行对账单；凭 :20: 或 :25: 以及 :60F: 或 :60M: 字段识别'],
  ['qif', 'Quicken 的交换格式；凭 !Type:Bank 这样的行识别'],
  ['beancount-journal', 'beancount 账本；凭带日期的指令和交易识别'],
  ['hledger-journal', 'hledger 或 ledger 账本；凭带日期的交易和下面的分录识别'],
  ['revolut-csv', 'Revolut 账户对账单；凭开始时间、完成时间、类型、金额、手续费、币种、状态和余额各列识别'],
  ['paypal-csv', 'PayPal 交易记录；凭日期、时间、时区、币种、总额、手续费和净额各列识别'],
  ['wise-csv', 'Wise 余额对账单；凭 TransferWise ID、Running Balance、Total fees 列识别'],
  ['wise-transfers-csv', 'Wise 转账列表；凭转出和转入各列识别'],
  ['venmo-csv', 'Venmo 对账单；凭 Amount (total)、Funding Source、Beginning Balance、Ending Balance 列识别'],
  ['kraken-csv', 'Kraken 账目；凭 txid、refid、asset、fee、balance 列识别'],
  ['bitmex-csv', 'BitMEX 钱包历史，以聪为单位；凭 transactTime、transactType、walletBalance 列识别'],
  ['alipay-app-csv', '支付宝 App 发来的账单（电子客户回单）；凭表格识别'],
  ['alipay-web-txt', '支付宝网页的交易记录明细；凭表格识别'],
  ['alipay-merchant', '支付宝商家的账务明细；凭表格识别'],
  ['wechat-csv', '微信支付账单明细（CSV）；凭表格识别'],
  ['wechat-xlsx', '微信支付账单流水文件（工作簿）；凭表格识别'],
  ['wechat-merchant', '微信支付商户的资金账单；凭表格识别'],
  ['jd-csv', '京东 App 的账单；凭表格识别'],
  ['oklink-transfers', '区块浏览器 OKLink 导出的代币转账；凭收付双方的表格识别'],
  ['chinese-bank', '中国的银行或券商的流水；凭含日期、金额和余额的表格识别'],
  ['chinese-bill', '其他中文钱包或商家的账单；凭含时间、收/支和金额的表格识别'],
  ['key-value-text', '由“名称: 值”组成的文本，每笔交易一段'],
  ['generic-csv', '表头写明时间和金额的任何表格，也包括工作簿（.xlsx）里的'],
  ['headerless-csv', '没有表头、但余额能证明各列含义的表格'],
];

const pages: TopicMessages['pages'] = {
  environment: {
    title: '环境变量',
    parts: [
      { text: '选项优先于环境变量，环境变量优先于保存的设置，设置优先于系统。' },
      {
        heading: 'okhelp 自己的',
        rows: [
          ['OKHELP_LANG', '语言：zh-CN 或 en'],
          ['OKHELP_DATA_DIR', '存放记录、事项和设置的目录'],
          ['OKHELP_NO_INPUT', '不提问；空值、0 和 false 以外的值都算打开'],
          ['OKHELP_NOW', '当作“现在”的时间，例如 2026-11-01T10:00:00+08:00'],
        ],
      },
      {
        heading: '其他程序也认识的',
        rows: [
          ['CI', '不提问，也没有动画'],
          ['ACCESSIBLE', '供读屏软件使用，与 --accessible 相同，见主题 accessibility；设为 0 则关闭'],
          ['NO_COLOR', '不用颜色，只要不是空值'],
          ['FORCE_COLOR、CLICOLOR_FORCE', '在管道里也用颜色；0 表示不用'],
          ['CLICOLOR', '值为 0 时不用颜色'],
          ['TERM', '值为 dumb 时：没有颜色，没有动画，不分页'],
          ['COLUMNS', '输出到管道时的宽度；40 到 100 列，未设置时为 80'],
          ['PAGER', '在终端里分页显示长文的程序：未设置时为 less -FIRX；设为空值或 cat 则不分页'],
          ['LC_ALL、LC_MESSAGES、LANG', '系统的语言，没有在别处指明时使用；以第一个已设置的为准'],
          ['LC_CTYPE', '与 LC_ALL、LANG 一起，表示终端能否显示 ASCII 以外的字符'],
          ['TZ', '时区，没有设置 time-zone 时使用'],
          ['NODE_DISABLE_COMPILE_CACHE', '设置后，okhelp 不保存编译结果'],
        ],
      },
      {
        heading: '存放的位置',
        rows: [
          ['XDG_DATA_HOME', 'Linux：记录和事项存放在其中的 okhelp 目录（未设置时为 ~/.local/share/okhelp）'],
          ['XDG_CONFIG_HOME', 'Linux：设置存放在其中的 okhelp 目录（未设置时为 ~/.config/okhelp）'],
          [
            'XDG_CACHE_HOME',
            'Linux：Node 编译 okhelp 的结果存放在其中的 okhelp 目录（未设置时为 ~/.cache/okhelp），可以随时删除',
          ],
          ['LOCALAPPDATA', 'Windows：记录、事项、设置和编译结果存放在其中的 okhelp 目录'],
          ['HOME', '个人目录，以上都没有设置时使用'],
          ['TMPDIR、TMP、TEMP', '临时目录；数据目录无法写入时，故障详情也写在这里'],
          ['PATH', '从中查找剪贴板程序'],
        ],
      },
      { text: '用 `okhelp config path` 查看正在使用的目录。' },
    ],
  },
  'exit-status': {
    title: '退出状态',
    parts: [
      { text: '供脚本使用：okhelp 结束时留下的数字是什么意思。' },
      {
        text: '文件里有些行无法读取时，`check` 仍会核对其余各行，并以 3 结束，因为结论不完整。错误写到标准错误；加 --json 时，错误是标准输出上的一个文档，含代码和说明。',
      },
    ],
  },
  formats: {
    title: '文件格式',
    parts: [
      { text: 'okhelp 凭内容判断文件的格式，与文件名无关。判断错了，用 --format 名称 指明。' },
      { heading: '`check`、`note import`、`report` 和 `--statement` 能读的', rows: formats },
      {
        text: '文本可以是 UTF-8、UTF-16 或 GB18030；账单还可以是 Windows-1252 和 CP852，银行表格还可以是 Big5、Shift_JIS、EUC-KR 和 Windows-1251。`check` 和 `note import` 也能读 `note export` 和 `note list --json` 写出的 JSON。.zip 压缩包要先解压。PDF、图片和旧式工作簿（.xls）不能读取。',
      },
      {
        heading: '能写的',
        rows: [
          ['note export', 'csv、json、hledger、beancount'],
          ['draft-email', 'text（文本）、eml（邮件文件）、mailto（链接）'],
          ['case remind', '日历文件（.ics）'],
          ['case export', '压缩包（.zip）'],
          ['report', '一个 HTML 文件'],
        ],
      },
      { text: '加 --json 时，每个命令都输出一个 JSON 文档，其中的 `schema` 写明种类和版本。' },
    ],
  },
  accessibility: {
    title: '无障碍',
    parts: [
      {
        rows: [
          ['ACCESSIBLE=1', '对每个命令都有效：每一行只输出一次，没有颜色、图形和动画，不分页'],
          ['--accessible、--plain', '同上，只对一个命令有效'],
          ['config set accessible yes', '同上，以后一直有效'],
          ['--no-color、NO_COLOR', '只是不用颜色；各种状态总会同时用文字说明'],
          ['--no-input', '不提问，全部用选项给出'],
          ['--quiet', '只有答案，没有进度和提示'],
          ['--json', '供其他程序朗读或排版的答案'],
        ],
      },
      {
        text: '这时选项都有编号：输入编号或选项里的几个字即可。输入 `?` 看说明，输入 `<` 返回上一题，输入“退出”结束。回答不对时另起一行说明。符号都换成文字。',
      },
      {
        text: '没有任何内容只靠颜色或图形表示。输出按终端的宽度换行，最窄 40 列，中文也一样。`okhelp report` 的报告适合读屏软件、手机，以及浅色和深色显示。',
      },
      {
        text: '也可以用选项给出回答：缺少哪个选项，错误信息会写明；每次诊断也会给出可以重复它的一条命令。',
      },
    ],
  },
  privacy: {
    title: '隐私',
    parts: [
      {
        text: 'okhelp 不使用网络：不发送任何内容，不统计使用情况，不检查更新。--open 把草稿交给您自己的邮件程序，或在浏览器里打开报告；--copy 把草稿复制到剪贴板。两者都只在您要求时才做。',
      },
      {
        text: '记录、事项和设置存放在这台电脑上只有您能读取的文件夹里。`okhelp config` 显示位置和其中的内容，`okhelp export` 把全部内容导出为一个文件，由您自己保存，`okhelp delete-all` 彻底删除全部内容。您让它写出的文件仍在您指定的地方。',
      },
      {
        text: '每封邮件、每份草稿和报告，以及 `case log` 保存的内容，都会删去机密：卡号（保留前六位和后四位）、安全码和有效期、验证码、密码和 PIN、私钥、助记词，并告诉您删了什么。机密是凭它的样子或旁边的文字认出来的，没有任何标志的可能会留下，所以发出之前请通读一遍。',
      },
      {
        text: '您自己的记录和导出的文件里，写了什么就是什么。加 --for public 的报告会删去姓名、账户、编号和文字，保留金额和日期。',
      },
      {
        text: 'okhelp 不附带任何钱包的邮箱、电话或链接。命令补全会在 shell 里显示您的部分数据：各种编号，事项的问题和状态，记录的日期、类型和金额，以及您给账户、列名和证据文件起的名称。',
      },
    ],
  },
};

const manual: TopicMessages['manual'] = {
  name: '名称',
  synopsis: '概要',
  description: '描述',
  purpose: '帮您解决支付钱包的问题',
  commandOrTopic: '命令|主题',
  heading: (words) => words,
};

export const topics: TopicMessages = { pages, formats, manual };
