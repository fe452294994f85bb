// English: the source of every message; its type is the shape that each language must have.

import { answers } from './answers.ts';
import { ask } from './ask.ts';
import { cases } from './cases.ts';
import { check } from './check.ts';
import { complete } from './complete.ts';
import { config } from './config.ts';
import { contact } from './contact.ts';
import { diagnose } from './diagnose.ts';
import { draft } from './draft.ts';
import { email } from './email.ts';
import { emergency } from './emergency.ts';
import { errors } from './errors.ts';
import { help } from './help.ts';
import { ledger } from './ledger.ts';
import { note } from './note.ts';
import { report } from './report.ts';
import { statement } from './statement.ts';
import { steps } from './steps.ts';
import { why } from './why.ts';

export const en = {
  answers,
  ask,
  cases,
  check,
  complete,
  config,
  contact,
  diagnose,
  draft,
  email,
  emergency,
  errors,
  help,
  ledger,
  note,
  report,
  statement,
  steps,
  why,
};
