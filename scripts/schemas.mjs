// Writes schemas/: one JSON Schema (draft 2020-12) for each document in src/documents/, generated from its type.
//   npm run schemas             writes them
//   npm run schemas -- --check  says which are not what the types say, and ends with status 1 if any
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'schemas');

/** The text of each schema by its file: `check-1.json` of `okhelp.check/1`. */
function schemaFiles() {
  const { properties, definitions } = createGenerator({
    path: join(root, 'src/documents/index.ts'),
    tsconfig: join(root, 'tsconfig.json'),
    type: 'Documents',
    // `npm run types` checks them, with the TypeScript that the program is written for.
    skipTypeCheck: true,
    topRef: false,
    // A document may get further members within its version: whoever reads one must not trip over them.
    additionalProperties: true,
  }).createSchema('Documents');
  const all = Object.entries(definitions).map(([name, definition]) => [nameOf(name), inDraft2020(definition)]);
  const named = new Map(all);
  return new Map(
    Object.entries(properties).map(([id, { $ref }]) => {
      const own = nameOf($ref.slice('#/definitions/'.length));
      const { description, ...schema } = named.get(own);
      const needed = neededBy(own, named);
      const whole = {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: `urn:okhelp:${id.slice('okhelp.'.length).replace('/', ':')}`,
        title: id,
        ...(description && { description }),
        ...schema,
        ...(needed.length > 0 && { $defs: Object.fromEntries(needed.map((name) => [name, named.get(name)])) }),
      };
      return [`${id.slice('okhelp.'.length).replace('/', '-')}.json`, `${JSON.stringify(whole, null, 2)}\n`];
    }),
  );
}

/** Generic types have names with signs in them that a JSON pointer would have to escape. */
function nameOf(name) {
  return decodeURIComponent(name)
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replace(/-$/, '');
}

/** The names of all definitions that one refers to, directly or through others, in the order of the alphabet. */
function neededBy(name, named) {
  const found = new Set();
  const visit = (of) => {
    for (const [, next] of JSON.stringify(named.get(of)).matchAll(/"#\/\$defs\/([^"]+)"/g)) {
      if (next === name) throw new Error(`${name} refers to itself: give what repeats a type of its own`);
      if (found.has(next)) continue;
      found.add(next);
      visit(next);
    }
  };
  visit(name);
  return [...found].sort();
}

/** From draft 07, which the generator writes: definitions have another place, and tuples another word. */
function inDraft2020(schema) {
  if (Array.isArray(schema)) return schema.map(inDraft2020);
  if (schema === null || typeof schema !== 'object') return schema;
  const changed = Object.entries(schema).map(([key, value]) => {
    if (key === '$ref') return [key, `#/$defs/${nameOf(value.slice('#/definitions/'.length))}`];
    if (key === 'items' && Array.isArray(value)) return ['prefixItems', inDraft2020(value)];
    if (key === 'additionalItems') return ['items', inDraft2020(value)];
    return [key, inDraft2020(value)];
  });
  return Object.fromEntries(changed);
}

/** What lies in schemas/, in both languages. */
function readme(schemas) {
  const rows = [...schemas].map(([file, text]) => {
    const { title, description } = JSON.parse(text);
    return `| \`${title}\` | [${file}](${file}) | ${description
      .split(/(?<=[`)])\. /)[0]
      .replace(/\.$/, '')
      .replaceAll('|', '\\|')} |`;
  });
  const all = rows.join('\n');
  return `# JSON Schemas of okhelp

**English** · [简体中文](#json-schema-一览)

One schema (draft 2020-12) for each document that okhelp prints with \`--json\`. \`schema\` in a document names the one that it
follows. A number behind the slash changes when something that was there is named or meant otherwise; members may be added
without that, so let yours pass over what they do not know. They are generated from the types in \`src/documents/\`
(\`npm run schemas\`), and the tests hold every JSON document that they see against them, with no member allowed that is not named here.

| \`schema\` | File | Printed by |
| --- | --- | --- |
${all}

# JSON Schema 一览

[English](#json-schemas-of-okhelp) · **简体中文**

加上 \`--json\` 时，okhelp 输出的每一种文档在这里都有一份 JSON Schema（2020-12 版）。文档里的 \`schema\` 写明它遵循哪一份。原有内容的名称或含义有变时，斜线后的数字才会改变；新增成员不改变数字，所以您的程序遇到不认识的成员请略过。这些文件由 \`src/documents/\` 里的类型生成（\`npm run schemas\`）；测试用它们检查遇到的每一个 JSON 文档，不允许出现这里没有写明的成员。

| \`schema\` | 文件 | 由谁输出（英文） |
| --- | --- | --- |
${all}
`;
}

const wanted = schemaFiles();
wanted.set('README.md', readme(wanted));
const there = readdirSync(folder, { withFileTypes: true }).filter((one) => /\.(json|md)$/.test(one.name));
const old = there.map(({ name }) => name).filter((name) => !wanted.has(name));
if (process.argv.includes('--check')) {
  const same = (name) =>
    there.some((one) => one.name === name) && readFileSync(join(folder, name), 'utf8') === wanted.get(name);
  const stale = [...old, ...[...wanted.keys()].filter((name) => !same(name))];
  if (stale.length > 0) {
    console.error(`Not what src/documents/ says: ${stale.join(', ')}. Run: npm run schemas`);
    process.exitCode = 1;
  } else console.log(`${wanted.size - 1} schemas are what src/documents/ says.`);
} else {
  mkdirSync(folder, { recursive: true });
  for (const name of old) rmSync(join(folder, name));
  for (const [name, text] of wanted) writeFileSync(join(folder, name), text);
  console.log(`schemas/: ${wanted.size - 1} documents`);
}
