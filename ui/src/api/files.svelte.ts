// Sending files, with progress that is real. Evidence is often a phone's picture on a poor line: it can be
// watched, stopped, and tried again.

import { figure } from '../base/format'
import { addressOf, csrfToken, newKey } from './call.svelte'
import { line } from './line.svelte'
import { offline, unreadable, type Problem } from './problem'
import type { Files } from './types'

export interface SentFile {
  id: number | string
  name: string
  size: number
}

/** The server refuses larger ones; saying so here spares a long wait. */
export const file_bytes_max = 20 * 1024 * 1024

const tooLarge: Problem = {
  type: 'too-large',
  status: 413,
  title: { vi: 'Tệp lớn hơn 20 MB. Chia nhỏ hoặc nén lại rồi gửi.', en: 'The file is larger than 20 MB. Split or compress it, then send.' },
  fields: [],
}

export class Upload {
  sent = $state(0)
  done = $state.raw<SentFile | null>(null)
  problem = $state.raw<Problem | null>(null)
  busy = $state(false)
  #request: XMLHttpRequest | null = null
  #key = newKey()

  constructor(readonly file: File) {}

  get size(): number {
    return this.file.size
  }
  /** 0 to 1. */
  get part(): number {
    return this.file.size ? this.sent / this.file.size : 0
  }

  /** Sends; also tries again after a failure, under the same key. */
  send(): Promise<SentFile | undefined> {
    if (this.busy) return Promise.resolve(undefined)
    if (this.file.size > file_bytes_max) {
      this.problem = tooLarge
      return Promise.resolve(undefined)
    }
    this.busy = true
    this.problem = null
    this.sent = 0
    line.saving++
    return new Promise((resolve) => {
      const request = new XMLHttpRequest()
      this.#request = request
      const end = (problem: Problem | null, file?: SentFile) => {
        this.busy = false
        this.#request = null
        this.problem = problem
        line.saving--
        if (file) this.done = file
        resolve(file)
      }
      // XMLHttpRequest, not fetch: only it tells how much has gone out.
      request.upload.onprogress = (event) => (this.sent = event.loaded)
      request.onerror = () => end(offline)
      request.onabort = () => end(null)
      request.onload = () => {
        try {
          const body = JSON.parse(request.responseText) as SentFile & Problem
          if (request.status >= 200 && request.status < 300) end(null, body)
          else end({ type: body.type, status: request.status, title: body.title, fields: body.fields ?? [] })
        } catch {
          end({ ...unreadable, status: request.status })
        }
      }
      request.open('POST', '/files')
      request.setRequestHeader('X-File-Name', encodeURIComponent(this.file.name))
      request.setRequestHeader('X-CSRF-Token', csrfToken())
      request.setRequestHeader('Idempotency-Key', this.#key)
      request.setRequestHeader('Content-Type', this.file.type || 'application/octet-stream')
      request.send(this.file)
    })
  }

  stop(): void {
    this.#request?.abort()
  }
}

/** Where a stored file is fetched from. */
export function fileAddress(id: number | string): string {
  return `/files/${encodeURIComponent(String(id))}`
}

/** Where a document is fetched from: documentAddress('conclusions.notice', { notice: 3, format: 'pdf' }) */
export function documentAddress<N extends keyof Files>(name: N, request: Files[N]): string {
  return addressOf(name, request as object).replace('/api/', '/documents/')
}

/** "820 KB", "1,4 MB" */
export function fileSize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  return `${figure((bytes / 1024 / 1024).toFixed(1))} MB`
}
