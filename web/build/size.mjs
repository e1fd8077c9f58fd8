// Holds each page to its budgets, with the largest language, in bytes of 1000. Script: what its first load runs, gzipped.
// First: what comes before its first screen stands, with document and style, as a browser gets it (brotli); on a slow
// network that is most of the wait, beside the rounds of requests, so the files of its document come in one.
// Prints what is loaded later beside it.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** `steps`: the parts that are loaded without being asked for; `late`: words that no first screen says. */
const PAGES = {
  wallet: { script_kb: 30, first_kb: 30, steps: ['app'] },
  pos: { script_kb: 35, first_kb: 33, steps: ['app'] },
  console: { script_kb: 120, first_kb: 18, steps: ['app', 'rooms', 'later'], late: 'src/console/words' },
};
/** A browser's connections to one host. */
const FILES_MAX = 6;
const WORDS = /^(src\/.*words)\/\w\w\.ts$/;
const dist = new URL('../dist/', import.meta.url);
const gzipped = (file) => (file.endsWith('.js') ? gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length : 0);
const sent = (file) => statSync([`${file}.br`, file].map((name) => new URL(name, dist)).find((one) => existsSync(one))).size;
const kb = (bytes) => (bytes / 1000).toFixed(1);

function reach(pages, key, follow, into = new Set()) {
  const page = pages[key];
  if (!page || into.has(key)) return into;
  into.add(key);
  for (const next of follow(page)) reach(pages, next, follow, into);
  return into;
}

/** The sum over the folders of words of the largest catalogue in each. */
function largest(pages, keys, size) {
  const folders = new Map();
  for (const key of keys) {
    const folder = WORDS.exec(key)[1];
    folders.set(folder, Math.max(folders.get(folder) ?? 0, size(pages[key].file)));
  }
  return [...folders.values()].reduce((all, one) => all + one, 0);
}

let over = false;
for (const [page, { script_kb, first_kb, steps, late }] of Object.entries(PAGES)) {
  const pages = JSON.parse(readFileSync(new URL(`.pages/${page}.json`, dist), 'utf8'));
  const document = `${page}/index.html`;
  // Where a page comes in steps, its entry is the first of them.
  const entry = document in pages ? document : Object.keys(pages).find((key) => pages[key].name === 'main');
  // The app is fetched beside its entry (build/eager.ts): it is part of the first load.
  const isWords = (key) => WORDS.test(key);
  const isStep = (key) => steps.includes(pages[key].name) && !isWords(key);
  const first = reach(pages, entry, (found) => [...(found.imports ?? []), ...(found.dynamicImports ?? []).filter(isStep)]);
  const all = reach(pages, entry, (found) => [...(found.imports ?? []), ...(found.dynamicImports ?? [])]);
  // A part that is loaded when asked for brings its own words.
  const said = [...reach(pages, entry, (found) => [...(found.imports ?? []), ...(found.dynamicImports ?? []).filter((key) => isStep(key) || isWords(key))])].filter(isWords);
  const lazy = [...all].filter((key) => !first.has(key) && !isWords(key) && gzipped(pages[key].file) > 0);
  const script = [...first].reduce((sum, key) => sum + gzipped(pages[key].file), 0) + largest(pages, said, gzipped);

  const named = [...readFileSync(new URL(document, dist), 'utf8').matchAll(/"\/(assets\/[^"]+)"/g)].map(([, file]) => file);
  const soon = said.filter((key) => !late || !key.startsWith(`${late}/`));
  const before = [document, ...named].reduce((sum, file) => sum + sent(file), 0) + largest(pages, soon, sent);

  const line = `${page}: ${kb(script)} of ${script_kb} kB gz; before the first screen ${named.length} files, ${kb(before)} of ${first_kb} kB br`;
  console.log(lazy.length > 0 ? `${line} (later: ${lazy.map((key) => `${key} ${kb(gzipped(pages[key].file))}`).join(', ')})` : line);
  if (script > script_kb * 1000 || before > first_kb * 1000 || named.length > FILES_MAX) over = true;
}
if (over) {
  console.error('A page is over its budget.');
  process.exit(1);
}
