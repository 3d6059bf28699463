import type { Mark } from '../body/rules'
import { type Match, matchKeys } from './align'
import type { Change, Run } from './differences'

/** As much of a text as is compared at once: a word, a space, a sign. Tokens of equal keys are the same, marks and all. */
export type Token = { key: string; text: string; marks: Mark[]; marksKey: string }

/** How the key of a token begins that is no word but the beginning of a line. */
export const lineKey = '\0line '

/** A token, and whether it is in both versions. */
export type Step<Kind extends Token = Token> = { kind: Change; token: Kind }

/** Words as `countWords` sees them, so that 7,850 and l’Alger are one each; the vowel signs of Arabic belong to their letters. */
const pieces =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640\u200c\u200d]*(?:[-’'.,:/\u2011][\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640\u200c\u200d]*)*|\s+|.\p{M}*/gsu

/** Cuts a text under these marks into tokens. `marksKey` is equal for equal marks. */
export function tokensOf(text: string, marks: Mark[] = [], marksKey = ''): Token[] {
  return (text.match(pieces) ?? []).map((piece) => ({ key: `${piece}\0${marksKey}`, text: piece, marks, marksKey }))
}

/** How one plain text became another, in whole words. */
export function diffTexts(before: string, after: string): Run[] {
  return runsOf(diffTokens(tokensOf(before), tokensOf(after)))
}

/** How one list of tokens became another; what is gone stands before what came in its place. */
export function diffTokens<Kind extends Token>(before: readonly Kind[], after: readonly Kind[]): Step<Kind>[] {
  const matches = withWholeLines(matchKeys(keysOf(before), keysOf(after), weightOf), before, after)
  const changes: Step<Kind>[] = []
  let [fromA, fromB] = [0, 0]
  for (const [a, b] of [...withoutLoneSpaces(matches, before, after), [before.length, after.length] as const]) {
    for (const token of before.slice(fromA, a)) changes.push({ kind: 'deleted', token })
    for (const token of after.slice(fromB, b)) changes.push({ kind: 'inserted', token })
    const token = after[b]
    if (token) changes.push({ kind: 'same', token })
    fromA = a + 1
    fromB = b + 1
  }
  return changes
}

/** Joins neighbours of one kind under the same marks. */
export function runsOf(steps: readonly Step[]): Run[] {
  const runs: Run[] = []
  let lastKey = ''
  for (const { kind, token } of steps) {
    const last = runs.at(-1)
    if (last?.kind === kind && lastKey === token.marksKey) last.text += token.text
    else runs.push({ kind, text: token.text, marks: token.marks })
    lastKey = token.marksKey
  }
  return runs
}

function keysOf(tokens: readonly Token[]): string[] {
  return tokens.map((token) => token.key)
}

/** A word that is found again says more than a space or a comma. */
function weightOf(key: string): number {
  return /^[\p{L}\p{N}]/u.test(key) ? 4 : 1
}

/**
 * Lines all begin alike. Of “beginning, new words, beginning” before words that stayed, what is new is a whole line and not the end of
 * one and the beginning of the next.
 */
function withWholeLines(matches: readonly Match[], before: readonly Token[], after: readonly Token[]): Match[] {
  return matches.map((match, place) => {
    const [a, b] = match
    const [nextA, nextB] = matches[place + 1] ?? [before.length, after.length]
    const key = after[b]?.key
    if (!key?.startsWith(lineKey)) return match
    if (nextA === a + 1 && after[nextB - 1]?.key === key) return [a, nextB - 1]
    if (nextB === b + 1 && before[nextA - 1]?.key === key) return [nextA - 1, b]
    return match
  })
}

/** Between two words that were both replaced, the space is no common ground: “old words” became “new ones”. */
function withoutLoneSpaces(matches: readonly Match[], before: readonly Token[], after: readonly Token[]): Match[] {
  const kept: Match[] = []
  for (const [place, match] of matches.entries()) {
    const [lastA, lastB] = kept.at(-1) ?? [-1, -1]
    const [nextA, nextB] = matches[place + 1] ?? [before.length, after.length]
    const [a, b] = match
    const isAlone = a > lastA + 1 && b > lastB + 1 && nextA > a + 1 && nextB > b + 1
    if (!isAlone || !/^\s+$/.test(before[a]?.text ?? '')) kept.push(match)
  }
  return kept
}
