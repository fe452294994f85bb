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
import type { Prompter } from '../terminal/prompter.ts';
import { wrap } from '../terminal/width.ts';
import { contactDocument, dayOf, isValue, savedAddresses, sayLookAlike } from './contacts/known.ts';
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
    const { kind, value, found, memo } = await gathered(options, prompter, context);
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
        io.out(words.notSaved);
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
    io.out(before ? words.already(saved.id, dayOf(saved, context)) : words.done(saved.id, saved.value));
    if (used) io.out(words.used(saved.value));
    else if (kind === 'email' && !odd && !isValue(value, context.settings['support-address']))
      io.say(words.useHint(value));
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

/** What the line says, and the rest by questions; `answer-missing` where nobody can be asked. */
async function gathered(
  { args, found, memo }: Options,
  prompter: Prompter | null,
  context: Context,
): Promise<Omit<SavedContact, 'id' | 'saved'>> {
  const words = context.t.contact.add;
  const needed = (given: string | undefined, flag: string, what: string): Prompter => {
    if (!prompter || given !== undefined) throw new OkhelpError('answer-missing', { flag, what });
    return prompter;
  };
  const kind = args[0] !== undefined ? kindNamed(args[0]) : await askKind(needed(args[0], 'KIND', words.kind), context);
  const value =
    args[1] !== undefined
      ? contactValue(kind, args[1], context)
      : await askValue(kind, needed(args[1], 'VALUE', words.value), context);
  const where = found?.trim() ? found : await askFound(needed(found, '--found', words.found), context);
  return {
    kind,
    value,
    found: await clean('--found', where, context),
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

async function askKind(prompter: Prompter, { t }: Context): Promise<ContactKind> {
  const choices = CONTACT_KINDS.map((kind) => ({ value: kind, label: t.contact.kinds[kind] }));
  return (await prompter.select({ message: t.contact.add.whichKind, choices })) as ContactKind;
}

async function askValue(kind: ContactKind, prompter: Prompter, context: Context): Promise<string> {
  const { add, expected } = context.t.contact;
  const validate = (text: string): string | null => {
    try {
      contactValue(kind, text, context);
      return null;
    } catch (error) {
      if (error instanceof OkhelpError) return add.notThis(expected[kind]);
      throw error;
    }
  };
  return contactValue(kind, (await prompter.input({ message: add.whichValue, validate })) as string, context);
}

async function askFound(prompter: Prompter, { t }: Context): Promise<string> {
  const { whereFound: message, whyFound: why, foundHint: hint } = t.contact.add;
  const validate = (text: string) => (text.trim() === '' ? t.ask.required : null);
  return (await prompter.input({ message, why, hint, validate })) as string;
}

/** A remark on one line; a secret in it is left out, and that is said. */
async function clean(flag: string, text: string, { io, t }: Context): Promise<string> {
  const { text: rest, redactions } = await redact(remark(flag, text), flag, t.email.placeholders);
  if (redactions.length > 0) io.say(wrap(t.contact.add.secret, io.widthErr).map(io.paintErr.warn).join('\n'));
  return rest;
}
