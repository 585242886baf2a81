// A table as a file that a spreadsheet opens.

/** Cells divided by semicolons, as Excel here expects them; the mark at the start lets it read Vietnamese letters. */
export function download(name: string, rows: string[][]): void {
  // A text that begins like a formula stays a text.
  const cell = (text: string) => `"${(/^[=+@\t]|^-(?!\d)/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
  const blob = new Blob(['\ufeff' + rows.map((row) => row.map(cell).join(';')).join('\r\n')], { type: 'text/csv' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = `${name}.csv`
  link.click()
  URL.revokeObjectURL(link.href)
}
