// An entry stands on the wrong side of a reading: before it in the notes, behind it in truth, or the other way round.
import type { CauseFinder, Fit } from '../explain.ts';
import type { Note } from '../note.ts';
import { formatTime, type Moment } from '../time.ts';
import { magnitude, movedBy } from './shared.ts';

export const wrongTime: CauseFinder = ({ at, difference, notes, next }) => {
  const late = (next ?? []).filter((note) => note.balance === null && movedBy(note) === difference);
  const early = notes.filter((note) => note.balance === null && movedBy(note) === -difference);
  const MINUTE = 60_000;
  return [
    ...late.map((note) => moved(note, at.note.time, -MINUTE)),
    ...early.map((note) => moved(note, at.note.time, MINUTE)),
  ];

  function moved(note: Note, reading: Moment, by: number): Fit {
    const to = { epoch: reading.epoch + by, offset: note.time.offset };
    return {
      cause: 'wrong-time',
      score: at.note.type === 'balance' ? 74 : 66,
      notes: [note],
      between: null,
      amount: magnitude(difference),
      effect: difference,
      corrections: [{ op: 'set', note: note.id, field: 'time', from: formatTime(note.time), to: formatTime(to) }],
      evidence: [{ kind: 'other-side-of-reading' }],
    };
  }
};
