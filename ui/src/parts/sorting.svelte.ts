// How a table is sorted: by which column, which way. The room sorts its rows with it:
//   const sorting = new Sorting('due')
//   let rows = $derived(sorting.sort(data.rows, { due: (row) => row.due, name: (row) => say(row.name) }))

const collator = new Intl.Collator('vi')

export class Sorting<By extends string = string> {
  by = $state<By>() as By
  down = $state(false)

  constructor(by: By, down = false) {
    this.by = by
    this.down = down
  }

  choose(by: By): void {
    if (this.by === by) this.down = !this.down
    else {
      this.by = by
      this.down = false
    }
  }

  /** Text in Vietnamese order, numbers by size, nothing last; equals keep their order. */
  sort<Row>(rows: readonly Row[], keys: Record<By, (row: Row) => string | number | bigint | null>): Row[] {
    const key = keys[this.by]
    const way = this.down ? -1 : 1
    return [...rows].sort((a, b) => {
      const x = key(a)
      const y = key(b)
      if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1
      if (typeof x === 'string' && typeof y === 'string') return way * collator.compare(x, y)
      return way * (x < y ? -1 : x > y ? 1 : 0)
    })
  }
}
