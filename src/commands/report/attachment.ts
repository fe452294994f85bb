// The report of a case as a file that goes with a mail, in the mail's language.
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import type { Language } from '../../globals.ts';
import { reportPage } from '../../report/page.ts';
import type { Attached } from '../drafting/attach.ts';
import { composed } from './compose.ts';
import { materialOf } from './material.ts';
import { wordsOf } from './words.ts';

declare const OKHELP_VERSION: string;

/** As `okhelp report --case` writes it for support, without secrets. Throws `needs-flag` where there is no case. */
export async function reportAttachment(caseId: string | null, language: Language, context: Context): Promise<Attached> {
  if (caseId === null) throw new OkhelpError('needs-flag', { flag: '--attach-report', needed: '--case' });
  const spoken: Context = {
    ...context,
    lang: language,
    t: await context.messages(language),
    content: (wanted = language) => context.content(wanted),
  };
  const material = await materialOf({ case: caseId, selection: {}, wish: {} }, spoken);
  const version = typeof OKHELP_VERSION === 'string' ? OKHELP_VERSION : '0.0.0-src';
  const command = `okhelp report --case ${caseId}`;
  const { data, redactions } = await composed(
    material,
    { audience: 'support', allNotes: false, command, version },
    spoken,
  );
  const content = new TextEncoder().encode(reportPage(data, wordsOf(spoken)).html);
  return {
    attachments: [{ name: 'okhelp-report.html', type: 'text/html', content }],
    redactions: redactions.map(({ kind }) => ({ kind, where: 'report' })),
    nameRedactions: [],
    // There is no file of the person's own of which it would be a copy.
    origins: [{ path: null, secrets: 0 }],
  };
}
