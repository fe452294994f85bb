// A pending or failed entry was counted, or one that did go through was not.
import type { CauseFinder, Fit, Scene } from '../explain.ts';
import type { Evidence } from '../findings.ts';
import { PRIOR } from '../likelihood.ts';
import { counts, movement, type Note, type NoteStatus } from '../note.ts';
import { magnitude } from './shared.ts';

export const status: CauseFinder = (scene) => [...wentThrough(scene), ...didNotGoThrough(scene)];

/** Recorded as pending, failed, … — but the balance moved. */
function wentThrough(scene: Scene): Fit[] {
  const open = scene.notes.filter((note) => note.status !== 'completed' && note.type !== 'balance');
  return open
    .filter((note) => movement(note) === scene.difference)
    .map((note) =>
      change(scene, note, 'completed', likelihoodOfThrough(note, scene), {
        kind: 'status-recorded',
        status: note.status,
      }),
    );
}

/** Recorded as completed, but the balance did not move. */
function didNotGoThrough(scene: Scene): Fit[] {
  return scene.notes
    .filter((note) => counts(note) && movement(note) === -scene.difference)
    .map((note) => {
      const likelihood = likelihoodOfUndone(note, scene.counted);
      const told = toldStatus(note);
      if (told)
        return change(scene, note, told, likelihood, { kind: 'error-recorded', error: note.error || note.memo });
      return change(scene, note, 'failed', likelihood, { kind: 'only-this-size' });
    });
}

/** Something pending may go through unnoticed; what failed seldom does, least of all where its own words say so. */
export function likelihoodOfThrough(note: Note, { usual, counted }: Pick<Scene, 'usual' | 'counted'>): number {
  const open = note.status === 'pending' ? 1.2 : 0.8;
  const told = note.status !== 'pending' && toldStatus(note) ? 0.1 : 1;
  return (PRIOR.wentThrough / counted) * usual.betterThrough(note) * open * told;
}

export function likelihoodOfUndone(note: Note, counted: number): number {
  return (PRIOR.didNotGoThrough / counted) * (toldStatus(note) ? 50 : 1);
}

/** What a note's own words say of how it ended, although its status says otherwise. */
export function toldStatus(note: Note): NoteStatus | null {
  const words = `${note.error} ${note.memo}`;
  if (/pending|processing|on hold|处理中|待处理|待到账|审核中/i.test(words)) return 'pending';
  if (/cancel|取消|撤销/i.test(words)) return 'cancelled';
  if (/revers|returned|退回|冲正/i.test(words)) return 'reversed';
  if (note.error || /fail|declin|reject|失败|拒绝|未成功/i.test(words)) return 'failed';
  return null;
}

function change(scene: Scene, note: Note, to: NoteStatus, likelihood: number, evidence: Evidence): Fit {
  return {
    cause: 'status',
    likelihood,
    notes: [note],
    between: null,
    amount: magnitude(scene.difference),
    effect: scene.difference,
    corrections: [{ op: 'set', note: note.id, field: 'status', from: note.status, to }],
    evidence: [evidence],
  };
}
