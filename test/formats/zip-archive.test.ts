// The archives that okhelp writes, read by others: by fflate, and by the system's unzip where there is one.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packing } from '../../src/commands/case/packing.ts';
import { zipOf, zipWriter } from '../../src/formats/zip-archive.ts';

const NOW = Date.UTC(2026, 2, 15, 12);
const bytes = (text: string) => new TextEncoder().encode(text);

/** Bytes that look like nothing in particular, the same in each run. */
function noise(length: number): Uint8Array {
  const made = new Uint8Array(length);
  for (let i = 0, state = 1; i < length; i++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    made[i] = state >>> 16;
  }
  return made;
}

const FILES = [
  { name: 'empty.txt', content: new Uint8Array(0) },
  { name: '事项/说明.txt', content: bytes('充值未到账\n') },
  { name: 'below.bin', content: noise(16 * 1024 - 1) },
  { name: 'at.bin', content: noise(16 * 1024) },
  { name: 'long.txt', content: bytes('the same line again\n'.repeat(50_000)) },
];

describe('a .zip', () => {
  it('gives back every file, whatever its size and its name', async () => {
    const read = unzipSync(await zipOf(FILES, NOW, packing));
    expect(Object.keys(read)).toEqual(FILES.map(({ name }) => name));
    for (const { name, content } of FILES) expect(Buffer.from(read[name]!).equals(content)).toBe(true);
  });

  it('written piece by piece in room that is used again is whole, and a long text is packed', async () => {
    const parts: Uint8Array[] = [];
    const zip = zipWriter(NOW, async (part) => void parts.push(part.slice()), packing);
    const room = new Uint8Array(10_000);
    for (const { name, content } of FILES)
      await zip.add(name, async (write) => {
        for (let at = 0; at < content.length; at += room.length) {
          const piece = content.subarray(at, at + room.length);
          room.set(piece);
          await write(room.subarray(0, piece.length));
        }
      });
    await zip.end();
    const whole = Buffer.concat(parts);
    const read = unzipSync(whole);
    for (const { name, content } of FILES) expect(Buffer.from(read[name]!).equals(content)).toBe(true);
    expect(whole.length).toBeLessThan(80_000);
  });

  it('is the same for the same content at the same moment', async () => {
    const [first, second] = [await zipOf(FILES, NOW, packing), await zipOf(FILES, NOW, packing)];
    expect(Buffer.compare(first, second)).toBe(0);
  });

  const unzip = spawnSync('unzip', ['-v']).status === 0;
  it.runIf(unzip)('is found without a fault by unzip, with its names and its day', async () => {
    const folder = mkdtempSync(join(process.env.OKHELP_TESTS_FOLDER!, 'zip-'));
    const path = join(folder, 'all.zip');
    writeFileSync(path, await zipOf(FILES, NOW, packing));
    expect(spawnSync('unzip', ['-t', path], { encoding: 'utf8' }).stdout).toMatch(/No errors detected/);
    const { status } = spawnSync('unzip', ['-q', path, 'long.txt', '-d', folder]);
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'long.txt')).equals(FILES[4]!.content)).toBe(true);
    expect(spawnSync('unzip', ['-l', path], { encoding: 'utf8' }).stdout).toMatch(/(2026-03-1[456]|03-1[456]-2026)/);
  });
});
