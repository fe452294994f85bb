// Amounts and times come back as they went in: nothing is rounded, nothing is guessed.

import { describe, expect, it } from 'vitest';
import { formatAmount, parseAmount } from '../../src/ledger/money.ts';
import { formatTime, parseTime, zoneOffsets } from '../../src/ledger/time.ts';
import { fc } from '../properties.ts';

const currency = fc.constantFrom('CNY', 'JPY', 'KWD', 'USDT', 'ETH');
const units = fc.bigInt({ min: -(10n ** 36n), max: 10n ** 36n });

describe('an amount', () => {
  it('written and read again is the same to the last of 18 digits', () => {
    fc.assert(
      fc.property(units, currency, (value, code) => {
        expect(parseAmount(formatAmount(value, code))?.units).toBe(value);
      }),
    );
  });

  it('is written with the digits of its currency, whatever its size', () => {
    const hundredths = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
    fc.assert(
      fc.property(hundredths, (cents) => {
        const written = formatAmount(cents * 10n ** 16n, 'CNY');
        const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
        expect(written).toBe(`${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`);
        expect(parseAmount(written)).toEqual({ units: cents * 10n ** 16n, signed: cents < 0n });
      }),
    );
  });

  it.each(['', '+', '-', '.', '12.', '.5', '-.5', '1.2.3', '--1', '+-1', '1e5', '1 2', '１２', '999999999999999.'])(
    'is not %j',
    (text) => {
      expect(parseAmount(text)).toBeNull();
    },
  );

  it('means the same with thousands commas', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 48 }), (whole) => {
        expect(parseAmount(whole.toLocaleString('en-US'))?.units).toBe(parseAmount(String(whole))?.units);
      }),
    );
  });

  it('is refused, never zero, where the text is anything but digits, sign, commas and point', () => {
    const strange = fc.string({ minLength: 1 }).filter((text) => /[^0-9+\-−－,.\s]/.test(text));
    fc.assert(fc.property(strange, (text) => parseAmount(text) === null));
  });
});

describe('a time', () => {
  const epoch = fc.integer({ min: 86_400_000, max: Date.UTC(2099, 11, 31) });
  const offset = fc.integer({ min: -12 * 60, max: 14 * 60 });

  it('written and read again is the same instant in the same offset', () => {
    fc.assert(
      fc.property(epoch, offset, (instant, minutes) => {
        const moment = { epoch: instant, offset: minutes };
        expect(parseTime(formatTime(moment), () => 0)).toEqual(moment);
      }),
    );
  });

  it('without an offset is that wall clock in the zone, summer time or not', () => {
    const zone = zoneOffsets('Europe/Berlin');
    // The hour that summer time skips and the one that it repeats have no or two instants; the clock shows them in these nights.
    const night = (wallClock: number) =>
      [2, 9].includes(new Date(wallClock).getUTCMonth()) && new Date(wallClock).getUTCHours() < 4;
    const wall = epoch.map((instant) => Math.floor(instant / 1000) * 1000).filter((instant) => !night(instant));
    fc.assert(
      fc.property(wall, (wallClock) => {
        const written = new Date(wallClock).toISOString().slice(0, 19);
        const moment = parseTime(written, zone);
        if (typeof moment === 'string') throw new Error(moment);
        const shown = new Intl.DateTimeFormat('sv-SE', {
          timeZone: 'Europe/Berlin',
          dateStyle: 'short',
          timeStyle: 'medium',
        });
        expect(shown.format(moment.epoch)).toBe(written.replace('T', ' '));
      }),
    );
  });
});
