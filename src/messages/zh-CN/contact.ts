// 联系方式（contact）各命令的话：已保存的官方渠道，以及一个地址可疑在哪里。
import type { Messages } from '../index.ts';

const slip = '看走眼一次，就会当成真的。有人专门注册这样的名字来骗人。';

const ALPHABETS: Record<string, string> = {
  Latin: '拉丁字母',
  Cyrillic: '西里尔字母',
  Greek: '希腊字母',
  Armenian: '亚美尼亚字母',
  Cherokee: '切罗基字母',
  Hebrew: '希伯来字母',
  Arabic: '阿拉伯字母',
};
const alphabetsIn = (names: string): string =>
  names
    .split(', ')
    .map((name) => ALPHABETS[name] ?? name)
    .join('、');

const signs: Messages['contact']['signs'] = {
  'look-alike-letters': (seen, saved) => ({
    says: `看上去像 ${saved}，里面却是别的字符：${seen}。`,
    why: '对电脑来说这是不同的字符，会通向别人的地址。',
  }),
  'look-alike-signs': (seen, saved) => ({
    says: `${seen} 容易看成 ${saved}：换用了形近的字符，比如 0 和 o、1 和 l、rn 和 m。`,
    why: slip,
  }),
  'letters-swapped': (seen, saved) => ({ says: `有两个字母调换了位置：${seen}，保存的是 ${saved}。`, why: slip }),
  'letters-doubled': (seen, saved) => ({ says: `有个字母重复了一次：${seen}，保存的是 ${saved}。`, why: slip }),
  'letters-added': (seen, saved) => ({ says: `多了一个字母：${seen}，保存的是 ${saved}。`, why: slip }),
  'letters-missing': (seen, saved) => ({ says: `少了一个字母：${seen}，保存的是 ${saved}。`, why: slip }),
  'letters-replaced': (seen, saved) => ({ says: `换了一个字母：${seen}，保存的是 ${saved}。`, why: slip }),
  'letters-several': (seen, saved) => ({ says: `只差几个字母：${seen}，保存的是 ${saved}。`, why: slip }),
  hyphen: (seen, saved) => ({
    says: `只有连字符、点或下划线不同：${seen}，保存的是 ${saved}。`,
    why: '多一个或少一个连字符就是另一个名字，可能属于别人。',
  }),
  'added-words': (seen, saved) => ({
    says: `在保存的名称上添了别的字样：${seen}，保存的是 ${saved}。`,
    why: '带 support、help、service 的名字，谁都可以注册。',
  }),
  'other-ending': (seen, saved) => ({
    says: `名称一样，后缀不同：${seen}，保存的是 ${saved}。`,
    why: '每种后缀都是分开注册的，这一个的主人未必是那一个的主人。',
  }),
  'name-in-front': (seen, saved) => ({
    says: `保存的名称只是放在前面，${seen} 其实属于 ${saved}。`,
    why: '谁拥有地址的末尾部分，谁就可以在前面加任何名称。',
  }),
  'name-in-path': (seen, saved) => ({
    says: `保存的名称只出现在斜杠后面：${seen}。网站其实是 ${saved}。`,
    why: '斜杠后面的内容可以随意写，说明不了网站属于谁。',
  }),
  'name-before-at': (seen, saved) => ({
    says: `保存的名称只出现在 @ 前面：${seen}。邮件其实发往 ${saved}。`,
    why: '@ 前面的部分可以随意取，说明不了邮箱属于谁。',
  }),
  'name-as-handle': (seen) => ({
    says: `这是聊天软件或社交平台上的账号，名字和保存的相近：${seen}。`,
    why: '这种名字谁先占就归谁，很多“客服”账号是骗子开的。',
  }),
  'display-name': (seen) => ({
    says: `地址前面显示的名称和保存的相近：${seen}，地址本身却不是那一个。`,
    why: '显示的名称，谁都可以随便填。',
  }),
  'number-ending': (seen, saved) => ({
    says: `末尾几位相同：${seen} 和 ${saved}。`,
    why: '国家代码或区号不同，接电话的可能就是另一个人。请拨打保存的号码。',
  }),
  'number-changed': (seen, saved) => ({
    says: `只差一两位数字：${seen}，保存的是 ${saved}。`,
    why: '差一位就是另一部电话。',
  }),
  'hidden-characters': (seen) => ({
    says: `里面有看不见的字符：${seen}。`,
    why: '这种字符会掩盖真正的去向，或把显示的顺序颠倒过来。正常的地址里没有。',
  }),
  'wide-letters': () => ({
    says: '用了全角之类的特殊写法。',
    why: '这样写可以绕过过滤，让人看不清原样。正常的地址不会这样写。',
  }),
  'mixed-alphabets': (seen, saved) => ({
    says: `一个词里混用了几种字母：${seen}（${alphabetsIn(saved)}）。`,
    why: '除了冒充别人的名称，几乎没有人这样写。',
  }),
  'foreign-letters': (seen, saved) => ({
    says: `看上去是 ${saved}，用的却是别的字符：${seen}。`,
    why: '对电脑来说这是不同的字符，会通向别人的地址。',
  }),
  punycode: (seen, saved) => ({
    says: `${seen} 是 ${saved} 的编码写法。`,
    why: '这种编码本身是正常的，但也可以用来藏住真正的字符。请看清还原后的字符。',
  }),
  'encoded-host': (_, saved) => ({
    says: `用了绕弯子的写法，实际通向 ${saved}。`,
    why: '这样写只有一个用处：不让您看出它通向哪里。',
  }),
  userinfo: (seen, saved) => ({
    says: `@ 前面的 ${seen} 不起作用，链接实际通向 ${saved}。`,
    why: '这是老把戏：把大家熟悉的名称放在链接最前面。',
  }),
  'ip-address': (seen) => ({
    says: `用的是一串数字，没有网站名称：${seen}。`,
    why: '官方网页都有名称，单凭数字看不出属于谁。',
  }),
  port: (seen) => ({ says: `用了不常见的端口（${seen}）。`, why: '给客户用的官方网页很少需要这样。' }),
  'plain-http': () => ({
    says: '连接没有加密（是 http，不是 https）。',
    why: '传输的内容可能被别人看到、改动。千万不要在那里登录。',
  }),
  'script-link': (seen) => ({
    says: `这不是地址，而是藏在链接里的程序或网页（${seen}）。`,
    why: '点开就会在您的设备上运行。真正的客服不会发这种东西。',
  }),
  'app-link': (seen) => ({
    says: `点开会打开您设备上的某个 App（${seen}），看不出通向哪里。`,
    why: '请自己打开 App，在里面找客服。',
  }),
  shortener: (seen) => ({
    says: `这是短链接（${seen}），看不出通向哪里。`,
    why: '真正的去向被藏起来了，而且随时可以更换。',
  }),
  messenger: (seen, saved) => ({
    says: `这是聊天软件里的账号或群（${saved}：${seen}）。`,
    why: '谁都可以用任何名字开一个。官方客服要从 App 里面联系。',
  }),
  handle: (seen) => ({
    says: `这是聊天软件或社交网络里的账号名（${seen}）。`,
    why: '谁都可以用任何名字开一个账号。官方账号只以 App 里或官网上写的为准。',
  }),
  'free-mail': (seen) => ({
    says: `这是公共邮箱（${seen}）。`,
    why: '谁都可以申请。正规公司会用自己的域名发邮件。',
  }),
  'free-hosting': (_, saved) => ({
    says: `这是 ${saved} 下面的网页，谁都可以在那里建一个。`,
    why: '提供平台的公司不是这个网页的制作者。',
  }),
  'address-as-name': (seen, saved) => ({
    says: `显示名称的位置写着一个地址（${seen}），真正的地址是 ${saved}。`,
    why: '很多邮件程序只显示名称。',
  }),
  'not-an-address': () => ({
    says: '浏览器和邮件程序都无法把它当作地址读出来。',
    why: '里面有错误或缺漏。不要自己去补全、去试。',
  }),
};

