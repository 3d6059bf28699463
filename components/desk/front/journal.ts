import { type Arrangement, type FrontDraft, frontZones } from '../../../db/fronts/rules'

/** What is not saved of a front, in this browser: it outlives the page, the session and the server. */
export type Journal = { read: () => FrontDraft | null; write: (draft: FrontDraft) => void; clear: () => void }

/** The journal of an edition's front. Where the browser keeps nothing, as in a private window of some, it stays empty. */
export function journalOf(edition: string): Journal {
  const name = `front-${edition}`
  return {
    read: () => {
      try {
        const found: unknown = JSON.parse(localStorage.getItem(name) ?? 'null')
        return isDraft(found) ? found : null
      } catch {
        return null
      }
    },
    write: (draft) => {
      try {
        localStorage.setItem(name, JSON.stringify(draft))
      } catch {
        // There is no room, or no permission: the server has it in a moment.
      }
    },
    clear: () => {
      try {
        localStorage.removeItem(name)
      } catch {
        // What could not be written is not there.
      }
    },
  }
}

/** Whether it is a draft as this program writes it; another one may have been here before. */
function isDraft(value: unknown): value is FrontDraft {
  return isRecord(value) && typeof value.number === 'number' && isArrangement(value.base) && isArrangement(value.arrangement)
}

function isArrangement(value: unknown): value is Arrangement {
  return isRecord(value) && Array.isArray(value.placements) && value.placements.every(isPlacement) && isBanner(value.banner)
}

function isPlacement(value: unknown): boolean {
  return (
    isRecord(value) &&
    [value.id, value.articleId, value.headline, value.kicker].every((text) => typeof text === 'string') &&
    frontZones.some((zone) => zone === value.zone) &&
    [value.mediaId, value.startsAt, value.endsAt].every(isTextOrNull)
  )
}

function isBanner(value: unknown): boolean {
  if (value === null) return true
  return (
    isRecord(value) && typeof value.text === 'string' && [value.startsAt, value.endsAt].every(isTextOrNull) && isLink(value.link)
  )
}

function isLink(value: unknown): boolean {
  if (value === null) return true
  return isRecord(value) && typeof (value.kind === 'article' ? value.articleId : value.address) === 'string'
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
