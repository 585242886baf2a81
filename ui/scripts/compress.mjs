// Compresses what a build has left in dist, once, as hard as it goes: the server sends these bytes as they are.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const folder = new URL('../dist/', import.meta.url)
// Fonts and pictures are compressed already; below a packet's size nothing is won.
const worth = /\.(html|js|css|svg|json|webmanifest|txt)$/
const smallest = 512

for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !worth.test(entry.name)) continue
  const path = `${entry.parentPath ?? entry.path}/${entry.name}`
  const bytes = readFileSync(path)
  if (bytes.length < smallest) continue
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }))
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
}
