import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { Server } from './rig';

test("the pages' types are those of the server's document", async () => {
  const server = await Server.start();
  const file = join(await mkdtemp(join(tmpdir(), 'specie-openapi-')), 'openapi.json');
  await writeFile(file, JSON.stringify(await server.call('GET', '/openapi.json', {})));
  await server.stop();
  const web = resolve(import.meta.dirname, '..');
  const checked = await promisify(execFile)(process.execPath, ['build/types.mjs', 'check', file], { cwd: web }).then(
    () => 'the same',
    (failure: { stderr: string }) => failure.stderr,
  );
  expect(checked).toBe('the same');
});
