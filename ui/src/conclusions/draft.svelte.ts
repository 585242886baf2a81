// A clause being written: what was typed, and which version of the clause it began from. Used by the form beside
// the notice and by the chair's console.
import type { ConclusionsClause, ConclusionsContent, ConclusionsSection } from '../api/types'
import type { Text } from '../base/text.svelte'

/** Stands for "all communes and wards" among units. */
export const wards = 0

/** The other language stays while the words stay; words typed anew stand in both until someone translates. */
function both(vi: string, before: Text | undefined, en?: string): Text {
  const words = vi.trim()
  if (en?.trim()) return { vi: words, en: en.trim() }
  if (before && before.vi === words && en === undefined) return before
  return { vi: words, en: words }
}

export class Draft {
  section = $state<ConclusionsSection>('tasks')
  topic = $state('')
  text = $state('')
  english = $state('')
  lead = $state<number | null>(null)
  partners = $state<number[]>([])
  due = $state<string | null>(null)
  deliverable = $state('')
  item = $state<string | null>(null)
  figures = $state<string[]>([])
  /** The clause that it began from; none for a new one. */
  base = $state.raw<ConclusionsClause | null>(null)

  constructor(clause?: ConclusionsClause) {
    if (clause) this.take(clause)
  }

  take(clause: ConclusionsClause): void {
    this.base = clause
    this.section = clause.section
    this.topic = clause.topic.vi
    this.text = clause.text.vi
    this.english = clause.text.en === clause.text.vi ? '' : clause.text.en
    this.lead = clause.led_by_wards ? wards : (clause.lead?.id ?? null)
    this.partners = [...clause.partners.map((unit) => unit.id), ...(clause.with_wards ? [wards] : [])]
    this.due = clause.due ?? null
    this.deliverable = clause.deliverable.vi
    this.item = clause.item ? String(clause.item.id) : null
    this.figures = clause.figures.map((figure) => figure.indicator)
  }

  /** What the server is sent. */
  content(): ConclusionsContent {
    const task = this.section !== 'assessment'
    return {
      section: this.section,
      topic: both(this.topic, this.base?.topic),
      text: both(this.text, this.base?.text, this.english),
      item: this.item ? Number(this.item) : null,
      lead: task && this.lead !== null && this.lead !== wards ? this.lead : null,
      led_by_wards: task && this.lead === wards,
      partners: task ? this.partners.filter((unit) => unit !== wards) : [],
      with_wards: task && this.partners.includes(wards),
      due: task ? this.due : null,
      deliverable: task ? both(this.deliverable, this.base?.deliverable) : { vi: '', en: '' },
      figures: this.figures,
      paragraph: null,
    }
  }

  /** Has anything been typed since the clause was taken up? */
  get touched(): boolean {
    if (!this.base) return Boolean(this.text.trim())
    return JSON.stringify(this.content()) !== JSON.stringify(new Draft(this.base).content())
  }
}
