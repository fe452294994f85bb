// What an edit changed, field by field.
import { noteDocument } from '../../formats/okhelp-json.ts';
import { NOTE_FIELDS, type Note, type NoteField } from '../../ledger/note.ts';

export interface FieldChange {
  field: NoteField;
  /** Exact text, as in the JSON of a note; empty where there was nothing. */
  from: string;
  to: string;
}

export function changedFields(before: Note, after: Note): FieldChange[] {
  const [a, b] = [noteDocument(before), noteDocument(after)];
  return NOTE_FIELDS.filter((field) => a[field] !== b[field]).map((field) => ({
    field,
    from: a[field] ?? '',
    to: b[field] ?? '',
  }));
}
