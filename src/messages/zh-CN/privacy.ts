// 查看、导出和删除 okhelp 保存的全部内容时的用语。
import type { LeftWhy, OwnKind } from '../../support/own-data.ts';
import type { PrivacyMessages } from '../index.ts';

const kinds: Record<OwnKind, string> = {
  data: '记录、事项、草稿、已保存的联系方式',
  settings: '设置',
  log: '出错时的详细信息，供反馈问题时使用',
  'damaged-copy': '损坏数据的副本',
  temporary: '某次运行中断时留下的文件',
  'compiled-code': 'okhelp 自身程序编译后的代码，让启动更快（其中没有您的内容）',
};
const why: Record<LeftWhy, string> = {
  gone: '已经不在原处',
  unreadable: '无法读取',
  'too-large': '太大，放不进 .zip，请自行复制',
};

export const privacy: PrivacyMessages = {
  kinds,
  folder: '文件夹',
  otherFolder: '设置所在的文件夹',
  notYet: '（还没有）',
  at: (what, path) => `${what}：${path}`,
  size: (path, size) => `${path}（${size}）`,
  counts: ({ notes, cases, entries, drafts, contacts }) =>
    `${notes} 条记录、${cases} 个事项、${entries} 条经过、${drafts} 份草稿、${contacts} 个联系方式`,
  unread: (message) => `其中的内容无法读取：${message}`,
  evidence: '在事项中作为证据的、您自己的文件（okhelp 只保存其位置和 SHA-256，没有副本）',
  written: '您让 okhelp 写出的草稿、报告、日历和导出文件，都在您指定的位置。okhelp 不保存它们的清单。',
  closed: 'okhelp 写出的文件只供您本人使用，这台电脑的其他用户打不开。',
  next: '全部导出为一个文件：okhelp export。全部删除：okhelp delete-all。',

  exported: (file, count) => `已写入 ${file}，共 ${count} 个文件。`,
  isPrivate:
    '这个文件仅供您本人使用：您写下的内容原样在内，机密也在内，而且没有加密。请存放在只有您能接触到的地方，不要发给任何人。要把某个事项交给别人，请用 okhelp case export。',
  left: (name, reason) => `${name} ${why[reason]}，因此没有放入副本。`,
  changed: (name) => `${name} 在添加之后有过改动，放入的是它现在的副本。`,
  readme: (day) => `这是 okhelp 截至 ${day} 为您保存的全部内容。

私密文件，仅供您本人使用。内容未作任何删减：如果您记下过密码、验证码或卡号，
它们也在里面，而且压缩包没有加密。请不要发给任何人。要把某个事项交给客服或
投诉机构，请运行 okhelp case export，它会删去机密。

notes.csv、notes.json   您的记录，都可以用 okhelp note import 读回
cases/                  各个事项：case.json 是全部内容，timeline.csv 是经过，
                        drafts/ 是写过的草稿，evidence.csv 列出证据文件及其
                        SHA-256，evidence/ 是这些文件的副本
contacts.csv、.json     您保存的官方联系方式
settings.json           您的设置（如果有）
okhelp.db               数据文件，其中还有已移除的记录和记录修改前的内容。放进空的
                        数据文件夹（位置见 okhelp config），即可恢复全部内容
okhelp-error.log        okhelp 最近一次出错的详细信息（如果有）
SHA256SUMS.txt          每个文件的 SHA-256，可用 sha256sum --check 核对
`,

  nothing: 'okhelp 没有在这台电脑上保存任何内容。',
  willGo: '以下内容将被彻底删除：',
  history: '记录的修改历史，包括已移除的记录',
  settings: (n) => `${n} 项设置`,
  evidenceKept: (n) => `${n} 条证据登记：位置和 SHA-256，不包括文件本身`,
  inFolder: (folder) => `所在文件夹：${folder}`,
  willStay: '以下内容不受影响：',
  stays: ['您自己的文件：证据，以及您让 okhelp 写出的草稿、报告和导出文件', '已经发出的邮件和帖子，以及系统所作的备份'],
  others: (paths) => `文件夹中不属于 okhelp 的内容：${paths}`,
  exportFirst: '要先把全部内容导出为一个文件，留给自己吗？',
  file: '写到哪个文件？',
  help: {
    exportFirst: '会生成一个包含全部内容的 .zip，由您自己保存。不导出的话，删除的内容无法找回。',
    file: '.zip 的文件名。前面不写文件夹，就写到当前文件夹。',
    sure: '输入这个词并按回车之前，什么都不会删除。删除后无法撤销。',
  },
  word: '删除',
  sure: (word) => `输入“${word}”即删除以上全部内容，输入其他内容则全部保留。`,
  kept: '没有删除任何内容。',
  deleted: 'okhelp 保存的全部内容已经删除。',
  drive: '文件所占的空间在释放前已被覆盖。磁盘、备份或同步文件夹自行保留的内容，okhelp 无法触及。',

  remains: (path) =>
    `内容已经删除，但数据文件这次未能重新写入，因为另一个 okhelp 正在使用它，或者磁盘已满。${path} 里可能还留有字句，下一次彻底删除时会一并清掉。`,
  copies: (paths) => `以前保存过损坏数据的副本，其中可能还有这些内容：${paths}。如果不再需要，请删除该文件。`,
};
