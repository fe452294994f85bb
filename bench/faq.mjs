// npm run bench:faq: how often `okhelp faq` finds the right entry for questions as people type them, per language.
// bench/faq-questions/<language>.tsv holds the questions (id TAB question), written from the entries' titles before the
// search was tuned. It was tuned looking at the 1st, 3rd, 5th … question of each file; the 2nd, 4th, 6th … were never
// looked at, and theirs is the figure that counts. off-topic.<language>.txt holds, in the same two halves, questions that no
// entry answers: how many of them get an answer that is not marked as unsure. `--misses` lists what was missed among the first half.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const misses = process.argv.includes('--misses');
/** Fewer questions than this say too little. */
const FEWEST = 60;

if (!existsSync(join(root, 'dist', 'content'))) {
  console.error('dist/ is not built: run `npm run build` first.');
  process.exit(1);
}
const { searchFaq } = await load('src/knowledge/search.ts');
let wrong = 0;
for (const language of ['en', 'zh-CN']) {
  const read = (name) => JSON.parse(readFileSync(join(root, 'dist/content', language, name), 'utf8'));
  const indexes = { questions: () => read('faq-questions.json'), answers: () => read('faq-answers.json') };
  const questions = questionsIn(language);
  const entries = new Set(Object.keys(faqOf(language).entries));
  const strange = questions.filter(({ id }) => !entries.has(id));
  for (const { id, line } of strange) complain(`faq-questions/${language}.tsv:${line}: there is no entry ${id}`);
  if (questions.length < FEWEST) complain(`${language}: only ${questions.length} questions, at least ${FEWEST}`);
  const ranked = questions.map((question) => ({ ...question, hits: searchFaq(question.text, indexes) }));
  const covered = new Set(questions.map(({ id }) => id)).size;
  console.log(`${language}: ${questions.length} questions to ${covered} of ${entries.size} entries`);
  report(
    'not looked at',
    ranked.filter(({ line }) => line % 2 === 0),
  );
  report(
    'looked at',
    ranked.filter(({ line }) => line % 2 === 1),
  );
  asTheProgramSays(language, ranked.slice(0, 3));
  reportOffTopic(language, indexes);
  if (!misses) continue;
  for (const { id, text, hits, line } of ranked.filter((one) => one.line % 2 === 1 && one.hits[0]?.id !== one.id)) {
    console.log(
      `  ${line} ${id}: ${text} → ${
        hits
          .slice(0, 3)
          .map((hit) => hit.id)
          .join(', ') || 'nothing'
      }`,
    );
  }
}
process.exitCode = wrong ? 1 : 0;

function report(name, ranked) {
  const at = (most) => ranked.filter(({ id, hits }) => hits.slice(0, most).some((hit) => hit.id === id)).length;
  const [first, three] = [at(1), at(3)].map((count) => percent(count, ranked.length));
  const right = ranked.filter(({ id, hits }) => hits[0]?.id === id);
  const sure = percent(right.filter(({ hits }) => hits[0].sure).length, right.length);
  console.log(
    `  ${name.padEnd(14)} first ${first}  first three ${three}  (${ranked.length} questions); of those first, ${sure} not marked as unsure`,
  );
}

/** Questions that no entry answers: each answer to one that is not marked as unsure misleads. */
function reportOffTopic(language, indexes) {
  const lines = readFileSync(join(root, 'bench/faq-questions', `off-topic.${language}.txt`), 'utf8')
    .trim()
    .split('\n');
  for (const [name, half] of [
    ['not looked at', 1],
    ['looked at', 0],
  ]) {
    const asked = lines.filter((_, i) => i % 2 === half);
    const sure = asked.filter((text) => searchFaq(text, indexes)[0]?.sure);
    console.log(
      `  off topic, ${name}: ${percent(sure.length, asked.length)} of ${asked.length} answered as if it fitted`,
    );
    if (misses && half === 0) for (const text of sure) console.log(`    ${text}`);
  }
}

/** The figures are those of the program only if it answers the same. */
function asTheProgramSays(language, ranked) {
  const folder = mkdtempSync(join(tmpdir(), 'okhelp-bench-'));
  try {
    for (const { text, hits } of ranked) {
      const args = [join(root, 'bin/okhelp.js'), 'faq', text, '--json', '--lang', language];
      const { stdout } = spawnSync(process.execPath, args, {
        encoding: 'utf8',
        env: { ...process.env, OKHELP_DATA_DIR: folder },
      });
      const found = JSON.parse(stdout).results.map(({ id }) => id);
      if (found.join() !== hits.map(({ id }) => id).join()) complain(`okhelp faq answers otherwise: ${text}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function questionsIn(language) {
  const lines = readFileSync(join(root, 'bench/faq-questions', `${language}.tsv`), 'utf8').split('\n');
  return lines.flatMap((text, i) => {
    const [id, question] = text.split('\t');
    return question ? [{ id, text: question, line: i + 1 }] : [];
  });
}

function faqOf(language) {
  return JSON.parse(readFileSync(join(root, 'dist/content', language, 'faq.json'), 'utf8'));
}

function percent(count, of) {
  return `${((100 * count) / Math.max(1, of)).toFixed(1)} %`;
}

function complain(text) {
  console.error(text);
  wrong++;
}

async function load(entry) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
}
