// Writes docs/gallery/: screens of real runs as SVG, in both languages, the same bytes on each run.
//   npm run gallery             writes them (build first)
//   npm run gallery -- --check  says which are not what okhelp shows today, and ends with status 1 if any
//   npm run gallery -- --only check,menu   these only
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BEFORE, NOW, SCREENS } from './gallery/screens.mjs';
import { drawScreen } from './gallery/svg.mjs';
import { terminal } from './gallery/terminal.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const LANGUAGES = ['en', 'zh-CN'];
const COLUMNS = 80;

/** The pictures of one language by their names. */
async function pictures(language, wanted) {
  const folder = mkdtempSync(join(tmpdir(), 'okhelp-gallery-'));
  try {
    for (const name of readdirSync(join(root, 'examples')))
      copyFileSync(join(root, 'examples', name), join(folder, name));
    const at = (now) =>
      terminal({
        program: join(root, 'bin/okhelp.js'),
        folder,
        columns: COLUMNS,
        env: {
          LANG: 'C.UTF-8',
          OKHELP_LANG: language,
          TZ: 'Asia/Shanghai',
          OKHELP_DATA_DIR: join(folder, 'data'),
          OKHELP_NOW: now,
        },
      });
    for (const [now, ...words] of BEFORE[language]) await at(now)([...words, '--no-input']);
    const found = new Map();
    for (const screen of SCREENS) {
      if (wanted && !wanted.includes(screen.name)) continue;
      found.set(`${screen.name}.svg`, await picture(screen, language, at(NOW)));
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function picture({ argv, until = null, keys, title, rows, tall }, language, run) {
  const own = (value) => (value && typeof value === 'object' && language in value ? value[language] : value);
  const words = own(argv);
  const shown = await run(words, { until: own(until), keys: own(keys), ...(tall && { rows: tall }) });
  const typed = words.map((word) => (/\s/.test(word) ? `"${word}"` : word));
  const line = plainRow(`$ ${['okhelp', ...typed].join(' ')}`);
  const cut = rows && shown.length > rows ? [...shown.slice(0, lastGap(shown, rows)), plainRow('⋮')] : shown;
  return drawScreen([line, ...withoutLead(cut)], { title: own(title), language, columns: COLUMNS });
}

const isBlank = (row) => row.every(({ text }) => text === ' ');
/** Where to cut: behind the last blank row of so many. */
const lastGap = (shown, rows) => shown.slice(0, rows).findLastIndex(isBlank) + 1;
const withoutLead = (rows) => rows.slice(rows.findIndex((row) => row.some(({ text }) => text !== ' ')));

function plainRow(text) {
  return [...text].map((sign) => ({
    text: sign,
    wide: /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/.test(sign),
    colour: null,
    bold: false,
    dim: false,
    underline: false,
  }));
}

/** All pictures of a language on one page. */
function page(language) {
  const words = {
    en: [
      'What okhelp looks like',
      '**English** · [简体中文](../zh-CN/README.md)',
      'Screens of real runs on the made-up data in [examples](../../../examples), drawn by `npm run gallery`.',
    ],
    'zh-CN': [
      'okhelp 的界面',
      '[English](../en/README.md) · **简体中文**',
      '以下都是用[示例数据](../../../examples)实际运行的画面，由 `npm run gallery` 生成。',
    ],
  }[language];
  const blocks = SCREENS.map(({ name, title }) => `## ${title[language]}\n\n![${title[language]}](${name}.svg)`);
  return `${[`# ${words[0]}`, words[1], words[2], ...blocks].join('\n\n')}\n`;
}

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1].split(',') : null;
const stale = [];
for (const language of LANGUAGES) {
  const folder = join(root, 'docs/gallery', language);
  mkdirSync(folder, { recursive: true });
  const made = await pictures(language, only);
  if (!only) made.set('README.md', page(language));
  const there = readdirSync(folder);
  const same = (name) => there.includes(name) && readFileSync(join(folder, name), 'utf8') === made.get(name);
  const gone = only ? [] : there.filter((name) => !made.has(name));
  if (process.argv.includes('--check')) {
    stale.push(...[...gone, ...[...made.keys()].filter((name) => !same(name))].map((name) => `${language}/${name}`));
    continue;
  }
  for (const name of gone) rmSync(join(folder, name));
  for (const [name, svg] of made) writeFileSync(join(folder, name), svg);
  console.log(`docs/gallery/${language}: ${SCREENS.length} screens`);
}
if (stale.length > 0) {
  console.error(`Not what okhelp shows today: ${stale.join(', ')}. Run: npm run build && npm run gallery`);
  process.exitCode = 1;
}
