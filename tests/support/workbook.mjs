// Excel workbooks without Excel: a form's template filled in as a person would, and sheets of somebody's own.
import { crc32, inflateRawSync } from 'node:zlib'

/** The parts of a package, by name. */
function unpacked(bytes) {
  const parts = new Map()
  let at = bytes.readUInt32LE(bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16)
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [packed, name, extra, note] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)]
    const local = bytes.readUInt32LE(at + 42)
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const content = bytes.subarray(from, from + packed)
    parts.set(bytes.toString('utf8', at + 46, at + 46 + name), bytes.readUInt16LE(at + 10) ? inflateRawSync(content) : content)
    at += 46 + name + extra + note
  }
  return parts
}

/** Stored, not pressed: what reads it does not mind. */
function packed(parts) {
  const [files, list] = [[], []]
  let offset = 0
  for (const [name, content] of parts) {
    const title = Buffer.from(name)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt32LE(crc32(content), 10)
    head.writeUInt32LE(content.length, 14)
    head.writeUInt32LE(content.length, 18)
    head.writeUInt16LE(title.length, 22)
    files.push(Buffer.from('PK\x03\x04', 'latin1'), head, title, content)
    const entry = Buffer.alloc(42)
    entry.writeUInt16LE(20, 0)
    head.copy(entry, 2)
    entry.writeUInt32LE(offset, 38)
    list.push(Buffer.from('PK\x01\x02', 'latin1'), entry, title)
    offset += 30 + title.length + content.length
  }
  const directory = Buffer.concat(list)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.size, 4)
  end.writeUInt16LE(parts.size, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...files, directory, Buffer.from('PK\x05\x06', 'latin1'), end])
}

const plain = (xml) => xml.replace(/<[^>]*>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&')
const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** A form's template with values typed into its open cells: {retail_sales: 31.2}. The code stands in A, the value in D. */
export function filled(bytes, values) {
  const parts = unpacked(bytes)
  const name = 'xl/worksheets/sheet1.xml'
  const texts = [...(parts.get('xl/sharedStrings.xml')?.toString() ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map((found) => plain(found[1]))
  const sheet = parts.get(name).toString().replace(/<row [^>]*>.*?<\/row>/gs, (row) => {
    const code = /<c r="A\d+"[^>]*?(?:t="(\w+)")?[^>]*>(.*?)<\/c>/s.exec(row)
    const text = code && (code[1] === 's' ? texts[Number(plain(code[2]))] : plain(code[2]))
    const value = values[text]
    if (value === undefined) return row
    const content = typeof value === 'number' ? `><v>${value}</v></c>` : ` t="inlineStr"><is><t>${escaped(value)}</t></is></c>`
    return row.replace(/<c r="(D\d+)"( s="\d+")?[^>]*?(\/>|>.*?<\/c>)/s, (_, place, look = '') => `<c r="${place}"${look}${content}`)
  })
  parts.set(name, Buffer.from(sheet))
  return packed(parts)
}

/** A workbook of somebody's own: {Sheet: [[cell, …], …]}; numbers are numbers, all else is text, null is empty. */
export function workbook(sheets) {
  const names = Object.keys(sheets)
  const letters = (at) => (at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26))
  const cell = (value, row, column) => (value === null ? '' : typeof value === 'number' ? `<c r="${letters(column)}${row + 1}"><v>${value}</v></c>` : `<c r="${letters(column)}${row + 1}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`)
  const head = '<?xml version="1.0" encoding="UTF-8"?>'
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const parts = new Map([
    ['[Content_Types].xml', `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${names.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${types}.worksheet+xml"/>`).join('')}</Types>`],
    ['_rels/.rels', `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${links}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    ['xl/workbook.xml', `${head}<workbook xmlns="${main}" xmlns:r="${links}"><sheets>${names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="r${at + 1}"/>`).join('')}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, at) => `<Relationship Id="r${at + 1}" Type="${links}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`],
    ...names.map((name, at) => [`xl/worksheets/sheet${at + 1}.xml`, `${head}<worksheet xmlns="${main}"><sheetData>${sheets[name].map((row, r) => `<row r="${r + 1}">${row.map((value, c) => cell(value, r, c)).join('')}</row>`).join('')}</sheetData></worksheet>`]),
  ])
  return packed(new Map([...parts].map(([name, text]) => [name, Buffer.from(text)])))
}
