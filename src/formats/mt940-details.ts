// What stands in field 86 of MT940: free words, German ?-subfields, or /CODE/ words; the name of the other side among them.

/** All that was written of an entry, in one line, subfield marks left out. */
export function detailWords(supplementary: readonly string[], details: readonly string[]): string {
  const parts = subfields(details);
  const words = parts
    ? [...parts]
        .filter(([mark]) => mark === 0 || (mark >= 20 && mark <= 29) || (mark >= 60 && mark <= 63))
        .map(([, text]) => text)
    : details;
  return [...supplementary, ...words]
    .map((text) => text.trim())
    .filter(Boolean)
    .join(' ');
}

/** The other side's name where its place is known: ?32 and ?33, or /NAME/; empty otherwise. */
export function counterpartyIn(details: readonly string[]): string {
  const parts = subfields(details);
  if (parts) return `${parts.get(32) ?? ''}${parts.get(33) ?? ''}`.replace(/\s+/g, ' ').trim();
  return /\/NAME\/\s*([^/]+)/.exec(details.join(''))?.[1]?.trim() ?? '';
}

/** A three-digit code, then `?NN` before each part (an agreement of German and Polish banks); null where it is not that. */
function subfields(details: readonly string[]): Map<number, string> | null {
  const text = details.join('');
  const match = /^\d{3}([?<~^])(?=\d\d)/.exec(text);
  if (!match) return null;
  const parts = new Map<number, string>();
  for (const part of text.slice(4).split(match[1]!)) {
    const mark = /^\d\d/.exec(part);
    if (mark) parts.set(Number(mark[0]), part.slice(2));
    else if (parts.size) {
      const [last] = [...parts.keys()].slice(-1);
      parts.set(last!, `${parts.get(last!)}${match[1]}${part}`);
    }
  }
  return parts;
}
