// 紧急情况清单的话；各步骤本身写在 content/emergency.yaml 和 content/regions/ 里。
import type { Messages } from '../index.ts';

const contacts = { phone: '电话', web: '网页', email: '邮箱', address: '地址', hours: '时间' };

export const emergency: Messages['emergency'] = {
  summary: '钱或账户有危险：按顺序先做什么',
  description:
    '在终端里一步一步来，每做完一步就勾上，时间记入事项；随时可以停下，再次运行 `okhelp emergency` 会接着走。在管道里一次列出全部步骤。不需要任何设置，也不依赖已保存的数据。',
  options: {
    region: '您所在的国家或地区，两位字母代码，例如 CN、HK，用来显示当地的报警电话',
    case: '勾选记入哪个事项',
    fresh: '在新的事项里重新开始',
    done: '勾上某一步（写名称或序号）；早先做的加 =时间',
    sources: '每条说明、每个号码的来源',
  },
  examples: [
    ['okhelp emergency', '一步一步来'],
    ['okhelp emergency --region CN --no-input', '一次列出全部步骤'],
    ['okhelp emergency --done freeze=14:05 --done police', '在脚本里勾选'],
  ],
  contact: (kind, value) => `${contacts[kind]}：${value}`,
  yours: (kind, value, found) => `您保存的${kind}：${value}（出处：${found}）`,
  doneAt: (time) => `${time} 已做`,
  left: '不适用',
  open: '还没做',
  numbersRead: (day) =>
    `号码和网页为 ${day} 查阅。打不通时，请到该机构官网核对。各自的来源见 \`okhelp emergency --sources\`。`,
  noRegion:
    '还不知道您在哪个国家或地区，所以这里没有当地的报警电话。请加上 `--region` 和两位字母代码（例如 CN、HK），或用 `okhelp config set region CN` 保存。',
  sources: '来源',
  source: (title, where, day) => `${title}，${where}，${day} 查阅`,
  sourcesOf: (step) => `“${step}”`,

  isDone: (n, total) => `第 ${n} 步，共 ${total} 步：做完了吗？`,
  choices: {
    done: '做完了',
    later: '稍后再做，先看下一步',
    skip: '我的情况用不上',
    stop: '先停在这里，以后用 okhelp emergency 继续',
    keep: '保持不变，看下一步',
    undo: '其实还没做',
  },
  soFar: '目前的进度',
  goesOn: (id, day) => `接着事项 ${id}（${day} 开始）。如果是另一件事：\`okhelp emergency --new\`。`,
  whereLive: '您在哪个国家或地区？这样就能显示当地的报警电话。',
  regionSaved: (code) => `已保存为设置：region = ${code}。`,
  whichCase: '这属于哪个事项？勾选会记在里面。',
  newCase: '都不是，是新的事情',
  caseTitle: (id, title, day) => `${id}  ${title}（${day}）`,
  kept: (id) => `勾选已记入事项 ${id}。`,
  notKept: (reason) => `无法保存勾选：${reason}步骤仍然全部列在这里。`,
  settingsDamaged: '设置无法读取，先不用设置继续。',
  stopped: '已勾选的都保存了，用 `okhelp emergency` 继续。',
  stoppedUnkept: '用 `okhelp emergency` 可以再次查看这些步骤。',
  allDone: '各步都已做完，或与您无关。',
  stillOpen: (n) => `还有 ${n} 步没做，用 \`okhelp emergency\` 再次查看。`,
  next: '接下来可以运行',
  nextMail: '把经过写下来，交给客服、银行和警方',
  nextDiagnose: '回答几个问题，看看接下来怎么办',
  go: '现在就一步一步走紧急步骤吗？',
  goes: '紧急步骤，一步一步来',
  menu: '钱或账户有危险：马上该做什么',
  menuHint: '从最紧急的开始，一步一步来。',
};
