// Holds each page's script to its budget: what its first load runs, gzipped, with the largest language.
// Prints what is loaded later beside it. Bytes of 1000.

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = { wallet: 30, pos: 35, console: 120 };
const WORDS = /^(src\/.*words)\/\w\w\.ts$/;
const dist = new URL('../dist/', import.meta.url);
const size = (file) => (file.endsWith('.js') ? gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length : 0);

function reach(pages, key, follow, into = new Set()) {
  const page = pages[key];
  if (!page || into.has(key)) return into;
  into.add(key);
  for (const next of follow(page)) reach(pages, next, follow, into);
  return into;
}

let over = false;
for (const [page, budget] of Object.entries(BUDGET_KB)) {
  const pages = JSON.parse(readFileSync(new URL(`.pages/${page}.json`, dist), 'utf8'));
  const entry = `${page}/index.html`;
  // The app is fetched beside its entry (build/eager.ts): it is part of the first load.
  const isWords = (key) => WORDS.test(key);
  const isApp = (key) => key === `src/${page}/app.tsx`;
  const first = reach(pages, entry, (found) => [...(found.imports ?? []), ...(found.dynamicImports ?? []).filter(isApp)]);
  const all = reach(pages, entry, (found) => [...(found.imports ?? []), ...(found.dynamicImports ?? [])]);
  const later = [...all].filter((key) => !first.has(key));
  // A part that is loaded when asked for brings its own words.
  const said = reach(pages, entry, (found) => [...(found.imports ?? []), ...(found.dynamicImports ?? []).filter((key) => isApp(key) || isWords(key))]);
  const languages = new Map(); // folder → its largest catalogue
  const lazy = [];
  for (const key of later) {
    const folder = WORDS.exec(key)?.[1];
    const bytes = size(pages[key].file);
    if (folder && said.has(key)) languages.set(folder, Math.max(languages.get(folder) ?? 0, bytes));
    else if (bytes > 0 && !folder) lazy.push(`${key} ${(bytes / 1000).toFixed(1)}`);
  }
  let bytes = 0;
  for (const key of first) bytes += size(pages[key].file);
  for (const largest of languages.values()) bytes += largest;
  const line = `${page}: ${(bytes / 1000).toFixed(1)} of ${budget} kB gz`;
  console.log(lazy.length > 0 ? `${line} (later: ${lazy.join(', ')})` : line);
  if (bytes > budget * 1000) over = true;
}
if (over) {
  console.error('A page is over its budget.');
  process.exit(1);
}
