import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const at = (path: string): string => `${root}${path}`;

/** Two Electrons run what is built here: the pinned one and the older fallback of tests. */
const NODE_TARGET = 'node24.14';
const CHROME_TARGET = 'chrome148';

/** Programs of Node's side; each may be started by its own file name. Workers are found beside the engine. */
const entries = Object.fromEntries(
  Object.entries({
    shell: 'main/shell/entry.ts',
    print: 'main/shell/print-entry.ts',
    engine: 'main/engine/entry.ts',
    worker: 'main/engine/worker.ts',
    'memory-worker': 'main/engine/memory-worker.ts',
  })
    .map(([name, path]) => [name, at(path)] as const)
    .filter(([, path]) => existsSync(path)),
);

export default defineConfig({
  main: {
    root,
    build: {
      outDir: at('out/main'),
      target: NODE_TARGET,
      emptyOutDir: false,
      // Bundled, so that an old disk reads a few files instead of a tree of modules; the native module cannot be.
      externalizeDeps: false,
      sourcemap: true,
      rolldownOptions: {
        input: entries,
        external: ['better-sqlite3'],
        // All files side by side: `new URL('./worker.js', import.meta.url)` holds wherever the bundler puts the caller.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  },
  preload: {
    root,
    build: {
      outDir: at('out/preload'),
      target: NODE_TARGET,
      emptyOutDir: false,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('main/shell/preload.ts') },
        // A sandboxed preload is one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    publicDir: false,
    // The shell replaces this word by a fresh nonce for each load (main/shell/protocol.ts).
    html: { cspNonce: '__CSP_NONCE__' },
    plugins: [react()],
    server: { port: 5199, strictPort: false, fs: { allow: [root] } },
    build: {
      outDir: at('out/renderer'),
      target: CHROME_TARGET,
      emptyOutDir: false,
      // `data:` URLs are not allowed by the content security policy.
      assetsInlineLimit: 0,
      minify: true,
      // Read from the disk, not from a network.
      chunkSizeWarningLimit: 5_000,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
});
