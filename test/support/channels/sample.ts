// What the tests of the channels share: the sample draft as material, with a timeline.
import type { Language } from '../../../src/globals.ts';
import { loadMessages } from '../../../src/messages/index.ts';
import type { CaseEvent } from '../../../src/support/case-event.ts';
import { type Material, materialOf, type Voice } from '../../../src/support/channels/material.ts';
import type { DraftInput } from '../../../src/support/draft.ts';
import { sampleInput } from '../draft-sample.ts';

export const LANGUAGES = ['en', 'zh-CN'] as const;

export async function voiceOf(language: Language): Promise<Voice> {
  const { draft, email } = await loadMessages(language);
  return { language, words: draft, email };
}

/** `event('sent', '2026-03-01', { channel: 'email' })` */
export function event(kind: CaseEvent['kind'], day: string, more: Partial<CaseEvent> = {}): CaseEvent {
  const at = day.includes('T') ? day : `${day}T10:00:00+08:00`;
  return { id: `e${day}${kind}`, kind, at, recorded: at, ...more };
}

export interface Given {
  input?: Partial<DraftInput>;
  timeline?: CaseEvent[];
  company?: string | null;
}

/** The sample in that language with what is given over it. */
export async function material(language: Language, given: Given = {}): Promise<Material> {
  const { timeline = [], company = 'OKPay', input } = given;
  const voice = await voiceOf(language);
  const whole = { ...sampleInput(language), attachments: [], ...input };
  return materialOf({ input: whole, timeline, company, to: null }, voice);
}
