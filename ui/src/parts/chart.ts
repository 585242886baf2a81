// What every chart is told, whatever it draws: Chart frames it, Bars and others draw in the frame.
import type { Decimal } from '../base/decimal'
import type { Words } from '../base/text.svelte'

export interface ChartGroup {
  name: Words
  /** One for each series. */
  values: (Decimal | null)[]
  /** Drawn lightly, where the value is an estimate. */
  pale?: boolean
}
export interface ChartData {
  /** The sentence that it shows. */
  title: Words
  unit: Words
  source: Words
  series: Words[]
  groups: ChartGroup[]
  places?: number
  height?: number
  /** Of the heading. */
  level?: 2 | 3
  /** One of several: a smaller title. */
  small?: boolean
  /** The figure's page. */
  href?: string
}
