// 其他渠道（跟进邮件、电话、在线客服、社交媒体、论坛、投诉）草稿的用语，以及起草前后的提示。
import type { Language } from '../../globals.ts';
import type { ProblemId } from '../../knowledge/content.ts';
import type { Magnitude } from '../../support/channels/public-facts.ts';
import type { Messages } from '../index.ts';

const kinds: Record<ProblemId, string> = {
  'payment-failed': '付款失败',
  'account-restricted': '账户被冻结或受限',
  'balance-mismatch': '余额与交易记录不符',
  'topup-failed': '充值失败或未到账',
  'withdrawal-failed': '提现失败或未到账',
  'arrival-delayed': '转账未到账',
  'duplicate-charge': '重复扣款',
  'unexpected-fee': '被收取意料之外的手续费',
  'wrong-exchange-rate': '汇率不对',
  'refund-missing': '退款未到账',
  'wrong-recipient': '转错账',
  'unauthorised-transaction': '非本人授权的交易',
  'identity-verification': '身份认证不通过',
  'login-problem': '无法登录账户',
  other: '账户问题',
};

/** 西文名称与中文之间空一格。 */
const before = (company: string): string => (/[\x21-\x7e]$/.test(company) ? `${company} ` : company);
const after = (company: string): string => (/^[\x21-\x7e]/.test(company) ? ` ${company}` : company);

/** 写在中文之间的对方名称；没有名称就称“贵方”。 */
const between = (who: string | null): string => before(after(who ?? '贵方'));

const history: Messages['draft']['history'] = {
  sent: (channel, who) => {
    const other = between(who);
    if (channel === 'phone') return `我致电${other.trimEnd()}`;
    if (channel === 'in-person') return `我当面向${other}反映`;
    const ways = {
      email: '发邮件',
      chat: '通过在线客服',
      social: '在社交媒体上',
      forum: '在论坛上',
      form: '通过网页表单',
      letter: '写信',
    };
    return `我${ways[channel]}向${other}反映`;
  },
  'follow-up': (who) => `我再次催促${between(who).trimEnd()}`,
  complaint: (who) => `我向${between(who)}正式投诉`,
  call: (who, person) => `我致电${between(who).trimEnd()}${person === null ? '' : `，接听人：${person}`}`,
  answer: (who) => `${before(who ?? '贵方')}答复`,
  'final-answer': (who) => `${before(who ?? '贵方')}作出最终答复`,
  'documents-asked': (who) => `${before(who ?? '贵方')}要求提供材料`,
  'documents-sent': (who) => `我向${between(who)}提交了材料`,
  'money-back': (amount) => `已退回${amount === null ? '部分款项' : ` ${amount}`}`,
  promised: (text) => `承诺：${text}`,
  due: (day) => `期限 ${day}`,
  reference: (text) => `受理编号 ${text}`,
  entry: (day, said) => `${day}：${said}`,
  more: (parts) => `（${parts.join('；')}）`,
  said: (text) => `：“${text}”`,
  omitted: (count) => `（另有 ${count} 条记录从略，可提供）`,
};

const sizes: Record<Magnitude, (currency: string) => string> = {
  'under-1': (currency) => `不到 1${currency && ` ${currency}`}`,
  'under-10': (currency) => `不到 10${currency && ` ${currency}`}`,
  tens: (currency) => `几十${currency && ` ${currency}`}`,
  hundreds: (currency) => `几百${currency && ` ${currency}`}`,
  thousands: (currency) => `几千${currency && ` ${currency}`}`,
  'ten-thousands': (currency) => `几万${currency && ` ${currency}`}`,
  more: (currency) => `十万以上${currency && ` ${currency}`}`,
};

const languages: Record<Language, string> = { en: '英文', 'zh-CN': '中文' };

