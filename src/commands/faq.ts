// `okhelp faq [words…]`: the answer that fits the words best, one entry by its id, or all questions by topic.
import type { Context } from '../context.ts';
import type { CommandModule } from '../definition.ts';
import type { Language } from '../globals.ts';
import { type Answers, FAQ_TOPICS, type Faq, type FaqTopic } from '../knowledge/answers.ts';
import type { Hit } from '../knowledge/search.ts';
import { warn } from './diagnosis/warning.ts';

interface Options {
  /** The words. */
  args: string[];
  topic?: FaqTopic;
  sources?: boolean;
}

/** What was asked, and what was found; `hits` null where nothing was asked. */
export interface FaqAnswer {
  language: Language;
  faq: Faq;
  answers: Answers;
  /** The words without secrets. */
  query: string | null;
  topic: FaqTopic | null;
  hits: Hit[] | null;
  sources: boolean;
}

export const faq: CommandModule<Options> = {
  define: ({ answers: { faq: words } }) => ({
    summary: words.summary,
    description: words.description,
    arguments: [{ name: '[words...]', description: words.words }],
    options: [
      { flags: '--topic <TOPIC>', description: words.options.topic, choices: FAQ_TOPICS },
      { flags: '--sources', description: words.options.sources },
    ],
    examples: words.examples,
  }),

  async run({ args, topic = null, sources = false }, context) {
    const typed = args.join(' ').trim();
    const asked = await answerTo(typed, topic, context);
    const answer: FaqAnswer = { ...asked, topic, sources };
    if (context.json) {
      const { faqDocument } = await import('./answers/faq-document.ts');
      context.io.document(faqDocument(answer, context));
      return 0;
    }
    const { faqPage } = await import('./answers/faq-page.ts');
    const { showPaged } = await import('../terminal/pager.ts');
    const t = await context.messages(answer.language);
    await showPaged(faqPage(answer, { io: context.io, t }), context);
    return 0;
  },
};

/** Finds the entry that is named, or searches in the language of the words; secrets are taken out before. */
async function answerTo(
  typed: string,
  topic: FaqTopic | null,
  context: Context,
): Promise<Omit<FaqAnswer, 'topic' | 'sources'>> {
  if (!typed) {
    const answers = await context.answers();
    return { language: context.lang, faq: answers.faq(), answers, query: null, hits: null };
  }
  const own = await context.answers();
  const named = typed.toLowerCase();
  const all = own.faq();
  if (Object.hasOwn(all.entries, named)) {
    return {
      language: context.lang,
      faq: all,
      answers: own,
      query: named,
      hits: [{ id: named, score: 1, sure: true, terms: [] }],
    };
  }
  const query = await withoutSecrets(typed, context);
  const { spoken, hits } = await search(query, topic, context);
  // What was asked in Chinese is answered in Chinese, unless --lang says otherwise.
  const language = context.langAsked ?? (hits.length > 0 ? spoken : context.lang);
  const answers = await context.answers(language);
  return { language, faq: answers.faq(), answers, query, hits };
}

/** Searches in the language of the words. `USDT` or `App` alone is in no language: then in that of this run first. */
async function search(
  query: string,
  topic: FaqTopic | null,
  context: Context,
): Promise<{ spoken: Language; hits: Hit[] }> {
  const { hasHan } = await import('../knowledge/search-words.ts');
  const { searchFaq } = await import('../knowledge/search.ts');
  const among = async (spoken: Language) => ({
    spoken,
    hits: searchFaq(query, (await context.answers(spoken)).indexes, topic),
  });
  if (hasHan(query)) return among('zh-CN');
  if (context.lang === 'zh-CN' && !query.includes(' ')) {
    const own = await among('zh-CN');
    if (own.hits.length > 0) return own;
  }
  return among('en');
}

/** The words as they may be searched and shown; says it where something was taken out. */
async function withoutSecrets(typed: string, context: Context): Promise<string> {
  const { t } = context;
  const { redact } = await import('../support/redact.ts');
  const { text, redactions } = await redact(typed, 'words', t.email.placeholders);
  if (redactions.length === 0) return text;
  warn(t.answers.faq.secretLeftOut, context);
  return text.replace(/\[[A-Za-z -]{3,20} removed\]|\[已删除[:：][^[\]\n]{1,8}\]|\d{6}\*{3,9}\d{4}/g, ' ').trim();
}
