// What is said of a new note is the same however many notes there are: checked in memory, or as they stream by.
import { expect, test } from 'vitest';
import { checkOfMany } from '../../src/commands/note/many-notes.ts';
import { newsBetween, newsDocument, newsOf } from '../../src/commands/note/news.ts';
import type { Context } from '../../src/context.ts';
import { openStore } from '../../src/store/open.ts';
import { temporaryFolder } from '../host.ts';
import { fc } from '../properties.ts';
import { type Row, rowsToNotes } from './new-notes.ts';

const row: fc.Arbitrary<Row> = fc.record({
  minute: fc.integer({ min: 0, max: 30 }),
  cents: fc.integer({ min: -900, max: 900 }),
  balance: fc.option(fc.constantFrom(10_000, 9500, 'right' as const), { nil: null }),
});

test('both ways tell the same news', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 14 }), row, async (rows, added) => {
      const store = await openStore(temporaryFolder(), () => 0, { notesInPage: 3 });
      const context = { store: async () => store, settings: {}, timeZone: () => ({ name: 'UTC', offset: () => 480 }) };
      const [made, ...others] = rowsToNotes([added, ...rows]);
      store.notes.add(others, 'note add');
      const before = await checkOfMany(made!, context as unknown as Context);
      const [id] = store.notes.add([made!], 'note add');
      const note = store.notes.get(id!)!;
      const streamed = newsBetween(note, before, await checkOfMany(note, context as unknown as Context));
      const inMemory = newsOf(note, store.notes.list());
      expect(newsDocument(streamed.news)).toEqual(newsDocument(inMemory.news));
      expect(streamed.hasReadings).toBe(inMemory.hasReadings);
      store.close();
    }),
  );
});
