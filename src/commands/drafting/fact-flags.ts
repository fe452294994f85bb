// The flags that say what a draft is about, the same for the mail and for every other channel.
import type { OptionDefinition } from '../../definition.ts';
import { PROBLEM_IDS } from '../../knowledge/content.ts';
import type { Messages } from '../../messages/index.ts';

export function factOptions({ email: { options } }: Messages): OptionDefinition[] {
  return [
    { flags: '--case <ID>', description: options.case },
    { flags: '--problem <ID>', description: options.problem, choices: PROBLEM_IDS },
    { flags: '--account <ID>', description: options.account },
    { flags: '--time <TIME>', description: options.time },
    { flags: '--error-code <C>', description: options.errorCode },
    { flags: '--error-message <M>', description: options.errorMessage },
    { flags: '--amount <A>', description: options.amount },
    { flags: '--currency <CCY>', description: options.currency },
    { flags: '--transaction <ID>', description: options.transaction },
    { flags: '--counterparty <WHO>', description: options.counterparty },
    { flags: '--tried <WHAT>', description: options.tried, repeatable: true },
  ];
}

/** Where a mail goes, from whom, and in which form. */
export function mailOptions({ email: { options } }: Messages): OptionDefinition[] {
  return [
    { flags: '--to <ADDRESS>', description: options.to },
    { flags: '--from <ADDRESS>', description: options.from },
    { flags: '--format <FORMAT>', description: options.format, choices: ['text', 'eml', 'mailto'] },
    { flags: '-o, --output <FILE>', description: options.output },
    { flags: '--force', description: options.force },
  ];
}

/** How a draft that is no mail is handed over. */
export function textOptions({ draft: { options } }: Messages): OptionDefinition[] {
  return [
    { flags: '-o, --output <FILE>', description: options.output },
    { flags: '--force', description: options.force },
    { flags: '--copy', description: options.copy },
    { flags: '--email-lang <zh-CN|en>', description: options.emailLang },
  ];
}
