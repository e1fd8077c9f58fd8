// The types of the server's API: `write FILE` makes src/api/types.ts from an openapi.json, `check FILE` fails
// when the committed types are not those of it.

import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const [verb, file] = process.argv.slice(2);
if (!file || (verb !== 'write' && verb !== 'check')) {
  console.error('usage: npm run types|types:check -- path/to/openapi.json');
  process.exit(2);
}
const target = new URL('../src/api/types.ts', import.meta.url);
/** The server lists every currency; to a page a currency is a text that it shows. */
const LIST_MAX = 60;
const document = JSON.parse(readFileSync(file, 'utf8'), (name, value) => (name === 'enum' && value.length > LIST_MAX ? undefined : value));
const paths = Object.keys(document.paths).sort();
// The shapes and the names of the paths: what each path answers with is a shape, and /reference has the sentences.
const types = astToString(await openapiTS({ ...document, paths: {} }, { alphabetize: true }))
  .replace(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, '');
const made = `// Made from the server's /openapi.json by \`npm run types\`; do not edit.

export type Path =
${paths.map((path) => `  | '${path}'`).join('\n')};

${types}`;
if (verb === 'write') {
  writeFileSync(target, made);
} else if (readFileSync(target, 'utf8') !== made) {
  console.error('src/api/types.ts is not what the server speaks: run `npm run types -- openapi.json`.');
  process.exit(1);
}
