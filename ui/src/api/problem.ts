// What went wrong, in words for people: the server's problem JSON (RFC 9457), or the line's.

import type { Text } from '../base/text.svelte'

export interface FieldFault {
  /** JSON pointer into the request: "/clauses/2/due" */
  pointer: string
  message: Text
}

export interface Problem {
  /** The server's type, or one of ours: "offline", "unreadable". */
  type: string
  status: number
  title: Text
  fields: FieldFault[]
}

export const offline: Problem = {
  type: 'offline',
  status: 0,
  title: { vi: 'Không nối được với máy chủ.', en: 'The server cannot be reached.' },
  fields: [],
}

export const unreadable: Problem = {
  type: 'unreadable',
  status: 502,
  title: { vi: 'Máy chủ trả lời không đọc được. Thử lại sau ít phút.', en: 'The server’s answer cannot be read. Try again in a few minutes.' },
  fields: [],
}

/** Thrown by fetching; kept as a value by change(). */
export class Failure extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title.en)
  }
}

export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Failure) return thrown.problem
  throw thrown
}

/** The fault of one field, "/due", or of what lies in it, "/clauses/2". */
export function faultAt(problem: Problem | null | undefined, pointer: string): Text | null {
  return problem?.fields.find((field) => field.pointer === pointer)?.message ?? null
}

/** Reads problem JSON leniently: a proxy's error page is a problem too. */
export async function problemOf(answer: Response): Promise<Problem> {
  try {
    const body = (await answer.json()) as Partial<Problem>
    if (body && typeof body === 'object' && body.title) {
      return { type: body.type ?? 'about:blank', status: answer.status, title: body.title, fields: body.fields ?? [] }
    }
  } catch {
    // not JSON: falls through
  }
  return { ...unreadable, status: answer.status }
}
