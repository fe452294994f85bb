// The pictures of the gallery: what stands in columns on the screen stands in columns in the picture, in any font.
import { expect, it } from 'vitest';
// @ts-expect-error a script without types
import { drawScreen } from '../scripts/gallery/svg.mjs';

const row = (text: string) =>
  [...text].map((sign) => ({
    text: sign,
    wide: /[\u4e00-\u9fff]/.test(sign),
    colour: null,
    bold: false,
    dim: false,
    underline: false,
  }));

it('two blanks part columns, each with a place of its own', () => {
  const picture = drawScreen([row('诊断      银行卡'), row('写好草稿  给客服')], {
    title: 'x',
    language: 'zh-CN',
    columns: 20,
  });
  const places = [...picture.matchAll(/<text x="([\d.]+)" y="(\d+)" textLength="[\d.]+" class="W">([^<]+)</g)];
  expect(places.map(([, x, , text]) => `${x} ${text}`)).toEqual(['16 诊断', '94 银行卡', '16 写好草稿', '94 给客服']);
});
