/** The places of a longest rising selection of these numbers, in order: what stayed in order while the rest moved. */
export function longestRising(numbers: readonly number[]): number[] {
  /** For each length, the place of the smallest number that ends a rising selection of it. */
  const ends: number[] = []
  const before: number[] = []
  for (const [place, number] of numbers.entries()) {
    const length = firstNotBelow(ends, numbers, number)
    before[place] = ends[length - 1] ?? -1
    ends[length] = place
  }
  const chosen: number[] = []
  for (let place = ends.at(-1) ?? -1; place >= 0; place = before[place] ?? -1) chosen.push(place)
  return chosen.reverse()
}

function firstNotBelow(ends: readonly number[], numbers: readonly number[], number: number): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    const there = numbers[ends[middle] ?? 0] ?? 0
    if (there < number) low = middle + 1
    else high = middle
  }
  return low
}
