import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { shell } from './shell.ts'

// The oldest browsers served: Chromium 109 is the last one for Windows 7 and 8, which ward offices still
// run. Lightning CSS turns light-dark() and nesting into what they know.
const oldest = ['chrome109', 'firefox115', 'safari16.4']

// In development the page comes from Vite and everything else from a running server.
const server = process.env.GIAOBAN ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [svelte(), shell()],
  // Under test too, runes are the browser's: the server's build of Svelte has no reactivity.
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  build: {
    target: oldest,
    cssTarget: oldest,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // The runtime changes rarely: a file of its own stays in the cache when the page's code is renewed.
    rolldownOptions: {
      // The service worker is a page's worth of its own: one file, at the root, so that all addresses are in its scope.
      input: { index: 'index.html', worker: 'src/offline/worker.ts' },
      output: { entryFileNames: (chunk) => (chunk.name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js'), codeSplitting: { groups: [{ name: 'svelte', test: /node_modules[\\/](svelte|esm-env|clsx)[\\/]/ }] } },
    },
  },
  server: {
    proxy: {
      '/api': server,
      '/files': server,
      '/documents': server,
      '/live': { target: server, ws: true },
    },
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
})
