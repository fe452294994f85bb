// 命令补全的用语。
import type { Messages } from '../index.ts';

export const complete: Messages['complete'] = {
  summary: '输出脚本，让您的 shell 能补全 okhelp 的命令、选项和取值',
  description:
    '加载之后，按 Tab 键可以补全命令、选项和取值，并显示各自的含义：您的事项、记录和账户，问题类型，提问和可选的回答，指南，常见问题，文件格式，币种和设置。补全只读取您的数据，不写入任何内容。把您所用 shell 的那一行运行一次，然后打开新的终端。',
  shell: (list) => `shell 的名称：${list.replaceAll(', ', '、')}`,
  examples: {
    bash: '用于 bash',
    zsh: '用于 zsh',
    fish: '用于 fish',
    powershell: '用于 PowerShell',
  },
  problem: '是哪一类问题',
  caseIn: (title, state) => `${title}，${state}`,
};
