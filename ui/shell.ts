// Vite's part of working offline: writes into the service worker which files make up the shell, and their version.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

/** What opens without a line: the month, and the form. Other rooms are kept once they were opened; signing in needs a line. */
const views = ['src/main.ts', 'src/home/Home.svelte', 'src/figures/Figures.svelte']

export function shell(): Plugin {
  let folder = ''
  return {
    name: 'giaoban-shell',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => void (folder = config.publicDir),
    generateBundle(_, bundle) {
      const worker = bundle['worker.js']
      if (worker?.type !== 'chunk') throw new Error('no worker.js in the build')
      const files = new Map<string, string | Uint8Array>()
      const html = bundle['index.html']
      if (html?.type !== 'asset') throw new Error('no index.html in the build')
      files.set('/', html.source)
      const chunks = Object.values(bundle).filter((file): file is Rolldown.OutputChunk => file.type === 'chunk')
      const take = (chunk: Rolldown.OutputChunk) => {
        if (files.has('/' + chunk.fileName)) return
        files.set('/' + chunk.fileName, chunk.code)
        for (const name of chunk.viteMetadata?.importedCss ?? []) {
          const css = bundle[name]
          if (css?.type === 'asset') files.set('/' + name, css.source)
        }
        for (const name of chunk.imports) {
          const other = bundle[name]
          if (other?.type === 'chunk') take(other)
        }
      }
      for (const view of views) {
        const found = chunks.find((chunk) => Object.keys(chunk.modules).some((id) => id.endsWith('/' + view)))
        if (!found) throw new Error(`no chunk holds ${view}`)
        take(found)
      }
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        const path = join(entry.parentPath, entry.name)
        if (entry.isFile() && entry.name !== 'OFL.txt') files.set(path.slice(folder.length), readFileSync(path))
      }
      const hash = createHash('sha256')
      for (const [path, content] of files) hash.update(path).update('\0').update(content)
      worker.code = worker.code.replace('__SHELL_VERSION__', hash.digest('hex').slice(0, 16)).replace('__SHELL_FILES__', [...files.keys()].join(' '))
    },
  }
}
