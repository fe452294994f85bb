// Which files of a ZIP archive may hold transactions: by their names, without unpacking anything.
import { unzipSync } from 'fflate';

/** Endings of the formats that okhelp reads. */
const READABLE = /\.(?:csv|tsv|txt|xlsx?|json|xml|ofx|qfx|qif|sta|mt940|940|journal|ledger|beancount)$/i;

/** What lies beside the notes in an archive that okhelp made. */
const BESIDE_NOTES = /^(?:README|SHA256SUMS)\.txt$|(?:^|\/)(?:contacts|timeline|evidence|case)\.(?:csv|json)$/;

const MOST = 5;

/**
 * The names, at most five; of an archive that okhelp made only its notes. Null where the bytes are no ZIP file or a
 * damaged one, or belong to a program that packs its documents as ZIP (a workbook, a text document).
 */
export function transactionsInZip(bytes: Uint8Array): string[] | null {
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(readable(name));
        return false;
      },
    });
  } catch {
    return null;
  }
  if (names.length === 0 || names.some((name) => name === '[Content_Types].xml' || name === 'mimetype')) return null;
  const wanted = names.filter((name) => READABLE.test(name) && !name.startsWith('__MACOSX/'));
  if (names.includes('SHA256SUMS.txt')) return wanted.includes('notes.csv') ? ['notes.csv'] : notes(wanted);
  return wanted.slice(0, MOST);
}

const notes = (names: readonly string[]): string[] => names.filter((name) => !BESIDE_NOTES.test(name)).slice(0, MOST);

/** Chinese programs on Windows write the names in GB18030 and do not say so; they come as bytes of one character each. */
function readable(name: string): string {
  if (!/[\x80-\xff]/.test(name) || /[^\x00-\xff]/.test(name)) return name;
  const bytes = Uint8Array.from(name, (char) => char.charCodeAt(0));
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {}
  }
  return name;
}
