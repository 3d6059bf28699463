import { elementsIn, isBlock, rename } from '@/components/desk/editor/paste/elements'

const columnsAtMost = 40

/** Makes tables of data ours: a cell for each column, words and line breaks in it. Tables that only arrange a page come apart. */
export function readTables(body: HTMLElement): void {
  // The inner ones first: what holds a table arranges.
  for (const table of elementsIn(body, 'table').reverse()) {
    const rows = elementsIn(table, 'tr')
      .map((row) => [...row.children].filter(({ tagName }) => tagName === 'TD' || tagName === 'TH'))
      .filter((row) => row.some((cell) => cell.textContent?.trim()))
    if (isData(table, rows)) table.replaceWith(spread(table, rows))
    else table.replaceWith(...rows.flat().map((cell) => rename(cell, 'div')))
  }
}

function isData(table: HTMLElement, rows: Element[][]): boolean {
  const width = Math.max(0, ...rows.map((row) => row.length))
  if (table.getAttribute('role') === 'presentation' || rows.length < 2 || width < 2 || width > columnsAtMost) return false
  return !rows.flat().some((cell) => cell.querySelector('table, ul, ol, h1, h2, h3, blockquote, figure'))
}

function spread(table: HTMLElement, rows: Element[][]): HTMLElement {
  const document = table.ownerDocument
  const made = document.createElement('table')
  // How many rows a cell above still reaches into, by column.
  const reaching: number[] = []
  for (const row of rows) {
    const line = document.createElement('tr')
    const cells = [...row]
    for (let column = 0; (cells.length > 0 || (reaching[column] ?? 0) > 0) && column < columnsAtMost; column++) {
      const isReached = (reaching[column] ?? 0) > 0
      const cell = isReached ? undefined : cells.shift()
      if (isReached) reaching[column] = (reaching[column] ?? 0) - 1
      const across = spanOf(cell, 'colspan')
      const down = spanOf(cell, 'rowspan') - 1
      line.append(oneCell(document, cell))
      reaching[column] = Math.max(reaching[column] ?? 0, isReached ? 0 : down)
      for (let more = 1; more < across; more++) {
        column += 1
        reaching[column] = down
        line.append(oneCell(document, undefined))
      }
    }
    made.append(line)
  }
  return evened(made)
}

/** Words of paragraphs in a cell become lines of it. */
function oneCell(document: Document, cell: Element | undefined): HTMLElement {
  const made = document.createElement(cell?.tagName === 'TH' ? 'th' : 'td')
  if (!cell) return made
  for (const block of elementsIn(cell, '*').filter(isBlock)) {
    if (block.nextSibling && block.textContent?.trim()) block.after(document.createElement('br'))
    block.replaceWith(...block.childNodes)
  }
  made.append(...cell.childNodes)
  return made
}

function evened(table: HTMLElement): HTMLElement {
  const rows = [...table.children]
  const width = Math.max(...rows.map((row) => row.children.length))
  for (const row of rows) while (row.children.length < width) row.append(table.ownerDocument.createElement('td'))
  return table
}

function spanOf(cell: Element | undefined, name: string): number {
  return Math.min(columnsAtMost, Math.max(1, Number.parseInt(cell?.getAttribute(name) ?? '1', 10) || 1))
}
