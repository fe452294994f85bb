// Hands over a draft that is no mail: shown, written to a file, copied; then what to mind on the way is said.
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import { writeOutput } from '../../files.ts';
import type { Channel } from '../../support/case-event.ts';
import type { ChannelDraft, Voice } from '../../support/channels/material.ts';
import { cleanForTerminal } from '../../terminal/clean.ts';
import { copyText, programs } from '../../terminal/clipboard.ts';
import { readable, tell, tellFailed } from '../../terminal/lines.ts';
import type { BACK, Prompter } from '../../terminal/prompter.ts';
import { sayAll } from './channel.ts';
import type { Desktop } from './deliver.ts';
import { saidOf } from './gather.ts';
import { askSent, isWatched, keepDraft } from './keep.ts';

export interface TextFlags {
  output?: string;
  force?: boolean;
  copy?: boolean;
}

export interface Handing {
  draft: ChannelDraft;
  voice: Voice;
  /** Over the body, in the language of the run; none where it is all there is. */
  title: string | null;
  /** What the clipboard gets, and what is said then. */
  copied: { text: string; said: string };
  /** A second text that can be copied at the terminal, by its words. */
  second?: { label: string; text: string; said: string };
  /** The channel by which it is sent, where the person may say that it was; a call is recorded with what was said. */
  sent?: Channel;
  /** What is said on stderr. */
  lines: string[];
  /** The name of a file that is offered at the terminal. */
  file: string;
  /** False where the flags tell of another transaction than the case does: it is then not the case's draft. */
  ofCase: boolean;
}

/** With `--json` the document comes last, so that an error on the way is the only document. */
export async function handOut(
  handing: Handing,
  { output, force = false, copy = false }: TextFlags,
  prompter: Prompter | null,
  context: Context,
  desktop: Desktop,
): Promise<number> {
  const { draft } = handing;
  const { io, json } = context;
  if (output === '') throw new OkhelpError('missing-value', { flag: '--output' });
  const text = written(handing);
  const toFile = output !== undefined && output !== '-';
  if (toFile ? isWatched(context) : !json) io.out(readable(toFile ? `${text}\n` : text, io));
  if (toFile) await write(text, output, force, context);
  if (copy) await copyOne(handing.copied, context, desktop);
  const { kind, language, subject, body, more } = draft;
  const whole = [body, ...(kind === 'chat' ? more.map((part) => part.text) : [])].join('\n\n');
  io.say('');
  sayAll(handing.lines, context);
  const kept =
    handing.ofCase && draft.case
      ? await keepDraft(draft.case, { kind, language, subject: subject ?? '', body: whole }, context)
      : null;
  if (json) io.document(draft);
  const offered = prompter && output === undefined && !copy && io.stdout.isTTY;
  const taken = offered ? await offer(handing, text, prompter, context, desktop) : copy || output !== undefined;
  if (prompter && taken && kept && handing.sent)
    await askSent(draft.case!, { kind: 'sent', channel: handing.sent, draft: kept }, prompter, context);
  return 0;
}

/** As it is shown and written: subject, body, and the parts that belong to it, each under its title. */
function written({ draft, voice, title }: Handing): string {
  const { mail, preview } = voice.email;
  const blocks: string[] = [];
  if (draft.subject !== null) blocks.push(mail.row(preview.subject, draft.subject), '');
  if (title !== null) blocks.push(`# ${title}`, '');
  blocks.push(draft.body);
  for (const part of draft.more) blocks.push('', `# ${part.title}`, '', part.text);
  return blocks.join('\n').split('\n').map(cleanForTerminal).join('\n');
}

async function write(text: string, file: string, force: boolean, context: Context): Promise<void> {
  await writeOutput(file, `${text}\n`, context, { force });
  tell(context.t.email.written(file), context);
}

async function copyOne(copied: Handing['copied'], context: Context, desktop: Desktop): Promise<void> {
  await copyText(`${copied.text}\n`, context.host.platform, desktop.run ?? programs(context.host.env));
  tell(copied.said, context);
}

/** At the terminal: copy or write, as often as wanted. What fails is said. Gives whether anything was done. */
async function offer(
  handing: Handing,
  text: string,
  prompter: Prompter,
  context: Context,
  desktop: Desktop,
): Promise<boolean> {
  const { offer: words } = context.t.draft;
  const { second } = handing;
  let taken = false;
  for (;;) {
    const choice: string | typeof BACK = await prompter.select<string>({
      message: words.message,
      choices: [
        { value: 'copy', label: words.copy },
        ...(second ? [{ value: 'second', label: second.label }] : []),
        { value: 'write', label: words.write },
        { value: 'done', label: words.done },
      ],
      default: taken ? 'done' : undefined,
    });
    try {
      if (choice === 'copy') await copyOne(handing.copied, context, desktop);
      else if (choice === 'second') await copyOne(second!, context, desktop);
      else if (choice === 'write') taken = (await askAndWrite(handing, text, prompter, context)) || taken;
      else return taken;
      taken ||= choice !== 'write';
    } catch (error) {
      if (!(error instanceof OkhelpError) || error.code === 'interrupted') throw error;
      tellFailed(saidOf(error, context), context);
    }
  }
}

/** Gives whether a file was written. */
async function askAndWrite({ file }: Handing, text: string, prompter: Prompter, context: Context): Promise<boolean> {
  const answer = await prompter.input({
    message: context.t.draft.offer.file,
    help: context.t.why.file,
    default: file,
    back: true,
  });
  const path = typeof answer === 'string' ? answer.trim() : '';
  if (!path) return false;
  try {
    await write(text, path, false, context);
  } catch (error) {
    if (!(error instanceof OkhelpError) || error.code !== 'file-exists') throw error;
    const { replace } = context.t.email.offer;
    if (!(await prompter.confirm({ message: replace(cleanForTerminal(path)), default: false }))) return false;
    await write(text, path, true, context);
  }
  return true;
}
