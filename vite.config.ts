import { defineConfig } from 'vite'

/** The officers' console: `console/` → `console/dist`. The policy of the pages forbids anything inline. */
export default defineConfig({
  root: 'console',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2020',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})