export const contact: Messages['contact'] = {
  summary: '查看您保存的官方联系方式，或拿一个地址来对照',
  description:
    'okhelp 不附带任何钱包的联系方式，因为都无法核实。请保存您在自己的 App 或账户里找到的，之后就可以拿别的地址来对照。okhelp 不联网，也从不说哪个地址是安全的。使用 --check 时，只有和保存的完全一致，退出状态才是 0，其他情况都是 1。',
  options: { check: '要对照的邮箱、链接、电话号码或账号名' },
  examples: [
    ['okhelp contact', '查看保存了哪些'],
    ['okhelp contact --check support@okpay-help.example', '这是不是其中之一？'],
    ['okhelp contact add', '保存您找到的'],
    ['okhelp contact remove k1', '删除一条'],
  ],

  saved: '您保存的官方联系方式',
  savedOn: (day, found) => `${day} 保存；出处：${found}`,
  isDefault: '草稿的收件地址',
  inSettings: (value) => `草稿的收件地址是 ${value}（设置项 support-address）。`,
  none: '还没有保存任何官方联系方式。',
  where:
    '到哪里找：在您自己的 App 里，或自己输入网址登录账户，看“帮助”“客服”或“联系我们”。那里会列出有哪些渠道：邮件、电话、在线客服。okhelp 不知道任何钱包的联系方式，因为都无法核实；搜索结果、别人发来的消息和来电里的，都不能相信。',
  addHint: '找到后用 `okhelp contact add` 保存。要对照别的地址，用 `okhelp contact --check 地址`。',
  kinds: { email: '邮箱', phone: '电话', web: '网页', app: 'App 内', chat: '在线客服', social: '社交账号' },
  expected: {
    email: '邮箱地址，例如 name@example.com',
    phone: '电话号码',
    web: '网址',
    app: '在 App 里的位置，写在一行内',
    chat: '在线客服的位置，写在一行内',
    social: '账号名，写在一行内',
  },

  add: {
    summary: '保存您在自己的 App 或账户里找到的官方联系方式',
    kind: '类型：email 邮箱、phone 电话、web 网页、app 在 App 里、chat 在线客服、social 社交账号',
    value: '地址、号码，或在 App 里的位置',
    options: {
      found: '在哪里找到的，用自己的话写',
      memo: '其他值得记下的，例如服务时间',
      use: '以后的草稿都写给它（邮箱）',
    },
    examples: [
      ['okhelp contact add', '由 okhelp 来问'],
      ['okhelp contact add email support@wallet.example --found "App 里，我的 > 帮助"', '一行写完'],
      ['okhelp contact add app "我的 > 帮助 > 在线客服" --found "App 里"', '在 App 里的位置'],
    ],
    parts: { kind: '类型', value: '地址、号码或位置', found: '在哪里找到的' },
    saveIt: '保存',
    whichKind: '您找到的是什么？',
    whichValue: '请输入或粘贴。',
    whereFound: '是在哪里找到的？',
    whyFound: '以后才能判断它可不可信。搜索结果、别人发来的消息、来电里的，都不要保存。',
    foundHint: '例如：App 里，我的 > 帮助',
    notThis: (expected) => `这样写不对，应为：${expected}。`,
    found: '在哪里找到的',
    saveAnyway: '仍然保存吗？只有在自己的 App 或账户里亲眼看到的，才可以保存。',
    notSaved: '没有保存。',
    done: (id, value) => `已保存为 ${id}：${value}`,
    already: (id, day) => `之前已经保存过，是 ${id}（${day}）。`,
    useIt: '以后的草稿都写给它吗？',
    used: (value) => `以后的草稿写给 ${value}。`,
    useHint: (value) => `要让草稿写给它：\`okhelp config set support-address ${value}\`。`,
    secret: '您输入的内容里有密码、卡号之类的信息，已略去。',
  },

  remove: {
    summary: '删除一条保存的联系方式',
    ids: '它的编号，见 `okhelp contact`',
    examples: [['okhelp contact remove k1', '删除一条']],
    done: (id, value) => `已删除 ${id}：${value}`,
    unset: '草稿不再写给它。',
  },

  check: {
    same: (address) => `${address} 和您保存的完全一致。`,
    looksAlike: (address) => `${address} 很像您保存的某一条，但不是那一条。`,
    different: (address) => `${address} 不在您保存的联系方式里。`,
    unknown: (address) => `${address}：您还没有保存过同类的联系方式，无从对照。`,
    saved: (value, day, found) => `您保存的是：${value}（${day}；出处：${found}）`,
    fromSettings: (value) => `您保存的是：${value}（设置项 support-address）`,
    sameDomain: (domain) => `它属于 ${domain}，和您保存的同属一个域名，但是另一个地址。单凭这一点不算可疑。`,
    readAs: (address) => `这是为防误点而改写过的写法，按这个地址检查：${address}`,
    leadsTo: (host) => `实际通向 ${host}。`,
    signs: '可疑之处',
    noSigns: 'okhelp 没有看出可疑之处。但这不等于安全：okhelp 无法知道它属于谁。',
    sameCare: '仍要小心：邮件显示的发件人、来电显示的号码都可以伪造。不要直接回复，请自己主动写信或拨打。',
    advice: '不要在那里登录、付款，也不要写信过去。请用您保存的渠道，或回到自己的 App 里再找。',
    adviceOdd: '不要在那里登录、付款，也不要写信过去。请在自己的 App 或账户里找官方渠道。',
    adviceOther: '在自己的 App 或账户里也能找到它，才可以用。在那之前，请用您保存的渠道。',
    adviceUnknown: '请在自己的 App 或账户里找到官方渠道，再用 `okhelp contact add` 保存。',
    warning: (address, saved) => `${address} 很像您保存的 ${saved}，但不是那一个。详见 \`okhelp contact --check\`。`,
    odd: (address) => `${address} 有可疑之处：`,
  },
  signs,
};
