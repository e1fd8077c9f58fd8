// Builds each page by itself. Built together they would share chunks, and a page would come in more files than a browser
// asks for at once: on a slow network each further round costs a round trip.

import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '..');
// The console comes in steps, and each brings whatever it needs that none before it brought. By itself the bundler would
// make a file of whatever two steps share.
const STEPS = ['main', 'app', 'rooms', 'later'];
const groups = STEPS.map((name, at) => ({ name, test: new RegExp(`/src/console/${name}\\.tsx$`), priority: STEPS.length - at }));

rmSync(resolve(root, 'dist'), { recursive: true, force: true });
for (const page of ['wallet', 'pos', 'console']) {
  await build({
    root,
    configFile: resolve(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: {
      emptyOutDir: false,
      manifest: `.pages/${page}.json`,
      rolldownOptions: { input: { [page]: resolve(root, page, 'index.html') }, output: { codeSplitting: { groups } } },
    },
  });
}
