// The .eml file and the mailto link, byte by byte where bytes matter.

import { describe, expect, it } from 'vitest';
import { composeEmail } from '../../src/support/email.ts';
import { toEml } from '../../src/support/eml.ts';
import { LINK_LENGTH, toMailto } from '../../src/support/mailto.ts';
import { fc } from '../properties.ts';
import { sampleInput, sampleVoice } from './draft-sample.ts';

const NOW = Date.parse('2026-03-15T04:00:00Z');

async function sampleEml(language: 'en' | 'zh-CN'): Promise<string> {
  const input = sampleInput(language);
  return toEml(await composeEmail(input, await sampleVoice(language)), input.attachments, NOW);
}

describe('.eml', () => {
  it('is a draft with the agreed date, and ASCII with CRLF throughout', async () => {
    const eml = await sampleEml('zh-CN');
    expect(eml).toMatch(/^X-Unsent: 1\r\n/);
    expect(eml).toContain('\r\nDate: Sun, 15 Mar 2026 04:00:00 +0000\r\n');
    expect(eml).toContain('\r\nTo: help@wallet.example\r\n');
    expect(eml).toMatch(/^[\x20-\x7e\r\n]*$/);
    expect(eml.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('carries a Chinese subject as an encoded word that decodes to it', async () => {
    const eml = await sampleEml('zh-CN');
    const header = /\r\nSubject: ((?:.*\r\n )*.*)\r\n/.exec(eml)![1]!;
    const words = [...header.matchAll(/=\?UTF-8\?B\?([^?]*)\?=/g)].map(([, word]) =>
      Buffer.from(word!, 'base64').toString(),
    );
    expect(words.join('')).toBe('充值失败或未到账：500.00 CNY，2026-03-01，交易号 T20260301A7');
  });

  it('carries an attachment in base64 under its RFC 2231 name', async () => {
    const eml = await sampleEml('en');
    expect(eml).toContain("filename*0*=utf-8''%E6%88%AA%E5%9B%BE.png");
    expect(eml).toContain(`\r\n\r\n${Buffer.from([0x89, 0x50, 0x4e, 0x47]).toString('base64')}\r\n`);
  });

  it.each([
    ['UTF-8', new TextEncoder().encode('备注'), 'charset=utf-8'],
    ['GB 18030', new Uint8Array([0xb1, 0xb8, 0xd7, 0xa2]), 'charset=gb18030'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x07, 0x59]), 'charset=utf-16'],
  ])('names the charset of a text attachment: %s', async (_, content, charset) => {
    const attachments = [{ name: 'notes.csv', type: 'text/csv', content }];
    const eml = await toEml(
      await composeEmail({ ...sampleInput('en'), attachments }, await sampleVoice('en')),
      attachments,
      NOW,
    );
    expect(eml).toContain(`Content-Type: text/csv; ${charset}; name=notes.csv\r\n`);
  });

  it('leaves the sender open where no reply address is known, and stays an unsent draft', async () => {
    const eml = await toEml(
      await composeEmail({ ...sampleInput('en'), from: null, attachments: [] }, await sampleVoice('en')),
      [],
      NOW,
    );
    expect(eml).toMatch(/^X-Unsent: 1\r\n/);
    expect(eml).not.toMatch(/^From:/m);
  });

  it('is the same bytes every time, and others where the content is other', async () => {
    const first = await sampleEml('en');
    expect(await sampleEml('en')).toBe(first);
    expect(/Message-ID: .*/.exec(await sampleEml('zh-CN'))![0]).not.toBe(/Message-ID: .*/.exec(first)![0]);
  });

  it('has no To where the address is not known', async () => {
    const input = { ...sampleInput('en'), to: null, attachments: [] };
    const eml = await toEml(await composeEmail(input, await sampleVoice('en')), [], NOW);
    expect(eml).not.toMatch(/^To:/m);
  });
});

describe('mailto', () => {
  const parts = (link: string) => {
    const [, to, subject, body] = /^mailto:([^?]*)\?subject=([^&]*)&body=([^&]*)$/
      .exec(link)!
      .map((part) => decodeURIComponent(part));
    return { to, subject, body };
  };

  it('gives subject and body back, line breaks as CRLF', () => {
    const { link, shortened } = toMailto(
      { to: 'a+b@example.org', subject: '充值 & 失败?', body: 'one\ntwo = 100%' },
      '…',
    );
    expect(link).toContain('mailto:a%2Bb@example.org?');
    expect(link).toContain('one%0D%0Atwo%20%3D%20100%25');
    expect(parts(link)).toEqual({ to: 'a+b@example.org', subject: '充值 & 失败?', body: 'one\r\ntwo = 100%' });
    expect(shortened).toBe(false);
  });

  it('leaves paragraphs out of a long mail but keeps the details and what is asked for, and says so', async () => {
    const voice = await sampleVoice('en');
    const draft = await composeEmail(
      { ...sampleInput('en'), tried: Array(20).fill('Waited another day for an answer') },
      voice,
    );
    const { link, shortened } = toMailto(draft, voice.words.mail.shortened);
    expect(shortened).toBe(true);
    const { body } = parts(link);
    expect(body).toContain('- Account: 138****0001');
    expect(body).toContain('1. Tell me why this top-up failed.');
    expect(body).not.toContain('Waited another day');
    expect(body!.endsWith(voice.words.mail.shortened)).toBe(true);
  });

  it('never grows beyond what mail programs take', () => {
    const text = fc
      .array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 40 })
      .map((lines) => lines.join('\n\n'));
    fc.assert(
      fc.property(text, (body) => {
        expect(toMailto({ to: 'a@example.org', subject: 's', body }, 'cut').link.length).toBeLessThanOrEqual(
          LINK_LENGTH,
        );
      }),
    );
  });
});
