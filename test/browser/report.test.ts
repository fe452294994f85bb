// The report as Chromium shows it: WCAG AA in light and dark, at the width of a telephone and of a desk, and on paper.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REPORTS } from './reports.ts';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let browser: Browser;

beforeAll(async () => {
  const executablePath = process.env.OKHELP_CHROMIUM ?? PLACES.find((path) => existsSync(path));
  if (!executablePath) throw new Error('no Chromium is installed: apt-get install chromium fonts-noto-cjk');
  // As root, as in CI, Chromium starts without its sandbox only; the pages are our own.
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
});

afterAll(() => browser?.close());

describe.each(Object.entries(REPORTS))('a report of %s', (_, write) => {
  let path: string;
  const asked: string[] = [];
  const told: string[] = [];

  beforeAll(async () => {
    path = await write();
  });

  async function opened(width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => told.push(message.text()));
    page.on('pageerror', (error) => told.push(String(error)));
    await page.goto(pathToFileURL(path).href);
    return page;
  }

  it.each([
    [320, 'light'],
    [320, 'dark'],
    [768, 'light'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)('is accessible and fits at %i px, %s', async (width, scheme) => {
    const page = await opened(width, scheme);
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    await page.evaluate(AXE);
    const violations = await page.evaluate(
      `axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)).join(' | ')))`,
    );
    const background = await page.evaluate('getComputedStyle(document.body).backgroundColor');
    await page.close();
    expect(violations).toEqual([]);
    expect(wide).toBeLessThanOrEqual(width);
    expect(background).toBe(scheme === 'dark' ? 'rgb(21, 23, 28)' : 'rgb(255, 255, 255)');
  });

  it('asks for nothing but itself, and the browser has nothing to complain of', () => {
    expect(new Set(asked)).toEqual(new Set([pathToFileURL(path).href]));
    expect(told).toEqual([]);
  });

  it('prints: light, without the list of contents, nothing wider than the paper', async () => {
    const page = await opened(1280, 'dark');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    // 182 mm of A4 between its margins, at 96 px an inch.
    await page.setViewportSize({ width: 688, height: 1000 });
    const shown = await page.evaluate(
      `[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('nav')).display,
        document.documentElement.scrollWidth <= 688]`,
    );
    await page.close();
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(shown).toEqual(['rgb(255, 255, 255)', 'none', true]);
  });
});
