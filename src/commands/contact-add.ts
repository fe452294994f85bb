// okhelp contact add: saves an official channel with where it was found; says where it looks odd or like another one.

import { domainToUnicode } from 'node:url';
import type { Context } from '../context.ts';
import type { CommandModule } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import { nearest } from '../nearest.ts';
import { writeSetting } from '../settings.ts';
import { CONTACT_KINDS, type ContactKind, type SavedContact } from '../store/store.ts';
import { checkAddress } from '../support/address-check.ts';
import { redact } from '../support/redact.ts';
import { answer, sayWarning, tell } from '../terminal/lines.ts';
import type { Prompter } from '../terminal/prompter.ts';
import { contactDocument, dayOf, isValue, savedAddresses, sayLookAlike } from './contacts/known.ts';
import { type Answers, askContact, PARTS } from './contacts/questions.ts';
import { contactValue, remark } from './contacts/value.ts';

interface Options {
  args: string[];
  found?: string;
  memo?: string;
  use?: boolean;
}

export const contactAdd: CommandModule<Options> = {
  define: ({ contact: { add: words } }) => ({
    summary: words.summary,
    arguments: [
      { name: '[KIND]', description: words.kind },
      { name: '[VALUE]', description: words.value },
    ],
    options: [
      { flags: '--found <WHERE>', description: words.options.found },
      { flags: '--memo <TEXT>', description: words.options.memo },
      { flags: '--use', description: words.options.use },
    ],
    examples: words.examples,
  }),

  async run(options, context) {
    const { io, t } = context;
    const words = t.contact.add;
    const prompter = context.json ? null : await context.prompter();
    const told = await gathered(options, prompter, context);
    if (!told) {
      answer(words.notSaved, { io });
      return 0;
    }
    const { kind, value, found, memo } = told;
    if (options.use && kind !== 'email')
      throw new OkhelpError('bad-value', { flag: '--use', value: kind, expected: 'email' });
    const { contacts } = await context.store();
    const known = contacts.list();
    let odd = false;
    const before = known.find((one) => one.kind === kind && isValue(one.value, value));
    if (!before) {
      const check = checkAddress(value, savedAddresses(known, context), domainToUnicode);
      sayLookAlike(check, context);
      odd = check.verdict === 'looks-alike' || (check.verdict !== 'same' && check.signs.length > 0);
      if (odd && prompter && !(await prompter.confirm({ message: words.saveAnyway, default: false }))) {
        answer(words.notSaved, { io });
        return 0;
      }
    }
    const saved = before ?? contacts.save({ kind, value, found, memo });
    const used = await useForDrafts(saved, options, prompter, context);
    if (context.json) {
      const settings = used ? { ...context.settings, 'support-address': value } : context.settings;
      io.document({ schema: 'okhelp.contact/1', ...contactDocument(saved, { settings }) });
      return 0;
    }
    answer(before ? words.already(saved.id, dayOf(saved, context)) : words.done(saved.id, saved.value), { io });
    if (used) answer(words.used(saved.value), { io });
    else if (kind === 'email' && !odd && !isValue(value, context.settings['support-address']))
      tell(words.useHint(value), { io });
    return 0;
  },
};

/** With --use at once; at a terminal after a yes. Gives whether drafts go there from now on. */
async function useForDrafts(
  { kind, value }: SavedContact,
  { use }: Options,
  prompter: Prompter | null,
  { settings, configDir, t }: Context,
): Promise<boolean> {
  const current = settings['support-address'];
  if (kind !== 'email' || (isValue(value, current) && !use)) return false;
  const wanted = use || (prompter && (await prompter.confirm({ message: t.contact.add.useIt, default: !current })));
  if (!wanted) return false;
  await writeSetting(configDir, 'support-address', value);
  return true;
}

/** What the line says, and the rest by questions; `answer-missing` where nobody can be asked, null where the person leaves. */
async function gathered(
  { args, found, memo }: Options,
  prompter: Prompter | null,
  context: Context,
): Promise<Omit<SavedContact, 'id' | 'saved'> | null> {
  const words = context.t.contact.add;
  const needed = (flag: string, what: string): never => {
    throw new OkhelpError('answer-missing', { flag, what });
  };
  const kind = args[0] === undefined ? undefined : kindNamed(args[0]);
  const given: Partial<Answers> = {
    ...(kind && { kind }),
    ...(kind && args[1] !== undefined && { value: contactValue(kind, args[1], context) }),
    ...(found?.trim() && { found }),
  };
  const open = PARTS.find((part) => given[part] === undefined);
  if (open && !prompter) {
    const flag = { kind: 'KIND', value: 'VALUE', found: '--found' }[open];
    return needed(flag, words[open]);
  }
  const answers = open && prompter ? await askContact(given, prompter, context) : (given as Answers);
  if (answers === null) return null;
  return {
    kind: answers.kind,
    value: answers.value,
    found: await clean('--found', answers.found, context),
    memo: await clean('--memo', memo ?? '', context),
  };
}

function kindNamed(text: string): ContactKind {
  const found = CONTACT_KINDS.find((kind) => kind === text.trim().toLowerCase().replace('-', ''));
  if (found) return found;
  throw new OkhelpError('bad-value', {
    flag: 'KIND',
    value: text,
    expected: CONTACT_KINDS.join(', '),
    suggestion: nearest(text, CONTACT_KINDS),
  });
}

/** A remark on one line; a secret in it is left out, and that is said. */
async function clean(flag: string, text: string, context: Context): Promise<string> {
  const { t } = context;
  const { text: rest, redactions } = await redact(remark(flag, text), flag, t.email.placeholders);
  if (redactions.length > 0) sayWarning(t.contact.add.secret, context);
  return rest;
}
