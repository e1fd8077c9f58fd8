// The types of the server's API: `write FILE` makes src/api/types.ts from an openapi.json, `check FILE` fails
// when the committed types are not those of it.

import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const [verb, file] = process.argv.slice(2);
if (!file || (verb !== 'write' && verb !== 'check')) {
  console.error('usage: npm run types|types:check -- path/to/openapi.json');
  process.exit(2);
}
const target = new URL('../src/api/types.ts', import.meta.url);
const made =
  '// Made from the server\'s /openapi.json by `npm run types`; do not edit.\n\n' +
  astToString(await openapiTS(pathToFileURL(file), { alphabetize: true }));
if (verb === 'write') {
  writeFileSync(target, made);
} else if (readFileSync(target, 'utf8') !== made) {
  console.error('src/api/types.ts is not what the server speaks: run `npm run types -- openapi.json`.');
  process.exit(1);
}
