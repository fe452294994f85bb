// What was taken out of a text, as a case keeps it beside its fields: `one-time-code errorMessage`, one a line.
import { type Redaction, SECRET_KINDS, type SecretKind } from './draft.ts';

/** The name among a case's fields under which its redactions lie. */
export const REDACTIONS = 'redactions';
/** Those of the check's text that the case keeps. */
export const CHECK_REDACTIONS = 'checkRedactions';

export function writtenRedactions(redactions: readonly Redaction[]): string {
  return redactions.map(({ kind, where }) => `${kind} ${where}`).join('\n');
}

/** Lines of another shape are left out: a case may come from another okhelp. */
export function readRedactions(text: string | undefined): Redaction[] {
  return (text ?? '').split('\n').flatMap((line) => {
    const [, kind, where] = /^([a-z-]+) (\S.*)$/.exec(line) ?? [];
    return kind && where && (SECRET_KINDS as readonly string[]).includes(kind)
      ? [{ kind: kind as SecretKind, where }]
      : [];
  });
}

/** Which of okhelp's own placeholders stand in a text: then a secret was taken out of it before. */
export function placeholdersIn(text: string, where: string, placeholders: Record<SecretKind, string>): Redaction[] {
  return SECRET_KINDS.filter((kind) => text.includes(placeholders[kind])).map((kind) => ({ kind, where }));
}

/** Those that lie among the fields of a diagnosis or a case. */
export function redactionsIn(fields: Readonly<Record<string, string | undefined>>): Redaction[] {
  return readRedactions(fields[REDACTIONS]);
}
