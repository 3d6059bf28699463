import type { AnyNode } from '../../body/rules'

const agencies =
  /^(AFP|AP|EPA|Reuters|Getty( Images)?|Anadolu|AA|DPA|TASS|Xinhua|Flash90|MENA|WAFA|Sipa|Magnum|Bloomberg|Keystone|ANSA|EFE|PA( Wire)?)\b/i

const labelled =
  /^(?:photo(?:graph)?s?|picture|image|credit|crédits?|source|graphic|illustration|تصوير|المصدر)\s*(?:credit)?\s*(?::|by|par|-|–)?\s+|^©\s*/i

/** A credit is a name, not a sentence. */
const longest = 80

/**
 * Splits the credit from the end of a caption: `caption [Agency/Photographer]`, `caption (AFP)`, `caption. Photo: Name`. Round
 * brackets and labels count only when a credit stands in them; square ones always do.
 */
export function splitCredit(text: string): { caption: string; credit: string } {
  const square = /^(.*?)\s*\[([^[\]]{1,80})\]\s*\.?$/s.exec(text)
  if (square) return { caption: square[1]?.trim() ?? '', credit: withoutLabel(square[2] ?? '') }
  const round = /^(.*?)\s*\(([^()]{1,80})\)\s*\.?$/s.exec(text)
  if (round && isCredit(round[2] ?? '')) return { caption: round[1]?.trim() ?? '', credit: withoutLabel(round[2] ?? '') }
  const tail =
    /^(.*?[.!?؟]|)\s*((?:Photo(?:graph)?|Picture|Image|Credit|Crédit|تصوير)\s*(?:credit)?\s*(?::|by\s|par\s)\s*[^.]{2,80}|©\s*[^.]{2,80})\.?$/is.exec(
      text,
    )
  if (tail?.[2]) return { caption: tail[1]?.trim() ?? '', credit: withoutLabel(tail[2]) }
  return { caption: text.trim(), credit: '' }
}

/** The same for a caption of several runs: only the last one can end in a credit. */
export function splitInlineCredit(inlines: readonly AnyNode[]): { inlines: AnyNode[]; credit: string } {
  const last = inlines.at(-1)
  if (!last?.text) return { inlines: [...inlines], credit: '' }
  const { caption, credit } = splitCredit(last.text)
  if (!credit) return { inlines: [...inlines], credit }
  const rest = inlines.slice(0, -1)
  const joined = /^\s/.test(last.text) && caption ? ` ${caption}` : caption
  return { inlines: joined ? [...rest, { ...last, text: joined }] : rest, credit }
}

function isCredit(text: string): boolean {
  const name = text.trim()
  if (name.length > longest) return false
  return agencies.test(name) || labelled.test(name) || /^[\p{L}. -]+\/[\p{L}. /-]+$/u.test(name) || /^[A-Z]{2,6}$/.test(name)
}

function withoutLabel(text: string): string {
  return text.trim().replace(labelled, '').trim()
}
