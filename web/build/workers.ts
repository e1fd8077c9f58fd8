// Builds each page's service worker after the page itself, telling it the files of the page's shell.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';

interface Page {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
  assets?: string[];
}
type Pages = Record<string, Page>;

/** Every file a page can ask for, lazily loaded ones too: offline must not miss a language. */
export function shell(pages: Pages, page: string): string[] {
  const files = new Set<string>();
  const seen = new Set<string>();
  const walk = (key: string) => {
    const found = pages[key];
    if (!found || seen.has(key)) return;
    seen.add(key);
    for (const file of [found.file, ...(found.css ?? []), ...(found.assets ?? [])]) files.add(`/${file}`);
    for (const next of [...(found.imports ?? []), ...(found.dynamicImports ?? [])]) walk(next);
  };
  walk(`${page}/index.html`);
  return [...files].sort();
}

/** `sources`: page → the worker's source. */
export function workers(sources: Record<string, string>): Plugin {
  let root = '';
  let outDir = '';
  let input: object = {};
  return {
    name: 'specie-workers',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      outDir = resolve(root, config.build.outDir);
      input = config.build.rolldownOptions.input as object;
    },
    // In order: the compressed twins are made after this.
    closeBundle: {
      sequential: true,
      async handler() {
        for (const [page, source] of Object.entries(sources).filter(([name]) => name in input)) {
          const pages = JSON.parse(readFileSync(resolve(outDir, `.pages/${page}.json`), 'utf8')) as Pages;
          const files = [`/${page}/`, `/${page}/manifest.webmanifest`, `/${page}/icon.svg`, ...shell(pages, page)];
          const html = readFileSync(resolve(outDir, page, 'index.html'));
          const version = createHash('sha256').update(files.join('\n')).update(html).digest('hex').slice(0, 16);
          await build({
            configFile: false,
            root,
            publicDir: false,
            logLevel: 'warn',
            define: { SHELL_FILES: JSON.stringify(files), SHELL_VERSION: JSON.stringify(version) },
            build: {
              outDir: resolve(outDir, page),
              emptyOutDir: false,
              reportCompressedSize: false,
              rolldownOptions: {
                input: resolve(root, source),
                output: { format: 'iife', entryFileNames: 'sw.js' },
              },
            },
          });
        }
      },
    },
  };
}
