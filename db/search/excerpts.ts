import { type FoundWord, wordsOf } from './words'

/** A run of a text as it is shown: `isMatch` where it is a word that was searched for. */
export type Fragment = { text: string; isMatch: boolean }

/** A passage of a text and the words in it to be marked; all are UTF-16 offsets into the text. */
export type Passage = { start: number; end: number; marks: { start: number; end: number }[] }

const passageLength = { alone: 230, inPair: 130 }
/** How far before its first match a passage begins, where no sentence begins nearer. */
const lead = 60

/**
 * Up to two passages of `text` that show best what was found, in reading order: those with the most different words of the search,
 * the second only if it adds one. None where nothing matches. `wordIfMatch` gives the form under which a word counts, or null.
 */
export function passagesOf(text: string, wordIfMatch: (word: string) => string | null): Passage[] {
  const matches = wordsOf(text).flatMap((found) => {
    const word = wordIfMatch(found.text)
    return word === null ? [] : [{ ...found, word }]
  })
  const wanted = new Set(matches.map((match) => match.word)).size
  const alone = bestPassage(text, matches, new Set(), passageLength.alone)
  if (!alone) return []
  if (wanted === 1 || alone.words.size === wanted) return [alone.passage]
  const first = bestPassage(text, matches, new Set(), passageLength.inPair) ?? alone
  const { start, end } = first.passage
  const elsewhere = matches.filter((match) => match.end <= start || match.start >= end)
  const second = bestPassage(text, elsewhere, first.words, passageLength.inPair)
  if (!second || (second.passage.start < end && start < second.passage.end)) return [alone.passage]
  return [first.passage, second.passage].sort((a, b) => a.start - b.start)
}

/** The passages as runs to be shown, with an ellipsis wherever text is left out. */
export function fragmentsOf(text: string, passages: readonly Passage[]): Fragment[] {
  const runs: Fragment[] = []
  let shownUntil = 0
  for (const { start, end, marks } of passages) {
    if (text.slice(shownUntil, start).trim()) runs.push({ text: shownUntil === 0 ? '… ' : ' … ', isMatch: false })
    let at = start
    for (const mark of marks) {
      if (mark.start > at) runs.push({ text: text.slice(at, mark.start), isMatch: false })
      runs.push({ text: text.slice(mark.start, mark.end), isMatch: true })
      at = mark.end
    }
    if (end > at) runs.push({ text: text.slice(at, end), isMatch: false })
    shownUntil = end
  }
  if (passages.length > 0 && text.slice(shownUntil).trim()) runs.push({ text: ' …', isMatch: false })
  return runs
}

type Match = FoundWord & { word: string }

function bestPassage(text: string, matches: readonly Match[], known: ReadonlySet<string>, length: number) {
  let best: { passage: Passage; words: Set<string>; worth: number } | null = null
  // A page lists many articles, and a common word stands in each of them a hundred times: the first passages decide.
  for (const [place, first] of matches.slice(0, 200).entries()) {
    const { start, end } = boundsOf(text, first, length)
    const marks: Match[] = []
    for (let next = place; next < matches.length; next++) {
      const match = matches[next]
      if (!match || match.end > end) break
      marks.push(match)
    }
    const words = new Set(marks.map((mark) => mark.word))
    const news = [...words].filter((word) => !known.has(word)).length
    const worth = news * 100 + marks.length * 5 + (end - start) / 10
    if (news > 0 && worth > (best?.worth ?? 0)) best = { passage: { start, end, marks }, words, worth }
  }
  return best
}

/** Where a passage around a match begins and ends: inside its line, at words, from the beginning of its sentence if that is near. */
function boundsOf(text: string, first: FoundWord, length: number): { start: number; end: number } {
  const lineStart = text.lastIndexOf('\n', first.start - 1) + 1
  const lineBreak = text.indexOf('\n', first.end)
  const lineEnd = lineBreak < 0 ? text.length : lineBreak
  let start = Math.max(lineStart, first.start - lead)
  if (start > lineStart) {
    const sentence = text.slice(start, first.start).search(/(?<=[.!?؟۔]["”»)]?\s)\S/u)
    const word = text.slice(start, first.start).search(/(?<=\s)\S/u)
    start = sentence >= 0 ? start + sentence : word >= 0 ? start + word : first.start
  }
  if (lineEnd <= start + length) return { start, end: lineEnd }
  const cut = text.slice(first.end, start + length).search(/\s+\S*$/u)
  return { start, end: cut >= 0 ? first.end + cut : first.end }
}
