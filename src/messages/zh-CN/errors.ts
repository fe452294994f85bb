// 出了什么错、在哪里、该怎么办：一句话，能做什么就再加一句。
import type { ErrorCode, ErrorValues } from '../../errors.ts';
import type { Messages } from '../index.ts';

type ErrorWords = { [C in ErrorCode]: (values: ErrorValues[C]) => { message: string; hint: string } };

const meant = (suggestion: string | null | undefined, prefix = ''): string =>
  suggestion ? `是不是想输入 \`${prefix}${suggestion}\`？` : '';
const at = (line: number | null, column: number | null = null): string =>
  line === null ? '' : column === null ? `第 ${line} 行` : `第 ${line} 行第 ${column} 列`;

/** 各项之间用顿号。 */
const list = (items: string): string => items.replaceAll(', ', '、');

const codes: ErrorWords = {
  'unknown-command': ({ command, suggestion }) => ({
    message: `没有 \`${command}\` 这个命令。`,
    hint: meant(suggestion, 'okhelp ') || '用 `okhelp --help` 查看全部命令。',
  }),
  'unknown-flag': ({ flag, suggestion }) => ({
    message: `这里没有 \`${flag}\` 这个选项。`,
    hint: meant(suggestion) || '在命令后加 `--help` 查看它的选项。',
  }),
  'missing-value': ({ flag }) => ({ message: `\`${flag}\` 后面要写一个值。`, hint: '加 `--help` 查看可以写什么。' }),
  'missing-argument': ({ argument }) => ({ message: `缺少 \`${argument}\`。`, hint: '在命令后加 `--help` 查看用法。' }),
  'unexpected-argument': ({ argument }) => ({
    message: `多了一个词：\`${argument}\`。`,
    hint: '值里有空格时请加引号；加 `--help` 查看用法。',
  }),
  'bad-value': ({ flag, value, expected, suggestion }) => ({
    message: `\`${flag}\` 不能是 \`${value}\`，应为：${list(expected)}。`,
    hint: meant(suggestion),
  }),
  'bad-amount': ({ flag, value }) => ({
    message: `\`${flag}\`：\`${value}\` 不是金额。`,
    hint: '请用数字和小数点书写，例如 128.50 或 -128.50。',
  }),
  'bad-time': ({ flag, value, impossible }) => ({
    message: impossible
      ? `\`${flag}\`：没有 \`${value}\` 这一天或这一时刻。`
      : `\`${flag}\`：\`${value}\` 不是可识别的时间。`,
    hint: '请写成 2026-03-01 09:00，或带时区的 2026-03-01T09:00:00+08:00。',
  }),
  'line-break': ({ flag }) => ({
    message: `\`${flag}\` 里有换行或其他控制字符，邮件中不允许。`,
    hint: '请写在一行里。',
  }),
  'answer-missing': ({ flag, what }) => ({ message: `缺少${what}，而这里不能提问。`, hint: `请用 \`${flag}\` 给出。` }),
  'setup-unasked': () => ({
    message: '这里无法提问，没有改动任何设置。',
    hint: '在终端里 `okhelp config setup` 会提问。在脚本里请用 `okhelp config set`，例如 `okhelp config set region HK`。',
  }),
  'problem-missing': ({ problems }) => ({
    message: '不清楚是哪一类问题，而这里不能提问。',
    hint: `请加上 \`--answer problem=…\`，可选：${list(problems)}。`,
  }),
  'unknown-question': ({ question, problem, questions, suggestion }) => ({
    message: `${problem} 里没有 \`${question}\` 这个问题。`,
    hint: `${meant(suggestion)}可用的有：${list(questions)}。`,
  }),
  'unknown-guide': ({ guide, guides, suggestion }) => ({
    message: `没有名为 \`${guide}\` 的指南。现有指南：${guides}。`,
    hint: meant(suggestion, 'okhelp guide ') || '想问具体问题，请用 `okhelp faq 您的问题`。',
  }),
  'unknown-note': ({ note }) => ({
    message: `没有编号为 \`${note}\` 的记录。`,
    hint: '用 `okhelp note list` 查看记录及编号。',
  }),
  'unknown-contact': ({ contact }) => ({
    message: `没有编号为 \`${contact}\` 的联系方式。`,
    hint: '用 `okhelp contact` 查看保存的联系方式及编号。',
  }),
  'unknown-step': ({ step, steps, suggestion }) => ({
    message: `没有 \`${step}\` 这一步；各步是：${steps.replaceAll(', ', '、')}。`,
    hint: suggestion ? `是不是想输入 \`${suggestion}\`？` : '',
  }),
  'unknown-case': ({ case: id, suggestion }) => ({
    message: `没有编号为 \`${id}\` 的事项。`,
    hint: meant(suggestion) || '运行 `okhelp diagnose` 会建立事项并显示编号。',
  }),
  'no-open-case': () => ({
    message: '没有进行中的事项。',
    hint: '用 `okhelp diagnose` 可以建立一个；用 `okhelp case list --all` 查看已结束的。',
  }),
  'case-closed': ({ case: id }) => ({
    message: `事项 ${id} 已经结束。`,
    hint: `用 \`okhelp case reopen ${id}\` 可以重新打开。`,
  }),
  'case-not-closed': ({ case: id }) => ({ message: `事项 ${id} 没有结束。`, hint: '' }),
  'unknown-part': ({ part, case: id, parts }) => ({
    message: `事项 ${id} 里没有 \`${part}\`。`,
    hint: parts ? `现有：${list(parts)}。` : '',
  }),
  'unknown-setting': ({ key, keys, suggestion }) => ({
    message: `没有 \`${key}\` 这项设置；可用的有：${list(keys)}。`,
    hint: meant(suggestion),
  }),
  'nothing-to-undo': () => ({ message: '没有可以撤销的改动。', hint: '' }),
  'nothing-to-resume': () => ({ message: '没有未完成的诊断可以继续。', hint: '用 `okhelp diagnose` 开始一次。' }),
  'nothing-to-draft': () => ({
    message: '还不知道要写什么：没有诊断，没有事项，也没有给出选项。',
    hint: '请先运行 `okhelp diagnose`，或用 `--problem` 指明问题。',
  }),
  'nothing-to-report': () => ({
    message: '还没有可以报告的内容：没有进行中的事项，也没有记录。',
    hint: '请运行 `okhelp diagnose`，记下交易，或指定文件：`okhelp report FILE`。',
  }),
  'needs-yes': ({ flag }) => ({
    message: '这会修改或删除已保存的内容，而这里不能询问您是否确定。',
    hint: `确定要这样做的话，请加上 \`${flag}\`。`,
  }),
  'not-together': ({ flag, other }) => ({
    message: `\`${flag}\` 和 \`${other}\` 不能一起用。`,
    hint: '请先后分两次运行。',
  }),
  'needs-flag': ({ flag, needed }) => ({
    message: `\`${flag}\` 要和 \`${needed}\` 一起用。`,
    hint: `请加上 \`${needed}\`。`,
  }),
  'which-account': ({ flag, accounts }) => ({
    message: accounts
      ? `\`${flag}\` 只针对一个账户的一个币种；这些记录里有：${list(accounts)}。`
      : `\`${flag}\`：没有这个账户和币种的记录。`,
    hint: accounts ? '请用 `--account` 和 `--currency` 指明。' : '',
  }),
  'two-stdin': () => ({ message: '标准输入（`-`）只能用于一处。', hint: '另一处请写文件名。' }),
  'file-not-found': ({ file }) => ({ message: `${file}：没有这个文件。`, hint: '请检查文件名和所在的文件夹。' }),
  'folder-missing': ({ folder, isFile }) => ({
    message: isFile ? `${folder} 不是文件夹。` : `没有文件夹 ${folder}。`,
    hint: `没有写入任何内容。请${isFile ? '' : '先建好这个文件夹，或'}换一个已有的文件夹。`,
  }),
  'file-is-directory': ({ file }) =>
    file === ''
      ? { message: '文件名是空的。', hint: '请写出文件名。' }
      : { message: `${file} 是文件夹，不是文件。`, hint: '请写出其中某个文件。' },
  'file-denied': ({ file }) => ({ message: `${file}：没有权限读取。`, hint: '请检查文件的读取权限。' }),
  'file-unreadable': ({ file, reason }) => ({
    message: reason === 'terminal' ? '标准输入没有内容。' : `${file} 无法读取（${reason}）。`,
    hint: reason === 'terminal' ? '请写文件名，或用管道送入：`okhelp check - < notes.csv`。' : '',
  }),
  'file-empty': ({ file }) => ({
    message: `${file} 是空文件。`,
    hint: '应有一行表头，例如“时间,类型,金额”，之后每行一笔记录。',
  }),
  'file-changed': ({ file }) => ({
    message: `读取 ${file} 的过程中，文件内容有变动，因此没有记入任何内容。`,
    hint: '请等其他程序写完这个文件后，再运行一次。',
  }),
  'file-too-large': ({ file, megabytes, most, ours, unpacked }) => ({
    message: `${file} ${unpacked ? '解压后' : ''}有 ${megabytes} MB。这类文件要整个放进内存，而这里最多只能放 ${most} MB。没有读取任何内容。`,
    hint: ours
      ? '请改为导出 CSV（`okhelp note export 文件.csv`）；`okhelp check` 和 `okhelp note import` 读取它时，大小不限。'
      : '请分成几段较短的时间导出，再用 `okhelp note import 文件` 逐个导入。',
  }),
  'file-not-text': ({ file }) => ({ message: `${file} 不是文本文件。`, hint: '请导出为 CSV（UTF-8）后再试。' }),
  'file-is-archive': ({ file, inside }) => ({
    message: `${file} 是 .zip 压缩包；okhelp 只能读取解压后的单个文件。`,
    hint: inside.length
      ? `请先解压，再写出其中存放交易记录的文件：${inside.join('、')}。如果解压时要密码，密码由制作压缩包的一方提供。`
      : '请先解压；其中如有存放交易记录的文件，再写出它的名字。',
  }),
  'json-other': ({ file, schema }) => ({
    message: schema
      ? `${file} 是 JSON 文件（${schema}），但不是记录清单。`
      : `${file} 是 JSON 文件，但不是 okhelp 写出的记录清单。`,
    hint: 'okhelp 能读取 `okhelp note export --format json` 或 `okhelp note list --json` 写出的 JSON。其他内容请用 CSV 文件。',
  }),
  'file-encoding': ({ file, encoding, line }) => ({
    message: `${file}${line === null ? '' : `，${at(line)}`}：文字编码不是 UTF-8${encoding ? `（看起来是 ${encoding}）` : ''}。`,
    hint: '请另存为 UTF-8：在 Excel 里选“CSV UTF-8”，在记事本里“另存为”并选编码 UTF-8。',
  }),
  'format-unknown': ({ file }) => ({
    message: `${file}：里面没有可识别的交易表格。`,
    hint: '需要有一行表头，例如“时间,类型,金额”。其他表格请指明各列：`--columns time=列名,amount=列名`。',
  }),
  'column-missing': ({ file, column, line, columns }) => ({
    message: `${file}，${at(line)}：表头里没有 \`${column}\` 列${columns ? `；现有：${list(columns)}` : ''}。`,
    hint: '必须有的列：时间、类型、金额（time、type、amount）。其他表格请指明各列：`--columns time=列名,amount=列名`。',
  }),
  'column-twice': ({ file, column, line }) => ({
    message: `${file}，${at(line)}：“${column}”列出现了两次。`,
    hint: '请删去其中一列，或改个名字。',
  }),
  'rows-unreadable': ({ file, count }) => ({
    message: `${file}：有 ${count} 行无法读取，什么都没有导入。`,
    hint: '请改正列出的各行；或加上 `--skip-unreadable`，只导入其余各行。',
  }),
  'answers-unreadable': ({ file, line, column, reason }) => ({
    message: `${file}${line === null ? '' : `，${at(line, column)}`}：${reason}。`,
    hint: '内容应为“问题: 回答”的对照，JSON 或 YAML 均可：`problem: topup-failed`。',
  }),
  'file-exists': ({ file }) => ({ message: `${file} 已经存在。`, hint: '请换个文件名，或加 `--force` 覆盖它。' }),
  'output-failed': ({ full, reason }) => ({
    message: `结果无法写到标准输出（${full ? '磁盘已满' : reason}）。`,
    hint: '如果这条命令要记录或修改内容，那已经完成：重复之前请先查看。',
  }),
  'disk-full': ({ path }) => ({ message: `无法写入 ${path}：磁盘已满。`, hint: '没有做任何改动。请腾出空间后再试。' }),
  'not-writable': ({ path, named }) => ({
    message: `${path} 无法写入。`,
    hint: named
      ? '没有做任何改动。请检查写入权限，或把文件写到别的文件夹。'
      : '没有做任何改动。请检查写入权限，或用 `--data-dir` 换个位置。',
  }),
  'data-unusable': ({ path, reason }) => ({
    message: `无法打开 ${path} 中的数据（${reason}）。`,
    hint: '没有做任何改动。',
  }),
  'data-damaged': ({ path, kept }) => ({
    message: `数据文件 ${path} 已损坏。`,
    hint: `原文件未动，并另存了一份副本 ${kept}。要重新开始，请先移走 ${path}，再用 \`okhelp note import 文件\` 导入上次的导出。`,
  }),
  'data-newer': ({ path, found, known }) => ({
    message: `${path} 中的数据由更新的 okhelp 写入（数据版本 ${found}，本程序只认识 ${known}）。`,
    hint: '没有做任何改动。请使用更新的 okhelp，或用 `--data-dir` 换个目录。',
  }),
  'data-busy': ({ path }) => ({
    message: `${path} 中的数据正被另一个 okhelp 使用。`,
    hint: '没有做任何改动。请等它结束后再试。',
  }),
  'settings-damaged': ({ path }) => ({
    message: `设置文件 ${path} 不是有效的 JSON。`,
    hint: '请改正它，或把它移走重新设置。',
  }),
  'no-clipboard': ({ tools }) => ({
    message: `这里没有可用的剪贴板程序（试过：${list(tools)}）。`,
    hint: '可以改用 `-o 文件` 把草稿写入文件。',
  }),
  'no-opener': ({ reason }) => ({
    message: `无法打开邮件程序（${reason}）。`,
    hint: '可以先用 `--format eml -o mail.eml` 写入文件，再打开它。',
  }),
  internal: ({ reason, log }) => ({
    message: `okhelp 自身出了错：${reason}。`,
    hint: log
      ? `您的记录没有受影响。细节写在 ${log}；请先自己看一遍，再把它发给 okhelp 的开发者。`
      : '您的记录没有受影响。请加 `--debug` 再运行一次，先自己看一遍，再把输出发给 okhelp 的开发者。',
  }),
  interrupted: ({ resume }) => ({
    message: '已停止。',
    hint: resume ? `已回答的内容都保留着；用 \`${resume}\` 继续。` : '',
  }),
};

export const errors: Messages['errors'] = { prefix: 'okhelp: ', stdin: '标准输入', codes };
