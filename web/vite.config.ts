import { defineConfig } from 'vitest/config';
import { compress } from './build/compress.ts';
import { eager } from './build/eager.ts';
import { workers } from './build/workers.ts';

const here = import.meta.dirname;
const SERVER = process.env.SPECIE_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: here,
  base: '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [eager(), workers({ wallet: 'src/wallet/sw.ts', pos: 'src/pos/sw.ts' }), compress()],
  build: {
    outDir: 'dist',
    assetsDir: 'assets',
    // Debian 12's Chromium and the phones of the last four years.
    target: ['chrome108', 'firefox115', 'safari16'],
    // The policy allows neither inline script nor `data:` styles, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // The pages and their manifests: build/build.mjs.
  },
  server: { proxy: { '/api': SERVER, '/v1': SERVER } },
  test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'] },
});
