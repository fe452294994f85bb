// The times of a mismatch as the reader's own clock shows them: for what is read on a screen, never for what is stored.
import type { CheckResult, Correction, Evidence, Explanation, Mismatch, Reading } from './findings.ts';
import type { Note } from './note.ts';
import { formatTime, formatWallClock, type Moment, parseTime, type ZoneOffset } from './time.ts';

/** The mismatches of a check with all their times in `zone`; those in corrections as `clockText` writes them. */
export function inZone(result: CheckResult, zone: ZoneOffset): CheckResult {
  const accounts = result.accounts.map((account) => ({
    ...account,
    mismatches: account.mismatches.map((mismatch) => mismatchInZone(mismatch, zone)),
  }));
  return { ...result, accounts };
}

/** The same of one mismatch. Its corrections are for reading only: the times in them have lost their offset. */
export function mismatchInZone(mismatch: Mismatch, zone: ZoneOffset): Mismatch {
  const { after, at, explanations, way } = mismatch;
  return {
    ...mismatch,
    after: after && readingIn(after, zone),
    at: readingIn(at, zone),
    explanations: explanations.map((explanation) => explanationIn(explanation, zone)),
    ...(way && { way: { ...way, from: momentIn(way.from, zone) } }),
  };
}

/**
 * `2026-03-01 09:00` in the zone, with seconds and their fraction where there are any. With its offset, as ISO 8601, where
 * the bare time would be read back as another instant (the hour that a clock shows twice). What is no time stays as it is.
 */
export function clockText(text: string, zone: ZoneOffset): string {
  const moment = parseTime(text, zone);
  if (typeof moment === 'string') return text;
  const here = momentIn(moment, zone);
  const thousandths = here.epoch % 1000;
  const clock = formatWallClock(here);
  const full = thousandths ? `${clock.padEnd(19, ':00')}.${String(thousandths).padStart(3, '0')}` : clock;
  const back = parseTime(full, zone);
  return typeof back === 'object' && back.epoch === here.epoch ? full : formatTime(here);
}

function explanationIn(explanation: Explanation, zone: ZoneOffset): Explanation {
  const { notes, between, corrections, evidence } = explanation;
  return {
    ...explanation,
    notes: notes.map((note) => noteIn(note, zone)),
    between: between && [between[0] && noteIn(between[0], zone), noteIn(between[1], zone)],
    corrections: corrections.map((correction) => correctionIn(correction, zone)),
    evidence: evidence.map((fact) => evidenceIn(fact, zone)),
  };
}

function correctionIn(correction: Correction, zone: ZoneOffset): Correction {
  if (correction.op === 'add') return { ...correction, time: clockText(correction.time, zone) };
  if (correction.op !== 'set' || correction.field !== 'time') return correction;
  return { ...correction, from: clockText(correction.from, zone), to: clockText(correction.to, zone) };
}

function evidenceIn(fact: Evidence, zone: ZoneOffset): Evidence {
  if ('twin' in fact) return { ...fact, twin: noteIn(fact.twin, zone) };
  return 'reading' in fact ? { ...fact, reading: noteIn(fact.reading, zone) } : fact;
}

const readingIn = (reading: Reading, zone: ZoneOffset): Reading => ({ ...reading, note: noteIn(reading.note, zone) });

const noteIn = (note: Note, zone: ZoneOffset): Note => ({ ...note, time: momentIn(note.time, zone) });

/** The offset is asked by wall clock, first by a near guess. */
const momentIn = ({ epoch }: Moment, zone: ZoneOffset): Moment => ({
  epoch,
  offset: zone(epoch + zone(epoch) * 60_000),
});