export const draft: Messages['draft'] = {
  kinds,
  history,
  labels: { reference: '受理编号', providersReference: '服务商给的受理编号' },
  options: {
    company: '平台的名称，草稿里照此写',
    emailLang: '草稿使用的语言',
    output: '写入这个文件；- 表示标准输出',
    copy: '复制到剪贴板',
    force: '文件已存在时替换它',
  },
  places: { timeline: '经过', company: '公司名称', wanted: '您的要求', cost: '您的损失' },
  gap: '',
  companyOpen: '[公司名称]',

  phone: {
    summary: '打电话时照着说的话，以及通话记录表',
    description:
      '开头怎么说、情况按顺序怎么讲、提什么要求、哪些话不能说，以及记下对方答复的表格。要说的话用 --email-lang 指定的语言，给您自己看的提示用您的语言。',
    examples: [
      ['okhelp draft phone', '为最近一次诊断准备'],
      ['okhelp draft phone --email-lang en -o call.txt', '用英文说，写入文件'],
    ],
    spoken: {
      opening: (name, kind) => `您好，我叫${after(name)}。我打电话是想反映一个问题：${kind}。`,
      yourName: '请问您贵姓？这次来电的受理编号是多少？',
      facts: '情况如下',
      earlier: '之前的经过',
      asks: '我的要求',
      byWhen: '请告诉我什么时候、以什么方式答复我。',
      inWriting: '请把刚才答应的内容书面发给我。',
      close: '我把记下的内容念一遍，您看对不对。',
    },
    say: '要说的话',
    never: {
      title: '电话里不要说，谁问都不要说',
      lines: [
        '登录密码、支付密码、PIN',
        '短信验证码或验证器 App 里的动态码',
        '完整的银行卡号、有效期、卡背面的三位数字',
        '私钥或助记词',
      ],
      rest: '不要让任何人远程控制您的设备，也不要把钱转到所谓的“安全账户”。如果是对方打来的，先挂断，再自己拨打 App 里的号码。',
    },
    form: {
      title: '通话记录',
      row: (label, blank) => `${label}：${blank}`,
      lines: [
        '日期',
        '起止时间',
        '拨打的号码',
        '对方姓名和部门',
        '受理编号',
        '对方的承诺',
        '什么时候兑现',
        '要我提供什么',
      ],
    },
    where:
      '电话号码以您 App 或账户里显示的为准，通常在“我的”或“设置”里的“帮助”或“联系客服”。不要用搜索结果或别人发来的号码。',
    peak: '打电话直接，通常也快，但高峰时段可能要等。请把这一页和纸笔放在手边。',
    log: (id) => `打完后用 \`okhelp case log ${id} call\` 记下：谁接的、答应了什么、什么时候兑现。`,
  },

  chat: {
    summary: '发给在线客服的第一条消息，以及对方追问时的详细内容',
    description: '第一条不到 500 个字符，很多对话框放不下更多；写不下的都在第二条里。',
    second: '只要第二条，即详细内容',
    examples: [
      ['okhelp draft chat --copy', '把第一条复制到剪贴板'],
      ['okhelp draft chat --second --copy', '复制第二条，即详细内容'],
    ],
    spoken: {
      opening: (kind) => `您好，我遇到一个问题：${kind}。`,
      fact: (label, value) => `${label}：${value}。`,
      request: '请帮忙核查，并给我一个受理编号。',
      requestAgain: '请帮忙核查，并告诉我目前的进展。',
      more: '需要的话，我可以发详细情况。',
      details: '详细情况如下。',
    },
    first: (count) => `第一条消息（${count} 个字符，不到 500）`,
    later: '第二条消息，对方问详情时再发',
    where: '从您 App 或账户里进入在线客服，通常在“我的”或“设置”里的“帮助”或“联系客服”。有在线客服的话，通常最快。',
    codes: '客服不需要您的密码和验证码。对方索要这些，或发来链接，就退出对话。',
    keep: '关闭对话前先保存记录，截图即可。',
    log: (id) => `然后用 \`okhelp case log ${id} sent --channel chat\` 记下您什么时候反映过。`,
    copied: '第一条消息已复制到剪贴板；用 `--second --copy` 复制第二条。',
    copiedSecond: '第二条消息已复制到剪贴板。',
  },

  social: {
    summary: '公开发给公司的帖子：只有公司名称、问题类型和受理编号',
    description: '帖子谁都能看到，所以无论事项或参数里有什么，您的姓名、账户、金额、时间、交易和备注都不会写进去。',
    examples: [
      ['okhelp draft social --company OKPay', '为最近一次诊断写帖子'],
      ['okhelp draft social --email-lang en --copy', '写成英文，复制到剪贴板'],
    ],
    spoken: {
      post: (company, kind) => `${company}：我遇到一个问题，${kind}。`,
      reported: (company, kind) => `${company}：我已向客服反映${kind}，至今没有解决。`,
      reference: (text) => `受理编号：${text}。`,
      answer: '请尽快核查，并在 App 内答复我。',
    },
    where: '从 App 或官网进入公司的官方账号，@ 它或给它发私信。因为是公开的，往往答复更快。',
    fakes: '这类帖子会引来假冒的客服账号。评论或私信里给的电话、链接、聊天账号一律不要用，只在您的 App 里继续处理。',
    noReference: '帖子里没有受理编号：还没有记下可以公开的编号。对方给了编号，可用 `okhelp case log` 记下来。',
    hidden: '记下的编号看起来像个人信息，没有写进去。',
    log: (id) => `然后用 \`okhelp case log ${id} sent --channel social\` 记下您什么时候发的。`,
  },

  forum: {
    summary: '发在论坛上的帖子：按顺序讲经过，不透露您是谁',
    description: '日期只写第几天，金额只写大概，账户、交易号、姓名和具体时间都不写。',
    examples: [
      ['okhelp draft forum --company OKPay', '为最近一次诊断写帖子'],
      ['okhelp draft forum --tried "重启过 App" -o post.txt', '写上试过的办法，存成文件'],
    ],
    spoken: {
      subject: (company, kind) => `${company}：${kind}`,
      opening: (company, kind) =>
        `我在使用${before(after(company))}时遇到问题：${kind}。想听听有同样经历的朋友怎么说。`,
      happened: '经过',
      more: '补充',
      day: (number, text) => `第 ${number} 天：${text}`,
      began: '事情发生',
      events: {
        sent: '联系了客服',
        'follow-up': '又催了一次',
        complaint: '正式投诉',
        call: '给客服打了电话',
        answer: '有答复，但没有解决',
        'final-answer': '客服给出最终答复',
        'documents-asked': '客服要求提供材料',
        'documents-sent': '提交了材料',
        'money-back': '退回了一部分钱',
      },
      toBody: '向主管机构反映',
      fromBody: '主管机构有了答复',
      amount: (size, currency) => `金额：${sizes[size](currency)}（只写大概）`,
      errorCode: (code) => `错误代码：${code}`,
      tried: '试过的办法',
      left: '[略]',
      question: '有没有人遇到过同样的情况？后来怎么解决的，用了多久？',
      closing: '账户信息不在这里公开；私信说能帮忙的，我不会回复。',
    },
    read: '发布前请通读一遍：您自己输入的内容里如果有人名、地名，okhelp 不一定认得出来。',
    where: '选您熟悉的论坛或讨论平台，用一个看不出真实身份的昵称。',
    fakes: '私信说能帮忙，或者先收费、承诺把钱追回来的，多半是骗子。只在您的 App 里继续处理。',
  },

  followUp: {
    summary: '第二封更短的邮件：什么时候反映的，还缺什么',
    description:
      '经过取自事项：什么时候写的、对方怎么答复、受理编号是多少。邮件通常 24 小时内会有答复，过了还没有就跟进。',
    options: {
      sent: '第一次反映的日期（没有记下时）',
      by: '希望对方在哪一天之前答复',
    },
    examples: [
      ['okhelp draft follow-up', '为最近一个事项催一次客服'],
      ['okhelp draft follow-up --case c7 --format eml -o again.eml', '生成邮件程序能打开的文件'],
    ],
    spoken: {
      subject: (subject, reference) => `再次询问：${subject}${reference ? `（受理编号 ${reference}）` : ''}`,
      greeting: '您好，',
      wrote: (day, kind) => `我在 ${day} 发过邮件，反映${kind}的问题。`,
      contacted: (day, kind) => `我在 ${day} 联系过你们，反映${kind}的问题。`,
      silent: '到现在还没有收到答复。',
      spoke: '问题至今没有解决。',
      unsolved: (day) => `最近一次答复是 ${day}，但问题还没有解决。`,
      promise: (promised, due) => `之前答应过：${promised}，期限 ${due}，现在已经过了。`,
      history: '到目前为止的经过',
      facts: '所涉情况',
      asks: '还没有解决的',
      by: (day) => `请在 ${day} 之前答复。`,
      soon: '请告知目前的进展，以及什么时候能处理好。',
      next: '如果无法解决，请告诉我怎样正式投诉。',
      closing: '谢谢您的帮助。祝工作顺利！',
      firstDay: '第一次反映的日期',
    },
    notLogged: (id) =>
      `事项里没有记下您第一次反映的时间。用 \`okhelp case log ${id} sent --at 日期\` 补记，或用 --sent 写明。`,
    early: (hours) => `您 ${hours} 小时前刚发过。邮件通常 24 小时内会有答复，可以等到那时再发。`,
    log: (id) => `发出之后，用 \`okhelp case log ${id} follow-up\` 记下来。`,
    polite: '第二次也请保持礼貌和耐心，这样更容易得到帮助。',
    missing: { sent: '第一次反映的日期' },
  },

  complaint: {
    summary: '正式投诉，给服务商，或给您所在地区的机构',
    description:
      '说明这是投诉，写清编号、按日期的经过、损失、要求和期限、所依据的规定，以及所附复印件。以一页为限。写给当地机构时，用该地区通用的语言，除非用 --email-lang 另选。',
    options: {
      body: '向您所在地区的这个机构投诉（不写则向服务商投诉）',
      wanted: '您的要求，用自己的话写',
      cost: '除金额以外的损失',
      by: '希望对方在哪一天之前答复',
      region: '您所在的国家或地区，例如 CN、HK',
      balanceKind: '余额是法币（fiat）还是 USDT 这样的代币（token）',
      licensed: '服务商在您所在地有没有牌照',
      attach: '附上这个文件的副本；文本文件的副本会删去敏感信息',
    },
    examples: [
      ['okhelp draft complaint', '向服务商的投诉部门投诉'],
      ['okhelp draft complaint --wanted "退回 500.00 CNY" --by 2026-12-01', '写明要求和期限'],
      ['okhelp draft complaint --region CN --body cn-pboc', '向您所在地区的机构投诉'],
    ],
    spoken: {
      subject: (kind, reference) => `投诉：${kind}${reference ? `（受理编号 ${reference}）` : ''}`,
      subjectBody: (company, kind) => `投诉${after(company)}：${kind}`,
      date: '日期',
      to: '致',
      office: (company) => `${before(company)}投诉部门`,
      opening: (kind) => `这是一封正式投诉，事由：${kind}。请按投诉程序处理。`,
      openingBody: (company, kind) => `现投诉${after(company)}，事由：${kind}。请予以核查。`,
      references: '相关编号',
      facts: '经过（按日期）',
      began: '事情发生',
      cost: '损失',
      amount: (amount) => `涉及金额：${amount}`,
      back: (amount) => `其中已退回 ${amount}`,
      costOpen: '您的损失',
      wanted: '我的要求',
      wantedBody: '我向服务商提出的要求',
      fromBody: '请告知能否受理、还需要我提供什么，以及大约需要多久。',
      complained: (day) => `我已于 ${day} 向服务商投诉。`,
      contacted: (day) => `我已于 ${day} 向服务商反映。`,
      finalAnswer: (day) => `服务商于 ${day} 作出最终答复。`,
      noAnswer: '至今没有收到最终答复。',
      complainedOpen: '您什么时候向服务商投诉，服务商怎么答复',
      by: (day) => `请在 ${day} 之前书面答复。`,
      rules: '依据',
      rule: (name, says) => (says === null ? name : `${name}：${says}`),
      theProvider: '服务商',
      anotherBody: '另一机构',
      attached: '所附复印件（原件由我保留）',
      noSecrets: '本信不含密码、验证码和完整卡号。',
      finalRequest: '如不同意上述要求，请书面作出最终答复并说明理由，同时告知我接下来可以向哪个机构反映。',
      closing: '此致\n敬礼',
    },
    ask: {
      wanted: '您希望对方怎么做？直接回车则采用诊断给出的要求。',
      company: '公司叫什么名称？',
    },
    expected: {
      day: '日期，例如 2026-12-01',
      future: '今天之后的日期',
      region: '两位字母代码，例如 CN、HK、GB',
    },
    language: {
      chosen: (language, region, other) =>
        `收信机构在${region}，所以这封信写成${languages[language]}。想先看${languages[other]}，可加 \`--email-lang ${other}\`。您自己写的话不会翻译。`,
      unsuited: (language, region, other) =>
        `${region}的机构可能看不懂${languages[language]}。加 \`--email-lang ${other}\` 可改成${languages[other]}。`,
      either: (language, other) =>
        `这封信是${languages[language]}的。加 \`--email-lang ${other}\` 可改成${languages[other]}。`,
    },
    noRegion:
      '没有设置地区，按一般顺序处理。用 `okhelp config set region 代码`（两位字母）可以看到您所在地的机构和规定。',
    replyBy: {
      body: (day, span, source) => `信中请对方在 ${day} 之前答复，即从今天起 ${span}${source ? `（${source}）` : ''}。`,
      own: (day) => `这里没有查到答复期限，信中请对方在 ${day} 之前答复，即从今天起 14 天。可用 --by 更改。`,
      holidays: '没有扣除公众假日。',
    },
    spans: {
      days: (n) => `${n} 天`,
      'business-days': (n) => `${n} 个工作日`,
      weeks: (n) => `${n} 周`,
      months: (n) => `${n} 个月`,
    },
    notQuoted: {
      token: (name) => `没有引用${after(name)}：它针对法币，而您的是代币。`,
      'balance-unknown': (name) => `没有引用${after(name)}：它针对法币。如果您的是法币，请加 --balance-kind fiat。`,
      unlicensed: (name) => `没有引用${after(name)}：它约束持牌机构，而这个服务商没有牌照。`,
      late: (name) => `没有引用${after(name)}：从事发之日算起，它的期限已过。`,
      'licence-unknown': (name) => `没有引用${after(name)}：它约束持牌机构。如果服务商持牌，请加 --licensed yes。`,
    },
    notYet: (name, day) => `${name}：通常从 ${day} 起才能受理。`,
    notYetMissing: 'okhelp 还没有您向服务商投诉的记录。',
    until: (name, day) => `${name}：最迟 ${day} 提出。`,
    closed: (name, day) => `${name}：最后一天是 ${day}，已经过了。请问清是否还受理。`,
    evidence: (text) => `需要提供：${text}`,
    limit: (text) => `请注意：${text}`,
    contact: {
      phone: (value, source) => `电话：${value}（${source}）`,
      web: (value, source) => `网址：${value}（${source}）`,
      email: (value, source) => `邮箱：${value}（${source}）`,
      address: (value, source) => `地址：${value}（${source}）`,
      hours: (value, source) => `时间：${value}（${source}）`,
    },
    source: (title, read) => `${title}，${read} 查阅`,
    toOpen: '[该机构网站上的表单或地址]',
    bodyEntry: (id, name) => `${id}（${name}）`,
    confirm: '使用之前，请到该机构自己的网站核对电话和网址。',
    noContact: 'okhelp 没有这个机构的联系方式，请到它自己的网站查找。',
    provider: '从您 App 或账户里受理投诉的地方提交；没有的话，发给客服，主题写明“投诉”。只交复印件，原件自己留着。',
    log: (id, body) =>
      `发出之后，用 \`okhelp case log ${id} complaint${body === 'provider' ? '' : ` --body ${body}`}\` 记下来，期限从那天算起。`,
    notAdvice: '以上不是法律意见。',
    longer: '这封信超过一页。短的投诉更快被看完，不要紧的可以删去。',
    bodies: (list) => `您所在地区可以用 --body 指定的机构：${list.join('、')}。`,
    missing: { cost: '损失', complained: '向服务商投诉的时间' },
  },

  company: '公司名称',
  companyMissing: '公司名称需要填写：用 --company 名称，或 `okhelp config set company 名称`。',
  savedContact: (value, found, day) =>
    found ? `您保存的是：${value}（${found}，${day}）。` : `您保存的是：${value}（${day}）。`,
  polite: '不管是谁答复，都请保持礼貌和耐心。',
  urgent: '不能等的事要先做：`okhelp emergency`。',
  missing: (names) => `还需要填写：${names.join('、')}。`,
  tell: (names) => `对方可能会问到、而现在还不知道的：${names.join('、')}。`,
  offer: {
    message: '接下来怎么处理这份草稿？',
    copy: '复制',
    copySecond: '复制第二条消息',
    write: '写入文件',
    done: '不用了',
    file: '写到哪个文件？',
  },
};
