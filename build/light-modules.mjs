// What esbuild makes of an ES module in CommonJS, without the copies of copies that nobody looks at.

/**
 * esbuild gives each module its own functions that make getters for its exports, and a second object with getters for these. In
 * a start of fifty modules they are a millisecond. Here each export has one getter, on the module itself, and whoever calls
 * for a module of okhelp gets that one and no copy of it; so does whoever calls for nothing but the default of one of Node's.
 */
export function light(code) {
  const end = 'module.exports=__toCommonJS(stdin_exports);';
  const head = code.indexOf(end);
  if (head < 0 || !code.startsWith('var __') || code.indexOf('stdin_exports', head + end.length) >= 0)
    throw new Error('what esbuild makes is not as it was: see build/light-modules.mjs');
  const [, getters = ''] = /__export\(stdin_exports,\{(.*)\}\);$/s.exec(code.slice(0, head)) ?? [];
  const body = code
    .slice(head + end.length)
    .replaceAll(/__toESM\((require\("\.\/[^"]+"\))\)/g, '$1')
    .replaceAll(/\bvar (\w+)=__toESM\((require\("node:[^"]+"\))\)/g, (whole, name, call) =>
      onlyDefault(code, name) ? `var ${name}={default:${call}}` : whole,
    );
  const copies = body.includes('__toESM(') ? code.slice(0, code.indexOf('var stdin_exports=')) : '';
  const given = getters ? `require.give(module.exports,{${getters}});` : '';
  return `${copies}${given}${body}`;
}

/** What gives the exports: in main.js, which calls it for each module. */
export const GIVE =
  '(exports,all)=>{for(const name in all)Object.defineProperty(exports,name,{get:all[name],enumerable:true})}';

function onlyDefault(code, name) {
  const uses = [...code.matchAll(new RegExp(`\\b${name.replaceAll('$', '\\$')}\\b(?!=)(\\.default\\b)?`, 'g'))];
  return uses.every(([, ofDefault]) => ofDefault);
}
