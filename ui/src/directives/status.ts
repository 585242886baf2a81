// How the two axes are shown: the sign is progress, the colour is time.
import type { DirectivesRow } from '../api/types'
import type { Kind } from '../parts/Mark.svelte'
import type { Text } from '../base/text.svelte'
import { timingWords } from './words'

export function kindOf(row: DirectivesRow): Kind {
  switch (row.timing) {
    case 'overdue':
      return 'overdue'
    case 'due_soon':
      return 'soon'
    case 'done_on_time':
      return 'good'
    case 'done_late':
      return 'late'
    default:
      return 'quiet'
  }
}

export function timingOf(row: DirectivesRow): Text {
  switch (row.timing) {
    case 'overdue':
      return timingWords.overdue(row.days)
    case 'due_soon':
      return row.days === 0 ? timingWords.today : timingWords.soon(row.days)
    case 'done_on_time':
      return timingWords.onTime
    case 'done_late':
      return timingWords.late(row.days)
    case 'no_due_date':
      return timingWords.noDue
    default:
      return row.progress === 'awaiting_acceptance' ? timingWords.handedIn : timingWords.inTime
  }
}

/** Words typed in one language stand in both until someone writes the other. */
export function said(typed: string): Text {
  const words = typed.trim()
  return { vi: words, en: words }
}

/** A clause ends with a full stop; a title or a line of a list does not. */
export function asTitle(text: Text): Text {
  const bare = (words: string) => words.replace(/\s*\.$/, '')
  return { vi: bare(text.vi), en: bare(text.en) }
}
