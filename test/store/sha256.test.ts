// The own SHA-256 against Node's: every length around the edges of blocks, any bytes, and texts.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { littleSha256, sha256 } from '../../src/store/sha256.ts';

const nodes = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

it('has the values that FIPS 180-4 gives as examples', () => {
  expect(littleSha256(Buffer.from('abc')).toString('hex')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
  expect(littleSha256(new Uint8Array()).toString('hex')).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  );
});

it('is right for every length up to three blocks', () => {
  for (let length = 0; length <= 200; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 31 + length) & 255);
    expect(littleSha256(bytes).toString('hex'), `${length} bytes`).toBe(nodes(bytes));
  }
});

it('is right for any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
      expect(littleSha256(bytes).toString('hex')).toBe(nodes(bytes));
    }),
  );
});

it('takes texts as UTF-8, and says the same before and after it goes over to Node', () => {
  const text = '充值 50 CNY，未到账 🙂';
  for (let times = 0; times < 1000; times++) expect(sha256(text).toString('hex')).toBe(nodes(text));
});
