// Every document that okhelp prints with --json, by its schema id: schemas/ is generated from these types.

import type { ChannelDraft } from '../support/channels/material.ts';
import type { EmailDraft } from '../support/email.ts';
import type { EmergencyDocument, FaqDocument, GuideDocument } from './answers.ts';
import type {
  CaseDeleteDocument,
  CaseDocument,
  CaseDraftDocument,
  CaseEntryDocument,
  CaseEvidenceDocument,
  CaseExportDocument,
  CaseRemindDocument,
  CasesDocument,
  CaseUndoDocument,
  NextDocument,
} from './cases.ts';
import type { CheckDocument } from './check.ts';
import type { ContactCheckDocument, ContactDocument, ContactsDocument } from './contacts.ts';
import type { DiagnosisDocument } from './diagnosis.ts';
import type {
  ExportDocument,
  ImportDocument,
  NotesDocument,
  OneNoteDocument,
  RemoveDocument,
  UndoDocument,
} from './notes.ts';
import type { ReportDocument } from './report.ts';
import type {
  ArchiveDocument,
  ColumnsDocument,
  CompletionDocument,
  DeleteAllDocument,
  ErrorDocument,
  HelpDocument,
  PathsDocument,
  PlacesDocument,
  SettingDocument,
  SettingsDocument,
  TopicDocument,
  VersionDocument,
} from './setup.ts';

/** A new document is a type here and a line below; `npm run schemas` writes its schema. */
export interface Documents {
  'okhelp.archive/1': ArchiveDocument;
  'okhelp.case-delete/1': CaseDeleteDocument;
  'okhelp.case-draft/1': CaseDraftDocument;
  'okhelp.case-entry/1': CaseEntryDocument;
  'okhelp.case-evidence/1': CaseEvidenceDocument;
  'okhelp.case-export/1': CaseExportDocument;
  'okhelp.case-remind/1': CaseRemindDocument;
  'okhelp.case-undo/1': CaseUndoDocument;
  'okhelp.case/1': CaseDocument;
  'okhelp.cases/1': CasesDocument;
  'okhelp.check/1': CheckDocument;
  'okhelp.columns/1': ColumnsDocument;
  'okhelp.completion/1': CompletionDocument;
  'okhelp.contact-check/1': ContactCheckDocument;
  'okhelp.contact/1': ContactDocument;
  'okhelp.contacts/1': ContactsDocument;
  'okhelp.delete-all/1': DeleteAllDocument;
  'okhelp.diagnosis/1': DiagnosisDocument;
  'okhelp.draft/1': ChannelDraft;
  'okhelp.email/1': EmailDraft;
  'okhelp.emergency/1': EmergencyDocument;
  'okhelp.error/1': ErrorDocument;
  'okhelp.export/1': ExportDocument;
  'okhelp.faq/1': FaqDocument;
  'okhelp.guide/1': GuideDocument;
  'okhelp.help/1': HelpDocument;
  'okhelp.import/1': ImportDocument;
  'okhelp.next/1': NextDocument;
  'okhelp.note/1': OneNoteDocument;
  'okhelp.notes/1': NotesDocument;
  'okhelp.paths/1': PathsDocument;
  'okhelp.places/1': PlacesDocument;
  'okhelp.remove/1': RemoveDocument;
  'okhelp.report/1': ReportDocument;
  'okhelp.setting/1': SettingDocument;
  'okhelp.settings/1': SettingsDocument;
  'okhelp.topic/1': TopicDocument;
  'okhelp.undo/1': UndoDocument;
  'okhelp.version/1': VersionDocument;
}

/** Any of them, told apart by `schema`. */
export type OkhelpDocument = Documents[keyof Documents];
