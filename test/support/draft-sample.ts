// What the draft tests share: one problem in both languages, as compiled content would have it, and the words of a mail.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../src/globals.ts';
import { type Outcome, PROBLEM_IDS, type Problem, type ProblemId } from '../../src/knowledge/content.ts';
import { loadMessages } from '../../src/messages/index.ts';
import type { DraftInput } from '../../src/support/draft.ts';
import type { MailVoice } from '../../src/support/email.ts';
import { temporaryFolder } from '../host.ts';

const TEXTS = {
  en: {
    title: 'A top-up failed',
    subject: 'Top-up failed or not credited',
    opening: 'A top-up of my wallet failed or was not credited, and I ask you to look into it.',
    question: 'Did the money leave your bank account?',
    yes: 'Yes',
    ask: '1. Tell me why this top-up failed.\n2. Return the money or credit it.',
  },
  'zh-CN': {
    title: '充值失败',
    subject: '充值失败或未到账',
    opening: '我的一笔钱包充值失败或未到账，请协助核查。',
    question: '银行账户有没有扣款？',
    yes: '有',
    ask: '1. 请告知这笔充值失败的原因。\n2. 请退回或补入账。',
  },
};

export function sampleOutcome(language: Language): Outcome {
  const text = TEXTS[language];
  return {
    id: 'topup-taken',
    title: text.title,
    urgency: 'soon',
    because: '',
    steps: [],
    evidence: [],
    avoid: [],
    next: [],
    ask: text.ask,
    faq: [],
  };
}

export function sampleProblem(language: Language, id: ProblemId = 'topup-failed'): Problem {
  const text = TEXTS[language];
  const choice = (value: string, label: string) => ({ value, label, next: 'outcome:topup-taken' });
  return {
    id,
    title: text.title,
    summary: text.title,
    start: 'topup-debited',
    questions: [
      {
        id: 'topup-debited',
        text: text.question,
        why: '',
        kind: 'choice',
        choices: [choice('yes', text.yes), choice('unknown', '?')],
      },
    ],
    outcomes: [sampleOutcome(language)],
    mail: {
      subject: text.subject,
      opening: text.opening,
      needs: ['account', 'time', 'amount', 'currency', 'transaction'],
    },
  };
}

/** A content folder in which every problem is the sample. */
export function sampleContent(): string {
  const folder = temporaryFolder();
  for (const language of ['en', 'zh-CN'] as const) {
    mkdirSync(join(folder, language, 'problems'), { recursive: true });
    const index = PROBLEM_IDS.map((id) => ({ id, title: id, summary: id }));
    writeFileSync(join(folder, language, 'problems.json'), JSON.stringify(index));
    for (const id of PROBLEM_IDS) {
      writeFileSync(join(folder, language, 'problems', `${id}.json`), JSON.stringify(sampleProblem(language, id)));
    }
  }
  return folder;
}

export async function sampleVoice(language: Language): Promise<MailVoice> {
  const messages = await loadMessages(language);
  return { language, words: messages.email };
}

/** Everything known, nothing secret. */
export function sampleInput(language: Language): DraftInput {
  return {
    problem: sampleProblem(language),
    outcome: sampleOutcome(language),
    name: '张三',
    from: 'zhang@example.org',
    to: 'help@wallet.example',
    fields: {
      account: '138****0001',
      time: '2026-03-01T09:00:00+08:00',
      amount: '500.00',
      currency: 'CNY',
      transaction: 'T20260301A7',
      errorCode: 'E102',
      errorMessage: 'bank refused',
    },
    answers: [{ question: TEXTS[language].question, answer: TEXTS[language].yes }],
    tried: [language === 'en' ? 'Tried again with a smaller amount' : '换了较小的金额重试'],
    check: null,
    attachments: [{ name: '截图.png', type: 'image/png', content: new Uint8Array([0x89, 0x50, 0x4e, 0x47]) }],
    caseId: 'c7',
  };
}
