// The short hash of a text is the beginning of its SHA-256, as Node computes it.
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { shortHash } from '../../src/store/hash.ts';
import { fc } from '../properties.ts';

it('is what Node computes, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(shortHash(text)).toBe(createHash('sha256').update(text).digest('base64url').slice(0, 22));
    }),
  );
});
