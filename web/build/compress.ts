// Lays a gzip and a brotli twin beside each file of text that is worth it, so that the server never compresses.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const WORTH_IT = /\.(html|js|css|svg|webmanifest)$/;
const SMALLEST_BYTES = 256;

export function compress(): Plugin {
  let outDir = '';
  return {
    name: 'specie-compress',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        for (const name of readdirSync(outDir, { recursive: true, encoding: 'utf8' })) {
          if (!WORTH_IT.test(name)) continue;
          const file = join(outDir, name);
          const plain = readFileSync(file);
          if (plain.length < SMALLEST_BYTES) continue;
          writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }));
          writeFileSync(`${file}.br`, brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
        }
      },
    },
  };
}
