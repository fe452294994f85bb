// The rows of a mail: what is written is what was said.
import { expect, it } from 'vitest';
import { loadMessages } from '../../src/messages/index.ts';
import { readableTime } from '../../src/support/details.ts';

it.each([
  ['en', '2026-11-03T15:20:00+08:00', '2026-11-03 15:20 (UTC+08:00)'],
  ['zh-CN', '2026-11-03T15:20:00+08:00', '2026-11-03 15:20（UTC+08:00）'],
  ['en', '2026-11-03T00:00:00+08:00', '2026-11-03'],
  ['en', 'last week, I think', 'last week, I think'],
] as const)('%s: %s is written as %s', async (language, time, written) => {
  expect(readableTime(time, (await loadMessages(language)).email)).toBe(written);
});
