/**
 * One line of CSV (RFC 4180). A cell that a spreadsheet would take for a formula is given an apostrophe in front, which spreadsheets read as
 * "this is text".
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)).join(',')}\r\n`
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
