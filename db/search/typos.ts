/** How many letters of a word may be wrong: in short words one, in those of three letters and less none, nor in numbers. */
export function typosAllowed(word: string): number {
  if (word.length < 4 || /^\d+$/.test(word)) return 0
  return word.length < 7 ? 1 : 2
}

/** Those that may be `word` mistyped, fewest typing errors first, else in the order given. */
export function nearestFirst<T extends { word: string }>(word: string, candidates: readonly T[]): (T & { typos: number })[] {
  const allowed = typosAllowed(word)
  return candidates
    .map((candidate) => ({ ...candidate, typos: typosBetween(word, candidate.word) }))
    .filter((candidate) => candidate.typos <= allowed)
    .sort((a, b) => a.typos - b.typos)
}

/** Letters left out, put in, changed, or exchanged with their neighbour: the least number that makes one word of the other. */
export function typosBetween(one: string, other: string): number {
  const a = [...one]
  const b = [...other]
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (const [row, letter] of a.entries()) {
    const current = [row + 1]
    for (const [column, its] of b.entries()) {
      const changed = (last[column] ?? 0) + (letter === its ? 0 : 1)
      const isExchange = row > 0 && column > 0 && letter === b[column - 1] && a[row - 1] === its
      const exchanged = isExchange ? (beforeLast[column - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY
      current.push(Math.min(changed, exchanged, (last[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1))
    }
    beforeLast = last
    last = current
  }
  return last[b.length] ?? 0
}
