// Writes THIRD_PARTY_LICENSES: what the program in dist/ is made of besides okhelp's own source, and under which terms.
// `node scripts/licenses.mjs --check` only says whether the file is current.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'THIRD_PARTY_LICENSES');

/** Terms that allow use, change and passing on in any program, as long as the notices printed here stay with it. */
const PERMISSIVE = ['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'];

/** The packages whose code esbuild put into dist/. */
function bundledPackages() {
  const pieces = JSON.parse(
    execFileSync(process.execPath, ['build.mjs', '--packages'], { cwd: root, encoding: 'utf8' }),
  );
  const folders = [...new Set(Object.values(pieces).flat())].map((folder) => folder.replace(/^.*?node_modules\//, ''));
  return folders
    .map((folder) => packageIn(join(root, 'node_modules', folder)))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function packageIn(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)(\.|$)/i.test(file));
  const text = files
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
    .join('\n\n');
  const holder = typeof author === 'string' ? author : author?.name;
  return { name, version, license, text, holder: holder?.replace(/\s*[<(].*$/, '') };
}

/** What npm installs beside okhelp, by the lock file: its terms come with it. */
function installedPackages() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path, { dev }]) => path && !dev)
    .map(([path, { version, license }]) => ({ name: path.replace(/^.*node_modules\//, ''), version, license }));
}

function document() {
  const inside = bundledPackages();
  const beside = installedPackages();
  for (const { name, license } of [...inside, ...beside]) {
    if (!PERMISSIVE.includes(license))
      throw new Error(`${name}: look at its terms (${license}) before it is passed on`);
  }
  const row = ({ name, version, license }) => `  ${`${name} ${version}`.padEnd(40)} ${license}`;
  const rule = '-'.repeat(80);
  const terms = ({ name, version, license, text, holder }) =>
    `${rule}\n${name} ${version} (${license})\n\n${
      text ||
      `The package carries no text of its licence; its package.json names ${license}${holder ? ` and ${holder}` : ''}.`
    }\n`;
  return `okhelp contains work of others. This list is made by scripts/licenses.mjs from what the build bundles.

1. In the program (dist/)

${inside.map(row).join('\n')}

2. Installed beside it by npm (libsql and the one binary of it that fits the machine;
   the binary contains SQLite, which is in the public domain)

${beside.map(row).join('\n')}

3. Figures computed from data (dist/content/words/)

${readFileSync(join(root, 'content/words/ATTRIBUTION.md'), 'utf8')
  .replace(/^# .*\n+/, '')
  .trim()}

4. The terms of the packages of part 1

${inside.map(terms).join('\n')}`;
}

const text = document();
if (process.argv.includes('--check')) {
  const current = readFileSync(target, 'utf8') === text;
  if (!current) process.stdout.write(`${basename(target)} is not current: run \`npm run licenses\`\n`);
  process.exitCode = current ? 0 : 1;
} else {
  writeFileSync(target, text);
  process.stdout.write(`${basename(target)}: ${text.split('\n').length} lines\n`);
}
